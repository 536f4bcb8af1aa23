"""The safety check of one message: rules first, then likeness, whole and part by part."""

from __future__ import annotations

from functools import lru_cache

from bot.errors import SetupError
from bot.language.embedding import get_embedder
from bot.safety.finding import About, Kind, SafetyFinding
from bot.safety.idioms import in_plain_words
from bot.safety.learning import train_safety
from bot.safety.likeness import Likeness
from bot.safety.phrasing import windows
from bot.safety.rules import first_match

WINDOW_MARGIN = 0.25
"""A part of a message has to be this much surer than a whole one: it lacks what is around it."""

_SURE_OF_WHOM = 0.15


def detect(text: str) -> SafetyFinding | None:
    """Tell whether a message must be answered for safety before anything else.

    Built for recall: it would rather ask once too often. It reads one message alone, not the
    conversation. The first call of a process loads the model, and learns it where there is none
    for the present data.

    Args:
        text: one message, of any length.

    Raises:
        ContentError: a data file is wrong.
        SetupError: the language model is missing, and no rule has spoken.
    """
    if not text.strip():
        return None
    rule = first_match(text)
    if rule is not None:
        return SafetyFinding(rule.kind, "rule", _about(text), rule.matter)
    kind = _most_alike(text)
    return SafetyFinding(kind, "likeness", _about(text)) if kind else None


@lru_cache(maxsize=1)
def get_likeness() -> Likeness:
    """Return the likeness model of this process, loaded or learnt on first use."""
    return Likeness.load(train_safety())


def _most_alike(text: str) -> Kind | None:
    model, embedder = get_likeness(), get_embedder()
    text = in_plain_words(text)
    ((kind, surplus),) = model.scores([text], embedder.embed([text]))
    if surplus > 0:
        return kind
    parts = windows(text)
    if not parts:
        return None
    found = model.scores(parts, embedder.embed(parts))
    kind, surplus = max(found, key=lambda pair: pair[1])
    return kind if surplus > WINDOW_MARGIN else None


def _about(text: str) -> About | None:
    try:
        calm = in_plain_words(text)
        score = get_likeness().score_of_other(calm, get_embedder().embed([calm]))
    except SetupError:
        return None  # the helplines matter more than whom they are for
    if abs(score) < _SURE_OF_WHOM:
        return None
    return "other" if score > 0 else "self"
