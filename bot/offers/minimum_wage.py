"""The minimum-wage check: arithmetic, shown step by step, against the rate for age and date."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import attrs

from bot.errors import FactError, NotEnoughKnown
from bot.facts import Fact, FactStore
from bot.offers.model import load_model
from bot.offers.offer import Offer
from bot.offers.pay import (
    PERIOD_WORDS,
    WEEKS_IN_YEAR,
    full_time_week,
    number,
    paid_shift,
    pounds,
    usual_hours,
    week_hours,
    weekly,
)
from bot.offers.rates import Rates, rates_for, wage_settings
from bot.offers.start import spread_start, start_words
from bot.situation import Situation

Cause = Literal["rate", "unpaid_time", "costs"]
Verdict = Literal[
    "above", "below", "depends_on_age", "depends_on_hours", "depends_on_status", "not_known"
]


@attrs.frozen
class WageCheck:
    """What the arithmetic gives.

    Attributes:
        verdict: how the pay stands to the minimum; `not_known` where it can not be worked out.
        cause: the first thing that takes it below: the rate itself, unpaid time, or costs.
        looks_below: the pay is below the strict rate, by arithmetic alone.
        sums: the steps in plain words.
        low, high: pay per hour that counts, in GBP; `low` is None where it has no known bottom.
    """

    verdict: Verdict
    cause: Cause = "rate"
    looks_below: bool = False
    sums: tuple[str, ...] = ()
    low: Decimal | None = None
    high: Decimal | None = None
    rates: Rates | None = None


_BREAK = Decimal(1)  # hours; the longest break that is taken for granted in a shift


@attrs.frozen
class _Hourly:
    low: Decimal | None
    high: Decimal
    stated_range: bool = False


def check(offer: Offer, situation: Situation, store: FactStore) -> WageCheck:
    """Hold what an offer pays per hour worked against the minimum wage.

    Unpaid working time counts as hours. What the worker must spend on the job, and housing
    above the offset, is taken off. Tips do not count. Breaks are no working time.

    Source: National Minimum Wage Regulations 2015; rates by date in `data/facts/pay`.
    """
    offer, piece = _by_the_hour(offer)
    checked = _check(offer, situation, store)
    if not checked.looks_below and (start := spread_start(offer)):
        at_first = _check(start, situation, store)
        if at_first.looks_below:
            costs = weekly_costs(offer, situation, store)
            checked = attrs.evolve(at_first, sums=_sums_of_the_start(offer, at_first, costs))
    return attrs.evolve(checked, sums=(piece, *checked.sums)) if piece else checked


def _by_the_hour(offer: Offer) -> tuple[Offer, str]:
    """Pay by the piece turned into pay by the hour where a piece's time is told; else as it is."""
    pay = offer.pay
    if pay.period != "piece" or not pay.piece_hours or pay.amount_min is None:
        return offer, ""
    hourly = pay.amount_min / pay.piece_hours
    words = f"A piece pays {pounds(pay.amount_min)} and takes at least {number(pay.piece_hours)}"
    hour = attrs.evolve(pay, amount_min=hourly, amount_max=None, period="hour", piece_hours=None)
    return attrs.evolve(offer, pay=hour), f"{words} hours."


def _check(offer: Offer, situation: Situation, store: FactStore) -> WageCheck:
    rates = rates_for(offer, situation, store)
    if rates is None or "commission_only" in offer.red_flags:
        return WageCheck("not_known", rates=rates)
    causes: tuple[Cause, ...] = ("rate", "unpaid_time", "costs")
    last = WageCheck("not_known", rates=rates)
    if lost := _lost_at_the_minimum(offer, rates):
        cause, words = lost
        sums = (f"At {rates.strict.words} an hour, {words} takes it below {rates.strict.words}.",)
        return WageCheck("depends_on_hours", cause, True, sums, rates=rates)
    first = None
    for cause in causes:
        try:
            hourly = _hourly(offer, situation, store, cause)
        except NotEnoughKnown:
            return _below_by_clock(offer, situation, store) or first or last
        last = _verdict(offer, hourly, rates, cause, store, situation)
        if last.looks_below:
            return last
        if last.verdict != "above":
            first = first or last
    if first:
        return first
    if offer.tips_only_topup:  # what is left without the tips may be less
        return WageCheck("not_known", rates=rates)
    return last


def _below_by_clock(offer: Offer, situation: Situation, store: FactStore) -> WageCheck | None:
    """Return a check that is below even with an hour off in each shift; None where it is not.

    Used where a shift is known from its start to its end, and nobody told of its breaks.
    """
    if offer.clock_hours is None or offer.shift_hours is not None or offer.clock_hours <= _BREAK:
        return None
    shift = offer.clock_hours - _BREAK
    short = attrs.evolve(offer, shift_hours=shift, break_minutes=None, clock_hours=None)
    checked = check(short, situation, store)
    if not checked.looks_below or checked.cause != "rate":
        return None
    first, *others = checked.sums
    step = f"With an hour off, a shift has {number(shift)} hours of work."
    return attrs.evolve(checked, low=None, sums=(first, step, *others))


def _lost_at_the_minimum(offer: Offer, rates: Rates) -> tuple[Cause, str] | None:
    """Return what takes the pay below where it is the minimum to the penny, and nobody sized it.

    Then any length of unpaid time is too much, and any cost; how much it is does not matter.
    """
    to_the_penny = offer.pay.period == "hour" and _most(offer) == _value(rates.strict)
    if not to_the_penny or "self_employed" in offer.contract:
        return None
    timed = offer.unpaid_time or offer.unpaid_start
    if {"unpaid_travel_between_jobs", "unpaid_training"} & set(offer.red_flags) and not timed:
        return "unpaid_time", "any unpaid time"
    if any(cost.amount is None for cost in offer.start_costs):
        return "costs", "anything you must buy for the job"
    return None


def minutes_that_fit(offer: Offer, rates: Rates) -> str:
    """Say how much unpaid time the pay leaves room for, in a sentence; empty if not known."""
    amount = offer.pay.amount_min or offer.pay.amount_max
    if offer.pay.period != "hour" or amount is None:
        return ""
    rate = _value(rates.strict)
    if amount <= rate:
        return f"At {pounds(amount)} an hour, any unpaid time takes it below {rates.strict.words}."
    minutes = int((amount / rate - 1) * 60) + 1  # the first whole minute that is too much
    unpaid = "1 unpaid minute" if minutes == 1 else f"{minutes} unpaid minutes"
    return (
        f"At {pounds(amount)}, {unpaid} or more for each paid hour would take it below "
        f"{rates.strict.words}."
    )


def _value(fact: Fact) -> Decimal:
    return Decimal(str(fact.value))


def _hourly(offer: Offer, situation: Situation, store: FactStore, cause: Cause) -> _Hourly:
    """Return the pay per hour that counts, with unpaid time and costs as far as `cause` asks.

    Raises:
        NotEnoughKnown: it can not be worked out.
    """
    pay = offer.pay
    if (pay.amount_min is None and pay.amount_max is None) or pay.period in (None, "piece"):
        raise NotEnoughKnown("How much the job pays for its hours is not known yet.")
    unpaid = unpaid_hours(offer) if cause != "rate" else Decimal(0)
    costs = weekly_costs(offer, situation, store) if cause == "costs" else Decimal(0)
    fewest, most = week_hours(usual_hours(offer))
    by_the_hour = pay.period in ("hour", "day", "shift") or full_time_week(pay) is not None
    if (unpaid or costs) and fewest is None and by_the_hour:
        widest = Decimal(load_model().settings["minimum_wage"]["widest_week_hours"])
        top = _average(offer, _most(offer), widest, unpaid, costs)
        return _Hourly(None, top)
    if fewest is None or most is None:
        if not by_the_hour:
            raise NotEnoughKnown("The hours a week are needed.")
        fewest = most = Decimal(1)
    values = [
        _average(offer, amount, hours, unpaid, costs)
        for amount in {_least(offer), _most(offer)}
        for hours in {fewest, most}
    ]
    top = max(values) * (_share_of_year(offer) if not by_the_hour else 1)
    return _Hourly(min(values), top, by_the_hour and len({*values}) > 1)


def _average(
    offer: Offer, amount: Decimal, hours: Decimal, unpaid: Decimal, costs: Decimal
) -> Decimal:
    full_time = full_time_week(offer.pay)
    period = offer.pay.period or "hour"
    earned = weekly(amount, period, full_time or hours, paid_shift(offer))
    if full_time:
        earned = earned * hours / full_time
    return (earned - costs) / (hours + unpaid)


def _share_of_year(offer: Offer) -> Decimal:
    """Return how many times more a worked week of a school year may pay than a 52nd of the year.

    Actual yearly pay for term time stands for the weeks of term, with leave on top of them.
    """
    if offer.pay.period != "year" or "term_time" not in offer.patterns:
        return Decimal(1)
    return WEEKS_IN_YEAR / Decimal(int(wage_settings()["weeks_of_term"]))


def _least(offer: Offer) -> Decimal:
    value = offer.pay.amount_min if offer.pay.amount_min is not None else offer.pay.amount_max
    return value or Decimal(0)


def _most(offer: Offer) -> Decimal:
    value = offer.pay.amount_max if offer.pay.amount_max is not None else offer.pay.amount_min
    return value or Decimal(0)


def unpaid_hours(offer: Offer) -> Decimal:
    """Return the unpaid working time of a week, in hours."""
    return sum((time.hours_per_week for time in offer.unpaid_time), Decimal(0))


def weekly_costs(offer: Offer, situation: Situation, store: FactStore) -> Decimal:
    """Return what costs take from pay that counts, GBP per week; below 0 where housing is free.

    Housing counts only above the daily offset; free housing adds the offset to the pay.
    """
    settings = wage_settings()
    housed = offer.accommodation_per_day is not None
    costs = sum(
        (cost.per_week for cost in offer.deductions if not (housed and _is_housing(cost.what))),
        Decimal(0),
    )
    if offer.accommodation_per_day is None:
        return costs
    try:
        offset = _value(store.get(settings["offset"], situation.on))
    except FactError:
        return costs
    above = offer.accommodation_per_day - offset
    if offer.accommodation_per_day > 0:
        above = max(above, Decimal(0))
    return costs + above * int(settings["days_charged"])


def _is_housing(what: str) -> bool:
    words = what.lower().split()
    return any(word in words for word in wage_settings()["housing_words"])


def _verdict(
    offer: Offer,
    hourly: _Hourly,
    rates: Rates,
    cause: Cause,
    store: FactStore,
    situation: Situation,
) -> WageCheck:
    close = Decimal(load_model().settings["minimum_wage"]["close_pence"]) / 100
    exact = offer.pay.period == "hour" and cause == "rate"
    margin = Decimal(0) if exact else close
    strict, lowest = _value(rates.strict) - margin, _value(rates.lowest) - margin
    low, high = hourly.low, hourly.high
    sums = _sums(offer, hourly, cause, weekly_costs(offer, situation, store))
    below = high < strict or (hourly.stated_range and low is not None and low < strict)
    verdict: Verdict = "above"
    if high < lowest:
        verdict = "below"
    elif high < _value(rates.highest) - margin:
        verdict = "depends_on_age"
    elif low is None or low < strict:
        verdict = "depends_on_hours"
    if verdict != "above" and "self_employed" in offer.contract:
        verdict = "depends_on_status"
        below = below and "bogus_self_employment" in offer.red_flags
    return WageCheck(verdict, cause, below, sums, low, high, rates)


def _sums(offer: Offer, hourly: _Hourly, cause: Cause, costs: Decimal) -> tuple[str, ...]:
    """Say the arithmetic in short sentences."""
    pay = offer.pay
    figures = sorted({_least(offer), _most(offer)})
    stated = " to ".join(pounds(figure) for figure in figures)
    steps = [f"The pay is {stated} {PERIOD_WORDS[pay.period or 'hour']}."]
    fewest, most = week_hours(usual_hours(offer))
    if full_time := full_time_week(pay):
        steps.append(f"That is for {number(full_time)} hours a week, full time.")
    elif fewest is not None and most is not None and (pay.period != "hour" or cause != "rate"):
        hours = number(fewest) if fewest == most else f"{number(fewest)} to {number(most)}"
        steps.append(f"The week has {hours} paid hours.")
    if cause != "rate" and offer.unpaid_time:
        what = " and ".join(time.what for time in offer.unpaid_time)
        steps.append(f"Unpaid time ({what}) adds {number(unpaid_hours(offer))} hours a week.")
    if cause == "costs" and costs > 0:
        steps.append(f"Costs take about {pounds(costs)} a week.")
    if pay.period != "hour" or cause != "rate":
        steps.append(_per_hour(hourly))
    return tuple(steps)


def _sums_of_the_start(offer: Offer, at_first: WageCheck, costs: Decimal) -> tuple[str, ...]:
    """Say the arithmetic of the first month: what every week has, then what the start takes."""
    if at_first.high is None:
        return at_first.sums
    hourly = _Hourly(at_first.low, at_first.high)
    *every_week, result = _sums(offer, hourly, at_first.cause, costs)
    return (*every_week, *start_words(offer), f"{result.removesuffix('.')} in the first month.")


def _per_hour(hourly: _Hourly) -> str:
    if hourly.low is None:
        return f"That is at most {pounds(hourly.high)} for each hour of work."
    if hourly.low.quantize(Decimal("0.01")) == hourly.high.quantize(Decimal("0.01")):
        return f"That is {pounds(hourly.high)} for each hour of work."
    return f"That is {pounds(hourly.low)} to {pounds(hourly.high)} for each hour of work."
