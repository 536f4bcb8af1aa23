"""What an offer in hand pays in a week: the least, the most, and a week without shifts."""

from __future__ import annotations

from decimal import Decimal

import attrs

from bot.errors import NotEnoughKnown
from bot.money.rates import NOTHING, WEEKS_IN_YEAR
from bot.offers.offer import Offer
from bot.offers.pay import paid_shift, usual_hours, week_hours, weekly

#: Contracts in which no hours are promised.
_NO_PROMISE = ("zero_hours", "casual_bank")


@attrs.frozen
class YearPay:
    """Pay before tax, GBP a year, if every week were like the one it is named for.

    Attributes:
        low, high: with the fewest and with the most hours that were told.
        worst: with only the promised hours, where fewer are promised than told; else None.
    """

    low: Decimal
    high: Decimal
    worst: Decimal | None = None


def year_pay(offer: Offer) -> YearPay:
    """Return what the offer pays in a year.

    Raises:
        NotEnoughKnown: the pay, or the hours that it needs, are not known; names which.
    """
    pay = offer.pay
    low = pay.amount_min if pay.amount_min is not None else pay.amount_max
    high = pay.amount_max if pay.amount_max is not None else pay.amount_min
    if low is None or high is None or pay.period in (None, "piece"):
        raise NotEnoughKnown("pay")
    assert pay.period is not None
    if pay.period in ("week", "month", "year"):
        return YearPay(*(weekly(a, pay.period, NOTHING, None) * WEEKS_IN_YEAR for a in (low, high)))
    shift = paid_shift(offer)
    fewest, most = week_hours(usual_hours(offer))
    if pay.period != "hour" and not shift and offer.shifts_per_week:
        return YearPay(*(a * offer.shifts_per_week * WEEKS_IN_YEAR for a in (low, high)))
    if fewest is None or most is None or (pay.period != "hour" and not shift):
        raise NotEnoughKnown("hours")
    promised = _promised(offer)
    worst = None
    if promised is not None and promised < fewest:
        worst = weekly(low, pay.period, promised, shift) * WEEKS_IN_YEAR
    return YearPay(
        weekly(low, pay.period, fewest, shift) * WEEKS_IN_YEAR,
        weekly(high, pay.period, most, shift) * WEEKS_IN_YEAR,
        worst,
    )


def _promised(offer: Offer) -> Decimal | None:
    """Return the hours a week that are promised, or None where all that was told is."""
    if offer.hours.guaranteed_hours is not None:
        return offer.hours.guaranteed_hours
    if offer.hours.guaranteed is False or set(_NO_PROMISE) & set(offer.contract):
        return NOTHING
    return None


def weekly_costs(offer: Offer) -> Decimal:
    """Return what the offer says that the worker spends on the job, GBP a week."""
    return sum((cost.per_week for cost in offer.deductions), NOTHING)
