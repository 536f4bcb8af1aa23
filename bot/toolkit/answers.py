"""What one person answered: chosen practices, and quotes they agreed to. No name, no free text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from bot.toolkit.content import LIMITS, Question, Role, Toolkit

Chosen = Mapping[str, tuple[str, ...]]


@attrs.frozen
class Answers:
    """The answers of one person.

    Attributes:
        role: as whom they answer.
        chosen: ids of practices by question.
        skipped: questions that they left out, or do not know.
        quotes: own words by question, each kept with their agreement.
    """

    role: Role
    chosen: Chosen = attrs.field(factory=dict)
    skipped: tuple[str, ...] = ()
    quotes: Mapping[str, str] = attrs.field(factory=dict)

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Answers:
        """Return the answers that `to_data` wrote."""
        return cls(
            role=data["role"],
            chosen={name: tuple(ids) for name, ids in data.get("chosen", {}).items()},
            skipped=tuple(data.get("skipped", ())),
            quotes=dict(data.get("quotes", {})),
        )

    def to_data(self) -> dict[str, Any]:
        """Return them as plain data."""
        return {
            "role": self.role,
            "chosen": {name: list(ids) for name, ids in self.chosen.items()},
            "skipped": list(self.skipped),
            "quotes": dict(self.quotes),
        }

    def choose(self, question: str, ids: Iterable[str]) -> Answers:
        """Return them with an answer put in."""
        skipped = tuple(name for name in self.skipped if name != question)
        chosen = {**self.chosen, question: tuple(ids)}
        return attrs.evolve(self, chosen=chosen, skipped=skipped)

    def quote(self, question: str, words: str) -> Answers:
        """Return them with a quote put in."""
        skipped = tuple(name for name in self.skipped if name != question)
        quotes = {**self.quotes, question: words}
        return attrs.evolve(self, quotes=quotes, skipped=skipped)

    def skip(self, question: str) -> Answers:
        """Return them with a question left out."""
        left = self.without(question)
        return attrs.evolve(left, skipped=(*left.skipped, question))

    def without(self, question: str) -> Answers:
        """Return them as before the question was answered."""
        return attrs.evolve(
            self,
            chosen={k: v for k, v in self.chosen.items() if k != question},
            quotes={k: v for k, v in self.quotes.items() if k != question},
            skipped=tuple(name for name in self.skipped if name != question),
        )

    @property
    def seen(self) -> frozenset[str]:
        """The questions that were answered or left out."""
        return frozenset({*self.chosen, *self.quotes, *self.skipped})

    @property
    def limits(self) -> tuple[str, ...]:
        """The limits that they named."""
        return self.chosen.get(LIMITS, ())

    def begun(self) -> bool:
        """Return whether anything was answered."""
        return bool(self.chosen or self.quotes)


def next_question(answers: Answers, part: str, toolkit: Toolkit) -> Question | None:
    """Return the next question of a part, or None at its end."""
    asked = toolkit.asked_of(answers.role, part)
    return next((question for question in asked if question.id not in answers.seen), None)


def next_part(answers: Answers, toolkit: Toolkit) -> str | None:
    """Return the next part with a question left, or None at the end."""
    parts = toolkit.parts_of(answers.role)
    return next((name for name in parts if next_question(answers, name, toolkit)), None)
