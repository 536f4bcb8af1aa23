"""Group sessions for key workers."""

from __future__ import annotations

from actions.base import GuideAction
from bot.dialogue.turn import Outcome, Turn
from bot.sessions.conversation import plan_session


class GroupSession(GuideAction):
    """Plan a group talk about shared barriers."""

    called = "group_session"

    def reply(self, turn: Turn) -> Outcome:
        """Return the question for the subject, the plan, or a part of it."""
        return plan_session(turn)
