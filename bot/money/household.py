"""A household as the sum needs it: who lives there, what they pay, what the job pays."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

import attrs

from bot.money.rates import NOTHING
from bot.situation import Nation

Capability = Literal["none", "lcw", "lcwra"]
ChildDisability = Literal["none", "lower", "higher"]


@attrs.frozen
class Born:
    """When somebody was born, as far as it is known: between two days, both included."""

    first: date
    last: date

    @property
    def known(self) -> bool:
        """Whether the day itself is known."""
        return self.first == self.last

    def surely_before(self, day: date) -> bool:
        """Tell whether the birth was before a day, whichever day it was."""
        return self.last < day

    def before_september_after(self, birthday: int, on: date) -> bool:
        """Tell whether `on` is surely before the 1 September that follows a birthday.

        Several rules about young people end with the August after a birthday. Where the day of
        birth is not known, the earliest possible one counts, so that no money is promised that
        may not come.
        """
        year = self.first.year + birthday
        turned = (self.first.month, self.first.day)
        september = date(year if turned < (9, 1) else year + 1, 9, 1)
        return on < september


@attrs.frozen
class Adult:
    """A grown-up of the household.

    Attributes:
        age: in whole years.
        capability: what Universal Credit decided on health: none, lcw (limited capability for
            work) or lcwra (and for work-related activity).
        lcwra_since: when the lcwra decision first counted; None where nobody said.
        carer: cares for somebody for 35 hours a week or more, so that the carer element is due.
    """

    age: int
    capability: Capability = "none"
    lcwra_since: Born | None = None
    carer: bool = False


@attrs.frozen
class Child:
    """A child of the household.

    Attributes:
        age: in whole years.
        born: when; a span of a year where only the age is known.
        disability: the addition of Universal Credit for a disabled child.
    """

    age: int
    born: Born
    disability: ChildDisability = "none"


@attrs.frozen
class Household:
    """A household and the job that the first adult was offered. Money is in GBP.

    Attributes:
        on: the day of the sum.
        nation: where they live and work.
        adults: the person, and a partner where there is one.
        children: all children they are responsible for.
        rent_month: rent that Universal Credit can help with.
        childcare_month: what childcare costs once they work.
        savings: savings of the household together.
        pay_year: what the offered job pays, before tax.
        partner_year: what the partner earns, before tax, with and without the job.
        pension_percent: of the whole of the offered pay, relief at source.
        travel_week, other_costs_week: what working costs.
        london: they live in London; only the benefit cap asks.
    """

    on: date
    nation: Nation
    adults: tuple[Adult, ...]
    children: tuple[Child, ...] = ()
    rent_month: Decimal = NOTHING
    childcare_month: Decimal = NOTHING
    savings: Decimal = NOTHING
    pay_year: Decimal = NOTHING
    partner_year: Decimal = NOTHING
    pension_percent: Decimal = NOTHING
    travel_week: Decimal = NOTHING
    other_costs_week: Decimal = NOTHING
    london: bool = False

    @property
    def couple(self) -> bool:
        """Whether there are two adults."""
        return len(self.adults) > 1
