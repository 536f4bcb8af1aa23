"""Where what was learnt about turns lies, and whether it still fits what it was learnt from."""

from __future__ import annotations

from pathlib import Path

from bot.language.embedding import LANGUAGE
from bot.language.keeping import Keeper, fingerprint_of
from bot.rehearsal.skills.examples import SETTLING, TURNS, load_turns, sources
from bot.rehearsal.skills.model import SkillModel

_CODE = (
    "cues.py",
    "examples.py",
    "features.py",
    "labels.py",
    "learning.py",
    "model.py",
    "patterns.py",
    "sentences.py",
)


def _fingerprint() -> str:
    """Return a name for everything that the model is learnt from."""
    embedding = LANGUAGE / "general.json"  # tells which one it is
    code = (Path(__file__).with_name(name) for name in _CODE)
    return fingerprint_of((*sources(), *sources(TURNS / SETTLING), embedding, *code))


def _learn(learnt_from: str) -> SkillModel:
    from bot.rehearsal.skills.learning import learn  # seldom needed, and slow to load

    return learn(load_turns(), load_turns(TURNS / SETTLING), learnt_from)


KEEPER = Keeper("skills.npz", "The reading of turns", SkillModel.load, _fingerprint, _learn)
"""Keeps the model beside that of the conversation."""
