"""The routes of the staff page.

GET  /staff                        the queue, or the way to sign in
GET  /staff/sign-in  POST          name and password
POST /staff/sign-out               ends all sessions of the account
GET  /staff/requests/<id>          one request: what they shared, the messages, a box to answer
GET  /staff/requests/<id>/messages the messages alone; the page looks here for new ones
POST /staff/requests/<id>/<do>     take, reply, hand-back
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

from sanic import Blueprint, Request
from sanic.response import HTTPResponse, html, redirect

from bot.channels.rate_limit import RateLimit
from bot.channels.staff.render import render
from bot.channels.staff.sessions import Session, Sessions
from bot.channels.typed import typed
from bot.engine.handing import utc_now
from bot.handover.accounts import Accounts
from bot.handover.desk import Desk

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
#: Longest answer, in characters.
LONGEST = 4000

Page = Callable[..., Awaitable[HTTPResponse]]


def staff(desk: Desk, accounts: Accounts, sessions: Sessions, address_of: Any) -> Blueprint:
    """Return the routes. `address_of` says where a request comes from."""
    routes = Blueprint("staff", url_prefix="/staff")
    tries = RateLimit(burst=10, per_second=1 / 12)
    queue_page, sign_in_page = "/staff", "/staff/sign-in"

    async def signed_in(request: Request) -> Session | None:
        session = sessions.read(request, utc_now())
        if session is None or not session.name:
            return None
        stamp = await asyncio.to_thread(accounts.stamp, session.name)
        return session if stamp and stamp == session.stamp else None

    def page(name: str, session: Session, status: int = 200, **shown: Any) -> HTTPResponse:
        text = render(name, token=sessions.token(session), me=session.name, **shown)
        return html(text, status=status, headers=HEADERS)

    def sign_in_form(request: Request, status: int = 200, problem: str = "") -> HTTPResponse:
        session = sessions.new(utc_now())
        answer = page("sign_in.html", session, status, problem=problem)
        sessions.write(request, answer, session)
        return answer

    @routes.get("/")
    async def queue(request: Request) -> HTTPResponse:
        session = await signed_in(request)
        if session is None:
            return redirect(sign_in_page, headers=HEADERS)
        return page("queue.html", session, requests=await asyncio.to_thread(desk.queue))

    @routes.get("/sign-in")
    async def show_sign_in(request: Request) -> HTTPResponse:
        return sign_in_form(request)

    @routes.post("/sign-in")
    async def sign_in(request: Request) -> HTTPResponse:
        session = sessions.read(request, utc_now())
        if session is None or not sessions.came_from_us(request, session):
            return sign_in_form(request, 403, "The form was too old. Please sign in again.")
        if not tries.allows(address_of(request), time.monotonic()):
            return sign_in_form(request, 429, "Too many tries. Wait a minute, then try again.")
        name, password = request.form.get("name", ""), request.form.get("password", "")
        stamp = await asyncio.to_thread(accounts.sign_in, name, password[:1000], utc_now())
        if stamp is None:
            return sign_in_form(
                request, 401, "That did not work. After several tries an account rests 15 minutes."
            )
        answer = redirect(queue_page, status=303, headers=HEADERS)
        sessions.write(request, answer, sessions.new(utc_now(), name, stamp))
        return answer

    @routes.post("/sign-out")
    async def sign_out(request: Request) -> HTTPResponse:
        session = await signed_in(request)
        if session and sessions.came_from_us(request, session):
            await asyncio.to_thread(accounts.sign_out, session.name)
        return redirect(sign_in_page, status=303, headers=HEADERS)

    @routes.get("/requests/<request_id:str>")
    async def one(request: Request, request_id: str) -> HTTPResponse:
        return await show(request, request_id, "request.html")

    @routes.get("/requests/<request_id:str>/messages")
    async def messages(request: Request, request_id: str) -> HTTPResponse:
        return await show(request, request_id, "messages.html")

    async def show(request: Request, request_id: str, name: str) -> HTTPResponse:
        session = await signed_in(request)
        if session is None:
            return redirect(sign_in_page, headers=HEADERS)
        found = await asyncio.to_thread(desk.request, request_id)
        if found is None:
            return page("gone.html", session, 404)
        mine = found.by == session.name
        # Only who has it reads the messages; what was shared is for all who may take it.
        told = await asyncio.to_thread(desk.messages, request_id) if mine else ()
        return page(name, session, asked=found, messages=told, mine=mine, longest=LONGEST)

    @routes.post("/requests/<request_id:str>/<do:str>")
    async def act(request: Request, request_id: str, do: str) -> HTTPResponse:
        session = await signed_in(request)
        if session is None:
            return redirect(sign_in_page, status=303, headers=HEADERS)
        if not sessions.came_from_us(request, session):
            return page("gone.html", session, 403)
        back = f"/staff/requests/{request_id}"
        if do == "take":
            done = await asyncio.to_thread(desk.take, request_id, session.name, utc_now())
        elif do == "hand-back":
            done = await asyncio.to_thread(desk.hand_back, request_id, session.name, utc_now())
            back = queue_page
        elif do == "reply":
            text = typed(str(request.form.get("text", "")))[:LONGEST]
            done = not text or await asyncio.to_thread(
                desk.reply, request_id, session.name, text, utc_now()
            )
        else:
            return page("gone.html", session, 404)
        return (
            redirect(back, status=303, headers=HEADERS) if done else page("gone.html", session, 409)
        )

    return routes
