"""Read scenes and people, and say what is wrong with them in words that a writer can use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.errors import ContentError
from bot.rehearsal.scene import (
    DOINGS,
    ENDING_KINDS,
    PARTNERS,
    PRACTISING,
    Answer,
    Cue,
    Move,
    Objection,
    Person,
    Right,
    Scene,
    Secret,
    State,
    When,
)

DATA = Path(__file__).parents[2] / "data" / "rehearsal"

LONGEST = 16
"""Turns that a scene lasts where it does not say so."""

_WHEN = {"does", "about", "not", "trust", "below", "turns", "told", "secrets", "met", "so_far"}
_SCENE = {
    "title", "label", "practising", "partner", "person", "about", "intro", "opens", "start",
    "trust", "lasts", "states", "anywhere", "time_up", "cues", "answers", "reacts", "secrets",
    "objections", "rights", "asks", "effects", "instead", "hints",
}  # fmt: skip
_STATE = {"mood", "says", "moves", "reacts", "objects", "ending", "means"}


@lru_cache(maxsize=2)
def load_scenes(folder: Path = DATA) -> Mapping[str, Scene]:
    """Return all scenes by id, in the order of their files.

    Raises:
        ContentError: a file is wrong; the message says which and where.
    """
    people = load_people(folder)
    shared = {name: _cues(entry, f"cues.yml, {name}", True) for name, entry in _shared_cues(folder)}
    effects = read(folder / "effects.yml")
    return {
        path.stem: _scene(path, people, shared, effects)
        for path in sorted((folder / "scenes").glob("*.yml"))
    }


@lru_cache(maxsize=2)
def load_people(folder: Path = DATA) -> Mapping[str, Person]:
    """Return the people by id.

    Raises:
        ContentError: a file is wrong.
    """
    return {path.stem: _person(path) for path in sorted((folder / "people").glob("*.yml"))}


@lru_cache(maxsize=1)
def load_words(folder: Path = DATA) -> Mapping[str, Any]:
    """Return what the guide says around scenes, and the words that steer one."""
    return read(folder / "words.yml")


def read(path: Path) -> Mapping[str, Any]:
    """Return a data file.

    Raises:
        ContentError: it can not be read, or holds no names with values.
    """
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as wrong:
        raise ContentError(f"{path.name} can not be read: {wrong}") from wrong
    if not isinstance(data, Mapping):
        raise ContentError(f"{path.name}: expected names with values.")
    return data


def _shared_cues(folder: Path) -> Sequence[tuple[str, Any]]:
    return list(read(folder / "cues.yml").items())


def _scene(
    path: Path,
    people: Mapping[str, Person],
    shared: Mapping[str, Mapping[str, Cue]],
    effects: Mapping[str, Any],
) -> Scene:
    raw, where = read(path), path.name
    _known(raw, _SCENE, where)
    for needed in ("title", "label", "person", "intro", "opens", "start", "states", "time_up"):
        if not raw.get(needed):
            raise ContentError(f"{where}: write `{needed}`.")
    if raw.get("practising") not in PRACTISING or raw.get("partner") not in PARTNERS:
        raise ContentError(f"{where}: `practising` and `partner` must be {PRACTISING}, {PARTNERS}.")
    if raw["person"] not in people:
        raise ContentError(f"{where}: there is no people/{raw['person']}.yml.")
    pair = f"{raw['practising']}_with_{raw['partner']}"
    cues = {
        **shared["everybody"],
        **shared.get(pair, {}),
        **_cues(raw.get("cues") or {}, f"{where}, cues"),
    }
    states = {name: _state(name, entry, where) for name, entry in raw["states"].items()}
    return Scene(
        id=path.stem,
        title=raw["title"],
        label=raw["label"],
        practising=raw["practising"],
        partner=raw["partner"],
        person=people[raw["person"]],
        about=_texts(raw.get("about"), f"{where}, about"),
        intro=_texts(raw["intro"], f"{where}, intro"),
        opens=_texts(raw["opens"], f"{where}, opens"),
        start=raw["start"],
        trust=int(raw.get("trust", 0)),
        lasts=int(raw.get("lasts", LONGEST)),
        states=states,
        anywhere=_moves(raw.get("anywhere"), f"{where}, anywhere"),
        time_up=_moves(raw["time_up"], f"{where}, time_up"),
        cues=cues,
        answers=_answers(raw.get("answers") or {}, f"{where}, answers"),
        reacts=_lists(raw.get("reacts"), f"{where}, reacts"),
        secrets=tuple(_secret(k, v, where) for k, v in (raw.get("secrets") or {}).items()),
        objections=tuple(_objection(k, v, where) for k, v in (raw.get("objections") or {}).items()),
        rights=tuple(_right(k, v, where) for k, v in (raw.get("rights") or {}).items()),
        asks=_texts(raw.get("asks"), f"{where}, asks"),
        effects=_effects(effects.get(pair), raw.get("effects"), cues, where),
        instead=_lists(raw.get("instead"), f"{where}, instead"),
        hints=_texts(raw.get("hints"), f"{where}, hints"),
    )


def _state(name: str, raw: Mapping[str, Any], where: str) -> State:
    where = f"{where}, states, {name}"
    _known(raw, _STATE, where)
    if raw.get("ending") not in (None, *ENDING_KINDS):
        raise ContentError(f"{where}: `ending` is one of {', '.join(ENDING_KINDS)}.")
    return State(
        id=name,
        mood=str(raw.get("mood", "")),
        says=_texts(raw.get("says"), f"{where}, says"),
        moves=_moves(raw.get("moves"), where),
        reacts=_lists(raw.get("reacts"), f"{where}, reacts"),
        objects=bool(raw.get("objects", False)),
        ending=raw.get("ending"),
        means=str(raw.get("means", "")).strip(),
    )


def _secret(name: str, raw: Mapping[str, Any], where: str) -> Secret:
    where = f"{where}, secrets, {name}"
    _known(raw, {"when", "says", "again", "missed", "trust"}, where)
    return Secret(
        name,
        _when(raw.get("when"), where),
        _texts(raw.get("says"), where),
        _texts(raw.get("again"), where),
        str(raw.get("missed", "")).strip(),
        int(raw.get("trust", 1)),
    )


def _objection(name: str, raw: Mapping[str, Any], where: str) -> Objection:
    where = f"{where}, objections, {name}"
    _known(raw, {"says", "when", "met", "missed"}, where)
    return Objection(
        name,
        _texts(raw.get("says"), where),
        _when(raw.get("when"), where),
        _texts(raw.get("met"), where),
        str(raw.get("missed", "")).strip(),
    )


def _right(cue: str, raw: Mapping[str, Any], where: str) -> Right:
    _known(raw, {"say", "facts"}, f"{where}, rights, {cue}")
    return Right(cue, str(raw.get("say", "")).strip(), _texts(raw.get("facts"), where))


def _person(path: Path) -> Person:
    raw, where = read(path), f"people/{path.name}"
    texts = ("puzzled", "asked_about_life", "asked_about_home")
    plain = ("name", "age", "life", "role", "manner")
    _known(raw, {*texts, *plain}, where)
    for needed in (*plain, "puzzled"):
        if not raw.get(needed):
            raise ContentError(f"{where}: write `{needed}`.")
    return Person(
        id=path.stem,
        name=str(raw["name"]),
        age=int(raw["age"]),
        life=str(raw["life"]),
        role=str(raw["role"]),
        manner=str(raw["manner"]),
        puzzled=_texts(raw["puzzled"], f"{where}, puzzled"),
        asked_about_life=_texts(raw.get("asked_about_life"), f"{where}, asked_about_life"),
        asked_about_home=_texts(raw.get("asked_about_home"), f"{where}, asked_about_home"),
    )


def _answers(raw: Mapping[str, Any], where: str) -> Mapping[str, Answer]:
    found = {}
    for name, entry in raw.items():
        entry = entry if isinstance(entry, Mapping) else {"says": entry}
        _known(entry, {"says", "again"}, f"{where}, {name}")
        found[name] = Answer(_texts(entry.get("says"), where), _texts(entry.get("again"), where))
    return found


def _cues(raw: Mapping[str, Any], where: str, shared: bool = False) -> Mapping[str, Cue]:
    found = {}
    for name, entry in raw.items():
        _known(entry, {"words", "like"}, f"{where}, {name}")
        if name in DOINGS:
            raise ContentError(f"{where}: {name} is the name of a skill or slip; take another.")
        words, like = (_texts(entry.get(key), f"{where}, {name}") for key in ("words", "like"))
        found[name] = Cue(name, words, like, shared)
    return found


def _moves(raw: Any, where: str) -> tuple[Move, ...]:
    moves = []
    for number, entry in enumerate(raw or (), 1):
        _known(entry, {"to", "when"}, f"{where}, move {number}")
        if not entry.get("to"):
            raise ContentError(f"{where}, move {number}: write where it leads under `to`.")
        moves.append(Move(entry["to"], _when(entry.get("when"), f"{where}, move {number}")))
    return tuple(moves)


def _when(raw: Any, where: str) -> When:
    raw = raw or {}
    _known(raw, _WHEN, f"{where}, when")
    return When(
        does=_texts(raw.get("does"), where),
        about=_texts(raw.get("about"), where),
        without=_texts(raw.get("not"), where),
        trust=None if raw.get("trust") is None else int(raw["trust"]),
        below=None if raw.get("below") is None else int(raw["below"]),
        turns=int(raw.get("turns", 0)),
        told=_texts(raw.get("told"), where),
        secrets=int(raw.get("secrets", 0)),
        met=int(raw.get("met", 0)),
        so_far=_texts(raw.get("so_far"), where),
    )


def _effects(shared: Any, own: Any, cues: Mapping[str, Cue], where: str) -> Mapping[str, int]:
    """Return what each skill, slip and cue adds to trust; the scene's own come last.

    A shared effect of a cue that the scene does not have is left out.
    """
    if shared is None:
        raise ContentError(f"{where}: effects.yml has no part for this pair of people.")
    kept = {name: int(v) for name, v in shared.items() if name in DOINGS or name in cues}
    for name in own or {}:
        if name not in DOINGS and name not in cues:
            raise ContentError(f"{where}, effects: {name} is no skill, slip or cue.")
    return {**kept, **{name: int(value) for name, value in (own or {}).items()}}


def _lists(raw: Any, where: str) -> Mapping[str, tuple[str, ...]]:
    return {name: _texts(entry, f"{where}, {name}") for name, entry in (raw or {}).items()}


def _texts(raw: Any, where: str) -> tuple[str, ...]:
    if raw is None:
        return ()
    if isinstance(raw, str):
        return (raw.strip(),)
    if isinstance(raw, list):
        raw = [str(each) if type(each) is int else each for each in raw]
    if not isinstance(raw, list) or not all(isinstance(each, str) for each in raw):
        raise ContentError(f"{where}: write a list of texts; quote those that hold a colon.")
    return tuple(each.strip() for each in raw)


def _known(raw: Any, keys: set[str], where: str) -> None:
    if not isinstance(raw, Mapping):
        raise ContentError(f"{where}: expected names with values.")
    if extra := sorted(set(map(str, raw)) - keys):
        raise ContentError(f"{where}: unknown keys {extra}; known are {sorted(keys)}.")
