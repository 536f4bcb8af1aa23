"""Read the figures out of what the guide said, with no help from the guide."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_WORDS = dict(one="1", two="2", three="3", four="4", five="5", six="6", seven="7") | dict(
    eight="8", nine="9", ten="10", eleven="11", twelve="12"
)
_NUMBER = rf"(?:\d[\d,]*(?:\.\d+)?|{'|'.join(_WORDS)})"
_UNIT = r"(?:calendar )?(?:minute|hour|day|week|fortnight|month|year)"

#: What is said of the conversation itself, and so is no figure of law.
_NOT_LAW = re.compile(
    rf"as of \d+ (?:{_MONTH}) \d{{4}}|[Cc]hecked(?: \w+){{0,3}} on \d+ (?:{_MONTH}) \d{{4}}"
    r"|aged \d+|https?://\S+"
)
_FIGURE = re.compile(
    rf"(?P<date>(?:\d{{1,2}} )?(?:{_MONTH}) \d{{4}}|\d{{1,2}} (?:{_MONTH}))"
    r"|(?P<phone>\b0\d[\d ]{7,}\d|\b116 123\b)"
    r"|(?P<clock>\b\d{1,2}(?:[.:]\d\d)?(?:am|pm)\b)"
    rf"|(?P<money>£{_NUMBER})"
    rf"|(?P<percent>{_NUMBER}(?:%| per ?cent))"
    rf"|(?P<span>\b{_NUMBER}) to (?={_NUMBER}[ -]{_UNIT}s?\b)"
    rf"|(?P<count>\b{_NUMBER}[ -](?:full |more )?{_UNIT})s?\b"
    rf"|(?P<half>\bhalf a {_UNIT}|one and a half)"
    r"|(?P<bare>\b\d[\d,]*(?:\.\d+)?)",
    re.IGNORECASE,
)


def figures(texts: Iterable[str]) -> frozenset[str]:
    """Return every figure in the texts, each written in one way.

    Read are money, percentages, lengths of time, dates, clock times, telephone numbers and any
    other number in digits. Lengths of time are "20 minutes", "1 week", also where the text says
    "20-minute" or "one week".
    """
    found = set()
    for text in texts:
        for match in _FIGURE.finditer(_NOT_LAW.sub(" ", text)):
            found.add(_one_way(str(match.lastgroup), match[match.lastgroup or 0]))
    return frozenset(found)


def _one_way(kind: str, words: str) -> str:
    if kind == "percent":
        return re.sub(r" ?per ?cent|%", "%", words)
    if kind != "count":
        return _WORDS.get(words.lower(), words.rstrip(","))
    number, *_, unit = re.split(r"[ -]", words.lower())
    number = _WORDS.get(number, number)
    return f"{number} {unit}" if number == "1" else f"{number} {unit}s"
