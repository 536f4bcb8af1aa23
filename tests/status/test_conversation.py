"""Employment status, held as a conversation with the core."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue.turn import Turn
from bot.situation import NATIONS, Situation
from bot.status import conversation
from bot.status.weighing import load_path
from tests.voice import banned, too_long

ON = date(2026, 11, 22)


def hold(*said, nation="england"):
    """Say one message after another; return the last outcome and all replies."""
    situation = Situation(on=ON, nation=nation)
    outcome = conversation.start(Turn(said[0], "check_status", situation))
    replies = list(outcome.replies)
    for text in said[1:]:
        question = outcome.remember["open_question"]
        assert conversation.understands(question, text, "out_of_scope"), text
        outcome = conversation.answer(question, Turn(text, "answer", situation))
        replies += outcome.replies
    return outcome, replies


def test_an_agency_worker_is_told_so_and_the_status_is_kept():
    outcome, replies = hold("check my status", "an agency")
    assert outcome.remember["status"] == "agency"
    assert outcome.remember["open_question"] is None
    assert "You may be an agency worker" in "\n".join(r.text for r in replies)


def test_a_mixed_answer_keeps_no_status_and_names_who_can_help():
    outcome, replies = hold("check my status", "the app", "yes", "yes", "no", "yes")
    assert "status" not in outcome.remember
    words = "\n".join(r.text for r in replies)
    assert "0300 123 1100" in words
    assert "adviser" in words


def test_northern_ireland_is_sent_to_its_own_agency():
    _, replies = hold("check my status", "an agency", nation="northern_ireland")
    words = "\n".join(r.text for r in replies)
    assert "Labour Relations Agency" in words
    assert "Acas" not in words


def test_without_a_nation_both_bodies_are_named():
    _, replies = hold("check my status", "an agency", nation=None)
    words = "\n".join(r.text for r in replies)
    assert "Acas" in words
    assert "Labour Relations Agency" in words


def test_asking_why_is_answered_and_the_question_stays():
    outcome, replies = hold("check my status", "why do you ask?")
    assert outcome.remember["open_question"]["about"] == "paid_by"
    assert "contract with" in replies[-2].text


def test_a_question_on_a_right_is_not_taken_for_an_answer():
    question = {"by": "status", "about": "control", "answers": {}}
    assert not conversation.understands(question, "do I get a break?", "ask_breaks")


def test_the_question_comes_back_after_something_else():
    question = {"by": "status", "about": "control", "answers": {}}
    again = conversation.ask_again(question, Turn("", "thanks", Situation(on=ON)))
    assert again is not None
    assert again.text.startswith("Back to your status")


@pytest.mark.parametrize("nation", [*NATIONS, None])
@pytest.mark.parametrize("outcome", load_path().outcomes, ids=lambda o: o.id)
def test_every_message_is_short_and_plain(outcome, nation):
    told = conversation.tell(outcome, Situation(on=ON, nation=nation)).replies
    assert not [too_long(r.text) for r in told if too_long(r.text)]
    assert not [banned(r.text) for r in told if banned(r.text)]


def test_every_question_is_short_and_its_buttons_fit():
    for question in load_path().questions:
        assert not too_long(question.say)
        assert all(len(option.title) <= 24 for option in question.options)
