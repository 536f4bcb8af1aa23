"""What the law says about offers: tables of named cases, by age, date, nation and status."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from bot.facts import load_facts
from bot.offers.law import alerts
from bot.offers.minimum_wage import check
from bot.offers.offer import Offer, Pay
from bot.situation import Situation
from tests.offers.offers_from_words import offer_from

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)
WAGE = {"L01", "L02", "L03"}


def cases(name):
    rows = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return [pytest.param(row, id=row["name"]) for row in rows]


def situation_of(case):
    return Situation(
        on=case.get("date", TODAY),
        nation=case.get("nation"),
        age=case.get("age"),
        apprentice=case.get("apprentice"),
    )


@pytest.fixture(scope="module")
def store():
    return load_facts()


@pytest.mark.parametrize("case", cases("minimum_wage.yml"))
def test_minimum_wage(case, store):
    offer, situation = offer_from(case["offer"]), situation_of(case)
    found = [a for a in alerts(offer, situation, store) if a.rule in WAGE]
    assert [f"{a.rule}/{a.status}" for a in found] == case["alerts"]
    assert check(offer, situation, store).looks_below is case.get("below", False)
    said = " ".join(f"{a.why} {a.next_step}" for a in found)
    for words in case.get("says", ()):
        assert words in said


@pytest.mark.parametrize("case", cases("other_rules.yml"))
def test_other_rules(case, store):
    offer, situation = offer_from(case["offer"]), situation_of(case)
    found = alerts(offer, situation, store, case.get("signs", ()))
    assert [f"{a.rule}/{a.status}" for a in found] == case["alerts"]
    said = " ".join(f"{a.why} {a.next_step}" for a in found)
    for words in case.get("says", ()):
        assert words in said
    for alert in found:
        assert alert.fact_ids
        assert alert.source, f"{alert.rule} names no source"
        assert alert.what_would_change_it


def test_a_higher_rate_never_makes_the_check_worse(store):
    situation = Situation(on=TODAY, age=30)
    below = [
        check(Offer(pay=Pay(Decimal(pence) / 100, None, "hour")), situation, store).looks_below
        for pence in range(1200, 1350)
    ]
    assert below == sorted(below, reverse=True)
    assert below.count(True) == 71


def test_the_bands_never_give_a_younger_person_a_higher_rate(store):
    from bot.offers.rates import rates_for

    rates = [
        rates_for(Offer(), Situation(on=TODAY, age=age), store).strict.value
        for age in range(16, 70)
    ]
    assert rates == sorted(rates)


def test_every_fact_that_an_alert_names_is_known(store):
    from bot.facts import placeholders
    from bot.offers.law import _cases

    known = set(store.ids())
    for case in _cases()["cases"]:
        named = {*case["facts"], *placeholders(case["why"] + case["next_step"] + case["changes"])}
        assert named - {"adviser", "sums"} <= known, case["case"]


def test_the_words_of_every_alert_keep_to_the_voice():
    import re

    from bot.offers.law import _cases

    for case in _cases()["cases"]:
        for key in ("title", "why", "next_step", "changes"):
            words = re.sub(r"\{[^}]*\}", "figure", case[key])
            assert not re.search(r"\d|!|\b(just|simply|illegal)\b", words), case["case"]
            for sentence in re.split(r"(?<=[.?:])\s", words):
                assert len(sentence.split()) <= 25, sentence
