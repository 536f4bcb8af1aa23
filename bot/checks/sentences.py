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
    "deadlines.yml", "quiz", "letters", "matters.yml", "sessions", "money.yml", "handover.yml",
    "toolkit", "rehearsal/scenes", "rehearsal/feedback.yml", "rehearsal/summary.yml",
    "rehearsal/words.yml", "rehearsal/claims.yml",
)  # fmt: skip

#: Keys whose values are not said: conditions, patterns, names of things, notes for writers.
NOT_SAID = frozenset(
    {"when", "relies_on", "related", "topic", "needs", "payload", "pattern", "patterns", "words",
     "wording", "wordings", "spot", "signs", "sources", "source", "anchor", "note", "notes", "id",
     "facts", "buttons", "level_for", "phones", "by_nation", "asked_of_all", "any_of", "not",
     "match", "regex", "speaks", "from", "barriers", "topics", "measures", "rule", "case"}
)  # fmt: skip

#: Keys with other values that are not said, by where the file lies.
NOT_SAID_IN = {
    "rehearsal/scenes": frozenset({"about", "cues", "effects", "mood"}),
    "rehearsal/claims.yml": frozenset({"says", "unless", "between", "money", "number"}),
}

#: Keys whose words a made-up person says: the guide's voice does not bind them.
PLAYED = frozenset({"opens", "answers", "reacts", "says", "again", "met"})
#: Keys whose words are about the life of that person, and so hold figures of it.
OF_A_LIFE = frozenset({"intro", "instead"})
SCENES = "rehearsal/scenes"

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
        own_figures: the figures in it belong to a made-up life, not to the law.
    """

    where: str
    text: str
    quoted: bool = False
    own_figures: bool = False


def spoken(data: Path = DATA) -> Iterator[Spoken]:
    """Yield every text that the guide can say."""
    for name in SPOKEN:
        path = data / name
        files = sorted(path.rglob("*.yml")) if path.is_dir() else [path] if path.exists() else []
        for file in files:
            if str(file.relative_to(data)) in HEARD:
                continue
            content = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
            place = f"{file.relative_to(data)}"
            more = (keys for name, keys in NOT_SAID_IN.items() if place.startswith(name))
            yield from _texts(content, Spoken(place, ""), NOT_SAID.union(*more))


def _texts(value: Any, at: Spoken, left_out: frozenset[str]) -> Iterator[Spoken]:
    """Yield the texts in a value; `at` says where it stands and who speaks there."""
    if isinstance(value, str):
        if len(value.split()) >= FEWEST_WORDS:
            # "[for one|for another]" says one of them; the longest stands for all.
            value = _TEMPLATE.sub(" ", value)
            longest = _CHOICE.sub(lambda m: max(m[1].split("|"), key=len), value.strip())
            yield attrs.evolve(at, text=longest)
    elif isinstance(value, Mapping):
        for key, part in value.items():
            if key not in left_out:
                yield from _texts(part, _under(at, key), left_out)
    elif isinstance(value, list):
        for number, part in enumerate(value, 1):
            here = attrs.evolve(at, where=f"{at.where} {number}")
            yield from _texts(part, here, left_out)


def _under(at: Spoken, key: str) -> Spoken:
    in_scene = at.where.startswith(SCENES)
    played = in_scene and key in PLAYED
    return attrs.evolve(
        at,
        where=f"{at.where}, {key}",
        quoted=at.quoted or played or key == "quoted",
        own_figures=at.own_figures or played or (in_scene and key in OF_A_LIFE),
    )
