"""Load, save, forget: the only door to the tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import attrs
import sqlalchemy as sa
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from bot.errors import SetupError
from bot.handover.desk import forget_conversation
from bot.store.migrate import migrate
from bot.store.models import AnsweredMessage, Conversation
from bot.store.toolkit import forget_saved_by, forget_silent

#: How long the replies to a message are kept for a resend.
RESEND_WINDOW = timedelta(hours=1)


@attrs.frozen
class Remembered:
    """What is kept of a conversation between two turns."""

    slots: Mapping[str, Any]
    events: Sequence[Mapping[str, Any]]


def open_engine(url: str) -> Engine:
    """Return an engine for `url`; makes the folder of an SQLite file, and brings the tables up.

    Raises:
        SetupError: the database can not be opened or brought up to date.
    """
    address = make_url(url)
    # An error must not carry what a person told into the logs.
    options: dict[str, Any] = {"future": True, "hide_parameters": True}
    if address.get_backend_name() == "sqlite":
        if address.database and address.database != ":memory:":
            Path(address.database).parent.mkdir(parents=True, exist_ok=True)
        else:  # one connection for all threads, or each would have a database of its own
            options["poolclass"] = StaticPool
        options["connect_args"] = {"check_same_thread": False, "timeout": 5}
    else:
        options.update(pool_pre_ping=True, pool_size=5, max_overflow=5)
    engine = sa.create_engine(address, **options)
    if address.get_backend_name() == "sqlite":
        sa.event.listen(engine, "connect", _tune_sqlite)
    try:
        migrate(engine)
    except sa.exc.SQLAlchemyError as failed:
        raise SetupError(
            f"The database {address.render_as_string(hide_password=True)} can not be opened: "
            f"{type(failed).__name__}. Check GOODWORK_DATABASE_URL, and that it is running."
        ) from failed
    return engine


def _tune_sqlite(connection: Any, _record: Any) -> None:
    """Write-ahead logging: readers do not wait for the writer, and a turn costs one sync less."""
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA secure_delete=ON")


class ConversationStore:
    """Conversations by id. Every method is one short transaction.

    Times are passed in, in UTC without a zone.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def load(self, conversation_id: str) -> Remembered | None:
        """Return what is kept of the conversation, or None where there is none."""
        with Session(self._engine) as session:
            row = session.get(Conversation, conversation_id)
            return Remembered(row.slots, row.events) if row else None

    def save(self, conversation_id: str, remembered: Remembered, now: datetime) -> None:
        """Keep `remembered` in place of what was kept before."""
        with Session(self._engine) as session, session.begin():
            session.merge(
                Conversation(
                    id=conversation_id,
                    updated_at=now,
                    slots=dict(remembered.slots),
                    events=[dict(event) for event in remembered.events],
                )
            )

    def forget(self, conversation_id: str) -> None:
        """Erase all that is kept of the conversation."""
        with Session(self._engine) as session, session.begin():
            if row := session.get(Conversation, conversation_id):
                forget_saved_by(session, row.slots)
            for table in (Conversation, AnsweredMessage):
                column = table.id if table is Conversation else table.conversation_id
                session.execute(sa.delete(table).where(column == conversation_id))
            forget_conversation(session, conversation_id)

    def forget_older_than(self, moment: datetime) -> int:
        """Erase conversations with no turn since `moment`; return how many there were."""
        with Session(self._engine) as session, session.begin():
            old = sa.delete(Conversation).where(Conversation.updated_at < moment)
            count: int = session.execute(old).rowcount
            session.execute(sa.delete(AnsweredMessage).where(AnsweredMessage.answered_at < moment))
            forget_silent(session, moment)
            return count

    def replies_to(self, conversation_id: str, message_id: str) -> list[dict[str, Any]] | None:
        """Return the replies that the message got, or None where it was not answered yet."""
        with Session(self._engine) as session:
            row = session.get(AnsweredMessage, (conversation_id, message_id))
            return list(row.replies) if row else None

    def answered(
        self, conversation_id: str, message_id: str, replies: list[dict[str, Any]], now: datetime
    ) -> None:
        """Keep the replies to a message for a resend, and drop those past the resend window.

        A conversation that was erased in the meantime, or by this very message, keeps nothing.
        """
        with Session(self._engine) as session, session.begin():
            if session.get(Conversation, conversation_id) is None:
                return
            session.merge(
                AnsweredMessage(
                    conversation_id=conversation_id,
                    message_id=message_id,
                    answered_at=now,
                    replies=replies,
                )
            )
            session.execute(
                sa.delete(AnsweredMessage).where(
                    AnsweredMessage.conversation_id == conversation_id,
                    AnsweredMessage.answered_at < now - RESEND_WINDOW,
                )
            )
