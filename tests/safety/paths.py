"""Every safety answer that there is."""

from __future__ import annotations

from itertools import product

from bot.safety.finding import About, Kind
from bot.situation import Nation

Path = tuple[Kind, str | None, About, Nation | None]

_MATTERS: tuple[tuple[Kind, str | None], ...] = (
    ("distress", None),
    ("danger", None),
    ("danger", "home"),
    ("danger", "work"),
)


def paths(*nations: Nation | None) -> list[Path]:
    """Return kind, matter, whom it is about and nation, for each answer in these nations."""
    people: tuple[About, ...] = ("self", "other")
    return [(*matter, *who) for matter, who in product(_MATTERS, product(people, nations))]
