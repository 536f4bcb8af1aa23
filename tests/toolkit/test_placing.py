"""Where answers stand: always a range, wider for what is not known, never moved the wrong way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.toolkit import load_toolkit
from bot.toolkit.content import DIMENSIONS, HIGHEST, LOWEST, STAFF
from bot.toolkit.placing import MIDDLE, place, span_of, together, words_for
from bot.toolkit.team import asked_on

TOOLKIT = load_toolkit()


@st.composite
def answered(draw):
    """A dimension, the questions on it, and answers to some of them."""
    name, role = draw(st.sampled_from(DIMENSIONS)), draw(st.sampled_from(STAFF))
    questions = asked_on(name, (role,), TOOLKIT)
    chosen = {}
    for question in questions:
        if question.placed and draw(st.booleans()):
            ids = [practice.id for practice in question.practices]
            picked = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=2, unique=True))
            chosen[question.id] = tuple(picked)
    return name, questions, chosen


@given(answered())
def test_an_unknown_never_moves_the_range_to_one_side_only(drawn):
    name, questions, chosen = drawn
    known = place(name, chosen, [q for q in questions if q.id in chosen])
    unknown = place(name, chosen, questions)
    if not unknown.unknown or not known.known:
        return
    assert unknown.span.low < known.span.low or known.span.low == LOWEST
    assert unknown.span.high > known.span.high or known.span.high == HIGHEST


def middle(placing):
    return (placing.span.low + placing.span.high) / 2


def with_one_more(drawn, data, fits):
    """Return the places before and after one more practice that fits, if there is one."""
    name, questions, chosen = drawn
    asked = data.draw(st.sampled_from([q for q in questions if q.placed]))
    there = span_of(asked, chosen.get(asked.id, ()))
    fitting = [p.id for p in asked.practices if p.at and fits(p.at, there)]
    if not fitting:
        return None
    added = (*chosen.get(asked.id, ()), data.draw(st.sampled_from(fitting)))
    after = {**chosen, asked.id: added}
    return place(name, chosen, questions), place(name, after, questions)


@given(answered(), st.data())
def test_a_restrictive_answer_never_raises_the_range(drawn, data):
    found = with_one_more(drawn, data, lambda at, there: at[1] <= (there.high if there else MIDDLE))
    if found:
        before, after = found
        assert after.span.high <= before.span.high
        assert middle(after) <= middle(before)


@given(answered(), st.data())
def test_an_expansive_answer_never_lowers_the_range(drawn, data):
    found = with_one_more(drawn, data, lambda at, there: at[0] >= (there.low if there else MIDDLE))
    if found:
        before, after = found
        assert after.span.low >= before.span.low
        assert middle(after) >= middle(before)


@given(answered())
def test_every_question_is_a_reason_or_an_unknown_and_none_is_lost(drawn):
    name, questions, chosen = drawn
    placing = place(name, chosen, questions)
    told = (*placing.restrictive, *placing.between, *placing.expansive, *placing.unknown)
    assert {q.id for q in told} == {q.id for q in questions if q.placed}
    assert LOWEST <= placing.span.low <= placing.span.high <= HIGHEST


@pytest.mark.parametrize("dimension", DIMENSIONS)
@pytest.mark.parametrize(("pick", "end"), [(0, 0), (-1, -1)])
def test_answers_at_one_end_are_named_by_that_end(dimension, pick, end):
    questions = [q for q in asked_on(dimension, STAFF, TOOLKIT) if q.placed]
    chosen = {q.id: (q.practices[pick].id,) for q in questions}
    placing = place(dimension, chosen, questions)
    part = TOOLKIT.parts[dimension]
    assert part.ends[end] in words_for(placing.span, part)
    assert not placing.unknown


def test_without_answers_it_could_lie_anywhere():
    placing = place("framing", {}, asked_on("framing", STAFF, TOOLKIT))
    assert (placing.span.low, placing.span.high) == (LOWEST, HIGHEST)
    assert not placing.known


def test_an_answer_without_a_place_moves_nothing():
    questions = asked_on("choices", STAFF, TOOLKIT)
    chosen = {"hopes": ("decent_steps",)}
    with_view = {**chosen, "would_respond": ("discouraged",)}
    assert place("choices", chosen, questions).span == place("choices", with_view, questions).span


def test_several_people_together_hold_what_any_of_them_chose():
    both = together([{"hopes": ("open_now",)}, {"hopes": ("steps_and_training",)}, {}])
    span = span_of(TOOLKIT.questions["hopes"], both["hopes"])
    assert (span.low, span.high) == (0, 4)
