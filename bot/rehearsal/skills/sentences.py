"""A turn cut into sentences, also where whoever typed or transcribed it left out the stops."""

from __future__ import annotations

import re
from collections.abc import Iterable

_END = re.compile(r"(?<=[.!?…])[\"”']?\s+|\n+|\s+[-–—]+\s+|;\s+")
_ABBREVIATED = re.compile(r"\b(?:e\.g|i\.e|mr|mrs|ms|dr|etc|p\.m|a\.m)\.$", re.IGNORECASE)
_LONG = 12
"""A stretch of more words than this may be several sentences without stops."""

_FEWEST = 3

_ASKING = (
    r"(?:what|how|why|when|where|who|which|tell me|do|did|does|are|is|was|were|have|has|had|can|"
    r"could|would|will|should)"
)
_BOUND = "".join(
    rf"(?<!\b{word})"
    for word in (
        *("what", "how", "why", "when", "where", "who", "which", "and", "so", "but", "or"),
        *("long", "many", "much", "often", "far", "old"),
    )
)
"""Words that belong to what follows, so that nothing is cut after them."""

_NEXT = re.compile(
    rf"{_BOUND},?\s+(?=(?:(?:and|so|but|or|okay|ok|right|now|well)\s+(?:um\s+|er\s+|erm\s+|like\s+)?"
    rf"(?:{_ASKING}\b|you\b|you'|it\b|it'|i\b|i'|that's|there's|we\b|let's|if\b))"
    r"|(?:do|did|have|are|would|could|can|will) you\b|is there\b|what(?:'s|s)? (?:is|do|would|"
    r"about|are|did)\b|how (?:do|did|would|are|long|much|many)\b|it sounds\b|sounds like\b)",
    re.IGNORECASE,
)


def sentences_of(text: str) -> tuple[str, ...]:
    """Return the sentences of a turn as they were written, without the space around them."""
    parts = _joined(part.strip() for part in _END.split(text))
    return tuple(piece for part in parts for piece in _cut(part)) or (text.strip(),)


def _joined(parts: Iterable[str]) -> list[str]:
    """Return the parts, those that only an abbreviation ended put together again."""
    joined: list[str] = []
    for part in parts:
        if joined and _ABBREVIATED.search(joined[-1]):
            joined[-1] = f"{joined[-1]} {part}"
        elif part:
            joined.append(part)
    return joined


def _cut(sentence: str) -> list[str]:
    if len(sentence.split()) <= _LONG:
        return [sentence]
    pieces: list[str] = []
    for piece in _NEXT.split(sentence):
        if pieces and min(len(pieces[-1].split()), len(piece.split())) < _FEWEST:
            pieces[-1] = f"{pieces[-1]} {piece}"
        else:
            pieces.append(piece)
    return pieces
