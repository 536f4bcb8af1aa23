"""Where what was learnt about turns lies, and whether it still fits what it was learnt from.

`goodwork train` puts it beside the model of the conversation. Where it is missing or out of date,
a process learns it itself, says so, and keeps it for the next one.
"""

from __future__ import annotations

import fcntl
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import BadZipFile

import structlog

from bot.language.embedding import LANGUAGE
from bot.rehearsal.skills.examples import SETTLING, TURNS, load_turns, sources
from bot.rehearsal.skills.model import SkillModel
from bot.settings import Settings

FILE = "skills.npz"

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

log = structlog.get_logger()


def train_skills(folder: Path) -> Path:
    """Learn from data/rehearsal/turns, unless what lies there was learnt from just these.

    Takes about a minute. The same data gives the same model.

    Args:
        folder: where models are kept.

    Returns:
        The file of the model.

    Raises:
        ContentError: a file of turns is wrong.
        SetupError: the language model is missing.
    """
    path = folder / FILE
    if _load_fitting(path) is None:
        _learn().save(path)
    return path


def load_or_learn() -> SkillModel:
    """Return the model, from a file where one fits.

    Learning takes about a minute. What was learnt is kept in the folder of the database, since
    the one for models may be read-only; where that is too, it lasts as long as the process.

    Raises:
        ContentError: a file of turns is wrong.
        SetupError: the language model is missing.
    """
    settings = Settings.from_environment()
    places = (settings.models / FILE, settings.var / FILE)
    if (kept := _first_fitting(places)) is not None:
        return kept
    with _alone(settings.var):
        if (kept := _first_fitting(places)) is not None:  # another process learnt it meanwhile
            return kept
        log.warning(
            "The reading of turns has to be learnt first, which takes about a minute. "
            "Run `goodwork train` once, and starts will be quick."
        )
        model = _learn()
        try:
            model.save(settings.var / FILE)
        except OSError as error:
            log.warning("What was learnt about turns can not be kept.", reason=str(error))
    return model


def _first_fitting(places: tuple[Path, ...]) -> SkillModel | None:
    return next((kept for place in places if (kept := _load_fitting(place)) is not None), None)


def _load_fitting(path: Path) -> SkillModel | None:
    """Return the model in a file; None where there is none for the present turns."""
    try:
        kept = SkillModel.load(path)
    except (OSError, ValueError, KeyError, BadZipFile):
        return None
    return kept if kept.learnt_from == _fingerprint() else None


def _learn() -> SkillModel:
    from bot.rehearsal.skills.learning import learn  # seldom needed, and slow to load

    return learn(load_turns(), load_turns(TURNS / SETTLING), _fingerprint())


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one process learn at a time, so that the others find what it learnt."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / f"{FILE}.lock").open("w")
    except OSError:  # a folder that can not be written to: each learns for itself
        yield
        return
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _fingerprint() -> str:
    """Return a name for everything that the model is learnt from."""
    digest = hashlib.sha256()
    code = (Path(__file__).with_name(name) for name in _CODE)
    embedding = LANGUAGE / "general.json"  # tells which one it is
    for path in (*sources(), *sources(TURNS / SETTLING), embedding, *code):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
