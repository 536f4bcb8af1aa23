"""Where the learnt likeness lies, and whether it still fits what it was learnt from."""

from __future__ import annotations

from pathlib import Path

from bot.language.keeping import Keeper, fingerprint_of
from bot.language.meaning import SOURCES as MEANING
from bot.offers.said.examples import SAID, load_examples, sources
from bot.offers.said.model import SaidModel

_CODE = ("clauses.py", "examples.py", "learning.py", "model.py")
_SPELLING = SAID.parent / "spelling.yml"  # examples are learnt in plain spelling


def _fingerprint() -> str:
    """Return a name for everything that the likeness is learnt from."""
    code = (Path(__file__).with_name(name) for name in _CODE)
    return fingerprint_of((*sources(), _SPELLING, *MEANING, *code))


def _learn(learnt_from: str) -> SaidModel:
    from bot.offers.said.learning import learn  # seldom needed, and slow to load

    return learn(*load_examples(), learnt_from)


KEEPER = Keeper("red_flags.npz", "How red flags are told", SaidModel.load, _fingerprint, _learn)
"""Keeps the likeness beside the model of the conversation."""
