"""The parts that Universal Credit adds up: allowance, children, health, caring, childcare."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.money.household import Adult, Child, Household
from bot.money.rates import NOTHING, Rates


def standard_allowance(home: Household, rates: Rates) -> Decimal:
    """Return the standard allowance: higher where one of the adults has reached the age for it.

    Source: Universal Credit Regulations 2013, regulation 36.
    """
    older = any(adult.age >= rates.amount("uc.sa.older_from") for adult in home.adults)
    who = "couple" if home.couple else "single"
    return rates.amount(f"uc.sa.{who}_{'25plus' if older else 'u25'}")


def universal_credit_children(home: Household, rates: Rates) -> tuple[Child, ...]:
    """Return the children that Universal Credit counts, the eldest first.

    Young people from 16 on are taken to be in school or approved training.
    """
    age = int(rates.amount("uc.young_person.age")) if home.children else 0
    counted = [
        child
        for child in home.children
        if child.age < age or child.born.before_september_after(age, home.on)
    ]
    return tuple(sorted(counted, key=lambda child: child.born.first))


def child_elements(home: Household, rates: Rates) -> Decimal:
    """Return the money for children and for disabled children.

    The eldest gets more where born before April 2017. Under the two-child limit, a third or later
    child counted only where born before then.

    Source: Universal Credit Regulations 2013, regulations 24, 24A and 36.
    """
    children = universal_credit_children(home, rates)
    if not children:
        return NOTHING
    start = rates.day("uc.first_child.born_before")
    paid = _paid_children(children, rates)
    total = NOTHING
    for place, child in enumerate(children):
        if child.disability != "none":
            total += rates.amount(f"uc.disabled_child.{child.disability}")
        if place == 0 and child.born.surely_before(start):
            total += rates.amount("uc.child_element.first_before_2017")
        elif place < paid or child.born.surely_before(start):
            total += rates.amount("uc.child_element")
    return total


def _paid_children(children: tuple[Child, ...], rates: Rates) -> int:
    if rates.holds("uc.two_child_limit"):
        return int(rates.amount("uc.two_child_limit.children"))
    return len(children)


def carers_and_health(home: Household, rates: Rates) -> Decimal:
    """Return the carer elements and the one health element of a household.

    A couple gets one health element, and nobody gets the health and the carer element both, so
    the best of the possible choices counts. There is no element for limited capability for work
    alone (it went in April 2017).

    Source: Universal Credit Regulations 2013, regulations 27 and 29.
    """
    carers = [adult for adult in home.adults if adult.carer]
    carer = rates.amount("uc.carer_element") if carers else NOTHING
    choices = [len(carers) * carer]
    for adult in home.adults:
        if adult.capability == "lcwra":
            others = sum(other is not adult for other in carers)
            choices.append(health_element(adult, rates) + others * carer)
    return max(choices)


def health_element(adult: Adult, rates: Rates) -> Decimal:
    """Return the health element of a person with limited capability for any work.

    From April 2026 the higher, protected amount is for people who had it before. Where nobody
    said since when, the lower one counts.

    Source: Universal Credit Act 2025, schedule 1.
    """
    if rates.knows("uc.health_element.all"):
        return rates.amount("uc.health_element.all")
    since = adult.lcwra_since
    if since and since.surely_before(rates.day("uc.health_element.protected_before")):
        return rates.amount("uc.health_element_protected")
    return rates.amount("uc.health_element_new")


def childcare_element(home: Household, idle: Sequence[Adult], rates: Rates) -> Decimal:
    """Return the help with childcare: a part of the costs, up to the most for the children.

    Every adult has to work, or be unable to look after the children because of health or caring
    for somebody. Children count until the end of the August after they turn 16.

    Args:
        home: the household.
        idle: the adults who do not work.

    Source: Universal Credit Regulations 2013, regulations 32, 34 and 35.
    """
    if not home.childcare_month or len(idle) == len(home.adults):
        return NOTHING
    if any(_could_look_after(adult) for adult in idle):
        return NOTHING
    age = int(rates.amount("uc.childcare.age"))
    young = [
        child
        for child in home.children
        if child.age < age or child.born.before_september_after(age, home.on)
    ]
    if not young:
        return NOTHING
    most = rates.amount("uc.childcare.cap_1" if len(young) == 1 else "uc.childcare.cap_2plus")
    return min(home.childcare_month * rates.share("uc.childcare.rate"), most)


def _could_look_after(adult: Adult) -> bool:
    return adult.capability == "none" and not adult.carer
