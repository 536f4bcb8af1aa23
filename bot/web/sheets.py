"""Sheets to print, at /sheets/<plan>?nation=wales. They hold nothing that anybody said."""

from __future__ import annotations

import asyncio
from typing import cast

from sanic import Blueprint, Request
from sanic.response import HTTPResponse, html, json

from bot.channels.web import words
from bot.facts import load_facts
from bot.handover.hours import uk_now
from bot.organisation import load_organisation
from bot.sessions import load_plans
from bot.sessions.sheet import to_html
from bot.situation import NATIONS, Nation, Situation

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


def sheets() -> Blueprint:
    """Return the route of the sheets."""
    routes = Blueprint("sheets", url_prefix="/sheets")

    @routes.get("/<plan_id:str>")
    async def sheet(request: Request, plan_id: str) -> HTTPResponse:
        plan = load_plans().get(plan_id)
        if plan is None:
            return json({"problem": words.NO_SUCH_PAGE}, status=404)
        asked = request.args.get("nation")
        nation = cast(Nation, asked) if asked in NATIONS else load_organisation().nation
        situation = Situation(on=uk_now().date(), nation=nation)
        page = await asyncio.to_thread(to_html, plan, situation, load_facts())
        return html(page, headers=HEADERS)

    return routes
