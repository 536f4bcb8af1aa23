"""Figures of law that a learner states, held against the facts: “You said £12.21. It is £12.71.”

What counts as a statement is data (`claims.yml`): patterns that say what the law is. The wage of
the job in the talk is no statement about the law, and is never corrected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

import attrs

from bot.errors import ContentError, FactError
from bot.facts import Fact, FactStore, Filled, fill
from bot.facts.model import ALWAYS
from bot.facts.words import date_in_words
from bot.rehearsal.loading import DATA, read
from bot.situation import Situation

MOST = 1
"""Corrections in one turn; the turn's own note matters more."""

_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
    "forty": 40, "sixty": 60, "ninety": 90, "third": 3, "fourth": 4,
}  # fmt: skip
_SINCE = "Since {day}"
_BY_LAW = "By law"


@attrs.frozen
class Claim:
    """A kind of statement about the law.

    Attributes:
        id: its name.
        says: patterns with a group `n` or `m` for the figure.
        needs: what the sentence must hold as well.
        unless: what makes it something else.
        fact: the fact that it should agree with.
        also: facts whose value is right as well.
        tell: what is said where it does not agree.
    """

    id: str
    says: tuple[re.Pattern[str], ...]
    needs: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    fact: str
    also: tuple[str, ...]
    tell: str


def corrections(text: str, store: FactStore, here: Situation) -> tuple[Filled, ...]:
    """Return what to say about figures of law in a turn that do not agree with the facts.

    A figure is told only where the fact is sure for the date and nation.
    """
    found = (each for part in _SENTENCE.split(text) for each in _checked(part, store, here))
    return tuple(dict.fromkeys(found))[:MOST]


@lru_cache(maxsize=1)
def load_claims() -> tuple[Claim, ...]:
    """Return the kinds of statements that are checked.

    Raises:
        ContentError: a pattern can not be read.
    """
    raw = read(DATA / "claims.yml")
    parts = {name: str(raw[name]) for name in ("between", "money", "number")}
    return tuple(_claim(entry, parts) for entry in raw["claims"])


def _claim(entry: Mapping[str, Any], parts: Mapping[str, str]) -> Claim:
    where = f"claims.yml, {entry.get('id')}"
    return Claim(
        id=entry["id"],
        says=tuple(_pattern(each, parts, where) for each in entry["says"]),
        needs=_pattern(entry["needs"], {}, where) if "needs" in entry else None,
        unless=_pattern(entry["unless"], {}, where) if "unless" in entry else None,
        fact=entry["fact"],
        also=tuple(entry.get("also", ())),
        tell=entry["tell"],
    )


def _pattern(words: str, parts: Mapping[str, str], where: str) -> re.Pattern[str]:
    for name, part in parts.items():
        words = words.replace(f"{{{name}}}", part)
    try:
        return re.compile(words)
    except re.error as wrong:
        raise ContentError(f"{where}: this pattern can not be read: {wrong}.") from wrong


def _checked(sentence: str, store: FactStore, here: Situation) -> Iterator[Filled]:
    words = " ".join(sentence.lower().replace("’", "").replace("'", "").replace(",", "").split())
    for claim in load_claims():
        said = _figure(claim, words)
        if said is not None:
            yield from _told(claim, said, store, here)
            return


def _figure(claim: Claim, words: str) -> str | None:
    """Return the figure that a sentence states, or None."""
    if claim.needs and not claim.needs.search(words):
        return None
    if claim.unless and claim.unless.search(words):
        return None
    found: Sequence[re.Match[str]] = [m for p in claim.says if (m := p.search(words))]
    groups = (value for match in found for value in match.groupdict().values() if value)
    return next(groups, None)


def _told(claim: Claim, said: str, store: FactStore, here: Situation) -> Iterator[Filled]:
    try:
        fact = store.get(claim.fact, here.on, here.nation)
        others = [store.get(name, here.on, here.nation) for name in claim.also]
        if fact.unsure or any(_same(said, each) for each in (fact, *others)):
            return
        tell = claim.tell.replace("{said}", _as_said(said, fact)).replace("{since}", _since(fact))
        filled = fill(tell, store, here.on, here.nation)
    except FactError:
        return  # not known here and then: nothing is better than a guess
    yield Filled(filled.text, filled.facts or (fact.id,), filled.told)


def _same(said: str, fact: Fact) -> bool:
    value = _NUMBERS.get(said)
    number = Decimal(value) if value is not None else Decimal(said)
    return isinstance(fact.value, (int, Decimal)) and number == Decimal(fact.value)


def _as_said(said: str, fact: Fact) -> str:
    return f"£{said}" if fact.unit.startswith("£") else said


def _since(fact: Fact) -> str:
    if fact.from_ == ALWAYS or fact.began_earlier:
        return _BY_LAW
    return _SINCE.format(day=date_in_words(fact.from_))
