"""How long one piece takes, where pay is by the piece and the time of it is told plainly."""

from __future__ import annotations

import re
from decimal import Decimal

import attrs

from bot.offers.extract.numbers import decimal
from bot.offers.extract.text import Plain
from bot.offers.offer import Evidence

_ABOUT = r"(?P<about>(?:about|around|roughly|nearly|maybe|at least|up to|over|under) )?"
_LONG = r"(?P<n>\d{1,3}(?:\.\d+)?|an?)(?: ?(?:to|-) ?(?P<most>\d{1,3}(?:\.\d+)?))? ?-?"
_TIME = rf"{_ABOUT}{_LONG}(?P<unit>hours?|minutes?)"
_THING = r"(?P<thing>[a-z]{3,}|1,?000|500|100)"
_TAKES = (
    re.compile(
        rf"\b(?:takes?|took|lasts?|is|are)(?: me| you| us)? {_TIME} (?:to (?:do|deliver|finish|"
        rf"clean|pick|post|fill|pack|make|sew|iron|get through) )?(?:for )?(?:an? |each |every "
        rf"|per |1 |the )?{_THING}\b"
    ),
    re.compile(rf"\b(?:takes?|took|lasts?)(?: me| you| us)? {_TIME}(?= each\b|[.,;\n]|$)"),
    re.compile(rf"\b(?:each|every|an?) {_THING} (?:takes?|took)(?: me| you| us)? {_TIME}\b"),
    re.compile(
        rf"{_TIME} (?:per|an?|each|for each|to each|for an?|"
        rf"to (?:do|clean|finish) (?:an?|each)) {_THING}\b"
    ),
)
_MANY = re.compile(  # "it took him five hours to do 500"
    rf"\b(?:takes?|took)(?: me| you| us| him| her| them)? {_TIME} to (?:do|deliver|finish|clean|"
    r"pick|post|fill|pack|make|sew|iron|get through) (?:the )?(?P<many>[1-9]\d{1,3})\b"
    rf"(?: {_THING}\b)?"
)
_COUNT = r"(?P<n>[1-9]\d{0,2}(?:\.\d+)?)(?: ?(?:to|-|or) ?(?P<most>[1-9]\d{0,2}))?"
_ROUGHLY = r"(?P<about>(?:about|around|roughly|nearly|maybe|up to|almost) )?"
_EACH_HOUR = r"(?:an|per|each|every|in an|in 1|in the|1) hour\b"
_AN_HOUR = (
    # "most girls manage three rooms an hour", "you can pick about 60 an hour"
    re.compile(
        r"\b(?:do|does|manages?|gets? through|clean|pick|pack|make|deliver|sew|averages?) "
        rf"{_ROUGHLY}{_COUNT} (?:{_THING} )?{_EACH_HOUR}"
    ),
    # "it is 12 an hour" may be money: here the thing has to be named
    re.compile(
        r"\b(?:of|about|around|is|says?|said|reckons?|expects?|wants?) "
        rf"{_ROUGHLY}{_COUNT} {_THING} {_EACH_HOUR}"
    ),
)
_SAME = {"1000": "thousand", "1,000": "thousand", "100": "hundred"}
_TIMES = {"hour", "day", "week", "month", "year", "shift", "night", "fortnight"}


@attrs.frozen
class PieceTime:
    """Hours that one piece takes.

    Attributes:
        fewest: the least time that the words allow: a rough figure may be a quarter too high.
    """

    fewest: Decimal
    evidence: Evidence


def find_piece_time(plain: Plain, pay_words: str) -> PieceTime | None:
    """How long one piece takes; None where it is not told of the very thing that is paid for.

    Args:
        pay_words: the words of the pay in plain spelling ("£28 a thousand").
    """
    paid_for = _named((re.findall(r"[a-z]+|\d+", pay_words) or [""])[-1])
    for pattern in _TAKES:
        for match in pattern.finditer(plain.text):
            said = match.groupdict()
            thing = _named(said["thing"]) if said.get("thing") else paid_for
            if thing in {"each", "one", "it"}:
                thing = paid_for
            if thing != paid_for or thing in _TIMES:
                continue
            hours = _hours(match)
            if 0 < hours <= 24:
                return PieceTime(hours, plain.evidence("pay.piece_hours", *match.span()))
    for match in _MANY.finditer(plain.text):
        hours = _hours(match) / decimal(match["many"])
        if hours and _named(match["thing"] or paid_for) in {paid_for, "and", "but"}:
            return PieceTime(hours, plain.evidence("pay.piece_hours", *match.span()))
    for pattern in _AN_HOUR:
        for match in pattern.finditer(plain.text):
            if _named(match["thing"] or paid_for) in {paid_for, "one", "them"}:
                hours = _least(1 / decimal(match["most"] or match["n"]), match["about"])
                return PieceTime(hours, plain.evidence("pay.piece_hours", *match.span()))
    return None


def _hours(match: re.Match[str]) -> Decimal:
    """Return the least time that the words of `_TIME` stand for."""
    hours = Decimal(1) if match["n"].startswith("a") else decimal(match["n"])
    hours /= 60 if match["unit"].startswith("minute") else 1
    return _least(hours, match["about"])


def _least(hours: Decimal, rough: str | None) -> Decimal:
    """Return the least time that is meant: a rough figure may be a quarter too high."""
    return hours * Decimal("0.75") if rough else hours


def _named(thing: str) -> str:
    return _SAME.get(thing, thing.removesuffix("s"))
