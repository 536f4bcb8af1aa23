"""A description cut into the pieces that may say one thing each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

Piece = tuple[int, int]

MOST_PIECES = 40
"""Of a long message no more pieces are read: each costs about a millisecond."""

_FEWEST_WORDS = 3
_SENTENCE = re.compile(r"[.!?](?=\s|$)|[;\n]")
_CLAUSE = re.compile(
    r",(?!\d)|\s-\s|[:()]|\b(?:but|and|so|because|then|though|although|which|unless)\b"
)
_TRIMMED = " \t,-:()"


def pieces_of(text: str) -> list[Piece]:
    """Where each sentence, each clause and each two neighbouring clauses stand, sentences first.

    Args:
        text: in plain spelling.
    """
    sentences = list(_sentences(text))
    clauses = [_clauses(text, *sentence) for sentence in sentences]
    pieces = [
        *sentences,
        *(clause for parts in clauses if len(parts) > 1 for clause in parts),
        *((a[0], b[1]) for parts in clauses if len(parts) > 2 for a, b in pairwise(parts)),
    ]
    told = (trimmed for piece in pieces if (trimmed := _trimmed(text, *piece)) is not None)
    return list(dict.fromkeys(told))[:MOST_PIECES]


def _sentences(text: str) -> Iterator[Piece]:
    start = 0
    for match in _SENTENCE.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _clauses(text: str, start: int, end: int) -> list[Piece]:
    cuts = [start, *(match.start() for match in _CLAUSE.finditer(text, start, end)), end]
    return [(a, b) for a, b in pairwise(cuts) if text[a:b].strip(_TRIMMED)]


def _trimmed(text: str, start: int, end: int) -> Piece | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip(_TRIMMED))
    end -= len(words) - len(words.rstrip(_TRIMMED))
    return (start, end) if len(text[start:end].split()) >= _FEWEST_WORDS else None
