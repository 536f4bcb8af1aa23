"""When key workers are there, in UK time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import attrs

from bot.errors import ContentError

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
UK = ZoneInfo("Europe/London")


@attrs.frozen
class Span:
    """Some days of the week, from one time to another."""

    days: tuple[int, ...]
    opens: time
    closes: time


@attrs.frozen
class Hours:
    """Opening hours; without any span it is always open."""

    spans: tuple[Span, ...] = ()

    def open_at(self, now: datetime) -> bool:
        """Say whether somebody is there. `now` has a zone."""
        local = now.astimezone(UK)
        return not self.spans or any(
            local.weekday() in span.days and span.opens <= local.time() < span.closes
            for span in self.spans
        )

    @property
    def words(self) -> str:
        """The hours as said: "Monday, Tuesday from 9:00 to 17:00"; empty where always open."""
        return "; ".join(
            f"{_days(span.days)} from {_clock(span.opens)} to {_clock(span.closes)}"
            for span in self.spans
        )


def uk_now() -> datetime:
    """Return this moment, in the UK."""
    return datetime.now(UK)


def read_hours(given: Any) -> Hours:
    """Return the hours of `open` in organisation.yml: a list of `{days, from, to}`.

    Raises:
        ContentError: a day or a time can not be read.
    """
    try:
        return Hours(tuple(_span(entry) for entry in given or ()))
    except (KeyError, TypeError, ValueError) as wrong:
        raise ContentError(
            'handover: open is a list such as {days: [mon, tue], from: "09:00", to: "17:00"}.'
        ) from wrong


def _span(entry: Any) -> Span:
    days = tuple(sorted(DAYS.index(str(day).lower()[:3]) for day in entry["days"]))
    opens, closes = time.fromisoformat(entry["from"]), time.fromisoformat(entry["to"])
    if closes <= opens:
        raise ValueError("closes before it opens")
    return Span(days, opens, closes)


def _days(days: Iterable[int]) -> str:
    numbers = list(days)
    if len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"{NAMES[numbers[0]]} to {NAMES[numbers[-1]]}"
    return " and ".join(NAMES[number] for number in numbers)


def _clock(moment: time) -> str:
    return f"{moment.hour}:{moment.minute:02}"
