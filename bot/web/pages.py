"""Serve the chat page and its files, with headers that let nothing else in."""

from __future__ import annotations

from pathlib import Path

from sanic import Blueprint, Request
from sanic.response import HTTPResponse, file, json

STATIC = Path(__file__).parent / "static"

#: Scripts, styles and connections from our own server only; nothing inline.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)
SERVED = {
    "chat.js": "text/javascript; charset=utf-8",
    "cards.js": "text/javascript; charset=utf-8",
    "chat.css": "text/css; charset=utf-8",
    "embed.js": "text/javascript; charset=utf-8",
}


def pages() -> Blueprint:
    """Return the routes of the page."""
    routes = Blueprint("pages")

    @routes.get("/")
    async def page(_request: Request) -> HTTPResponse:
        return await _send("index.html", "text/html; charset=utf-8")

    @routes.get("/static/<name:str>")
    async def static(_request: Request, name: str) -> HTTPResponse:
        if name not in SERVED:
            return json({"problem": "There is no such page."}, status=404)
        return await _send(name, SERVED[name])

    @routes.get("/chat/ready")
    async def ready(_request: Request) -> HTTPResponse:
        return json({"ready": True})

    return routes


async def _send(name: str, kind: str) -> HTTPResponse:
    return await file(
        STATIC / name,
        mime_type=kind,
        headers={
            "Content-Security-Policy": POLICY,
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Cache-Control": "no-cache",
        },
    )
