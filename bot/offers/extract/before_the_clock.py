"""Working time before pay starts or after it ends, told by the clock.

"Everybody has to be in at half 8 and the clock starts at 9" is half an hour a day that nobody
pays. Time at work before and after the paid shift counts as working time (National Minimum Wage
Regulations 2015, regulation 30).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.offers.extract.text import Plain
from bot.offers.extract.worked_and_paid import WorkedUnpaid

_HALF_A_DAY = 12 * 60
_MOST = 90  # minutes; longer spans are shifts

_CLOCK = (
    r"(?P<part{i}>half(?: past)? |(?:a )?quarter (?:to|past) |(?:5|10|20|25) (?:to|past) )?"
    r"(?P<hour{i}>1?\d|2[0-4])(?:[:.](?P<minute{i}>[0-5]\d))?(?: ?(?:am|pm))?"
    r"(?![\d%:]|[.,]\d| ?(?:hours?|minutes?|days?|weeks?|months?|%|x ))"
)
_LINK = r"(?: \w+){0,4}? (?:at|by|for|from|until|till|before|is) "
_THERE = (
    r"\b(?:be|get|got|turn up|show up|expected|wanted|needed|come|there|in|here|arrive|ready|"
    r"on site|starting|setting up|set up)"
)
_OPENS = r"\b(?:opens?|opening|doors|shutters?|first (?:client|customer)s?)\b"
_PAY = (
    r"\b(?:clock|clocked|pay(?! ?day)|pays|paid|wages?(?! (?:go|goes|come|comes|land)\b)|money|"
    r"time ?sheets?|counts?|counted)\b"
)
_PAID_FROM_THEN = (
    _PAY + r"[^;]{0,25}?(?:when|until|till|from|once|with) (?:the |we |you |it |they )?"
    r"(?:doors?|shop|shutters?|first|clients?|customers?|opens?|opening)\b"
)
_LEAVE = r"\b(?:leave|leaves|away|home|out|gone|finished|go|done|there|stay|clean\w*|clos\w*)"


def _pattern(*parts: str) -> re.Pattern[str]:
    return re.compile(r"[^;]{0,80}?".join(parts))


def _at(words: str, i: int) -> str:
    return words + _LINK + _CLOCK.format(i=i)


#: Whether the second time is the later one, and how the two are told.
_WAYS = (
    # in at half 8, and the clock does not start until 9
    (1, _pattern(_at(_THERE, 1), _at(_PAY, 2))),
    # paid from 9 but be there by 8:30
    (-1, _pattern(_at(_PAY, 1), _at(_THERE, 2))),
    # doors open at 10 but you are expected from half 9, and the clock starts with the first client
    (-1, _pattern(_at(_OPENS, 1), _at(_THERE, 2), _PAID_FROM_THEN)),
    (1, _pattern(_at(_THERE, 1), _at(_OPENS, 2), _PAID_FROM_THEN)),
    # paid until 10, and nobody leaves before half 10
    (1, _pattern(_PAY + r"(?: \w+){0,3}? (?:until|till|to) " + _CLOCK.format(i=1), _at(_LEAVE, 2))),
)
_NOT_THE_JOB = re.compile(r"\b(?:lunch|breaks?|bus|train|nursery|school)\b")


def find_by_the_clock(plain: Plain, days: Decimal) -> WorkedUnpaid | None:
    """Return how many hours a week are not paid, and the words that say so.

    Args:
        days: working days a week.
    """
    if plain.is_advert:
        return None
    for minutes, match in _found(plain.text):
        if not _NOT_THE_JOB.search(plain.before(match.start(), 20) + match.group()):
            return WorkedUnpaid(
                days * minutes / 60, plain.evidence("unpaid_time", *match.span()), by_the_day=True
            )
    return None


def _found(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    for sign, pattern in _WAYS:
        for match in pattern.finditer(text):
            minutes = sign * (_minutes(match, 2) - _minutes(match, 1)) % _HALF_A_DAY
            if 0 < minutes <= _MOST:
                yield minutes, match


def _minutes(match: re.Match[str], i: int) -> int:
    """Return a time of the clock as minutes after twelve."""
    said = (match[f"part{i}"] or "").strip()
    past = int(match[f"minute{i}"] or 0)
    if said:
        number = re.search(r"\d+", said)
        past = 30 if said.startswith("half") else int(number.group()) if number else 15
        past = -past if said.endswith("to") else past
    return (int(match[f"hour{i}"]) * 60 + past) % _HALF_A_DAY
