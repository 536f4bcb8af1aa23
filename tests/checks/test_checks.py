"""The checks see what they are for, and everything in the repository passes them."""

from datetime import date

import pytest

from bot.checks import run_checks
from bot.checks.sentences import Spoken
from bot.checks.voice import _figures, _length, _run_on, _tone
from bot.facts import load_facts
from bot.facts.wording import PLACEHOLDER

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("on", [date(2025, 11, 22), TODAY, date(2027, 2, 1)])
def test_everything_that_the_guide_says_is_in_order(on):
    assert {name: problems for name, problems in run_checks(on).items() if problems} == {}


@pytest.mark.parametrize(
    "words",
    ["You should have asked for it first.", "Be realistic about that.", "That is great news!"],
)
def test_blame_and_false_cheer_are_seen(words):
    assert list(_tone(Spoken("here", words), words))


def test_people_in_scenes_may_speak_as_people_do():
    said = Spoken("scene", "You should have told me sooner.", quoted=True)
    assert said.quoted


@pytest.mark.parametrize("words", ["The rate is £12.71 an hour.", "You get 28 days of holiday."])
def test_a_figure_of_its_own_is_seen(words):
    assert list(_figures(Spoken("here", words)))


@pytest.mark.parametrize("words", ["You get {holiday.weeks} of it.", "Ask for one break or two."])
def test_a_fact_and_a_small_count_are_no_figures_of_their_own(words):
    assert not list(_figures(Spoken("here", words)))


def test_a_long_sentence_is_seen():
    words = "word " * 26 + "end."
    assert list(_length(Spoken("here", words), words))


@pytest.mark.parametrize(
    ("words", "inside"),
    [
        ("They must come within {written_statement.deadline} of it.", True),
        ("In short: {written_statement.deadline}.", True),
        ("Ask first. {written_statement.deadline} You can wait.", False),
        ("They must come within {written_statement.deadline.months} of starting.", False),
    ],
)
def test_a_fact_that_is_a_sentence_inside_another_sentence_is_seen(words, inside):
    match = PLACEHOLDER.search(words)
    assert bool(list(_run_on("here", match, load_facts()))) == inside
