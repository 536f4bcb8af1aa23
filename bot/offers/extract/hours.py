"""Weekly hours: stated, by days and shifts, ranges, limits, and whether they are guaranteed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import attrs

from bot.offers.extract.clock import find_spans
from bot.offers.extract.numbers import decimal, tidy
from bot.offers.extract.phrases import Found
from bot.offers.extract.text import Plain
from bot.offers.offer import Evidence, Hours

_N = r"\d{1,3}(?:\.\d{1,3})?"
_R = (
    rf"(?<![\d:.])(?P<a>{_N})(?:\s*hours?)?(?:\s*(?:-|to|or|/|up to|and)"
    rf"\s*(?P<b>{_N}))?\s*(?P<plus>\+)?"
)
_WEEK = (
    r"(?:(?:per|an?|each|every|/|in an?|in the|in each|this|the)\s*(?:working )"
    r"?week\b|weekly|in total\b)"
)
_UPTO = (
    r"(?P<upto>up to (?:a maximum of )?|upto |maximum (?:of )?|max (?:of )"
    r"?|no more than |not more than |(?<=between )0 (?:and|to) )?"
)
_LEAST = (
    r"(?P<least>(?:at least|a?\s?minimum(?: of)?|from|no less than|not less than|"
    r"over|more than) )?"
)
_ABOUT = (
    r"(?:about |around |roughly |approx(?:imately)?\.? |circa |c\.? ?|"
    r"maybe |an average of |average(?: of)? |avg |between )?"
)

# Each says hours a week by itself.
_STATED = tuple(
    re.compile(p)
    for p in (
        rf"{_UPTO}{_LEAST}{_ABOUT}{_R}\s*-?hours?(?![^.\n;£]{{0,12}}\b(?:day|"
        rf"shift|night)s?\b)[^.\n;£\d]{{0,28}}?{_WEEK}",
        r"\b(?:hours per week|weekly hours|hours weekly|hours a week|hours each week|"
        rf"per week hours)\s*(?:are|is|will be)?\s*[:=-]*\s*{_UPTO}{_LEAST}{_ABOUT}{_R}(?!"
        r"\s*(?:am|pm|:\d|days?))",
        r"\b(?:contracted|contract|guaranteed?s?|contracted for|contracted to|"
        r"guaranteeing)(?: you| me| us)?(?: hours)?(?: is| are| of| for|"
        rf" to| says)?\s*[:=-]*\s*{_UPTO}{_LEAST}{_ABOUT}(?:only |just )?{_R}\s*hours?(?! "
        r"?(?:notice|per day|a day|shift))",
        rf"(?<![\d.]){_UPTO}{_LEAST}{_R}\s*-?hours?[\s-]*(?:fixed |flexi\w* |"
        r"permanent |guaranteed |term time )?(?:contracts?|week\b(?!ly| on)"
        r"|working week|posts?\b|positions?\b|guaranteed|contracted)",
        rf"{_UPTO}{_LEAST}{_R}\s*(?:guaranteed|contracted|fixed|set|paid)"
        r"\s*hours?(?! ?(?:per day|a day|holiday))",
        rf"(?:full time|part time)[\s,:()/-]{{1,5}}{_UPTO}{_LEAST}{_ABOUT}{_R}\s*hours?(?!"
        r" ?(?:shift|per day|a day))",
        rf"(?:full time|part time)[\s,:()-]{{1,4}}\(?{_R}\)(?!\s*(?:am|pm))",
        rf"{_LEAST}{_R}\s*hours?[\s,:()-]{{1,4}}(?:full time|part time)",
        r"(?<![\w])(?:working hours|hours of work|contracted hours|contract hours|"
        rf"hours)\s*[:=-]+\s*(?:full time|part time)?[\s,-]*{_UPTO}{_LEAST}{_ABOUT}{_R}\s*"
        r"(?:hours?\b)?(?!\s*(?:am|pm|:\d|\.\d\d|days?|x|shift|per day|a day|"
        r"noon|hours? (?:shift|per day|a day)))",
        rf"based on {_R}\s*hours?\b",
        rf"{_UPTO}{_LEAST}{_ABOUT}{_R}\s*hours?[\s,]*(?:(?:over|across|spread over)"
        r" (?:\d|the) (?:days?|nights?|week)|(?:monday|over) (?:to|-))",
        r"\b(?P<usual>usually|normally|mostly|typically|actually|most weeks|"
        r"in practice)(?: (?:it is|i|you|we|do|get|more|like|about|around|"
        r"work|works?|out|at|is|they|give|me)){0,5} (?P<a>\d{1,2})(?:\s*(?:-|"
        r"to)\s*(?P<b>\d{1,2}))?\b(?! ?(?:minutes|am|pm|days?|%|shifts?|"
        r"rooms?|:|\.\d|an hour|per))(?: hours?)?",
        rf"total(?: of|ling)?\s*{_R}\s*hours?(?! ?(?:per day|a day|shift))",
    )
)
_PERIODS = (
    (
        re.compile(
            rf"{_R}\s*hours?\s*(?:(?:per|a|each|every)\s*(?:2 weeks|fortnight)"
            r"|fortnightly)"
        ),
        Decimal(2),
    ),
    (re.compile(rf"{_UPTO}{_R}\s*hours?\s*(?:per|a|each|every)\s*month"), Decimal(52) / 12),
    (re.compile(rf"{_R}\s*hours?\s*(?:per|a|each) year"), Decimal(52)),
)
# Said of a job in passing ("they said maybe 30 hours"); only used where nothing plainer is.
_LOOSE = re.compile(
    rf"{_UPTO}{_LEAST}{_ABOUT}(?<![\d.£]){_R}\s*(?:ish )?hours?\b(?!\s*(?:shifts?|"
    r"days?|nights?|per (?:day|night|shift|month)|"
    r"(?:a|each|every|the) (?:day|night|shift|fortnight|month)|notice|"
    r"of|training|unpaid|break|before|after|drive|away|later|ago|"
    r"rest|course|straight|between|per|service|(?:on|off)(?= ?[\d/]|"
    r" call)|supervised|care|cover|sleep|late|early|commute|walk|without|"
    r"trial|for free|in advance|long|fortnight|"
    r"(?:is|are) (?:unpaid|not paid)|opt|limit|lunch))"
)
_PER_DAY = re.compile(
    rf"(?P<a>{_N})(?:\s*(?:-|to|or)\s*(?P<b>{_N}))?\s*-?hours? ?(?:(?:per|"
    r"an?|each|every)\s*(?:day|night|shift|evening|morning)|days?|shifts?|"
    r"nights?|daily|nightly)\b(?! holiday)"
)
_DAYS = re.compile(
    r"(?<![\d£.])(?P<a>[1-7])(?:\s*(?:-|to|or)\s*(?P<b>[1-7]))?\s*(?:full |"
    r"long |night |day |evening |x )?(?:days?|nights?|shifts?|mornings?|"
    r"evenings?|afternoons?)\s*(?:(?:per|an?|each|every|in the|/|out of|"
    r"over)\s*(?:the )?week|weekly|over 7|out of 7|from 7|on \d off|"
    r"(?=,? (?:from )?\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|-|to))|(?<=[4-7] days)"
    r"(?=\s*(?:[.,;]|$)))"
)
_TIMES = re.compile(
    r"(?<![\d£.])(?P<a>[1-7])(?:\s*(?:x|times|lots of)\s*|\s+)(?P<b>\d{1,2}(?:\.\d{1,2}"
    r")?)\s*-?hours? (?:long )?(?:days?|shifts?|nights?)"
)
_TIMES_OF = re.compile(
    r"(?<![\d£.])(?P<a>[1-7]) (?:\w+ )?(?:shifts?|days|nights)(?: (?:a|"
    r"per|each|every) week)?,? (?:of |at |x |for |doing )?(?P<b>\d{1,2}(?:\.5)"
    r"?)\s*-?hours?\b"
)
_TIMES_BY = re.compile(
    r"(?P<b>\d{1,2}(?:\.5)?)\s*-?hours? (?:shifts?|days?|nights?) ?(?:x|"
    r"times) ?(?P<a>[1-7])\b"
)
_WEEKDAYS = {
    "monday": 1,
    "tuesday": 2,
    "wednesday": 3,
    "thursday": 4,
    "friday": 5,
    "saturday": 6,
    "sunday": 7,
}
_DAY_SPAN = re.compile(
    r"\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?(?: ?- ?|"
    r" to | until | through (?:to )?)(monday|tuesday|wednesday|thursday|"
    r"friday|saturday|sunday)\b"
)
_ALL_WEEK = re.compile(r"\b(?:7 days a week|7 days per week|every single day|7 days)\b")
_DAY_LIST = re.compile(r"\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\b")
_ON_OFF = re.compile(
    r"\b(?P<on>[2-7]) ?(?:days? |nights? )?on[ ,/-]*(?:and )?(?P<off>[2-7])"
    r" ?(?:days? )?off\b"
)
_NOT_HOURS = re.compile(
    r"\b(?:opt|48 hours? (?:limit|directive|opt)|training|induction|"
    r"placement|old job|last job|used to|notice|my age|course|volunteer)"
    r"\b"
)


@attrs.frozen
class Shape:
    """The working week by shifts: hours in a shift, shifts in a week, and their evidence."""

    shift_hours: Decimal | None
    shift_hours_max: Decimal | None
    shifts: Decimal | None
    shifts_max: Decimal | None
    evidence: tuple[Evidence, ...]


@attrs.frozen
class _Stated:
    low: Decimal | None
    high: Decimal | None
    start: int
    end: int
    contracted: bool


def find_shape(plain: Plain) -> Shape:
    """Length and number of shifts, each None where nobody said."""
    evidence: list[Evidence] = []
    length = longest = shifts = most = None
    if (
        match := _TIMES.search(plain.text)
        or _TIMES_OF.search(plain.text)
        or _TIMES_BY.search(plain.text)
    ):
        shifts, length = decimal(match.group("a")), decimal(match.group("b"))
        evidence.append(plain.evidence("shift_hours", *match.span()))
    elif match := _PER_DAY.search(plain.text):
        length = decimal(match.group("a"))
        longest = decimal(match.group("b")) if match.group("b") else None
        evidence.append(plain.evidence("shift_hours", *match.span()))
    if match := _DAYS.search(plain.text):
        shifts = decimal(match.group("a"))
        most = decimal(match.group("b")) if match.group("b") else None
        evidence.append(plain.evidence("shifts_per_week", *match.span()))
    elif match := _ON_OFF.search(plain.text):
        on, off = decimal(match.group("on")), decimal(match.group("off"))
        shifts = tidy(7 * on / (on + off))
        evidence.append(plain.evidence("shifts_per_week", *match.span()))
    elif shifts is None:
        shifts, where = _named_days(plain)
        if where:
            evidence.append(plain.evidence("shifts_per_week", *where))
    if length is not None and length > 16:
        length = longest = None
    return Shape(length, longest, shifts, most, tuple(evidence))


def _named_days(plain: Plain) -> tuple[Decimal | None, tuple[int, int] | None]:
    if match := _ALL_WEEK.search(plain.text):
        return Decimal(7), match.span()
    if match := _DAY_SPAN.search(plain.text):
        first, last = _WEEKDAYS[match.group(1)], _WEEKDAYS[match.group(2)]
        if last > first:
            return Decimal(last - first + 1), match.span()
    if match := re.search(r"\b(?:weekdays|every weekday|every day)\b", plain.text):
        return Decimal(5), match.span()
    return None, None


def find_hours(
    plain: Plain,
    shape: Shape,
    unpaid_break_minutes: int | None,
    break_known: bool,
    guarantees: list[Found],
    contract: tuple[str, ...],
) -> tuple[Hours, list[Evidence]]:
    """Hours a week and whether they are guaranteed.

    Args:
        shape: the working week by shifts, used where no weekly figure is written.
        unpaid_break_minutes: taken off each shift given by the clock.
        break_known: whether breaks are stated at all; without it clock times give no hours.
        guarantees: phrases found about guarantee (`yes`, `no`).
        contract: contract kinds found; zero hours are never guaranteed.
    """
    stated = list(_stated(plain))
    evidence: list[Evidence] = []
    low = high = None
    if stated:
        low, high = _across(stated)
        evidence += [plain.evidence("hours", s.start, s.end) for s in stated]
    else:
        low, high, evidence = _by_shifts(plain, shape, unpaid_break_minutes, break_known)
    if low is None and high is None and (stated := list(_loose(plain))):
        low, high = _across(stated)
        evidence = [plain.evidence("hours", s.start, s.end) for s in stated]
    said = {g.label: g for g in guarantees}
    guaranteed, fixed = _guarantee(said, stated, contract)
    evidence += [plain.evidence("hours.guaranteed", g.start, g.end) for g in guarantees]
    return Hours(low, high, guaranteed, fixed), evidence


def _guarantee(
    said: dict[str, Found], stated: list[_Stated], contract: tuple[str, ...]
) -> tuple[bool | None, Decimal | None]:
    if "no" in said or "zero_hours" in contract:
        return False, None
    contracted = next((s for s in stated if s.contracted), None)
    if contracted:
        return True, contracted.low if contracted.low is not None else contracted.high
    if "yes" in said:
        return True, stated[0].low if stated else None
    return None, None


_CONTRACTED_BEFORE = re.compile(
    r"\b(?:contracted|guaranteed?s?|contract (?:is|of|for))(?: hours)"
    r"?(?: is| of| for| to| from| contracts?)*[ :-]*$"
)
_CONTRACTED = re.compile(r"contract|guarante")


def _stated(plain: Plain) -> Iterator[_Stated]:
    taken: list[tuple[int, int]] = []
    for pattern in _STATED:
        for match in pattern.finditer(plain.text):
            start, end = match.span()
            if any(s < end and start < e for s, e in taken):
                continue
            found = _limits(plain, match)
            if found:
                taken.append((start, end))
                yield found
    if taken:
        return
    for pattern, weeks in _PERIODS:
        longer = pattern.search(plain.text)
        if longer and (found := _limits(plain, longer, weeks)):
            yield found


def _loose(plain: Plain) -> Iterator[_Stated]:
    if len(plain.text) > 1500:
        return
    for match in _LOOSE.finditer(plain.text):
        found = _limits(plain, match)
        least = found and (found.high or found.low)
        if found and least and least >= 8:
            yield found
            return


def _limits(plain: Plain, match: re.Match[str], weeks: Decimal = Decimal(1)) -> _Stated | None:
    groups = match.groupdict()
    first = decimal(groups["a"]) / weeks
    second = decimal(groups["b"]) / weeks if groups.get("b") else None
    if second is not None and second <= first:
        first, second = second, None  # "13.30 - 20.00 - 12 hours": what stands next to "hours"
    if not 1 <= (second or first) <= 100:
        return None
    around = plain.before(match.start(), 22) + match.group() + plain.after(match.end(), 12)
    if _NOT_HOURS.search(around) or re.search(r"\bnot $", plain.before(match.start(), 5)):
        return None
    first = tidy(first)
    low: Decimal | None = first
    high: Decimal | None = tidy(second) if second else first
    if second is None:
        if groups.get("upto"):
            low = None
        elif groups.get("least") or groups.get("plus"):
            high = None
    if re.match(
        r"\s*(?:minimum|or more|and (?:above|over))\b", plain.text[match.end() : match.end() + 15]
    ):
        high = None
    contracted = bool(
        _CONTRACTED.search(match.group())
        or _CONTRACTED_BEFORE.search(plain.before(match.start(), 30))
    ) and not groups.get("upto")
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    return _Stated(low, high, start, match.end(), contracted)


def _across(stated: list[_Stated]) -> tuple[Decimal | None, Decimal | None]:
    """Least and most across all that was stated (two posts, or a contract and the usual week)."""
    lows = [s.low for s in stated if s.low is not None]
    highs = [s.high for s in stated if s.high is not None]
    if not lows or not highs:
        return (min(lows) if lows else None), (max(highs) if highs else None)
    return min(lows), max(*highs, *lows)


def _by_shifts(
    plain: Plain, shape: Shape, unpaid_minutes: int | None, break_known: bool
) -> tuple[Decimal | None, Decimal | None, list[Evidence]]:
    """Hours a week from shifts a week, where both are said."""
    length, longest = shape.shift_hours, shape.shift_hours_max
    evidence = [attrs.evolve(e, field="hours") for e in shape.evidence]
    if length is None and break_known and shape.shifts:
        spans = list(find_spans(plain))
        if len(spans) == 1:
            length = spans[0].length - Decimal(unpaid_minutes or 0) / 60
            evidence.append(plain.evidence("hours", spans[0].start, spans[0].end))
    if length is None or shape.shifts is None:
        return None, None, []
    low = length * shape.shifts
    high = (longest or length) * (shape.shifts_max or shape.shifts)
    return tidy(low), tidy(high), evidence
