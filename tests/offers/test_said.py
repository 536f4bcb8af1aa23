"""Red flags known by their likeness to examples: what is learnt, where it looks, what it costs."""

from __future__ import annotations

from typing import get_args

import pytest

from bot.errors import ContentError
from bot.offers.extract import extract
from bot.offers.extract.text import plain
from bot.offers.measuring import measure_offers
from bot.offers.offer import LONGEST_DESCRIPTION, RedFlag
from bot.offers.said import find_said
from bot.offers.said.clauses import MOST_PIECES, pieces_of
from bot.offers.said.examples import NOTHING, TWIN, load_examples
from tests.offers.extract.halves import halves
from tests.offers.extract.test_extract import cases


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("the only sit down I get is on the bus home", "no_breaks"),
        ("he hands me my money folded up behind the bar, no slip", "cash_in_hand"),
        ("they count you from when you're inside with the lady till you shut her door and the "
         "drive to the next one is yours", "unpaid_travel_between_jobs"),
        ("my residence card is in the owner's drawer and he won't give me it", "passport_kept"),
        ("I'd have to stop doing nails for my own customers on my days off", "exclusivity"),
    ],
)  # fmt: skip
def test_a_flag_is_known_without_its_usual_words(text, flag):
    assert flag in extract(text).red_flags


@pytest.mark.parametrize(
    "text",
    [
        "they copied my passport and gave it straight back",
        "the trial was two hours and they paid me for it",
        "I'm paid for the walk between the two sites",
        "they give me all the kit and wash it",
        "I get an hour for dinner and somebody takes over",
    ],
)
def test_an_innocent_twin_holds_no_flag(text):
    assert extract(text).red_flags == ()


def test_only_short_texts_are_read_so():
    said = "you eat on your feet. "
    assert "no_breaks" in find_said(plain(said).text)
    assert not find_said(plain(said * (LONGEST_DESCRIPTION // len(said) + 1)).text)


def test_likeness_never_says_that_pay_is_too_low():
    clauses, descriptions = load_examples()
    told = {c.says for c in clauses} | {f for d in descriptions for f in d.flags}
    assert "below_minimum_wage" not in told


def test_every_flag_that_is_learnt_has_its_innocent_twins():
    says = {clause.says for clause in load_examples()[0]} - {NOTHING}
    flags = {name for name in says if not name.startswith(TWIN)}
    assert flags == set(get_args(RedFlag)) - {"below_minimum_wage", "over_48_hours"}
    assert {TWIN + flag for flag in flags} == says - flags


@pytest.mark.parametrize("name", ["heldout5_chat", "heldout6_chat"])
def test_nothing_is_learnt_from_the_sets_that_are_measured(name):
    clauses, descriptions = load_examples()
    learnt = {example.text.lower() for example in (*clauses, *descriptions)}
    assert not learnt & {case["text"].lower() for case in cases(name)}


def test_a_long_message_is_cut_into_a_bounded_number_of_pieces():
    text = "one thing and another, and a third thing but not this one. " * 40
    assert len(pieces_of(text)) == MOST_PIECES


def test_an_entry_of_the_wrong_shape_is_named(tmp_path):
    (tmp_path / "odd.yml").write_text("no_lunch:\n  says: [they never stop]\n  not: []\n")
    with pytest.raises(ContentError, match="odd"):
        load_examples(tmp_path)


def test_metrics_tell_how_the_unread_sets_are_read():
    found = measure_offers()
    assert found["descriptions_fifth_unread"]["cases"] == len(
        halves(cases("heldout5_chat"))["unread"]
    )
    assert found["descriptions_sixth"]["fields"]["flags"]["f1"] > 0.7
