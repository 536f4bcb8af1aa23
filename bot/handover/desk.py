"""The desk: who waits for a person, who has whom, and what they write to each other.

All of it is rows of our database, so it survives restarts and is the same for every process.
Times are passed in, in UTC without a zone. The guide's own messages are kept as names of entries
of data/handover.yml and put into words when they are told.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Literal, cast

import attrs
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from bot.store.models import Handover, HandoverMessage, HandoverNotice

State = Literal["waiting", "with_person", "ended"]
By = Literal["person", "staff", "guide"]


@attrs.frozen
class Standing:
    """Where a conversation stands with the desk.

    Attributes:
        id: of the request.
        state: waiting, with a person, or ended.
        position: place in the queue, from 1; 0 once somebody has it.
        by: the key worker's name, as they sign in.
        summary: what the person agreed to share.
        flagged: a message in it was about danger or distress.
        asked_at: when it began.
        ways_failed: ways of telling key workers that failed for good.
    """

    id: str
    state: State
    position: int
    by: str
    summary: tuple[str, ...]
    flagged: bool
    asked_at: datetime
    ways_failed: tuple[str, ...] = ()


@attrs.frozen
class Message:
    """One message; for the guide's own, `text` is the name of an entry of data/handover.yml."""

    id: int
    by: By
    text: str
    at: datetime
    flagged: bool = False


class Desk:
    """Requests by conversation (for the person) and by id (for key workers)."""

    def __init__(
        self, engine: Engine, wait_minutes: int = 20, keep_hours: int = 24, ways: Iterable[str] = ()
    ) -> None:
        self._engine = engine
        self._patience = timedelta(minutes=wait_minutes)
        self._keep = timedelta(hours=keep_hours)
        self._ways = tuple(ways)

    # For the person who asks.

    def ask(self, conversation: str, summary: Sequence[str], now: datetime) -> None:
        """Put a conversation into the queue, once, and have the key workers told."""
        with Session(self._engine) as session, session.begin():
            if _open(session, conversation):
                return
            request = Handover(
                id=secrets.token_hex(16),
                conversation_id=conversation,
                state="waiting",
                summary=list(summary),
                asked_at=now,
                unanswered_since=now,
                flagged=False,
            )
            session.add(request)
            for way in self._ways:
                session.add(
                    HandoverNotice(
                        handover_id=request.id, way=way, state="due", tries=0, next_try=now
                    )
                )

    def standing(self, conversation: str) -> Standing | None:
        """Return where the conversation stands; None where no request is open."""
        with Session(self._engine) as session:
            row = _open(session, conversation)
            return _standing(session, row) if row else None

    def leave(self, conversation: str, now: datetime) -> None:
        """End the request, because the person wants so."""
        with Session(self._engine) as session, session.begin():
            row = _open(session, conversation)
            if row:
                say(session, row.id, "person_left", now)
                _end(row, now)

    def said(self, conversation: str, text: str, flagged: bool, now: datetime) -> None:
        """Keep what the person wrote to the key worker."""
        with Session(self._engine) as session, session.begin():
            row = _open(session, conversation)
            if row is None:
                return
            session.add(
                HandoverMessage(handover_id=row.id, at=now, by="person", text=text, flagged=flagged)
            )
            row.unanswered_since = row.unanswered_since or now
            row.flagged = row.flagged or flagged

    def news(self, conversation: str, after: int, now: datetime) -> tuple[Message, ...]:
        """Return what the person has not seen yet; says so first where nobody has answered."""
        with Session(self._engine) as session, session.begin():
            row = _open(session, conversation)
            if row and row.unanswered_since and now - row.unanswered_since >= self._patience:
                say(session, row.id, "nobody_came" if row.state == "waiting" else "no_answer", now)
                row.unanswered_since = None
            query = (
                sa.select(HandoverMessage)
                .join(Handover, Handover.id == HandoverMessage.handover_id)
                .where(Handover.conversation_id == conversation)
                .where(HandoverMessage.by != "person", HandoverMessage.text != "person_left")
                .where(HandoverMessage.id > after)
                .order_by(HandoverMessage.id)
            )
            return tuple(map(_message, session.scalars(query)))

    def last_by(self, conversation: str) -> str:
        """Return who had the conversation last, for news that are told after the end."""
        with Session(self._engine) as session:
            query = sa.select(Handover.taken_by).where(Handover.conversation_id == conversation)
            return session.scalars(query.order_by(sa.desc("asked_at"))).first() or ""

    # For key workers.

    def queue(self) -> tuple[Standing, ...]:
        """Return all open requests, the longest waiting first."""
        with Session(self._engine) as session:
            rows = session.scalars(
                sa.select(Handover).where(Handover.state != "ended").order_by(Handover.asked_at)
            )
            return tuple(_standing(session, row) for row in rows)

    def request(self, request_id: str) -> Standing | None:
        """Return one request, also one that has ended, while it is kept."""
        with Session(self._engine) as session:
            row = session.get(Handover, request_id)
            return _standing(session, row) if row else None

    def messages(self, request_id: str) -> tuple[Message, ...]:
        """Return all messages of a request."""
        with Session(self._engine) as session:
            query = sa.select(HandoverMessage).where(HandoverMessage.handover_id == request_id)
            return tuple(map(_message, session.scalars(query.order_by(HandoverMessage.id))))

    def take(self, request_id: str, name: str, now: datetime) -> bool:
        """Give a waiting request to a key worker; False where somebody was quicker."""
        with Session(self._engine) as session, session.begin():
            taken = session.execute(
                sa.update(Handover)
                .where(Handover.id == request_id, Handover.state == "waiting")
                .values(state="with_person", taken_by=name)
            )
            if taken.rowcount:
                say(session, request_id, "joined", now)
            return bool(taken.rowcount)

    def reply(self, request_id: str, name: str, text: str, now: datetime) -> bool:
        """Write to the person; False where this key worker does not have the request."""
        with Session(self._engine) as session, session.begin():
            row = _held(session, request_id, name)
            if row is None:
                return False
            session.add(
                HandoverMessage(
                    handover_id=request_id, at=now, by="staff", text=text, flagged=False
                )
            )
            row.unanswered_since = None
            return True

    def hand_back(self, request_id: str, name: str, now: datetime) -> bool:
        """Give the conversation back to the guide; False where they do not have it."""
        with Session(self._engine) as session, session.begin():
            row = _held(session, request_id, name)
            if row is None:
                return False
            say(session, request_id, "handed_back", now)
            _end(row, now)
            return True

    # For the clock.

    def tidy(self, now: datetime) -> None:
        """End what has been open for too long, and erase what ended long enough ago."""
        with Session(self._engine) as session, session.begin():
            stale = Handover.asked_at < now - self._keep
            for row in session.scalars(
                sa.select(Handover).where(Handover.state == "waiting", stale)
            ):
                say(session, row.id, "closed", now)
                _end(row, now)
            for row in session.scalars(sa.select(Handover).where(Handover.state == "with_person")):
                if _last_at(session, row) < now - self._keep:
                    say(session, row.id, "closed", now)
                    _end(row, now)
            ended: Any = Handover.ended_at
            over = sa.select(Handover.id).where(ended < now - self._keep)
            forget_requests(session, list(session.scalars(over)))


def forget_conversation(session: Session, conversation: str) -> None:
    """Erase all that the desk keeps of a conversation, within a transaction."""
    query = sa.select(Handover.id).where(Handover.conversation_id == conversation)
    forget_requests(session, list(session.scalars(query)))


def forget_requests(session: Session, ids: Sequence[str]) -> None:
    """Erase requests with their messages and notices, within a transaction."""
    tables: tuple[Any, ...] = (HandoverMessage, HandoverNotice)
    for table in tables:
        session.execute(sa.delete(table).where(table.handover_id.in_(ids)))
    requests: Any = Handover
    session.execute(sa.delete(Handover).where(requests.id.in_(ids)))


def _open(session: Session, conversation: str) -> Handover | None:
    query = sa.select(Handover).where(
        Handover.conversation_id == conversation, Handover.state != "ended"
    )
    found: Handover | None = session.scalars(query).first()
    return found


def _held(session: Session, request_id: str, name: str) -> Handover | None:
    row = session.get(Handover, request_id)
    return row if row and row.state == "with_person" and row.taken_by == name else None


def _end(row: Handover, now: datetime) -> None:
    row.state, row.ended_at, row.unanswered_since = "ended", now, None


def say(session: Session, request_id: str, entry: str, now: datetime) -> None:
    """Let the guide say an entry of data/handover.yml to the person, within a transaction."""
    session.add(
        HandoverMessage(handover_id=request_id, at=now, by="guide", text=entry, flagged=False)
    )


def _last_at(session: Session, row: Handover) -> datetime:
    query = sa.select(sa.func.max(HandoverMessage.at)).where(HandoverMessage.handover_id == row.id)
    return session.scalar(query) or row.asked_at


def _standing(session: Session, row: Handover) -> Standing:
    before = sa.select(sa.func.count()).where(
        Handover.state == "waiting", Handover.asked_at < row.asked_at
    )
    failed = sa.select(HandoverNotice.way).where(
        HandoverNotice.handover_id == row.id, HandoverNotice.state == "failed"
    )
    return Standing(
        id=row.id,
        state=cast(State, row.state),
        position=int(session.scalar(before) or 0) + 1 if row.state == "waiting" else 0,
        by=row.taken_by or "",
        summary=tuple(row.summary),
        flagged=bool(row.flagged),
        asked_at=row.asked_at,
        ways_failed=tuple(session.scalars(failed)),
    )


def _message(row: HandoverMessage) -> Message:
    return Message(row.id, cast(By, row.by), row.text, row.at, bool(row.flagged))
