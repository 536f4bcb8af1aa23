"""What goes into a workplace pension, and what of it leaves the pay."""

from __future__ import annotations

from decimal import Decimal

import attrs

from bot.money.rates import Rates


@attrs.frozen
class Contribution:
    """A worker's pension contribution, GBP a year.

    Attributes:
        whole: what reaches the pension, with the tax relief in it.
        from_pay: what is taken from take-home pay.
    """

    whole: Decimal
    from_pay: Decimal


def contribution(pay: Decimal, percent: Decimal, rates: Rates) -> Contribution:
    """Return the contribution from pay of a year, with relief at source.

    The percentage is of the whole of pay and counts the tax relief, as the legal minimum does: of
    5 %, a worker pays 4 % and the pension provider gets the rest from the state, whether or not
    the worker earns enough to pay tax.

    Args:
        pay: GBP a year.
        percent: part of pay, from 0 to 100.

    Source: Finance Act 2004, section 192 (relief at source).
    """
    whole = pay * percent / 100
    if not whole:
        return Contribution(whole, whole)
    return Contribution(whole, whole * (1 - rates.share("tax.relief_at_source")))
