"""Run by Alembic: migrates over the connection that `bot.store.migrate` opened."""

from __future__ import annotations

from alembic import context

from bot.store.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,  # SQLite can not alter a column in place
)
with context.begin_transaction():
    context.run_migrations()
