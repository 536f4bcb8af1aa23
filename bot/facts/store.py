"""The store of dated facts. The date is always given; outside what is known it refuses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import attrs

from bot.errors import NationMatters, NoFactForDate, NoFactForNation, UnknownFact
from bot.facts.model import Fact
from bot.facts.words import date_in_words, joined
from bot.situation import NATION_NAMES, NATIONS, Nation

ASK = "Ask Acas in England, Wales and Scotland, or the Labour Relations Agency in Northern Ireland"


class FactStore:
    """Facts by id, date and nation.

    It never falls back on another year or another nation: it raises, and the message says
    what is known and who can be asked.
    """

    def __init__(self, facts: Iterable[Fact]) -> None:
        by_id: dict[str, list[Fact]] = {}
        for fact in facts:
            by_id.setdefault(fact.id, []).append(fact)
        self._by_id: Mapping[str, tuple[Fact, ...]] = {
            name: tuple(sorted(values, key=_order)) for name, values in sorted(by_id.items())
        }

    def __len__(self) -> int:
        """Count the dated values."""
        return sum(len(values) for values in self._by_id.values())

    def __contains__(self, name: object) -> bool:
        return name in self._by_id

    def ids(self) -> tuple[str, ...]:
        """Return every id, in alphabetical order."""
        return tuple(self._by_id)

    def history(self, name: str) -> tuple[Fact, ...]:
        """Return every known value of a fact, oldest first.

        Raises:
            UnknownFact: no fact has this id.
        """
        if name not in self._by_id:
            raise UnknownFact(f"There is no fact '{name}'. See data/facts for the ids.")
        return self._by_id[name]

    def get(self, name: str, on: date, nation: Nation | None = None) -> Fact:
        """Return the value in force on a day, in a nation.

        Without a nation the value is returned only where all four nations share it.

        Raises:
            UnknownFact: no fact has this id.
            NoFactForNation: it does not hold, or is not known, in that nation.
            NoFactForDate: it is not known for that day.
            NationMatters: no nation was given and the nations differ that day.
        """
        values = self.history(name)
        if nation is None:
            return self._shared(name, values, on)
        here = [fact for fact in values if nation in fact.nations]
        if not here:
            raise NoFactForNation(_not_here(values, nation))
        for fact in here:
            if fact.holds_on(on):
                return fact
        raise NoFactForDate(_not_then(here, on))

    def find(self, name: str, on: date, nation: Nation | None = None) -> Fact | None:
        """Return the value in force, or None where it is not known for that day and nation.

        Raises:
            UnknownFact: no fact has this id.
            NationMatters: no nation was given and the nations differ that day.
        """
        try:
            return self.get(name, on, nation)
        except (NoFactForDate, NoFactForNation):
            return None

    def in_force(self, on: date, nation: Nation | None = None) -> list[Fact]:
        """Return every value in force on a day, in one nation or in any."""
        return [
            fact
            for values in self._by_id.values()
            for fact in values
            if fact.holds_on(on) and (nation is None or nation in fact.nations)
        ]

    def due(self, on: date, nation: Nation | None = None) -> list[Fact]:
        """Return the values whose review date has passed on a day, the longest overdue first.

        A value that another has replaced by then needs no review.
        """
        late = [
            fact
            for values in self._by_id.values()
            for fact in values
            if fact.overdue(on)
            and (nation is None or nation in fact.nations)
            and not _replaced(fact, values, on)
        ]
        return sorted(late, key=lambda fact: (fact.review_by or date.max, fact.id))

    def _shared(self, name: str, values: tuple[Fact, ...], on: date) -> Fact:
        now = [fact for fact in values if fact.holds_on(on)]
        if not now:
            raise NoFactForDate(_not_then(list(values), on))
        covered = {nation for fact in now for nation in fact.nations}
        if covered != set(NATIONS) or any(fact.words != now[0].words for fact in now):
            raise NationMatters(
                f"'{name}' is not the same in every nation on {date_in_words(on)}"
                f" (known for {_names(covered)}). Ask where the work is."
            )
        least_sure = max(now, key=lambda fact: fact.unsure)
        return attrs.evolve(least_sure, nations=NATIONS)


def _order(fact: Fact) -> tuple[date, tuple[int, ...]]:
    return fact.from_, tuple(NATIONS.index(nation) for nation in fact.nations)


def _replaced(fact: Fact, values: tuple[Fact, ...], on: date) -> bool:
    return any(
        fact.from_ < later.from_ <= on and set(fact.nations) <= set(later.nations)
        for later in values
    )


def _names(nations: Iterable[Nation]) -> str:
    wanted = set(nations)
    return joined(tuple(NATION_NAMES[nation] for nation in NATIONS if nation in wanted))


def _who_knows(values: Iterable[Fact]) -> str:
    for fact in values:
        if fact.official:
            return f"See {fact.official.title}: {fact.official.url}"
    return f"{ASK}."


def _not_here(values: tuple[Fact, ...], nation: Nation) -> str:
    known = _names(nation for fact in values for nation in fact.nations)
    what = f"{values[0].title}: known for {known}, not for {NATION_NAMES[nation]}."
    return f"{what} {_who_knows(values)}"


def _not_then(values: list[Fact], on: date) -> str:
    known = " and ".join(_period(start, end) for start, end in _known_periods(values))
    return (
        f"{values[0].title}: known {known}; not for {date_in_words(on)}. {_who_knows(values[::-1])}"
    )


def _known_periods(values: list[Fact]) -> list[tuple[date, date | None]]:
    """Join periods that touch, so that a reader sees what is known and nothing more."""
    periods: list[tuple[date, date | None]] = []
    for fact in sorted(values, key=lambda value: value.from_):
        start, end = periods[-1] if periods else (fact.from_, fact.from_)
        if periods and (end is None or fact.from_ <= end + timedelta(days=1)):
            later = None if end is None or fact.to is None else max(end, fact.to)
            periods[-1] = (start, later)
        else:
            periods.append((fact.from_, fact.to))
    return periods


def _period(start: date, end: date | None) -> str:
    since = f"from {date_in_words(start)}"
    return f"{since} to {date_in_words(end)}" if end else f"{since} on"
