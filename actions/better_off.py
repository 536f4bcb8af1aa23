"""Would I be better off: what comes in with a job and without it."""

from __future__ import annotations

from actions.base import GuideAction
from bot.dialogue.turn import Outcome, Turn
from bot.money import conversation as money


class BetterOff(GuideAction):
    """Make the sum, or ask what it needs."""

    called = "better_off"
    returns_to_question = False

    def reply(self, turn: Turn) -> Outcome:
        """Return the comparison, or the next question."""
        return money.start(turn)
