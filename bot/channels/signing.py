"""Signed tokens: what comes back from a browser is believed only if we made it.

A token is `<body>.<signature>`; the signature is HMAC-SHA256 over purpose and body, so that a
token made for one purpose is worth nothing for another.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
import secrets
from pathlib import Path

from bot.errors import BadInput, SetupError


class Signer:
    """Signs and checks short texts with one secret."""

    def __init__(self, secret: bytes) -> None:
        if len(secret) < 32:
            raise SetupError("GOODWORK_SECRET is too short: it needs 32 characters or more.")
        self._secret = secret

    def sign(self, purpose: str, body: str) -> str:
        """Return a token that carries `body`."""
        return f"{_encode(body.encode())}.{_encode(self._mac(purpose, body))}"

    def read(self, purpose: str, token: str) -> str:
        """Return the body of a token of ours.

        Raises:
            BadInput: the token is not one that we made for this purpose.
        """
        try:
            body_part, mac_part = token.split(".")
            body, mac = _decode(body_part).decode(), _decode(mac_part)
        except (ValueError, binascii.Error) as broken:
            raise BadInput("This is not a token of ours.") from broken
        if not hmac.compare_digest(mac, self._mac(purpose, body)):
            raise BadInput("This is not a token of ours.")
        return body

    def _mac(self, purpose: str, body: str) -> bytes:
        return hmac.new(self._secret, f"{purpose}\n{body}".encode(), hashlib.sha256).digest()


def load_secret(folder: Path) -> bytes:
    """Return the secret from GOODWORK_SECRET, or one kept in `folder`, made at the first start."""
    given = os.environ.get("GOODWORK_SECRET")
    if given:
        return given.encode()
    path = folder / "secret"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48), encoding="utf-8")
    return path.read_text(encoding="utf-8").strip().encode()


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decode(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
