"""Practice talks: a person in a scene answers, and what was said is looked at afterwards."""
