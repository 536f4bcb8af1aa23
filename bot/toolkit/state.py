"""Where one conversation stands with the toolkit, as its slot holds it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from bot.errors import GoodWorkError
from bot.toolkit.answers import Answers

SLOT = "toolkit"


@attrs.frozen
class State:
    """The state.

    Attributes:
        answers: what was answered; None before the role is known.
        part: the part in hand.
        trail: the questions in the order in which they were put, for going back.
        row: id of the saved answers; None while nothing is saved.
        code: the code that opens them.
        team: id of the team.
        rows: all answers saved from this conversation, so that erasing it erases them.
    """

    answers: Answers | None = None
    part: str | None = None
    trail: tuple[str, ...] = ()
    row: str | None = None
    code: str | None = None
    team: str | None = None
    rows: tuple[str, ...] = ()

    @classmethod
    def from_memory(cls, memory: Mapping[str, Any]) -> State:
        """Return the state that the slot holds."""
        data = memory.get(SLOT) or {}
        return cls(
            answers=Answers.from_data(data["answers"]) if data.get("answers") else None,
            part=data.get("part"),
            trail=tuple(data.get("trail", ())),
            row=data.get("row"),
            code=data.get("code"),
            team=data.get("team"),
            rows=tuple(data.get("rows", ())),
        )

    def to_data(self) -> dict[str, Any]:
        """Return it for the slot."""
        return {
            "answers": self.answers.to_data() if self.answers else None,
            "part": self.part,
            "trail": list(self.trail),
            "row": self.row,
            "code": self.code,
            "team": self.team,
            "rows": list(self.rows),
        }

    @property
    def given(self) -> Answers:
        """The answers, once the role is known.

        Raises:
            GoodWorkError: it is not.
        """
        if self.answers is None:
            raise GoodWorkError("The toolkit does not know yet who answers.")
        return self.answers

    def put_aside(self) -> State:
        """Return a state that forgets all but what it saved, for a new start."""
        return State(rows=self.rows)

    def with_answers(self, answers: Answers) -> State:
        """Return it with other answers."""
        return attrs.evolve(self, answers=answers)

    def at(self, row: str, code: str, team: str | None) -> State:
        """Return it as saved under a code."""
        rows = tuple(dict.fromkeys((*self.rows, row)))
        return attrs.evolve(self, row=row, code=code, team=team, rows=rows)


def put_aside(memory: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return what a new start keeps in the slot: which rows it saved, so that it can erase them."""
    state = State.from_memory(memory)
    return state.put_aside().to_data() if state.rows else None
