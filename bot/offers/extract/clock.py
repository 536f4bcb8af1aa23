"""Start and end times of shifts ("9-5", "14:30 - 00:00", "7am til 3pm", "1800-0300")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import attrs

from bot.offers.extract.text import Plain

_T = (
    r"(?P<h{i}>[01]?\d|2[0-4])(?:(?P<sep{i}>[:.]| ?h)?(?P<m{i}>[0-5]\d)"
    r")?\s?(?P<ap{i}>a\.?m\b\.?|p\.?m\b\.?)?(?:(?<=\d{{4}})hours|(?<=\d{{4}} )hours)?"
)
_SPAN = re.compile(
    r"(?<![\d.,:£/-])(?!24/7)"
    + _T.format(i=1)
    + r"\s*(?:-|to|until|through to|,? ?(?:and |then )?finish(?:es|ing)?(?: at)?|/)\s*"
    r"(?:(?P<word>midnight|noon|close)|"
    + _T.format(i=2)
    + r")(?![\d:%]|[.,]\d| ?(?:hours?|days?|weeks?\b|"
    r"months?|years?|per|an hour|miles?|k\b|minutes?|x\b|people|rooms?|st|nd|rd|th))"
)
_SHIFT_WORDS = re.compile(
    r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"shifts?|start|finish|times?|weekdays?|work(?:ing)?|every day|days|"
    r"nights?|rota|rotating|from|it is|its|it's)\b"
)
_STARTS = re.compile(
    r"(?<!-)(?<!- )(?<!to )(?<!until )\b" + _T.format(i=1) + r" (?:starts?|shifts?)\b"
)
_START = re.compile(
    r"\b(?:start(?:s|ing)?|from|begin(?:s|ning)?|early)(?: time)?(?: is|"
    r" at|:)? " + _T.format(i=1)
)


@attrs.frozen
class Span:
    """A shift by the clock: hours after midnight; `end` passes 24 where it ends the next day."""

    begins: Decimal
    ends: Decimal
    start: int
    end: int

    @property
    def length(self) -> Decimal:
        """Hours from start to end, breaks included."""
        return self.ends - self.begins


def _time(match: re.Match[str], i: int) -> Decimal:
    hour = Decimal(match.group(f"h{i}")) + Decimal(match.group(f"m{i}") or 0) / 60
    half = (match.group(f"ap{i}") or "").replace(".", "").strip()
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and 12 <= hour < 13:
        hour -= 12
    return hour


def _looks_like_time(match: re.Match[str], plain: Plain) -> bool:
    """Whether the numbers are times: am or pm, minutes, or words about shifts around them."""
    if any(match.group(f"ap{i}") for i in (1, 2)) or match.group("word"):
        return True
    seps = [match.group(f"sep{i}") for i in (1, 2)]
    minutes = [match.group(f"m{i}") for i in (1, 2)]
    if ":" in seps or (minutes[0] and minutes[1]):
        return True
    if minutes[0] or minutes[1]:
        return seps != [".", "."] or True
    first, second = int(match.group("h1")), int(match.group("h2"))
    if first > second or "until" in match.group():
        return True  # no quantity falls from its first number to its second
    near = plain.before(match.start(), 30) + " | " + plain.after(match.end(), 30)
    return (first == second or second - first >= 4) and bool(_SHIFT_WORDS.search(near))


def find_spans(plain: Plain) -> Iterator[Span]:
    """Every shift given by its times."""
    for match in _SPAN.finditer(plain.text):
        if not _looks_like_time(match, plain):
            continue
        begins = _time(match, 1)
        word = match.group("word")
        if word == "close":
            continue
        ends = Decimal(24 if word == "midnight" else 12) if word else _time(match, 2)
        written = bool(match.group("ap1")), bool(match.group("ap2"))
        if written == (False, False) and not word:
            small = begins <= 12 and ends <= 12 and not _four_digits(match)
            if small and (begins < 5 or (begins < 6 and ends - begins <= 6)) and ends > begins:
                begins, ends = begins + 12, ends + 12  # "2-10" and "5-9" are after noon
            elif small and ends <= begins:
                ends += 12  # "9-5", "8 til 6"
        elif written == (False, True) and begins < 12:
            # "9-5pm" is nine in the morning; "2-10pm" two in the afternoon.
            if ends - begins > 12 or (ends > 12 and begins + 12 < ends and begins < 6):
                begins += 12
        elif (
            written == (True, False) and not word and begins < 12 and ends <= 12 and ends <= begins
        ):
            ends += 12
        elif written == (True, False) and not word and begins >= 12 and ends <= 12:
            ends = (
                ends + 12 if ends + 12 > begins and ends + 12 - begins >= 2 and ends > 7 else ends
            )
        if ends <= begins:
            ends += 24
        if Decimal(1) <= ends - begins <= 17:
            yield Span(begins, ends, match.start(), match.end())


def _four_digits(match: re.Match[str]) -> bool:
    """24-hour writing such as "07.30 - 15.00" or "0600-1400"."""
    return match.group("h1").startswith("0") or match.group("h2").startswith("0")


def find_starts(plain: Plain) -> Iterator[tuple[Decimal, int, int]]:
    """Start times given alone ("start at 5am")."""
    for match in [*_START.finditer(plain.text), *_STARTS.finditer(plain.text)]:
        if match.group("ap1"):
            yield _time(match, 1), match.start(), match.end()
