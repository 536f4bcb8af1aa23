"""When a part of the guide fails, the person is told in words and loses nothing."""

from __future__ import annotations

import os
import signal
import sqlite3
import time

import pytest

from tests.serving import words

pytestmark = pytest.mark.model


def test_without_its_actions_the_guide_says_so_and_a_later_resend_is_answered(serving, person):
    assert words(person.say("i am 17. what breaks do i get"))
    os.kill(serving.child("actions"), signal.SIGKILL)
    began = time.monotonic()
    answer = person.say("what about sick pay", "sent-in-trouble")
    assert answer.status_code == 503, answer.text
    assert "Your words are still here" in answer.json()["problem"]
    assert "116 123" in answer.text
    assert time.monotonic() - began < 15
    serving.wait_for(f"http://127.0.0.1:{serving.actions_port}/health")
    again = person.say("what about sick pay", "sent-in-trouble")
    assert "sick" in words(again).lower()
    assert "How old are you" not in words(person.say("how long are the breaks"))


def test_a_failing_database_never_starts_the_conversation_anew(serving, person):
    assert words(person.say("i am 17. what breaks do i get"))
    database = sqlite3.connect(serving.var / "goodwork.db", timeout=20)
    database.execute("alter table conversation rename to out_of_reach")
    database.commit()
    try:
        answer = person.say("in Wales", "sent-without-database")
    finally:
        database.execute("alter table out_of_reach rename to conversation")
        database.commit()
        database.close()
    assert answer.status_code == 503, answer.text
    assert "Something went wrong on our side" in answer.json()["problem"]
    again = words(person.say("how long are the breaks", "sent-without-database"))
    assert "How old are you" not in again, again


def test_the_assistant_is_started_again_when_it_ends(serving, person):
    """Last in this file: everybody waits while it starts."""
    assert words(person.say("i am 17. what breaks do i get"))
    os.kill(serving.child("assistant"), signal.SIGKILL)
    time.sleep(1)
    serving.wait_for(f"{serving.address}/chat/ready")
    assert "How old are you" not in words(person.say("how long are the breaks"))
