"""The assistant process: the chat page, the web channel and the agent, and no other route.

Rasa's own server is not used: its HTTP API and stock channels are not safe to expose. This is a
Sanic application with our routes alone, on Rasa's channel seam.
"""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta, timezone
from pathlib import Path

import structlog
from rasa.core.lock_store import InMemoryLockStore
from rasa.utils.endpoints import EndpointConfig
from sanic import Request, Sanic
from sanic.response import HTTPResponse

from bot.channels.signing import Signer, load_secret
from bot.channels.web import words
from bot.channels.web.inbound import WebChannel, problem
from bot.channels.web.news import news
from bot.engine.agent import load_agent
from bot.engine.desk import desk_of, open_desk
from bot.errors import SetupError
from bot.rehearsal.listening import get_ready
from bot.settings import Settings
from bot.store.conversations import ConversationStore, open_engine
from bot.store.toolkit import KeptAnswers
from bot.store.tracker_store import BoundedTrackerStore
from bot.web.letters import letters
from bot.web.pages import pages
from bot.web.sheets import sheets
from bot.web.toolkit import toolkit_sheets

log = structlog.get_logger()

#: How often silent conversations past their time are erased, in seconds.
SWEEP_EVERY = 3600


def latest_model(folder: Path) -> Path:
    """Return the newest trained model.

    Raises:
        SetupError: there is none.
    """
    found = sorted(folder.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
    if not found:
        raise SetupError("There is no trained model yet. Run `make train` first.")
    return found[-1]


def make_app(settings: Settings) -> Sanic:
    """Return the application, with the model loaded and ready to answer."""
    engine = open_engine(settings.database_url)
    conversations, desk = ConversationStore(engine), desk_of(engine)
    store = BoundedTrackerStore(None, conversations, desk)
    actions = EndpointConfig(
        url=f"http://127.0.0.1:{settings.actions_port}/webhook", selective_domain=True
    )
    agent = load_agent(latest_model(settings.models), store, actions, InMemoryLockStore())
    # The first message loads the embedding and the safety check: not while a person waits.
    asyncio.run(agent.parse_message("hello"))
    get_ready()  # the same for the first turn of a practice talk
    app = Sanic("good_work_guide", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = 256 * 1024
    app.config.RESPONSE_TIMEOUT = 30
    app.config.PROXIES_COUNT = settings.proxies or None
    app.ctx.agent = agent
    signer = Signer(load_secret(settings.var))
    channel = WebChannel(signer, conversations, agent.erase, settings.rate_limit)
    app.blueprint(channel.blueprint(agent.handle_message))
    app.blueprint(letters())
    app.blueprint(pages(settings.embed_on))
    app.blueprint(sheets())
    app.blueprint(toolkit_sheets(KeptAnswers(engine, signer)))
    app.blueprint(news(signer, desk))
    if desk:
        open_desk(app, engine, desk, signer)
    app.error_handler.add(Exception, _refused)
    app.add_task(_sweep(conversations, settings.keep_days))
    return app


def _refused(_request: Request, failed: Exception) -> HTTPResponse:
    """Answer what no route answers, or what failed on the way, in words and without detail."""
    status = getattr(failed, "status_code", 500)
    if status >= 500:
        log.error("request_failed", kind=type(failed).__name__)
    say = {404: words.NO_SUCH_PAGE, 405: words.NO_SUCH_PAGE, 413: words.TOO_LONG}
    return problem(status, say.get(status, words.WENT_WRONG))


async def _sweep(conversations: ConversationStore, keep_days: int) -> None:
    """Erase conversations that were silent for longer than a deployment keeps them."""
    while True:
        before = datetime.now(timezone.utc).replace(tzinfo=None) - timedelta(days=keep_days)
        try:
            erased = await asyncio.to_thread(conversations.forget_older_than, before)
        except Exception as failed:  # a database that is away for an hour must not end the sweeps
            log.error("sweep_failed", kind=type(failed).__name__)
        else:
            log.info("erased_old_conversations", count=erased)
        await asyncio.sleep(SWEEP_EVERY)


def run(settings: Settings) -> None:
    """Serve until told to stop."""
    app = make_app(settings)
    app.run(host=settings.host, port=settings.port, workers=1, access_log=False, motd=False)
