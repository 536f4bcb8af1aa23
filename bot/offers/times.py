"""When and where the work is, in the words of an offer: first start, last finish, days, travel."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from bot.offers.extract.clock import find_spans
from bot.offers.extract.text import plain
from bot.offers.fit import DAYS, Times

DAY_MINUTES = 24 * 60
LONGEST_TRAVEL = 240  # minutes, one way; more is a figure of something else

_DAY = r"(?P<{0}>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?"
_RUN = re.compile(
    rf"\b{_DAY.format('first')}\s*(?:-|to|till?|until|through(?: to)?)\s*{_DAY.format('last')}\b"
)
_ONE = re.compile(rf"\b{_DAY.format('day')}\b")
_DENIED = re.compile(
    r"\b(?:no|not|never|without|except|off|closed|free|apart from|rota|paid|pay(?: ?day)?"
    r"|interviews?|apply|start(?:ing|s)?)\b[^.;\n]{0,22}$|\b(?:by|before)\s+$"
)
_SINGULAR_OFF = re.compile(r"^[^.;\n]{0,12}\b(?:off|free|closed)\b")

_MINUTES = r"(?P<minutes>\d{1,3}) ?(?:mins?|minutes?)"
_HOURS = r"(?P<hours>an|one|1|two|2|half an|1\.5|an? and a half)(?: |-)?(?:hours?|hrs?)"
_LONG = rf"(?:{_MINUTES}|{_HOURS})(?: and a half)?"
_TRAVEL = re.compile(
    rf"\b{_LONG}(?:'s)? ?(?:(?:each|one) way|away|commute|walk|drive|ride"
    r"|on (?:the|a) (?:bus|train|tram|tube)"
    r"|by (?:bus|train|tram|tube|car|bike)|(?:bus|train|car|tram) (?:ride|journey|trip)|on foot"
    r"|from (?:my|our|the) (?:home|house|flat|place|mum)|from (?:home|me)"
    r"|to get there|travel(?:ling)?)\b"
    rf"|\b(?:takes?(?: me)?|it is|commute (?:is|of)|journey (?:is|of)|travel (?:is|of|time:?))"
    rf" (?:about |around |nearly |over )?{_LONG.replace('minutes>', 'm>').replace('hours>', 'h>')}"
    r" (?:to get there|there|to travel|door to door|travel|commute|journey)\b"
)
_HOUR_WORDS = {"an": 60, "one": 60, "1": 60, "two": 120, "2": 120, "half an": 30, "1.5": 90}


def times_of(text: str) -> Times:
    """Return what the words tell of start, finish, days and travel; what is not told stays open.

    Where several shifts are named, the earliest start and the latest finish count: each may have
    to be worked.
    """
    page = plain(text)
    spans = list(find_spans(page))
    starts = [int(span.begins * 60) for span in spans]
    ends = [int(span.ends * 60) for span in spans]
    return Times(
        start=min(starts) if starts else None,
        finish=max(ends) if ends else None,
        days=tuple(day for day in DAYS if day in set(_days(page.text))),
        travel_minutes=_travel(page.text),
    )


def joined(old: Times, new: Times) -> Times:
    """Return the times with what is new in place of what was said before."""
    told = {k: v for k, v in attrs.asdict(new, recurse=False).items() if v not in (None, ())}
    return attrs.evolve(old, **told)


def _days(text: str) -> Iterator[str]:
    """Yield the days worked; a day that is named as free, or for another reason, is none."""
    left = text
    for match in _RUN.finditer(text):
        if _aside(text, match):
            continue
        first, last = _place(match["first"]), _place(match["last"])
        for step in range((last - first) % len(DAYS) + 1):
            yield DAYS[(first + step) % len(DAYS)]
        left = left.replace(match[0], " " * len(match[0]), 1)
    for match in _ONE.finditer(left):
        if not _aside(left, match):
            yield DAYS[_place(match["day"])]


def _aside(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 30) : match.start()], text[match.end() :]
    return bool(_DENIED.search(before) or _SINGULAR_OFF.search(after[:20]))


def _place(day: str) -> int:
    return next(place for place, name in enumerate(DAYS) if name.startswith(day[:3]))


def _travel(text: str) -> int | None:
    for match in _TRAVEL.finditer(text):
        said = match.groupdict()
        minutes, hours = said["minutes"] or said["m"], said["hours"] or said["h"]
        if minutes:
            found = int(minutes)
        else:
            found = _HOUR_WORDS.get(hours or "", 90)
            found += 30 if "and a half" in match[0] and found % 60 == 0 else 0
        if 0 < found <= LONGEST_TRAVEL:
            return found
    return None
