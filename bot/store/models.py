"""The tables. Nothing that a person typed has a column of its own, on purpose."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, Column, DateTime, String
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
