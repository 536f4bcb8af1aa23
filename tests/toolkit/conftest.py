from __future__ import annotations

import pytest

from bot.channels.signing import Signer
from bot.store.conversations import open_engine
from bot.store.toolkit import KeptAnswers
from bot.toolkit import load_toolkit
from bot.toolkit.keeping import keep_with
from tests.toolkit.talking import Person


@pytest.fixture
def engine(tmp_path):
    return open_engine(f"sqlite:///{tmp_path / 'kept.db'}")


@pytest.fixture(autouse=True)
def kept(engine, tmp_path, monkeypatch):
    """A keeper with a database of its own, and no organisation."""
    monkeypatch.setenv("GOODWORK_ORGANISATION", str(tmp_path / "organisation.yml"))
    made = KeptAnswers(engine, Signer(b"a secret of thirty-two letters or more"))
    keep_with(lambda: made)
    return made


@pytest.fixture
def toolkit():
    return load_toolkit()


@pytest.fixture
def manager():
    return Person().open().press("Senior manager")


@pytest.fixture
def key_worker():
    return Person().open().press("Key worker")
