"""Hearing what makes work hard to get, and how it feels."""

from __future__ import annotations

from actions.base import GuideAction
from bot.barriers import conversation as barriers
from bot.dialogue.turn import Outcome, Turn


class HearBarrier(GuideAction):
    """Hear what stands in the way, before anything is said about it."""

    called = "hear_barrier"

    def reply(self, turn: Turn) -> Outcome:
        """Return recognition, the cause outside the person, and what can help."""
        return barriers.hear_barrier(turn)


class HearFeeling(GuideAction):
    """Hear self-blame and discouragement; the open question comes back afterwards."""

    called = "hear_feeling"

    def reply(self, turn: Turn) -> Outcome:
        """Return that it was heard, what is shared about it, and a choice."""
        return barriers.hear_feeling(turn)
