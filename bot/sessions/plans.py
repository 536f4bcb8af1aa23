"""The plans as they stand in data/sessions: what is said, with figures as facts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import attrs
import yaml

from bot.barriers.content import load_entries
from bot.errors import ContentError

DATA = Path(__file__).parents[2] / "data" / "sessions"
SHARED = "shared"
#: The plan for any subject that has none of its own.
ANY = "what_stands_in_the_way"


@attrs.frozen
class Prompt:
    """A question to the group, and what the one who leads can look for."""

    say: str
    look: str


@attrs.frozen
class Plan:
    """A plan for one talk.

    Attributes:
        id: the name of its file.
        title, label: its name, and the words on a button.
        spot: what somebody types who wants it.
        barriers: whose dated findings are told.
        helps: barriers whose help is told, for the nation.
        aim: what the talk is for.
        prompts: questions, in order.
    """

    id: str
    title: str
    label: str
    spot: re.Pattern[str]
    barriers: tuple[str, ...]
    helps: tuple[str, ...]
    aim: tuple[str, ...]
    prompts: tuple[Prompt, ...]


@lru_cache(maxsize=1)
def load_plans() -> Mapping[str, Plan]:
    """Return the plans by id; the one for any subject comes last.

    Raises:
        ContentError: a file is wrong; says which and where.
    """
    names = sorted(p.stem for p in DATA.glob("*.yml") if p.stem not in (SHARED, ANY))
    return {name: _plan(name) for name in (*names, ANY)}


def plan_for(text: str) -> Plan | None:
    """Return the plan that the words ask for, or None where they name no subject."""
    words = text.lower()
    return next((p for p in load_plans().values() if p.id != ANY and p.spot.search(words)), None)


@lru_cache(maxsize=1)
def load_shared() -> Mapping[str, Any]:
    """Return what all plans share."""
    return _read(SHARED)


def minutes() -> int:
    """Return how long a talk takes, in minutes."""
    return sum(int(step["minutes"]) for step in load_shared()["steps"])


def _plan(name: str) -> Plan:
    data = _read(name)
    try:
        plan = Plan(
            id=name,
            title=data["title"],
            label=data["label"],
            spot=re.compile(data["spot"]),
            barriers=tuple(data["barriers"]),
            helps=tuple(data["helps"]),
            aim=tuple(data["aim"]),
            prompts=tuple(Prompt(**prompt) for prompt in data["prompts"]),
        )
    except (KeyError, TypeError, re.error) as wrong:
        raise ContentError(f"sessions/{name}.yml: {wrong} is missing or wrong.") from wrong
    if unknown := {*plan.barriers, *plan.helps} - set(load_entries()):
        raise ContentError(f"sessions/{name}.yml: there is no barrier {sorted(unknown)}.")
    return plan


def _read(name: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((DATA / f"{name}.yml").read_text(encoding="utf-8"))
    return data
