"""Three hundred varied households, worked out twice by different routes."""

from __future__ import annotations

import random
from datetime import date, timedelta
from fractions import Fraction

import pytest

from bot.facts import load_facts
from bot.money import compare, household_from
from bot.situation import NATIONS
from tests.money.recalculation import month, net_pay

HOW_MANY = 300
SEED = 20261122


def households():
    """Yield varied households as plain data, the same ones in each run."""
    rnd = random.Random(SEED)
    for _ in range(HOW_MANY):
        on = date(2025, 4, 6) + timedelta(days=rnd.randrange(730))
        if rnd.random() < 0.2:
            on = rnd.choice([date(2026, 4, 5), date(2026, 4, 6)])
        adults = [adult(rnd, on) for _ in range(rnd.choice([1, 1, 2]))]
        ages = [rnd.randrange(0, 365 * 18) for _ in range(rnd.choice([0, 0, 1, 1, 2, 3, 4]))]
        yield {
            "date": on,
            "nation": rnd.choice(NATIONS),
            "adults": adults,
            "children": [on - timedelta(days=days) for days in ages],
            "rent_month": Fraction(rnd.choice([0, 350, 600, 850, 1200])),
            "childcare_month": Fraction(rnd.choice([0, 0, 250, 900, 2400]) if ages else 0),
            "savings": Fraction(rnd.choice([0, 0, 500, 6000, 6100, 9999, 16000, 16500])),
            "hourly": rnd.choice([None, "8.00", "12.21", "12.71", "13.45", "21.30"]),
            "hours_week": rnd.choice([4, 8, 16, 20, 30, 37.5, 45]),
            "annual": rnd.choice([9000, 15500, 24000, 38000, 52000, 66000, 85000, 118000, 140000]),
            "partner_annual": Fraction(
                rnd.choice([0, 0, 7000, 19000, 64000]) if len(adults) == 2 else 0
            ),
            "pension_percent": Fraction(rnd.choice([0, 0, 3, 5, 8])),
            "travel_week": Fraction(rnd.choice([0, 12, 35])),
            "other_costs_week": Fraction(rnd.choice([0, 0, 6])),
        }


def adult(rnd, on):
    health = rnd.choice(["none"] * 6 + ["lcw", "lcwra", "lcwra"])
    since = on - timedelta(days=rnd.randrange(1, 900)) if health == "lcwra" else None
    since = since if rnd.random() < 0.7 else None
    return {"age": rnd.randrange(18, 66), "health": health, "since": since,
            "carer": rnd.random() < 0.12}  # fmt: skip


def as_asked(home):
    """Return the household as the command takes it."""
    keys = ("rent_month", "childcare_month", "savings", "partner_annual", "pension_percent",
            "travel_week", "other_costs_week")  # fmt: skip
    hourly = {"hourly": home["hourly"], "hours_week": home["hours_week"]}
    return {
        "date": home["date"].isoformat(),
        "nation": home["nation"],
        "adults": [
            {
                "age": a["age"],
                "limited_capability": a["health"],
                "lcwra_since": a["since"].isoformat() if a["since"] else None,
                "carer": a["carer"],
            }
            for a in home["adults"]
        ],
        "children": [{"born": born.isoformat()} for born in home["children"]],
        "offer": hourly if home["hourly"] else {"annual": home["annual"]},
        **{key: float(home[key]) for key in keys},
    }


def year_pay(home):
    if home["hourly"]:
        return Fraction(home["hourly"]) * Fraction(str(home["hours_week"])) * 52
    return Fraction(home["annual"])


@pytest.mark.parametrize("home", list(households()), ids=lambda home: f"{home['date']}")
def test_both_routes_agree_within_a_penny(home):
    found = compare(household_from(as_asked(home), home["date"]), load_facts()).as_dict()
    pay = year_pay(home)
    out, work = month(home, Fraction(0), False), month(home, pay, True)
    for name in ("universal_credit", "child_benefit", "total"):
        key = f"{name}_month"
        assert found["out_of_work"][key] == pytest.approx(float(out[name]), abs=0.01), name
        assert found["in_work"][key] == pytest.approx(float(work[name]), abs=0.01), name
    year = 1 if home["date"] >= date(2026, 4, 6) else 0
    take, _, _, tax, insurance = net_pay(pay, home["pension_percent"], home["nation"], year)
    wanted = {"take_home": take, "income_tax": tax, "national_insurance": insurance}
    for name, amount in wanted.items():
        assert found["in_work"][f"{name}_month"] == pytest.approx(float(amount / 12), abs=0.01)
    better = float(work["total"] - out["total"])
    assert found["better_off_month"] == pytest.approx(better, abs=0.02)


def test_the_households_are_varied():
    homes = list(households())
    assert {home["nation"] for home in homes} == set(NATIONS)
    assert {len(home["adults"]) for home in homes} == {1, 2}
    assert {len(home["children"]) for home in homes} >= {0, 1, 2, 3, 4}
    for part in ("rent_month", "childcare_month", "savings", "partner_annual", "pension_percent"):
        assert len({home[part] for home in homes}) > 2, part
    assert sum(home["date"] < date(2026, 4, 6) for home in homes) > 50
