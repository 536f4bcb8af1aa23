"""The words that steer a practice talk: stop, hint, go back to turn 3."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from bot.errors import ContentError
from bot.rehearsal.cues import plain
from bot.rehearsal.loading import DATA, read

Patterns = Mapping[str, re.Pattern[str]]


def steered(text: str) -> dict[str, str] | None:
    """Return what a whole message asks of the talk, `{"do": "back", "turn": "3"}`, or None."""
    words = plain(text)
    for name, pattern in load_steering()["steer"].items():
        if match := pattern.fullmatch(words):
            turn = next((value for value in match.groupdict().values() if value), None)
            return {"do": name, **({"turn": turn} if turn else {})}
    return None


def leaves_by(text: str) -> str | None:
    """Return the intent of a message that means the same in a talk as everywhere, or None."""
    words = plain(text)
    left = load_steering()["leave"].items()
    return next((name for name, pattern in left if pattern.fullmatch(words)), None)


def named(part: str, text: str) -> tuple[str, ...]:
    """Return the entries of `roles`, `partners` or `choices` that the words name."""
    words = plain(text)
    return tuple(name for name, p in load_steering()[part].items() if p.search(words))


@lru_cache(maxsize=1)
def load_steering() -> Mapping[str, Patterns]:
    """Return the patterns of `steering.yml` by part and name.

    Raises:
        ContentError: a pattern can not be read.
    """
    return {
        part: {
            name: _any_of(entry, f"steering.yml, {part}, {name}") for name, entry in rows.items()
        }
        for part, rows in read(DATA / "steering.yml").items()
    }


def _any_of(patterns: Iterable[str], where: str) -> re.Pattern[str]:
    try:
        return re.compile("|".join(f"(?:{each})" for each in patterns))
    except re.error as wrong:
        raise ContentError(f"{where}: this pattern can not be read: {wrong}.") from wrong
