"""The web channel's door: sessions and messages.

POST /chat/session  -> {"token"}
POST /chat/message  {"id", "text"} or {"id", "choice"}, with `Authorization: Bearer <token>`
                    -> {"id", "replies": [{"text", "buttons": [{"title", "choice"}], "card"}]}
POST /chat/erase    erases what is kept of the conversation

The token holds a random conversation id and nothing else. A `choice` is a button's payload, signed
for this conversation: one that we did not offer is refused. A message with an id that was answered
before gets the same replies again.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Awaitable, Callable
from datetime import datetime, timezone
from typing import Any

import structlog
from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Request
from sanic.response import HTTPResponse, json

from bot.channels.output import Collected
from bot.channels.rate_limit import RateLimit
from bot.channels.signing import Signer
from bot.channels.web import words
from bot.errors import BadInput
from bot.store.conversations import ConversationStore

log = structlog.get_logger()

#: Longest message, in characters. Beyond it the page keeps the draft and says so.
LONGEST = 10_000
#: How long the guide may take to answer, in seconds, before the person is told.
PATIENCE = 10.0

Handler = Callable[[UserMessage], Awaitable[Any]]


class WebChannel(InputChannel):
    """Our own channel for the chat page."""

    def __init__(
        self, signer: Signer, conversations: ConversationStore, limited: bool = True
    ) -> None:
        self._signer = signer
        self._conversations = conversations
        self._limit = RateLimit() if limited else RateLimit(burst=1e9, per_second=1e9)
        self._sessions = RateLimit(burst=30, per_second=0.2)
        self._in_hand: dict[tuple[str, str], asyncio.Future[list[dict[str, Any]]]] = {}

    @classmethod
    def name(cls) -> str:
        """Return the channel's name."""
        return "web"

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """Return the routes."""
        routes = Blueprint("chat", url_prefix="/chat")

        @routes.post("/session")
        async def session(request: Request) -> HTTPResponse:
            if not self._sessions.allows(request.ip, time.monotonic()):
                return _problem(429, words.TOO_MANY)
            return json({"token": self._signer.sign("session", secrets.token_hex(16))})

        @routes.post("/message")
        async def message(request: Request) -> HTTPResponse:
            try:
                conversation = self._conversation(request)
            except BadInput:
                return _problem(401, words.NO_SESSION)
            try:
                message_id, text = self._read(request, conversation)
            except BadInput as wrong:
                return _problem(400, str(wrong))
            if len(text) > LONGEST:
                return _problem(413, words.TOO_LONG)
            if not self._limit.allows(conversation, time.monotonic()):
                return _problem(429, words.TOO_MANY)
            return await self._answer(conversation, message_id, text, on_new_message)

        @routes.post("/erase")
        async def erase(request: Request) -> HTTPResponse:
            try:
                conversation = self._conversation(request)
            except BadInput:
                return _problem(401, words.NO_SESSION)
            await asyncio.to_thread(self._conversations.forget, conversation)
            return json({"erased": True})

        return routes

    def _conversation(self, request: Request) -> str:
        scheme, _, token = (request.headers.get("authorization") or "").partition(" ")
        if scheme.lower() != "bearer":
            raise BadInput("No session.")
        return self._signer.read("session", token.strip())

    def _read(self, request: Request, conversation: str) -> tuple[str, str]:
        """Return the id and the text of a message; a choice becomes the payload it stands for."""
        body = _body(request)
        message_id, text, choice = body.get("id"), body.get("text"), body.get("choice")
        if not isinstance(message_id, str) or not 8 <= len(message_id) <= 64:
            raise BadInput("A message needs an `id` of 8 to 64 characters.")
        if isinstance(choice, str):
            return message_id, self._signer.read(f"choice {conversation}", choice)
        if not isinstance(text, str):
            raise BadInput("A message needs `text` or `choice`.")
        return message_id, text.strip().lstrip("/").strip()

    async def _answer(
        self, conversation: str, message_id: str, text: str, on_new_message: Handler
    ) -> HTTPResponse:
        key = (conversation, message_id)
        try:
            known = await asyncio.to_thread(self._conversations.replies_to, *key)
            if known is None:  # a resend may come while the first is still being answered
                if key not in self._in_hand:
                    turn = self._turn(conversation, message_id, text, on_new_message)
                    self._in_hand[key] = asyncio.ensure_future(turn)
                    self._in_hand[key].add_done_callback(lambda _: self._in_hand.pop(key, None))
                known = await asyncio.shield(self._in_hand[key])
        except asyncio.TimeoutError:
            log.error("turn_took_too_long")
            return _problem(503, words.TOO_SLOW)
        except Exception as problem:
            log.error("turn_failed", kind=type(problem).__name__)
            return _problem(503, words.WENT_WRONG)
        return json({"id": message_id, "replies": known})

    async def _turn(
        self, conversation: str, message_id: str, text: str, on_new_message: Handler
    ) -> list[dict[str, Any]]:
        collected = Collected()
        user_message = UserMessage(
            text, collected, conversation, input_channel=self.name(), message_id=message_id
        )
        await asyncio.wait_for(on_new_message(user_message), PATIENCE)
        replies = [self._sealed(reply, conversation) for reply in collected.replies]
        if not replies:  # the actions can not be reached: never silence
            raise RuntimeError("no replies")
        now = datetime.now(timezone.utc).replace(tzinfo=None)
        await asyncio.to_thread(
            self._conversations.answered, conversation, message_id, replies, now
        )
        return replies

    def _sealed(self, reply: dict[str, Any], conversation: str) -> dict[str, Any]:
        """Return the reply with its payloads signed for this conversation."""
        buttons = [
            {
                "title": button["title"],
                "choice": self._signer.sign(f"choice {conversation}", button["payload"]),
            }
            for button in reply["buttons"]
        ]
        return {"text": reply["text"], "buttons": buttons, "card": reply["card"]}


def _body(request: Request) -> dict[str, Any]:
    try:
        body = request.json
    except Exception as broken:
        raise BadInput("The body must be JSON.") from broken
    if not isinstance(body, dict):
        raise BadInput("The body must be a JSON object.")
    return body


def _problem(status: int, say: str) -> HTTPResponse:
    return json({"problem": say, "phones": words.phones()}, status=status)
