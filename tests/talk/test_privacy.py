"""What is said about privacy is what this deployment does."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue.turn import Turn
from bot.situation import Situation
from bot.talk.privacy import load_privacy, tell_privacy

HANDOVER = """
name: Anytown Advice
handover:
  open: [{days: [mon, tue, wed, thu, fri], from: "09:00", to: "17:00"}]
  keep_hours: 12
"""


@pytest.fixture
def organisation(tmp_path, monkeypatch):
    file = tmp_path / "organisation.yml"
    monkeypatch.setenv("GOODWORK_ORGANISATION", str(file))
    return file


def told(text: str) -> str:
    turn = Turn(text=text, intent="is_it_private", situation=Situation(on=date(2026, 11, 22)))
    return "\n".join(reply.text for reply in tell_privacy(turn).replies)


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("will you tell the jobcentre?", "do not tell the jobcentre"),
        ("Does this go on my UC journal", "no link to them or to your journal"),
        ("do you report people to the home office", "do not report anyone"),
        ("can my boss see this", "do not tell an employer"),
        ("do i have to give my name", "do not sign in"),
        ("my partner checks my phone, can he see it", "Leave quickly"),
        ("is it recorded", "do not keep your messages"),
        ("are my chats sold to anyone", "Nothing you type is sold"),
        ("is this private", "do not tell the jobcentre, an employer or anybody else"),
        ("is it safe to tell you", "do not call anyone"),
    ],
)
def test_each_question_gets_its_own_answer(organisation, asked, answered):
    assert answered in told(asked)


def test_the_days_are_those_of_the_deployment(organisation, monkeypatch):
    monkeypatch.setenv("GOODWORK_KEEP_DAYS", "7")
    assert "7 days" in told("how long do you keep my messages")
    monkeypatch.setenv("GOODWORK_KEEP_DAYS", "1")
    assert "one day" in told("how long do you keep my messages")


def test_who_runs_it_is_named_where_the_organisation_gave_its_name(organisation):
    assert "The organisation that offers this page runs the server" in told("privacy policy")
    organisation.write_text("name: Anytown Advice\n")
    assert "Anytown Advice runs the server" in told("privacy policy")


def test_a_key_worker_is_mentioned_only_where_one_can_be_asked_for(organisation):
    assert "can not see this conversation" in told("does my key worker see what I write")
    organisation.write_text(HANDOVER)
    answer = told("does my key worker see what I write")
    assert "sees nothing unless you ask" in answer
    assert "12 hours" in answer
    assert "12 hours" in told("is this private")


def test_no_message_is_longer_than_the_voice_allows(organisation):
    organisation.write_text(HANDOVER)
    for asked in ("is this private", "is it recorded", "will you tell the jobcentre", "sold?"):
        turn = Turn(text=asked, intent="is_it_private", situation=Situation(on=date(2026, 11, 22)))
        for reply in tell_privacy(turn).replies:
            assert len(reply.text.split()) <= 60, reply.text
            assert "{" not in reply.text


def test_every_part_of_the_answers_is_used_somewhere():
    content = load_privacy()
    said = " ".join(str(content[key]) for key in ("questions", "general", "parts"))
    for name in ("keep_days", "run_by", "kept", "until", "key_worker"):
        assert "{" + name + "}" in said
