"""Asking for a real person in the middle of a practice talk."""

from __future__ import annotations

import json
from datetime import datetime

from bot.dialogue.turn import Turn
from bot.handover import conversation as handover
from bot.handover.hours import UK
from tests.rehearsal.talking import Talking

OPEN_NOW = datetime(2026, 11, 23, 10, tzinfo=UK)
ORGANISATION = """
name: Anytown Advice
handover:
  open: [{days: [mon, tue, wed, thu, fri], from: "09:00", to: "17:00"}]
  wait_minutes: 15
"""


def test_a_talk_keeps_no_words_once_a_person_is_asked_for(tmp_path, monkeypatch):
    file = tmp_path / "organisation.yml"
    file.write_text(ORGANISATION)
    monkeypatch.setenv("GOODWORK_ORGANISATION", str(file))
    talk = Talking().practise("lone_parent_split_shifts")
    talk.say("So the day comes in two halves, and neither of them fits round school.")
    assert "two halves" in json.dumps(talk.memory["rehearsal"])
    talk.say("I want to talk to a real person")
    assert talk.intent == "talk_to_a_person"
    turn = Turn(
        text="", intent=talk.intent, situation=talk.situation, memory=talk.memory, channel="web"
    )
    asked = handover.start(turn, OPEN_NOW)
    assert asked.remember["open_question"]["by"] == "handover"
    kept = asked.remember["rehearsal"]
    assert "two halves" not in json.dumps(kept)
    assert len(kept["steps"]) == 1
    assert "two halves" not in "\n".join(reply.text for reply in asked.replies)
