"""Dates in people's words: "last Tuesday", "3 weeks ago", "on 4 September", "in July".

Words that name no single day become a range. A time limit counts from its first day, which is
the cautious one, and the guide says so. Without a year the last such day is meant, unless the
words look ahead ("my last day will be 30 November").
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import attrs
from dateutil.relativedelta import relativedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday weds", "thursday thurs thur", "friday fri",
         "saturday", "sunday")
    )
    for name in names.split()
}  # fmt: skip
COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "couple": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "few": 4,
    "several": 6,
}  # fmt: skip
#: Seasons of three months, by their first.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_SHORT = {"wk": "week", "mth": "month", "yr": "year"}
_VAGUE_COUNTS = ("few", "several")

_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?P<year>(?:19|20)\d{2})|\s+(?P<said_year>last year|this year))?"
_WEEKDAY = "(?P<weekday>" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b"
_COUNT = r"(?P<count>\d{1,3}|" + "|".join(COUNTS) + ")"
_AHEAD = re.compile(r"\b(?:will|next|going to|ends? on|coming|is due|upcoming|i'?ll)\b")


@attrs.frozen
class When:
    """A day, or the range of days that the words leave open.

    Attributes:
        first, last: first and last day that may be meant; the same where the day is certain.
        said: the words that were read as the date.
    """

    first: date
    last: date
    said: str

    @property
    def exact(self) -> bool:
        """Whether the words name one day."""
        return self.first == self.last


def date_in(text: str, on: date) -> When | None:
    """Return the date that the words name, seen from the day `on`; None where they name none.

    Where several are named, a day of the calendar counts before a day of the week, a single day
    before a range, and then the first.
    """
    words = " ".join(text.lower().replace("\u2019", "'").split())
    found = sorted(_all_in(words, on), key=lambda pair: pair[0])
    whole = [when for _, when in found]
    single = [when for when in whole if when.exact]
    calendar = [when for when in single if not _starts_with_weekday(when.said)]
    return next(iter([*calendar, *single, *whole]), None)


def _starts_with_weekday(said: str) -> bool:
    return bool(re.search(_WEEKDAY, said)) and not re.search(_MONTH, said)


def _all_in(words: str, on: date) -> Iterator[tuple[int, When]]:
    taken: list[tuple[int, int]] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(words):
            start, end = match.span()
            if any(start < e and end > s for s, e in taken):
                continue
            try:
                days = read(match, on)
            except (ValueError, OverflowError):  # 31 February, 45/13
                continue
            if days is not None:
                taken.append((start, end))
                yield start, When(*days, said=match[0].strip())


Days = tuple[date, date] | None


def _iso(match: re.Match[str], on: date) -> Days:
    return _one(date(int(match["y"]), int(match["m"]), int(match["d"])))


def _slashed(match: re.Match[str], on: date) -> Days:
    """Read 4/9 and 4/9/26, the day first, as is usual in the UK."""
    day, month, year = int(match["d"]), int(match["m"]), match["y"]
    if year:
        full = int(year) + (2000 if len(year) == 2 else 0)
        return _one(date(full, month, day))
    return _one(_without_year(day, month, on, ahead=False))


def _day_and_month(match: re.Match[str], on: date) -> Days:
    day, month = int(match["day"]), MONTHS[match["month"]]
    if year := _year_said(match, on):
        return _one(date(year, month, day))
    return _one(_without_year(day, month, on, _looks_ahead(match)))


def _weekday_of_month(match: re.Match[str], on: date) -> Days:
    """Read "the last Friday in July" and "the first Monday of May"."""
    month, weekday = MONTHS[match["month"]], WEEKDAYS[match["weekday"]]
    year = _year_said(match, on) or _month_year(month, on, ahead=False)
    days = [date(year, month, d) for d in range(1, monthrange(year, month)[1] + 1)]
    matching = [d for d in days if d.weekday() == weekday]
    place = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}[match["place"]]
    return _one(matching[place])


def _part_of_month(match: re.Match[str], on: date) -> Days:
    month = MONTHS[match["month"]]
    year = _year_said(match, on) or _month_year(month, on, _looks_ahead(match))
    end = monthrange(year, month)[1]
    first, last = {
        "start": (1, 10), "beginning": (1, 10), "early": (1, 10), "mid": (10, 20),
        "middle": (10, 20), "end": (20, end), "late": (20, end), None: (1, end),
    }[match["part"]]  # fmt: skip
    return date(year, month, first), date(year, month, last)


def _ago(match: re.Match[str], on: date) -> Days:
    raw, unit = match["count"], match["unit"]
    count = COUNTS.get(raw) or int(raw)
    if match["half"]:
        return _back(on, "month", 6)
    days = _back(on, unit, count)
    if raw in _VAGUE_COUNTS:
        return days[0], _back(on, unit, 2)[0]
    about_a_month = _SHORT.get(unit, unit) in ("month", "year")
    return (days[0], days[0]) if not (about_a_month and match["about"]) else (
        days[0] - timedelta(days=14), days[0],
    )  # fmt: skip


def _back(on: date, unit: str, count: int) -> tuple[date, date]:
    steps = {
        "day": relativedelta(days=count),
        "week": relativedelta(weeks=count),
        "fortnight": relativedelta(weeks=2 * count),
        "month": relativedelta(months=count),
        "year": relativedelta(years=count),
    }
    day = on - steps[_SHORT.get(unit, unit)]
    return day, day


def _named_day(match: re.Match[str], on: date) -> Days:
    back = {"today": 0, "this morning": 0, "tonight": 0, "yesterday": 1, "last night": 1}
    if match[0].startswith("day before"):
        return _one(on - timedelta(days=2))
    return _one(on - timedelta(days=back[match[0]]))


def _week_day(match: re.Match[str], on: date) -> Days:
    """Read "last Tuesday" as the last one before today, "Tuesday last week" as of last week."""
    weekday = WEEKDAYS[match["weekday"]]
    monday = on - timedelta(days=on.weekday())
    if match["before"] == "next":
        return _one(on + timedelta(days=(weekday - on.weekday() - 1) % 7 + 1))
    if match["after"] == "last week":
        return _one(monday - timedelta(days=7 - weekday))
    back = (on.weekday() - weekday) % 7
    if back == 0 and match["before"] == "last":
        back = 7
    more = 7 if match["before"] in ("a week last", "a week past") else 0
    return _one(on - timedelta(days=back + more))


def _last_period(match: re.Match[str], on: date) -> Days:
    """Read "last week", "this month" and "last year" as all of their days up to today."""
    last, unit = match["which"] == "last", match["unit"]
    if unit == "week":
        first = on - timedelta(days=on.weekday() + (7 if last else 0))
        end = first + timedelta(days=6)
    elif unit == "month":
        first = on.replace(day=1) - relativedelta(months=1 if last else 0)
        end = first + relativedelta(months=1, days=-1)
    else:
        first = date(on.year - (1 if last else 0), 1, 1)
        end = date(first.year, 12, 31)
    return first, min(end, on)


def _season(match: re.Match[str], on: date) -> Days:
    begin = SEASONS[match["season"]]
    first = date(_month_year(begin, on, ahead=False), begin, 1)
    if match["which"] == "last" and first + relativedelta(months=3) > on:
        first -= relativedelta(years=1)
    return first, min(first + relativedelta(months=3, days=-1), on)


def _christmas(match: re.Match[str], on: date) -> Days:
    return _one(_without_year(25, 12, on, ahead=False))


def _bare_day(match: re.Match[str], on: date) -> Days:
    """Read "the 2nd" as the last day of that number."""
    day = int(match["day"])
    if not 1 <= day <= 31:
        return None
    month = on.replace(day=1)
    while True:
        if day <= monthrange(month.year, month.month)[1] and month.replace(day=day) <= on:
            return _one(month.replace(day=day))
        month -= relativedelta(months=1)


def _year(match: re.Match[str], on: date) -> Days:
    year = int(match["year"])
    return date(year, 1, 1), min(date(year, 12, 31), max(on, date(year, 1, 1)))


def _one(day: date) -> tuple[date, date]:
    return day, day


def _year_said(match: re.Match[str], on: date) -> int | None:
    if match["year"]:
        return int(match["year"])
    return {"last year": on.year - 1, "this year": on.year}.get(match["said_year"] or "")


def _without_year(day: int, month: int, on: date, ahead: bool) -> date:
    """Return the last such day, or the next where the words look ahead.

    29 February goes back to the last year that had one.
    """
    years = range(on.year, on.year + 5) if ahead else range(on.year, on.year - 5, -1)
    for year in years:
        if day > monthrange(year, month)[1]:
            continue
        found = date(year, month, day)
        if found >= on if ahead else found <= on:
            return found
    raise ValueError(f"There is no day {day} in month {month}.")


def _month_year(month: int, on: date, ahead: bool) -> int:
    if ahead:
        return on.year if month >= on.month else on.year + 1
    return on.year if month <= on.month else on.year - 1


def _looks_ahead(match: re.Match[str]) -> bool:
    return bool(_AHEAD.search(match.string[max(0, match.start() - 30) : match.start()]))


Reader = Callable[[re.Match[str], date], Days]

_PART = r"(?:the )?(?P<part>start|beginning|early|mid|middle|end|late)(?: of|-| in)?\s*"
_WHOLE_MONTH = rf"(?P<part>(?!))?{_MONTH}{_YEAR}"  # the group never matches: no part was named
_BEFORE_MONTH = (
    r"\b(?:in|since|during|from|of|until|till|around|about|mid|last|by|back in|throughout)\s+"
)
_UNIT = r"(?P<unit>day|week|wk|fortnight|month|mth|year|yr)s?"
_AGO = (
    r"(?P<about>\babout |\baround |\broughly |\bnearly |\balmost )?\b(?P<half>half )?(?:a )?"
    rf"{_COUNT}(?: of)?\s+{_UNIT}\s+(?:ago|back|since|now)\b"
)
_NAMED = (
    r"\bday before yesterday\b|\btoday\b|\bthis morning\b|\btonight\b|\byesterday\b|\blast night\b"
)
_WEEK_DAY = (
    r"\b(?:(?P<before>a week last|a week past|last|this|next|on|past) )?"
    rf"{_WEEKDAY}(?:\s+(?P<after>last week|gone|past))?"
)
_SLASHED = (
    r"\b(?P<d>\d{1,2})[/.](?P<m>\d{1,2})(?:[/.](?P<y>\d{4}|\d{2}))?\b"
    r"(?!\s*(?:an?\b|per|p\b|hours?|%))"
)
_PLACE = r"\b(?P<place>first|second|third|fourth|last)"
_SEASON = (
    r"\b(?:in |over |during |since )?(?P<which>the|this|last) "
    r"(?P<season>spring|summer|autumn|winter)\b"
)

#: In this order: what a more particular pattern has read is not read again.
_READERS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (r"\b(?P<y>(?:19|20)\d{2})-(?P<m>\d{1,2})-(?P<d>\d{1,2})\b", _iso),
        (_SLASHED, _slashed),
        (rf"{_PLACE} {_WEEKDAY} (?:in|of) {_MONTH}{_YEAR}", _weekday_of_month),
        (rf"\b{_DAY}\s*(?:of\s+)?{_MONTH}{_YEAR}", _day_and_month),
        (rf"\b{_MONTH}\s+(?:the\s+)?{_DAY}(?!\d|:){_YEAR}", _day_and_month),
        (rf"\b{_PART}{_MONTH}{_YEAR}", _part_of_month),
        (rf"{_BEFORE_MONTH}{_WHOLE_MONTH}", _part_of_month),
        (rf"^{_WHOLE_MONTH}\W*$", _part_of_month),
        (_AGO, _ago),
        (_NAMED, _named_day),
        (_WEEK_DAY, _week_day),
        (r"\b(?P<which>last|this)\s+(?P<unit>week|month|year)\b", _last_period),
        (_SEASON, _season),
        (r"\b(?:christmas|xmas)(?: day)?\b", _christmas),
        (r"\bthe (?P<day>\d{1,2})(?:st|nd|rd|th)\b", _bare_day),
        (r"^(?:on )?(?P<day>\d{1,2})(?:st|nd|rd|th)\W*$", _bare_day),
        (r"\b(?:in|since|during)\s+(?P<year>20\d{2})\b", _year),
    )
)
