"""The conversation itself: greeting, help, not understanding, stopping."""
