"""Income Tax on pay, in Scotland and in the other nations."""

from __future__ import annotations

from decimal import Decimal

from bot.money.rates import NOTHING, Rates

#: Bands of taxable income, lowest first: the rate, and the fact that says where it starts.
_BANDS = (
    ("tax.basic_rate", None),
    ("tax.higher_rate", "tax.higher_rate.above"),
    ("tax.additional_rate", "tax.additional_rate.above"),
)
_SCOTTISH_BANDS = (
    ("tax.scotland.starter_rate", None),
    ("tax.scotland.basic_rate", "tax.scotland.basic_rate.above"),
    ("tax.scotland.intermediate_rate", "tax.scotland.intermediate_rate.above"),
    ("tax.scotland.higher_rate", "tax.scotland.higher_rate.above"),
    ("tax.scotland.advanced_rate", "tax.scotland.advanced_rate.above"),
    ("tax.scotland.top_rate", "tax.scotland.top_rate.above"),
)


def income_tax(pay: Decimal, pension: Decimal, rates: Rates) -> Decimal:
    """Return the Income Tax of a year, in GBP, for somebody with no other income.

    The bands count income after the personal allowance. Relief at source does not lower the
    taxed pay; relief above the basic rate has to be claimed and is left out.

    Args:
        pay: GBP a year.
        pension: the whole pension contribution, GBP a year; lowers the income that the personal
            allowance looks at.

    Source: Income Tax Act 2007, sections 10, 35 and 58; the yearly Scottish rate resolution.
    """
    taxable = max(NOTHING, pay - personal_allowance(pay - pension, rates))
    if not taxable:
        return NOTHING
    bands = _SCOTTISH_BANDS if rates.nation == "scotland" else _BANDS
    tax = NOTHING
    below = taxable
    for rate, start in reversed(bands):
        above = rates.amount(start) if start else NOTHING
        if below > above:
            tax += (below - above) * rates.share(rate)
            below = above
    return tax


def personal_allowance(adjusted_income: Decimal, rates: Rates) -> Decimal:
    """Return the income free of tax in a year: £1 less for every £2 above the limit."""
    allowance = rates.amount("tax.personal_allowance")
    excess = adjusted_income - rates.amount("tax.personal_allowance.shrinks_above")
    if excess <= 0:
        return allowance
    return max(NOTHING, allowance - excess * rates.share("tax.personal_allowance.shrinks_by"))
