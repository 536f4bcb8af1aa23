"""Time limits: from what happened and when, the last day to act."""

from bot.deadlines.dates import When, date_in
from bot.deadlines.limits import Deadline, deadline, last_day

__all__ = ["Deadline", "When", "date_in", "deadline", "last_day"]
