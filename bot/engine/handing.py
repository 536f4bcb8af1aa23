"""A turn while a key worker has the conversation: it goes to them, and safety is still answered.

Rasa's own pause is not used: it would silence the safety answer too.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import datetime, timezone
from typing import Any, Literal

import structlog
from rasa.core.channels.channel import UserMessage

from bot.dialogue.understand import SAFETY
from bot.handover.desk import Desk
from bot.handover.words import LEAVE, load_words

log = structlog.get_logger()

#: How sure the classifier must be that somebody wants everything erased.
SURE = 0.8

_BACK = re.compile(
    r"(?:go )?back to (?:the )?(?:guide|bot)|leave the queue|talk to the (?:guide|bot)"
)

Passed = Literal["no", "all", "urgent"]
Parse = Callable[[UserMessage], Awaitable[dict[str, Any]]]


def utc_now() -> datetime:
    """Return this moment as the tables keep it: UTC without a zone."""
    return datetime.now(timezone.utc).replace(tzinfo=None)


async def pass_on(desk: Desk, message: UserMessage, parse: Parse) -> Passed:
    """Pass a message on to the key worker who has the conversation.

    Returns `no` where the guide answers as ever; `all` where nothing more is to be said; `urgent`
    where the key worker has it and the guide answers as well, since somebody may not be safe.
    """
    conversation, text = message.sender_id, message.text or ""
    standing = await asyncio.to_thread(desk.standing, conversation)
    wants_back = text == LEAVE or _BACK.fullmatch(text.lower().strip(" .!"))
    if standing and wants_back:
        await asyncio.to_thread(desk.leave, conversation, utc_now())
        await say(message, "left", standing.by)
        return "all"
    if standing is None or standing.state != "with_person":
        return "no"
    if text.startswith("/"):
        if text.startswith("/delete_my_data"):
            return "no"
        await say(message, "press_later", standing.by)
        return "all"
    parsed = await parse(message)
    intent = parsed["intent"]
    if parsed.get("safety") or intent["name"] in SAFETY:
        try:
            await asyncio.to_thread(desk.said, conversation, text, True, utc_now())
        except Exception as failed:  # the numbers must come whatever becomes of the desk
            log.error("passing_on_failed", kind=type(failed).__name__)
            return "no"
        return "urgent"
    if intent["name"] == "delete_my_data" and intent["confidence"] >= SURE:
        return "no"
    await asyncio.to_thread(desk.said, conversation, text, False, utc_now())
    await say(message, "sent", standing.by)
    return "all"


async def say(message: UserMessage, entry: str, by: str = "") -> None:
    """Say an entry of `ask` in data/handover.yml."""
    words = load_words()
    text = words["ask"][entry].format(by=by)
    buttons = []
    if entry in ("press_later", "sent"):
        buttons = [{"title": words["buttons"]["back"], "payload": LEAVE}]
    custom: dict[str, Any] = {
        "card": None if entry == "left" else {"kind": "handover"},
        "facts": [],
    }
    reply = {"text": text, "buttons": buttons, "custom": custom}
    await message.output_channel.send_response(message.sender_id, reply)
