"""What a sum takes for granted and what it leaves out, in plain words (`data/money.yml`)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.money.household import Household
from bot.money.rates import Rates

WORDS = Path(__file__).parents[2] / "data" / "money.yml"


@lru_cache(maxsize=1)
def load_words() -> dict[str, Any]:
    """Return what stands in `data/money.yml`."""
    words: dict[str, Any] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return words


def assumptions(home: Household, rates: Rates, *, capped: bool) -> tuple[str, ...]:
    """Return what the sum takes for granted for this household.

    Args:
        home: the household.
        rates: the figures of the day.
        capped: the benefit cap takes something off.
    """
    words = load_words()["assumptions"]
    health = [adult for adult in home.adults if adult.capability != "none"]
    applies = {
        "claims": True,
        "weeks": True,
        "tax_code": True,
        "one_job": True,
        "pension": bool(home.pension_percent),
        "no_pension": not home.pension_percent,
        "partner": home.couple,
        "partner_pension": bool(home.partner_year),
        "rent": bool(home.rent_month),
        "no_rent": not home.rent_month,
        "no_allowance": not (home.children or health),
        "young_people": any(
            child.age >= rates.amount("child_benefit.child_under") for child in home.children
        ),
        "birthdays": any(not child.born.known for child in home.children),
        "childcare": bool(home.childcare_month),
        "health_stays": bool(health),
        "health_since": any(a.capability == "lcwra" and not a.lcwra_since for a in health),
        "health_lcw": any(a.capability == "lcw" for a in health),
        "carers": any(adult.carer for adult in home.adults),
        "under_18": any(adult.age < rates.amount("uc.youngest") for adult in home.adults),
        "cap": capped,
        "cap_place": capped and home.nation == "england" and not home.london,
        "tax_nation": home.nation == "scotland",
    }
    return tuple(words[key] for key, holds in applies.items() if holds)


def not_included(home: Household) -> tuple[str, ...]:
    """Return what the sum leaves out and this household should check."""
    words = load_words()["not_included"]
    parents = bool(home.children)
    applies = {
        "council_tax": home.nation != "northern_ireland",
        "rates_ni": home.nation == "northern_ireland",
        "school_meals": parents,
        "scottish_child_payment": parents and home.nation == "scotland",
        "prescriptions": home.nation == "england",
        "other_health_costs": home.nation != "england",
        "other_benefits": True,
        "carers_allowance": any(adult.carer for adult in home.adults),
        "old_lcw": any(adult.capability == "lcw" for adult in home.adults),
        "disabled_child": parents and all(c.disability == "none" for c in home.children),
        "three_children_care": len(home.children) > 2 and bool(home.childcare_month),
        "other_childcare": bool(home.childcare_month),
        "rent_limits": bool(home.rent_month),
        "mortgage": True,
        "other_adults": True,
        "deductions": True,
        "self_employed": True,
        "run_ons": True,
        "paydays": True,
        "cap_relief": True,
        "marriage_allowance": home.couple,
        "higher_relief": bool(home.pension_percent),
        "student_loan": True,
        "habitual": True,
    }
    return tuple(words[key] for key, holds in applies.items() if holds)
