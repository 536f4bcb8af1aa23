"""The working week by shifts: how long a shift is, and how many there are in a week."""

from __future__ import annotations

import re
from decimal import Decimal

import attrs

from bot.offers.extract.clock import find_spans
from bot.offers.extract.numbers import decimal, tidy
from bot.offers.extract.text import Plain
from bot.offers.offer import Evidence

NUMBER = r"\d{1,3}(?:\.\d{1,3})?"
_N = NUMBER
_PER_DAY = re.compile(
    rf"(?P<a>{_N})(?:\s*(?:-|to|or)\s*(?P<b>{_N}))?\s*-?hours? ?(?:(?:per|"
    r"an?|1|in|each|every)\s*(?:day|night|shift|evening|morning)|days?|shifts?|"
    r"nights?|daily|nightly)\b(?! holiday)"
)
_DAYS = re.compile(
    r"(?<![\d£.])(?<!£\d\d )(?<!£\d{3} )(?P<a>[1-7])(?:\s*(?:-|to|or)\s*(?P<b>[1-7]))?\s*(?:full |"
    r"long |night |day |evening |x )?(?:days?|nights?|shifts?|mornings?|times|"
    r"evenings?|afternoons?)\s*(?:(?:per|an?|1|in|each|every|in the|/|out of|"
    r"over)\s*(?:the )?week|weekly|over 7|out of 7|from 7|on \d off|on\b(?! (?:call|the))|"
    r"(?=,? (?:from )?\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|-|to))|"
    r"(?:(?<=[4-7] days)|(?<=[4-7] day)|(?<=[4-7] nights)|(?<=[4-7] shifts))"
    r"(?=\s*(?:[.,;£]|$|in (?!advance)|at |but |and |with |so )))"
)
_PARTS_OF_DAYS = re.compile(
    r"(?<![\d£.])(?P<a>[1-7]) (?:weekday )?(?:mornings|afternoons|evenings)\b(?! (?:off|per month))"
)
_DAY_WEEK = re.compile(r"(?<![\d£.])(?P<a>[2-7]) ?-?day (?:working )?week\b")
_TIMES = re.compile(
    r"(?<![\d£.])(?P<a>[1-7])(?:\s*(?:x|times|lots of)\s*|\s+)(?P<b>\d{1,2}(?:\.\d{1,2}"
    r")?)\s*-?hours? (?:long )?(?:days?|shifts?|nights?)"
)
_TIMES_X = re.compile(r"(?<![\d£.])(?P<a>[1-7]) ?x ?(?P<b>[4-9]|1[0-3])(?:'?s\b| ?-?hours?\b)")
_TIMES_SAID = re.compile(r"(?<![\d£.])(?P<a>[3-5]) (?P<b>[89]|1[0-3])'?s\b")
_TIMES_OF = re.compile(
    r"(?<![\d£.])(?<!first )(?P<a>[1-7]) (?:\w+ )?(?:shifts?|days|nights)(?: (?:a|"
    r"per|each|every) week)?,? (?:of |at |x |for |doing )?(?P<b>\d{1,2}(?:\.5)"
    r"?)\s*-?hours?\b"
)
_TIMES_BY = re.compile(
    r"(?P<b>\d{1,2}(?:\.5)?)\s*-?hours? (?:shifts?|days?|nights?) ?(?:x|"
    r"times|,|and)? ?(?P<a>[1-7])(?: of (?:them|those|these))\b"
    r"|(?P<b2>\d{1,2}(?:\.5)?)\s*-?hours? (?:shifts?|days?|nights?) ?(?:x|times) ?(?P<a2>[1-7])\b"
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
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})s?\b")
_DAY_LIST = re.compile(rf"{_WEEKDAY.pattern}(?:(?:,| and|,? )+{_WEEKDAY.pattern})+")
_ALL_BUT_ONE = re.compile(
    rf"\bevery day,? (?:only|except|but|apart from|bar|and|just)(?: not| for| on)? "
    rf"(?:{'|'.join(_WEEKDAYS)})s?\b"
)
_EVERY_DAY = re.compile(r"\b(?:weekdays|every weekday|every day)\b")
_ON_OFF = re.compile(
    r"\b(?P<on>[2-7]) ?(?:days? |nights? )?on[ ,/-]*(?:and )?(?P<off>[2-7])"
    r" ?(?:days? )?off\b"
)


# "5 hour shifts, 3 a week", "I would do 4": shifts, where the length of one is known.
_COUNT_ALONE = re.compile(
    r"(?<![\d£.])(?P<a>[1-7]) (?:of (?:them|these|those) )?(?:a|per|each|every) week\b"
    r"|\b(?:do|doing|work|working) (?P<b>[2-6])(?= of (?:them|these|those)\b|[.,;\n]|$)"
)
# Hours next to days of work, of which nobody said that they are for the week.
_HOURS_ALONE = re.compile(
    r"(?<![\d.£:-])(?P<a>[3-9]|1[0-3])(?P<half>\.5)?(?:\s*(?:-|to)\s*(?P<b>[4-9]|1[0-3]))? "
    r"hours?\b(?! ?"
    r"(?:per|an?|each|every|in|the|this) (?:week|month|fortnight|year)|\s*(?:weekly|contract|"
    r"notice|over|"
    r"across|spread|unpaid|breaks?|ago|away|drive|late|early|between|training|trial|"
    r"guarantee\w*|minimum|"
    r"or more|spare|sleep|of (?:training|e ?learning|unpaid|sleep|online)|before|after|free|in "
    r"advance|"
    r"rest|off|under|on (?:\w+days?)|lunch|call)\b)"
)
_DAY_PAY = re.compile(
    r"\bday rate\b|£\d[\d.]* (?:per|a|an|each|for the|for a) (?:day|shift|night)\b"
)
_HOURS_ASIDE = re.compile(
    r"\b(?:over|under|minimum|minimum of|only|just|extra|total|guaranteed?|contracted|after|"
    r"within|every|"
    r"least|unpaid|all|first|another|contract|contract of|up to|for|than|so|"
    r"totals?|altogether|works out at|comes to) $"
)


@attrs.frozen
class Shape:
    """The working week by shifts.

    Attributes:
        shift_hours, shift_hours_max: stated length of a shift, hours.
        by_clock: length from its start to its end, where only times were given, hours.
        shifts, shifts_max: shifts in a week.
        words: where the length of a shift stands, so that it is not read as weekly hours.
    """

    shift_hours: Decimal | None
    shift_hours_max: Decimal | None
    shifts: Decimal | None
    shifts_max: Decimal | None
    evidence: tuple[Evidence, ...]
    by_clock: Decimal | None = None
    words: tuple[int, int] = (0, 0)


# Pay by the day says what the hours next to it are: "£80 a day for 10 hours", "9 hours, £90 a day".
_BY_DAY = r"£?\d[\d.]{1,5} (?:per|an?|each|every|for the|for an?) (?:day|shift|night|session)\b"
_SPELL = r"(?P<a>\d{1,2}(?:\.\d{1,2})?)(?:\s*(?:-|to)\s*(?P<b>\d{1,2}(?:\.5)?))?\s*-?hours?\b"
_NOT_WEEK = r"(?!\s*(?:per|an?|each|every|/) (?:week|month|fortnight|year)|\s*(?:weekly|contract))"
_HOURS_OF_DAY = (
    re.compile(rf"{_BY_DAY}[^.\n;£\d]{{0,28}}?(?:is |of )?(?<![\d.£]){_SPELL}{_NOT_WEEK}"),
    re.compile(rf"£(?:[3-9]\d|\d{{3}})(?:\.\d\d)? for (?:an? )?{_SPELL}{_NOT_WEEK}"),
    re.compile(rf"(?<![\d.£]){_SPELL}{_NOT_WEEK}[^.\n;\d£]{{0,16}}{_BY_DAY}"),
    re.compile(
        rf"\bshifts? (?:are|is|of|being|last|will be)(?: about| around| usually| only| all| "
        rf"mostly)*"
        rf" {_SPELL}{_NOT_WEEK}"
    ),
    re.compile(
        rf"\b(?:every|each) (?:day|shift|night),? (?:is |for |of |about )?{_SPELL}{_NOT_WEEK}"
    ),
)
# Next to "4 on 4 off", twelve hours are a shift.
_LONG_SHIFT = re.compile(r"(?<![\d.£])((?:[89]|1[0-3])(?:\.5)?) hours?\b(?! (?:a|per) week)")
_SLEEP_IN = re.compile(r"\bsleep[ -]?(?:in|over)s?\b")
_LONGEST_SHIFT = Decimal(16)
_OPENING = re.compile(r"\bopen(?:s|ing(?: hours| times)?)?\b(?![^.;\n]*\b(?:i|you|me|my|we)\b)")


def is_opening(plain: Plain, start: int) -> bool:
    """Whether the words before say when a place is open, which is nobody's working time."""
    return bool(_OPENING.search(plain.before(start, 40)))


def find_shape(plain: Plain) -> Shape:
    """Length and number of shifts, each None where nobody said."""
    length, longest, counted, where = _length(plain)
    if length is not None and length > _LONGEST_SHIFT:
        length, longest, counted, where = None, None, None, (0, 0)
    clock = _by_clock(plain) if length is None else None
    shifts, most, place = _shifts(plain, length is not None or clock is not None)
    by_the_day = shifts is not None or _DAY_PAY.search(plain.text)
    if length is None and by_the_day and (alone := _length_alone(plain)):
        length, longest, where, clock = *alone, None
    evidence = [plain.evidence("shift_hours", *where)] if where[1] else []
    if place[1]:
        evidence.append(plain.evidence("shifts_per_week", *place))
    if shifts is None:
        shifts = counted
    return Shape(length, longest, shifts, most, tuple(evidence), clock, where)


def _length(
    plain: Plain,
) -> tuple[Decimal | None, Decimal | None, Decimal | None, tuple[int, int]]:
    """Shortest and longest shift, how many of them where said along with it, and the words."""
    for pattern in (_TIMES, _TIMES_OF, _TIMES_BY, _TIMES_X, _TIMES_SAID):
        if match := pattern.search(plain.text):
            said = {k: v for k, v in match.groupdict().items() if v}
            length, count = said.get("b") or said["b2"], said.get("a") or said["a2"]
            return decimal(length), None, decimal(count), match.span()
    for pattern in (_PER_DAY, *_HOURS_OF_DAY):
        for match in pattern.finditer(plain.text):
            if is_opening(plain, match.start()) or not 2 <= decimal(match.group("a")) <= 24:
                continue
            longest = decimal(match.group("b")) if match.group("b") else None
            return decimal(match.group("a")), longest, None, match.span()
    if _ON_OFF.search(plain.text) and (found := _LONG_SHIFT.search(plain.text)):
        return decimal(found.group(1)), None, None, found.span()
    return None, None, None, (0, 0)


def _length_alone(plain: Plain) -> tuple[Decimal, Decimal | None, tuple[int, int]] | None:
    """The length of a shift from hours that stand near days only; None where there are several."""
    if plain.is_advert:
        return None
    found = [
        match
        for match in _HOURS_ALONE.finditer(plain.text)
        if not _HOURS_ASIDE.search(plain.before(match.start(), 16))
    ]
    if len(found) != 1:
        return None
    match = found[0]
    longest = decimal(match.group("b")) if match.group("b") else None
    return decimal(match.group("a") + (match.group("half") or "")), longest, match.span()


def _shifts(
    plain: Plain, length_known: bool
) -> tuple[Decimal | None, Decimal | None, tuple[int, int]]:
    """Fewest and most shifts a week, and the words; a list of days counts with a length only."""
    if found := _working(plain, _DAYS):
        most = decimal(found.group("b")) if found.group("b") else None
        return decimal(found.group("a")), most, found.span()
    if found := _PARTS_OF_DAYS.search(plain.text):
        return decimal(found.group("a")), None, found.span()
    if found := _DAY_WEEK.search(plain.text):
        return decimal(found.group("a")), None, found.span()
    if found := _ON_OFF.search(plain.text):
        on, off = decimal(found.group("on")), decimal(found.group("off"))
        return tidy(7 * on / (on + off)), None, found.span()
    if found := _working(plain, _ALL_WEEK):
        return Decimal(7), None, found.span()
    if found := _working(plain, _DAY_SPAN):
        first, last = _WEEKDAYS[found.group(1)], _WEEKDAYS[found.group(2)]
        if last != first:
            return Decimal((last - first) % 7 + 1), None, found.span()
    if found := _ALL_BUT_ONE.search(plain.text):
        return Decimal(6), None, found.span()
    if found := _EVERY_DAY.search(plain.text):
        return Decimal(5), None, found.span()
    if length_known and (found := _COUNT_ALONE.search(plain.text)):
        return decimal(found.group("a") or found.group("b")), None, found.span()
    if length_known and (found := _DAY_LIST.search(plain.text)):
        return Decimal(len(set(_WEEKDAY.findall(found.group())))), None, found.span()
    return None, None, (0, 0)


def _working(plain: Plain, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The first match that does not say when a place is open."""
    matches = pattern.finditer(plain.text)
    return next((m for m in matches if not is_opening(plain, m.start())), None)


def _by_clock(plain: Plain) -> Decimal | None:
    """The length of a shift where its times are given and all shifts are as long."""
    if _SLEEP_IN.search(plain.text):
        return None
    lengths = {span.length for span in find_spans(plain) if not is_opening(plain, span.start)}
    return lengths.pop() if len(lengths) == 1 else None
