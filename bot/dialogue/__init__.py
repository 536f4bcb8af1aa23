"""How a conversation is held: what a turn is, what it says of a person, which question is open."""
