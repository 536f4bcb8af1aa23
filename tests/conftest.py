"""What several test folders need: the trained model, once, and a way to talk to it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot.nlu  # noqa: F401  (before any test brings Rasa with TensorFlow)

os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    made = asyncio.new_event_loop()
    yield made
    made.close()


@pytest.fixture(scope="session")
def talk(loop):
    """The real model and the real actions in this process."""
    from bot.engine.conversing import Conversing
    from bot.logs import quiet_logs
    from bot.settings import Settings

    quiet_logs()
    return Conversing(Settings.from_environment(), "2026-11-22", None)


@pytest.fixture(scope="session")
def serving(tmp_path_factory):
    """The guide as people meet it: `goodwork serve` on free ports, with an empty folder."""
    from tests.serving import Serving

    models = Path(os.environ.get("GOODWORK_MODELS", str(ROOT / "models")))
    if not list(models.glob("*.tar.gz")):
        pytest.fail(f"There is no trained model in {models}. Run `make train` first.")
    served = Serving(tmp_path_factory.mktemp("var"), models)
    try:
        served.start()
        yield served
    finally:
        served.stop()


@pytest.fixture
def person(serving):
    """Somebody with a new conversation."""
    from tests.serving import Person

    return Person(serving)
