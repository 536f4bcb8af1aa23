"""News for the person: what the key worker wrote, and what became of the request."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.handover.desk import Message
from bot.handover.signposts import organisation_contacts, people
from bot.handover.words import LEAVE, load_words
from bot.replies import Button, Reply
from bot.situation import Situation

#: News that come with people to ring.
WITH_PHONES = ("nobody_came", "no_answer", "closed")
#: News with a way back to the guide, and the words on its button.
WAY_BACK = {"joined": "back", "nobody_came": "leave", "no_answer": "back", "not_told": "leave"}


def told(message: Message, by: str, on: date) -> list[dict[str, Any]]:
    """Return a message as replies, each with its id and who says it."""
    if message.by == "staff":
        return [_entry(message, Reply(message.text), by)]
    words = load_words()
    text = words["news"][message.text].format(by=by or "The key worker")
    button = WAY_BACK.get(message.text)
    buttons = (Button(words["buttons"][button], LEAVE),) if button else ()
    replies = [Reply(text, buttons)]
    if message.text in WITH_PHONES:
        replies += [*organisation_contacts(), people(Situation(on=on))]
    return [_entry(message, reply, "") for reply in replies]


def _entry(message: Message, reply: Reply, by: str) -> dict[str, Any]:
    return {"id": message.id, "by": by, **reply.as_dict()}
