"""Asking for a person: whom to ring, what is shared, and nothing sent without a yes."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest

from bot.dialogue.turn import Turn
from bot.handover.conversation import answer, ask_again, start, understands
from bot.handover.hours import UK
from bot.handover.words import LEAVE
from bot.situation import NATIONS, Situation

MONDAY = datetime(2026, 11, 23, 10, tzinfo=UK)
SUNDAY = datetime(2026, 11, 22, 10, tzinfo=UK)
ON = """
name: Anytown Advice
contacts:
  - {name: Front desk, number: 0113 496 0000, hours: weekdays}
handover:
  open: [{days: [mon, tue, wed, thu, fri], from: "09:00", to: "17:00"}]
  wait_minutes: 15
"""
MEMORY = {
    "nation": "wales",
    "age": 19,
    "topic": {"of": "guide", "id": "sick_pay"},
    "told_barriers": ["childcare:1"],
}


def turn(text="", memory=MEMORY, nation="wales", speaker=None, channel="web", **values):
    situation = Situation(on=date(2026, 11, 22), nation=nation, speaker=speaker)
    return Turn(
        text=text,
        intent="talk_to_a_person",
        situation=situation,
        memory=memory,
        values=values,
        channel=channel,
    )


def words(outcome):
    return "\n".join(reply.text for reply in outcome.replies)


def asked(organisation, now=MONDAY, **given):
    organisation.write_text(ON)
    return start(turn(**given), now)


def test_without_a_handover_the_organisation_comes_first_then_the_nation(organisation):
    organisation.write_text(ON.partition("handover")[0])
    told = words(start(turn()))
    assert told.index("Front desk: 0113 496 0000") < told.index("Acas")
    assert "Citizens Advice" in told


@pytest.mark.parametrize("nation", NATIONS)
def test_every_nation_has_somebody_to_ring_about_work_and_about_the_rest(organisation, nation):
    told = start(turn(nation=nation))
    (phones,) = [reply.card["phones"] for reply in told.replies if reply.card]
    assert len(phones) == 2


def test_a_key_worker_is_sent_to_their_own_people(organisation):
    told = words(start(turn(speaker="key_worker")))
    assert "manager" in told
    assert "If you have a key worker" not in told


def test_all_that_would_be_shared_is_shown_before_anything_is_sent(organisation):
    outcome = asked(organisation)
    told = words(outcome)
    for line in ("Work is in Wales.", "Age: 19.", "Sick pay", "childcare"):
        assert line in told
    assert "15 minutes" in told
    assert "handover" not in outcome.remember


def test_outside_opening_hours_it_is_said_at_once_with_others_to_ring(organisation):
    told = words(asked(organisation, now=SUNDAY))
    assert "not here now" in told
    assert "Monday to Friday from 9:00 to 17:00" in told
    assert "Front desk" in told
    question = {"by": "handover", "about": "summary", "left_out": []}
    told = words(answer(question, turn(do="send"), SUNDAY))
    assert "Monday to Friday" in told


def test_a_line_that_is_left_out_is_not_sent(organisation):
    organisation.write_text(ON)
    question = start(turn(), MONDAY).remember["open_question"]
    question = answer(question, turn(without="age")).remember["open_question"]
    outcome = answer(question, turn("leave out 1"))
    assert "Wales" not in words(outcome)
    sent = answer(outcome.remember["open_question"], turn("yes"), MONDAY)
    summary = sent.remember["handover"]["summary"]
    assert not any("19" in line or "Wales" in line for line in summary)
    assert any("Sick pay" in line for line in summary)


def test_nothing_of_before_can_be_shared(organisation):
    organisation.write_text(ON)
    question = start(turn(), MONDAY).remember["open_question"]
    sent = answer(question, turn("share nothing"), MONDAY)
    assert sent.remember["handover"] == {"do": "ask", "summary": []}


@pytest.mark.parametrize("said", ["no", "not now", "no thanks"])
def test_a_no_sends_nothing_and_names_others(organisation, said):
    organisation.write_text(ON)
    question = start(turn(), MONDAY).remember["open_question"]
    assert understands(question, said, "deny")
    outcome = answer(question, turn(said), MONDAY)
    assert outcome.remember == {"open_question": None}
    assert "Front desk" in words(outcome)


def test_another_question_in_between_is_not_taken_for_an_answer(organisation):
    question = asked(organisation).remember["open_question"]
    assert not understands(question, "what breaks do i get on a 7 hour shift", "ask_breaks")
    assert ask_again(question, turn()).buttons


def test_who_waits_hears_their_place_and_can_leave(organisation):
    told = asked(organisation, memory={"handover": {"state": "waiting", "position": 3, "by": ""}})
    assert "number 3" in words(told)
    assert told.replies[-1].buttons[0].payload == LEAVE
    left = start(turn(**json.loads(LEAVE.removeprefix("/talk_to_a_person"))))
    assert left.remember["handover"] == {"do": "leave"}


@pytest.mark.parametrize("channel", ["whatsapp", "converse", ""])
def test_a_channel_that_can_not_carry_answers_gets_the_numbers(organisation, channel):
    assert "open_question" not in asked(organisation, channel=channel).remember


def test_no_message_is_longer_than_the_voice_allows(organisation):
    for now in (MONDAY, SUNDAY):
        for reply in asked(organisation, now=now).replies:
            assert "{" not in reply.text
            assert reply.card or len(reply.text.split()) <= 60, reply.text
