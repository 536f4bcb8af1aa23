"""What was understood of a described job offer, with the words that each part came from."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import attrs

Period = Literal["hour", "day", "shift", "week", "month", "year", "piece"]
Contract = Literal[
    "permanent", "fixed_term", "temporary", "seasonal", "zero_hours", "casual_bank", "agency",
    "apprenticeship", "self_employed",
]  # fmt: skip
Pattern = Literal[
    "full_time", "part_time", "nights", "weekends", "evenings", "early", "rotating",
    "split_shifts", "on_call", "term_time", "days_only", "flexible", "remote", "hybrid", "overtime",
]  # fmt: skip
Mention = Literal[
    "pension", "paid_training_or_qualification", "progression", "sick_pay", "staff_discount",
    "free_parking_or_travel", "uniform_provided", "wellbeing_support", "bonus_or_incentive",
    "enhanced_rates", "tips", "dbs_paid_by_employer", "dbs_paid_by_worker", "own_vehicle_required",
    "unpaid_trial", "immediate_start", "union_or_staff_voice", "disability_confident",
    "equal_opportunities", "living_wage",
]  # fmt: skip
RedFlag = Literal[
    "below_minimum_wage", "unpaid_trial", "unpaid_training", "unpaid_travel_between_jobs",
    "no_written_terms", "no_breaks", "no_holiday_pay", "pay_for_uniform_or_kit", "pay_for_check",
    "cash_in_hand", "bogus_self_employment", "exclusivity", "deductions", "no_sick_pay_claimed",
    "over_48_hours", "passport_kept", "fee_for_job", "commission_only",
]  # fmt: skip


@attrs.frozen
class Evidence:
    """The words that a part of the offer was understood from.

    Attributes:
        field: the part, for instance `pay` or `contract.zero_hours`.
        text: the words themselves.
        start, end: where they stand in what was typed, in characters.
    """

    field: str
    text: str
    start: int
    end: int


@attrs.frozen
class Pay:
    """Basic pay before tax, in GBP per `period`. A figure that nobody gave is None.

    Attributes:
        pro_rata: the amounts are for full time, and the worker gets a share of them.
        full_time_hours: what full time is in that case, hours a week.
        piece_hours: the least time that a piece takes, hours, where pay is by the piece.
    """

    amount_min: Decimal | None = None
    amount_max: Decimal | None = None
    period: Period | None = None
    period_guessed: bool = False
    night_amount: Decimal | None = None
    pro_rata: bool = False
    full_time_hours: Decimal | None = None
    piece_hours: Decimal | None = None


@attrs.frozen
class Hours:
    """Paid working hours per week; `guaranteed` is None where nobody said."""

    week_min: Decimal | None = None
    week_max: Decimal | None = None
    guaranteed: bool | None = None
    guaranteed_hours: Decimal | None = None


LONGEST_DESCRIPTION = 1500
"""Characters; a longer text is an advert, which gives hours, ages, places for other things too."""


@attrs.frozen
class UnpaidTime:
    """Working time that the offer leaves unpaid, in hours per week."""

    hours_per_week: Decimal
    what: str


@attrs.frozen
class Deduction:
    """Money that the worker must spend on, or loses for, the job, in GBP per week."""

    per_week: Decimal
    what: str


StartUnit = Literal["hour", "day", "week"]


@attrs.frozen
class UnpaidStart:
    """Working time at the start, once, that the offer leaves unpaid, in hours, days or weeks."""

    length: Decimal
    unit: StartUnit
    what: str


@attrs.frozen
class StartCost:
    """Money that the worker must spend on the job once, in GBP; None where nobody said how much."""

    amount: Decimal | None
    what: str


@attrs.frozen
class Offer:
    """A described job offer. None and empty mean: not said, which is never a bad mark.

    Attributes:
        shift_hours: length of a usual shift, hours.
        clock_hours: from the start to the end of a shift, hours, where its breaks are not known.
        break_minutes: length of the break in a shift, minutes.
        holiday_days: paid days a year as stated ("25 plus bank holidays" is 25).
        bank_holidays_extra: True where bank holidays come on top.
        shift_notice_days: days between being told of a shift and working it.
        accommodation_per_day: what is charged for housing, GBP per day.
        worker_age: age of the person the offer is for, in whole years, where they told it.
        past_first_year: True where an apprentice is said to be past the first year.
        tips_only_topup: True where tips are counted to reach the stated pay.
        scam_signs, exploitation_signs: words for what was seen, for the safety answer.
        vague: phrases that sound like evidence and are none ("competitive", "flexible").
    """

    pay: Pay = Pay()
    hours: Hours = Hours()
    contract: tuple[Contract, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    mentions: tuple[Mention, ...] = ()
    red_flags: tuple[RedFlag, ...] = ()
    shift_hours: Decimal | None = None
    clock_hours: Decimal | None = None
    shifts_per_week: Decimal | None = None
    break_minutes: int | None = None
    breaks: Literal["none", "unpaid", "paid"] | None = None
    sick_pay: Literal["none", "statutory", "better"] | None = None
    written_terms: bool | None = None
    holiday_days: Decimal | None = None
    bank_holidays_extra: bool | None = None
    shift_notice_days: int | None = None
    probation_months: Decimal | None = None
    notice_weeks: Decimal | None = None
    pension_percent: Decimal | None = None
    unpaid_time: tuple[UnpaidTime, ...] = ()
    deductions: tuple[Deduction, ...] = ()
    unpaid_start: tuple[UnpaidStart, ...] = ()
    start_costs: tuple[StartCost, ...] = ()
    accommodation_per_day: Decimal | None = None
    worker_age: int | None = None
    past_first_year: bool = False
    tips_only_topup: bool | None = None
    fixed_times: bool | None = None
    cancelled_shifts_unpaid: bool | None = None
    place: str | None = None
    umbrella: bool = False
    scam_signs: tuple[str, ...] = ()
    exploitation_signs: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    hedged: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
