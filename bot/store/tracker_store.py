"""Rasa's trackers, kept as one short row: the slots and the last few turns.

Stock Rasa keeps and replays every event of a conversation, so that a turn gets slower as the
conversation grows. Our rules look at the last turn only, so a window is enough
(docs/adr/0005-a-conversation-is-one-row.md).
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import datetime, timezone
from typing import Any

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.handover.desk import Desk
from bot.store.conversations import ConversationStore, Remembered

#: How many turns are kept for the policies. Our longest rule looks at one.
TURNS_KEPT = 3

ERASE_SLOT = "erase"
#: Where the conversation stands with the desk; never kept, the desk's own tables say it.
HANDOVER_SLOT = "handover"


class BoundedTrackerStore(TrackerStore):
    """A tracker store whose cost does not grow with the conversation."""

    def __init__(
        self, domain: Domain | None, conversations: ConversationStore, desk: Desk | None = None
    ) -> None:
        """Take `desk` where an organisation switched the handover on."""
        self.conversations = conversations
        self.desk = desk
        super().__init__(domain)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """Return the tracker, or None for a new conversation. A failed read raises."""
        remembered = await asyncio.to_thread(self.conversations.load, sender_id)
        if remembered is None:
            return None
        # Slots come back as events: Rasa copies a tracker by replaying what happened.
        slots = [
            SlotSet(name, value, timestamp=0.0).as_dict()
            for name, value in remembered.slots.items()
            if name in self._slot_names()
        ]
        if self.desk and (standing := await asyncio.to_thread(self.desk.standing, sender_id)):
            told = {k: getattr(standing, k) for k in ("state", "position", "by")}
            slots.append(SlotSet(HANDOVER_SLOT, told, timestamp=0.0).as_dict())
        return DialogueStateTracker.from_dict(
            sender_id, [*slots, *remembered.events], self.domain.slots
        )

    def _slot_names(self) -> set[str]:
        return {slot.name for slot in self.domain.slots}

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep the slots and the last turns; erase instead where the person asked for it."""
        if tracker.get_slot(ERASE_SLOT):
            await self.delete(tracker.sender_id)
            return
        slots = {k: v for k, v in tracker.current_slot_values().items() if v is not None}
        decided = slots.pop(HANDOVER_SLOT, None) or {}
        remembered = Remembered(slots, list(_last_turns(tracker.events)))
        now = datetime.now(timezone.utc).replace(tzinfo=None)
        await self._tell_desk(tracker.sender_id, decided, now)
        await asyncio.to_thread(self.conversations.save, tracker.sender_id, remembered, now)

    async def _tell_desk(self, sender_id: str, decided: dict[str, Any], now: datetime) -> None:
        """Hand on what the person decided. It fails with the turn, so that they are told."""
        if self.desk and decided.get("do") == "ask":
            await asyncio.to_thread(self.desk.ask, sender_id, decided["summary"], now)
        elif self.desk and decided.get("do") == "leave":
            await asyncio.to_thread(self.desk.leave, sender_id, now)

    async def delete(self, sender_id: str) -> None:
        """Erase the conversation."""
        await asyncio.to_thread(self.conversations.forget, sender_id)

    async def keys(self) -> Iterable[str]:
        """Not offered: nothing of ours needs to list the conversations of others."""
        return []


def _last_turns(events: Iterable[Event]) -> Iterable[dict[str, Any]]:
    """Yield the last turns as plain data, without the person's words and without slots."""
    kept = [e for e in events if isinstance(e, (UserUttered, ActionExecuted))]
    starts = [
        i
        for i, event in enumerate(kept)
        if isinstance(event, ActionExecuted) and event.action_name == ACTION_LISTEN_NAME
    ]
    first = starts[-(TURNS_KEPT + 1)] if len(starts) > TURNS_KEPT else 0
    for event in kept[first:]:
        data = event.as_dict()
        if isinstance(event, UserUttered):
            data = _without_words(event, data)
        yield data


def _without_words(event: UserUttered, data: dict[str, Any]) -> dict[str, Any]:
    """Return a user event that says what was understood and not what was typed."""
    intent = {"name": event.intent_name, "confidence": 1.0}
    return {
        **{key: data[key] for key in ("event", "timestamp", "input_channel", "message_id")},
        "text": f"/{event.intent_name}",
        "parse_data": {"intent": intent, "entities": [], "text": f"/{event.intent_name}"},
        "metadata": {},
    }
