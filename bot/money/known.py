"""What a conversation knows of a household, what to ask next, and the household it makes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, cast

import attrs

from bot.dialogue.listen import nation_in
from bot.errors import BadInput, NotEnoughKnown
from bot.facts import fill, load_facts
from bot.money.answers import age_of, ages_in, amount_in, health_in, partner_in
from bot.money.household import Adult, Capability, Child, Household
from bot.money.offer_pay import weekly_costs, year_pay
from bot.money.rates import NOTHING, Rates
from bot.money.reading import YOUNGEST, born_at
from bot.money.said import load_words
from bot.offers.offer import Offer
from bot.situation import Situation

#: Answers that are sums of money: the period taken where none is said, and the one kept.
SUMS = {
    "partner_pay": ("year", "year"),
    "childcare": ("month", "month"),
    "rent": ("month", "month"),
    "travel": ("week", "week"),
}
HOUSEHOLD = ("partner", "partner_pay", "children", "childcare", "health", "rent", "travel")


@attrs.frozen
class Known:
    """What was told so far.

    Attributes:
        offer: the job.
        situation: the day, and the person's nation and age where they said so.
        answers: by question; sums as text, so that a slot can hold them.
        skipped: questions that the person left out.
    """

    offer: Offer
    situation: Situation
    answers: Mapping[str, Any] = attrs.field(factory=dict)
    skipped: tuple[str, ...] = ()

    def next_question(self) -> str | None:
        """Return the next thing that matters and is not known, or None."""
        return next((about for about in load_words()["questions"] if self._open(about)), None)

    def _open(self, about: str) -> bool:
        if about in self.skipped or about in self.answers:
            return False
        if about in ("pay", "hours"):
            return self.lacks() == about
        if about in ("nation", "age"):
            return getattr(self.situation, about) is None
        if about == "partner_pay":
            return bool(self.answers.get("partner"))
        if about == "childcare":
            return bool(self.answers.get("children"))
        return True

    def lacks(self) -> str | None:
        """Return what the job still lacks for a sum: pay, hours, or nothing."""
        try:
            year_pay(self.offer)
        except NotEnoughKnown as problem:
            return str(problem)
        return None

    def taken(self) -> tuple[str, ...]:
        """Return what is taken where nobody said, in words."""
        words = load_words()
        rows: dict[str, dict[str, str]] = words["questions"]
        missing = [
            row["otherwise"]
            for about, row in rows.items()
            if "otherwise" in row and (about in self.skipped or self._open(about))
        ]
        if self.answers.get("partner"):
            missing.append(words["say"]["partner_age"])
        missing += [words["say"]["low_savings"], words["say"]["no_pension"]]
        return tuple(fill(line, load_facts(), self.situation.on).text for line in missing)

    def household(self, pay_year: Decimal) -> Household:
        """Return the household with a year's pay from the job.

        Raises:
            BadInput: the person is too young for the sum.
        """
        on = self.situation.on
        age = self.situation.age or _usual_age(on)
        if age < YOUNGEST:
            raise BadInput(load_words()["say"]["too_young"])
        me = Adult(age, cast(Capability, self.answers.get("health") or "none"))
        partner = bool(self.answers.get("partner"))
        children = self.answers.get("children") or ()
        return Household(
            on=on,
            nation=self.situation.nation or "england",
            adults=(me, Adult(age)) if partner else (me,),
            children=tuple(Child(old, born_at(old, on)) for old in children),
            rent_month=self._sum("rent"),
            childcare_month=self._sum("childcare") if children else NOTHING,
            pay_year=pay_year,
            partner_year=self._sum("partner_pay") if partner else NOTHING,
            travel_week=self._sum("travel") if pay_year else NOTHING,
            other_costs_week=weekly_costs(self.offer) if pay_year else NOTHING,
            london=bool(self.situation.london),
        )

    def _sum(self, about: str) -> Decimal:
        return Decimal(self.answers.get(about) or 0)


def _usual_age(on: date) -> int:
    """Return the age taken where nobody said: the full standard allowance starts there."""
    return int(Rates(load_facts(), on, "england").amount("uc.sa.older_from"))


def read(about: str, text: str) -> Any:
    """Return what an answer means, as a slot can hold it, or None where it can not be read."""
    if about in SUMS:
        amount = amount_in(text, *SUMS[about])
        return None if amount is None else str(amount)
    if about == "children":
        ages = ages_in(text)
        return None if ages is None else list(ages)
    readers = {"partner": partner_in, "health": health_in, "age": age_of, "nation": nation_in}
    return readers[about](text)
