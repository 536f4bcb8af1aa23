"""The messages that the safety check learns from."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import attrs
import yaml

from bot.errors import ContentError
from bot.safety.finding import KINDS, About, Kind

ROOT = Path(__file__).parents[2]
MESSAGES = ROOT / "data" / "safety" / "messages"
QUESTIONS = ROOT / "data" / "nlu"
"""Examples of what people ask the guide; despair and danger among them, the rest is harmless."""

EVERY = 4
"""Of the harmless questions only every fourth is learnt from, to keep the model small."""

Label = Literal["distress", "danger", "innocent"]

_LABELS: tuple[Label, ...] = (*KINDS, "innocent")
_MARKED = re.compile(r"\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})")


@attrs.frozen
class Example:
    """A message and what it is.

    Attributes:
        text: the message.
        label: distress, danger or innocent.
        about: who is in trouble; None where nobody said.
        oblique: whether it says so without a plain word for it.
        own: True for messages written for the safety check, which thresholds are set on.
    """

    text: str
    label: Label
    about: About | None = None
    oblique: bool = False
    own: bool = True


def kind_of(label: Label) -> Kind | None:
    """Return the label as a kind of finding; None for innocent."""
    return None if label == "innocent" else label


def load_examples() -> tuple[Example, ...]:
    """Return everything to learn from: the safety messages, then the questions.

    Raises:
        ContentError: a file is wrong; names it.
    """
    own = [example for path in sorted(MESSAGES.glob("*.yml")) for example in _messages(path)]
    known = {example.text.lower() for example in own}
    asked = [example for example in _questions() if example.text.lower() not in known]
    return (*own, *asked)


def sources() -> tuple[Path, ...]:
    """Return the files that `load_examples` reads."""
    return (*sorted(MESSAGES.glob("*.yml")), *sorted(QUESTIONS.rglob("*.yml")))


def _messages(path: Path) -> list[Example]:
    data = _read(path)
    label = data.get("kind")
    if label not in _LABELS:
        raise ContentError(f"{path}: 'kind' must be one of {', '.join(_LABELS)}.")
    return [
        Example(text, label, group["about"], bool(group.get("oblique", False)))
        for group in data.get("groups", [])
        for text in group["messages"]
    ]


def _questions() -> list[Example]:
    found: list[Example] = []
    harmless = 0
    for path in sorted(QUESTIONS.rglob("*.yml")):
        for entry in _read(path).get("nlu", []):
            intent = entry.get("intent")
            if intent is None:
                continue
            for text in _lines(entry.get("examples", "")):
                if intent in KINDS:
                    found.append(Example(text, intent, own=False))
                    continue
                harmless += 1
                if harmless % EVERY == 0:
                    found.append(Example(text, "innocent", own=False))
    return found


def _lines(examples: str) -> list[str]:
    lines = (line.strip() for line in examples.splitlines())
    return [_MARKED.sub(r"\1", line[2:]) for line in lines if line.startswith("- ")]


@lru_cache(maxsize=256)
def _read(path: Path) -> dict[str, Any]:
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except (OSError, yaml.YAMLError) as error:
        raise ContentError(f"{path} can not be read: {error}") from error
    if not isinstance(data, dict):
        raise ContentError(f"{path}: expected names with values.")
    return data


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
