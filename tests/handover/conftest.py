from __future__ import annotations

import pytest

from bot.store.conversations import open_engine
from tests.handover.sinks import MailSink, WebSink


@pytest.fixture
def database(tmp_path):
    return f"sqlite:///{tmp_path / 'desk.db'}"


@pytest.fixture
def engine(database):
    return open_engine(database)


@pytest.fixture
def mail():
    sink = MailSink()
    yield sink
    sink.close()


@pytest.fixture
def web():
    sink = WebSink()
    yield sink
    sink.close()


@pytest.fixture
def organisation(tmp_path, monkeypatch):
    """The organisation's file; without `handover` until a test writes it."""
    file = tmp_path / "organisation.yml"
    file.write_text("name: Anytown Advice\n")
    monkeypatch.setenv("GOODWORK_ORGANISATION", str(file))
    return file
