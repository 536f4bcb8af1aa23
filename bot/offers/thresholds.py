"""Thresholds of an organisation in its own figures, such as `guaranteed_hours>=16`.

The figures are the organisation's view, kept in `data/scoring/bars.yml`; none of them is law.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from bot.offers.offer import Offer
from bot.offers.pay import number, offer_hourly, pounds, usual_hours, week_hours

RULE = re.compile(r"^(?P<what>[a-z_]+)>=(?P<least>\d+(?:\.\d+)?)$")


def guaranteed_hours(offer: Offer) -> Decimal | None:
    """Return the hours a week that are sure; None where nobody said if they are."""
    if "zero_hours" in offer.contract or offer.hours.guaranteed is False:
        return Decimal(0)
    if offer.hours.guaranteed_hours is not None:
        return offer.hours.guaranteed_hours
    return week_hours(usual_hours(offer))[0] if offer.hours.guaranteed else None


def _hourly_pay(offer: Offer) -> Decimal | None:
    hourly = offer_hourly(offer)
    return hourly.low if hourly else None


def _notice(offer: Offer) -> Decimal | None:
    return None if offer.shift_notice_days is None else Decimal(offer.shift_notice_days)


#: What a threshold can be set for: how it is read, its name, and how a figure of it is written.
KNOWN: dict[str, tuple[Callable[[Offer], Decimal | None], str, Callable[[Decimal], str]]] = {
    "guaranteed_hours": (guaranteed_hours, "Guaranteed hours a week", number),
    "hourly_pay": (_hourly_pay, "Basic pay for an hour", pounds),
    "shift_notice_days": (_notice, "Days of notice of shifts", number),
    "holiday_days": (lambda offer: offer.holiday_days, "Paid days of holiday a year", number),
    "pension_percent": (lambda offer: offer.pension_percent, "Pension, percent", number),
}


def reads(rule: str) -> bool:
    """Return whether a rule is a threshold in figures."""
    match = RULE.match(rule)
    return bool(match and match["what"] in KNOWN)


def meets(rule: str, offer: Offer) -> bool | None:
    """Return whether the offer reaches a threshold, or None where that is not known yet."""
    what, least = _parts(rule)
    value = KNOWN[what][0](offer)
    return None if value is None else value >= least


def words(rule: str) -> str:
    """Write a threshold in words: "Guaranteed hours a week: at least 16"."""
    what, least = _parts(rule)
    _, name, write = KNOWN[what]
    return f"{name}: at least {write(least)}"


def _parts(rule: str) -> tuple[str, Decimal]:
    match = RULE.match(rule)
    assert match is not None, "only called on what `reads` knows"
    return match["what"], Decimal(match["least"])
