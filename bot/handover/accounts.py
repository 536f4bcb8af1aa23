"""Accounts of key workers: scrypt passwords, lock-out, and sessions that can be ended."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from bot.errors import BadInput
from bot.store.models import StaffAccount

#: scrypt's cost: about 32 MB and a tenth of a second (OWASP, Password Storage Cheat Sheet).
_N, _R, _P, _MEMORY = 2**15, 8, 3, 64 * 1024 * 1024
#: So many wrong passwords in a row lock an account for so long.
MOST_FAILURES = 5
LOCKED_FOR = timedelta(minutes=15)
SHORTEST = 12

_NAME = re.compile(r"[\w][\w .'-]{0,62}")


class Accounts:
    """The accounts. Times are passed in, in UTC without a zone."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._nobody = hashed(secrets.token_hex(8))

    def add(self, name: str, password: str) -> None:
        """Add an account, or give an account a new password; that ends its sessions.

        Raises:
            BadInput: the name or the password will not do.
        """
        if not _NAME.fullmatch(name):
            raise BadInput("A name has letters, digits and spaces, at most 63.")
        if len(password) < SHORTEST:
            raise BadInput(f"A password has {SHORTEST} characters or more.")
        account = StaffAccount(
            name=name, password=hashed(password), stamp=secrets.token_hex(8), failures=0
        )
        with Session(self._engine) as session, session.begin():
            session.merge(account)

    def remove(self, name: str) -> bool:
        """Remove an account; False where there is none."""
        with Session(self._engine) as session, session.begin():
            gone = session.execute(sa.delete(StaffAccount).where(StaffAccount.name == name))
            return bool(gone.rowcount)

    def names(self) -> list[str]:
        """Return all names."""
        with Session(self._engine) as session:
            return list(session.scalars(sa.select(StaffAccount.name).order_by(StaffAccount.name)))

    def sign_in(self, name: str, password: str, now: datetime) -> str | None:
        """Return the stamp for a session, or None: wrong, unknown or locked all look the same."""
        with Session(self._engine) as session, session.begin():
            account = session.get(StaffAccount, name)
            kept = account.password if account else self._nobody
        right = _matches(password, kept)  # always computed, so that time tells nothing
        with Session(self._engine) as session, session.begin():
            account = session.get(StaffAccount, name)
            if account is None or (account.locked_until and account.locked_until > now):
                return None
            if right:
                account.failures, account.locked_until = 0, None
                return str(account.stamp)
            account.failures += 1
            if account.failures >= MOST_FAILURES:
                account.failures, account.locked_until = 0, now + LOCKED_FOR
            return None

    def stamp(self, name: str) -> str | None:
        """Return the stamp that a session of this account must carry."""
        with Session(self._engine) as session:
            account = session.get(StaffAccount, name)
            return str(account.stamp) if account else None

    def sign_out(self, name: str) -> None:
        """End all sessions of the account."""
        with Session(self._engine) as session, session.begin():
            account = session.get(StaffAccount, name)
            if account:
                account.stamp = secrets.token_hex(8)


def hashed(password: str) -> str:
    """Return the password as it is kept: `scrypt$<salt>$<hash>`."""
    salt = secrets.token_bytes(16)
    return f"scrypt${_b64(salt)}${_b64(_scrypt(password, salt))}"


def _matches(password: str, kept: str) -> bool:
    _, salt, wanted = kept.split("$")
    got = _scrypt(password, base64.b64decode(salt))
    return hmac.compare_digest(got, base64.b64decode(wanted))


def _scrypt(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=_N, r=_R, p=_P, maxmem=_MEMORY)


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode()
