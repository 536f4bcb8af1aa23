"""Sums of money in a text, each with its period and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import cast

import attrs

from bot.offers.extract.numbers import decimal
from bot.offers.extract.text import Plain
from bot.offers.offer import Period

_N = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,2},\d{2}(?!\d)|\d+(?:\.\d{1,2})?(?!\d))"
_FIRST, _SECOND = (
    rf"(?P<sign{i}>[£$€]|gbp ?)?(?P<n{i}>{_N})(?P<k{i}> ?k\b)?(?: ?gbp\b)?" for i in (1, 2)
)

UNITS: dict[str, str] = {
    "hour": "hours?|hourly",
    "day": "days?|daily",
    "week": "weeks?|weekly",
    "shift": "shifts?|nights?|sessions?|matinee|evenings?",
    "month": "months?|monthly",
    "year": "years?|yearly|annually|annual",
    "piece": (
        "rooms?|drops?|leaflets?|visits?|calls?|parcels?|deliver(?:y|ies)|listings?|houses?|cars?|"
        "garments?|items?|pieces?|box(?:es)?|bags?|tonnes?|orders?|clients?|appointments?|surveys?|"
        "articles?|words?|pages?|jobs?|propert(?:y|ies)|flats?|trays?|kilos?|kgs?|birds?|stops?|"
        "cleans?|units?|punnets?|sales?|leads?|sign ups?|heads?|dogs?|walks?|lessons?|packages?|"
        "envelopes?|assignments?|consignments?|patients?|bricks?|dress(?:es)?|tables?|collections?|"
        "newspapers?|papers?|minutes? of audio|bookings?|crates?|buckets?|trips?|rides?|fares?|"
        "changeovers?|shirts?|bins?|plots?|tests?|interviews?|pallets?|loads?|baskets?|video|task"
    ),
}
_UNIT = "|".join(f"(?P<{name}>{words})" for name, words in UNITS.items())
_FILLER = (
    r"(?:gross|net|basic|base|pro rata|fte|cash(?: in hand)?|flat(?: rate)?|all in|only|before tax|"
    r"after tax|take home|starting|inclusive|rate|plus|and above|upwards|\+|\*|salary|x|or so|ish|"
    r"paid|equivalent|to start|minimum|clear|ish)"
)
_PERIOD_AFTER = re.compile(
    rf"^\s*[\s,(*+/-]*(?:{_FILLER}[\s,()]*){{0,3}}"
    rf"(?:(?:per|an?|each|every|by the|for (?:an?|each|every|the|1)|the|1|/|p)[ /]*(?:completed |"
    rf"successful |full |worked |single |finished |working )?(?:\d+ ?-?(?:hour|minutes?) "
    rf")?(?:{_UNIT})"
    r"|(?P<hour2>hourly)|(?P<day2>daily)|(?P<week2>weekly)|(?P<month2>monthly)"
    r"|(?P<year2>yearly|annually|annual))(?![\w-])"
)
_BARE_PERIOD = re.compile(
    r"^ ?(?:for (?!day))?(hour|day|week|month|year)(?![\w-]| ?(?:\d|shift|rate|one|two|"
    r"contract))"
)
_FORTNIGHT = re.compile(r"^ ?(?:(?:per|a|each|every) )?(?:fortnight(?:ly)?|2 weeks)\b")
_PER_THOUSAND = re.compile(
    r"^ ?(?:per|for|a|for every|for each) ?(?:1,?000|500|100|thousand|hundred)\b"
)
_FOR_HOURS = re.compile(
    r"^\s*for (?:an? |the )?(?P<h>\d+(?:\.\d)?) hours?(?P<day> (?:shift|"
    r"day|night))?"
)
_FOR_THE_LOT = re.compile(r"^ for the (?:whole )?(?:lot|thing|job)\b")
_FOR_DAYS = re.compile(r"^\s*for (?:the )?[4-7] (?:days?|shifts?|nights?)\b")
_PERIOD_BEFORE = re.compile(
    r"(?:\b(?P<hour>hourly|per hour|an hour)|\b(?P<day>daily|day rate|per day)"
    r"|\b(?P<shift>per shift|shift rate|a shift)"
    r"|\b(?P<week>weekly|per week|a week)|\b(?P<month>monthly|per month|a month)"
    r"|\b(?P<year>annual|yearly|per year|salary per year|annual salary)"
    r"|\b(?:paid|pay|get|rate|pays) (?:me )?(?:by the|per|an?|each|for each) "
    rf"(?P<piece>{UNITS['piece']})|\bper (?P<piece2>{UNITS['piece']})(?= £| ?[:=-]))"
    r"(?: (?!and\b)[a-z]+){0,4}[ ,:(=-]*(?:gbp|of|is|from|at)?[ :(=-]*(?:up to |"
    r"around |about |approx\.? |circa |c\.? ?|from )?$"
)
_PAY_DAY = re.compile(  # "400 cash every Saturday"
    r"^ ?(?:cash |in hand |into my hand )?(?:every|each|on an?) (?:mon|tues|wednes|thurs|fri|"
    r"satur|sun)day\b"
)
_THING = re.compile(  # "£40 a cottage": paid for a thing, whatever it is
    r"^ (?:per|an?|each|every) (?!bit|lot|little|few|couple|good|minimum|basic|starting|total|"
    r"bonus|(?:\w+ )?"
    r"(?:hour|day|week|month|year|shift|night|fortnight|session)|time and|half|quarter|go\b|"
    r"piece rate|"
    r"mile|head start|term|annum|calendar|contact|contracted)[a-z]{3,}\b"
)
_TIMES_HOURS = re.compile(r"^ ?(?:per hour )?x ?[1-6]\d(?:\.5)?\b")  # "£12.71 x 40"
_EACH = re.compile(r"^ (?:each(?: one)?|a pop|apiece)(?=[.,;)\n]|$)")
_OF_HOURS = re.compile(r"\b(?:hours?|days?|shifts?|nights?|times) $")
_PLAUSIBLE: dict[str, tuple[int, int]] = {
    "hour": (2, 90),
    "day": (15, 600),
    "shift": (15, 700),
    "week": (50, 3000),
    "month": (150, 12000),
    "year": (2500, 150000),
    "piece": (0, 400),
}
_LONGER = ("week", "month", "year")
_MONEY = re.compile(
    rf"(?<![\w.,£$€-]){_FIRST}"
    rf"(?:(?P<between>[^\d£$€\n]{{0,14}}?)\s*(?:->|-|/|\b(?:through to|"
    rf"up to|rising to|to|and|or)\b)\s*{_SECOND})?"
)


@attrs.frozen
class Money:
    """A sum or a range of sums.

    Attributes:
        low, high: GBP; `high` is None where one sum was given.
        period: what it is paid for, where the words say so.
        signed: True with a pound sign or the word.
        foreign: True for dollars or euros.
        start, end: the sums themselves in the plain text; `stop` includes the period's words.
        hours: hours of the shift that it is paid for ("£60 for a 10 hour shift").
    """

    low: Decimal
    high: Decimal | None
    period: Period | None
    signed: bool
    foreign: bool
    start: int
    end: int
    stop: int
    hours: Decimal | None = None


def _amount(match: re.Match[str], i: int, thousands: bool) -> Decimal:
    value = decimal(match.group(f"n{i}"))
    return value * 1000 if match.group(f"k{i}") or (thousands and value < 200) else value


def _thousands(match: re.Match[str]) -> bool:
    return bool(match.group("k1") or match.group("k2"))


def _range(match: re.Match[str]) -> tuple[Decimal, Decimal | None, int]:
    """Low, high and where the sums end; a second number that makes no range is left out."""
    if match.group("n2") is None:
        return _amount(match, 1, False), None, match.end()
    thousands = bool(match.group("k2"))
    low, high = _amount(match, 1, thousands), _amount(match, 2, thousands)
    between = match.group("between").strip()
    signs_agree = bool(match.group("sign2")) or not match.group("sign1") or not between
    first_end = match.end("k1") if match.group("k1") else match.end("n1")
    if re.match(
        r"\s*(?:hours?|am|pm|days?|weeks?|years?|%|x\b|months?|minutes?)",
        match.string[match.end() :],
    ):
        return _amount(match, 1, False), None, first_end
    if low < high <= low * 3 and signs_agree and _same_kind(between):
        return low, high, match.end()
    return _amount(match, 1, False), None, first_end


def _same_kind(between: str) -> bool:
    """Whether only a period may stand between the two sums of a range."""
    return not between or bool(
        re.fullmatch(
            r"(?:per|an?|/|p)? ?(?:hour|day|shift|week|month|year|piece|k|gbp|"
            r"gross|depending)?",
            between,
        )
    )


def find_money(plain: Plain) -> Iterator[Money]:
    """Every sum of money, in the order of the text."""
    place = 0
    while match := _MONEY.search(plain.text, place):
        money = _read(plain, match)
        place = money.end if money else match.end("n1")
        if money:
            yield money


def _read(plain: Plain, match: re.Match[str]) -> Money | None:
    low, high, end = _range(match)
    signed = bool(match.group("sign1") or (high is not None and match.group("sign2")))
    period, stop, hours = period_after(plain.text[end : end + 60])
    if (
        period is None
        and signed
        and high is None
        and (thing := _THING.match(plain.text[end : end + 60]))
    ):
        period, stop = "piece", thing.end()
    if period is None and high is not None:
        period = _between_period(match.group("between"))
    before = plain.before(match.start(), 45)
    if period is None and (signed or _LABEL.search(before)):
        period = period_before(before)
    if period is not None and hours is not None and low < _PLAUSIBLE[period][0]:
        period, stop, hours = None, 0, None  # "12.71 for 30 hours"
    if not signed and not _thousands(match) and not _bare_is_money(low, period, plain, match, end):
        return None
    if fortnight := _FORTNIGHT.match(plain.text[end : end + 25]):
        period, stop, hours = "week", fortnight.end(), None
        low, high = low / 2, high / 2 if high is not None else None
    loosely = re.search(r"ly\b|\bfor\b", plain.text[end : end + stop])
    if period in _LONGER and low < _PLAUSIBLE[period][0] and loosely:
        period, stop, hours = None, 0, None  # "£12.71 weekly pay", "£12.80 for 30 hours"
    if period == "week" and low < 50 and _PAY_DAY.match(plain.text[end : end + 60]):
        period, stop = None, 0  # "£15 every Sunday"
    if period == "hour" and not stop and low > _PLAUSIBLE["hour"][1]:
        period = None  # "... an hour, £400"
    if period in ("day", "shift") and low > _PLAUSIBLE["year"][0]:
        period, stop = None, 0  # "£26,300 pro rata, one evening a week"
    if period == "hour" and stop and (high or low) < _PLAUSIBLE["hour"][0]:
        return None  # "50p an hour is held back"
    if period not in (None, "piece", "hour") and (high or low) < _PLAUSIBLE[period][0]:
        if stop and not re.match(r"\s*for\b", plain.text[end : end + 10]):
            return None  # "£5 a week for the laundry"; but "£12.71 for the day hours"
        period = None  # "paid weekly into the bank, £12.71"
    if period == "week" and low >= 8000:
        period, stop = None, 0  # "55 hours a week chef £32,000": the week belongs to the hours
    if hours is not None and low >= 2000:
        period, hours = None, None  # a salary "for 45 hours" is no week's pay
    foreign = (match.group("sign1") or match.group("sign2") or "") in {"$", "€"}
    return Money(low, high, period, signed, foreign, match.start(), end, end + stop, hours)


_LONG: tuple[Period, ...] = ("hour", "day", "shift", "week", "month", "year")


def _between_period(between: str) -> Period | None:
    for unit in _LONG:
        if unit in between:
            return unit
    return None


# "12.71" is a rate; "9.30" and "14.45" may be times.
_PENCE = re.compile(r"(?:[6-9]|[1-3]\d)\.(?!00|15|30|45)\d\d")
_SALARY = re.compile(r"[1-9]\d,\d{3}")
# What may follow a bare salary; a thing that is counted ("40,000 calls") may not.
_SALARY_ENDS = re.compile(
    r"\s*(?:$|[.;)+-]|,(?! ?\d)|(?:full|part|plus|basic|pro|gross|before|starting|for|depending|"
    r"with|"
    r"salary|to start|or so|ish)\b)"
)
_RATE_AT = re.compile(r"\b(?:hours?|week|month|shifts?|contract) at $")
_WHEN = (
    r"(?:weekdays?|weekends?|saturdays?|sundays?|nights?|days|mornings|afternoons|evenings|bank "
    r"holidays?|the week|lates|earlies)"
)
# Rates by time, told without a pound sign: "12.85 in the week, 14 at weekends".
_RATE_WHEN = re.compile(
    rf"(?:^|[ ,])(?:(?:on|at|for|in|the|of) )*{_WHEN}(?: (?:shifts?|ones?|rate))?"
    rf"(?: (?:is|are|pays?|at|it is|it's|you get|i get|get))? $"
)
_WHEN_AFTER = re.compile(
    rf"^(?: (?:on|at|for|in|of|a))?(?: an)?(?: the)? {_WHEN}\b(?! (?:a|per|each) week| shift)"
)
_OTHER_RATE = re.compile(rf"(?:£1\d|£2\d|\b[12]\d\.\d\d)\b|\b1[2-9] (?:an hour|{_WHEN})")
_COUNTED = re.compile(rf"^ {_WHEN}\b")
_TWIN_RATE = re.compile(rf"\b[12]\d(?:\.\d\d)?(?: an hour)? (?:on |for |at )?{_WHEN}")
_LABEL = re.compile(
    r"\b(?:salary|pay(?: ?rate)?|rate(?: of pay)?|wages?|pays|paying|"
    r"payrate)[\s:=-]*(?:is |of |from |£)?$"
)


def _bare_is_money(
    low: Decimal, period: Period | None, plain: Plain, match: re.Match[str], end: int
) -> bool:
    """Whether a number without a pound sign is a sum: by its period, or a label before it."""
    if (
        plain.text[end : end + 1] in {"%", ":"}
        or plain.text[match.start() - 1 : match.start()] == ":"
    ):
        return False
    before = plain.before(match.start(), 25)
    after = plain.text[end : end + 12]
    named = _LABEL.search(before) and 3 <= low <= 60 and re.match(r" hour\b|[\s.,;]|$", after)
    if named and not re.match(r" (?:hours|days?|weeks?|months?|years?|%|minutes)\b", after):
        return True
    if period == "week" and low >= 50 and re.match(r" ?(?:cash|in hand)\b", after):
        return True
    pence = bool(_PENCE.fullmatch(match.group("n1")))
    if pence and re.match(r" (?:days|nights|weekends)\b", after):
        return True
    if period is None and 11 <= low <= 30 and _beside_a_rate(plain, match, end, before):
        return True
    if re.match(
        r"\s*-?(?:hours?|am|pm|days?|weeks?|months?|years?|minutes?|shifts?|"
        r"nights?|x|%|miles?|or \d)\b|\s?x ?\d",
        after,
    ) and not (pence and after.lstrip().startswith("x")):
        return False
    if period is None:
        both = [n for n in (match.group("n1"), match.group("n2")) if n]
        if _RATE_AT.search(before) and 6 <= low <= 60:
            return True
        if all("." in n for n in both) and any(_PENCE.fullmatch(n) for n in both):
            clock = re.search(r"[-/]\s*$|\b(?:at|from|until|to|by)\s*$", before)
            return not clock
        if _SALARY.fullmatch(match.group("n1")) and _SALARY_ENDS.match(after):
            return True
        return bool(_LABEL.search(before)) and (low >= 1000 or 3 <= low <= 60)
    if period in {"piece", "shift"} and not match.group("n1").count("."):
        return (
            bool(re.search(r"\b(?:pays?|paid|get|gets|for|pay is|rate)(?: me| you| us)? $", before))
            and low >= 20
        )
    least, most = _PLAUSIBLE[period]
    if period == "day" and low < 25:
        return False
    return least <= low <= most


def _beside_a_rate(plain: Plain, match: re.Match[str], end: int, before: str) -> bool:
    """Whether a bare number is one of two rates that hold at different times."""
    after = plain.text[end : end + 28]
    when = _WHEN_AFTER.match(after)
    if not when and not (_RATE_WHEN.search(before) and re.match(r" ?(?:$|[.,;\n)]|and\b)", after)):
        return False
    others = plain.text[max(0, match.start() - 60) : match.start()], plain.text[end : end + 60]
    if _COUNTED.match(after) and "." not in match.group("n1"):
        return any(_TWIN_RATE.search(other) for other in others)  # "20 days holiday" is none
    return any(_OTHER_RATE.search(other) for other in others)


def period_after(text: str) -> tuple[Period | None, int, Decimal | None]:
    """The period that follows a sum, how long its words are, and the hours it is paid for."""
    match = _PERIOD_AFTER.match(text)
    if match:
        name = next(k for k, v in match.groupdict().items() if v)
        hours = re.search(r"(\d+) ?hour ", match.group())
        period = cast(Period, name.rstrip("2"))
        return period, match.end(), decimal(hours.group(1)) if hours else None
    if match := _FOR_DAYS.match(text):
        return "week", match.end(), None
    if match := _PER_THOUSAND.match(text):
        return "piece", match.end(), None
    if match := _PAY_DAY.match(text):
        return "week", match.end(), None
    if match := _TIMES_HOURS.match(text):
        return "hour", 0, None
    if match := _FOR_THE_LOT.match(text):
        return "piece", match.end(), None
    if (match := _EACH.match(text)) is not None:
        return "piece", match.end(), None
    match = _BARE_PERIOD.match(text)
    if match:
        return cast(Period, match.group(1)), match.end(), None
    match = _FOR_HOURS.match(text)
    if match:
        hours_paid = decimal(match.group("h"))
        return ("week" if hours_paid > 16 else "shift"), match.end(), hours_paid
    return None, 0, None


def period_before(text: str) -> Period | None:
    """The period that a label before a sum names ("hourly rate:", "monthly salary")."""
    match = _PERIOD_BEFORE.search(text)
    if match and _OF_HOURS.search(text[: match.start()]):
        return None  # "10 hours a week £12.71"
    if not match:
        return None
    return cast(Period, next(k for k, v in match.groupdict().items() if v).rstrip("2"))
