"""Who is rude to the guide hears that it is heard; who tells of rudeness is not taken for rude."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from actions.talk import DOES
from bot.dialogue.turn import Turn
from bot.situation import Situation
from bot.talk.replies import load_talk
from bot.talk.rude import is_rude
from tests.voice import banned, too_long

ROOT = Path(__file__).parents[2]
SAID = yaml.safe_load((Path(__file__).parent / "rude.yml").read_text(encoding="utf-8"))
#: Where the classifier puts rude messages; only here they get the answer to anger.
ASKED_ABOUT = ("out_of_scope", "deny", "stop", "fallback")


def read(path):
    """Read a file with the quick loader: there are many."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)


@lru_cache(maxsize=1)
def understood():
    """Every example of the training data and of the held-out messages, with its intent."""
    return list(_examples())


def _examples():
    for folder in ("data/nlu", "tests/nlu"):
        for path in sorted((ROOT / folder).rglob("*.yml")):
            for entry in read(path)["nlu"]:
                for line in entry["examples"].splitlines():
                    yield entry["intent"], line.removeprefix("- ").strip()


def told(text: str, name: str) -> tuple[str, dict]:
    situation = Situation(on=date(2026, 11, 22))
    outcome = DOES[name](Turn(text=text, intent=name, situation=situation))
    return "\n".join(reply.text for reply in outcome.replies), dict(outcome.remember)


@pytest.mark.parametrize("text", SAID["rude"])
def test_rude_to_the_guide(text):
    assert is_rude(text)


@pytest.mark.parametrize("text", SAID["not_rude"])
def test_not_rude_to_the_guide(text):
    assert not is_rude(text)


def test_nobody_who_asks_or_tells_something_is_taken_for_rude():
    taken = [
        (intent, text)
        for intent, text in understood()
        if intent not in ("out_of_scope", "stop") and is_rude(text)
    ]
    assert taken == []


@pytest.mark.parametrize("name", ASKED_ABOUT)
def test_anger_is_heard_and_not_scolded(name):
    words, _ = told("shut up you useless bot", name)
    assert "I hear that you are angry" in words
    assert "I do not know about that" not in words
    assert words.count("?") == 0


def test_whoever_says_stop_in_rude_words_is_obeyed():
    _, remember = told("shut up you stupid bot", "stop")
    assert remember["open_question"] is None
    assert remember["rehearsal"] is None


def test_other_things_out_of_scope_are_still_sent_on():
    words, _ = told("how do i cook rice", "out_of_scope")
    assert "I do not know about that" in words
    assert "All right" in told("no thanks", "deny")[0]


def test_the_answer_keeps_the_voice_and_offers_a_person():
    replies = load_talk()["rude"]
    assert [(too_long(r.text), banned(r.text)) for r in replies] == [([], [])] * len(replies)
    assert "/talk_to_a_person" in [button.payload for button in replies[-1].buttons]
