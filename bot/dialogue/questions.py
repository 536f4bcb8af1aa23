"""The question that is open, and who asked it.

Rasa has forms for this, but an active form comes before every rule and takes any text for an
answer, safety included. Here a question is a slot, `{"by": "offers", "about": "pay"}`, and the
capability that asked says whether the words answer it (docs/adr/0004-open-questions-not-forms.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Protocol

from bot.dialogue.turn import Outcome, Turn
from bot.errors import GoodWorkError
from bot.replies import Reply

OpenQuestion = Mapping[str, Any]


class Asker(Protocol):
    """A capability that asks questions."""

    def understands(self, question: OpenQuestion, text: str, intent: str) -> bool:
        """Return whether the words answer the question; cheap, and free of side effects."""

    def answer(self, question: OpenQuestion, turn: Turn) -> Outcome:
        """Take the answer."""

    def ask_again(self, question: OpenQuestion, turn: Turn) -> Reply | None:
        """Return the question once more, for use after something else came between."""


#: Who can ask, and where it lives. Loaded when first needed.
ASKERS: dict[str, str] = {
    "guide": "bot.guide.conversation",
    "offers": "bot.offers.conversation",
    "status": "bot.status.conversation",
    "deadlines": "bot.deadlines.conversation",
    "quiz": "bot.quiz.conversation",
    "letters": "bot.letters.conversation",
    "matters": "bot.matters.conversation",
    "handover": "bot.handover.conversation",
    "money": "bot.money.conversation",
}


def asker(question: OpenQuestion) -> Asker:
    """Return the capability that asked the question.

    Raises:
        GoodWorkError: nobody of that name asks questions.
    """
    try:
        module = import_module(ASKERS[question["by"]])
    except KeyError as missing:
        raise GoodWorkError(f"No capability called {missing} asks questions.") from missing
    return module
