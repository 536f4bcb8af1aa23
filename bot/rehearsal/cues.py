"""What a turn is about: by words that show it, and by sentences that mean the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

import attrs
import numpy as np
import numpy.typing as npt

from bot.language.embedding import get_embedder
from bot.rehearsal.scene import Cue, Scene

Floats = npt.NDArray[np.float32]

ALIKE = 0.62
"""From this cosine on, a turn means what an example of a cue means."""

_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'"})
#: Without its apostrophe each of these forms can be another word: “I'll” ill, “we'd” wed.
_APART = re.compile(r"(?<=[a-z])'(?=(?:ll|d|re)\b)")
_MARK = "_"
_NOT_WORD = re.compile(r"[^\w£ ]+")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
_BETWEEN = r"(?: \w+){0,3} "


@attrs.frozen(eq=False)
class Examples:
    """The examples of a scene's cues, as vectors; row by row the cue that they stand for."""

    cues: tuple[str, ...]
    vectors: Floats


def cues_in(scene: Scene, text: str) -> tuple[str, ...]:
    """Return the cues that a turn is about, the surest first.

    The embedding of a message that was read a moment ago is remembered in this process, so that
    this costs no second one. The examples of a scene are embedded when it is first played.
    """
    words = told_apart(text)
    found: dict[str, float] = {}
    for name, pattern in _patterns(scene).items():
        longest = max((len(match[0]) for match in pattern.finditer(words)), default=0)
        if longest:
            found[name] = 1.0 + longest / 100
    for name, likeness in _alike(scene, text).items():
        if likeness >= ALIKE:
            found[name] = max(found.get(name, 0.0), likeness)
    return tuple(sorted(found, key=lambda name: (scene.cues[name].shared, -found[name])))


def sentence_about(scene: Scene, cues: Iterable[str], text: str) -> str:
    """Return the first sentence of a turn that shows one of the cues by its words, or nothing."""
    patterns = [found for cue in cues if (found := _patterns(scene).get(cue))]
    for sentence in _SENTENCE.split(text):
        if any(pattern.search(told_apart(sentence)) for pattern in patterns):
            return sentence.strip()
    return ""


def plain(text: str) -> str:
    """Return the words of a text in lower case, without marks, one blank between."""
    return told_apart(text).replace(_MARK, "")


def told_apart(text: str) -> str:
    """Return the plain words, with a mark in forms that would turn into others: “i_ll” for “I'll”.

    A cue for “ill” then passes over “I'll”, and one for “I'll” still finds it typed as “ill”.
    """
    straight = text.translate(_QUOTES).lower().replace(_MARK, " ")
    marked = _APART.sub(_MARK, straight).replace("'", "").replace("-", " ")
    return " ".join(_NOT_WORD.sub(" ", marked).split())


def pattern_of(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return what finds any of the words or phrases in a text told apart; None without words."""
    if not words:
        return None
    return re.compile(r"\b(?:" + "|".join(_phrase(each) for each in words) + r")\b")


def _phrase(words: str) -> str:
    parts = [told_apart(part).split() for part in words.replace("*", "ˣ").split("..")]
    phrases = [" ".join(map(re.escape, part)) for part in parts if part]
    return _BETWEEN.join(phrases).replace("ˣ", r"\w*").replace(_MARK, f"{_MARK}?")


@lru_cache(maxsize=128)
def _patterns_of(cues: tuple[Cue, ...]) -> Mapping[str, re.Pattern[str]]:
    made = ((cue.id, pattern_of(cue.words)) for cue in cues)
    return {name: pattern for name, pattern in made if pattern}


def _patterns(scene: Scene) -> Mapping[str, re.Pattern[str]]:
    return _patterns_of(tuple(scene.cues.values()))


def _likes(scene: Scene) -> tuple[tuple[str, str], ...]:
    return tuple((name, like) for name, cue in scene.cues.items() for like in cue.like)


@lru_cache(maxsize=128)
def _examples(_scene: str, likes: tuple[tuple[str, str], ...]) -> Examples | None:
    if not likes:
        return None
    embedder = get_embedder()
    rows = [embedder.embed([like])[0] for _, like in likes]
    return Examples(tuple(name for name, _ in likes), np.vstack(rows))


def _alike(scene: Scene, text: str) -> dict[str, float]:
    examples = _examples(scene.id, _likes(scene))
    if examples is None or not text.strip():
        return {}
    likeness = examples.vectors @ get_embedder().embed([text])[0]
    best: dict[str, float] = {}
    for name, value in zip(examples.cues, likeness, strict=True):
        best[name] = max(best.get(name, 0.0), float(value))
    return best
