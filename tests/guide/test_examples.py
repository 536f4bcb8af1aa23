"""Examples worked with a person's own numbers; expected values are worked out by hand."""

from datetime import date
from decimal import Decimal

import pytest

from bot.facts import load_facts
from bot.guide.examples import worked_example
from bot.situation import Situation

STORE = load_facts()
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("topic", "person", "says"),
    [
        ("breaks", {"age": 30, "shift_hours": Decimal("7")}, "one break of 20 minutes"),
        ("breaks", {"age": 30, "shift_hours": Decimal("6")}, "no set break"),
        ("breaks", {"age": 17, "shift_hours": Decimal("6")}, "one break of 30 minutes"),
        ("holiday", {"hours_per_week": Decimal("20")}, "112 hours of paid holiday"),
        ("minimum_wage", {"age": 30, "hours_per_week": Decimal("30")}, "at least £381.30"),
        ("minimum_wage", {"age": 19, "hours_per_week": Decimal("16")}, "at least £173.60"),
        ("minimum_wage", {"age": 17, "hours_per_week": Decimal("12.5")}, "at least £100.00"),
        (
            "minimum_wage",
            {"age": 18, "hours_per_week": Decimal("30"), "apprentice": True},
            "at least £240.00",
        ),
    ],
)
def test_example_uses_the_numbers_of_the_person(topic: str, person: dict, says: str) -> None:
    reply = worked_example(topic, Situation(TODAY, **person), STORE)
    assert reply is not None
    assert says in reply.text
    assert reply.facts


@pytest.mark.parametrize(
    ("topic", "person"),
    [
        ("minimum_wage", {"hours_per_week": Decimal("30")}),
        ("minimum_wage", {"age": 30}),
        ("minimum_wage", {"age": 15, "hours_per_week": Decimal("8")}),
        ("minimum_wage", {"age": 22, "hours_per_week": Decimal("30"), "apprentice": True}),
        ("minimum_wage", {"age": 30, "hours_per_week": Decimal("30"), "status": "self_employed"}),
        ("breaks", {"age": 30}),
        ("holiday", {"age": 30}),
        ("written_contract", {"hours_per_week": Decimal("30")}),
    ],
)
def test_no_example_without_the_numbers_or_where_the_rate_is_not_certain(
    topic: str, person: dict
) -> None:
    assert worked_example(topic, Situation(TODAY, **person), STORE) is None


def test_no_example_for_a_time_without_a_known_rate() -> None:
    person = Situation(date(2019, 6, 1), age=30, hours_per_week=Decimal("30"))
    assert worked_example("minimum_wage", person, STORE) is None
