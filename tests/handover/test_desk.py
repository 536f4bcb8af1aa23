"""The queue: in order, through restarts, and nobody waits without being told."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.handover.desk import Desk
from bot.handover.words import load_words
from bot.store.conversations import ConversationStore, open_engine

NOW = datetime(2026, 11, 23, 10)


def minutes(number: float) -> datetime:
    return NOW + timedelta(minutes=number)


@pytest.fixture
def desk(engine):
    return Desk(engine, wait_minutes=20, keep_hours=24)


def texts(news):
    return [message.text for message in news]


def rows(engine) -> int:
    with engine.connect() as connection:
        tables = ("handover", "handover_message", "handover_notice")
        counts = (connection.execute(sa.text(f"select count(*) from {t}")) for t in tables)
        return sum(count.scalar() for count in counts)


def test_people_wait_in_order_and_move_up(desk):
    desk.ask("first", ["Work is in Wales."], NOW)
    desk.ask("second", [], minutes(1))
    assert [desk.standing(name).position for name in ("first", "second")] == [1, 2]
    desk.leave("first", minutes(2))
    assert desk.standing("first") is None
    assert desk.standing("second").position == 1


def test_asking_twice_is_one_request(desk):
    desk.ask("a", ["one"], NOW)
    desk.ask("a", ["two"], minutes(1))
    (request,) = desk.queue()
    assert request.summary == ("one",)


def test_the_queue_and_the_messages_survive_a_restart(database, desk):
    desk.ask("a", ["Work is in Wales."], NOW)
    desk.ask("b", [], NOW)
    desk.take(desk.standing("a").id, "Sam", minutes(1))
    desk.said("a", "hello", False, minutes(2))
    again = Desk(open_engine(database))
    assert again.standing("a").by == "Sam"
    assert again.standing("b").state == "waiting"
    assert texts(again.messages(again.standing("a").id)) == ["joined", "hello"]


def test_whoever_waits_too_long_is_told_once_and_stays_in_the_queue(desk):
    desk.ask("a", [], NOW)
    assert desk.news("a", 0, minutes(19)) == ()
    assert texts(desk.news("a", 0, minutes(20))) == ["nobody_came"]
    assert texts(desk.news("a", 0, minutes(40))) == ["nobody_came"]
    assert desk.standing("a").state == "waiting"


def test_whoever_gets_no_answer_from_a_key_worker_is_told(desk):
    desk.ask("a", [], NOW)
    request = desk.standing("a").id
    desk.take(request, "Sam", minutes(1))
    desk.reply(request, "Sam", "hello", minutes(2))
    assert "no_answer" not in texts(desk.news("a", 0, minutes(60)))
    desk.said("a", "are you there", False, minutes(61))
    assert "no_answer" in texts(desk.news("a", 0, minutes(82)))


def test_two_key_workers_can_not_take_the_same_request(desk):
    desk.ask("a", [], NOW)
    request = desk.standing("a").id
    assert desk.take(request, "Sam", NOW)
    assert not desk.take(request, "Alex", NOW)
    assert not desk.reply(request, "Alex", "hello", NOW)
    assert not desk.hand_back(request, "Alex", NOW)
    assert desk.standing("a").by == "Sam"


def test_handing_back_is_told_and_ends_the_request(desk):
    desk.ask("a", [], NOW)
    request = desk.standing("a").id
    desk.take(request, "Sam", NOW)
    assert desk.hand_back(request, "Sam", minutes(5))
    assert desk.standing("a") is None
    assert texts(desk.news("a", 0, minutes(6))) == ["joined", "handed_back"]
    assert not desk.reply(request, "Sam", "one more thing", minutes(7))


def test_news_come_once_for_who_says_what_they_have_seen(desk):
    desk.ask("a", [], NOW)
    request = desk.standing("a").id
    desk.take(request, "Sam", NOW)
    (joined,) = desk.news("a", 0, NOW)
    desk.reply(request, "Sam", "hello", NOW)
    assert texts(desk.news("a", joined.id, NOW)) == ["hello"]
    assert desk.news("b", 0, NOW) == ()


def test_words_are_erased_a_while_after_the_end_and_not_before(desk, engine):
    desk.ask("a", ["Work is in Wales."], NOW)
    request = desk.standing("a").id
    desk.take(request, "Sam", NOW)
    desk.said("a", "hello", False, NOW)
    desk.hand_back(request, "Sam", NOW)
    desk.tidy(NOW + timedelta(hours=23))
    assert desk.request(request) is not None
    desk.tidy(NOW + timedelta(hours=25))
    assert rows(engine) == 0


@pytest.mark.parametrize("taken", [False, True])
def test_a_request_that_nobody_ends_is_ended_and_the_person_is_told(desk, engine, taken):
    desk.ask("a", [], NOW)
    if taken:
        desk.take(desk.standing("a").id, "Sam", NOW)
    desk.tidy(NOW + timedelta(hours=25))
    assert desk.standing("a") is None
    assert texts(desk.news("a", 0, NOW + timedelta(hours=25)))[-1] == "closed"


def test_erasing_a_conversation_erases_its_request_and_messages(desk, engine):
    desk.ask("a", ["Work is in Wales."], NOW)
    desk.said("a", "hello", False, NOW)
    desk.ask("b", [], NOW)
    ConversationStore(engine).forget("a")
    assert [request.id for request in desk.queue()] == [desk.standing("b").id]
    ConversationStore(engine).forget("b")
    assert rows(engine) == 0


def test_every_word_that_the_desk_writes_down_can_be_told():
    known = load_words()["news"]
    assert {"joined", "handed_back", "nobody_came", "no_answer", "not_told", "closed"} == set(known)
