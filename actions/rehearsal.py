"""Practice talks."""

from __future__ import annotations

from actions.base import GuideAction
from bot.dialogue.turn import Outcome, Turn
from bot.rehearsal import conversation as rehearsal


class Rehearse(GuideAction):
    """Choose a practice talk, begin it, or steer it by a button; its turns are answers."""

    called = "rehearse"
    returns_to_question = False

    def reply(self, turn: Turn) -> Outcome:
        """Return the choice, the beginning of a talk, or what the button asked for."""
        return rehearsal.start(turn)
