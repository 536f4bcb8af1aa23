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
import re
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
from bot.channels.typed import typed
from bot.channels.web import words
from bot.errors import BadInput
from bot.store.conversations import ConversationStore

log = structlog.get_logger()

#: Longest message, in characters. Beyond it the page keeps the draft and says so.
LONGEST = 10_000
#: How long the guide may take to answer, in seconds, before the person is told.
PATIENCE = 8.0

_MESSAGE_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")

Handler = Callable[[UserMessage], Awaitable[Any]]
Replies = list[dict[str, Any]]


class Unanswered(Exception):
    """The turn ended and nothing was said: the actions can not be reached."""


class WebChannel(InputChannel):
    """Our own channel for the chat page."""

    def __init__(
        self,
        signer: Signer,
        conversations: ConversationStore,
        erase: Callable[[str], Awaitable[None]],
        limited: bool = True,
    ) -> None:
        """Take `erase`, which forgets a conversation once no turn of it is under way."""
        self._signer = signer
        self._conversations = conversations
        self._erase = erase
        self._limited = limited
        self._per_conversation = RateLimit()
        # Many people may share an address: a library, a group session, a phone network.
        self._per_address = RateLimit(burst=120, per_second=6)
        self._sessions = RateLimit(burst=60, per_second=1)
        self._in_hand: dict[tuple[str, str], asyncio.Future[Replies]] = {}

    @classmethod
    def name(cls) -> str:
        """Return the channel's name."""
        return "web"

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """Return the routes."""
        routes = Blueprint("chat", url_prefix="/chat")

        @routes.post("/session")
        async def session(request: Request) -> HTTPResponse:
            if not self._allowed(self._sessions, _address(request)):
                return problem(429, words.TOO_MANY)
            return json({"token": self._signer.sign("session", secrets.token_hex(16))})

        @routes.post("/message")
        async def message(request: Request) -> HTTPResponse:
            if not self._allowed(self._per_address, _address(request)):
                return problem(429, words.TOO_MANY)
            try:
                conversation = self._conversation(request)
            except BadInput:
                return problem(401, words.NO_SESSION)
            try:
                message_id, text = self._read(request, conversation)
            except BadInput as wrong:
                return problem(400, str(wrong))
            if len(text) > LONGEST:
                return problem(413, words.TOO_LONG)
            if not self._allowed(self._per_conversation, conversation):
                return problem(429, words.TOO_MANY)
            return await self._answer(conversation, message_id, text, on_new_message)

        @routes.post("/erase")
        async def erase(request: Request) -> HTTPResponse:
            try:
                conversation = self._conversation(request)
                await self._erase(conversation)
            except BadInput:
                return problem(401, words.NO_SESSION)
            except Exception as failed:
                log.error("erasing_failed", kind=type(failed).__name__)
                return problem(503, words.NOT_ERASED)
            return json({"erased": True})

        return routes

    def _allowed(self, limit: RateLimit, sender: str) -> bool:
        return not self._limited or limit.allows(sender, time.monotonic())

    def _conversation(self, request: Request) -> str:
        scheme, _, token = (request.headers.get("authorization") or "").partition(" ")
        if scheme.lower() != "bearer":
            raise BadInput("No session.")
        return self._signer.read("session", token.strip())

    def _read(self, request: Request, conversation: str) -> tuple[str, str]:
        """Return the id and the text of a message; a choice becomes the payload it stands for."""
        body = _body(request)
        message_id, text, choice = body.get("id"), body.get("text"), body.get("choice")
        if not isinstance(message_id, str) or not _MESSAGE_ID.fullmatch(message_id):
            raise BadInput("A message needs an `id` of 8 to 64 letters and digits.")
        if isinstance(choice, str):
            try:
                return message_id, self._signer.read(f"choice {conversation}", choice)
            except BadInput:
                raise BadInput(words.NOT_OFFERED) from None
        if not isinstance(text, str):
            raise BadInput("A message needs `text` or `choice`.")
        return message_id, typed(text)

    async def _answer(
        self, conversation: str, message_id: str, text: str, on_new_message: Handler
    ) -> HTTPResponse:
        try:
            known = await self._replies(conversation, message_id, text, on_new_message)
        except asyncio.TimeoutError:
            log.error("turn_took_too_long")
            return problem(503, words.TOO_SLOW)
        except Exception as failed:
            log.error("turn_failed", kind=type(failed).__name__)
            return problem(503, words.WENT_WRONG)
        return json({"id": message_id, "replies": known})

    async def _replies(
        self, conversation: str, message_id: str, text: str, on_new_message: Handler
    ) -> Replies:
        """Return the replies; a resend gets those of the first, even one still being answered."""
        key = (conversation, message_id)
        known = await asyncio.to_thread(self._conversations.replies_to, *key)
        if known is not None:
            return known
        if key not in self._in_hand:
            turn = self._turn(conversation, message_id, text, on_new_message)
            self._in_hand[key] = asyncio.ensure_future(turn)
            self._in_hand[key].add_done_callback(lambda done: self._finished(key, done))
        # A person who goes away does not end the turn: what was said is kept for the resend.
        return await asyncio.shield(self._in_hand[key])

    def _finished(self, key: tuple[str, str], done: asyncio.Future[Replies]) -> None:
        self._in_hand.pop(key, None)
        # Look at the failure here: with nobody waiting, asyncio would log it with its text.
        if not done.cancelled():
            done.exception()

    async def _turn(
        self, conversation: str, message_id: str, text: str, on_new_message: Handler
    ) -> Replies:
        collected = Collected()
        user_message = UserMessage(
            text, collected, conversation, input_channel=self.name(), message_id=message_id
        )
        await asyncio.wait_for(on_new_message(user_message), PATIENCE)
        replies = [self._sealed(reply, conversation) for reply in collected.replies]
        if not replies:
            raise Unanswered
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


def problem(status: int, say: str) -> HTTPResponse:
    """Return a refusal in words, with the helplines: nobody read what the person wrote."""
    return json({"problem": say, "phones": words.phones()}, status=status)


def _address(request: Request) -> str:
    """Return where a request comes from: behind proxies that we trust, what they say."""
    return str(request.remote_addr or request.ip)


def _body(request: Request) -> dict[str, Any]:
    try:
        body = request.json
    except Exception as broken:
        raise BadInput("The body must be JSON.") from broken
    if not isinstance(body, dict):
        raise BadInput("The body must be a JSON object.")
    return body
