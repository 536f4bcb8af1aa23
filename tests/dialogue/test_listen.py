"""What a message says of the person, and what it does not."""

from decimal import Decimal

import pytest

from bot.dialogue.listen import hear
from bot.offers.whereabouts import hear_of_a_job

SAID = [
    ("I'm 19 and I live in Cardiff", {"age": 19, "nation": "wales"}),
    ("im 17", {"age": 17}),
    ("she is 22 years old", {"age": 22}),
    ("aged 58, over-qualified they say", {"age": 58}),
    ("whats the minimum wage at 19", {"age": 19}),
    ("under 18 here", {"age": 17}),
    ("and in Northern Ireland?", {"nation": "northern_ireland"}),
    ("what about NI", {"nation": "northern_ireland"}),
    ("warehouse in Glasgow", {"nation": "scotland"}),
    ("my boss Tyrone runs a place in Barry", {"nation": "wales"}),
    ("I work in London", {"nation": "england", "london": True}),
    ("i work 16 hours a week", {"hours_per_week": Decimal(16)}),
    ("breaks on a 7 hour shift", {"shift_hours": Decimal(7)}),
    ("I'm self employed", {"status": "self_employed"}),
    ("i work for an agency", {"status": "agency"}),
    ("I'm on a zero hours contract", {"status": "worker"}),
    ("I'm on universal credit", {"universal_credit": True}),
    ("my client has no contract", {"speaker": "key_worker"}),
    ("my daughter was off ill", {"speaker": "someone_else"}),
    ("i'm an apprentice", {"apprentice": True}),
]
NOT_SAID = [
    "i'm 20 hours short", "im 15 minutes late", "they owe me 19 quid", "was 12 days on, 2 off",
    "I moved from Wales to Scotland", "hello", "is £12 an hour legal", "i was 10.50 short",
    "barry says I get no break", "chef at the prince of wales", "I work for the bank of scotland",
]  # fmt: skip


@pytest.mark.parametrize(("words", "facts"), SAID)
def test_a_plain_statement_is_heard(words, facts):
    assert hear(words).facts == facts


@pytest.mark.parametrize("words", NOT_SAID)
def test_other_numbers_and_places_are_not_taken_for_the_person(words):
    assert {"age", "nation"}.isdisjoint(hear(words).facts)


@pytest.mark.parametrize("words", ["what if i was 17?", "and if she were under 18", "if i'm 20"])
def test_a_what_if_is_for_this_answer_only(words):
    assert hear(words).hypothetical


def test_a_plain_age_is_no_what_if():
    assert not hear("I'm 17").hypothetical


def test_of_a_job_only_its_place_is_heard_and_of_a_long_advert_nothing():
    words = "care job in Cardiff, 12 hour shifts, I'm 19"
    assert hear_of_a_job(words).facts == {"nation": "wales"}
    assert hear_of_a_job(words * 50).facts == {}
