"""Weekly hours put together from parts: "4 days, 7.5 each", "2 twelves and an eight", "8+8+4".

Said like this in short descriptions only, where it says more than any single figure in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import attrs

from bot.offers.extract.numbers import decimal, tidy
from bot.offers.extract.text import Plain

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_NUMBER = r"\d{1,2}(?:\.\d{1,2})?"
_START = r"(?<![\d.£:,-])"
_MOST = Decimal(100)

_SUM = re.compile(rf"{_START}{_NUMBER}(?: ?\+ ?{_NUMBER}){{1,6}}(?![\d:%]| ?(?:days?|weeks?)\b)")
_TURNS = re.compile(
    rf"{_START}(?P<a>[1-6]?\d(?:\.5)?)(?: hours?)? (?:in )?(?:1|one) week,?(?: and| then|,)* "
    r"(?P<b>[1-6]?\d(?:\.5)?)(?: hours?)? (?:in )?(?:the |an)?(?:next|other|following)\b"
)
_MIXED = re.compile(
    rf"{_START}(?P<n1>[1-7]) x (?P<h1>{_NUMBER})(?:'?s\b| ?-?hours?)"
    rf"(?: shifts?| days?| nights?)?(?: and| plus|,| \+) "
    rf"(?P<n2>[1-7] x|an?|1) (?P<h2>{_NUMBER})(?:'?s\b| ?-?hours?\b| each|\b)"
)
_TIMES = re.compile(rf"{_START}(?P<n>[1-7]) x (?P<h>{_NUMBER})(?:'?s\b| ?-?hours?\b)")
_EACH = re.compile(
    rf"{_START}(?P<h>{_NUMBER})(?: ?-?hours?)? (?:each|apiece)(?: (?:day|time|shift|night|one))?\b"
    r"(?! (?:way|week|month|year|fortnight|client|house|room|drop|job|person|site|visit|of))"
    r"|\b(?:days?|shifts?|nights?|mornings|afternoons|evenings) of "
    rf"(?P<h2>{_NUMBER})\b(?!\.\d)"
    r"(?! (?:training|induction|unpaid|holiday|trial|to|until)|[\d:%]| ?-)"
)
_COUNTED = re.compile(
    r"(?<![\d£.])(?<!first )(?P<n>[1-7]) (?:full |long |half |short |weekday )?"
    r"(?:days?|nights?|mornings|afternoons|evenings|shifts?)\b(?! (?:off|holiday|notice|training))"
)
_LISTED = re.compile(rf"\b{_DAY}(?:(?:,| and|,? |/|\+)+{_DAY})+\b")
_ONE_DAY = re.compile(rf"\b{_DAY}\b")
_EVERY_OTHER = re.compile(r"\b(?:every (?:other|second|2nd)|alternate|1 in 2|every 2) weekends?\b")
_WEEKENDS = re.compile(
    r"\b(?:weekends? only|(?:only |just )(?:on )?(?:the )?weekends|every weekend|both days)\b"
)
_ON_DAYS = re.compile(
    rf"{_START}(?P<h>{_NUMBER})(?P<said> ?hours?)? (?:on |every |each )(?:an? )?{_DAY}\b"
    rf"|\b{_DAY}(?: for| is|:| -)? (?P<h2>{_NUMBER})(?P<said2> ?hours?)?"
    r"(?=[,.;\n]|$| and\b| plus\b| then\b)"
)
_SPAN = re.compile(rf"{_DAY}(?: ?- ?| to | until )$|^(?: ?- ?| to | until ){_DAY}")

_ON_A_DAY = re.compile(
    rf"(?<![\d.£])(?P<a>\d{{1,2}}(?:\.5)?) hours? (?:on |every |each |on a )?{_DAY}\b"
)
_WEEKLY_DAY = re.compile(
    rf"\d[\d.]* hours? (?:every|each) {_DAY}|\d[\d.]* hours? on {_DAY.replace('?', '')}"
)
_BOTH_DAYS = re.compile(r"(?<![\d.£])(?P<a>\d{1,2}(?:\.5)?) hours? (?:on )?both days\b")


@attrs.frozen
class Week:
    """Hours in a week, least and most, and the words they come from."""

    low: Decimal
    high: Decimal
    start: int
    end: int


def week_by_parts(plain: Plain) -> Week | None:
    """The week that the parts of a short description add up to; None where there are none."""
    if plain.is_advert:
        return None
    for week in _readings(plain.text):
        if 2 <= week.low <= week.high <= _MOST:
            return attrs.evolve(week, low=tidy(week.low), high=tidy(week.high))
    return None


def _readings(text: str) -> Iterator[Week]:
    if turns := _TURNS.search(text):
        a, b = decimal(turns.group("a")), decimal(turns.group("b"))
        yield Week(min(a, b), max(a, b), *turns.span())
    if total := _SUM.search(text):
        hours = sum((decimal(n) for n in re.findall(_NUMBER, total.group())), Decimal(0))
        yield Week(hours, hours, *total.span())
    if mixed := _MIXED.search(text):
        more = mixed.group("n2").removesuffix(" x")
        hours = decimal(mixed.group("n1")) * decimal(mixed.group("h1"))
        hours += decimal(mixed.group("h2")) * (decimal(more) if more.isdigit() else 1)
        yield Week(hours, hours, *mixed.span())
    if days := _by_day(text):
        yield days
    if each := _each(text):
        yield each
    if (times := _TIMES.search(text)) and _EVERY_OTHER.search(text):
        hours = decimal(times.group("n")) * decimal(times.group("h")) / 2
        yield Week(hours, hours, *times.span())


def _by_day(text: str) -> Week | None:
    """ "10 hours on Saturday and 8 on Sunday": hours are named at one of the days at least."""
    found = list(_ON_DAYS.finditer(text))
    if len(found) < 2 or not any(m.group("said") or m.group("said2") for m in found):
        return None
    hours = [decimal(m.group("h") or m.group("h2")) for m in found]
    if max(hours) > 14 or any(_SPAN.search(text[: m.start()]) for m in found):
        return None
    total = sum(hours, Decimal(0))
    return Week(total, total, found[0].start(), found[-1].end())


def _each(text: str) -> Week | None:
    """As many days as are counted or named, each as long as said."""
    for match in _EACH.finditer(text):
        length = decimal(match.group("h") or match.group("h2"))
        if not Decimal("1.5") <= length <= 14:
            continue
        near = max(0, match.start() - 60), min(len(text), match.end() + 40)
        if (count := _count(text, *near)) is not None:
            return Week(length * count, length * count, *match.span())
    return None


def _count(text: str, left: int, right: int) -> Decimal | None:
    """How many days a week the words between two places name."""
    if _EVERY_OTHER.search(text, left, right):
        return Decimal(1)  # two days in two weeks
    if counted := _COUNTED.search(text, left, right):
        return decimal(counted.group("n"))
    if listed := _LISTED.search(text, left, right):
        return Decimal(len(set(_ONE_DAY.findall(listed.group()))))
    return Decimal(2) if _WEEKENDS.search(text, left, right) else None


def by_named_days(plain: Plain) -> tuple[Decimal, tuple[int, int]] | None:
    """Hours a week from hours on several named days ("5 hours on Monday and 7 on Friday")."""
    if both := _BOTH_DAYS.search(plain.text):
        return decimal(both.group("a")) * 2, both.span()
    found = list(_ON_A_DAY.finditer(plain.text))
    if len(found) < 2 and not (found and _WEEKLY_DAY.match(plain.text, found[0].start())):
        return None
    return sum((decimal(m.group("a")) for m in found), Decimal(0)), (
        found[0].start(),
        found[-1].end(),
    )
