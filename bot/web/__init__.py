"""The chat page and the script that embeds it."""
