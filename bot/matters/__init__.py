"""What matters to me: what comes first for a person, and what their life asks of a job."""

from bot.matters.reading import Asked, load_matters, priorities_in, read

__all__ = ["Asked", "load_matters", "priorities_in", "read"]
