"""What a fact is: one figure, rule, date or number, for a period and some nations."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Literal

import attrs

from bot.facts.words import in_words
from bot.situation import NATIONS, Nation

Value = Decimal | int | bool | str | date | tuple[Decimal | int | str, ...]
Sure = Literal["official", "reported", "weak", "old", "worked_out", "memory"]
Flag = Literal["ok", "check", "must_check"]

UNSURE: frozenset[str] = frozenset({"weak", "old", "memory"})
ALWAYS = date.min


@attrs.frozen
class Source:
    """Where a fact was read.

    Attributes:
        key: its name in `data/facts/sources.yml`.
        title: title of the page or file.
        publisher: who stands behind it.
        url: its address, or None where none was recorded.
        seen_on: the day it was read.
        dated: the date that the copy itself carries, as written, where it carries one.
    """

    key: str
    title: str
    publisher: str
    url: str | None
    seen_on: date
    dated: str | None = None

    @property
    def line(self) -> str:
        """The source in one line, for a reader."""
        where = f": {self.url}" if self.url else ""
        return f"{self.title} ({self.publisher}){where}"


@attrs.frozen
class Page:
    """The official page on which a person should check a fact (`data/facts/official.yml`)."""

    title: str
    url: str


@attrs.frozen
class Contact:
    """What is known about a helpline besides its number.

    Attributes:
        who: who answers.
        hours: when, in words; None where it is not known.
        free: True where a source says that the call is free; None where none says so.
        also: other ways to reach it (a text number, a Welsh line, a website).
    """

    who: str
    hours: str | None = None
    free: bool | None = None
    also: str | None = None


@attrs.frozen
class Fact:
    """One value of a parameter, for one period and some nations.

    Attributes:
        id: the name that sentences refer to, for instance `nmw.nlw_21plus`.
        title: what it is, in plain words.
        value: an exact number (Decimal or int), a date, True or False, words, or several of them.
        unit: a key of `bot.facts.words.UNITS`.
        nations: where it holds.
        from_: first day. `date.min` for what is told whatever the date (phone numbers, dates).
        to: last day, or None where no end is known.
        began_earlier: it already held on `from_`; we did not look further back.
        sure: how we know it (official, reported, weak, old, worked_out, memory).
        flag: ok, check (re-read before release) or must_check (tell only with its caveat).
        sources: where it was read.
        official: the official page on which to check it.
        checked_on: the day it was last checked.
        review_by: the last day to rely on it without a new look; None for what is past.
        caveat: what must be said with it.
        note: for the people who keep the facts; never said.
        contact: for helplines.
        file: the data file it stands in.
    """

    id: str
    title: str
    value: Value
    unit: str
    nations: tuple[Nation, ...]
    from_: date
    to: date | None
    sure: Sure
    flag: Flag
    checked_on: date
    sources: tuple[Source, ...] = ()
    official: Page | None = None
    review_by: date | None = None
    began_earlier: bool = False
    caveat: str | None = None
    note: str | None = None
    contact: Contact | None = None
    file: str = ""

    @property
    def words(self) -> str:
        """The value as a person would write it: "£12.71", "20 minutes", "1 January 2027"."""
        return in_words(self.value, self.unit)

    @property
    def unsure(self) -> bool:
        """Whether it may be told only with a caveat and the official page."""
        return self.flag == "must_check" or self.sure in UNSURE

    @property
    def source(self) -> str:
        """Its first source in one line; empty where it has none."""
        return self.sources[0].line if self.sources else ""

    @property
    def uk_wide(self) -> bool:
        """Whether it holds in all four nations."""
        return set(self.nations) == set(NATIONS)

    def holds_on(self, on: date) -> bool:
        """Tell whether `on` lies in the known period."""
        return self.from_ <= on and (self.to is None or on <= self.to)

    def overdue(self, on: date) -> bool:
        """Tell whether its `review_by` has passed on that day."""
        return self.review_by is not None and on > self.review_by

    def as_dict(self) -> dict[str, Any]:
        """Return the fact as plain data, ready for JSON, as `goodwork facts --json` prints it."""
        return {
            "id": self.id,
            "value": _plain(self.value),
            "unit": self.unit,
            "nations": list(self.nations),
            "from": None if self.from_ == ALWAYS else self.from_.isoformat(),
            "to": self.to.isoformat() if self.to else None,
            "sure": self.sure,
            "source": self.source,
            "title": self.title,
            "words": self.words,
            "flag": self.flag,
            "unsure": self.unsure,
            "caveat": self.caveat,
            "began_earlier": self.began_earlier,
            "checked_on": self.checked_on.isoformat(),
            "review_by": self.review_by.isoformat() if self.review_by else None,
            "official": attrs.asdict(self.official) if self.official else None,
            "sources": [_source_dict(source) for source in self.sources],
            "contact": attrs.asdict(self.contact) if self.contact else None,
        }


def _source_dict(source: Source) -> dict[str, Any]:
    return {
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "seen_on": source.seen_on.isoformat(),
        "dated": source.dated,
    }


def _plain(value: Value) -> Any:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    return value
