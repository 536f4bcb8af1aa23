"""What an offer pays per hour, with the assumption said in words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import attrs

from bot.errors import NotEnoughKnown
from bot.offers.offer import Hours, Offer, Pay, Period, UnpaidTime

WEEKS_IN_YEAR = Decimal(52)
MONTHS_IN_YEAR = Decimal(12)
PERIOD_WORDS: dict[Period, str] = {
    "hour": "an hour", "day": "a day", "shift": "a shift", "week": "a week", "month": "a month",
    "year": "a year", "piece": "a piece",
}  # fmt: skip


@attrs.frozen
class Range:
    """From `low` to `high`; a side that nobody gave is None.

    Attributes:
        assumption: how it was worked out, in a sentence; empty where nothing was assumed.
    """

    low: Decimal | None
    high: Decimal | None
    assumption: str = ""


def hourly_equivalent(
    pay: Pay,
    hours: Hours,
    *,
    shift_hours: Decimal | None = None,
    unpaid: Sequence[UnpaidTime] = (),
) -> Range:
    """Return what the offer pays per hour worked, in GBP, as a range.

    Yearly pay is divided by 52 weeks, monthly by 52/12, and then by the hours of a week; daily
    and shift pay by the length of a shift. Unpaid working time that the offer states counts as
    hours, as it does for the minimum wage. Most hours give the lowest pay per hour.

    Args:
        pay: amounts in GBP with their period.
        hours: paid hours per week; may be a range.
        shift_hours: length of a shift, for pay per day or shift.
        unpaid: working time that is not paid, hours per week.

    Raises:
        NotEnoughKnown: no amount, pay by the piece, or a period longer than an hour and no hours.

    Source: National Minimum Wage Regulations 2015, parts 3 and 5.
    """
    if pay.amount_min is None and pay.amount_max is None:
        raise NotEnoughKnown("How much the job pays is not known yet.")
    if pay.period is None or pay.period == "piece":
        raise NotEnoughKnown("The pay is not for a length of time, so it gives no hourly rate.")
    extra = sum((time.hours_per_week for time in unpaid), Decimal(0))
    if full_time := full_time_week(pay):
        hours = Hours(full_time, full_time)
    if pay.period in ("day", "shift"):
        return _from_shifts(pay, hours, shift_hours, extra)
    fewest, most = week_hours(hours)
    if pay.period == "hour" and not extra:
        return Range(pay.amount_min, pay.amount_max)
    if fewest is None or most is None:
        raise NotEnoughKnown("The hours a week are needed to work out the hourly pay.")
    low, high = pay.amount_min, pay.amount_max
    if high is None and most != fewest:
        high = low
    return Range(
        _per_hour(low, pay.period, most, extra),
        _per_hour(high, pay.period, fewest, extra),
        _assumption(pay.period, fewest, most, extra),
    )


def full_time_week(pay: Pay) -> Decimal | None:
    """Return the hours that full-time pay stands for, where the worker gets a share of it.

    A share of full-time pay is never divided by the hours of the part-time worker. None where
    the pay is no share.

    Raises:
        NotEnoughKnown: the pay is a share, and nobody said how many hours full time is.
    """
    if not pay.pro_rata or pay.period not in ("week", "month", "year"):
        return None
    if not pay.full_time_hours:
        raise NotEnoughKnown("The pay is a share of full-time pay; full-time hours are needed.")
    return pay.full_time_hours


def offer_hourly(offer: Offer) -> Range | None:
    """Return the stated pay of an offer per paid hour, or None where it can not be worked out."""
    try:
        return hourly_equivalent(offer.pay, usual_hours(offer), shift_hours=paid_shift(offer))
    except NotEnoughKnown:
        return None


def usual_hours(offer: Offer) -> Hours:
    """Return the hours of a week, from the shifts where nobody gave a weekly figure."""
    known = offer.hours
    if known.week_min is not None or known.week_max is not None:
        return known
    shift = paid_shift(offer)
    if shift is None or offer.shifts_per_week is None:
        return known
    week = shift * offer.shifts_per_week
    return attrs.evolve(known, week_min=week, week_max=week)


def paid_shift(offer: Offer) -> Decimal | None:
    """Return the working hours of a shift: its length less the break, which is no working time.

    Where nobody gave its length, the hours of a week are shared over the shifts of a week.
    """
    if not offer.shift_hours:
        known = offer.hours.week_min or offer.hours.week_max
        return known / offer.shifts_per_week if known and offer.shifts_per_week else None
    if offer.breaks == "none" or not offer.break_minutes:
        return offer.shift_hours
    return offer.shift_hours - Decimal(offer.break_minutes) / 60


def week_hours(hours: Hours) -> tuple[Decimal | None, Decimal | None]:
    """Return the fewest and the most hours of a week; one figure stands for both."""
    fewest = hours.week_min if hours.week_min is not None else hours.week_max
    most = hours.week_max if hours.week_max is not None else hours.week_min
    if not fewest or not most:
        return None, None
    return fewest, most


def weekly(amount: Decimal, period: Period, hours: Decimal, shift: Decimal | None) -> Decimal:
    """Return pay in GBP per week for a week of `hours`.

    Raises:
        NotEnoughKnown: pay per day or shift, and the length of a shift is not known.
    """
    if period == "hour":
        return amount * hours
    if period == "week":
        return amount
    if period == "month":
        return amount * MONTHS_IN_YEAR / WEEKS_IN_YEAR
    if period == "year":
        return amount / WEEKS_IN_YEAR
    if not shift:
        raise NotEnoughKnown("The length of a shift is needed to work out the hourly pay.")
    return amount * hours / shift


def pounds(amount: Decimal) -> str:
    """Write an amount of money: £300, £8.57."""
    cents = amount.quantize(Decimal("0.01"))
    return f"£{cents:,.0f}" if cents == cents.to_integral_value() else f"£{cents:,}"


def number(value: Decimal) -> str:
    """Write a number without needless zeros: 37.5, 40."""
    return f"{value.quantize(Decimal('0.01')).normalize():f}"


def _from_shifts(pay: Pay, hours: Hours, shift: Decimal | None, extra: Decimal) -> Range:
    fewest, _ = week_hours(hours)
    if not shift:
        raise NotEnoughKnown("The length of a shift is needed to work out the hourly pay.")
    length = shift
    if extra:
        if fewest is None:
            raise NotEnoughKnown("The shifts a week are needed to share out the unpaid time.")
        length = shift * (fewest + extra) / fewest
    words = f"This takes a shift as {number(length)} hours of work."
    return Range(_over(pay.amount_min, length), _over(pay.amount_max, length), words)


def _per_hour(
    amount: Decimal | None, period: Period, hours: Decimal, extra: Decimal
) -> Decimal | None:
    return None if amount is None else weekly(amount, period, hours, None) / (hours + extra)


def _over(amount: Decimal | None, hours: Decimal) -> Decimal | None:
    return None if amount is None else amount / hours


def _assumption(period: Period, fewest: Decimal, most: Decimal, extra: Decimal) -> str:
    hours = number(fewest) if fewest == most else f"{number(fewest)} to {number(most)}"
    parts = {
        "year": f"a year as {WEEKS_IN_YEAR} weeks of {hours} paid hours",
        "month": f"a month as a twelfth of {WEEKS_IN_YEAR} weeks, with {hours} paid hours a week",
    }
    what = parts.get(period, f"{hours} paid hours a week")
    unpaid = f", and {number(extra)} unpaid hours a week" if extra else ""
    return f"This takes {what}{unpaid}."
