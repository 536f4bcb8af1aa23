"""What jobs held side by side leave to live on: take-home pay, and with benefits where known."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import attrs

from bot.errors import BadInput, FactError, NotEnoughKnown
from bot.facts import FactStore
from bot.money.compare import compare
from bot.money.earnings import earnings
from bot.money.known import HOUSEHOLD, Known
from bot.money.offer_pay import YearPay, year_pay
from bot.money.rates import NOTHING, Rates
from bot.offers.offer import Offer
from bot.situation import Situation


@attrs.frozen
class Month:
    """Money in a month, GBP: the least and the most that the words of the offer allow.

    Attributes:
        facts: ids of the facts that it rests on.
    """

    low: Decimal
    high: Decimal
    facts: tuple[str, ...] = ()


def take_home(offer: Offer, situation: Situation, store: FactStore) -> Month | None:
    """Return pay after income tax and National Insurance, with no pension and no other job.

    Where the nation is not known, England's bands count. None where pay or hours are not known,
    where the rates of the day are not, or for somebody of State Pension age, who pays no National
    Insurance.
    """
    rates = Rates(store, situation.on, situation.nation or "england")
    try:
        pay = year_pay(offer)
        if situation.age is not None and situation.age >= rates.amount("state_pension.age"):
            return None
        low, high = (earnings(year, NOTHING, rates).take_home for year in _ends(pay))
    except (NotEnoughKnown, FactError):
        return None
    return Month(low, high, rates.used)


def with_benefits(
    offer: Offer, situation: Situation, money: Mapping[str, Any], store: FactStore
) -> Month | None:
    """Return what comes in with the job and benefits, less childcare and work costs, before rent.

    Args:
        money: what the conversation holds of the household; None comes back where that is nothing.
    """
    answers = money.get("answers") or {}
    if not set(answers) & set(HOUSEHOLD):
        return None
    known = Known(offer, situation, answers, tuple(money.get("skipped") or ()))
    try:
        ends = [compare(known.household(year), store) for year in _ends(year_pay(offer))]
    except (NotEnoughKnown, FactError, BadInput):
        return None
    totals = [end.in_work.total for end in ends]
    return Month(min(totals), max(totals), ends[0].facts)


def _ends(pay: YearPay) -> tuple[Decimal, Decimal]:
    """Return the least and the most of a year; hours that are not promised may not come."""
    return (pay.low if pay.worst is None else pay.worst), pay.high
