"""Which questions make a round, and what is remembered of it.

What was wrong comes again in the next round, in another wording, until it was right once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import zip_longest
from typing import Any

import attrs

from bot.facts import FactStore
from bot.quiz.questions import Posed, load_questions, load_words, pose
from bot.situation import Situation

ROUND = 4
MOST_AGAIN = 2  # of a round, so that something is new each time


@attrs.frozen
class Progress:
    """How far somebody is.

    Attributes:
        asked: ids of the questions asked so far.
        again: ids of those to ask again.
        wordings: how often each was asked; the next wording follows from it.
        left: ids still to come in this round, the one now asked first.
        right: how many were right in this round.
        count: how many questions this round has.
        subjects: topics they asked for; empty for all.
    """

    asked: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    wordings: Mapping[str, int] = attrs.field(factory=dict)
    left: tuple[str, ...] = ()
    right: int = 0
    count: int = ROUND
    subjects: tuple[str, ...] = ()

    @staticmethod
    def from_data(raw: Mapping[str, Any] | None) -> Progress:
        """Read what the conversation kept."""
        values: dict[str, Any] = {
            k: tuple(v) if isinstance(v, list) else v for k, v in (raw or {}).items()
        }
        return Progress(**values)

    def to_data(self) -> dict[str, Any]:
        """Return it as plain data, ready for a slot."""
        data = attrs.asdict(self)
        return {k: list(v) if isinstance(v, tuple) else v for k, v in data.items()}

    def begin(self, situation: Situation, store: FactStore) -> Progress:
        """Return a new round: some of what was wrong, then what was not asked yet."""
        can = [q for q in load_questions() if pose(load_questions()[q], situation, store)]
        again = [name for name in self.again if name in can][:MOST_AGAIN]
        fresh = [name for name in can if name not in self.asked]
        wanted = [n for n in fresh if load_questions()[n].topic in self.subjects]
        others = [n for n in _spread(fresh) if n not in wanted]
        left = tuple([*again, *wanted, *others][:ROUND])
        return attrs.evolve(self, left=left, right=0, count=len(left))

    def posed(self, situation: Situation, store: FactStore) -> Posed | None:
        """Return the question that is due, in the wording that is due."""
        for name in self.left:
            wording = self.wordings.get(name, 0)
            if posed := pose(load_questions()[name], situation, store, wording):
                return posed
        return None

    def answered(self, name: str, right: bool) -> Progress:
        """Return the progress after an answer."""
        again = tuple(each for each in self.again if each != name)
        return attrs.evolve(
            self,
            asked=tuple(dict.fromkeys([*self.asked, name])),
            again=again if right else (*again, name),
            wordings={**self.wordings, name: self.wordings.get(name, 0) + 1},
            left=tuple(each for each in self.left if each != name),
            right=self.right + right,
        )


def subjects_in(text: str) -> tuple[str, ...]:
    """Return the topics that the words ask to be quizzed on."""
    words = text.lower()
    patterns: Mapping[str, str] = load_words()["subjects"]
    return tuple(topic for topic, pattern in patterns.items() if re.search(pattern, words))


def _spread(names: Iterable[str]) -> list[str]:
    """Order questions so that the topics take turns."""
    by_topic: dict[str, list[str]] = {}
    for name in names:
        by_topic.setdefault(load_questions()[name].topic, []).append(name)
    return [name for row in zip_longest(*by_topic.values()) for name in row if name]
