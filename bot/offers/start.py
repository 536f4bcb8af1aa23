"""What the start of a job costs, spread over the first month.

The minimum wage is held against the pay of each pay period, and none of them is longer than a
month (National Minimum Wage Regulations 2015, regulation 6). Spread over a month, days without
pay and money for kit weigh the least that they can: who is below the minimum then is below it.
"""

from __future__ import annotations

from decimal import Decimal

import attrs

from bot.offers.model import load_model
from bot.offers.offer import Deduction, Offer, UnpaidStart, UnpaidTime
from bot.offers.pay import (
    MONTHS_IN_YEAR,
    WEEKS_IN_YEAR,
    number,
    paid_shift,
    pounds,
    usual_hours,
    week_hours,
)

_MONTHLY = MONTHS_IN_YEAR / WEEKS_IN_YEAR
_DAYS = Decimal(5)  # of a usual week
_LONGEST_DAY = Decimal(8)  # hours, where nobody said how long a day is


def spread_start(offer: Offer) -> Offer | None:
    """Return the offer as its first month is, per week; None where the start is like the rest."""
    unpaid = [
        UnpaidTime(hours * _MONTHLY, start.what)
        for start in offer.unpaid_start
        if (hours := _hours(start, offer)) is not None
    ]
    costs = [
        Deduction(cost.amount * _MONTHLY, cost.what)
        for cost in offer.start_costs
        if cost.amount is not None
    ]
    if not unpaid and not costs:
        return None
    return attrs.evolve(
        offer,
        unpaid_time=(*offer.unpaid_time, *unpaid),
        deductions=(*offer.deductions, *costs),
        unpaid_start=(),
        start_costs=(),
    )


def start_words(offer: Offer) -> list[str]:
    """Say what the start takes from the first month, in short sentences."""
    week, _ = week_hours(usual_hours(offer))
    said = (
        [f"A month has about {number((week / _MONTHLY).quantize(1))} paid hours."] if week else []
    )
    for start in offer.unpaid_start:
        hours = _hours(start, offer)
        much = f"{number(hours)} unpaid hours" if week and hours else "time that is not paid"
        said.append(f"The start adds {much} ({start.what}).")
    bought = sum((cost.amount or Decimal(0) for cost in offer.start_costs), Decimal(0))
    return [*said, f"What you must buy takes {pounds(bought)}."] if bought else said


def _hours(start: UnpaidStart, offer: Offer) -> Decimal | None:
    """Return the working hours of the start; None where nobody said how long a day is."""
    if start.unit == "hour":
        return start.length
    week, _ = week_hours(usual_hours(offer))
    if start.unit == "week":  # a week is the same share of a month in any job
        return start.length * (week or load_model().settings["minimum_wage"]["widest_week_hours"])
    day = paid_shift(offer) or (min(week / _DAYS, _LONGEST_DAY) if week else None)
    return start.length * day if day else None
