"""Every way of following up an answer, on each of the five themes and the minimum wage.

Somebody of 40 in England asks on 22 November 2026, hears the answer, and goes on. `kinds.yml` has
the words of the follow-ups; `topics.yml` what only the right answer says.
"""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.dialogue.subjects import SLOT
from bot.situation import NATION_NAMES

TABLES = Path(__file__).parent / "follow_ups"
THEMES = {"written_contract", "sick_pay", "breaks", "split_shifts", "zero_hours"}
BEFORE = {"nation": "england", "age": 40, "today": "2026-11-22"}
NOT_ANSWERS = ("nlu_fallback", "out_of_scope")


def read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((TABLES / name).read_text(encoding="utf-8"))
    return found


TOPICS, KINDS = read("topics.yml"), read("kinds.yml")
SECTIONS = [(kind, said) for kind, wordings in KINDS["sections"].items() for said in wordings]
CHANGES = [
    (kind, said) for kind in ("nation", "age", "what_if", "date") for said in KINDS[kind]["say"]
]

pytestmark = pytest.mark.model


@pytest.fixture
def follow_up(talk, loop):
    """Ask about a topic, then go on; return what the second message led to, and its words."""

    def asked(topic: str, said: str) -> tuple[dict[str, Any], str]:
        talk.start_new()
        talk.set(BEFORE["today"], BEFORE["nation"])
        loop.run_until_complete(talk.say("I am 40"))
        first = loop.run_until_complete(talk.say(TOPICS[topic]["ask"]))
        assert first["intent"] == f"ask_{topic}"
        assert TOPICS[topic]["first"] in words(first)
        got = loop.run_until_complete(talk.say(said))
        assert got["replies"]
        assert all(reply["text"].strip() for reply in got["replies"])
        assert got["intent"] not in NOT_ANSWERS
        assert got["slots"][SLOT] == {"of": "guide", "id": topic}
        return got, words(got)

    return asked


def words(got: dict[str, Any]) -> str:
    return "\n".join(reply["text"] for reply in got["replies"])


def kept(got: dict[str, Any]) -> dict[str, Any]:
    return {name: got["slots"].get(name) for name in ("nation", "age")}


def test_the_table_has_the_five_themes():
    assert set(TOPICS) >= THEMES


@pytest.mark.parametrize(("topic", "kind", "said"), [(t, *s) for t, s in product(TOPICS, SECTIONS)])
def test_a_section_is_told(topic, kind, said, follow_up):
    _, told = follow_up(topic, said)
    assert TOPICS[topic]["ask_them" if kind == "ask" else kind] in told


@pytest.mark.parametrize(("topic", "said"), product(TOPICS, KINDS["sources"]))
def test_the_sources_are_told(topic, said, follow_up):
    got, told = follow_up(topic, said)
    cards = [reply["card"] for reply in got["replies"] if reply["card"]]
    assert [card["kind"] for card in cards] == ["sources"]
    assert cards[0]["sources"]
    assert "We last checked on" in told


@pytest.mark.parametrize(("topic", "kind", "said"), [(t, *c) for t, c in product(TOPICS, CHANGES)])
def test_the_answer_follows_a_change(topic, kind, said, follow_up):
    got, told = follow_up(topic, said)
    due = TOPICS[topic]["age" if kind == "what_if" else kind]
    assert due["tell"] in told
    assert "not" not in due or due["not"] not in told
    assert kept(got) == KINDS[kind]["slots"]
    assert got["slots"]["today"] == BEFORE["today"]


@pytest.mark.parametrize(("topic", "said"), product(TOPICS, KINDS["date"]["say"]))
def test_an_answer_for_another_time_says_which(topic, said, follow_up):
    _, told = follow_up(topic, said)
    assert "as of 31 March 2026" in told
    assert f"It is the same in {NATION_NAMES['england']}" not in told


@pytest.mark.parametrize("topic", TOPICS)
def test_what_if_is_forgotten_with_the_next_question(topic, follow_up, talk, loop):
    follow_up(topic, "what if I was 17?")
    got = loop.run_until_complete(talk.say(TOPICS[topic]["ask"]))
    assert TOPICS[topic]["first"] in words(got)
    assert kept(got) == {"nation": "england", "age": 40}
