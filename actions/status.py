"""Employment status: a short path of questions."""

from __future__ import annotations

from actions.base import GuideAction
from bot.dialogue.turn import Outcome, Turn
from bot.status import conversation as status


class CheckStatus(GuideAction):
    """Ask how the work really goes, and say which way it points."""

    called = "check_status"
    returns_to_question = False

    def reply(self, turn: Turn) -> Outcome:
        """Return the first question, or what came of it."""
        return status.start(turn)
