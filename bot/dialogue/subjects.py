"""The subject in hand: what "why?", "more", "simpler" and "and in Wales?" are about.

It is a slot, `{"of": "guide", "id": "breaks"}`; the capability that set it knows how to go on.
"""

from __future__ import annotations

from importlib import import_module
from typing import Protocol

from bot.dialogue.turn import Outcome, Turn

SLOT = "topic"


class Subject(Protocol):
    """A capability whose answers can be followed up."""

    def more(self, turn: Turn) -> Outcome:
        """Say more, why, or where it comes from, as the words ask."""

    def simpler(self, turn: Turn) -> Outcome:
        """Say it in simpler words."""

    def again(self, turn: Turn) -> Outcome:
        """Say it again for a situation that has changed."""


SUBJECTS = {
    "guide": "bot.guide.conversation",
    "offers": "bot.offers.conversation",
    "barriers": "bot.barriers.conversation",
    "deadlines": "bot.deadlines.conversation",
    "money": "bot.money.conversation",
    "letters": "bot.letters.conversation",
    "toolkit": "bot.toolkit.conversation",
}


def subject_in_hand(turn: Turn) -> Subject | None:
    """Return who can go on, or None where nothing is in hand."""
    subject = turn.memory.get(SLOT)
    if not subject or subject.get("of") not in SUBJECTS:
        return None
    return import_module(SUBJECTS[subject["of"]])
