"""Turns with what they do: what the recognition learns from, and what it is measured on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import yaml

from bot.errors import ContentError
from bot.rehearsal.skills.labels import LABELS, Kind, kind_of
from bot.settings import ROOT

TURNS = ROOT / "data" / "rehearsal" / "turns"
"""To learn from; in `settling` those that only the thresholds are set on."""

HELD_OUT = ROOT / "tests" / "rehearsal" / "turns"

SETTLING = "settling"

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@attrs.frozen
class Example:
    """A turn and what it does.

    Attributes:
        text: the turn, as typed or transcribed.
        labels: skills and slips, the main one first; none is an answer too.
        topic: the name of its file.
    """

    text: str
    labels: tuple[str, ...]
    topic: str

    @property
    def kind(self) -> Kind:
        """What the turn mainly is."""
        return kind_of(self.labels)


def load_turns(folder: Path = TURNS) -> tuple[Example, ...]:
    """Return the turns in the files of a folder, not of those below it.

    A file holds `turns`: groups with the labels that they share (`is`) and one turn a line
    (`said`).

    Raises:
        ContentError: a file is wrong; says which, and where in it.
    """
    return tuple(
        Example(line.strip(), labels, path.stem)
        for path in sources(folder)
        for labels, said in _groups(path)
        for line in said.splitlines()
        if line.strip()
    )


def sources(folder: Path = TURNS) -> list[Path]:
    """Return the files that `load_turns` reads."""
    return sorted(folder.glob("*.yml"))


def _groups(path: Path) -> list[tuple[tuple[str, ...], str]]:
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except (OSError, yaml.YAMLError) as error:
        raise ContentError(f"{path} can not be read: {error}") from error
    if not isinstance(data, dict) or not isinstance(data.get("turns"), list):
        raise ContentError(f"{path}: expected `turns`, a list of groups.")
    return [_group(path, group) for group in data["turns"]]


def _group(path: Path, group: Any) -> tuple[tuple[str, ...], str]:
    if not isinstance(group, dict) or not isinstance(group.get("said"), str):
        raise ContentError(f"{path}: each group needs `is` and `said`.")
    labels = tuple(group.get("is") or ())
    unknown = [label for label in labels if label not in LABELS]
    if unknown:
        raise ContentError(f"{path}: {unknown[0]!r} is none of {', '.join(LABELS)}.")
    return labels, group["said"]
