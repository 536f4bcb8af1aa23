"""A drafted message as a Word file: the page sends the words as they stand, and keeps them.

POST /letters/docx  title, body  (a form)  -> the document. Nothing of it is kept or logged.
"""

from __future__ import annotations

import re
import time

from sanic import Blueprint, Request
from sanic.response import HTTPResponse, json, raw

from bot.channels.rate_limit import RateLimit
from bot.letters import words_as_docx

LONGEST = 10_000
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def letters() -> Blueprint:
    """Return the route."""
    routes = Blueprint("letters")
    limit = RateLimit(burst=20, per_second=0.5)

    @routes.post("/letters/docx")
    async def docx(request: Request) -> HTTPResponse:
        if not limit.allows(request.ip, time.monotonic()):
            return json({"problem": "Try again in a minute."}, status=429)
        title = _NOT_IN_XML.sub("", str(request.form.get("title") or "Message"))[:200]
        body = _NOT_IN_XML.sub("", str(request.form.get("body") or "")).replace("\r\n", "\n")
        if not body.strip() or len(body) > LONGEST:
            return json({"problem": "There are no words, or too many, for a letter."}, status=400)
        headers = {
            "Content-Disposition": 'attachment; filename="message.docx"',
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        }
        return raw(words_as_docx(title, body), content_type=DOCX, headers=headers)

    return routes
