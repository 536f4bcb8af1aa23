"""Read what matters to a person: priorities, times, hours, days, travel and pay, in their words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import attrs
import yaml

from bot.dialogue.yes_no import yes_no_in
from bot.errors import ContentError
from bot.offers.fit import DAYS, clock

DATA = Path(__file__).parents[2] / "data" / "matters.yml"
NOON = 12 * 60

#: What a life asks, by the keys of `bot.offers.fit.Life`; times are minutes after midnight.
Life = dict[str, Any]

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "sixteen": 16, "twenty": 20,
    "thirty": 30, "forty": 40, "forty five": 45, "forty-five": 45, "sixty": 60, "ninety": 90,
}  # fmt: skip
_WORDS = r"(?:" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"
_HALF_PAST = re.compile(rf"\b(?:half past|half) (?P<hour>\d{{1,2}}|{_WORDS})\b")
_QUARTER = re.compile(rf"\bquarter (?P<side>past|to) (?P<hour>\d{{1,2}}|{_WORDS})\b")
_CLOCK = re.compile(
    rf"\b(?P<hour>\d{{1,2}}|{_WORDS})(?:[:.](?P<minute>\d{{2}}))?\s*(?P<half>am|pm|o'?clock)?\b"
)
_RANGE = re.compile(r"(\d{1,2}(?:\.\d)?)\s*(?:to|-|–|and|or)\s*(\d{1,2}(?:\.\d)?)")
_MONEY = re.compile(r"£?\s?(\d[\d,]*(?:\.\d{1,2})?)\s*(k\b)?")
_PATTERNS = {
    "weekends": r"\bweek ?ends?\b",
    "nights": r"\bnights?\b|\bovernight\b",
    "evenings": r"\bevenings?\b|\blates?\b",
    "early": r"\bearl(?:y|ies)\b",
    "on_call": r"\bon[- ]call\b",
    "split_shifts": r"\bsplit shifts?\b",
}
#: Weeks in a year and months in a year, for turning pay into weekly pay.
_WEEKS, _MONTHS = Decimal(52), Decimal(12)


@attrs.frozen
class Asked:
    """One question about the person's life.

    Attributes:
        id: its name.
        reads: how the answer is read, a key of `READERS`.
        say, why: the question, and why it is asked.
        told: the answer in the summary, with `{value}`.
        must: whether a job that does not meet it does not fit.
    """

    id: str
    reads: str
    say: str
    why: str
    told: str
    must: bool = False


def read(asked: Asked, text: str) -> Life | None:
    """Return what the words answer, by the keys of a life; {} for "none"; None if not readable."""
    words = " ".join(text.lower().replace("\u2019", "'").split()).strip(" .!")
    found = READERS[asked.reads](words)
    if found is None and _NONE.match(words):
        return {}
    return found


def priorities_in(text: str) -> dict[str, str]:
    """Return the dimensions and measures that the words name, with how the guide says them."""
    words = " ".join(text.lower().replace("\u2019", "'").split())
    rows: Mapping[str, Mapping[str, str]] = load_matters()["priorities"]["words"]
    return {name: row["says"] for name, row in rows.items() if re.search(row["words"], words)}


def in_words(life: Life) -> list[str]:
    """Return what a life asks, in words, in the order of the questions."""
    said: list[str] = []
    for asked in questions():
        value = _value(asked.id, life)
        if value:
            said.append(asked.told.format(value=value))
    return said


def _value(name: str, life: Life) -> str | None:
    if name == "hours":
        ends = [life[k] for k in ("hours_least", "hours_most") if life.get(k) is not None]
        return " to ".join(dict.fromkeys(str(end) for end in ends)) or None
    if name == "not":
        parts = [d.capitalize() for d in life.get("not_days", ())]
        parts += [p.replace("_", " ") for p in life.get("not_patterns", ())]
        return " or ".join(parts) or None
    value = life.get(name)
    if value is None:
        return None
    if name in ("latest_finish", "earliest_start"):
        return clock(value)
    return f"£{Decimal(value):,.0f}" if name == "pay_week_least" else str(value)


def _finish(words: str) -> Life | None:
    """A bare hour from one to eleven is read as the afternoon: work ends late more than early."""
    at = _time(words, afternoon=True)
    return None if at is None else {"latest_finish": at}


def _begin(words: str) -> Life | None:
    """A bare hour from five to twelve is read as the morning."""
    at = _time(words, afternoon=False)
    return None if at is None else {"earliest_start": at}


def _time(words: str, afternoon: bool) -> int | None:
    if match := _HALF_PAST.search(words):
        return _minutes_of(_number(match["hour"]), 30, _half(words), afternoon)
    if match := _QUARTER.search(words):
        hour = _number(match["hour"])
        past = match["side"] == "past"
        return _minutes_of(hour if past else hour - 1, 15 if past else 45, _half(words), afternoon)
    if re.search(r"\b(?:noon|midday)\b", words):
        return NOON
    match = _CLOCK.search(words)
    if match is None:
        return None
    minute = int(match["minute"] or 0)
    return _minutes_of(_number(match["hour"]), minute, match["half"] or _half(words), afternoon)


def _half(words: str) -> str | None:
    if re.search(r"\b(?:morning|am)\b", words):
        return "am"
    return "pm" if re.search(r"\b(?:afternoon|evening|night|pm)\b", words) else None


def _minutes_of(hour: int, minute: int, half: str | None, afternoon: bool) -> int | None:
    if hour > 23 or minute > 59 or hour < 0:
        return None
    guessed = half not in ("am", "pm")
    if (half == "pm" or (guessed and (afternoon or hour < 5))) and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    return hour * 60 + minute


def _hours(words: str) -> Life | None:
    if found := _RANGE.search(words):
        low, high = sorted((Decimal(found[1]), Decimal(found[2])))
        return {"hours_least": str(low), "hours_most": str(high)} if high <= 80 else None
    if "full time" in words or "full-time" in words:
        return {"hours_least": "35"}
    amount = _first_number(words)
    if amount is None or not 0 < amount <= 80:
        return None
    if re.search(r"\b(?:up to|at most|max\w*|no more|less than|under|not more)\b", words):
        return {"hours_most": str(amount)}
    if re.search(r"\b(?:at least|min\w*|more than|over)\b", words):
        return {"hours_least": str(amount)}
    return {"hours_least": str(amount), "hours_most": str(amount)}


def _not_times(words: str) -> Life | None:
    days = [day for day in DAYS if re.search(rf"\b{day[:-3]}(?:day)?s?\b", words)]
    patterns = [name for name, words_ in _PATTERNS.items() if re.search(words_, words)]
    if not days and not patterns:
        return None
    return {key: value for key, value in (("not_days", days), ("not_patterns", patterns)) if value}


def _minutes(words: str) -> Life | None:
    if re.search(r"\bhalf an? hour\b", words):
        return {"travel_most_minutes": 30}
    if re.search(r"\ban? hour and (?:a half|30)\b", words):
        return {"travel_most_minutes": 90}
    amount = _first_number(words)
    if amount is None and re.search(r"\ban? hour\b", words):
        return {"travel_most_minutes": 60}
    if amount is None:
        return None
    minutes = int(amount * 60) if re.search(r"\bh(?:ou)?rs?\b", words) else int(amount)
    return {"travel_most_minutes": minutes} if 0 < minutes <= 240 else None


def _pay(words: str) -> Life | None:
    """Yearly pay is divided by 52 weeks, monthly by 52/12; a bare amount is taken as weekly."""
    match = _MONEY.search(words)
    if match is None or re.search(r"\b(?:an|per) hour\b", words):
        return None
    amount = Decimal(match[1].replace(",", "")) * (1000 if match[2] else 1)
    if re.search(r"\b(?:month|monthly|pcm)\b", words):
        amount = amount * _MONTHS / _WEEKS
    elif re.search(r"\b(?:year|yearly|annum|pa)\b", words) or amount > 5000:
        amount /= _WEEKS
    return {"pay_week_least": str(amount.quantize(Decimal("0.01")))} if amount > 0 else None


def _yes_no(words: str) -> Life | None:
    return {"health": True} if yes_no_in(words) == "yes" else None


def _first_number(words: str) -> Decimal | None:
    if found := re.search(r"\d{1,3}(?:\.\d)?", words):
        return Decimal(found[0])
    said = re.search(rf"\b{_WORDS}\b", words)
    return Decimal(_NUMBERS[said[0]]) if said else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]


_NONE = re.compile(
    r"(?:no|none|nope|nothing|not really|any(?:thing| time| day)?|doesn'?t matter|don'?t mind|"
    r"all fine|n/?a)\b"
)
READERS: Mapping[str, Callable[[str], Life | None]] = {
    "finish": _finish,
    "begin": _begin,
    "hours": _hours,
    "not_times": _not_times,
    "minutes": _minutes,
    "pay": _pay,
    "yes_no": _yes_no,
}


def questions() -> tuple[Asked, ...]:
    """Return the questions, in the order in which they are asked."""
    found: tuple[Asked, ...] = load_matters()["questions"]
    return found


@lru_cache(maxsize=2)
def load_matters(path: Path = DATA) -> Mapping[str, Any]:
    """Return the data, its questions read.

    Raises:
        ContentError: a question names a way of reading that does not exist.
    """
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for row in data["questions"]:
        if row["read"] not in READERS:
            raise ContentError(f"matters.yml, {row['id']}: `read` is one of {sorted(READERS)}.")
    asked = tuple(
        Asked(r["id"], r["read"], r["say"], r["why"], r["told"], r.get("must", False))
        for r in data["questions"]
    )
    return {**data, "questions": asked}
