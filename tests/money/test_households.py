"""Households worked out by hand, one sentence each."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.facts import load_facts
from bot.money import compare, household_from

ON = date(2026, 11, 22)
CASES = yaml.safe_load((Path(__file__).parent / "households.yml").read_text(encoding="utf-8"))


def result(home):
    return compare(household_from(home, ON), load_facts()).as_dict()


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_household(case):
    found = result(case["home"])
    for path, amount in case["gives"].items():
        value = found
        for key in path.split("."):
            value = value[key]
        assert value == pytest.approx(amount, abs=0.011), path


BASE = {"nation": "england", "adults": [{"age": 30}], "offer": {"annual": 15000}}


def test_totals_are_what_comes_in_less_childcare_and_work_costs():
    work = result(
        BASE
        | {"children": [{"age": 3}], "childcare_month": 300, "travel_week": 10, "rent_month": 500}
    )["in_work"]
    coming_in = sum(work[f"{k}_month"] for k in ("take_home", "universal_credit", "child_benefit"))
    going_out = work["childcare_month"] + work["work_costs_month"]
    assert work["total_month"] == pytest.approx(coming_in - going_out, abs=0.02)


def test_every_fact_of_the_sum_is_named():
    facts = result(BASE | {"nation": "scotland"})["facts"]
    assert {"tax.personal_allowance", "tax.scotland.starter_rate", "ni.main_rate"} <= set(facts)
    assert "tax.basic_rate" not in facts
    assert set(facts) <= set(load_facts().ids())


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"pension_percent": 5}, "tax relief in it"),
        ({"rent_month": 500}, "covers all of the rent"),
        ({}, "no work allowance"),
        ({"adults": [{"age": 30, "limited_capability": "lcwra"}]}, "lower amount"),
        ({"adults": [{"age": 30}, {"age": 31}]}, "claim together"),
        ({"nation": "scotland"}, "Scottish Income Tax"),
        ({"rent_month": 1500}, "In London"),
    ],
)
def test_what_is_taken_for_granted_is_said(more, said):
    assert any(said in line for line in result(BASE | more)["assumptions"])


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "Council tax reduction"),
        ({"nation": "northern_ireland"}, "Help with rates"),
        ({}, "prescriptions"),
        ({}, "minimum income floor"),
        ({"children": [{"age": 5}]}, "Free school meals"),
        ({"children": [{"age": 5}], "nation": "scotland"}, "Scottish Child Payment"),
        ({"adults": [{"age": 30, "carer": True}]}, "Carer's Allowance"),
        ({"rent_month": 500}, "Limits on rent"),
        ({}, "Other grown-ups"),
    ],
)
def test_what_is_left_out_is_named(more, said):
    assert any(said in line for line in result(BASE | more)["not_included"])


def test_free_prescriptions_are_no_matter_in_wales():
    lines = result(BASE | {"nation": "wales"})["not_included"]
    assert not any("prescriptions" in line for line in lines)
