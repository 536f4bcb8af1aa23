"""What the form of a sentence tells: how it opens, whether it asks, whom it is about.

A sentence embedding blurs form: "You want nights" and "Do you want nights" lie close together. A
handful of patterns keeps them apart. They are hints that the learning weighs, not rules.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from bot.rehearsal.skills.patterns import PATTERNS
from bot.rehearsal.skills.sentences import sentences_of

Floats = npt.NDArray[np.float32]

_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'"})
_APOSTROPHES = re.compile(
    r"\b(you|they|we|i)(re|ve|ll|d)\b|\b(it|that|what|there|how|he|she|who|where)(s)\b"
    r"|\b(do|does|did|is|are|was|were|have|has|had|would|could|should|wo|ca)(nt)\b"
)
_NOT_WORDS = {"were", "well", "ill", "id", "wed", "shell"}

_FILLER = re.compile(
    r"(?:(?:so|and|but|okay|ok|right|well|u+m+|u+h+|er+m*|now|then|yeah|yep|yes|m+h*m*|mm-hmm|"
    r"hm+|alright|all right|aye|like|i mean|you know|oh|ah|great|good|lovely|brilliant|cool|sure|"
    r"no|see|look|listen|hi|hello|hiya|thanks|thank you|fair enough|i see|anyway|because|cos|"
    r"first(?: of all)?|just|also|actually|really|love|mate|pet|hen|duck|exactly|got it|"
    r"absolutely|perfect|wow|gosh|uh-huh|uh huh|mhm)\b[\s,.\-–…]*)+"
)

_CUES = {name: re.compile(pattern) for name, pattern in PATTERNS.items()}

_ASKS_CLOSED = ("inverted", "asks_for_fact")
_LONGEST = 40

WIDTH = 2 * len(_CUES) + 14
"""How many numbers `cues` returns."""


def cues(text: str) -> Floats:
    """Return the form of a turn as numbers between 0 and 1.

    First whether any sentence shows each pattern, then whether the last one does, then how long
    the turn is and how much it asks.
    """
    spoken = [plain(sentence) for sentence in sentences_of(text)]
    shown = np.array([_shown(sentence) for sentence in spoken], dtype=np.float32)
    return np.concatenate([shown.max(axis=0), shown[-1], _amounts(text, spoken, shown)])


def plain(sentence: str) -> str:
    """Return a sentence in lower case with its apostrophes, without the words it warms up with."""
    lowered = " ".join(sentence.translate(_QUOTES).lower().split())
    written = _APOSTROPHES.sub(_with_apostrophe, lowered)
    start = _FILLER.match(written)
    if start and start.end() < len(written):
        return written[start.end() :]
    return written


def closed_questions(text: str) -> int:
    """Return how many sentences of a turn open as closed questions do."""
    spoken = [plain(sentence) for sentence in sentences_of(text)]
    return sum(any(_CUES[name].search(each) for name in _ASKS_CLOSED) for each in spoken)


def _with_apostrophe(found: re.Match[str]) -> str:
    word = found[0]
    if word in _NOT_WORDS:
        return word
    ending = found[2] or found[4] or found[6]
    return word[: -len(ending)] + ("n't" if ending == "nt" else f"'{ending}")


def _shown(sentence: str) -> list[bool]:
    return [bool(cue.search(sentence)) for cue in _CUES.values()]


def _amounts(text: str, spoken: Sequence[str], shown: Floats) -> Floats:
    names = list(_CUES)
    marks = text.count("?")
    closed = sum(shown[:, names.index(name)] for name in _ASKS_CLOSED)
    asking = int(np.count_nonzero(closed))
    openly = int(np.count_nonzero(shown[:, names.index("asks_openly")]))
    words = len(text.split())
    steps = [
        min(math.log1p(words) / math.log1p(_LONGEST), 1.5),
        words <= 3,
        words <= 8,
        words > _LONGEST,
        len(spoken) >= 2,
        len(spoken) >= 4,
        marks >= 1,
        marks >= 2,
        marks >= 3,
        asking >= 2,
        asking >= 3,
        openly >= 2,
        asking >= 1 and openly >= 1,
        text.rstrip().endswith("?"),
    ]
    return np.array(steps, dtype=np.float32)
