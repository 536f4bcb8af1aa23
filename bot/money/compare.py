"""Out of work and in work, side by side: what comes in, and the difference."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import attrs

from bot.errors import BadInput
from bot.facts import FactStore
from bot.money.benefit_cap import cap_reduction
from bot.money.child_benefit import child_benefit, high_income_charge
from bot.money.earnings import Earnings, earnings
from bot.money.elements import childcare_element
from bot.money.household import Household
from bot.money.rates import MONTHS_IN_YEAR, NOTHING, WEEKS_IN_YEAR, Rates
from bot.money.said import assumptions, not_included
from bot.money.universal_credit import universal_credit

PENNY = Decimal("0.01")


@attrs.frozen
class Income:
    """What a household has in a month, GBP.

    Attributes:
        pay: the offered job, or nothing when out of work.
        partner_take_home: what the partner brings home.
        universal_credit: after the benefit cap.
        child_benefit: after the high income charge.
        childcare, work_costs: what working costs.
        capped: what the benefit cap took off.
        childcare_help: the part of Universal Credit that is for childcare.
    """

    pay: Earnings
    partner_take_home: Decimal
    universal_credit: Decimal
    child_benefit: Decimal
    childcare: Decimal = NOTHING
    work_costs: Decimal = NOTHING
    capped: Decimal = NOTHING
    childcare_help: Decimal = NOTHING

    @property
    def total(self) -> Decimal:
        """Money coming in less childcare and work costs, before rent."""
        coming_in = self.pay.take_home + self.partner_take_home
        coming_in += self.universal_credit + self.child_benefit
        return coming_in - self.childcare - self.work_costs


@attrs.frozen
class Comparison:
    """A household without and with the offered job.

    Attributes:
        out_of_work, in_work: a month of each.
        assumptions: what the sum takes for granted, in plain words.
        not_included: what it leaves out, in plain words.
        facts: ids of the facts that it rests on.
    """

    out_of_work: Income
    in_work: Income
    assumptions: tuple[str, ...]
    not_included: tuple[str, ...]
    facts: tuple[str, ...]

    @property
    def better_off(self) -> Decimal:
        """How much more a month comes in with the job; below nothing where it is less."""
        return self.in_work.total - self.out_of_work.total

    def as_dict(self) -> dict[str, Any]:
        """Return plain data, ready for JSON; money in pounds and pence."""
        out, work = self.out_of_work, self.in_work
        partner = {"partner_take_home_month": _pounds(work.partner_take_home)}
        return {
            "out_of_work": {
                "universal_credit_month": _pounds(out.universal_credit),
                "child_benefit_month": _pounds(out.child_benefit),
                **(partner if out.partner_take_home else {}),
                "total_month": _pounds(out.total),
            },
            "in_work": {
                "gross_month": _pounds(work.pay.gross),
                "income_tax_month": _pounds(work.pay.income_tax),
                "national_insurance_month": _pounds(work.pay.national_insurance),
                "pension_month": _pounds(work.pay.pension),
                "take_home_month": _pounds(work.pay.take_home),
                **(partner if work.partner_take_home else {}),
                "universal_credit_month": _pounds(work.universal_credit),
                "child_benefit_month": _pounds(work.child_benefit),
                "childcare_month": _pounds(work.childcare),
                "work_costs_month": _pounds(work.work_costs),
                "total_month": _pounds(work.total),
            },
            "better_off_month": _pounds(self.better_off),
            "assumptions": list(self.assumptions),
            "not_included": list(self.not_included),
            "facts": list(self.facts),
        }


def compare(home: Household, store: FactStore) -> Comparison:
    """Return what comes in without and with the offered job, per month.

    The year has 52 weeks and a month is a twelfth of it. The first adult takes the job; the
    partner earns the same either way.

    Raises:
        BadInput: somebody has reached State Pension age, which has rules of its own.
        FactError: the rates of that day are not known.
    """
    rates = Rates(store, home.on, home.nation)
    partner = earnings(home.partner_year, NOTHING, rates)
    out = _month(home, Earnings(), partner, rates, working=False)
    work = _month(home, earnings(home.pay_year, home.pension_percent, rates), partner, rates)
    _refuse_pension_age(home, rates)
    return Comparison(
        out,
        work,
        assumptions(home, rates, capped=bool(out.capped or work.capped)),
        not_included(home),
        rates.used,
    )


def _month(
    home: Household, pay: Earnings, partner: Earnings, rates: Rates, working: bool = True
) -> Income:
    earned = pay.counted + partner.counted
    works = (pay.gross > 0, partner.gross > 0)
    idle = [adult for adult, busy in zip(home.adults, works, strict=False) if not busy]
    help_due = childcare_element(home, idle, rates) if working else NOTHING
    award = universal_credit(home, earned, help_due, rates)
    paid = sum(
        child.age < rates.amount("child_benefit.young_person_under") for child in home.children
    )
    family = child_benefit(paid, rates)
    capped = cap_reduction(home, award, family, earned, rates)
    charge = high_income_charge(family, (pay.adjusted_income, partner.adjusted_income), rates)
    costs = (home.travel_week + home.other_costs_week) * WEEKS_IN_YEAR / MONTHS_IN_YEAR
    return Income(
        pay=pay,
        partner_take_home=partner.take_home,
        universal_credit=award.amount - capped,
        child_benefit=family - charge,
        childcare=home.childcare_month if working else NOTHING,
        work_costs=costs if working else NOTHING,
        capped=capped,
        childcare_help=min(help_due, award.amount),
    )


def _refuse_pension_age(home: Household, rates: Rates) -> None:
    age = rates.amount("state_pension.age")
    if any(adult.age >= age for adult in home.adults):
        raise BadInput(
            "Somebody here may have reached State Pension age. Other rules hold then, and this "
            "sum does not know them. Ask a benefits adviser."
        )


def _pounds(amount: Decimal) -> float:
    rounded = amount.quantize(PENNY, rounding=ROUND_HALF_UP)
    return float(rounded) if rounded else 0.0
