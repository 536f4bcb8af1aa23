"""Talk to the rehearsal without a trained model: understanding in context, then the capability."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs

from bot.dialogue.questions import asker, put_aside
from bot.dialogue.turn import Outcome, Turn
from bot.dialogue.understand import in_context, read_payload
from bot.rehearsal import conversation
from bot.situation import Situation

ON = date(2026, 11, 22)


class Talking:
    """A conversation of one capability: what it remembers, and what it said last."""

    def __init__(self, situation: Situation | None = None) -> None:
        self.memory: dict[str, Any] = {}
        self.situation = situation or Situation(ON, "england")
        self.said: tuple[str, ...] = ()
        self.intent = ""

    def practise(self, scene: str) -> Talking:
        """Begin a scene, as its button does."""
        self.press(f'/rehearse{{"scene": "{scene}"}}')
        return self

    def say(self, text: str, alarm: str | None = None) -> str:
        """Type a message; `alarm` is what the safety check makes of it."""
        name = alarm or "nlu_fallback"
        understood = {"text": text, "intent": {"name": name, "confidence": 0.9}, "safety": alarm}
        return self._take(in_context(understood, self.memory))

    def press(self, payload: str) -> str:
        """Press a button."""
        intent, values = read_payload(payload)
        return self._take(
            {"text": "", "intent": {"name": intent}, "values": values, "pressed": True}
        )

    def titles(self) -> list[str]:
        """Return the buttons that are offered."""
        return [button["title"] for button in self.memory.get("buttons") or ()]

    def spoken(self) -> str:
        """Return what the person in the scene said last, without their name."""
        lines = [line for line in self.said if re.match(r"[A-Z]\w+: ", line)]
        return " ".join(line.partition(": ")[2] for line in lines)

    def _take(self, message: Mapping[str, Any]) -> str:
        self.intent = message["intent"]["name"]
        turn = Turn(
            text=message["text"],
            intent=self.intent,
            situation=self.situation,
            values=message.get("values") or {},
            reading=message.get("reading"),
            memory={k: v for k, v in self.memory.items() if v is not None},
        )
        outcome = self._outcome(turn)
        self.said = tuple(reply.text for reply in outcome.replies)
        self.outcome = outcome
        self.memory.update(outcome.remember)
        self.memory["buttons"] = [attrs.asdict(b) for r in outcome.replies for b in r.buttons]
        return "\n".join(self.said)

    def _outcome(self, turn: Turn) -> Outcome:
        if turn.intent in ("distress", "danger"):
            return Outcome((), put_aside(turn.memory))
        if turn.intent == "rehearse":
            return conversation.start(turn)
        question = turn.memory.get("open_question")
        if turn.intent in ("answer", "carry_on") and question:
            if turn.intent == "answer":
                return asker(question).answer(question, turn)
            again = asker(question).ask_again(question, turn)
            return Outcome((again,) if again else ())
        return Outcome(())
