"""Where the learnt likeness lies, and whether it still fits what it was learnt from.

`goodwork train` puts it beside the model of the conversation. Where it is missing or out of date,
a process learns it itself, says so, and keeps it for the next one.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from zipfile import BadZipFile

import structlog

from bot.safety.examples import load_examples, sources
from bot.safety.idioms import DEFAULT as IDIOMS
from bot.safety.likeness import Likeness
from bot.safety.meaning import NOTES
from bot.settings import Settings

FILE = "safety.npz"

_CODE = ("learning.py", "likeness.py", "meaning.py", "examples.py", "idioms.py")

log = structlog.get_logger()


def fingerprint() -> str:
    """Return a name for everything that the likeness is learnt from."""
    digest = hashlib.sha256()
    code = (Path(__file__).with_name(name) for name in _CODE)
    for path in (*sources(), IDIOMS, *NOTES, *code):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def load_fitting(path: Path) -> Likeness | None:
    """Return the likeness in a file; None where there is none for the present data."""
    try:
        kept = Likeness.load(path)
    except (OSError, ValueError, KeyError, BadZipFile):
        return None
    return kept if kept.learnt_from == fingerprint() else None


def load_or_learn() -> Likeness:
    """Return the likeness, from a file where one fits.

    Learning takes about a minute. What was learnt is kept in the folder of the database, since
    the one for models may be read-only; where that is too, it lasts as long as the process.

    Raises:
        ContentError: a data file is wrong.
        SetupError: a language model is missing.
    """
    settings = Settings.from_environment()
    for folder in (settings.models, settings.var):
        kept = load_fitting(folder / FILE)
        if kept is not None:
            return kept
    log.warning(
        "The safety check has to learn first, which takes about a minute. "
        "Run `goodwork train` once, and starts will be quick."
    )
    from bot.safety.learning import learn  # scikit-learn is slow to load, and seldom needed

    model = learn(load_examples(), fingerprint())
    try:
        model.save(settings.var / FILE)
    except OSError as error:
        log.warning("What the safety check learnt can not be kept.", reason=str(error))
    return model
