"""What stands between people and good work, told without blame: causes outside the person first.

`content` reads the entries, `spot` finds barriers in a story, `voice` says who it is about,
`tell` puts an entry into messages, and `conversation` holds the talk together.
"""
