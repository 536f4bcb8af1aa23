"""Quiz questions whose answers are made from facts, so that they stay right by date and nation.

A question on a figure holds the fact's id and how far the wrong answers lie from it. A question
whose fact is not known for the date and nation, or is not sure, is not asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any
from zlib import crc32

import attrs
import yaml

from bot.errors import ContentError, FactError
from bot.facts import Fact, FactStore, fill
from bot.facts.words import in_words
from bot.situation import NATIONS, Nation, Situation

DATA = Path(__file__).parents[2] / "data" / "quiz"
YES, NO = "Yes", "No"
_KEYS = {
    "id", "topic", "ask", "explain", "nations", "from", "until", "relies_on",
    "fact", "steps", "holds", "holds_if", "right", "wrong",
}  # fmt: skip
_KINDS = ("fact", "holds", "holds_if", "right")


@attrs.frozen
class Question:
    """One question, in two wordings or more.

    Attributes:
        id: its name.
        topic: the topic of the guide that it belongs to.
        ask: its wordings, with figures as `{fact.id}`.
        explain: what is told after the answer.
        nations: where it is asked.
        from_, until: first and last day on which it is asked.
        relies_on: facts that the answer rests on without showing them.
        fact, steps: the fact that is the right answer, and how far the wrong ones lie from it.
        holds: whether yes is right.
        holds_if: a yes-or-no fact that says whether yes is right.
        right, wrong: answers in words.
    """

    id: str
    topic: str
    ask: tuple[str, ...]
    explain: str
    nations: tuple[Nation, ...] = NATIONS
    from_: date | None = None
    until: date | None = None
    relies_on: tuple[str, ...] = ()
    fact: str | None = None
    steps: tuple[Decimal, ...] = ()
    holds: bool | None = None
    holds_if: str | None = None
    right: str | None = None
    wrong: tuple[str, ...] = ()


@attrs.frozen
class Posed:
    """A question as it is put to one person on one date.

    Attributes:
        id, topic: of the question.
        ask: the words.
        options: the answers, in the order in which they are shown.
        right: place of the right answer among them.
        explain: what is told after the answer.
        facts: the facts that it rests on.
    """

    id: str
    topic: str
    ask: str
    options: tuple[str, ...]
    right: int
    explain: str
    facts: tuple[Fact, ...]

    @property
    def source(self) -> str:
        """Where the answer comes from: the official page, or the first source."""
        for fact in self.facts:
            if fact.official:
                return f"{fact.official.title}, {fact.official.url}"
        return next((fact.source for fact in self.facts if fact.source), "")


def pose(
    question: Question, situation: Situation, store: FactStore, wording: int = 0
) -> Posed | None:
    """Put a question for a person and a date; None where it can not be answered surely.

    Args:
        wording: which of its wordings, counted round.
    """
    on, nation = situation.on, situation.nation
    here = set(NATIONS) if nation is None else {nation}
    if not here <= set(question.nations) or not _in_time(question, on):
        return None
    try:
        asked = fill(question.ask[wording % len(question.ask)], store, on, nation)
        told = fill(question.explain, store, on, nation)
        used = [store.get(name, on, nation) for name in question.relies_on]
        options, right, rests_on = _options(question, on, nation, store)
    except FactError:
        return None
    facts = tuple(dict.fromkeys([*rests_on, *used, *told.told, *asked.told]))
    if any(fact.unsure for fact in facts):
        return None
    return Posed(question.id, question.topic, asked.text, options, right, told.text, facts)


def _in_time(question: Question, on: date) -> bool:
    begun = question.from_ is None or on >= question.from_
    return begun and (question.until is None or on <= question.until)


def _options(
    question: Question, on: date, nation: Nation | None, store: FactStore
) -> tuple[tuple[str, ...], int, list[Fact]]:
    if question.holds is not None:
        return (YES, NO), 0 if question.holds else 1, []
    if question.holds_if:
        fact = store.get(question.holds_if, on, nation)
        return (YES, NO), 0 if fact.value else 1, [fact]
    if question.fact:
        fact = store.get(question.fact, on, nation)
        return *_figures(fact, question.steps), [fact]
    texts = [fill(text, store, on, nation) for text in (question.right or "", *question.wrong)]
    options = _turned([text.text for text in texts], question.id)
    return options, options.index(texts[0].text), [fact for text in texts for fact in text.told]


def _figures(fact: Fact, steps: tuple[Decimal, ...]) -> tuple[tuple[str, ...], int]:
    """Return the fact's value among wrong ones, smallest first."""
    if isinstance(fact.value, bool) or not isinstance(fact.value, (int, Decimal)):
        raise ContentError(f"{fact.id} is no number, so a quiz can not ask for it.")
    value = Decimal(fact.value)
    values = sorted({value, *(value + step for step in steps if value + step > 0)})
    return tuple(in_words(each, fact.unit) for each in values), values.index(value)


def _turned(options: list[str], name: str) -> tuple[str, ...]:
    """Turn the answers by the question's name, so that the right one is not always first."""
    start = crc32(name.encode()) % len(options)
    return (*options[start:], *options[:start])


@lru_cache(maxsize=2)
def load_questions(folder: Path = DATA) -> Mapping[str, Question]:
    """Return all questions by id, in the order of the files.

    Raises:
        ContentError: a file is wrong; the message says which and where.
    """
    found: dict[str, Question] = {}
    for path in sorted(folder.glob("*.yml")):
        if path.name == "words.yml":
            continue
        for raw in _read(path)["questions"]:
            question = _question(path, raw)
            if question.id in found:
                raise ContentError(f"{path.name}, {question.id}: this id is taken.")
            found[question.id] = question
    return found


@lru_cache(maxsize=2)
def load_words(folder: Path = DATA) -> Mapping[str, Any]:
    """Return what the quiz says around its questions."""
    words: Mapping[str, Any] = _read(folder / "words.yml")
    return words


def _question(path: Path, raw: Mapping[str, Any]) -> Question:
    where = f"{path.name}, {raw.get('id')}"
    if extra := set(raw) - _KEYS:
        raise ContentError(f"{where}: unknown keys {sorted(extra)}; known are {sorted(_KEYS)}.")
    if sum(kind in raw for kind in _KINDS) != 1:
        raise ContentError(f"{where}: write one of {', '.join(_KINDS)}.")
    if len(raw["ask"]) < 2:
        raise ContentError(f"{where}: write at least two wordings under `ask`.")
    return Question(
        id=raw["id"],
        topic=raw["topic"],
        ask=tuple(raw["ask"]),
        explain=raw["explain"],
        nations=tuple(raw.get("nations", NATIONS)),
        from_=raw.get("from"),
        until=raw.get("until"),
        relies_on=tuple(raw.get("relies_on", ())),
        fact=raw.get("fact"),
        steps=tuple(Decimal(str(step)) for step in raw.get("steps", ())),
        holds=raw.get("holds"),
        holds_if=raw.get("holds_if"),
        right=raw.get("right"),
        wrong=tuple(raw.get("wrong", ())),
    )


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
