"""Settings come from the environment; what can not be meant is refused with what would be."""

from __future__ import annotations

import pytest

from bot.errors import SetupError
from bot.settings import Settings


@pytest.mark.parametrize(
    ("given", "origins"),
    [
        (None, "*"),
        ("*", "*"),
        ("self", "'self'"),
        ("https://a.example  https://*.b.example", "https://a.example https://*.b.example"),
        ("self https://a.example:8443", "'self' https://a.example:8443"),
    ],
)
def test_who_may_embed(monkeypatch, given, origins):
    monkeypatch.delenv("GOODWORK_EMBED_ON", raising=False)
    if given is not None:
        monkeypatch.setenv("GOODWORK_EMBED_ON", given)
    assert Settings.from_environment().embed_on == origins


@pytest.mark.parametrize("given", ["", "example.org; script-src *", "https://a\r\nX: b", "a b"])
def test_origins_that_could_break_the_header_are_refused(monkeypatch, given):
    monkeypatch.setenv("GOODWORK_EMBED_ON", given)
    with pytest.raises(SetupError, match="GOODWORK_EMBED_ON"):
        Settings.from_environment()


@pytest.mark.parametrize("name", ["GOODWORK_PORT", "GOODWORK_KEEP_DAYS", "GOODWORK_PROXIES"])
def test_a_number_that_is_none_is_refused_by_name(monkeypatch, name):
    monkeypatch.setenv(name, "many")
    with pytest.raises(SetupError, match=name):
        Settings.from_environment()


def test_a_child_process_gets_the_same_settings(monkeypatch):
    monkeypatch.setenv("GOODWORK_EMBED_ON", "self")
    monkeypatch.setenv("GOODWORK_PROXIES", "1")
    settings = Settings.from_environment()
    for name, value in settings.as_environment().items():
        monkeypatch.setenv(name, value)
    assert Settings.from_environment() == settings
