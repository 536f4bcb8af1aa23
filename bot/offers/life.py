"""What a life asks of a job, from one line of free text: "have to be home by 3, no car"."""

from __future__ import annotations

import re
from typing import Any

from bot.errors import BadInput
from bot.matters.reading import READERS
from bot.offers.fit import Life

_CLAUSE = re.compile(r"[,;\n]|\.(?=\s|$)|\b(?:and|but|plus)\b(?! (?:a )?(?:half|quarter|sundays?))")
_SHORT_NOT = re.compile(r"n't\b")
_TIME = r"(?:\d|noon|midday|half past|quarter|one\b|two\b|three\b|four\b|five\b|six\b|seven\b)"

#: Which reader of an answer reads a clause: the first whose words it holds.
_READS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "minutes",
        re.compile(
            r"\b(?:minutes?|mins|half an hour|an hour)\b.*\b(?:walk|bus|train|away|travel\w*|way|"
            r"drive|commute|journey|there)\b"
            r"|\b(?:within|no more than|up to|travel\w*|commute|at most)\b"
            r".*\b(?:minutes?|mins|an hour)\b"
        ),
    ),
    ("pay", re.compile(r"£ ?\d|\b\d+ (?:quid|pounds)\b")),
    ("hours", re.compile(r"\d\+? ?(?:hours?|hrs?)\b|\bfull[- ]time\b")),
    (
        "begin",
        re.compile(
            rf"\b(?:not|cannot|cant|never|no)\b.*\b(?:start\w*|begin\w*|before|earlier)\b.*{_TIME}"
            rf"|\b(?:start\w*|free|available|only|begin\w*) (?:after|from)\b.*{_TIME}"
        ),
    ),
    (
        "finish",
        re.compile(
            rf"\b(?:home|back|finish\w*|done|end|ends|leave|out|away|pick(?:ing)? ?up|school run|"
            rf"collect\w*|by|before)\b.*{_TIME}|\bnot (?:after|past|later than)\b.*{_TIME}"
        ),
    ),
    (
        "not_times",
        re.compile(
            r"\b(?:no|not|cannot|cant|never|without|except|avoid|off)\b.*\b(?:\w+days?|mon|tues?|"
            r"weds?|thurs?|fri|sat|sun|weekends?|nights?|evenings?|lates?|earl(?:y|ies)|on[- ]call|"
            r"split shifts?)\b"
        ),
    ),
)
_NO_CAR = re.compile(r"\b(?:no|not|without)\b[^,;.]{0,20}\b(?:car|drive|driving|licence|van)\b")
_MUST = re.compile(r"\b(?:must|have to|has to|need to|cannot|cant|ca not|can not|never)\b")
_ITEMS = {"travel_most_minutes": "travel"}


def life_in(text: str) -> Life:
    """Return what the words say that a life asks of a job; clauses without such words are left.

    Raises:
        BadInput: nothing in the words could be read.
    """
    found: dict[str, Any] = {}
    must: list[str] = []
    words = _SHORT_NOT.sub(" not", text.lower().replace("’", "'"))
    for clause in _CLAUSE.split(words):
        read = _read(" ".join(clause.split()))
        for key, value in read.items():
            found[key] = [*found.get(key, []), *value] if isinstance(value, list) else value
        if _MUST.search(clause):
            must += _named(read)
    if not found:
        raise BadInput(
            "I could not read what your life asks of a job. Write for instance "
            "“home by 3, no car, no weekends, 16 hours, within 30 minutes”."
        )
    return Life.from_dict({**found, "must": must})


def _read(clause: str) -> dict[str, Any]:
    if _NO_CAR.search(clause):
        return {"no_car": True}
    for reader, words in _READS:
        if words.search(clause) and (read := READERS[reader](clause)):
            return read
    return {}


def _named(read: dict[str, Any]) -> list[str]:
    """Return the items of a fit that the keys of a life stand for."""
    listed = [item for value in read.values() if isinstance(value, list) for item in value]
    return listed or [_ITEMS.get(key, key) for key in read]
