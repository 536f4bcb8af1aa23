"""The last day to act on a claim: calendar arithmetic on the law of the day it happened.

"Three months less one day" from 4 September ends on 3 December. Where the month in question has no
such day (30 November, in February), its last day is taken first and the day taken off then. That
never gives a later date than any other reading, and a day too early harms nobody.

The date that is shown first works to the shorter limit (`tribunal.limit.cautious`); a longer limit
that the law may give is shown after it, with its doubt.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import attrs
import yaml
from dateutil.relativedelta import relativedelta

from bot.errors import ContentError
from bot.facts import Fact, FactStore
from bot.situation import NATIONS, Nation

DATA = Path(__file__).parents[2] / "data" / "deadlines.yml"
CAUTIOUS = "tribunal.limit.cautious"
_KEYS = {
    "label", "button", "counts_from", "limit", "cautious", "when_said", "also", "words",
    "whole_months", "not_a_claim",
}  # fmt: skip


@attrs.frozen
class Claim:
    """A kind of claim.

    Attributes:
        id: its name in the data.
        label: it in a few words.
        button: the words on its button.
        counts_from: the day from which the limit counts, in words.
        limit: id of the fact that sets the limit, in months.
        cautious: id of the fact for the limit to work to.
        when_said: how the guide asks for the day.
        also: what must be said with it.
        words: patterns that name it.
        whole_months: whether no day is taken off (after a conciliation certificate).
        not_a_claim: what to say where no tribunal deals with it.
    """

    id: str
    label: str
    button: str
    words: tuple[re.Pattern[str], ...]
    counts_from: str = ""
    limit: str = ""
    cautious: str = CAUTIOUS
    when_said: str = ""
    also: str | None = None
    whole_months: bool = False
    not_a_claim: str | None = None


@attrs.frozen
class Deadline:
    """The last day to act, and the law that it rests on.

    Attributes:
        start: the day from which it counts.
        day: the last day by the cautious reading; show this one first.
        months: the limit behind `day`.
        later: the last day by the law as it probably is, where that is later.
        later_in: nations where the later day may hold.
        facts: the facts used, the limit for `day` first.
    """

    start: date
    day: date
    months: Fact
    later: date | None = None
    later_in: tuple[Nation, ...] = ()
    facts: tuple[Fact, ...] = ()

    def days_left(self, on: date) -> int:
        """Return the days from `on` to the cautious last day; below 0 where it has passed."""
        return (self.day - on).days


def last_day(start: date, months: int, less_a_day: bool = True) -> date:
    """Return the last day of a limit of whole months that counts from `start`.

    Args:
        months: at least 1.
        less_a_day: as in "three months less one day", which counts the first day in.
    """
    end = start + relativedelta(months=months)
    return end - timedelta(days=1) if less_a_day else end


def deadline(
    claim: Claim, start: date, on: date, store: FactStore, nation: Nation | None = None
) -> Deadline:
    """Return the last day to act on a claim.

    Args:
        start: the day from which it counts; the law of that day applies.
        on: the day of the question.
        nation: where the work was; None gives the cautious day, which all nations share, and says
            where a later one may hold.

    Raises:
        FactError: the cautious limit is not known for that nation.
    """
    shared: Nation = nation or "england"
    cautious = store.get(claim.cautious, max(on, start), shared)
    day = last_day(start, months_of(cautious), not claim.whole_months)
    later, where, used = None, [], [cautious]
    for each in (nation,) if nation else NATIONS:
        fact = store.find(claim.limit, start, each) if claim.limit != claim.cautious else None
        if fact is None:
            continue
        end = last_day(start, months_of(fact), not claim.whole_months)
        if end > day:
            later = end if later is None else min(later, end)
            where.append(each)
            used.append(fact)
    return Deadline(start, day, cautious, later, tuple(where), tuple(used))


def claim_in(text: str) -> Claim | None:
    """Return the kind of claim that the words name: the first in the order of the data."""
    words = " ".join(text.lower().replace("\u2019", "'").split())
    return next((c for c in claims().values() if any(p.search(words) for p in c.words)), None)


def claims() -> Mapping[str, Claim]:
    """Return all kinds of claim by id."""
    found: Mapping[str, Claim] = load_deadlines()["claims"]
    return found


@lru_cache(maxsize=2)
def load_deadlines(path: Path = DATA) -> Mapping[str, Any]:
    """Return the data on time limits, its claims read.

    Raises:
        ContentError: a claim has an unknown key, or lacks a limit.
    """
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {**data, "claims": {name: _claim(name, raw) for name, raw in data["claims"].items()}}


def _claim(name: str, raw: Mapping[str, Any]) -> Claim:
    if extra := set(raw) - _KEYS:
        raise ContentError(f"deadlines.yml, {name}: unknown keys {sorted(extra)}.")
    if not raw.get("not_a_claim") and not (raw.get("limit") and raw.get("when_said")):
        raise ContentError(f"deadlines.yml, {name}: write `limit` and `when_said`.")
    patterns = tuple(re.compile(pattern) for pattern in raw["words"])
    return Claim(id=name, **{**raw, "words": patterns})


def months_of(fact: Fact) -> int:
    """Return the months that a fact names.

    Raises:
        ContentError: it names something else.
    """
    if not isinstance(fact.value, (int, Decimal)) or fact.unit != "months":
        raise ContentError(f"{fact.id} is not a number of months, so no date can be counted.")
    return int(fact.value)
