"""The tables. What a person typed has a column only while a key worker talks with them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, Boolean, Column, DateTime, Integer, String, Text
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Conversation(Base):  # type: ignore[misc, valid-type]
    """One row for each conversation, so that a turn costs the same at turn 500 as at turn 5.

    `slots` is what the conversation remembers. `events` holds the last few turns as Rasa events,
    without the person's words.
    """

    __tablename__ = "conversation"

    id: str = Column(String(64), primary_key=True)
    updated_at: datetime = Column(DateTime, nullable=False, index=True)
    slots: dict[str, object] = Column(JSON, nullable=False)
    events: list[dict[str, object]] = Column(JSON, nullable=False)


class AnsweredMessage(Base):  # type: ignore[misc, valid-type]
    """The replies to a message that was answered, so that a resend is not answered twice."""

    __tablename__ = "answered_message"

    conversation_id: str = Column(String(64), primary_key=True)
    message_id: str = Column(String(64), primary_key=True)
    answered_at: datetime = Column(DateTime, nullable=False, index=True)
    replies: list[dict[str, object]] = Column(JSON, nullable=False)


class Handover(Base):  # type: ignore[misc, valid-type]
    """A request for a person, and what came of it.

    `summary` is what the person agreed to share. `unanswered_since` is when they began to wait for
    an answer; empty once somebody answered, or once they were told that nobody did.
    """

    __tablename__ = "handover"

    id: str = Column(String(32), primary_key=True)
    conversation_id: str = Column(String(64), nullable=False, index=True)
    state: str = Column(String(16), nullable=False, index=True)
    summary: list[str] = Column(JSON, nullable=False)
    asked_at: datetime = Column(DateTime, nullable=False)
    unanswered_since: datetime | None = Column(DateTime)
    taken_by: str | None = Column(String(64))
    flagged: bool = Column(Boolean, nullable=False)
    ended_at: datetime | None = Column(DateTime)


class HandoverMessage(Base):  # type: ignore[misc, valid-type]
    """A message while a person has the conversation: the only words of people that are kept.

    Erased a short while after the handover ends, or at once when the person erases.
    """

    __tablename__ = "handover_message"

    id: int = Column(Integer, primary_key=True, autoincrement=True)
    handover_id: str = Column(String(32), nullable=False, index=True)
    at: datetime = Column(DateTime, nullable=False)
    by: str = Column(String(8), nullable=False)
    text: str = Column(Text, nullable=False)
    flagged: bool = Column(Boolean, nullable=False)


class HandoverNotice(Base):  # type: ignore[misc, valid-type]
    """A notice to key workers, tried again until it is sent or has failed for good."""

    __tablename__ = "handover_notice"

    id: int = Column(Integer, primary_key=True, autoincrement=True)
    handover_id: str = Column(String(32), nullable=False, index=True)
    way: str = Column(String(16), nullable=False)
    state: str = Column(String(8), nullable=False, index=True)
    tries: int = Column(Integer, nullable=False)
    next_try: datetime = Column(DateTime, nullable=False)


class StaffAccount(Base):  # type: ignore[misc, valid-type]
    """Who may sign in at the staff page. `stamp` changes to end all sessions of the account."""

    __tablename__ = "staff_account"

    name: str = Column(String(64), primary_key=True)
    password: str = Column(String(255), nullable=False)
    stamp: str = Column(String(32), nullable=False)
    failures: int = Column(Integer, nullable=False)
    locked_until: datetime | None = Column(DateTime)


class ToolkitTeam(Base):  # type: ignore[misc, valid-type]
    """A team that answers the toolkit; its two codes are kept as fingerprints."""

    __tablename__ = "toolkit_team"

    id: str = Column(String(32), primary_key=True)
    staff_code: str = Column(String(64), nullable=False, unique=True, index=True)
    user_code: str = Column(String(64), nullable=False, unique=True, index=True)
    updated_at: datetime = Column(DateTime, nullable=False, index=True)


class ToolkitAnswers(Base):  # type: ignore[misc, valid-type]
    """What one person chose in the toolkit. No name, and own words only where they agreed.

    `finished` counts those of a team who finished, so that users can be shown in batches.
    `updated_at` is a day.
    """

    __tablename__ = "toolkit_answers"

    id: str = Column(String(32), primary_key=True)
    code: str = Column(String(64), nullable=False, unique=True, index=True)
    team_id: str | None = Column(String(32), index=True)
    role: str = Column(String(16), nullable=False)
    answers: dict[str, object] = Column(JSON, nullable=False)
    finished: int | None = Column(Integer)
    updated_at: datetime = Column(DateTime, nullable=False, index=True)
