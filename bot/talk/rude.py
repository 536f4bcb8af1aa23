"""Rude words meant for the guide, apart from rude words that somebody else said to the person.

Nobody is scolded for it: whoever is rude to a computer has mostly been let down before. Only
messages that ask nothing and tell of nobody else are taken for rude.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import yaml

DATA = Path(__file__).parents[2] / "data" / "talk" / "rude.yml"

#: A longer message tells a story, whatever words are in it.
MOST_WORDS = 14
#: Words that may stand between "you" or "bot" and the insult: "you are a complete and utter fool".
MOST_BETWEEN = 4

_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
_STARS = "*@#$"
_YOU = frozenset({"you", "youre", "your", "u", "ur", "ya", "ye", "yer", "yous"})


def is_rude(text: str) -> bool:
    """Return whether a message insults the guide and does nothing else."""
    words = _words(text)
    if not words or len(words) > MOST_WORDS:
        return False
    if _has(words, "others") or _has(words, "work") or (_has(words, "asks") and "?" in text):
        return False
    if _has(words, "outbursts") or tuple(words) in _lists()["alone"].get(words[0], ()):
        return True
    if _has(words, "self") and not _has(words, "opinions"):
        return False
    insulted = _places(words, "insults")
    meant = [n for n, word in enumerate(words) if word in _YOU] + _places(words, "bot")
    return any(abs(one - other) <= MOST_BETWEEN + 1 for one in insulted for other in meant)


def _words(text: str) -> list[str]:
    """Return the words, each star replaced where it makes one of ours."""
    plain = text.lower().replace("\u2019", "").replace("'", "")
    found = re.findall(rf"[a-z0-9{re.escape(_STARS)}]+", plain)
    return [_unmasked(_DRAWN_OUT.sub(r"\1", word)) for word in found]


def _unmasked(word: str) -> str:
    if not any(star in word for star in _STARS) or not word[0].isalpha():
        return word
    pattern = re.compile("".join("[a-z]" if letter in _STARS else letter for letter in word))
    return next((known for known in _single_words() if pattern.fullmatch(known)), word)


def _has(words: Sequence[str], name: str) -> bool:
    return bool(_places(words, name))


def _places(words: Sequence[str], name: str) -> list[int]:
    """Return where entries of a list begin in the words."""
    entries = _lists()[name]
    return [
        place
        for place, word in enumerate(words)
        for entry in entries.get(word, ())
        if tuple(words[place : place + len(entry)]) == entry
    ]


@lru_cache(maxsize=1)
def _lists() -> dict[str, dict[str, list[tuple[str, ...]]]]:
    """Return the lists: entries in words, by their first word."""
    data = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for name, entries in data.items():
        by_first = found.setdefault(name, {})
        for entry in entries:
            parts = tuple(str(entry).split())
            by_first.setdefault(parts[0], []).append(parts)
    return found


@lru_cache(maxsize=1)
def _single_words() -> tuple[str, ...]:
    """Return every rude word once, for stars to stand for; those cursed most often come first."""
    entries = (
        entry
        for name in ("alone", "insults", "outbursts")
        for of_word in _lists()[name].values()
        for entry in of_word
    )
    return tuple(dict.fromkeys(word for entry in entries for word in entry))
