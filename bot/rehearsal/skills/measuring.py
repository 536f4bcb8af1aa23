"""How well turns are read that nothing was learnt from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import attrs

from bot.rehearsal.skills.examples import HELD_OUT, Example, load_turns
from bot.rehearsal.skills.labels import KINDS, QUESTIONS, SKILLS, SLIPS
from bot.rehearsal.skills.reading import TurnReading, read_turn

COUNSELLING = "counselling"
"""How the names of files with talk on other subjects begin."""


@attrs.frozen
class Read:
    """A held-out turn and what was read in it."""

    example: Example
    reading: TurnReading

    @property
    def found(self) -> tuple[str, ...]:
        """Skills and slips together."""
        return self.reading.skills + self.reading.slips


def measure(folder: Path = HELD_OUT) -> dict[str, Any]:
    """Return the figures on the held-out turns, ready for metrics.json."""
    return figures([Read(each, read_turn(each.text)) for each in load_turns(folder)])


def figures(read: Sequence[Read]) -> dict[str, Any]:
    """Return precision, recall and F1 of each label, and their plain means.

    `open_or_closed` is the mean F1 of the two over the turns that ask one sort of question alone;
    a turn in which neither was read counts as wrong. `kinds` is the mean F1 of question,
    reflection and other; `counselling` the same on talk about other subjects.
    """
    labels = {label: _scores(_pairs(read, label)) for label in (*SKILLS, *SLIPS)}
    counselling = [each for each in read if each.example.topic.startswith(COUNSELLING)]
    return {
        "turns": len(read),
        "skills": _mean(labels[label]["f1"] for label in SKILLS),
        "slips": _mean(labels[label]["f1"] for label in SLIPS),
        "open_or_closed": _open_or_closed(read),
        "kinds": _kinds(read),
        "counselling": {"turns": len(counselling), "kinds": _kinds(counselling)},
        "labels": labels,
    }


def _pairs(read: Iterable[Read], label: str) -> list[tuple[bool, bool]]:
    return [(label in each.example.labels, label in each.found) for each in read]


def _open_or_closed(read: Iterable[Read]) -> float:
    asking = [
        (set(each.example.labels) & set(QUESTIONS), set(each.reading.skills) & set(QUESTIONS))
        for each in read
    ]
    one_sort = [(truth, found) for truth, found in asking if len(truth) == 1]
    return _mean(
        _scores([(truth == {name}, found == {name}) for truth, found in one_sort])["f1"]
        for name in QUESTIONS
    )


def _kinds(read: Sequence[Read]) -> float:
    return _mean(
        _scores([(each.example.kind == kind, each.reading.kind == kind) for each in read])["f1"]
        for kind in KINDS
    )


def _scores(pairs: Sequence[tuple[bool, bool]]) -> dict[str, Any]:
    """Return how often what was true was found, and what was found was true."""
    true = sum(truth for truth, _ in pairs)
    named = sum(found for _, found in pairs)
    right = sum(truth and found for truth, found in pairs)
    return {
        "precision": round(right / named, 4) if named else 0.0,
        "recall": round(right / true, 4) if true else 0.0,
        "f1": round(2 * right / (true + named), 4) if true + named else 0.0,
        "support": true,
    }


def _mean(values: Iterable[float]) -> float:
    numbers = list(values)
    return round(sum(numbers) / len(numbers), 4)
