"""A life read from one line, and held beside an offer."""

from __future__ import annotations

from datetime import date

import pytest

from bot.errors import BadInput
from bot.facts import load_facts
from bot.offers.assess import assess
from bot.offers.life import life_in
from bot.situation import Situation

OFFER = "Carer, £13 an hour, 20 hours a week, 9am to 4pm monday to friday, own car needed"


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("have to be home by 3, no car", {"latest_finish": 900, "no_car": True}),
        ("I don't drive. School pick up at 3", {"latest_finish": 900, "no_car": True}),
        ("can't start before 9.30, no weekends", {"earliest_start": 570}),
        ("at least 16 hours, not more than 20 hours", {"hours_most": 20}),
        ("can't do nights or sundays", {"not_days": ("sunday",), "not_patterns": ("nights",)}),
        ("within 30 minutes on the bus", {"travel_most_minutes": 30}),
        ("I need £250 a week", {"pay_week_least": 250}),
    ],
)
def test_a_life_is_read_from_one_line(said, known):
    life = life_in(said)
    assert {name: getattr(life, name) for name in known} == known


def test_what_must_hold_comes_first():
    situation = Situation(on=date(2026, 11, 22))
    found = assess(OFFER, situation, load_facts(), life=life_in("no car, have to be home by 3")).fit
    assert [(item.item, item.answer, item.must) for item in found] == [
        ("latest_finish", "no", True),
        ("no_car", "no", False),
    ]


def test_words_that_ask_nothing_of_a_job_are_refused():
    with pytest.raises(BadInput):
        life_in("I like cats")
