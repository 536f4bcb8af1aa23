"""News of a conversation: GET /chat/news?after=<id>, with the session's token.

-> {"state": "none" | "waiting" | "with_person", "position", "by", "last", "news": [{"id", "by",
    "text", "buttons", "card"}]}
"""

from __future__ import annotations

import asyncio
import time
from typing import Any

from sanic import Blueprint, Request
from sanic.response import HTTPResponse, json

from bot.channels.rate_limit import RateLimit
from bot.channels.signing import Signer
from bot.channels.web import words
from bot.engine.handing import utc_now
from bot.errors import BadInput
from bot.handover.desk import Desk
from bot.handover.hours import uk_now
from bot.handover.news import told


def news(signer: Signer, desk: Desk | None) -> Blueprint:
    """Return the route; without a desk there is never any news."""
    routes = Blueprint("news", url_prefix="/chat")
    limit = RateLimit(burst=20, per_second=1)

    @routes.get("/news")
    async def what_is_new(request: Request) -> HTTPResponse:
        try:
            conversation = session(request, signer)
            after = _number(request.args.get("after") or "0")
        except BadInput:
            return json({"problem": words.NO_SESSION, "phones": words.phones()}, status=401)
        if not limit.allows(conversation, time.monotonic()):
            return json({"problem": words.TOO_MANY, "phones": words.phones()}, status=429)
        if desk is None:
            return json({"state": "none", "position": 0, "by": "", "last": after, "news": []})
        return json(await asyncio.to_thread(_news, desk, signer, conversation, after))

    return routes


def session(request: Request, signer: Signer) -> str:
    """Return the conversation whose token the request carries.

    Raises:
        BadInput: there is none of ours.
    """
    scheme, _, token = (request.headers.get("authorization") or "").partition(" ")
    if scheme.lower() != "bearer":
        raise BadInput("No session.")
    return signer.read("session", token.strip())


def _news(desk: Desk, signer: Signer, conversation: str, after: int) -> dict[str, Any]:
    messages = desk.news(conversation, after, utc_now())
    standing = desk.standing(conversation)
    by = standing.by if standing else desk.last_by(conversation)
    entries = [entry for message in messages for entry in told(message, by, uk_now().date())]
    for entry in entries:
        entry["buttons"] = [
            {
                "title": button["title"],
                "choice": signer.sign(f"choice {conversation}", button["payload"]),
            }
            for button in entry["buttons"]
        ]
        entry.pop("facts")
    return {
        "state": standing.state if standing else "none",
        "position": standing.position if standing else 0,
        "by": by,
        "last": max([after, *(message.id for message in messages)]),
        "news": entries,
    }


def _number(given: str) -> int:
    if not given.isdecimal() or len(given) > 12:
        raise BadInput("`after` is the id of the last news.")
    return int(given)
