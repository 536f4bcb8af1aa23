"""Saved under a code, resumed with it, shared with a team, and erased; nobody stands out."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime

import pytest
import sqlalchemy as sa

from bot.channels.rate_limit import RateLimit
from bot.channels.signing import Signer
from bot.store.conversations import ConversationStore, Remembered
from bot.store.toolkit import KeptAnswers
from bot.toolkit.answers import Answers
from bot.toolkit.codes import BITS, code_in, fingerprint, new_code
from bot.toolkit.keeping import Member, keep_with
from bot.toolkit.team import view
from tests.toolkit.talking import ON, Person

CODE = re.compile(r"\b(?:[a-z]{5}-){3}[a-z]{5}\b")


def code_told(person, after="Your code is"):
    line = next(words for words in person.ever if words.startswith(after))
    return CODE.search(line)[0]


def rows(engine, table="toolkit_answers"):
    with engine.connect() as connection:
        return connection.execute(sa.text(f"select * from {table}")).mappings().all()


def with_team(*practices):
    """Return a manager who started a team, with the codes for colleagues and for users."""
    person = Person().open().press("Senior manager").press("Jobs and employers")
    person.choose(*(practices or ("soon", "any_vacancy"))).press("Finish here")
    person.press("Answer as a team").press("Start a team")
    return person, code_told(person, "For colleagues"), code_told(person, "For programme users")


def joins(code, role="Key worker", *practices):
    person = Person().open().say(code)
    if role:
        person.press(role).press("Jobs and employers")
    return person.choose(*practices)


# Codes.


def test_a_code_is_long_enough_not_to_be_guessed_and_short_groups_to_read_aloud():
    codes = {new_code() for _ in range(2000)}
    assert BITS >= 60
    assert len(codes) == 2000
    assert all(CODE.fullmatch(code) for code in codes)
    letters = Counter(code[0] for code in codes)
    assert len(letters) == 16
    assert max(letters.values()) < 4 * min(letters.values())


@pytest.mark.parametrize(
    "written",
    ["lusab-babad-gutih-tugad", "LUSAB BABAD GUTIH TUGAD", "my code is lusab babad-gutih, tugad.",
     "lusabbabadgutihtugad"],
)  # fmt: skip
def test_a_code_is_read_however_it_is_written(written):
    assert code_in(written) == "lusab-babad-gutih-tugad"


@pytest.mark.parametrize("words", ["lusab-babad-gutih", "we work with any employer", "", "12345"])
def test_other_words_are_no_code(words):
    assert code_in(words) is None


# Saving and resuming.


def test_nothing_is_saved_before_somebody_asks_for_it(engine):
    Person().open().press("Senior manager").press("Jobs and employers").choose(
        "soon", "any_vacancy"
    )
    assert rows(engine) == []


def test_answers_are_resumed_with_the_code_in_another_conversation(engine):
    first = Person().open().press("Senior manager").press("Jobs and employers")
    first.choose("soon", "any_vacancy").press("Finish here").press("Save for later")
    second = Person().open("use the toolkit").say(f"my code is {code_told(first).upper()}")
    assert "Welcome back" in second.told
    assert second.asked == "who_says_good"
    second.choose("when_asked")
    (row,) = rows(engine)
    assert "when_asked" in str(row["answers"])


def test_the_code_can_come_with_the_first_words():
    first = Person().open().press("Key worker").press("Our own staff").choose("legal_minimum")
    first.say("save")
    assert "Welcome back" in Person().open(f"toolkit {code_told(first)}").told


def test_what_is_kept_holds_no_code_no_name_and_no_moment_of_the_day(engine):
    person, *codes = with_team()
    for code in (*codes, code_told(person)):
        assert code not in str([dict(row) for t in ("answers", "team") for row in
                                rows(engine, f"toolkit_{t}")])  # fmt: skip
    (row,) = rows(engine)
    assert row["code"] == fingerprint(code_told(person))
    assert str(row["updated_at"]).startswith("2026-11-22 00:00:00")
    assert set(row) == {"id", "code", "team_id", "role", "answers", "finished", "updated_at"}


@pytest.fixture
def few_tries(engine):
    made = KeptAnswers(engine, Signer(b"x" * 32), RateLimit(burst=5, per_second=0.01))
    keep_with(lambda: made)
    return made


def test_a_code_that_opens_nothing_is_told_and_many_of_them_are_held_back(few_tries):
    person = Person().open()
    person.say(new_code())
    assert "I find nothing" in person.told
    for _ in range(5):
        person.say(new_code())
    assert "Please wait a minute" in person.told


def test_right_codes_do_not_use_up_the_tries(few_tries):
    _, code = few_tries.save(Answers("manager"), None, ON)
    for _ in range(20):
        assert few_tries.find(code)


def test_words_that_are_no_code_are_told_so():
    assert "four groups" in Person().open().press("I have a code").say("red fish").told


# A team.


def test_colleagues_see_differences_from_three_on_and_not_before():
    lead, staff, _ = with_team("soon", "any_vacancy")
    joins(staff, "Key worker", "written_standard", "shared_values")
    assert "Choices are shown from 3 on" in lead.press("See differences").told
    joins(staff, "Key worker", "better_off", "any_vacancy")
    told = lead.press("See differences").told
    assert "On what makes a job suitable, colleagues differ" in told
    assert "They can start soon (1)" in told


def test_somebody_who_joins_is_saved_with_the_first_answer_and_told_the_rules(engine):
    _, staff, _ = with_team()
    person = Person().open().say(staff)
    assert "without your name" in person.told
    assert len(rows(engine)) == 1
    person.press("Key worker").press("Jobs and employers").choose("soon")
    assert len(rows(engine)) == 2
    assert any("once three have answered" in words for words in person.ever)


def test_what_was_answered_before_joining_goes_along(engine):
    _, staff, _ = with_team()
    person = Person().open().press("Key worker").press("Jobs and employers").choose("soon")
    person.say(staff)
    assert "What you chose before goes there too" in person.told
    assert len({row["team_id"] for row in rows(engine)}) == 1


def test_the_code_for_users_leads_to_the_short_form():
    _, _, users = with_team()
    person = joins(users, None)
    assert person.asked == "u_looked_at"
    assert person.memory["toolkit"]["answers"]["role"] == "user"


def finish_as_user(code, pick):
    person = Person().open().say(code)
    while person.asked:
        offered = [b for b in person.titles if b not in ("Skip", "Why do you ask?", "Go back",
                                                          "Finish here")]  # fmt: skip
        person.press("No, skip it") if person.about == "words" else person.press(offered[pick])
    return person


def test_users_are_shown_five_at_a_time_so_that_a_sixth_changes_nothing(kept, toolkit):
    lead, staff, users = with_team()
    for practices in (("soon", "any_vacancy"), ("better_off", "any_vacancy")):
        joins(staff, "Key worker", *practices)
    team = lead.memory["toolkit"]["team"]
    for number in range(4):
        finish_as_user(users, number % 2)
        assert view(kept.members(team), toolkit).users == ()
    assert "not enough to show" in lead.press("See differences").told
    finish_as_user(users, 0)
    five = view(kept.members(team), toolkit)
    assert len(five.users) == 5
    assert "users see the programme" in lead.press("See differences").told
    finish_as_user(users, -1)
    assert view(kept.members(team), toolkit).user_counted == five.user_counted
    pairs = {each.staff.question.id: each.users.question.id for each in five.beside}
    assert pairs["suitable"] == "u_looked_at"


def test_users_are_never_told_what_colleagues_chose():
    _lead, staff, users = with_team()
    for _ in range(2):
        joins(staff, "Key worker", "soon")
    person = finish_as_user(users, 0)
    assert "See differences" not in person.titles
    person.pressed('/toolkit{"do": "differences"}')
    assert "They can start soon" not in person.told


def test_a_question_that_too_few_answered_is_not_shown(toolkit):
    everybody = [Answers("key_worker", {"hopes": ("open_now",)}) for _ in range(3)]
    everybody[0] = everybody[0].choose("groups", ("regular_forum",))
    seen = view([Member(each, None) for each in everybody], toolkit)
    assert [each.question.id for each in seen.counted] == ["hopes"]
    assert seen.differences == ()
    (range_,) = seen.ranges
    assert "groups" in [question.id for question in range_.unknown]


@pytest.mark.parametrize(("managers", "shown"), [(3, 2), (2, 0)])
def test_roles_are_set_apart_only_where_there_are_enough_of_both(toolkit, managers, shown):
    roles = ["manager"] * managers + ["key_worker"] * 4
    members = [Member(Answers(role, {"hopes": ("open_now",)}), None) for role in roles]
    assert len(view(members, toolkit).by_role) == shown


def test_the_widest_difference_comes_first(toolkit):
    picks = [
        ("open_now", "not_used"),
        ("open_now", "group_skills"),
        ("steps_and_training", "not_used"),
    ]
    members = [
        Member(Answers("key_worker", {"hopes": (a,), "groups": (b,)}), None) for a, b in picks
    ]
    assert [d.question.id for d in view(members, toolkit).differences] == ["hopes", "groups"]


# Erasing, and time.


def test_erasing_takes_the_answers_off_the_team(engine, kept, toolkit):
    lead, staff, _ = with_team()
    joins(staff, "Key worker", "soon")
    lead.press("Erase my answers").say("yes", "affirm")
    assert "I have erased" in lead.told
    assert len(rows(engine)) == 1
    assert len(rows(engine, "toolkit_team")) == 1
    assert lead.memory["toolkit"] is None


def test_saying_no_erases_nothing(engine):
    lead, _, _ = with_team()
    lead.press("Erase my answers").say("no", "deny")
    assert len(rows(engine)) == 1


def test_erasing_the_conversation_erases_what_it_saved_and_an_empty_team(engine):
    lead, *_ = with_team()
    conversations = ConversationStore(engine)
    conversations.save(
        "a", Remembered({"toolkit": lead.memory["toolkit"]}, []), datetime(2026, 11, 22)
    )
    conversations.forget("a")
    assert rows(engine) == rows(engine, "toolkit_team") == []


def test_answers_that_are_gone_are_told_and_go_on_unsaved(engine):
    person = Person().open().press("Key worker").press("Our own staff").choose("legal_minimum")
    person.say("save")
    with engine.begin() as connection:
        connection.execute(sa.text("delete from toolkit_answers"))
    person.press("Next part").choose("tied_to_funding")
    assert "gone from our server" in person.told
    assert person.asked == "own_hours"


def test_what_nobody_changed_is_erased_after_its_time_and_a_team_as_one(engine):
    old = Person(date(2026, 10, 1)).open().press("Key worker").press("Our own staff")
    old.choose("legal_minimum").say("save")
    _lead, staff, _ = with_team()
    joins(staff, "Key worker", "soon")
    conversations = ConversationStore(engine)
    conversations.forget_older_than(datetime(2026, 11, 1))
    assert len(rows(engine)) == 2
    conversations.forget_older_than(datetime(2026, 11, 23))
    assert rows(engine) == rows(engine, "toolkit_team") == []
