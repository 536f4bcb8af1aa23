"""Changing what was understood of an offer, in the person's own words.

`correct` takes a correction ("no, it's 11.50", "permanent not temp") or an answer to a question
about one part ("about 20", "yes", "dont know"). `merge` puts several messages together.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Any

import attrs

from bot.offers.extract.numbers import decimal, tidy
from bot.offers.extract.phrases import find, find_denied, load_data
from bot.offers.extract.reading import extract
from bot.offers.extract.text import plain
from bot.offers.merge import merge, without_flag
from bot.offers.offer import Evidence, Hours, Offer, Pay

__all__ = ["correct", "merge"]


_UNKNOWN = re.compile(
    r"\b(?:do not know|dunno|no idea|not sure|unsure|can not remember|they did not say|did not say|"
    r"not said|no clue|idk|haven not asked|have not asked|skip|pass|"
    r"never said|who knows|not told)\b"
)
_YES = re.compile(
    r"^\W*(?:yes|yeah|yep|yup|yh|ye|y|aye|correct|that is right|right|"
    r"they do|it is|i do|sure|of course|true|"
    r"we do|they will|it does|definitely|ok(?:ay)?)\b"
)
_NO = re.compile(
    r"^\W*(?:no|nope|nah|n|naw|never|not really|none|nothing|they do not|"
    r"do not|it is not|i do not|not|nowt|zero)\b"
)
_CONTRAST = re.compile(
    r"(?:,|\band\b)?\s*\b(?:not|instead of|rather than|isn't|never|wasn't)\s+(?:an? |on |the )?"
    r"(?P<old>£?\d[\w£.,/ ]{0,20}|[a-z][a-z -]{2,24})(?=$|[.,;\n])"
)
_LEAD = re.compile(
    r"^\W*(?:(?:no|nope|nah)(?=\s*[,.!]|\s+(?:it|its|it's|they|i|we|"
    r"that|there|the|actually|sorry)\b|\s+£?\d)"
    r"|actually|sorry|wait|oops|wrong|correction|i meant|i mean|well|ah|oh)\b[\s,.:-]*"
)
_NUMBER = re.compile(
    r"(?<![\w.])£?(\d+(?:,\d{3})*(?:\.\d{1,2})?)(?:\s*(?:-|to|or|and)"
    r"\s*£?(\d+(?:\.\d{1,2})?))?(?!\d)"
)

# What "yes" and "no" mean where one part was asked about: changes to the offer.
_ANSWERS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "written_terms": ({"written_terms": True}, {"written_terms": False, "+": "no_written_terms"}),
    "sick_pay": ({"mention": "sick_pay"}, {"sick_pay": "none", "+": "no_sick_pay_claimed"}),
    "breaks": ({"-": "no_breaks"}, {"breaks": "none", "+": "no_breaks"}),
    "holiday_days": ({"-": "no_holiday_pay"}, {"+": "no_holiday_pay"}),
    "fixed_times": ({"fixed_times": True}, {"fixed_times": False}),
    "cancelled_shifts_unpaid": (
        {"cancelled_shifts_unpaid": True},
        {"cancelled_shifts_unpaid": False},
    ),
    "bank_holidays_extra": ({"bank_holidays_extra": True}, {"bank_holidays_extra": False}),
    "tips_only_topup": ({"tips_only_topup": True}, {"tips_only_topup": False}),
    "umbrella": ({"umbrella": True}, {"umbrella": False}),
}


@lru_cache(maxsize=1)
def _takes_back() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = load_data("takes_back")
    return tuple((flag, re.compile(words)) for flag, words in data.items())


def correct(offer: Offer, text: str, about: str | None = None) -> Offer | None:
    """The offer as changed by what the person said; None where nothing was understood.

    "I don't know" is understood and changes nothing.

    Args:
        offer: what was understood so far.
        text: the correction or answer.
        about: the part asked about, named as in `Offer` ("pay", "hours", "hours.guaranteed",
            "sick_pay") or a label of it ("mentions.pension", "red_flags.exclusivity").
    """
    said = plain(text[:2000]).text.strip()
    if not said:
        return None
    if _UNKNOWN.search(said):
        return offer
    if about:
        answered = _answer(offer, said, text, about)
        if answered is not None:
            return answered
    return _restate(offer, text)


def _answer(offer: Offer, said: str, text: str, about: str) -> Offer | None:
    """An answer to a question about one part."""
    numbers = _NUMBER.search(said)
    if about in {"pay", "pay.amount"} and numbers:
        return _with_pay(offer, text, numbers)
    if about in {"hours", "hours.week"} and numbers:
        return _with_hours(offer, text, numbers)
    if numbers and about in {
        "holiday_days",
        "shift_notice_days",
        "probation_months",
        "notice_weeks",
        "pension_percent",
        "shift_hours",
        "shifts_per_week",
        "break_minutes",
        "accommodation_per_day",
        "hours.guaranteed_hours",
    }:
        return _with_number(offer, said, text, about, decimal(numbers.group(1)))
    if about == "shift_notice_days" and re.search(
        r"night before|day before|same day|on the day|no notice|month|fortnight|"
        r"week",
        said,
    ):
        days = _notice_words(said)
        return attrs.evolve(offer, shift_notice_days=days, evidence=_noted(offer, about, text))
    told = extract(text, sideways=False)
    if told != Offer(evidence=told.evidence, hedged=told.hedged, vague=told.vague) and not _bare(
        said
    ):
        return _restate(offer, text, about)
    yes, no = bool(_YES.search(said)), bool(_NO.search(said))
    if yes == no:
        return None
    return _yes_no(offer, about, yes, text)


def _with(offer: Offer, **changes: Any) -> Offer:
    """The offer with parts changed whose names are only known here."""
    return attrs.evolve(offer, **changes)


def _bare(said: str) -> bool:
    """A yes or no and at most two more words."""
    return bool(_YES.search(said) or _NO.search(said)) and len(said.split()) <= 3


def _notice_words(said: str) -> int:
    for word, days in (
        ("night before", 1),
        ("day before", 1),
        ("same day", 0),
        ("on the day", 0),
        ("no notice", 0),
        ("fortnight", 14),
        ("month", 28),
        ("week", 7),
    ):
        if word in said:
            return days
    return 0


def _yes_no(offer: Offer, about: str, yes: bool, text: str) -> Offer | None:
    if about == "hours.guaranteed":
        return attrs.evolve(
            offer,
            hours=attrs.evolve(offer.hours, guaranteed=yes),
            evidence=_noted(offer, about, text),
        )
    kind, _, label = about.partition(".")
    if kind in {"mentions", "red_flags", "contract", "patterns"} and label:
        values = tuple(v for v in getattr(offer, kind) if v != label) + ((label,) if yes else ())
        changed = _with(offer, **{kind: values}, evidence=_noted(offer, about, text))
        return without_flag(changed, label) if kind == "red_flags" and not yes else changed
    if about not in _ANSWERS:
        return None
    changes = dict(_ANSWERS[about][0 if yes else 1])
    plus, minus, mention = (
        changes.pop("+", None),
        changes.pop("-", None),
        changes.pop("mention", None),
    )
    offer = attrs.evolve(offer, evidence=_noted(offer, about, text))
    if yes:
        opposite = _ANSWERS[about][1].get("+")
        offer = without_flag(offer, opposite) if opposite else offer
    if minus:
        offer = without_flag(offer, minus)
    if plus and plus not in offer.red_flags:
        offer = attrs.evolve(offer, red_flags=(*offer.red_flags, plus))
    if mention and mention not in offer.mentions:
        offer = attrs.evolve(offer, mentions=(*offer.mentions, mention))
    return _with(offer, **changes)


def _with_number(offer: Offer, said: str, text: str, about: str, value: Decimal) -> Offer:
    evidence = _noted(offer, about, text)
    if about == "hours.guaranteed_hours":
        hours = attrs.evolve(offer.hours, guaranteed=True, guaranteed_hours=value)
        return attrs.evolve(offer, hours=hours, evidence=evidence)
    if about == "holiday_days" and re.search(r"\bweeks?\b", said):
        value *= 5
    if about == "shift_notice_days":
        value = (
            value * 7 if re.search(r"\bweeks?\b", said) else value / 24 if "hour" in said else value
        )
    if about == "break_minutes" and "hour" in said:
        value *= 60
    if about == "accommodation_per_day":
        value = (
            tidy(value / 7)
            if "week" in said
            else tidy(value * 12 / 365)
            if "month" in said
            else value
        )
    whole = about in {"shift_notice_days", "break_minutes"}
    return _with(offer, **{about: int(value) if whole else tidy(value)}, evidence=evidence)


def _with_pay(offer: Offer, text: str, numbers: re.Match[str]) -> Offer:
    told = extract(text, sideways=False).pay
    if told.period is None or told.period_guessed:
        low = decimal(numbers.group(1))
        high = decimal(numbers.group(2)) if numbers.group(2) else None
        period = offer.pay.period if offer.pay.period and not told.period else told.period
        if period is None:
            period = (
                "hour"
                if low <= 60
                else "year"
                if low >= 8000
                else "week"
                if low < 1000
                else "month"
            )
        told = Pay(low, high, period, period_guessed=offer.pay.period is None)
    return attrs.evolve(offer, pay=told, evidence=_noted(offer, "pay", text))


def _with_hours(offer: Offer, text: str, numbers: re.Match[str]) -> Offer:
    told = extract(text, sideways=False).hours
    if told.week_min is None and told.week_max is None:
        low = decimal(numbers.group(1))
        high = decimal(numbers.group(2)) if numbers.group(2) else low
        said = plain(text).text
        limit = re.search(r"\b(?:up to|max\w*|no more than)\b", said)
        least = re.search(r"\b(?:at least|minimum|more than|over)\b|\d\+", said)
        told = Hours(None if limit else low, None if least else high)
    told = attrs.evolve(
        told,
        guaranteed=offer.hours.guaranteed if told.guaranteed is None else told.guaranteed,
        guaranteed_hours=told.guaranteed_hours or offer.hours.guaranteed_hours,
    )
    return attrs.evolve(offer, hours=told, evidence=_noted(offer, "hours", text))


def _restate(offer: Offer, text: str, about: str | None = None) -> Offer | None:
    """A correction that says how it is ("permanent not temp", "its 30 hours not 20")."""
    page = plain(text[:2000])
    stated = _LEAD.sub("", page.text)
    olds = (
        [m.group("old") for m in _CONTRAST.finditer(stated)]
        if not re.match(r"^\W*not\b", stated)
        else []
    )
    new_words = _CONTRAST.sub("", stated) if olds else stated
    told = extract(new_words, sideways=False)
    changed = offer
    for old in olds:
        changed = _remove(changed, extract(old, sideways=False))
    changed = _remove_denied(changed, stated)
    for flag, pattern in _takes_back():
        if flag in changed.red_flags and flag not in told.red_flags and pattern.search(new_words):
            changed = without_flag(changed, flag)
    told = attrs.evolve(told, evidence=(), hedged=(), vague=())
    if told != Offer():
        changed = merge(changed, _one_kind(offer, told))
        fields = _fields_set(told)
        changed = attrs.evolve(
            changed, evidence=tuple(e for e in changed.evidence if e.field not in fields)
        )
        for field in fields:
            changed = attrs.evolve(changed, evidence=_noted(changed, field, text))
    elif numbers := _NUMBER.search(new_words):
        return _bare_number(changed, text, numbers)
    return changed if changed != offer or told != Offer() else None


def _one_kind(offer: Offer, told: Offer) -> Offer:
    """A guessed pay period gives way to the one already known."""
    if told.pay.period_guessed and offer.pay.period:
        told = attrs.evolve(
            told,
            pay=attrs.evolve(
                told.pay, period=offer.pay.period, period_guessed=offer.pay.period_guessed
            ),
        )
    return told


def _bare_number(offer: Offer, text: str, numbers: re.Match[str]) -> Offer:
    """A number alone: the part whose known value is nearer, pence or a pound sign meaning pay."""
    value = decimal(numbers.group(1))
    if "£" in numbers.group() or "." in numbers.group(1):
        return _with_pay(offer, text, numbers)
    pay, hours = (
        offer.pay.amount_min or offer.pay.amount_max,
        offer.hours.week_min or offer.hours.week_max,
    )
    if pay is not None and (hours is None or abs(value - pay) / pay < abs(value - hours) / hours):
        return _with_pay(offer, text, numbers)
    return _with_hours(offer, text, numbers)


def _remove(offer: Offer, old: Offer) -> Offer:
    """Take out the labels that `old` names."""
    for kind in ("contract", "patterns", "mentions", "red_flags"):
        gone = set(getattr(old, kind))
        if gone:
            offer = _with(offer, **{kind: tuple(v for v in getattr(offer, kind) if v not in gone)})
    return offer


def _remove_denied(offer: Offer, stated: str) -> Offer:
    """Take out labels that the words deny ("no weekends", "not through an agency")."""
    page = plain(stated)
    for kind in ("contract", "patterns", "mentions"):
        said = {f.label for f in find(page, kind)}
        gone = {f.label for f in find_denied(page, kind)} - said
        if gone:
            offer = _with(offer, **{kind: tuple(v for v in getattr(offer, kind) if v not in gone)})
    return offer


def _fields_set(told: Offer) -> tuple[str, ...]:
    empty = Offer()
    names = [
        a.name
        for a in attrs.fields(Offer)
        if a.name not in {"evidence", "contract", "patterns", "mentions", "red_flags"}
    ]
    plain_fields = [name for name in names if getattr(told, name) != getattr(empty, name)]
    labels = [
        f"{kind}.{v}"
        for kind in ("contract", "patterns", "mentions", "red_flags")
        for v in getattr(told, kind)
    ]
    return (*plain_fields, *labels)


def _noted(offer: Offer, field: str, text: str) -> tuple[Evidence, ...]:
    """The evidence, with what the person has now said for `field` in place of what stood there."""
    kept = tuple(e for e in offer.evidence if e.field != field)
    return (*kept, Evidence(field, text.strip(), 0, len(text.strip())))
