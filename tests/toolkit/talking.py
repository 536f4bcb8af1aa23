"""Somebody who uses the toolkit, held as a conversation with the core."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from bot.dialogue.buttons import chosen
from bot.dialogue.turn import Outcome, Turn
from bot.situation import Situation
from bot.toolkit import conversation

ON = date(2026, 11, 22)


class Person:
    """A person with a conversation of their own, and what they were told last."""

    def __init__(self, on: date = ON) -> None:
        self.at = Situation(on=on)
        self.memory: dict[str, Any] = {}
        self.replies: tuple[Any, ...] = ()
        self.ever: list[str] = []

    @property
    def told(self) -> str:
        return "\n".join(reply.text for reply in self.replies)

    @property
    def titles(self) -> list[str]:
        return [button.title for reply in self.replies for button in reply.buttons]

    @property
    def asked(self) -> str | None:
        return (self.memory.get("open_question") or {}).get("id")

    @property
    def about(self) -> str | None:
        return (self.memory.get("open_question") or {}).get("about")

    def open(self, text: str = "open the toolkit") -> Person:
        return self._took(conversation.start(self._turn(text, "toolkit", {})))

    def say(self, text: str, intent: str = "nlu_fallback") -> Person:
        """Say something; it must be understood as an answer to what is open."""
        payload = chosen(text, self.memory.get("buttons") or ())
        if payload:
            return self.pressed(payload)
        question = self.memory["open_question"]
        assert conversation.understands(question, text, intent), f"{text!r} at {question}"
        return self._took(conversation.answer(question, self._turn(text, "answer", {})))

    def press(self, title: str) -> Person:
        payloads = {b.title: b.payload for reply in self.replies for b in reply.buttons}
        assert title in payloads, f"{title!r} is not offered, only {list(payloads)}"
        return self.pressed(payloads[title])

    def pressed(self, payload: str) -> Person:
        name, _, values = payload.removeprefix("/").partition("{")
        data = json.loads("{" + values) if values else {}
        if name == "toolkit":
            return self._took(conversation.start(self._turn("", "toolkit", data)))
        turn = self._turn("", "answer", data)
        return self._took(conversation.answer(self.memory["open_question"], turn))

    def choose(self, *practices: str) -> Person:
        for practice in practices:
            self.pressed(f'/answer{{"pick": "{practice}"}}')
        return self

    def _turn(self, text: str, intent: str, values: dict[str, str]) -> Turn:
        memory = {k: v for k, v in self.memory.items() if v is not None}
        return Turn(text, intent, self.at, values=values, memory=memory)

    def _took(self, outcome: Outcome) -> Person:
        json.dumps(outcome.remember)
        self.memory.update(outcome.remember)
        self.replies = outcome.replies
        self.memory["buttons"] = [
            {"title": b.title, "payload": b.payload} for r in outcome.replies for b in r.buttons
        ][-10:]
        self.ever += [reply.text for reply in outcome.replies]
        return self
