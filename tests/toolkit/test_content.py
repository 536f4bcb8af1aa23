"""The toolkit's data: whole, in our own words, and within the voice."""

from __future__ import annotations

import pytest

from bot.checks.toolkit import check_toolkit
from bot.toolkit import load_toolkit
from bot.toolkit.content import DIMENSIONS
from bot.toolkit.steps import suggest
from bot.toolkit.tell import put, step_words, tell_why
from tests.voice import banned, too_long

TOOLKIT = load_toolkit()


def test_the_toolkit_is_in_order():
    assert list(check_toolkit()) == []


def test_every_question_of_the_paper_is_covered():
    covered = {name for question in TOOLKIT.questions.values() for name in question.covers}
    assert covered == set(TOOLKIT.paper)


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_practices_stand_all_along_the_spectrum(dimension):
    at = [p.at for q in TOOLKIT.parts[dimension].questions for p in q.practices if p.at]
    assert len(at) >= 5
    assert {place for low, high in at for place in range(low, high + 1)} == {0, 1, 2, 3, 4}


@pytest.mark.parametrize("question", TOOLKIT.questions.values(), ids=lambda q: q.id)
def test_a_question_is_put_and_explained_in_short_messages(question):
    for reply in (*put(question, TOOLKIT, True), *tell_why(question, TOOLKIT)):
        assert not too_long(reply.text), reply.text
        assert not banned(reply.text), reply.text
        assert "{" not in reply.text
        for button in reply.buttons:
            assert len(button.title) <= 20, button.title


@pytest.mark.parametrize("limit", TOOLKIT.limits)
@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_named_limits_are_taken_into_account(dimension, limit):
    found = suggest(dimension, "manager", (), (limit,), TOOLKIT)
    assert len(found) == 3
    assert not any(each.hinders for each in found)
    assert all(each.fits for each in found), [each.step.id for each in found]
    for each in found:
        words = step_words(each, TOOLKIT)
        assert TOOLKIT.limits[limit].fits in words
        assert not too_long(words), words


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_what_a_team_does_already_is_not_suggested(dimension):
    for step in TOOLKIT.parts[dimension].steps:
        for practice in step.unless:
            told = suggest(dimension, "manager", (practice,), (), TOOLKIT, most=99)
            assert step.id not in [each.step.id for each in told]
