"""Time limits, held as a conversation with the core."""

from __future__ import annotations

from datetime import date

import pytest

from bot.deadlines import conversation
from bot.deadlines.dates import When
from bot.deadlines.limits import claims
from bot.deadlines.tell import tell
from bot.dialogue.turn import Turn
from bot.situation import NATIONS, Situation
from tests.voice import banned, too_long

ON = date(2026, 11, 22)


def hold(*said, nation="england"):
    situation = Situation(on=ON, nation=nation)
    outcome = conversation.start(Turn(said[0], "check_deadline", situation))
    for text in said[1:]:
        question = outcome.remember["open_question"]
        assert conversation.understands(question, text, "out_of_scope"), text
        outcome = conversation.answer(question, Turn(text, "answer", situation))
    return outcome, "\n".join(reply.text for reply in outcome.replies)


def test_all_in_one_message_is_answered_at_once():
    _, words = hold("I was sacked on 19 October, how long have I got")
    assert "Work to Monday 18 January 2027" in words
    assert words.index("18 January 2027") < words.index("18 April 2027")
    assert "not certain" in words
    assert "Get advice now" not in words


def test_what_is_missing_is_asked_for_one_at_a_time():
    outcome, words = hold("what is the time limit")
    assert "What happened?" in words
    outcome, words = hold("what is the time limit", "they didn't pay me")
    assert "When was the pay due?" in words
    outcome, words = hold("what is the time limit", "they didn't pay me", "on 30 October")
    assert "29 January 2027" in words
    assert outcome.remember["topic"]["of"] == "deadlines"


@pytest.mark.parametrize("day", ["23 August", "3 September", "5 September"])
def test_advice_is_urged_within_two_weeks_of_the_last_day(day):
    assert hold(f"I was sacked on {day}")[1].startswith("Get advice now.")


def test_advice_is_urged_after_the_last_day_and_late_is_not_called_hopeless():
    words = hold("I was sacked on 1 March 2026")[1]
    assert words.startswith("Get advice now.")
    assert "Some claims can be brought late" in words


def test_a_month_counts_from_its_first_day_and_says_so():
    words = hold("They stopped paying me in September")[1]
    assert "30 November 2026" in words
    assert "earliest day" in words
    assert "29 December 2026" in words


def test_a_correction_changes_the_day_at_once():
    words = hold("I was sacked on 19 October", "no, it was the 12th of October")[1]
    assert "11 January 2027" in words


def test_northern_ireland_goes_through_its_own_agency():
    words = hold("I was sacked on 19 October", nation="northern_ireland")[1]
    assert "Labour Relations Agency" in words
    assert "Acas" not in words
    assert "April" not in words


def test_a_certificate_in_northern_ireland_is_not_guessed():
    words = hold("got my certificate on the 2nd", nation="northern_ireland")[1]
    assert "I hold no rule" in words


def test_a_sanction_is_not_counted_as_a_claim():
    outcome, words = hold("how long to appeal a sanction from 3 November")
    assert "mandatory reconsideration" in words
    assert outcome.remember["open_question"] is None


def test_not_knowing_the_day_gets_help_not_a_guess():
    question = {"by": "deadlines", "about": "when", "claim": "pay"}
    turn = Turn("not sure", "not_sure", Situation(on=ON))
    outcome = conversation.answer(question, turn)
    assert "earliest day it could be" in outcome.replies[0].text
    assert outcome.remember["open_question"] == question


def test_the_nation_given_later_changes_the_answer():
    outcome, _ = hold("I was sacked on 19 October", nation=None)
    turn = Turn(
        "", "set_nation", Situation(on=ON, nation="northern_ireland"),
        memory={"topic": outcome.remember["topic"]},
    )  # fmt: skip
    words = "\n".join(r.text for r in conversation.again(turn).replies)
    assert "Labour Relations Agency" in words
    assert "April" not in words


def test_where_it_comes_from_can_be_asked():
    outcome, _ = hold("I was sacked on 19 October")
    turn = Turn(
        "says who?", "say_more", Situation(on=ON, nation="england"),
        memory={"topic": outcome.remember["topic"]},
    )  # fmt: skip
    assert conversation.more(turn).replies[0].card["kind"] == "sources"


@pytest.mark.parametrize("nation", [*NATIONS, None])
@pytest.mark.parametrize(
    "claim", [c for c in claims().values() if not c.not_a_claim], ids=lambda c: c.id
)
def test_every_message_is_short_and_plain(claim, nation):
    for when in (
        When(date(2026, 10, 19), date(2026, 10, 19), "19 october"),
        When(date(2026, 9, 1), date(2026, 9, 30), "in september"),
        When(date(2025, 3, 1), date(2025, 3, 1), "1 march 2025"),
    ):
        told = tell(claim, when, Situation(on=ON, nation=nation)).replies
        assert not [too_long(r.text) for r in told if too_long(r.text)]
        assert not [banned(r.text) for r in told if banned(r.text)]
