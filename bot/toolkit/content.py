"""The toolkit as it stands in data/toolkit: parts, questions, practices, limits and next steps.

The three dimensions and the restrictive-expansive spectrum are those of Payne, Butler and Rose
(De Montfort University), Thought Paper Part 1; the words are ours (data/toolkit/source.yml).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

import attrs
import yaml

from bot.errors import ContentError

DATA = Path(__file__).parents[2] / "data" / "toolkit"

Role = Literal["manager", "key_worker", "user"]
ROLES: tuple[Role, ...] = get_args(Role)
STAFF: tuple[Role, ...] = ("manager", "key_worker")

#: The parts that have a spectrum, in the order in which they are asked and shown.
DIMENSIONS = ("framing", "choices", "employers", "own_staff")
#: The part without a spectrum, and the one that a programme user is asked.
DIRECTION, USERS = "direction", "users"
#: The question on limits, asked before next steps.
LIMITS = "limits"
#: Steps of the spectrum: 0 is the restrictive end, 4 the expansive end.
LOWEST, HIGHEST = 0, 4


@attrs.frozen
class Practice:
    """A way of doing things that somebody can choose.

    Attributes:
        id: its name; unique among all practices.
        label: the words on its button, at most 20 characters.
        say: the description, free of judgement.
        at: where it stands on the spectrum, from and to; None where it moves nothing.
        words: what somebody may type who means it.
    """

    id: str
    label: str
    say: str
    at: tuple[int, int] | None = None
    words: tuple[str, ...] = ()


@attrs.frozen
class Question:
    """One question.

    Attributes:
        id: its name.
        part: the part that asks it.
        places: the dimension that it moves or speaks of; None where it belongs to none.
        roles: who is asked.
        ask, short, why: the question; its subject in a few words; why it is asked.
        covers: questions of the paper that it covers.
        practices: what can be chosen; empty for an open question.
        many: several can be chosen.
        beside: the staff question that a user's question stands beside.
    """

    id: str
    part: str
    places: str | None
    roles: tuple[Role, ...]
    ask: str
    short: str
    why: str
    covers: tuple[str, ...]
    practices: tuple[Practice, ...]
    many: bool = False
    beside: str | None = None

    @property
    def open(self) -> bool:
        """Whether it is answered in own words alone."""
        return not self.practices

    @property
    def placed(self) -> bool:
        """Whether its answers have a place on a spectrum."""
        return any(practice.at for practice in self.practices)

    def chosen(self, ids: tuple[str, ...] | list[str]) -> tuple[Practice, ...]:
        """Return the practices of these ids, in the order of the question."""
        return tuple(practice for practice in self.practices if practice.id in ids)


@attrs.frozen
class Step:
    """A next step.

    Attributes:
        id, say: its name and words.
        dimension: where it belongs.
        suits: limits that it works within.
        hindered_by: limits that stand in its way.
        roles: for whom it is.
        unless: practices that make it needless.
    """

    id: str
    say: str
    dimension: str
    suits: tuple[str, ...]
    hindered_by: tuple[str, ...]
    roles: tuple[Role, ...]
    unless: tuple[str, ...]


@attrs.frozen
class Part:
    """A group of questions.

    Attributes:
        id, name, label, about: its name, in full, on a button, and what it is about.
        spot: what somebody types who wants this part.
        ends: words for the five places of its spectrum; empty where it has none.
        questions, steps: what is asked, and what may come next.
    """

    id: str
    name: str
    label: str
    about: str
    spot: re.Pattern[str]
    ends: tuple[str, ...]
    questions: tuple[Question, ...]
    steps: tuple[Step, ...]


@attrs.frozen
class Limit:
    """What limits a team, with the words for steps that fit it and for those that do not."""

    id: str
    name: str
    fits: str
    hinders: str


@attrs.frozen
class Toolkit:
    """All of it.

    Attributes:
        parts: by id, in order.
        questions: all, by id, the one on limits included.
        limits: by id.
        source: title, authors, publisher and short name of the paper.
        paper: the paper's questions, by our name for them.
        say: what the guide says around the questions.
        sharing: how many people must have answered before something is shown.
        examples: two teams to think with, each with a name and messages.
    """

    parts: Mapping[str, Part]
    questions: Mapping[str, Question]
    limits: Mapping[str, Limit]
    source: Mapping[str, str]
    paper: Mapping[str, str]
    say: Mapping[str, Any]
    sharing: Mapping[str, int]
    examples: Mapping[str, Mapping[str, Any]]

    def practice(self, name: str) -> Practice:
        """Return the practice of this id."""
        return next(p for q in self.questions.values() for p in q.practices if p.id == name)

    def asked_of(self, role: Role, part: str) -> tuple[Question, ...]:
        """Return the questions of a part for a role."""
        return tuple(q for q in self.parts[part].questions if role in q.roles)

    def parts_of(self, role: Role) -> tuple[str, ...]:
        """Return the parts that have questions for a role, in order."""
        return tuple(name for name in self.parts if self.asked_of(role, name))


@lru_cache(maxsize=1)
def load_toolkit(folder: Path = DATA) -> Toolkit:
    """Return the toolkit.

    Raises:
        ContentError: a file is wrong; says which and where.
    """
    parts = {name: _part(folder, name) for name in (*DIMENSIONS, DIRECTION, USERS)}
    limits = _read(folder, "limits")["question"]
    questions = {q.id: q for part in parts.values() for q in part.questions}
    questions[LIMITS] = _question("limits.yml", "", limits)
    words, paper = _read(folder, "say"), _read(folder, "source")
    made = Toolkit(
        parts=parts,
        questions=questions,
        limits={p["id"]: _limit(p) for p in limits["practices"]},
        source=paper["source"],
        paper={name: entry["about"] for name, entry in paper["questions"].items()},
        say=words["say"],
        sharing=words["sharing"],
        examples=_read(folder, "examples"),
    )
    _agrees(made)
    return made


def _part(folder: Path, name: str) -> Part:
    data, file = _read(folder, name), f"{name}.yml"
    return Part(
        id=name,
        name=_must(data, "name", file),
        label=_must(data, "label", file),
        about=_must(data, "about", file),
        spot=re.compile(data.get("spot", r"(?!)")),
        ends=tuple(data.get("ends", ())),
        questions=tuple(_question(file, name, entry) for entry in data["questions"]),
        steps=tuple(_step(file, name, entry) for entry in data.get("steps", ())),
    )


def _question(file: str, part: str, data: Mapping[str, Any]) -> Question:
    name = _must(data, "id", file)
    where = f"{file}, {name}"
    practices = tuple(_practice(where, entry) for entry in data.get("practices", ()))
    if not practices and not data.get("open"):
        raise ContentError(f"toolkit/{where}: give practices, or say `open: true`.")
    places = data.get("part", part)
    return Question(
        id=name,
        part=part,
        places=places if places in DIMENSIONS else None,
        roles=tuple(_must(data, "roles", where)),
        ask=_must(data, "ask", where).strip(),
        short=_must(data, "short", where),
        why=_must(data, "why", where).strip(),
        covers=tuple(_must(data, "covers", where)),
        practices=practices,
        many=bool(data.get("many")),
        beside=data.get("beside"),
    )


def _practice(where: str, data: Mapping[str, Any]) -> Practice:
    name = _must(data, "id", where)
    at = data.get("at")
    if at and not (LOWEST <= at[0] <= at[1] <= HIGHEST):
        raise ContentError(f"toolkit/{where}, {name}: `at` is [from, to], from 0 to 4.")
    return Practice(
        id=name,
        label=_must(data, "label", f"{where}, {name}"),
        say=_must(data, "say", f"{where}, {name}"),
        at=(at[0], at[1]) if at else None,
        words=tuple(str(words) for words in data.get("words", ())),
    )


def _step(file: str, part: str, data: Mapping[str, Any]) -> Step:
    return Step(
        id=_must(data, "id", file),
        say=_must(data, "say", file),
        dimension=part,
        suits=tuple(_must(data, "suits", file)),
        hindered_by=tuple(data.get("hindered_by", ())),
        roles=tuple(data.get("roles", STAFF)),
        unless=tuple(data.get("unless", ())),
    )


def _limit(data: Mapping[str, Any]) -> Limit:
    return Limit(*(_must(data, key, "limits.yml") for key in ("id", "name", "fits", "hinders")))


def _agrees(toolkit: Toolkit) -> None:
    """Raise where one entry names another that does not exist."""
    practices = [p.id for q in toolkit.questions.values() for p in q.practices]
    if twice := {name for name in practices if practices.count(name) > 1}:
        raise ContentError(f"toolkit: two practices are called {', '.join(sorted(twice))}.")
    for question in toolkit.questions.values():
        named = {*question.covers} - set(toolkit.paper)
        if question.beside and question.beside not in toolkit.questions:
            named.add(question.beside)
        if named:
            raise ContentError(f"toolkit, {question.id}: there is no {sorted(named)}.")
    for part in toolkit.parts.values():
        for step in part.steps:
            lost = ({*step.suits, *step.hindered_by} - set(toolkit.limits)) | (
                {*step.unless} - set(practices)
            )
            if lost:
                raise ContentError(f"toolkit/{part.id}.yml, {step.id}: there is no {sorted(lost)}.")


def _must(data: Mapping[str, Any], key: str, where: str) -> Any:
    if key not in data:
        raise ContentError(f"toolkit/{where}: `{key}` is missing.")
    return data[key]


def _read(folder: Path, name: str) -> dict[str, Any]:
    text = (folder / f"{name}.yml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return data
