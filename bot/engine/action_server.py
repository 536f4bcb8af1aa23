"""The action process: our actions behind rasa-sdk's server, reachable from this machine only."""

from __future__ import annotations

from rasa_sdk.endpoint import create_app

from bot.barriers.content import load_entries
from bot.facts import load_facts
from bot.guide import load_topics
from bot.offers.model import load_model
from bot.rehearsal.loading import load_scenes
from bot.settings import Settings


def run(settings: Settings) -> None:
    """Serve until told to stop. Reads all data first, so that the first person does not wait."""
    load_facts()
    load_topics()
    load_entries()
    load_model()
    load_scenes()
    app = create_app("actions", cors_origins="")
    app.run(host="127.0.0.1", port=settings.actions_port, workers=1, access_log=False, motd=False)
