"""Numbers written in words ("thirty seven and a half", "twelve fifty", "a couple of")."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

_ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_TENS["fourty"] = 40
_SCALES = {"hundred": 100, "thousand": 1000}
_JOIN = r"(?:[ -]+(?:and )?)"
_SHIFTS_FOLLOW = re.compile(r"[ -]?hours? (?:long )?(?:shifts?|days?|nights?)")
_BETWEEN = re.compile(r"\bbetween $")
_SUM = (
    r"(?:£[\d.]+|\d ?p|pounds?|quid|pence|"
    r"(?:een|ve|en|ty|one|two|three|four|six|eight|nine))"
)
_COUNTED_BY = re.compile(rf"{_SUM} $")  # "£25 a thousand" is a rate for each thousand
# "four twenty five a week" is pounds in hundreds; "one forty a shirt" is pounds and pence.
_PAID = r"^(?: (?:quid|pounds?|cash|in hand|clear|gross|before tax|take home))*"
_BY_WEEK = re.compile(
    rf"{_PAID} (?:weekly|(?:an?|per|each|every|for the|the|for an?) (?:week|fortnight|month))\b"
)
_BY_DAY = re.compile(
    rf"{_PAID} (?:daily|(?:an?|per|each|every|for the|for an?) (?:day|shift|night|session))\b"
)
_BY_PIECE = re.compile(
    r"^ (?:an?|per|each|every) "
    r"(?!(?:hour|hr|day|week|month|year|shift|night|bit|lot|few)\b)[a-z]{3,}"
)
_CLOCK_BEFORE = re.compile(r"\b(?:at|till?|until|to|from|by|finish|start|while|past) $")


@lru_cache(maxsize=1)
def words_pattern() -> re.Pattern[str]:
    """A run of number words. "one" alone is left, for it is mostly no number ("no one")."""
    unit = "|".join(sorted([*_ONES, *_TENS, *_SCALES], key=len, reverse=True))
    first = "|".join(w for w in sorted([*_ONES, *_TENS], key=len, reverse=True) if w != "one")
    alone = (
        r"one(?= (?:week|day|hour|month|shift|year|hundred|thousand|pound|quid|evening|night)"
        rf"|[ -](?:{'|'.join(_TENS)})\b)"
    )
    return re.compile(
        rf"(?:(?<=[,.] no )|(?<!no ))\b(?:{first}|{alone}|a(?= (?:hundred|thousand)\b))"
        rf"(?:{_JOIN}(?:{unit})\b)*(?:{_JOIN}(?:a )?half\b(?! (?:days?|hour|an|price)\b))?\b"
    )


def read_number_words(words: str, after: str = "", before: str = "") -> str | None:
    """The digits for a run of number words; "twelve fifty" is "12.50", as people say a rate.

    "five six" before "hour shifts" is "5 x 6". Returns None where the run makes no number.

    Args:
        after: the words that follow.
        before: the words ahead.
    """
    half = bool(re.search(r"\bhalf$", words))
    if words in {"a hundred", "a thousand"} and _COUNTED_BY.search(before):
        return None
    tokens = [t for t in re.split(r"[ -]+", words) if t not in {"and", "a", "half"}]
    if not tokens and not half:
        return None
    groups = _groups(tokens)
    if not groups:
        return None
    if len(groups) == 1:
        return str(groups[0]) + (".5" if half else "")
    if len(groups) == 2 and groups[0] <= 7 and _SHIFTS_FOLLOW.match(after):
        return f"{groups[0]} x {groups[1]}" + (".5" if half else "")
    if len(groups) == 2 and _BETWEEN.search(before) and groups[0] < groups[1]:
        return f"{groups[0]} and {groups[1]}"  # "between twenty and twenty eight"
    short = len(groups) == 2 and groups[0] < 10 <= groups[1] < 100 and not half
    if short and (said := _pounds(groups, after, before)):
        return said
    if len(groups) == 2 and groups[1] < 10 and not half:
        return f"{groups[0]} {groups[1]}"  # "till seven five nights a week"; no rate is said so
    if len(groups) == 2 and groups[1] < 100 and not half:
        return f"{groups[0]}.{groups[1]:02d}"
    return None


def _pounds(groups: list[int], after: str, before: str) -> str | None:
    """A sum said in two numbers, by what it is paid for; None where it may be something else."""
    if _CLOCK_BEFORE.search(before):
        return None
    if _BY_WEEK.match(after) or (groups[0] <= 3 and _BY_DAY.match(after)):
        return f"£{groups[0] * 100 + groups[1]}"
    return f"£{groups[0]}.{groups[1]:02d}" if _BY_PIECE.match(after) else None


def _groups(tokens: list[str]) -> list[int]:
    """Cut a run into the numbers said one after another."""
    groups: list[int] = []
    room = 0  # what may still be added to the last group: 100 after "hundred", 10 after "twenty"
    for token in tokens:
        if token in _SCALES:
            _scale(groups, _SCALES[token])
            room = _SCALES[token]
            continue
        value = _ONES.get(token, _TENS.get(token))
        if value is None:
            return []
        if groups and value < room:
            groups[-1] += value
        else:
            groups.append(value)
        room = 10 if token in _TENS else 0
    return groups


def _scale(groups: list[int], scale: int) -> None:
    """Multiply what was said since the last greater scale: the eight of "1 thousand 8 hundred"."""
    if not groups:
        groups.append(1)
    whole, rest = divmod(groups[-1], 1000)
    if whole and rest and scale < 1000:
        groups[-1] = whole * 1000 + rest * scale
    else:
        groups[-1] *= scale


def decimal(text: str) -> Decimal:
    """The number in `text`: "10,725.00", "9,21" (a comma for pence) and "37½" are understood."""
    text = text.replace("½", ".5").replace(" ", "")
    if re.fullmatch(r"\d{1,2},\d{2}", text):
        text = text.replace(",", ".")
    return Decimal(text.replace(",", ""))


def tidy(value: Decimal) -> Decimal:
    """The value without trailing zeros after the point, at most two places."""
    rounded = value.quantize(Decimal("0.01"))
    whole = rounded.to_integral_value()
    return whole if rounded == whole else rounded.normalize()
