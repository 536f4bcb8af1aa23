"""A salary for full time of which a worker gets a share: "£26,000 pro rata, 20 hours of 37"."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.offers.extract.numbers import decimal
from bot.offers.extract.text import Plain

_SHARE = r"(?:pro[ -]?rata(?:\'?d)?|fte|full[ -]time equivalent|wte)"
IS_SHARE = re.compile(rf"\b{_SHARE}\b|\bactual\b")
_BEFORE = re.compile(rf"\b{_SHARE}\b[^.,)\n£]{{0,20}}$")
_AFTER = re.compile(rf"^[^.\n£]{{0,45}}\b{_SHARE}\b(?!['d]| (?:of|from|to £|holiday|leave|bank))")
_ACTUAL = re.compile(r"\bactual\b[^.\n£]{0,30}$")
_WEEK = r"(\d\d(?:\.\d+)?)"
FULL_WEEK = re.compile(
    rf"\bof (?:a|the) (?:full time |normal )?{_WEEK} hours? week"
    rf"|\bfull time (?:hours |week |there |here |staff |equivalent )*(?:is|are|being|=|:|of|do)? ?"
    rf"\(?{_WEEK}(?: hours?|(?=[.,;)\n]|$))"
    rf"|\b{_WEEK} hours?(?: per week| a week)?,? ?\(?(?:is |being |= ?)?(?:full time|fte)\b"
    rf"|\bbased (?:up)?on (?:a )?{_WEEK} hours?"
)


def is_share(plain: Plain, start: int, end: int) -> bool:
    """Whether the words next to a salary at `start:end` say that it is for full time."""
    before = plain.text[max(0, start - 40) : start]
    if _ACTUAL.search(before):
        return False
    return bool(_BEFORE.search(before) or _AFTER.match(plain.text[end : end + 70]))


def full_time_hours(plain: Plain) -> Decimal | None:
    """What full time is, hours a week, where the text says so."""
    match = FULL_WEEK.search(plain.text)
    return decimal(next(n for n in match.groups() if n)) if match else None
