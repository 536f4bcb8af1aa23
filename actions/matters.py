"""What matters to me."""

from __future__ import annotations

from actions.base import GuideAction
from bot.dialogue.turn import Outcome, Turn
from bot.matters import conversation as matters


class WhatMatters(GuideAction):
    """Ask what comes first for a person, and what their life asks of a job."""

    called = "what_matters"
    returns_to_question = False

    def reply(self, turn: Turn) -> Outcome:
        """Return the common standard and the first question."""
        return matters.start(turn)
