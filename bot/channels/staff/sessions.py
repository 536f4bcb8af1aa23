"""Who is signed in: a signed cookie, and a form token that belongs to it."""

from __future__ import annotations

import hmac
import json
import secrets
from datetime import datetime, timedelta

import attrs
from sanic import Request
from sanic.response import HTTPResponse

from bot.channels.signing import Signer
from bot.errors import BadInput

COOKIE = "guide_staff"
LASTS = timedelta(hours=8)


@attrs.frozen
class Session:
    """A browser at the staff page; `name` is empty before signing in."""

    id: str
    until: datetime
    name: str = ""
    stamp: str = ""


class Sessions:
    """Reads and writes the cookie. Times are in UTC without a zone."""

    def __init__(self, signer: Signer) -> None:
        self._signer = signer

    def new(self, now: datetime, name: str = "", stamp: str = "") -> Session:
        """Return a session with an id of its own: signing in never keeps the one before."""
        return Session(secrets.token_hex(16), now + LASTS, name, stamp)

    def read(self, request: Request, now: datetime) -> Session | None:
        """Return the session that the request carries, if it is ours and not over."""
        try:
            data = json.loads(self._signer.read("staff", request.cookies.get(COOKIE) or ""))
            session = Session(
                data["id"], datetime.fromisoformat(data["until"]), data["name"], data["stamp"]
            )
        except (BadInput, ValueError, KeyError, TypeError):
            return None
        return session if session.until > now else None

    def write(self, request: Request, answer: HTTPResponse, session: Session) -> None:
        """Put the session into a cookie, for the staff page alone and out of reach of scripts."""
        body = json.dumps({**attrs.asdict(session), "until": session.until.isoformat()})
        answer.cookies[COOKIE] = self._signer.sign("staff", body)
        cookie = answer.cookies[COOKIE]
        cookie["path"], cookie["httponly"], cookie["samesite"] = "/staff", True, "Strict"
        cookie["max-age"] = int(LASTS.total_seconds())
        if request.scheme == "https":
            cookie["secure"] = True

    def token(self, session: Session) -> str:
        """Return the token that every form of this session carries."""
        return self._signer.sign("staff form", session.id)

    def came_from_us(self, request: Request, session: Session) -> bool:
        """Say whether a form was made for this session."""
        given = request.form.get("token") if request.form else None
        return hmac.compare_digest(str(given or "").encode(), self.token(session).encode())
