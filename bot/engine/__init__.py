"""The seam to Rasa: the agent, and the actions run beside it in one process."""
