"""Serve the chat page and its files, with headers that let nothing else in."""

from __future__ import annotations

import gzip
import hashlib
from html import escape
from pathlib import Path

import attrs
from sanic import Blueprint, Request
from sanic.response import HTTPResponse, html, json, raw

from bot.channels.web import words

STATIC = Path(__file__).parent / "static"

#: Scripts, styles and connections from our own server only; nothing inline.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)
SCRIPT = "text/javascript; charset=utf-8"
SERVED = {
    "chat.js": SCRIPT,
    "cards.js": SCRIPT,
    "rehearsal.js": SCRIPT,
    "elements.js": SCRIPT,
    "sending.js": SCRIPT,
    "embed.js": SCRIPT,
    "chat.css": "text/css; charset=utf-8",
    "sheet.css": "text/css; charset=utf-8",
    "staff.css": "text/css; charset=utf-8",
    "news.js": SCRIPT,
    "staff.js": SCRIPT,
    "icon.svg": "image/svg+xml",
}
_PHONES = "<!-- phones -->"


def pages(embed_on: str = "*") -> Blueprint:
    """Return the routes of the page.

    Args:
        embed_on: the origins whose pages may show ours in a frame, with spaces between, as
            `frame-ancestors` of a content security policy takes them.
    """
    routes = Blueprint("pages")
    headers = {
        "Content-Security-Policy": f"{POLICY}; frame-ancestors {embed_on}",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-cache",
    }
    files = {name: Packed.of((STATIC / name).read_bytes()) for name in SERVED}
    template = (STATIC / "index.html").read_text(encoding="utf-8")

    @routes.get("/")
    async def page(_request: Request) -> HTTPResponse:
        return html(template.replace(_PHONES, phone_lines()), headers=headers)

    @routes.get("/static/<name:str>")
    async def static(request: Request, name: str) -> HTTPResponse:
        if name not in SERVED:
            return json({"problem": words.NO_SUCH_PAGE}, status=404)
        return files[name].response(request, SERVED[name], headers)

    @routes.get("/chat/ready")
    async def ready(_request: Request) -> HTTPResponse:
        return json({"ready": True})

    return routes


@attrs.frozen
class Packed:
    """A file in memory, small on the wire: many people pay for their data."""

    plain: bytes
    packed: bytes
    tag: str

    @classmethod
    def of(cls, content: bytes) -> Packed:
        """Return the file, compressed once."""
        tag = hashlib.sha256(content).hexdigest()[:20]
        return cls(content, gzip.compress(content, 9, mtime=0), f'"{tag}"')

    def response(self, request: Request, kind: str, headers: dict[str, str]) -> HTTPResponse:
        """Return the file, or only the news that the browser's copy is still good."""
        headers = {**headers, "ETag": self.tag, "Vary": "Accept-Encoding"}
        if request.headers.get("if-none-match") == self.tag:
            return raw(b"", status=304, headers=headers)
        if "gzip" in (request.headers.get("accept-encoding") or ""):
            headers["Content-Encoding"] = "gzip"
            return raw(self.packed, content_type=kind, headers=headers)
        return raw(self.plain, content_type=kind, headers=headers)


def phone_lines() -> str:
    """Return who to ring, as list items: for a browser that can not run the chat."""
    lines = []
    for phone in words.phones((*words.ADVICE, *words.URGENT)):
        hours = f" ({phone['hours']})" if phone["hours"] else ""
        line = f"{escape(phone['name'])}: {escape(phone['number'])}{escape(hours)}"
        lines.append(f"<li>{line}</li>")
    return "\n        ".join(lines)
