"""Where things are and what a deployment may set, from the environment and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import attrs

#: The project's folder.
ROOT = Path(__file__).parents[1]


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
    """

    host: str = "127.0.0.1"
    port: int = 8010
    actions_port: int = 5055
    database_url: str = ""
    var: Path = ROOT / "var"
    models: Path = ROOT / "models"
    keep_days: int = 30
    rate_limit: bool = True

    @classmethod
    def from_environment(cls) -> Settings:
        """Return the settings of this process."""
        read = os.environ.get
        var = Path(read("GOODWORK_VAR", str(ROOT / "var")))
        return cls(
            host=read("GOODWORK_HOST", "127.0.0.1"),
            port=int(read("GOODWORK_PORT", "8010")),
            actions_port=int(read("GOODWORK_ACTIONS_PORT", "5055")),
            database_url=read("GOODWORK_DATABASE_URL", f"sqlite:///{var / 'goodwork.db'}"),
            var=var,
            models=Path(read("GOODWORK_MODELS", str(ROOT / "models"))),
            keep_days=int(read("GOODWORK_KEEP_DAYS", "30")),
            rate_limit=read("GOODWORK_RATE_LIMIT", "on") != "off",
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
        }
