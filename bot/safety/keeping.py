"""Where the learnt likeness lies, and whether it still fits what it was learnt from."""

from __future__ import annotations

from pathlib import Path

from bot.language.keeping import Keeper, fingerprint_of
from bot.language.meaning import SOURCES as MEANING
from bot.safety.examples import load_examples, sources
from bot.safety.idioms import DEFAULT as IDIOMS
from bot.safety.likeness import Likeness

_CODE = ("learning.py", "likeness.py", "examples.py", "idioms.py")


def fingerprint() -> str:
    """Return a name for everything that the likeness is learnt from."""
    code = (Path(__file__).with_name(name) for name in _CODE)
    return fingerprint_of((*sources(), IDIOMS, *MEANING, *code))


def _learn(learnt_from: str) -> Likeness:
    from bot.safety.learning import learn  # scikit-learn is slow to load, and seldom needed

    return learn(load_examples(), learnt_from)


KEEPER = Keeper("safety.npz", "The sound of distress", Likeness.load, fingerprint, _learn)
"""Keeps the likeness beside the model of the conversation."""
