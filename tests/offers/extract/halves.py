"""Splitting a labelled set in two by its texts: a half to read, and a half left unread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bot.offers.measuring import is_unread


def half_of(text: str) -> str:
    """Which half a text belongs to: `read` (its mistakes may be looked at) or `unread`."""
    return "unread" if is_unread(text) else "read"


def halves(cases: Iterable[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    """The cases of each half, in their order."""
    split: dict[str, list[Mapping[str, Any]]] = {"read": [], "unread": []}
    for case in cases:
        split[half_of(str(case["text"]))].append(case)
    return split
