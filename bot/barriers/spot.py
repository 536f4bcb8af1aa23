"""Find every barrier that a story names, not only the one that the classifier likes best."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import yaml

from bot.barriers.content import DATA, load_entries
from bot.errors import ContentError

#: From this confidence on, an intent of the ranking is offered, though not said to be named.
LIKELY_FROM = 0.2

_PREFIX = "barrier_"


@lru_cache(maxsize=4)
def _patterns(name: str, folder: Path = DATA) -> Mapping[str, re.Pattern[str]]:
    path = folder / "shared" / f"{name}.yml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    if unknown := set(data) - set(load_entries(folder)):
        raise ContentError(f"{path.name}: there is no entry {sorted(unknown)}.")
    try:
        return {
            name: re.compile(r"\b(?:" + "|".join(patterns) + r")\b")
            for name, patterns in data.items()
        }
    except re.error as problem:
        raise ContentError(f"{path.name}: a pattern is wrong: {problem}.") from problem


def spotted(text: str, kind: str = "barrier") -> tuple[str, ...]:
    """Return the ids of the entries of a kind that the words name, in the order of the story."""
    return _found("spotting", text, kind)


def hinted(text: str) -> tuple[str, ...]:
    """Return the ids of barriers that the words hint at; they may be offered, not named."""
    return _found("hints", text, "barrier")


def _found(patterns: str, text: str, kind: str) -> tuple[str, ...]:
    words = " ".join(text.lower().replace("’", "'").split())
    found = {
        name: match.start()
        for name, pattern in _patterns(patterns).items()
        if load_entries()[name].kind == kind and (match := pattern.search(words))
    }
    return tuple(sorted(found, key=lambda name: found[name]))


def barriers_in(text: str, intent: str) -> tuple[str, ...]:
    """Return the ids of all barriers heard: the understood one first, then as the story goes."""
    return tuple(dict.fromkeys([*_barriers((intent,)), *spotted(text)]))


def likely(ranking: Sequence[tuple[str, float]]) -> tuple[str, ...]:
    """Return the ids of barriers that the classifier thinks likely; they may be offered."""
    return _barriers(name for name, confidence in ranking if confidence >= LIKELY_FROM)


def _barriers(intents: Iterable[str]) -> tuple[str, ...]:
    known = load_entries()
    names = (name.removeprefix(_PREFIX) for name in intents if name.startswith(_PREFIX))
    return tuple(name for name in names if name in known)
