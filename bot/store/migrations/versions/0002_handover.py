"""Requests for a person, their messages and notices, and the accounts of key workers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the four tables."""
    op.create_table(
        "handover",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("conversation_id", sa.String(64), nullable=False, index=True),
        sa.Column("state", sa.String(16), nullable=False, index=True),
        sa.Column("summary", sa.JSON, nullable=False),
        sa.Column("asked_at", sa.DateTime, nullable=False),
        sa.Column("unanswered_since", sa.DateTime),
        sa.Column("taken_by", sa.String(64)),
        sa.Column("flagged", sa.Boolean, nullable=False),
        sa.Column("ended_at", sa.DateTime),
    )
    op.create_table(
        "handover_message",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("handover_id", sa.String(32), nullable=False, index=True),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("by", sa.String(8), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("flagged", sa.Boolean, nullable=False),
    )
    op.create_table(
        "handover_notice",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("handover_id", sa.String(32), nullable=False, index=True),
        sa.Column("way", sa.String(16), nullable=False),
        sa.Column("state", sa.String(8), nullable=False, index=True),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("next_try", sa.DateTime, nullable=False),
    )
    op.create_table(
        "staff_account",
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("password", sa.String(255), nullable=False),
        sa.Column("stamp", sa.String(32), nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("locked_until", sa.DateTime),
    )


def downgrade() -> None:
    """Drop them."""
    for table in ("staff_account", "handover_notice", "handover_message", "handover"):
        op.drop_table(table)
