"""Parts of a household that a message names: "single, rent 450 a month, no kids"."""

from __future__ import annotations

import re
from typing import Any

from bot.money.known import read

#: Words that say what a part of a message is about.
_ABOUT: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("rent", re.compile(r"\brent\b")),
    ("childcare", re.compile(r"\b(?:childcare|child care|nursery|child ?minder|after school)\b")),
    ("travel", re.compile(r"\b(?:bus|train|travel|fares?|petrol|get(?:ting)? (?:to|there))\b")),
    ("partner_pay", re.compile(r"\b(?:partner|husband|wife|he|she)\b.{0,20}\b(?:earns?|makes?)\b")),
    ("partner", re.compile(r"\b(?:partner|husband|wife|single|on my own|married)\b")),
    ("health", re.compile(r"\b(?:lcwra|lcw|limited capability)\b")),
    ("children", re.compile(r"\b(?:kids?|child|children|son|daughter|baby)\b")),
)
_NEXT = re.compile(r"[,;.]\s+|\s+and (?=(?:i|my|we|our|the|no|rent|single|live)\b)")


def named_in(text: str) -> dict[str, Any]:
    """Return each part of the household that the words name, by question, as a slot holds it."""
    found: dict[str, Any] = {}
    for part in _parts(text.lower()):
        for about, pattern in _ABOUT:
            if pattern.search(part) and (value := read(about, part)) is not None:
                found.setdefault(about, value)
                break
    if "partner_pay" in found:
        found["partner"] = True
    return found


def _parts(words: str) -> list[str]:
    """Cut words where a new part is named; "kids are 4, 7 and 9" stays together."""
    parts: list[str] = []
    for piece in _NEXT.split(words):
        if parts and not any(pattern.search(piece) for _, pattern in _ABOUT):
            parts[-1] += f", {piece}"
        else:
            parts.append(piece)
    return parts
