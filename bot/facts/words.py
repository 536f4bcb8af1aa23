"""Values in words: the one place where a figure becomes text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

Number = Decimal | int

MONEY: dict[str, str] = {
    "£": "",
    "£/hour": " an hour",
    "£/day": " a day",
    "£/week": " a week",
    "£/month": " a month",
    "£/year": " a year",
}
COUNTS: dict[str, str] = {
    "minutes": "minute",
    "hours": "hour",
    "days": "day",
    "weeks": "week",
    "months": "month",
    "years": "year",
}
TEXT: frozenset[str] = frozenset({"rule", "text", "phone", "list"})
UNITS: frozenset[str] = frozenset(
    {*MONEY, *COUNTS, *TEXT, "percent", "number", "years old", "date", "yes or no"}
)
PENCE_ALWAYS: frozenset[str] = frozenset({"£/hour", "£/day"})


def in_words(value: object, unit: str) -> str:
    """Write a value as a person would: "£12.71", "5.6 weeks", "12.07%", "1 January 2027".

    Two numbers are a range ("£6,240 to £50,270"); several texts are listed.

    Raises:
        TypeError: the value does not fit the unit.
    """
    if isinstance(value, tuple):
        return _several(value, unit)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return date_in_words(value)
    if isinstance(value, str):
        return value
    if isinstance(value, (int, Decimal)):
        return _number_in_words(value, unit)
    raise TypeError(f"{value!r} can not be written in {unit}")


def date_in_words(day: date) -> str:
    """Write a date as 1 January 2027."""
    return f"{day.day} {day:%B} {day.year}"


def bare(value: object) -> str:
    """Write a number without its unit: "12.71", "10,000", "28"."""
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise TypeError(f"{value!r} is not a number")
    return _digits(value)


def per(value: object, unit: str) -> str:
    """Write money with its period: "£12.71 an hour"."""
    if unit not in MONEY:
        raise TypeError(f"{unit} is not money")
    return in_words(value, unit) + MONEY[unit]


def adjective(value: object, unit: str) -> str:
    """Write a length of time before a noun: "20-minute"."""
    if unit not in COUNTS:
        raise TypeError(f"{unit} is not a length of time")
    return f"{bare(value)}-{COUNTS[unit]}"


def joined(parts: tuple[str, ...]) -> str:
    """List things: "tea, milk and sugar"; with semicolons where an item has a comma."""
    if len(parts) < 2:
        return "".join(parts)
    mark = ";" if any("," in part for part in parts) else ","
    return f"{f'{mark} '.join(parts[:-1])}{';' if mark == ';' else ''} and {parts[-1]}"


def _several(value: tuple[object, ...], unit: str) -> str:
    if all(isinstance(part, str) for part in value):
        return joined(tuple(str(part) for part in value))
    low, high = value
    if unit in MONEY or unit == "percent":
        return f"{in_words(low, unit)} to {in_words(high, unit)}"
    return f"{bare(low)} to {in_words(high, unit)}"


def _number_in_words(value: Number, unit: str) -> str:
    if unit in MONEY:
        return f"£{_digits(value, pence=unit in PENCE_ALWAYS, money=True)}"
    if unit == "percent":
        return f"{_digits(value)}%"
    if unit in COUNTS:
        return f"{_digits(value)} {COUNTS[unit] if value == 1 else unit}"
    return _digits(value)


def _digits(value: Number, *, pence: bool = False, money: bool = False) -> str:
    whole = value == int(value)
    if money:
        return f"{value:,.0f}" if whole and not pence else f"{value:,.2f}"
    return f"{value:,.0f}" if whole else f"{value:,}"


STYLES: dict[str, Callable[[object, str], str]] = {
    "number": lambda value, unit: bare(value),
    "per": per,
    "adjective": adjective,
    "low": lambda value, unit: in_words(_end(value, 0), unit),
    "high": lambda value, unit: in_words(_end(value, 1), unit),
}
"""What may follow a fact's id in a placeholder, as in `{rest.break:adjective}`."""


def _end(value: object, place: int) -> object:
    if isinstance(value, tuple) and len(value) == 2:
        return value[place]
    raise TypeError(f"{value!r} is not a range")
