"""What the likeness is learnt from: clauses of our own, and whole descriptions with their flags."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import attrs
import yaml

from bot.errors import ContentError
from bot.offers.offer import RedFlag
from bot.settings import ROOT

SAID = ROOT / "data" / "offers" / "said"

NOTHING = "none"
"""What a clause says that holds no red flag."""

TWIN = "not "
"""Goes before the flag that an innocent clause is near to. Twins are told apart as classes of
their own: among all that is innocent, the few near a flag would weigh next to nothing."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@attrs.frozen
class Clause:
    """A clause and what it says: one red flag, its innocent twin (`TWIN`), or `NOTHING`."""

    text: str
    says: str


@attrs.frozen
class Description:
    """A whole description and the red flags it holds, nobody said where."""

    text: str
    flags: tuple[str, ...]


def sources(folder: Path = SAID) -> tuple[Path, ...]:
    """Return the files to learn from, in a fixed order."""
    return tuple(sorted(folder.glob("*.yml")))


def load_examples(folder: Path = SAID) -> tuple[list[Clause], list[Description]]:
    """Return every clause and every description.

    Raises:
        ContentError: an entry is of no known shape, or names no red flag of ours.
    """
    clauses: list[Clause] = []
    descriptions: list[Description] = []
    for path in sources(folder):
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
        try:
            if isinstance(content, list):
                descriptions += [_description(entry) for entry in content]
            else:
                for flag, entry in content.items():
                    clauses += _clauses(flag, entry)
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise ContentError(f"{path.name} in data/offers/said: {error}") from error
    return clauses, descriptions


def _clauses(flag: str, entry: Any) -> list[Clause]:
    if flag == NOTHING:
        return [Clause(_words(text), NOTHING) for text in entry]
    if flag not in get_args(RedFlag):
        raise ValueError(f"{flag!r} is no red flag.")
    says = [Clause(_words(text), flag) for text in entry["says"]]
    return says + [Clause(_words(text), TWIN + flag) for text in entry["not"]]


def _description(entry: Any) -> Description:
    flags = tuple(entry["flags"])
    if unknown := set(flags) - set(get_args(RedFlag)):
        raise ValueError(f"{unknown} are no red flags.")
    return Description(_words(entry["text"]), flags)


def _words(text: Any) -> str:
    if not isinstance(text, str):
        raise ValueError(f"{text!r} is not in words; put it in quotes.")
    return text
