"""Weekly hours: stated, by days and shifts, ranges, limits, and whether they are guaranteed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import attrs

from bot.offers.extract.clock import find_spans
from bot.offers.extract.numbers import decimal, tidy
from bot.offers.extract.phrases import Found
from bot.offers.extract.share import FULL_WEEK, IS_SHARE
from bot.offers.extract.shifts import NUMBER as _N
from bot.offers.extract.shifts import Shape, is_opening
from bot.offers.extract.text import Plain
from bot.offers.extract.weeks import by_named_days, week_by_parts
from bot.offers.offer import Evidence, Hours

_R = (
    rf"(?<![\d:.£])(?P<a>{_N})(?:\s*hours?)?"
    rf"(?:(?:\s*(?:,|or|/)\s*{_N}(?:\s*hours?)?)*"  # "16, 20 or 24 hours"
    rf"\s*(?:-|to|or|/|up to|and)\s*(?P<b>{_N}))?\s*(?P<plus>\+)?"
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
        rf"(?<![\d:.£])(?P<a>{_N}) hours? (?:to|-|or) (?P<b>{_N}) {_WEEK}",
        rf"{_UPTO}{_LEAST}{_ABOUT}{_R}\s*-?hours?(?!(?:(?!week)[^.\n;£]){{0,12}}\b(?:day|"
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
        r"(?<![\w])(?:(?:working hours|hours of work|contracted hours|contract hours)"
        r"\s*(?:[:=-]+|are|of|is)?|hours\s*[:=-]+)\s*"
        rf"(?:full time|part time)?[\s,-]*{_UPTO}{_LEAST}{_ABOUT}{_R}\s*"
        r"(?:hours?\b)?(?!\s*(?:am|pm|:\d|\.\d\d|days?|x|shift|per day|a day|"
        r"noon|hours? (?:shift|per day|a day)))",
        rf"based on {_R}\s*hours?\b",
        rf"\bhours (?:is|are|will be|would be) {_ABOUT}{_R} (?:per|an?|each|every) week\b",
        rf"\bhours (?:(?:are |is |can be |will be )?(?:between|from)|(?:vary|range)(?: between| "
        rf"from)?) (?P<a>{_N})(?: hours)?"
        rf" (?:and|to|-) (?P<b>{_N})(?![:\d]| ?(?:am|pm))",
        rf"{_UPTO}{_LEAST}{_ABOUT}{_R}\s*hours?[\s,]*(?:(?:over|across|spread over)"
        r" (?:\d (?:days?|nights?)|the week)|(?:monday|over) (?:to|-))",
        r"\b(?P<usual>usually|normally|mostly|typically|actually|most weeks|"
        r"in practice|realistically|in reality|ends? up|really|reckons?|probably|nearer|"
        r"more like|closer to)"
        r"(?: (?:it is|people|folk|everyone|staff|most|can be|i|you|we|would|will|"
        r"i'd|i'll|do|get|more|like|about|around|"
        r"work|works?|out|at|is|they|give|me)){0,5} (?P<a>\d{1,2})(?:\s*(?:-|"
        r"to)\s*(?P<b>\d{1,2}))?\b(?! ?(?:minutes|am|pm|days?|%|shifts?|"
        r"rooms?|(?:in )?a day|:|\.\d|an hour|per))(?: hours?)?",
        r"(?<![\d.£,])(?P<a>[1-6]\d(?:\.5)?) (?:per|an?|each|every) week\b(?! (?:off|to|and))",
        r"(?<![\d.£,])(?P<a>[1-6]\d(?:\.5)?)(?: ?(?:to|-) ?(?P<b>[1-7]\d(?:\.5)?))?(?: hours?)? "
        r"(?:most weeks|on average|usually|"
        r"normally)\b",
        r"\b(?:this|mine|the new one|here)(?: one| job)?(?: is|'s| it is)? (?:only|just|about|"
        r"around) "
        r"(?P<a>[1-6]\d(?:\.5)?)\b(?! ?(?:per|an?\b|days?|minutes|miles|years|p\b|k\b|%|:|\.\d))",
        r"\bper hour x (?P<a>[1-6]\d(?:\.5)?)\b|£\d[\d.]* ?x ?(?P<a2>[1-6]\d(?:\.5)?)\b",
        r"\bcontract(?:ed)? (?:is|for|of|to) (?:only |just "
        r")?(?P<a>[1-6]?\d(?:\.5)?)(?=[.,;)\n](?!\d)|$)",
        r"\bfull time,? (?P<a>3[5-9](?:\.\d+)?|4\d(?:\.5)?)(?=[.,;)\n](?!\d)|$)",
        r"(?<![\d£.,])(?P<a>37\.5|36\.25|42\.5)(?=[ ]?(?:[.,;)\n]|$))",
        rf"part time[^.\n\d£]{{0,25}}\(?(?P<least>minimum )(?:of )?(?P<a>{_N})(?! ?(?:days|"
        rf"shifts|years))",
        r"(?:£\d\d?(?:\.\d\d)?|\b\d\d\.\d\d)(?: per hour| an hour)?, "
        r"?(?P<a>[2-5]\d(?:\.5)?)(?=[.;\n](?!\d)|$)",
        r"\bonly (?:getting|get|doing|given|giving me|got|do) (?P<a>[1-6]\d)(?=[,.;\n](?!\d)|$)",
        r"(?<![\d£.,])(?P<a>[1-3]\d(?:\.5)?)(?: hours)? of the (?:3|4)\d(?:\.5)?\b",
        r"\b(?:i|we|you) (?:do|get|work) (?:about|around|roughly) "
        r"(?P<a>[1-6]\d)(?=[,.;\n](?!\d)|$)",
        r"\bguaranteed?(?: you| me| us)?(?: only| just)? (?P<a>[1-4]?\d(?:\.5)?)"
        r"(?=,? (?:but|and usually|and mostly|with)\b|[,.;\n](?!\d)|$)",
        r"\b(?:an hour|per hour)(?:,? for|,? at|,? on| times| x) (?P<a>[1-6]?\d(?:\.5)?)"
        r"(?=[,.;\n](?!\d)|$)",
        r"(?<![\d.£])\d\d\.\d\d x (?P<a>[1-6]\d(?:\.5)?)\b",
        r"\b(?:i'd|i would|i will|id|mine is|i am) (?:be )?(?:only )?(?:on|doing) "
        r"(?P<a>[1-6]\d(?:\.5)?)(?=[,.;\n](?!\d)|$)",
        r"\bcontract'?s? (?:is )?(?:for|of) (?:only |just )?(?P<a>[1-6]?\d(?:\.5)?)"
        r"(?= but\b| and\b|[,.;\n](?! ?\d)|$)",
        r"(?P<least>\b(?:at least|(?:a )?minimum(?: of)?) )(?P<a>[1-6]?\d(?:\.5)?)"
        r"(?=[,;\n](?!\d)| (?:and|but) |\. |\.?$)",
        r"\bbetween (?P<a>[1-6]?\d(?:\.5)?) and (?P<b>[1-7]\d(?:\.5)?),? (?:it )?"
        r"(?:depend\w*|whatever|as it|according)\b",
        rf"total(?: of|ling)?\s*{_R}\s*hours?(?! ?(?:per day|a day|shift))",
    )
)
_PERIODS = (
    (
        re.compile(
            rf"{_R}\s*hours?\s*(?:(?:per|a|each|every|over|across|in)\s*(?:a |the )?"
            r"(?:2 weeks|fortnight)"
            r"|fortnightly)"
        ),
        Decimal(2),
    ),
    (re.compile(r"(?<![£\d.,])(?P<a>[2-9]\d) (?:per|a|each|every) fortnight\b"), Decimal(2)),
    (
        re.compile(
            rf"{_R}\s*hours?\s*(?:(?:per|a|each|every|over|across|in)\s*(?:a |the )?4 weeks|"
            r"(?:per |a |every )?4 weekly)"
        ),
        Decimal(4),
    ),
    (re.compile(rf"{_UPTO}{_R}\s*hours?\s*(?:per|a|each|every)\s*month"), Decimal(52) / 12),
    (re.compile(rf"{_R}\s*hours?\s*(?:per|a|each) year"), Decimal(52)),
)
# Said of a job in passing ("they said maybe 30 hours"); only used where nothing plainer is.
_LOOSE_BY_TIME = re.compile(  # too many for one shift: "40 hours nights"
    r"(?<![\d.£])(?P<a>[2-6]\d(?:\.5)?) hours? (?:of )?(?:days|nights|evenings|mornings|weekends)\b"
)
_LOOSE = re.compile(
    rf"{_UPTO}{_LEAST}{_ABOUT}(?<![\d.£]){_R}\s*(?:ish )?hours?\b(?!\s*(?:shifts?|"
    r"days?|nights?|per (?:day|night|shift|month)|"
    r"(?:a|each|every|the) (?:day|night|shift|fortnight|month)|notice|"
    r"of(?! (?:work\b|an? (?:full time |normal )?\d))|training|unpaid|"
    r"break|before|after|drive|away|later|ago|"
    r"rest|course|straight|between|per|service|(?:on|off)(?= ?[\d/]|"
    r" call)|supervised|care|cover|sleep|late|early|commute|walk|without|"
    r"trial|for free|in advance|long|fortnight|"
    r"(?:is|are) (?:unpaid|not paid)|opt|limit|lunch)\b)"
)
_LONGEST_SHIFT = 13
_ONLY = re.compile(r"\b(?:only|just) $")
_NOT_HOURS = re.compile(
    r"\b(?:opt|48 hours? (?:limit|directive|opt)|training|induction|"
    r"placement|old job|last job|used to|notice|my age|courses?|e ?learning|modules|volunteer)"
    r"\b"
)
# "never more than 48 hours" is a promise about the limit; "of a 37.5 hour week" is full time.
_NOT_MINE = re.compile(
    r"\b(?:never|not|no one|nobody)(?: \w+){0,3} $|\b(?:out|away|gone)(?: for)?(?: about)? $|"
    r"\bof (?:a|the) (?:full time |normal )?$"
    r"|\b(?:own time|unpaid|not paid)\b[^.\n]{0,12}\b(?:(?:that|which|it)(?: is|'s)|comes to) $"
)


_NO_PROMISE = re.compile(r"\bnot (?:promise|guarantee|offer|give)(?: me| you| us)?(?: any)? $")
_ON_TOP = re.compile(r"\s*(?:extra|on top|of overtime|unpaid)\b")
_PENCE = re.compile(r"\d+\.(?!25|50|75)\d\d")


@attrs.frozen
class _Stated:
    low: Decimal | None
    high: Decimal | None
    start: int
    end: int
    contracted: bool
    usual: bool = False
    plain_week: bool = False  # "30 hours a week"


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
    stated = _of_the_worker(plain, list(_stated(plain)))
    stated = [s for s in stated if not (s.usual and _is_shift(s.high or s.low, shape))]
    evidence: list[Evidence] = []
    low = high = None
    by_days = by_named_days(plain)
    parts = None if any(s.plain_week for s in stated) else week_by_parts(plain)
    if parts:
        stated = [s for s in stated if s.end <= parts.start or (parts.end <= s.start and s.usual)]
        low, high = parts.low, parts.high
        evidence.append(plain.evidence("hours", parts.start, parts.end))
    elif by_days and not stated:
        low = high = by_days[0]
        evidence.append(plain.evidence("hours", *by_days[1]))
    elif stated:
        low, high = _across(stated)
        evidence += [plain.evidence("hours", s.start, s.end) for s in stated]
    else:
        low, high, evidence = _by_shifts(plain, shape, unpaid_break_minutes, break_known)
    if low is None and high is None and (stated := list(_loose(plain, shape))):
        low, high = _across(stated)
        evidence = [plain.evidence("hours", s.start, s.end) for s in stated]
    if low is not None and high in (None, low) and (most := _room_for_more(plain, low)):
        high = most.high
        evidence.append(plain.evidence("hours", most.start, most.end))
    said = {g.label: g for g in guarantees}
    guaranteed, fixed = _guarantee(said, stated, contract)
    evidence += [plain.evidence("hours.guaranteed", g.start, g.end) for g in guarantees]
    return Hours(low, high, guaranteed, fixed), evidence


_UP_TO_MORE = re.compile(
    r"\b(?:up to|as many as|as much as|goes to|goes as high as|rises to|never over(?! 48)|"
    r"never more than|nearer|no more than|more like|closer to) (?P<a>[1-6]\d(?:\.5)?)(?: hours?)?\b"
    r"(?! ?(?:odd )?(?:%|days?|people|minutes|miles|years?|weeks|pounds?|p\b|k\b|per hour|an hour|"
    r"£|:|\.\d|,\d|"
    r"months|rooms|beds|residents|children))"
)


def _room_for_more(plain: Plain, low: Decimal) -> _Stated | None:
    """The most hours, where they stand apart from the least ("... but I could do up to 35")."""
    for match in _UP_TO_MORE.finditer(plain.text):
        high = decimal(match.group("a"))
        if low < high <= 72:
            return _Stated(None, high, match.start(), match.end(), False)
    return None


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


def _of_the_worker(plain: Plain, stated: list[_Stated]) -> list[_Stated]:
    """Leave out the hours of full time, next to the share of them that is worked."""
    full = FULL_WEEK.search(plain.text)
    if not full or len(stated) < 2 or not IS_SHARE.search(plain.text):
        return stated
    return [s for s in stated if s.end <= full.start() or full.end() <= s.start] or stated


def _loose(plain: Plain, shape: Shape) -> Iterator[_Stated]:
    if plain.is_advert:
        return
    for match in [*_LOOSE_BY_TIME.finditer(plain.text), *_LOOSE.finditer(plain.text)]:
        if match.start("a") < shape.words[1] and shape.words[0] <= match.start("a"):
            continue  # the length of a shift
        found = _limits(plain, match)
        if found is None:
            continue
        most = found.high or found.low
        if _is_shift(most, shape):
            continue  # "5/6 days a week, routes 9 to 10 hours"
        only = _ONLY.search(plain.before(match.start(), 6))
        if most and most >= (2 if only else 8):
            yield found
            return


def _is_shift(hours: Decimal | None, shape: Shape) -> bool:
    """Whether so few hours next to several days a week are the length of a shift, not their sum."""
    if not hours or not shape.shifts or shape.shifts <= 1:
        return False
    return hours <= _LONGEST_SHIFT and hours != (shape.by_clock or 0) * shape.shifts


def _limits(plain: Plain, match: re.Match[str], weeks: Decimal = Decimal(1)) -> _Stated | None:
    groups = match.groupdict()
    first = decimal(groups["a"] or groups["a2"]) / weeks
    second = decimal(groups["b"]) / weeks if groups.get("b") else None
    if second is not None and _PENCE.fullmatch(groups["a"] or ""):
        first, second = second, None  # "12.71, 30 hours"
    if second is not None and second <= first:
        first, second = second, None  # "13.30 - 20.00 - 12 hours": what stands next to "hours"
    if not 1 <= (second or first) <= 100:
        return None
    before, after = plain.before(match.start(), 30), plain.after(match.end(), 12)
    around = before.split(",")[-1] + match.group() + after.split(",")[0]
    promised = bool(_NO_PROMISE.search(plain.before(match.start(), 40)))
    not_mine = _NOT_MINE.search(plain.before(match.start(), 30)) and not promised
    if _NOT_HOURS.search(around) or not_mine:
        return None
    if is_opening(plain, match.start()) or _ON_TOP.match(after):
        return None
    first = tidy(first)
    low: Decimal | None = first
    high: Decimal | None = tidy(second) if second else first
    if second is None:
        if groups.get("upto"):
            low = None
        elif groups.get("least") or groups.get("plus"):
            high = None
    if second is None and re.match(
        r"\s*(?:max(?:imum)?|at most|at the most|tops|or less|or fewer)\b",
        plain.text[match.end() : match.end() + 15],
    ):
        low = None
    if second is None and promised:
        low, high = first, None  # "they can not promise more than 8"
    if re.match(
        r"\s*(?:minimum|or more|and (?:above|over))\b", plain.text[match.end() : match.end() + 15]
    ):
        high = None
    contracted = bool(
        _CONTRACTED.search(match.group())
        or _CONTRACTED_BEFORE.search(plain.before(match.start(), 30))
    ) and not groups.get("upto")
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    weekly = bool(re.search(_WEEK, match.group()))
    return _Stated(low, high, start, match.end(), contracted, bool(groups.get("usual")), weekly)


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
    if length is None and break_known and shape.shifts and shape.by_clock:
        length = shape.by_clock - Decimal(unpaid_minutes or 0) / 60
        span = next(iter(find_spans(plain)))
        evidence.append(plain.evidence("hours", span.start, span.end))
    if length is None or shape.shifts is None:
        return None, None, []
    if (
        shape.shift_hours
        and unpaid_minutes
        and any(span.length == length for span in find_spans(plain))
    ):
        length -= Decimal(unpaid_minutes) / 60  # "12 hour shifts, 7 to 7, an hour unpaid"
    low = length * shape.shifts
    high = (longest or length) * (shape.shifts_max or shape.shifts)
    return tidy(low), tidy(high), evidence
