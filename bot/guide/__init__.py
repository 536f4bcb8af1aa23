"""What to say on each topic: the law, good practice, what to ask, what to do."""

from bot.guide.content import Statement, Topic, When, load_topics
from bot.guide.tell import Told, tell

__all__ = ["Statement", "Told", "Topic", "When", "load_topics", "tell"]
