"""From an understood offer to findings: which level each measure can have, and why.

Silence gives no finding, and neither do vague words. A finding is never as wide as silence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import cast

import attrs

from bot.errors import FactError
from bot.facts import FactStore
from bot.offers.minimum_wage import WageCheck, check
from bot.offers.model import Level, load_model
from bot.offers.offer import Offer
from bot.offers.pay import offer_hourly, pounds
from bot.offers.score import Context, Finding
from bot.situation import Situation

HEDGES = {"P1": "pay", "T1": "hours", "W1": "shift_notice", "P7": "holiday", "P6": "sick_pay"}


@attrs.frozen
class Reading:
    """What the readers of measures look at."""

    offer: Offer
    situation: Situation
    store: FactStore
    wage: WageCheck

    def number(self, fact_id: str) -> Decimal | None:
        """Return the value of a fact for the offer's date, or None where it is not known."""
        try:
            fact = self.store.get(fact_id, self.situation.on, self.situation.nation or "england")
        except FactError:
            return None
        return Decimal(str(fact.value))

    def settings(self, name: str) -> Decimal:
        """Return a threshold that is judgement."""
        return Decimal(load_model().settings["levels"][name])


def findings(
    offer: Offer, situation: Situation, store: FactStore, wage: WageCheck | None = None
) -> tuple[Finding, ...]:
    """Return what an offer says about each measure, with the words that it came from."""
    reading = Reading(offer, situation, store, wage or check(offer, situation, store))
    found = (finding for read in READERS for finding in read(reading))
    return tuple(_hedged(_quoted(finding, offer), offer) for finding in found)


def context(offer: Offer, situation: Situation) -> Context:
    """Return what decides which floors hold for this offer."""
    tips = "tips" in offer.mentions or offer.tips_only_topup is not None
    return Context(
        nation=situation.nation,
        self_employed="self_employed" in offer.contract or situation.status == "self_employed",
        not_applicable=frozenset() if tips else frozenset({"P9"}),
    )


def _at(measure: str, low: int, high: int | None = None, because: str = "") -> Finding:
    top = low if high is None else high
    return Finding(measure, cast(Level, low), cast(Level, top), because=because)


def _breach(measure: str, because: str) -> Finding:
    return Finding(measure, 0, 0, breach=True, because=because)


def _perhaps_breach(measure: str, because: str) -> Finding:
    return Finding(measure, 0, 1, breach=True, because=because)


def _pay(reading: Reading) -> Iterator[Finding]:
    offer, wage = reading.offer, reading.wage
    if wage.cause == "rate" and wage.verdict == "below":
        yield _breach("P1", "It looks below the minimum wage.")
        return
    if wage.cause == "rate" and wage.verdict.startswith("depends") and wage.looks_below:
        yield _perhaps_breach("P1", "It may be below the minimum wage.")
        return
    hourly = offer_hourly(offer)
    if hourly is None or wage.rates is None or offer.tips_only_topup:
        if "living_wage" in offer.mentions:
            yield _at("P1", 2, 3, "They name the real Living Wage.")
        return
    low = _pay_level(reading, hourly.low) if hourly.low is not None else (1, 1)
    high = _pay_level(reading, hourly.high) if hourly.high is not None else low
    bottom, top = min(low[0], high[0]), max(low[1], high[1])
    if "living_wage" in offer.mentions and top >= 2:
        bottom = 2
    if (bottom, top) != (1, 3):
        figure = hourly.low if hourly.low is not None else hourly.high
        about = f"About {pounds(figure)} an hour. " if figure is not None else ""
        yield _at("P1", bottom, top, f"{about}{hourly.assumption}".strip())


def _pay_level(reading: Reading, hourly: Decimal) -> tuple[int, int]:
    """Return the lowest and highest level of an hourly rate that keeps to the minimum wage."""
    uk, london = reading.number("rlw.uk"), reading.number("rlw.london")
    adult = reading.number("nmw.nlw_21plus")
    rates = reading.wage.rates
    young = rates is not None and adult is not None and Decimal(str(rates.strict.value)) < adult
    if young and adult is not None:
        return (1, 1) if hourly < adult else (2, 2)
    if uk is None:
        return 1, 3
    best = 1 + reading.settings("pay_best_over_living_wage_percent") / 100
    in_london = reading.situation.london
    elsewhere = reading.situation.nation not in (None, "england") or in_london is False
    if london is None or elsewhere:
        low = high = uk
    else:
        low, high = (london, london) if in_london else (uk, london)
    levels = [1 if hourly < rate else 2 if hourly < rate * best else 3 for rate in (low, high)]
    return min(levels), max(levels)


def _how_pay_is_made(reading: Reading) -> Iterator[Finding]:
    offer = reading.offer
    if "commission_only" in offer.red_flags:
        yield _at("P2", 0, because="All the pay depends on results.")
    elif offer.pay.period == "piece":
        yield _at("P2", 0, 1, "Pay is by the piece, and no least amount is stated.")
    elif offer.tips_only_topup:
        yield _at("P2", 0, 1, "Tips are part of the stated pay.")
    elif offer.pay.amount_min is None and offer.pay.amount_max is not None:
        yield _at("P2", 0, 2, "Only the most that it can be is stated.")


def _unpaid_and_costs(reading: Reading) -> Iterator[Finding]:
    offer, wage = reading.offer, reading.wage
    flags = set(offer.red_flags)
    if (
        wage.cause == "unpaid_time"
        and (wage.verdict == "below" or wage.high is None)
        and (wage.looks_below)
    ):
        yield _breach("P3", "Unpaid time brings the pay below the minimum wage.")
    elif offer.unpaid_time and wage.verdict == "above":
        yield _at("P3", 1, because="Some time is unpaid, and the average stays above the minimum.")
    elif flags & {"unpaid_training", "unpaid_travel_between_jobs"} or offer.unpaid_time:
        yield _perhaps_breach("P3", "Some working time is not paid.")
    if wage.cause == "costs" and wage.verdict == "below":
        yield _breach("P4", "Costs bring the pay below the minimum wage.")
    elif flags & {"pay_for_uniform_or_kit", "pay_for_check", "deductions"} or offer.deductions:
        yield _at("P4", 0 if wage.verdict.startswith("depends") else 1, 1, "Some costs are yours.")
    elif {"dbs_paid_by_worker", "own_vehicle_required"} & set(offer.mentions):
        yield _at("P4", 1, 2, "You may have to bring or pay for something.")
    elif {"uniform_provided", "dbs_paid_by_employer"} <= set(offer.mentions):
        yield _at("P4", 2, 3, "They pay for uniform and checks.")


def _extras(reading: Reading) -> Iterator[Finding]:
    offer = reading.offer
    night = offer.pay.night_amount
    if "enhanced_rates" in offer.mentions or (
        night is not None and offer.pay.amount_min is not None and night > offer.pay.amount_min
    ):
        yield _at("P5", 2, 3, "Some hours are paid more.")
    if offer.sick_pay == "none" or "no_sick_pay_claimed" in offer.red_flags:
        yield _perhaps_breach("P6", "They say there is no sick pay.")
    elif offer.sick_pay == "statutory":
        yield _at("P6", 1, because="Statutory Sick Pay only.")
    elif offer.sick_pay == "better":
        yield _at("P6", 2, 3, "More than Statutory Sick Pay.")
    yield from _holiday(reading)
    if offer.pension_percent is not None:
        good = reading.settings("pension_good_percent")
        best = reading.settings("pension_best_percent")
        level = 3 if offer.pension_percent >= best else 2 if offer.pension_percent >= good else 1
        yield _at("P8", level, because="What they say the employer pays in.")


def _holiday(reading: Reading) -> Iterator[Finding]:
    offer = reading.offer
    if "no_holiday_pay" in offer.red_flags:
        yield _breach("P7", "They say there is no paid holiday.")
        return
    weeks, days = reading.number("holiday.weeks"), offer.holiday_days
    if days is None or weeks is None:
        return
    legal = weeks * reading.settings("days_in_week")
    on_top = offer.bank_holidays_extra
    if days >= reading.settings("holiday_good_days_in_all") or (
        on_top and days >= reading.settings("holiday_good_days")
    ):
        yield _at("P7", 2, 3, "Well above the legal minimum.")
    elif on_top is None and reading.settings("holiday_good_days") <= days < legal:
        yield _at("P7", 1, 2, "It depends if bank holidays are on top.")
    elif days >= legal or on_top:
        yield _at("P7", 1, because="About the legal minimum.")


def _guaranteed(reading: Reading) -> Iterator[Finding]:
    offer, hours = reading.offer, reading.offer.hours
    if {"zero_hours", "casual_bank"} & set(offer.contract) or hours.guaranteed is False:
        yield _at("T1", 0, because="No hours are guaranteed.")
        return
    sure = hours.guaranteed_hours
    if sure is None and hours.guaranteed:
        sure = hours.week_min
    full = reading.settings("full_week_hours")
    lasting = {"permanent", "fixed_term"} & set(offer.contract)
    if sure is None and lasting and hours.week_min is not None and hours.week_min >= full:
        sure = hours.week_min
    if sure is None:
        return
    usual = max(hours.week_max or sure, hours.week_min or sure, sure)
    share = sure / usual * 100 if usual else Decimal(100)
    least = reading.number("living_hours.min_hours")
    if least is None:
        return
    if sure < least or share < reading.settings("hours_share_poor_percent"):
        yield _at("T1", 1, because="Few of the hours are guaranteed.")
    elif share < reading.settings("hours_share_good_percent"):
        yield _at("T1", 1, 2, "Part of the usual hours is guaranteed.")
    else:
        yield _at("T1", 2, because="The hours are in the contract.")


def _status(reading: Reading) -> Iterator[Finding]:
    offer = reading.offer
    kinds = set(offer.contract)
    if "self_employed" in kinds or offer.umbrella:
        yield _at("T2", 0, because="Not employed by the firm you work for.")
    elif "permanent" in kinds and kinds & {"agency", "temporary"}:
        yield _at("T2", 2, because="Temporary first, with a way to permanent.")
    elif "permanent" in kinds:
        yield _at("T2", 3, because="Permanent.")
    elif kinds & {"agency", "casual_bank"}:
        yield _at("T2", 1, because="Casual or agency work.")
    elif "apprenticeship" in kinds:
        yield _at("T2", 2, because="Employed for the length of an apprenticeship.")
    elif kinds & {"temporary", "seasonal", "fixed_term", "zero_hours"}:
        yield _at("T2", 1, 2, "For a time, or without set hours.")


def _terms(reading: Reading) -> Iterator[Finding]:
    offer = reading.offer
    if "no_written_terms" in offer.red_flags or offer.written_terms is False:
        if reading.situation.nation == "northern_ireland":
            yield _at("T3", 0, because="No written terms in the first weeks.")
        else:
            yield _breach("T3", "They say there are no written terms.")
    elif offer.written_terms:
        yield _at("T3", 1, 2, "There are written terms.")
    if offer.probation_months is not None:
        short = offer.probation_months <= reading.settings("probation_good_months")
        yield _at("T4", 1, 2 if short else 1, "How long probation is.")
    if offer.notice_weeks is not None:
        good, best = reading.settings("notice_good_weeks"), reading.settings("notice_best_weeks")
        weeks = offer.notice_weeks
        low, high = (2, 3) if weeks >= best else (1, 2) if weeks >= good else (1, 1)
        yield (
            _at("T4", low, high, "How much notice there is.")
            if weeks
            else _perhaps_breach("T4", "No notice at all.")
        )
    if "exclusivity" in offer.red_flags:
        banned = {"zero_hours", "casual_bank"} & set(offer.contract)
        if banned and reading.situation.nation != "northern_ireland":
            yield _breach("T5", "Not allowed to work elsewhere on zero hours.")
        else:
            yield _at("T5", 0, because="Not allowed to work elsewhere.")
    elif "deductions" in offer.red_flags:
        yield _at("T5", 0, 1, "Money may be taken from pay.")
    if "apprenticeship" in offer.contract:
        yield _at("T6", 3, because="An apprenticeship leads to a qualification.")
    elif "paid_training_or_qualification" in offer.mentions:
        yield _at("T6", 1, 3, "Training is offered.")


def _breaks(reading: Reading) -> Iterator[Finding]:
    offer = reading.offer
    shift, over = offer.shift_hours, reading.number("rest.break.after")
    least = reading.number("rest.break")
    long_shift = bool(shift) and over is not None and Decimal(shift or 0) > over
    if offer.breaks == "none" or "no_breaks" in offer.red_flags:
        if long_shift:
            yield _breach("H2", "No break in a long shift.")
        elif not shift:
            yield _perhaps_breach("H2", "No break, and the length of a shift is not known.")
    elif long_shift and offer.break_minutes is not None and offer.break_minutes < (least or 0):
        yield _breach("H2", "The break is shorter than the law gives.")
    elif offer.breaks == "unpaid":
        yield _at("H2", 1, because="Unpaid breaks.")
    elif offer.breaks == "paid":
        yield _at("H2", 2, 3, "Paid breaks.")


def _rota(reading: Reading) -> Iterator[Finding]:
    offer = reading.offer
    patterns, days = set(offer.patterns), offer.shift_notice_days
    best = reading.number("living_hours.notice_of_shifts")
    if offer.fixed_times:
        yield _at("W1", 3, because="The times are fixed.")
        yield _at("W4", 2, 3, "The times are fixed.")
    elif days is not None and best is not None:
        poor, good = reading.settings("rota_poor_days"), reading.settings("rota_good_days")
        level = 0 if days < poor else 1 if days < good else 2 if days < best * 7 else 3
        yield _at("W1", level, because="How far ahead the rota comes.")
    if offer.cancelled_shifts_unpaid is not None:
        unpaid = offer.cancelled_shifts_unpaid
        yield _at("W2", 0 if unpaid else 2, 0 if unpaid else 3, "Pay for cancelled shifts.")
    if "split_shifts" in patterns:
        yield _at("W3", 0, 1, "Split shifts.")
    if not offer.fixed_times:
        if "on_call" in patterns and "zero_hours" in offer.contract:
            yield _at("W4", 0, 1, "Called in when needed.")
        elif "rotating" in patterns:
            yield _at("W4", 1, 2, "A rota.")
    if "term_time" in patterns:
        yield _at("W5", 3, because="Offered as term-time work.")
    elif "part_time" in patterns and not {"zero_hours", "casual_bank"} & set(offer.contract):
        yield _at("W5", 2, 3, "Offered as part-time work.")
    if "over_48_hours" in offer.red_flags:
        yield _perhaps_breach("W6", "More hours than the law allows without your agreement.")


def _voice(reading: Reading) -> Iterator[Finding]:
    offer = reading.offer
    if "union_or_staff_voice" in offer.mentions:
        yield _at("V1", 2, 3, "They name a union or a staff forum.")
    if "disability_confident" in offer.mentions:
        yield _at("H5", 2, 3, "They made a public promise on adjustments.")
    if "unpaid_trial" in offer.red_flags or "unpaid_trial" in offer.mentions:
        yield _perhaps_breach("V4", "The trial is not paid.")
    elif "fee_for_job" in offer.red_flags:
        yield _breach("V4", "They ask for money to find you work.")


READERS: tuple[Callable[[Reading], Iterator[Finding]], ...] = (
    _pay, _how_pay_is_made, _unpaid_and_costs, _extras, _guaranteed, _status, _terms, _breaks,
    _rota, _voice,
)  # fmt: skip

FIELDS: dict[str, tuple[str, ...]] = {
    "P1": ("pay",),
    "P2": ("red_flags.commission_only", "pay"),
    "P3": ("unpaid_time", "red_flags.unpaid_tr"),
    "P4": ("deductions", "red_flags.pay_for", "red_flags.deductions", "mentions.uniform",
           "mentions.dbs", "mentions.own_vehicle"),
    "P5": ("mentions.enhanced_rates", "pay.night"),
    "P6": ("sick_pay", "red_flags.no_sick_pay"),
    "P7": ("holiday", "red_flags.no_holiday_pay"),
    "P8": ("pension",),
    "T1": ("hours.guaranteed", "contract.zero_hours", "contract.casual_bank", "hours"),
    "T2": ("contract",),
    "T3": ("written_terms", "red_flags.no_written_terms"),
    "T4": ("notice", "probation"),
    "T5": ("red_flags.exclusivity", "red_flags.deductions"),
    "T6": ("contract.apprenticeship", "mentions.paid_training"),
    "H2": ("breaks", "break", "red_flags.no_breaks"),
    "H5": ("mentions.disability_confident",),
    "W1": ("shift_notice", "fixed_times"),
    "W2": ("cancelled_shifts",),
    "W3": ("patterns.split_shifts",),
    "W4": ("fixed_times", "patterns.on_call", "patterns.rotating"),
    "W5": ("patterns.term_time", "patterns.part_time"),
    "W6": ("red_flags.over_48_hours",),
    "V1": ("mentions.union",),
    "V4": ("red_flags.unpaid_trial", "mentions.unpaid_trial", "red_flags.fee_for_job"),
}  # fmt: skip
"""Where the words for a measure stand in the evidence of an offer, the likeliest first."""


def _quoted(finding: Finding, offer: Offer) -> Finding:
    """Add the words that the finding came from."""
    for field in FIELDS.get(finding.measure, ()):
        for evidence in offer.evidence:
            if evidence.field.startswith(field):
                return attrs.evolve(finding, quote=evidence.text)
    return finding


def _hedged(finding: Finding, offer: Offer) -> Finding:
    """Mark what was said with a hedge ("they said maybe"), which widens the range."""
    field = HEDGES.get(finding.measure)
    if field and any(hedge.startswith(field) for hedge in offer.hedged) and not finding.breach:
        return attrs.evolve(finding, source="heard_or_online")
    return finding
