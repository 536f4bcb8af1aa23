"""Answers to the toolkit, and teams."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "toolkit_team",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("staff_code", sa.String(64), nullable=False, unique=True, index=True),
        sa.Column("user_code", sa.String(64), nullable=False, unique=True, index=True),
        sa.Column("updated_at", sa.DateTime, nullable=False, index=True),
    )
    op.create_table(
        "toolkit_answers",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("code", sa.String(64), nullable=False, unique=True, index=True),
        sa.Column("team_id", sa.String(32), index=True),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("answers", sa.JSON, nullable=False),
        sa.Column("finished", sa.Integer),
        sa.Column("updated_at", sa.DateTime, nullable=False, index=True),
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_table("toolkit_answers")
    op.drop_table("toolkit_team")
