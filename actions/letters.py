"""Messages to an employer."""

from __future__ import annotations

from actions.base import GuideAction
from bot.dialogue.turn import Outcome, Turn
from bot.letters import conversation as letters


class DraftMessage(GuideAction):
    """Draft a message to an employer; it is never sent."""

    called = "draft_message"
    returns_to_question = False

    def reply(self, turn: Turn) -> Outcome:
        """Return the draft, or ask what it is about."""
        return letters.start(turn)
