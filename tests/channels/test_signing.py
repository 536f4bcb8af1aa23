"""A token is believed only if we made it, for that purpose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.signing import Signer, load_secret
from bot.errors import BadInput, SetupError

SIGNER = Signer(b"a secret for the tests, long enough")


@given(st.text())
def test_what_was_signed_can_be_read(body):
    assert SIGNER.read("session", SIGNER.sign("session", body)) == body


@given(st.text())
def test_any_other_text_is_refused(token):
    with pytest.raises(BadInput):
        SIGNER.read("session", token)


def test_a_token_for_one_purpose_is_worth_nothing_for_another():
    with pytest.raises(BadInput):
        SIGNER.read("choice b", SIGNER.sign("choice a", "/greet"))


def test_a_body_under_the_signature_of_another_is_refused():
    body, _ = SIGNER.sign("session", "a").split(".")
    _, signature = SIGNER.sign("session", "b").split(".")
    with pytest.raises(BadInput):
        SIGNER.read("session", f"{body}.{signature}")


def test_a_token_of_another_secret_is_refused():
    other = Signer(b"another secret for the tests, long")
    with pytest.raises(BadInput):
        SIGNER.read("session", other.sign("session", "a"))


def test_a_short_secret_is_refused():
    with pytest.raises(SetupError, match="GOODWORK_SECRET"):
        Signer(b"short")


def test_the_secret_is_made_once_and_only_for_its_owner(tmp_path, monkeypatch):
    monkeypatch.delenv("GOODWORK_SECRET", raising=False)
    made = load_secret(tmp_path)
    assert load_secret(tmp_path) == made
    assert len(made) >= 48
    assert (tmp_path / "secret").stat().st_mode & 0o077 == 0
