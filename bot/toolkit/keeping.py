"""The door to what is saved.

What stands behind it is set from outside: the core knows no database.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal, Protocol

import attrs

from bot.errors import GoodWorkError, SetupError
from bot.toolkit.answers import Answers

Whose = Literal["own", "team"]


class TooManyTries(GoodWorkError):
    """So many wrong codes were tried that none is looked up for a while."""


@attrs.frozen
class Own:
    """Somebody's saved answers."""

    row: str
    answers: Answers
    team: str | None


@attrs.frozen
class Team:
    """A team, found by one of its codes; `for_users` where it was the one for programme users."""

    id: str
    for_users: bool


@attrs.frozen
class NewTeam:
    """A team with its two codes, which are told once and stored only as fingerprints."""

    id: str
    staff_code: str
    user_code: str


@attrs.frozen
class Member:
    """What one member of a team answered; `finished` counts those who finished, from 1."""

    answers: Answers
    finished: int | None


class Keeper(Protocol):
    """Saves answers under codes. Days are passed in."""

    def save(self, answers: Answers, team: str | None, on: date) -> tuple[str, str]:
        """Save new answers; return their id and their code."""

    def update(self, row: str, answers: Answers, team: str | None, done: bool, on: date) -> bool:
        """Bring saved answers up to date; False where they are gone."""

    def find(self, code: str) -> Own | Team | None:
        """Return what a code opens. Raises TooManyTries."""

    def new_team(self, on: date) -> NewTeam:
        """Make a team."""

    def has_team(self, team: str) -> bool:
        """Return whether the team is there still."""

    def members(self, team: str) -> tuple[Member, ...]:
        """Return all answers of a team."""

    def own(self, row: str) -> Own | None:
        """Return saved answers by their id."""

    def forget(self, rows: tuple[str, ...]) -> None:
        """Erase saved answers, and teams that have none left."""

    def sheet_path(self, whose: Whose, name: str) -> str:
        """Return the signed path of a sheet on this server."""


_opener: list[Callable[[], Keeper]] = []
_opened: list[Keeper] = []


def keep_with(opener: Callable[[], Keeper]) -> None:
    """Set how the keeper is opened, once it is first needed."""
    _opener[:], _opened[:] = [opener], []


def keeper() -> Keeper:
    """Return the keeper of this process.

    Raises:
        SetupError: none was set.
    """
    if not _opened:
        if not _opener:
            raise SetupError("Nothing is set to save toolkit answers with: call keep_with first.")
        _opened.append(_opener[0]())
    return _opened[0]
