"""Where things are and what a deployment may set, from the environment and nothing else."""

from __future__ import annotations

import os
import re
from pathlib import Path

import attrs

from bot.errors import SetupError

#: The project's folder.
ROOT = Path(__file__).parents[1]

_ORIGIN = re.compile(r"\*|'self'|'none'|https?://(\*\.)?[\w.-]+(:\d+)?")


@attrs.frozen
class Settings:
    """What a deployment may set. Names in the environment start with GOODWORK_.

    Attributes:
        host, port: where the chat page and the web channel listen.
        actions_port: where the actions listen; never outside this machine.
        database_url: GOODWORK_DATABASE_URL; SQLite under `var/` unless set.
        var: folder for the database, the secret and logs.
        models: folder of trained models.
        rate_limit: GOODWORK_RATE_LIMIT=off lifts it, for measuring.
        keep_days: days after which a silent conversation is erased.
        embed_on: GOODWORK_EMBED_ON, the origins whose pages may show ours in a frame.
        proxies: GOODWORK_PROXIES, how many proxies of ours stand in front and add the address.
    """

    host: str = "127.0.0.1"
    port: int = 8010
    actions_port: int = 5055
    database_url: str = ""
    var: Path = ROOT / "var"
    models: Path = ROOT / "models"
    keep_days: int = 30
    rate_limit: bool = True
    embed_on: str = "*"
    proxies: int = 0

    @classmethod
    def from_environment(cls) -> Settings:
        """Return the settings of this process.

        Raises:
            SetupError: a number is no number, or the origins can not stand in a header.
        """
        read = os.environ.get
        var = Path(read("GOODWORK_VAR", str(ROOT / "var")))
        return cls(
            host=read("GOODWORK_HOST", "127.0.0.1"),
            port=_number("GOODWORK_PORT", 8010),
            actions_port=_number("GOODWORK_ACTIONS_PORT", 5055),
            database_url=read("GOODWORK_DATABASE_URL", f"sqlite:///{var / 'goodwork.db'}"),
            var=var,
            models=Path(read("GOODWORK_MODELS", str(ROOT / "models"))),
            keep_days=_number("GOODWORK_KEEP_DAYS", 30),
            rate_limit=read("GOODWORK_RATE_LIMIT", "on") != "off",
            embed_on=_origins(read("GOODWORK_EMBED_ON", "*")),
            proxies=_number("GOODWORK_PROXIES", 0),
        )

    def as_environment(self) -> dict[str, str]:
        """Return the settings as environment variables, for a child process."""
        return {
            "GOODWORK_HOST": self.host,
            "GOODWORK_PORT": str(self.port),
            "GOODWORK_ACTIONS_PORT": str(self.actions_port),
            "GOODWORK_DATABASE_URL": self.database_url,
            "GOODWORK_VAR": str(self.var),
            "GOODWORK_MODELS": str(self.models),
            "GOODWORK_KEEP_DAYS": str(self.keep_days),
            "GOODWORK_RATE_LIMIT": "on" if self.rate_limit else "off",
            "GOODWORK_EMBED_ON": self.embed_on,
            "GOODWORK_PROXIES": str(self.proxies),
        }


def _number(name: str, unless_set: int) -> int:
    given = os.environ.get(name, str(unless_set))
    if not given.isdecimal():
        raise SetupError(f"{name} is “{given}”. It must be a whole number, such as {unless_set}.")
    return int(given)


def _origins(given: str) -> str:
    """Return the origins as a content security policy takes them; `self` gets its quotes."""
    origins = ["'self'" if origin.strip("'") == "self" else origin for origin in given.split()]
    if not origins or not all(_ORIGIN.fullmatch(origin) for origin in origins):
        raise SetupError(
            f"GOODWORK_EMBED_ON is “{given}”. Write *, self, or origins with spaces between: "
            "https://www.example.org https://example.org"
        )
    return " ".join(origins)
