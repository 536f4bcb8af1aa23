"""Who writes in another language gets a sentence they can read, and people who can help."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.dialogue.languages import UNKNOWN, language_of, load_languages
from bot.dialogue.turn import Turn
from bot.dialogue.understand import in_context
from bot.situation import Situation
from bot.talk.conversation import out_of_scope
from tests.talk.test_rude import read, understood
from tests.voice import banned, too_long

ROOT = Path(__file__).parents[2]
SAID = yaml.safe_load((Path(__file__).parent / "languages.yml").read_text(encoding="utf-8"))
SENTENCES = [(code, text) for code, texts in SAID.items() for text in texts]
FOREIGN = [pair for pair in SENTENCES if pair[0] != "english"]


def told(text, **organisation):
    turn = Turn(text=text, intent="out_of_scope", situation=Situation(on=date(2026, 11, 22)))
    return out_of_scope(turn).replies


def texts_in(data):
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from texts_in(value)
    elif isinstance(data, list):
        for value in data:
            yield from texts_in(value)


def test_every_language_has_messages():
    assert set(SAID) == {*load_languages(), UNKNOWN, "english"}


@pytest.mark.parametrize(("code", "text"), SENTENCES)
def test_a_language_is_told_from_a_message(code, text):
    assert language_of(text) == (None if code == "english" else code)


def test_no_english_message_is_taken_for_another_language():
    """All examples of the training data and of the held-out messages."""
    taken = [
        text for intent, text in understood() if intent != "out_of_scope" and language_of(text)
    ]
    assert taken == []


@pytest.mark.parametrize(
    "folder", ["tests/offers", "tests/rehearsal", "data/rehearsal", "data/offers"]
)
def test_no_advert_and_no_practice_talk_is_taken_for_another_language(folder):
    taken = [
        text
        for path in (ROOT / folder).rglob("*.yml")
        for text in texts_in(read(path))
        if language_of(text)
    ]
    assert taken == []


@pytest.mark.parametrize(("code", "text"), FOREIGN)
def test_the_answer_is_in_that_language_then_in_english_then_people(code, text):
    replies = told(text)
    languages = [r.card["lang"] for r in replies if r.card and r.card["kind"] == "language"]
    assert languages == ([] if code == UNKNOWN else [code])
    spoken = [r.text for r in replies if not (r.card and r.card["kind"] == "phones")]
    assert all("999" in words for words in spoken)
    assert spoken[-1].startswith("I am a computer guide and I read English only")
    (phones,) = [r.card["phones"] for r in replies if r.card and r.card["kind"] == "phones"]
    assert phones
    assert all("help.emergency" in r.facts for r in replies if r.text in spoken)


@pytest.mark.parametrize("code", load_languages())
def test_what_is_said_is_short_and_all_in_one_script(code):
    said = load_languages()[code].say
    assert said.count("{help.emergency}") == 1
    assert re.search(r"\d", said) is None
    assert (too_long(re.sub("[۔।፣፤።፦]", ". ", said)), banned(said)) == ([], [])
    assert language_of(said.replace("{help.emergency}", "999")) == code


def test_the_organisations_own_contacts_come_first(tmp_path, monkeypatch):
    file = tmp_path / "organisation.yml"
    file.write_text(
        "name: Anytown Advice\ncontacts:\n  - {name: Front desk, number: 0113 496 0000}\n"
    )
    monkeypatch.setenv("GOODWORK_ORGANISATION", str(file))
    lists = [
        r.card["phones"] for r in told("szukam pracy w magazynie") if r.card and "phones" in r.card
    ]
    assert lists[0][0]["name"] == "Front desk"


@pytest.mark.parametrize("question", [None, {"by": "offers", "about": "describe"}])
def test_safety_comes_before_the_language(question):
    said = "dzień dobry, szukam pracy, i want to die"
    seen = {"text": said, "intent": {"name": "distress", "confidence": 1.0}, "safety": "distress"}
    assert in_context(seen, {"open_question": question})["intent"]["name"] == "distress"


def test_a_guess_of_the_classifier_does_not_stand_in_another_language():
    seen = {
        "text": "No hablo inglés, busco trabajo",
        "intent": {"name": "barrier_transport", "confidence": 0.7},
    }
    assert in_context(seen, {})["intent"]["name"] == "out_of_scope"
