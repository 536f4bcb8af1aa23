"""What is learnt beside the model of the conversation: kept in a file, learnt anew where needed.

`goodwork train` puts it beside that model. Where it is missing or out of date, a process learns it
itself, says so, and keeps it for the next one.
"""

from __future__ import annotations

import fcntl
import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar
from uuid import uuid4
from zipfile import BadZipFile

import attrs
import numpy as np
import structlog

from bot.settings import Settings

log = structlog.get_logger()


class Learnt(Protocol):
    """What can be kept."""

    @property
    def learnt_from(self) -> str:
        """The fingerprint of what it was learnt from."""

    def save(self, path: Path) -> None:
        """Write it to one file, whole or not at all."""


def write_whole(path: Path, **arrays: Any) -> None:
    """Write arrays to one file, whole or not at all, and its folder where there is none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{uuid4().hex}.part.npz")
    np.savez_compressed(part, **arrays)
    part.replace(path)


L = TypeVar("L", bound=Learnt)


def fingerprint_of(paths: Iterable[Path]) -> str:
    """Return a name for the content of some files, in their order."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@attrs.frozen
class Keeper(Generic[L]):
    """Keeps one thing that is learnt.

    Attributes:
        file: the name of its file.
        called: what it is, to begin a sentence with.
        load: reads the file; raises OSError, ValueError or KeyError where it can not.
        fingerprint: names everything that it is learnt from.
        learn: learns it, with that name; raises ContentError where a data file is wrong and
            SetupError where a language model is missing.
    """

    file: str
    called: str
    load: Callable[[Path], L]
    fingerprint: Callable[[], str]
    learn: Callable[[str], L]

    def fits(self, folder: Path) -> bool:
        """Say whether a folder holds it as learnt from the present data."""
        return self.load_fitting(folder / self.file) is not None

    def train(self, folder: Path) -> Path:
        """Learn it into a folder, unless it fits there already. The same data give the same.

        Raises:
            ContentError: a data file is wrong.
            SetupError: a language model is missing.
        """
        path = folder / self.file
        if self.load_fitting(path) is None:
            self.learn(self.fingerprint()).save(path)
        return path

    def load_or_learn(self) -> L:
        """Return it, from a file where one fits.

        Learning takes about half a minute. What was learnt is kept in the folder of the database,
        since the one for models may be read-only; where that is too, it lasts as long as the
        process.

        Raises:
            ContentError: a data file is wrong.
            SetupError: a language model is missing.
        """
        settings = Settings.from_environment()
        places = (settings.models / self.file, settings.var / self.file)
        if (kept := self._first_fitting(places)) is not None:
            return kept
        with _alone(settings.var / f"{self.file}.lock"):
            if (kept := self._first_fitting(places)) is not None:  # learnt meanwhile by another
                return kept
            log.warning(
                f"{self.called} has to be learnt first, which takes about half a minute. "
                "Run `goodwork train` once, and starts will be quick."
            )
            learnt = self.learn(self.fingerprint())
            try:
                learnt.save(settings.var / self.file)
            except OSError as error:
                log.warning(f"{self.called} can not be kept.", reason=str(error))
        return learnt

    def load_fitting(self, path: Path) -> L | None:
        """Return what a file holds; None where that is nothing, or not for the present data."""
        try:
            kept = self.load(path)
        except (OSError, ValueError, KeyError, BadZipFile):
            return None
        return kept if kept.learnt_from == self.fingerprint() else None

    def _first_fitting(self, places: Iterable[Path]) -> L | None:
        return next((kept for path in places if (kept := self.load_fitting(path))), None)


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Let one process learn at a time, so that the others find what it learnt."""
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        file = lock.open("w")
    except OSError:  # a folder that can not be written to: each learns for itself
        yield
        return
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
