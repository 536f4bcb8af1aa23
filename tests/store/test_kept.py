"""What is kept of a conversation, and what is not."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from bot.errors import SetupError
from bot.store.conversations import RESEND_WINDOW, ConversationStore, Remembered, open_engine
from bot.store.models import AnsweredMessage, Base, Conversation
from tests.serving import words

NOW = datetime(2026, 11, 22, 12)
REPLIES = [{"text": "Hello.", "buttons": [], "card": None}]


@pytest.fixture
def engine(tmp_path):
    return open_engine(f"sqlite:///{tmp_path / 'kept.db'}")


@pytest.fixture
def store(engine):
    return ConversationStore(engine)


def count(engine, table: str) -> int:
    with engine.connect() as connection:
        return int(connection.execute(sa.text(f"select count(*) from {table}")).scalar())


def test_what_was_saved_is_loaded(store):
    store.save("a", Remembered({"age": 17}, [{"event": "user"}]), NOW)
    assert store.load("a") == Remembered({"age": 17}, [{"event": "user"}])
    assert store.load("b") is None


def test_replies_are_kept_for_a_resend_of_the_same_conversation_only(store):
    store.save("a", Remembered({}, []), NOW)
    store.answered("a", "message-1", REPLIES, NOW)
    assert store.replies_to("a", "message-1") == REPLIES
    assert store.replies_to("b", "message-1") is None
    assert store.replies_to("a", "message-2") is None


def test_replies_are_dropped_after_the_resend_window(store):
    store.save("a", Remembered({}, []), NOW)
    store.answered("a", "message-1", REPLIES, NOW)
    store.answered("a", "message-2", REPLIES, NOW + RESEND_WINDOW + timedelta(seconds=1))
    assert store.replies_to("a", "message-1") is None


def test_forgetting_leaves_no_row(store, engine):
    store.save("a", Remembered({}, []), NOW)
    store.answered("a", "message-1", REPLIES, NOW)
    store.forget("a")
    assert count(engine, "conversation") == count(engine, "answered_message") == 0


def test_an_erased_conversation_does_not_come_back_with_its_last_answer(store, engine):
    store.answered("erased", "message-1", REPLIES, NOW)
    assert count(engine, "answered_message") == 0


def test_the_sweep_erases_what_was_silent_too_long_and_nothing_else(store, engine):
    for name, when in (("old", NOW - timedelta(days=31)), ("new", NOW)):
        store.save(name, Remembered({}, []), when)
        store.answered(name, "message-1", REPLIES, when)
    assert store.forget_older_than(NOW - timedelta(days=30)) == 1
    assert store.load("old") is None
    assert store.load("new") is not None
    assert count(engine, "answered_message") == 1


def test_the_migrations_make_the_tables_that_the_code_expects(engine):
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_a_database_from_before_migrations_is_taken_over(tmp_path):
    url = f"sqlite:///{tmp_path / 'early.db'}"
    early = sa.create_engine(url, future=True)
    first = [Conversation.__table__, AnsweredMessage.__table__]
    Base.metadata.create_all(early, tables=first)
    ConversationStore(early).save("a", Remembered({"age": 17}, []), NOW)
    taken_over = ConversationStore(open_engine(url))
    assert taken_over.load("a") == Remembered({"age": 17}, [])


def test_a_database_that_can_not_be_opened_is_told_without_its_password():
    with pytest.raises(SetupError, match="GOODWORK_DATABASE_URL") as told:
        open_engine("postgresql://guide:secret@127.0.0.1:1/none")
    assert "secret" not in str(told.value)


@pytest.mark.model
def test_a_long_conversation_is_kept_in_as_little_as_a_short_one(talk, loop):
    talk.start_new()
    questions = ("what breaks do i get", "and sick pay", "can they cut my hours", "why")
    sizes = []
    for turn in range(60):
        loop.run_until_complete(talk.say(questions[turn % 4]))
        remembered = talk._store.conversations.load(talk._conversation)
        sizes.append(len(json.dumps([dict(remembered.slots), list(remembered.events)])))
    assert max(sizes[40:]) <= 1.2 * max(sizes[8:20]), sizes


@pytest.mark.model
def test_words_of_people_are_in_no_file(serving, person):
    person.say("my manager Zebedee Quillfeather shouts about breaks in Xanadoo Bakery")
    person.say("i feel like zorbing off a cliff, blame Quillfeather")
    person.say("/greet Quillfeather")
    person.say("warehouse job at Xanadoo, £12 an hour, zero hours, ask for Zebedee")
    everything = b"".join(path.read_bytes() for path in serving.var.rglob("*") if path.is_file())
    for word in (b"Quillfeather", b"Zebedee", b"Xanadoo", b"zorbing"):
        assert word.lower() not in everything.lower(), word


@pytest.mark.model
@pytest.mark.parametrize("way", ["the button", "in words"])
def test_erasing_leaves_nothing_behind(serving, person, way):
    before = {row[0] for row in serving.rows("select id from conversation")}
    person.say("i am 17. what breaks do i get")
    (mine,) = {row[0] for row in serving.rows("select id from conversation")} - before
    if way == "the button":
        assert person.post({}, "/chat/erase").json() == {"erased": True}
    else:
        assert words(person.say("delete my data"))
    assert serving.rows("select 1 from conversation where id = ?", mine) == []
    assert serving.rows("select 1 from answered_message where conversation_id = ?", mine) == []


@pytest.mark.model
def test_after_erasing_the_guide_knows_nothing_of_before(person):
    person.say("i am 17. what breaks do i get")
    person.post({}, "/chat/erase")
    assert "How old are you" in words(person.say("how long are the breaks at work"))
