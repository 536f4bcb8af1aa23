"""Keeping what was learnt between runs, and learning it anew when the turns have changed."""

from __future__ import annotations

import hashlib
from pathlib import Path

from bot.rehearsal.skills.examples import SETTLING, TURNS, load_turns, sources
from bot.settings import Settings


def train_skills(folder: Path | None = None) -> Path:
    """Learn the model from data/rehearsal/turns, unless one of just this data is there.

    Takes about a minute, most of it for embedding the turns. The same data gives the same model.

    Args:
        folder: where models are kept; otherwise `rehearsal` in the folder of the settings.

    Returns:
        The file of the model.

    Raises:
        ContentError: a file of turns is wrong.
        SetupError: the language model is missing.
    """
    folder = folder or Settings.from_environment().var / "rehearsal"
    path = folder / f"skills-{_fingerprint()}.npz"
    if not path.is_file():
        from bot.rehearsal.skills.learning import learn  # late: scikit-learn is slow to load

        learn(load_turns(), load_turns(TURNS / SETTLING)).save(path)
        for old in folder.glob("skills-*.npz"):
            if old != path:
                old.unlink(missing_ok=True)
    return path


def _fingerprint() -> str:
    """Return a name for everything that the model is learnt from, this code included."""
    digest = hashlib.sha256()
    code = sorted(Path(__file__).parent.glob("*.py"))
    for path in (*sources(), *sources(TURNS / SETTLING), *code):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
