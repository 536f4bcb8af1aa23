"""The entries on barriers, feelings and ways on, read from `data/barriers` and checked.

An entry on a barrier or a feeling has what is said first (`hear`, `cause`, `figures`, `offer`) and
parts that are told when somebody wants more. A way on (`paths/`) has parts that follow each other
as steps, and no cause. Everything said first comes in several wordings, so that it can be heard
twice without sounding like a machine. Where the words differ by who is asking they stand as
`[you|they]`: the first for the person, the second for a key worker, the third (or again the
second) for somebody close. Figures stand as `{fact.id}`, never as digits.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import attrs
import yaml

from bot.errors import ContentError
from bot.guide.content import Statement, read_when

DATA = Path(__file__).parents[2] / "data" / "barriers"

#: Where each kind of entry stands, by the key that its file opens with.
KINDS = {"barrier": "", "feeling": "feelings", "path": "paths"}

#: How many wordings each kind needs of what is said first.
WORDINGS = {
    "barrier": {"hear": 3, "cause": 2, "figures": 1, "offer": 2},
    "feeling": {"hear": 4, "cause": 3, "figures": 2, "offer": 3},
    "path": {"hear": 2, "offer": 1},
}

#: The parts of a barrier, in the order in which they are offered, with the words on the button.
PARTS = {
    "helps": "What can help",
    "key_worker": "With a key worker",
    "together": "With others",
}

_KEYS = {"label", "named", "hear", "cause", "figures", "offer", "parts", "simpler", "related"}


@attrs.frozen
class Figure:
    """One dated finding that shows that a barrier is shared.

    Attributes:
        fact: id of the fact; its first source gives the year that `{year}` stands for.
        say: the sentence, which names the source.
    """

    fact: str
    say: str


@attrs.frozen
class Part:
    """What is told on request.

    Attributes:
        label: the words on the button that leads here.
        statements: in order, each with its conditions.
    """

    label: str
    statements: tuple[Statement, ...]


@attrs.frozen
class Related:
    """Where to go next, by id.

    Attributes:
        topics: ids of topics of the guide.
        barriers: ids of other barriers.
        paths: ids of ways on.
    """

    topics: tuple[str, ...] = ()
    barriers: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()


@attrs.frozen
class Entry:
    """One barrier, feeling or way on.

    Attributes:
        id: as in the catalogue, or the name of the file for a way on.
        kind: `barrier`, `feeling` or `path`.
        label: the words on a button.
        named: the barrier in a few words, for naming several in one sentence.
        hear: recognition in the person's own terms, several wordings.
        cause: what lies outside the person, several wordings.
        figures: dated findings, told in turn.
        offer: the first of what helps, several wordings.
        parts: what is told on request, by id, in order.
        simpler: the whole in the simplest words.
        related: where to go next.
    """

    id: str
    kind: str
    label: str
    named: str
    hear: tuple[Statement, ...]
    cause: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    offer: tuple[Statement, ...]
    parts: Mapping[str, Part]
    simpler: tuple[Statement, ...]
    related: Related


@attrs.frozen
class Shared:
    """Words that all entries share.

    Attributes:
        doors: open questions to end on, by where they are asked.
        several: sentences that name several barriers; `<named>` stands for them.
        who: where advice is to be had, by nation.
        nation: the question that is asked where the help differs.
        done: what is said when all is told.
        in_your_job: the question whether someone is supported in a job.
    """

    doors: Mapping[str, tuple[str, ...]]
    several: tuple[str, ...]
    who: tuple[Statement, ...]
    nation: str
    done: str
    in_your_job: str


@lru_cache(maxsize=4)
def load_entries(folder: Path = DATA) -> Mapping[str, Entry]:
    """Return all entries by id.

    Raises:
        ContentError: a file is wrong; the message says which and where.
    """
    entries: dict[str, Entry] = {}
    for kind, place in KINDS.items():
        for path in sorted((folder / place).glob("*.yml")):
            entries[path.stem] = _entry(path, kind)
    for entry in entries.values():
        if missing := {*entry.related.barriers, *entry.related.paths} - set(entries):
            raise ContentError(f"{entry.id}.yml, related: there is no entry {sorted(missing)}.")
    return entries


@lru_cache(maxsize=4)
def load_shared(folder: Path = DATA) -> Shared:
    """Return the words that all entries share.

    Raises:
        ContentError: the file is wrong.
    """
    path = folder / "shared" / "words.yml"
    data = _read(path)
    try:
        return Shared(
            doors={place: tuple(doors) for place, doors in data["doors"].items()},
            several=tuple(data["several"]),
            who=_statements(path, "who", data["who"]),
            nation=data["nation"],
            done=data["done"],
            in_your_job=data["in_your_job"],
        )
    except KeyError as missing:
        raise ContentError(f"{path.name}: missing {missing}.") from missing


def _entry(path: Path, kind: str) -> Entry:
    data = _read(path)
    if data.get(kind) != path.stem:
        raise ContentError(f"{path.name}: the first key must be `{kind}: {path.stem}`.")
    if extra := set(data) - _KEYS - {kind}:
        raise ContentError(f"{path.name}: unknown keys {sorted(extra)}; known are {sorted(_KEYS)}.")
    for section, least in WORDINGS[kind].items():
        if len(data.get(section) or ()) < least:
            raise ContentError(f"{path.name}, {section}: write at least {least} wordings.")
    if not data.get("label") or not data.get("parts"):
        raise ContentError(f"{path.name}: needs a label and parts.")
    said = {
        section: _statements(path, section, data.get(section, ()))
        for section in ("hear", "cause", "offer", "simpler")
    }
    return Entry(
        id=path.stem,
        kind=kind,
        label=data["label"],
        named=data.get("named", data["label"].lower()),
        figures=tuple(_figure(path, raw) for raw in data.get("figures", ())),
        parts={name: _part(path, name, raw) for name, raw in data["parts"].items()},
        related=_related(path, data.get("related", {})),
        **said,
    )


def _part(path: Path, name: str, raw: Any) -> Part:
    if isinstance(raw, Mapping):
        return Part(raw["label"], _statements(path, name, raw["say"]))
    if name not in PARTS:
        raise ContentError(f"{path.name}, {name}: give it a `label` and what to `say`.")
    return Part(PARTS[name], _statements(path, name, raw))


def _figure(path: Path, raw: Any) -> Figure:
    if not isinstance(raw, Mapping) or set(raw) != {"fact", "say"}:
        raise ContentError(f"{path.name}, figures: each needs `fact` and `say`.")
    return Figure(raw["fact"], raw["say"])


def _related(path: Path, raw: Any) -> Related:
    if not isinstance(raw, Mapping) or set(raw) - {"topics", "barriers", "paths"}:
        raise ContentError(f"{path.name}, related: write lists of topics, barriers and paths.")
    return Related(**{kind: tuple(ids) for kind, ids in raw.items()})


def _statements(path: Path, section: str, raws: Any) -> tuple[Statement, ...]:
    return tuple(_statement(f"{path.name}, {section}, {n}", raw) for n, raw in enumerate(raws, 1))


def _statement(where: str, raw: Any) -> Statement:
    if isinstance(raw, str):
        return Statement(raw)
    if not isinstance(raw, Mapping) or "say" not in raw or set(raw) - {"say", "when", "relies_on"}:
        raise ContentError(f"{where}: write a sentence, or `say` with `when` and `relies_on`.")
    when = read_when(raw.get("when", {}), where)
    return Statement(raw["say"], when, tuple(raw.get("relies_on", ())))


def _read(path: Path) -> dict[str, Any]:
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as problem:
        raise ContentError(f"{path.name}: {problem}") from problem
    if not isinstance(data, dict):
        raise ContentError(f"{path.name}: should hold named things (key: value).")
    return data
