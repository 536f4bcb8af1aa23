"""Time limits: the last day to act."""

from __future__ import annotations

from actions.base import GuideAction
from bot.deadlines import conversation as deadlines
from bot.dialogue.turn import Outcome, Turn


class CheckDeadline(GuideAction):
    """Count the last day to start early conciliation or a claim."""

    called = "check_deadline"
    returns_to_question = False

    def reply(self, turn: Turn) -> Outcome:
        """Return the last day, or the question for what is missing."""
        return deadlines.start(turn)
