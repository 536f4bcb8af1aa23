"""Buttons can be pressed, or their number or words typed: every channel gets the same."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def chosen(text: str, offered: Sequence[Mapping[str, str]]) -> str | None:
    """Return the payload of the offered button that `text` means, or None.

    Args:
        text: what was typed, for instance "2", "two", "option 2" or the words of a button.
        offered: the buttons of the last reply, `{"title", "payload"}`.
    """
    words = _plain(text)
    for button in offered:
        if words and words == _plain(button["title"]):
            return button["payload"]
    match = re.fullmatch(r"(?:option |number |no )?(\d|one|two|three|four|five|six)", words)
    if match:
        number = _NUMBERS.get(match[1]) or int(match[1])
        if 1 <= number <= len(offered):
            return offered[number - 1]["payload"]
    return None


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", text.lower()).split())
