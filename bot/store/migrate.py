"""Bring the tables of a database up to this version: it outlives many versions of the guide."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy.engine import Connection, Engine

MIGRATIONS = Path(__file__).parent / "migrations"
#: The version of databases from before versions were written down.
FIRST = "0001"


def migrate(engine: Engine) -> None:
    """Run the migrations that the database has not had, in one transaction."""
    with engine.begin() as connection:
        config = configured(connection)
        tables = set(sa.inspect(connection).get_table_names())
        if "conversation" in tables and "alembic_version" not in tables:
            command.stamp(config, FIRST)
        command.upgrade(config, "head")


def configured(connection: Connection) -> Config:
    """Return Alembic's settings for a connection that is open."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
