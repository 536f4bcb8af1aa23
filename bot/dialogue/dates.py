"""The date that a question is about, where it asks about another than today.

"Since 2019" and "I started in January" tell a story; they ask nothing about the law of that time.
So only the future counts ("from April 2027", "next year"), and the past only after "what was" or
"how was".
"""

from __future__ import annotations

import calendar
import re
from datetime import date

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTH = "|".join(_MONTHS)
_FUTURE = re.compile(
    rf"\b(?:in|from|by|after|until|for|next|about)\s+(?P<next>next\s+)?"
    rf"(?:(?P<month>{_MONTH})(?:\s+(?P<month_year>20\d\d))?|(?P<year>20\d\d))\b"
)
_WHAT_WAS = r"\b(?:what|how(?: much| many| long)?) (?:was|were)\b"
_PAST = re.compile(rf"{_WHAT_WAS}.*\b(?:in|for)\s+(?:(?P<month>{_MONTH})\s+)?(?P<year>20\d\d)\b")
_NEXT_YEAR = re.compile(r"\bnext year\b")
_LAST_YEAR = re.compile(rf"{_WHAT_WAS}.*\blast year\b")


def date_asked(text: str, today: date) -> date | None:
    """Return the day that the question is about, or None where it is about today.

    A month stands for its last day and a year for its last day, so that a change within it counts.
    """
    words = " ".join(text.lower().split())
    if match := _PAST.search(words):
        month = _MONTHS[match["month"]] if match["month"] else 12
        return _last_day(int(match["year"]), month)
    if _LAST_YEAR.search(words):
        return _last_day(today.year - 1, 12)
    if _NEXT_YEAR.search(words):
        return _last_day(today.year + 1, 12)
    match = _FUTURE.search(words)
    if not match:
        return None
    if match["year"]:
        found = _last_day(int(match["year"]), 12)
    else:
        found = _last_day(int(match["month_year"] or today.year), _MONTHS[match["month"]])
        asks_ahead = match["next"] or match[0].startswith(("next", "from"))
        if not match["month_year"]:
            if not asks_ahead:
                return None
            if found < today:
                found = _last_day(today.year + 1, found.month)
    return found if found > today else None


def names_a_time(text: str) -> bool:
    """Return whether the words ask about another time at all, seen from any day."""
    return date_asked(text, date(2000, 1, 1)) is not None


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
