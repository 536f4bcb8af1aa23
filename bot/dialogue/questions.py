"""The question that is open, and who asked it.

Rasa has forms for this, but an active form comes before every rule and takes any text for an
answer, safety included. Here a question is a slot, `{"by": "offers", "about": "pay"}`, and the
capability that asked says whether the words answer it (docs/adr/0004-open-questions-not-forms.md).

A question can be fenced, `{"by": "rehearsal", "fenced": True}`: then every message is for whoever
asked, safety apart, and nothing in it is about the person (docs/adr/0010-rehearsal-is-fenced.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Protocol

from bot.dialogue.turn import Outcome, Turn
from bot.errors import GoodWorkError
from bot.replies import Reply

OpenQuestion = Mapping[str, Any]

#: Feelings that come over a person in the middle of a question.
FEELINGS = ("self_blame", "discouraged")

#: What comes between a question and its answer without being another subject: a question that is
#: let drop when somebody turns to something else is put again after these.
COMES_BETWEEN = frozenset({*FEELINGS, "carry_on"})


class Asker(Protocol):
    """A capability that asks questions."""

    def understands(self, question: OpenQuestion, text: str, intent: str) -> bool:
        """Return whether the words answer the question; cheap, and free of side effects."""

    def answer(self, question: OpenQuestion, turn: Turn) -> Outcome:
        """Take the answer."""

    def ask_again(self, question: OpenQuestion, turn: Turn) -> Reply | None:
        """Return the question once more, for use after something else came between."""


class Fencing(Asker, Protocol):
    """A capability whose questions can be fenced."""

    def meant_inside(self, memory: Mapping[str, Any], text: str) -> bool:
        """Return whether words that raised the alarm are said to somebody inside the fence."""

    def read(self, memory: Mapping[str, Any], understood: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return what a message is, as parts of the parse data: `intent`, `values`, `reading`."""


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
    "toolkit": "bot.toolkit.conversation",
    "rehearsal": "bot.rehearsal.conversation",
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


def fencing(memory: Mapping[str, Any]) -> Fencing | None:
    """Return who takes every message now, or None where no question is fenced."""
    question = memory.get("open_question")
    if not (question and question.get("fenced")):
        return None
    return import_module(ASKERS[question["by"]])


def put_aside(memory: Mapping[str, Any]) -> dict[str, Any]:
    """Return what to remember so that a fenced question waits while something else comes first."""
    if fencing(memory) is None:
        return {}
    return {"open_question": {**memory["open_question"], "fenced": False}}
