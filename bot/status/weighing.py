"""Which employment status the answers point to: an ordered table, never a verdict.

The tests are those that courts ask about: who is bound to whom, whether the work must be done in
person, who controls it, and whether there is a business of one's own. The table is in
`data/status/outcomes.yml`; the first line that fits counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import attrs
import yaml

from bot.dialogue.yes_no import yes_no_in
from bot.errors import ContentError
from bot.situation import Status

DATA = Path(__file__).parents[2] / "data" / "status"
NOT_SURE = "not_sure"

Sure = Literal["fairly", "partly", "not"]
Answers = Mapping[str, str]


@attrs.frozen
class Option:
    """One answer that a question takes.

    Attributes:
        value: what is kept.
        title: the words on its button.
        heard: the answer as the guide says it back, after "From what you said:".
        words: patterns that count as this answer.
    """

    value: str
    title: str
    heard: str
    words: tuple[re.Pattern[str], ...]


@attrs.frozen
class Question:
    """One question of the path, and why it is asked.

    Attributes:
        unasked: whether words in the first message, before it was asked, count as its answer.
    """

    id: str
    say: str
    why: str
    options: tuple[Option, ...]
    unasked: bool = True

    def read(self, text: str) -> str | None:
        """Return the answer that the words give to this question, `not_sure`, or None."""
        if (stated := self.stated(text)) is not None:
            return stated
        plain = yes_no_in(text)
        if plain == NOT_SURE or plain in {option.value for option in self.options}:
            return plain
        return None

    def stated(self, text: str) -> str | None:
        """Return the answer that the words state on their own, without the question before them."""
        words = " ".join(text.lower().replace("\u2019", "'").split())
        found = {o.value for o in self.options if any(p.search(words) for p in o.words)}
        return found.pop() if len(found) == 1 else None

    def heard(self, value: str) -> str | None:
        """Return an answer as the guide says it back; None for `not_sure`."""
        return next((option.heard for option in self.options if option.value == value), None)


@attrs.frozen
class Standing:
    """Which way the answers point.

    Attributes:
        id: the line of the table.
        points_to: one status, or the likeliest ones where the answers are mixed.
        sure: how sure a few questions can be.
        say: the words for it.
        relies_on: facts that the words rely on.
    """

    id: str
    points_to: tuple[Status, ...]
    sure: Sure
    say: str
    when: Mapping[str, tuple[str, ...]]
    relies_on: tuple[str, ...] = ()

    @property
    def status(self) -> Status | None:
        """The status to work with from here on; None where the answers are mixed."""
        return self.points_to[0] if len(self.points_to) == 1 else None

    def fits(self, answers: Answers) -> bool:
        """Return whether the answers fit; a question that was not answered counts as not sure."""
        return all(answers.get(name, NOT_SURE) in wanted for name, wanted in self.when.items())


@attrs.frozen
class DecisionPath:
    """The whole decision path: questions, outcomes, and the words around them."""

    questions: tuple[Question, ...]
    outcomes: tuple[Standing, ...]
    words: Mapping[str, Any]

    def question(self, name: str) -> Question:
        """Return a question by id."""
        return next(question for question in self.questions if question.id == name)

    def next_question(self, answers: Answers) -> Question | None:
        """Return what to ask next; None once the rest can not change the outcome."""
        if len({o.id for o in self.outcomes if self._may_fit(o, answers)}) == 1:
            return None
        return next((q for q in self.questions if q.id not in answers), None)

    def _may_fit(self, outcome: Standing, answers: Answers) -> bool:
        """Return whether the outcome can still be reached from here.

        A later line can not, once an earlier one fits whatever else is answered.
        """
        for each in self.outcomes:
            if each.id == outcome.id:
                return all(
                    answers[name] in wanted for name, wanted in each.when.items() if name in answers
                )
            if all(name in answers and answers[name] in w for name, w in each.when.items()):
                return False
        return False


def weigh(answers: Answers) -> Standing:
    """Return which way the answers point: the first line of the table that fits."""
    return next(outcome for outcome in load_path().outcomes if outcome.fits(answers))


def stated_in(text: str) -> dict[str, str]:
    """Return the answers that a message gives unasked, by question."""
    found = {q.id: q.stated(text) for q in load_path().questions if q.unasked}
    return {name: value for name, value in found.items() if value is not None}


@lru_cache(maxsize=2)
def load_path(folder: Path = DATA) -> DecisionPath:
    """Return the decision path.

    Raises:
        ContentError: the files do not fit each other; the message says where.
    """
    questions = tuple(_question(raw) for raw in _read(folder / "questions.yml"))
    raw = dict(_read(folder / "outcomes.yml"))
    outcomes = tuple(_outcome(row, questions) for row in raw.pop("outcomes"))
    if outcomes[-1].when:
        raise ContentError("status/outcomes.yml: the last outcome must fit always (`when: {}`).")
    return DecisionPath(questions, outcomes, raw)


def _question(raw: Mapping[str, Any]) -> Question:
    options = tuple(
        Option(o["value"], o["title"], o["heard"], tuple(re.compile(w) for w in o["words"]))
        for o in raw["options"]
    )
    return Question(raw["id"], raw["say"], raw["why"], options, raw.get("unasked", True))


def _outcome(raw: Mapping[str, Any], questions: tuple[Question, ...]) -> Standing:
    known = {q.id: {NOT_SURE, *(o.value for o in q.options)} for q in questions}
    for name, values in raw["when"].items():
        if name not in known or set(values) - known[name]:
            raise ContentError(
                f"status/outcomes.yml, {raw['id']}: '{name}: {values}' is no answer."
            )
    return Standing(
        id=raw["id"],
        points_to=tuple(raw["points_to"]),
        sure=raw["sure"],
        say=raw["say"],
        when={name: tuple(values) for name, values in raw["when"].items()},
        relies_on=tuple(raw.get("relies_on", ())),
    )


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
