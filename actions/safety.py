"""Safety: answered before anything else, every time."""

from __future__ import annotations

from actions.base import GuideAction
from bot.dialogue.questions import put_aside
from bot.dialogue.turn import Outcome, Turn
from bot.facts import load_facts
from bot.safety import answer, load_contacts


class KeepSafe(GuideAction):
    """Give the right numbers, and leave whatever was open as it was."""

    called = "keep_safe"
    returns_to_question = False

    def reply(self, turn: Turn) -> Outcome:
        """Return the safety answer for who is in trouble, and where."""
        found = turn.safety or {}
        replies = answer(
            "danger" if turn.intent == "danger" else "distress",
            turn.situation,
            found.get("about"),
            load_facts(),
            load_contacts(),
            found.get("matter"),
        )
        return Outcome(replies, {"missed": None, **put_aside(turn.memory)})
