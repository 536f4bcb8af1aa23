"""The desk in the assistant process: its page, and what has to be done by the clock."""

from __future__ import annotations

import asyncio

import structlog
from sanic import Request, Sanic
from sqlalchemy.engine import Engine

from bot.channels.signing import Signer
from bot.channels.staff.pages import staff
from bot.channels.staff.sessions import Sessions
from bot.engine.handing import utc_now
from bot.handover.accounts import Accounts
from bot.handover.desk import Desk
from bot.handover.notices import send_due
from bot.handover.settings import HandoverSettings, load_handover

log = structlog.get_logger()

#: Seconds between two looks for notices that are due.
LOOK_EVERY = 3.0
#: Looks between two sweeps of what is over.
TIDY_EVERY = 100


def desk_of(engine: Engine) -> Desk | None:
    """Return the desk; None where the organisation did not switch the handover on."""
    settings = load_handover()
    if settings is None:
        return None
    return Desk(engine, settings.wait_minutes, settings.keep_hours, settings.ways)


def open_desk(app: Sanic, engine: Engine, desk: Desk, signer: Signer) -> None:
    """Serve the staff page, and send notices and erase what is over from now on."""
    settings = load_handover()
    assert settings is not None
    app.blueprint(staff(desk, Accounts(engine), Sessions(signer), _address))
    app.add_task(_watch(engine, desk, settings))


async def _watch(engine: Engine, desk: Desk, settings: HandoverSettings) -> None:
    looks = 0
    while True:
        try:
            await asyncio.to_thread(send_due, engine, settings, utc_now())
            if looks % TIDY_EVERY == 0:
                await asyncio.to_thread(desk.tidy, utc_now())
        except Exception as failed:  # a database that is away must not end the desk
            log.error("desk_failed", kind=type(failed).__name__)
        looks += 1
        await asyncio.sleep(LOOK_EVERY)


def _address(request: Request) -> str:
    return str(request.remote_addr or request.ip)
