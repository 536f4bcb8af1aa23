"""Every sentence in the data files that the guide can say, with the place where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import yaml

DATA = Path(__file__).parents[2] / "data"

#: Folders and files with words that the guide says.
SPOKEN = (
    "guide", "barriers", "talk", "safety/answers.yml", "scoring", "offers/questions.yml", "status",
    "deadlines.yml", "quiz", "letters", "matters.yml", "sessions", "money.yml", "handover.yml", "toolkit",
)  # fmt: skip

#: Keys whose values are not said: conditions, patterns, names of things, notes for writers.
NOT_SAID = frozenset(
    {"when", "relies_on", "related", "topic", "needs", "payload", "pattern", "patterns", "words",
     "wording", "wordings", "spot", "signs", "sources", "source", "anchor", "note", "notes", "id",
     "facts", "buttons", "level_for", "phones", "by_nation", "asked_of_all", "any_of", "not",
     "match", "regex", "speaks", "from", "barriers", "topics", "measures", "rule", "case"}
)  # fmt: skip

#: Files of words that people type, not the guide.
HEARD = frozenset(
    {"barriers/shared/spotting.yml", "barriers/shared/hints.yml", "scoring/signs.yml"}
)

FEWEST_WORDS = 4
_TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_CHOICE = re.compile(r"\[([^\[\]|]*(?:\|[^\[\]|]*)+)\]")


@attrs.frozen
class Spoken:
    """A text of a data file.

    Attributes:
        where: file and keys, for instance `guide/breaks.yml, act 2`.
        text: the words, with figures as `{fact.id}`.
        quoted: somebody else speaks here (a scene, an example), not the guide.
    """

    where: str
    text: str
    quoted: bool = False


def spoken(data: Path = DATA) -> Iterator[Spoken]:
    """Yield every text that the guide can say."""
    for name in SPOKEN:
        path = data / name
        files = sorted(path.rglob("*.yml")) if path.is_dir() else [path] if path.exists() else []
        for file in files:
            if str(file.relative_to(data)) in HEARD:
                continue
            content = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
            yield from _texts(content, f"{file.relative_to(data)}", False)


def _texts(value: Any, where: str, quoted: bool) -> Iterator[Spoken]:
    if isinstance(value, str):
        if len(value.split()) >= FEWEST_WORDS:
            # "[for one|for another]" says one of them; the longest stands for all.
            value = _TEMPLATE.sub(" ", value)
            longest = _CHOICE.sub(lambda m: max(m[1].split("|"), key=len), value.strip())
            yield Spoken(where, longest, quoted)
    elif isinstance(value, Mapping):
        for key, part in value.items():
            if key not in NOT_SAID:
                yield from _texts(part, f"{where}, {key}", quoted or key == "quoted")
    elif isinstance(value, list):
        for number, part in enumerate(value, 1):
            yield from _texts(part, f"{where} {number}", quoted)
