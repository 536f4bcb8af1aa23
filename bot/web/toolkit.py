"""Sheets of the toolkit, at an address that only we can sign; as a page, a table or JSON.

GET /toolkit/<token>        -> the sheet
GET /toolkit/<token>.csv    -> a table
GET /toolkit/<token>.json   -> the same as data

The token names saved answers or a team. Where these are erased or past their time, so is the sheet.
"""

from __future__ import annotations

import asyncio
import time
from datetime import date

from sanic import Blueprint, Request
from sanic.response import HTTPResponse, html, json, raw

from bot.channels.rate_limit import RateLimit
from bot.channels.web import words
from bot.errors import BadInput
from bot.handover.hours import uk_now
from bot.store.toolkit import PATH, KeptAnswers
from bot.toolkit import load_toolkit
from bot.toolkit.report import Data, as_csv, as_json, of_one, of_team
from bot.toolkit.sheet import to_html
from bot.web.sheets import HEADERS

KINDS = {"csv": "text/csv; charset=utf-8", "json": "application/json; charset=utf-8"}


def toolkit_sheets(kept: KeptAnswers) -> Blueprint:
    """Return the route."""
    routes = Blueprint("toolkit")
    limit = RateLimit(burst=30, per_second=1)
    headers = {**HEADERS, "Cache-Control": "no-store"}

    @routes.get(f"{PATH}<name:str>")
    async def sheet(request: Request, name: str) -> HTTPResponse:
        address = str(request.remote_addr or request.ip)
        if not limit.allows(address, time.monotonic()):
            return json({"problem": words.TOO_MANY}, status=429)
        token, kind = _kind(name)
        data = await asyncio.to_thread(read, kept, token, uk_now().date())
        if data is None:
            return json({"problem": words.NO_SUCH_PAGE}, status=404)
        if kind == "html":
            page = await asyncio.to_thread(to_html, data, PATH + token, load_toolkit())
            return html(page, headers=headers)
        body = as_csv(data) if kind == "csv" else as_json(data)
        saved = {**headers, "Content-Disposition": f'attachment; filename="toolkit.{kind}"'}
        return raw(body.encode(), content_type=KINDS[kind], headers=saved)

    return routes


def read(kept: KeptAnswers, token: str, on: date) -> Data | None:
    """Return what the sheet of a token shows; None where there is none, or none any more."""
    try:
        whose, name = kept.whose_sheet(token)
    except BadInput:
        return None
    if whose == "team":
        return of_team(kept.members(name), on, load_toolkit()) if kept.has_team(name) else None
    own = kept.own(name)
    return of_one(own.answers, on, load_toolkit()) if own else None


def _kind(name: str) -> tuple[str, str]:
    """Return the token and the kind of a name: a token has one dot, a kind adds another."""
    token, dot, kind = name.rpartition(".")
    return (token, kind) if dot and kind in KINDS else (name, "html")
