"""Toolkit answers in the database: under fingerprints of random codes, without names.

What is kept of a moment is its day, so that rows can not be set beside other logs.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from bot.channels.rate_limit import RateLimit
from bot.channels.signing import Signer
from bot.errors import BadInput
from bot.store.models import ToolkitAnswers, ToolkitTeam
from bot.toolkit.answers import Answers
from bot.toolkit.codes import fingerprint, new_code
from bot.toolkit.keeping import Member, NewTeam, Own, Team, TooManyTries, Whose

PURPOSE = "toolkit sheet"
PATH = "/toolkit/"


class KeptAnswers:
    """The keeper. Every method is one short transaction."""

    def __init__(self, engine: Engine, signer: Signer, wrong: RateLimit | None = None) -> None:
        """Take `wrong`, the limit of wrong codes for all people together.

        The channel limits each conversation and address. This one holds back many of them at once,
        and is wide enough that a few can not keep others from their answers.
        """
        self._engine = engine
        self._signer = signer
        self._wrong = wrong or RateLimit(burst=300, per_second=5)

    def save(self, answers: Answers, team: str | None, on: date) -> tuple[str, str]:
        """Save new answers; return their id and their code."""
        row, code = secrets.token_hex(16), new_code()
        with Session(self._engine) as session, session.begin():
            session.add(
                ToolkitAnswers(
                    id=row,
                    code=fingerprint(code),
                    team_id=team,
                    role=answers.role,
                    answers=answers.to_data(),
                    updated_at=_start(on),
                )
            )
            _touch(session, team, on)
        return row, code

    def update(self, row: str, answers: Answers, team: str | None, done: bool, on: date) -> bool:
        """Bring saved answers up to date; False where they are gone."""
        with Session(self._engine) as session, session.begin():
            kept = session.get(ToolkitAnswers, row)
            if kept is None:
                return False
            kept.answers, kept.role, kept.updated_at = answers.to_data(), answers.role, _start(on)
            if kept.team_id != team:
                kept.team_id, kept.finished = team, None
            if done and kept.finished is None:
                kept.finished = _next_finished(session, team)
            _touch(session, team, on)
            return True

    def find(self, code: str) -> Own | Team | None:
        """Return what a code opens.

        Raises:
            TooManyTries: too many wrong codes came; nothing is looked up for a while.
        """
        if not self._wrong.allows("any", time.monotonic()):
            raise TooManyTries("Many codes were tried. Wait a minute and try again.")
        mark = fingerprint(code)
        with Session(self._engine) as session:
            own = session.scalars(sa.select(ToolkitAnswers).filter_by(code=mark)).first()
            team = session.scalars(
                sa.select(ToolkitTeam).where(
                    sa.or_(ToolkitTeam.staff_code == mark, ToolkitTeam.user_code == mark)
                )
            ).first()
            if own or team:
                self._wrong.gives_back("any")
            if own:
                return Own(own.id, Answers.from_data(own.answers), own.team_id)
            return Team(team.id, team.user_code == mark) if team else None

    def new_team(self, on: date) -> NewTeam:
        """Make a team."""
        made = NewTeam(secrets.token_hex(16), new_code(), new_code())
        with Session(self._engine) as session, session.begin():
            session.add(
                ToolkitTeam(
                    id=made.id,
                    staff_code=fingerprint(made.staff_code),
                    user_code=fingerprint(made.user_code),
                    updated_at=_start(on),
                )
            )
        return made

    def has_team(self, team: str) -> bool:
        """Return whether the team is there still."""
        with Session(self._engine) as session:
            return session.get(ToolkitTeam, team) is not None

    def members(self, team: str) -> tuple[Member, ...]:
        """Return all answers of a team, in an order that says nothing of when they came."""
        with Session(self._engine) as session:
            query = sa.select(ToolkitAnswers).filter_by(team_id=team).order_by(ToolkitAnswers.id)
            return tuple(
                Member(Answers.from_data(row.answers), row.finished)
                for row in session.scalars(query)
            )

    def own(self, row: str) -> Own | None:
        """Return saved answers by their id."""
        with Session(self._engine) as session:
            kept = session.get(ToolkitAnswers, row)
            return Own(kept.id, Answers.from_data(kept.answers), kept.team_id) if kept else None

    def forget(self, rows: tuple[str, ...]) -> None:
        """Erase saved answers, and teams that have none left."""
        with Session(self._engine) as session, session.begin():
            forget_rows(session, rows)

    def sheet_path(self, whose: Whose, name: str) -> str:
        """Return the signed path of a sheet on this server."""
        return PATH + self._signer.sign(PURPOSE, f"{whose} {name}")

    def whose_sheet(self, token: str) -> tuple[str, str]:
        """Return whose sheet a token opens, and the id.

        Raises:
            BadInput: the token is not one of ours.
        """
        whose, _, name = self._signer.read(PURPOSE, token).partition(" ")
        if whose not in ("own", "team") or not name:
            raise BadInput("This is not a sheet of ours.")
        return whose, name


def forget_saved_by(session: Session, slots: Mapping[str, Any]) -> None:
    """Erase the answers that a conversation saved, within a transaction."""
    forget_rows(session, (slots.get("toolkit") or {}).get("rows") or ())


def forget_rows(session: Session, rows: Iterable[str]) -> None:
    """Erase answers by id, and teams that have none left, within a transaction."""
    ids: Any = ToolkitAnswers
    wanted = list(rows)
    of_teams = sa.select(ids.team_id).where(ids.id.in_(wanted), ids.team_id.is_not(None))
    teams = set(session.scalars(of_teams))
    session.execute(sa.delete(ToolkitAnswers).where(ids.id.in_(wanted)))
    for team in teams:
        if not session.scalars(sa.select(ids.id).where(ids.team_id == team)).first():
            session.execute(sa.delete(ToolkitTeam).where(ToolkitTeam.id == team))


def forget_silent(session: Session, moment: datetime) -> None:
    """Erase teams and answers that nobody changed since `moment`, within a transaction.

    The answers of a team live as long as the team.
    """
    teams: Any = ToolkitTeam
    ids: Any = ToolkitAnswers
    old = list(session.scalars(sa.select(teams.id).where(teams.updated_at < moment)))
    session.execute(sa.delete(ToolkitAnswers).where(ids.team_id.in_(old)))
    session.execute(sa.delete(ToolkitTeam).where(teams.id.in_(old)))
    session.execute(sa.delete(ToolkitAnswers).where(ids.team_id.is_(None), ids.updated_at < moment))


def _touch(session: Session, team: str | None, on: date) -> None:
    if team and (kept := session.get(ToolkitTeam, team)):
        kept.updated_at = _start(on)


def _next_finished(session: Session, team: str | None) -> int:
    ids: Any = ToolkitAnswers
    query = sa.select(sa.func.max(ids.finished)).where(ids.team_id == team)
    return int(session.scalar(query) or 0) + 1


def _start(on: date) -> datetime:
    return datetime(on.year, on.month, on.day)
