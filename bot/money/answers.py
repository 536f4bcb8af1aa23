"""Reading answers about a household: sums of money, ages, partner, health."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.dialogue.listen import age_in
from bot.dialogue.yes_no import yes_no_in
from bot.money.household import Capability
from bot.money.rates import MONTHS_IN_YEAR, NOTHING, WEEKS_IN_YEAR
from bot.offers.extract.numbers import decimal, read_number_words, words_pattern

OLDEST_CHILD = 19
DAYS_A_WEEK = 5

_NONE = re.compile(
    r"^\W*(?:none|nothing|nowt|nil|zero|no|nope|nah|0|free|£0|n/?a|don'?t (?:pay|have|need)|"
    r"do not (?:pay|have|need)|doesn'?t (?:pay|work|earn)|isn'?t working|not working|"
    r"out of work|unemployed|(?:i |i'?d |i'?ll |i can |i could )?(?:walk|cycle|walking|bike)\b|"
    r"(?:i |we )?(?:have |got |pay )?(?:a |the )?mortgage|"
    r"(?:(?:my|the|his|her) )?(?:mum|mam|nan|nana|gran|granny|family|sister|dad|parents)\b|"
    r"(?:i )?(?:live|living) with (?:my )?(?:parents?|mum|mam|dad|family)|own (?:it|my)|"
    r"(?:we|i|he|she|they) (?:don'?t|do not|doesn'?t|does not) (?:pay|have|need|work|earn)\b)"
)
_SUM = re.compile(
    r"(?<![\w.])£?\s?(?P<n>\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?)(?P<k>k\b)?"
    r"(?:\s*(?:quid|pounds?|gbp))?"
    r"(?:\s*(?:to|-|or)\s*£?(?P<m>\d+(?:\.\d{1,2})?)(?:\s*(?:quid|pounds?))?)?"
    r"\s*(?:(?:per|a|an|each|every|p|/)\s*/?\s*)?(?P<period>hours?|hr|days?|daily|weeks?|weekly|wk|pw|"
    r"fortnight|months?|monthly|pcm|pm|mth|calendar month|years?|yearly|pa|annum|annually)?\b"
)
_PERIODS = (
    ("day", re.compile(r"^d")),
    ("fortnight", re.compile(r"^f")),
    ("week", re.compile(r"^w|^pw")),
    ("month", re.compile(r"^m|^pcm|^pm|^c")),
    ("year", re.compile(r"^y|^pa|^a")),
)
_A_YEAR: dict[str, Decimal] = {
    "day": DAYS_A_WEEK * WEEKS_IN_YEAR,
    "week": WEEKS_IN_YEAR,
    "fortnight": WEEKS_IN_YEAR / 2,
    "month": MONTHS_IN_YEAR,
    "year": Decimal(1),
}
_HOW_MANY = re.compile(
    r"\b(?P<n>\d+)\s+(?:young |little |small )?(?:kids?|child(?:ren)?|boys?|girls?|daughters?|"
    r"sons?|bairns?|weans?|little ones)\b"
)
_OF_THEM = re.compile(r"\b(?:got|have|has|the|just)\s+(?P<n>\d)\b")
_AT_ONCE = re.compile(r"\btwins\b|\btriplets\b")
_BABY = re.compile(r"\b(?:baby|newborn|(?P<n>\d+)\s*(?:months?|weeks?)(?: old)?)\b")
_ALONE = re.compile(
    r"\b(?:single|just me|only me|on my own|by myself|alone|divorced|widowed|separated)\b"
)
_TOGETHER = re.compile(
    r"\b(?:married|(?:live|living) with my|my (?:husband|wife|partner|girlfriend|boyfriend|fella|"
    r"other half|missus))\b"
)


def amount_in(text: str, usual: str, wanted: str) -> Decimal | None:
    """Return the sum of money that an answer names, GBP per `wanted`, or None.

    Args:
        text: what was typed.
        usual: the period where none is said: day, week, month or year.
        wanted: the period of the result. A day stands for one of five in a week. Of a range, the
            higher end counts.
    """
    words = _plain(text)
    match = _SUM.search(words)
    if match is None:
        return NOTHING if _NONE.match(words) else None
    amount = decimal(match["m"] or match["n"])
    if match["k"]:
        amount *= 1000
    said = match["period"] or ""
    if said.startswith("h"):
        return None  # pay by the hour needs the hours as well
    period = next((name for name, start in _PERIODS if start.match(said)), usual)
    return amount * _A_YEAR[period] / _A_YEAR[wanted]


def ages_in(text: str) -> tuple[int, ...] | None:
    """Return the ages of children that an answer names; empty for none; None if not readable.

    A number of children without ages is no answer ("2 kids").
    """
    # "four and nine" are two ages here, and no sum of money.
    parts = re.split(r"[,;&+]|\band\b", re.sub(r"\bone\b", "1", text.lower()))
    words = " , ".join(_plain(part) for part in parts)
    count = _HOW_MANY.search(words)
    rest = words[: count.start()] + words[count.end() :] if count else words
    babies = len(_BABY.findall(rest))
    rest = _BABY.sub(" ", rest)
    ages = [int(n) for n in re.findall(r"(?<![\d.])\d{1,2}(?![\d.])", rest)]
    number = _OF_THEM.search(rest)
    if number and int(number["n"]) == len(ages) - 1:
        ages.remove(int(number["n"]))
    ages = [age for age in ages if age <= OLDEST_CHILD] + [0] * babies
    if len(ages) == 1 and (several := _AT_ONCE.search(words)):
        ages *= 2 if several[0] == "twins" else 3
    if ages:
        return tuple(ages)
    return () if _NONE.match(words) and not count else None


def mentions_children(text: str) -> bool:
    """Return whether the words say that there are children."""
    return bool(
        re.search(r"\b(?:kids?|child(?:ren)?|sons?|daughters?|boys?|girls?)\b", text.lower())
    )


def partner_in(text: str) -> bool | None:
    """Return whether the words say that there is a partner, or None."""
    words = _plain(text)
    if _ALONE.search(words):
        return False
    said = yes_no_in(text)
    if said in ("yes", "no"):
        return said == "yes"
    return True if _TOGETHER.search(words) else None


def health_in(text: str) -> Capability | None:
    """Return what Universal Credit decided on health and work, or None.

    A plain yes is taken as limited capability for work, the lesser of the two.
    """
    words = _plain(text)
    if re.search(r"\blcwra\b|work[- ]related activity|no work activity|support group", words):
        return "lcwra"
    if re.search(r"\blcw\b|limited", words):
        return "lcw"
    said = yes_no_in(text)
    if said == "yes":
        return "lcw"
    return "none" if said == "no" or re.match(r"(?:none|not that)\b", words) else None


def age_of(text: str) -> int | None:
    """Return the age that an answer names, also where it is a bare number."""
    heard = age_in(text)
    if heard is not None:
        return heard
    match = re.fullmatch(r"\W*(?:i'?m |i am |about )?(\d{2})\W*(?:years old|yrs)?\W*", _plain(text))
    return int(match[1]) if match else None


def _plain(text: str) -> str:
    """Return lower-case words with small numbers as digits."""
    words = " ".join(text.lower().replace("\u2019", "'").split())
    return words_pattern().sub(lambda match: read_number_words(match[0]) or match[0], words)
