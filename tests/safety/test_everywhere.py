"""Safety comes first in every open question, and reaches every channel with its numbers."""

from __future__ import annotations

import asyncio
from itertools import product
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.safety import KeepSafe
from bot.channels.output import Collected
from bot.dialogue.questions import ASKERS
from bot.dialogue.understand import in_context
from bot.safety import detect

SAID = {
    "distress": ("i cant do this any more, i want to die", "116 123"),
    "danger": ("my husband hits me when I am late from work", "0808 2000 247"),
}


def understood(kind: str) -> dict[str, Any]:
    text = SAID[kind][0]
    found = detect(text)
    assert found is not None
    return {
        "text": text,
        "intent": {"name": found.kind, "confidence": 1.0},
        "intent_ranking": [],
        "entities": [],
        "safety": found.kind,
        "safety_finding": {"kind": found.kind, "about": found.about, "matter": found.matter},
    }


def keep_safe(kind: str, question: dict[str, Any] | None) -> tuple[CollectingDispatcher, Any]:
    slots = {"nation": "england", "today": "2026-11-22", "open_question": question}
    tracker = Tracker(
        "someone", slots, in_context(understood(kind), slots), [], False, None, {}, "action_listen"
    )
    dispatcher = CollectingDispatcher()
    return dispatcher, KeepSafe().run(dispatcher, tracker, {})


@pytest.mark.parametrize(("by", "kind"), product(ASKERS, SAID))
def test_no_open_question_takes_trouble_for_an_answer(by: str, kind: str) -> None:
    question = {"by": by, "about": "pay", "buttons": []}
    seen = in_context(understood(kind), {"open_question": question, "buttons": []})
    assert (seen["intent"]["name"], seen["safety"]) == (kind, kind)


@pytest.mark.parametrize(("by", "kind"), product(ASKERS, SAID))
def test_the_answer_has_its_number_and_leaves_the_question_open(by: str, kind: str) -> None:
    question = {"by": by, "about": "pay"}
    dispatcher, events = keep_safe(kind, question)
    said = "\n".join(message["text"] or "" for message in dispatcher.messages)
    assert SAID[kind][1] in said
    assert "open_question" not in [event["name"] for event in events]


@pytest.mark.parametrize("kind", SAID)
def test_the_web_channel_keeps_the_numbers_and_the_ways_on(kind: str) -> None:
    dispatcher, _ = keep_safe(kind, None)
    channel = Collected()
    for message in dispatcher.messages:
        asyncio.run(channel.send_response("someone", message))
    said = "\n".join(reply["text"] for reply in channel.replies)
    assert SAID[kind][1] in said
    assert len(channel.replies) == len(dispatcher.messages)
    assert any(reply["buttons"] for reply in channel.replies)
