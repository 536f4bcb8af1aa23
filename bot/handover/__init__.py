"""A person when one is needed: a key worker of the organisation takes the conversation over."""
