"""Trip-wires for wording that several test folders share."""

from __future__ import annotations

import re

MOST_WORDS = 60
MOST_IN_A_SENTENCE = 25
BANNED = re.compile(
    r"\b(?:just|simply|should have|realistic|motivated|all you need|work-ready|job-ready)\b|!",
    re.IGNORECASE,
)


def too_long(text: str) -> list[str]:
    """Return what in a message is too long: the message, or a sentence of it."""
    found = [text] if len(text.split()) > MOST_WORDS else []
    sentences = re.split(r"(?<=[.?:;])\s+|\n+", text)
    return found + [s for s in sentences if len(s.split()) > MOST_IN_A_SENTENCE]


def banned(text: str) -> list[str]:
    """Return the words of a text that the guide's voice does not use."""
    return BANNED.findall(text)
