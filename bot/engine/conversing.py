"""Talk to the real model and the real actions in one process, with nothing kept afterwards."""

from __future__ import annotations

import secrets
from datetime import date as Date
from typing import Any
from uuid import uuid4

from rasa.core.channels.channel import UserMessage
from rasa.core.lock_store import InMemoryLockStore
from rasa.shared.core.events import ActionExecuted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.channels.output import Collected
from bot.channels.signing import Signer
from bot.channels.typed import typed
from bot.engine.agent import load_agent
from bot.engine.assistant import latest_model
from bot.engine.beside import ActionsBeside
from bot.errors import BadInput
from bot.settings import Settings
from bot.situation import NATIONS
from bot.store.conversations import ConversationStore, open_engine
from bot.store.toolkit import KeptAnswers
from bot.store.tracker_store import BoundedTrackerStore
from bot.toolkit.keeping import keep_with

#: The channel of a conversation on the command line.
CHANNEL = "converse"

#: Steps of Rasa's own, of no interest to a reader.
_INNER = ("action_listen", "action_session_start", "action_extract_slots")


class Conversing:
    """A conversation at a time, for a date and a nation.

    Raises:
        BadInput: the date or the nation can not be read.
    """

    def __init__(self, settings: Settings, date: str | None, nation: str | None) -> None:
        engine = open_engine("sqlite://")
        self._store = _Recording(None, ConversationStore(engine))
        self._agent = load_agent(
            latest_model(settings.models), self._store, ActionsBeside(), InMemoryLockStore()
        )
        keep_with(lambda: KeptAnswers(engine, Signer(secrets.token_bytes(32))))
        self._given = _checked(date, nation)
        self.start_new()

    def start_new(self, channel: str = CHANNEL) -> None:
        """Start a new conversation with the date and nation of the command line.

        `channel` is where it seems to come in; some answers depend on it.
        """
        self._conversation, self._channel = uuid4().hex, channel
        self._set = dict(self._given)
        self._pending = True

    def set(self, date: str | None, nation: str | None) -> None:
        """Set date and nation for this conversation."""
        self._set.update(_checked(date, nation))
        self._pending = True

    async def say(self, text: str) -> dict[str, Any]:
        """Return what a message led to, as `goodwork converse --json` prints it."""
        if self._pending and self._set:
            await self._remember(self._set)
        self._pending = False
        return await self._handle(typed(text), text)

    async def press(self, payload: str) -> dict[str, Any]:
        """Return what pressing a button led to."""
        return await self._handle(payload, payload)

    async def _handle(self, text: str, user: str) -> dict[str, Any]:
        collected = Collected()
        await self._agent.handle_message(
            UserMessage(text, collected, self._conversation, input_channel=self._channel)
        )
        return {"user": user, **_understood(self._store.last), **_said(collected, self._store.last)}

    async def _remember(self, slots: dict[str, str]) -> None:
        tracker = await self._store.get_or_create_tracker(self._conversation)
        if not tracker.applied_events():
            tracker.update(ActionExecuted("action_session_start"))
            tracker.update(ActionExecuted("action_listen"))
        for name, value in slots.items():
            tracker.update(SlotSet(name, value))
        await self._store.save(tracker)


class _Recording(BoundedTrackerStore):
    """Keeps the last tracker in sight, with the words and steps that the store lets go."""

    last: DialogueStateTracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        self.last = tracker
        await super().save(tracker)


def _understood(tracker: DialogueStateTracker) -> dict[str, Any]:
    data = tracker.latest_message.parse_data
    intent = data["intent"]
    return {
        "intent": intent["name"],
        "confidence": round(float(intent["confidence"]), 4),
        "ranking": [
            {"name": r["name"], "confidence": round(float(r["confidence"]), 4)}
            for r in data.get("intent_ranking") or []
        ],
        "safety": data.get("safety"),
    }


def _said(collected: Collected, tracker: DialogueStateTracker) -> dict[str, Any]:
    actions: list[str] = []
    for event in tracker.events:
        if isinstance(event, UserUttered):
            actions = []
        elif isinstance(event, ActionExecuted) and event.action_name not in _INNER:
            actions.append(str(event.action_name))
    facts = {fact: None for reply in collected.replies for fact in reply["facts"]}
    replies = [{k: r[k] for k in ("text", "buttons", "card")} for r in collected.replies]
    slots = {k: v for k, v in tracker.current_slot_values().items() if v is not None}
    return {"replies": replies, "actions": actions, "facts": list(facts), "slots": slots}


def _checked(date: str | None, nation: str | None) -> dict[str, str]:
    """Return the slots that a date and a nation set."""
    slots = {}
    if date is not None:
        try:
            slots["today"] = Date.fromisoformat(date).isoformat()
        except ValueError as wrong:
            raise BadInput(f"“{date}” is no date. Write it as 2026-11-22.") from wrong
    if nation is not None:
        if nation not in NATIONS:
            raise BadInput(f"“{nation}” is no nation. Write one of {', '.join(NATIONS)}.")
        slots["nation"] = nation
    return slots
