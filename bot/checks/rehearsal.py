"""Whether every scene can be played to an end, well and badly, and gives nothing away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from bot.checks.problem import Problem
from bot.errors import FactError, GoodWorkError
from bot.facts import fill, load_facts, placeholders
from bot.rehearsal.feedback import load_feedback, notes_of
from bot.rehearsal.loading import load_scenes
from bot.rehearsal.run import MOST_STEPS
from bot.rehearsal.said_facts import load_claims
from bot.rehearsal.scene import (
    DOINGS,
    ENDING_KINDS,
    LEAST_TRUST,
    MOST_TRUST,
    Move,
    Scene,
    State,
    When,
)
from bot.rehearsal.steering import load_steering
from bot.rehearsal.summary import load_summary

FEWEST_WORDINGS = 3
FEWEST_STATES = 8
FEWEST_SECRETS = 5
FEWEST_ENDINGS = 4
LONGEST_LABEL = 20


def check_scenes() -> Iterator[Problem]:
    """Yield what is wrong with a scene: dead ends, what nothing reaches, what is not there."""
    try:
        scenes = load_scenes()
    except GoodWorkError as wrong:
        yield Problem("data/rehearsal", str(wrong))
        return
    for scene in scenes.values():
        where = f"rehearsal/scenes/{scene.id}.yml"
        for check in (_shape, _names, _ways, _secrets, _wordings, _told):
            yield from check(scene, where)


def check_claims(on: date) -> Iterator[Problem]:
    """Yield statements of law that can not be put right on a day, and unreadable words."""
    store = load_facts()
    try:
        claims = load_claims()
        for load in (load_steering, load_feedback, load_summary):
            load()
    except GoodWorkError as wrong:
        yield Problem("data/rehearsal", str(wrong))
        return
    for claim in claims:
        try:
            tell = claim.tell.replace("{said}", "").replace("{since}", "")
            fill(tell, store, on, "england")
        except GoodWorkError as wrong:
            yield Problem("rehearsal/claims.yml", f"{claim.id}: {wrong}")
        for name in (claim.fact, *claim.also, *placeholders(claim.tell)):
            if "." in name and name not in store:
                yield Problem("rehearsal/claims.yml", f"{claim.id}: there is no fact {name}")


def _shape(scene: Scene, where: str) -> Iterator[Problem]:
    endings = [state for state in scene.states.values() if state.ending]
    if len(scene.label) > LONGEST_LABEL:
        yield Problem(where, f"the label is longer than {LONGEST_LABEL} characters")
    if len(scene.states) < FEWEST_STATES:
        yield Problem(where, f"{len(scene.states)} states; write at least {FEWEST_STATES}")
    if len(endings) < FEWEST_ENDINGS:
        yield Problem(where, f"{len(endings)} endings; write at least {FEWEST_ENDINGS}")
    for kind in {"good", "poor"} - {state.ending for state in endings}:
        yield Problem(where, f"no ending is `{kind}`; the kinds are {', '.join(ENDING_KINDS)}")
    if scene.partner == "job_seeker" and len(scene.secrets) < FEWEST_SECRETS:
        yield Problem(where, f"{len(scene.secrets)} secrets; write at least {FEWEST_SECRETS}")
    if not LEAST_TRUST <= scene.trust <= MOST_TRUST:
        yield Problem(where, f"trust lies between {LEAST_TRUST} and {MOST_TRUST}")
    if not 1 <= scene.lasts <= MOST_STEPS:
        yield Problem(where, f"a scene lasts at most {MOST_STEPS} turns")
    if scene.practising == "job_seeker" and not scene.asks:
        yield Problem(where, "write under `asks` which cues say clearly what one wants")
    if scene.partner == "job_seeker" and not (
        scene.person.asked_about_life and scene.person.asked_about_home
    ):
        yield Problem(where, f"{scene.person.id} needs `asked_about_life` and `asked_about_home`")


def _names(scene: Scene, where: str) -> Iterator[Problem]:
    """Yield names that stand for nothing."""
    secrets = {secret.id for secret in scene.secrets}
    known = {*DOINGS, *scene.cues}
    for place, when in _conditions(scene):
        for name in {*when.does} - {*DOINGS}:
            yield Problem(where, f"{place}: {name} is no skill or slip")
        for name in {*when.about} - {*scene.cues}:
            yield Problem(where, f"{place}: there is no cue {name}")
        for name in {*when.without, *when.so_far} - known:
            yield Problem(where, f"{place}: {name} is no skill, slip or cue")
        for name in {*when.told} - secrets:
            yield Problem(where, f"{place}: there is no secret {name}")
        if when.secrets > len(scene.secrets) or when.met > len(scene.objections):
            yield Problem(where, f"{place}: asks for more secrets or objections than there are")
    for place, move in _moves(scene):
        if move.to not in scene.states:
            yield Problem(where, f"{place}: there is no state {move.to}")
    if scene.start not in scene.states:
        yield Problem(where, f"start: there is no state {scene.start}")
    for part, names, allowed in (
        ("answers", scene.answers, set(scene.cues)),
        ("asks", scene.asks, set(scene.cues)),
        ("rights", [right.cue for right in scene.rights], set(scene.cues)),
        ("reacts", scene.reacts, known),
        ("instead", scene.instead, {*known, *notes_of(scene)}),
        *((f"states, {s.id}, reacts", s.reacts, known) for s in scene.states.values()),
    ):
        for name in set(names) - allowed:
            yield Problem(where, f"{part}: {name} is not known here")


def _ways(scene: Scene, where: str) -> Iterator[Problem]:
    """Yield states that nothing leads to, and states that lead nowhere."""
    last = scene.time_up[-1]
    if last.when != When():
        yield Problem(where, "time_up: the last line must hold always, so leave out its `when`")
    for move in scene.time_up:
        state = scene.states.get(move.to)
        if state and not state.ending:
            yield Problem(where, f"time_up: {move.to} is no ending")
    reached = _reached(scene, scene.start)
    for name, state in scene.states.items():
        if name not in reached:
            yield Problem(where, f"states, {name}: nothing leads here")
        if state.ending and state.moves:
            yield Problem(where, f"states, {name}: an ending leads nowhere; leave out its moves")
        if not state.ending and not state.moves:
            yield Problem(where, f"states, {name}: a dead end; write a way out under `moves`")
        elif not state.ending and not _ends(scene, name):
            yield Problem(where, f"states, {name}: no way from here leads to an ending")


def _secrets(scene: Scene, where: str) -> Iterator[Problem]:
    """Yield secrets and objections that nothing can find."""
    for secret in scene.secrets:
        if not secret.when.heeds_turn:
            yield Problem(where, f"secrets, {secret.id}: say what a turn must do to find it")
        if secret.id in secret.when.told:
            yield Problem(where, f"secrets, {secret.id}: it waits for itself")
        if (secret.when.trust or 0) > MOST_TRUST or _never(secret.when):
            yield Problem(where, f"secrets, {secret.id}: nothing can find it")
        if not secret.missed:
            yield Problem(where, f"secrets, {secret.id}: write `missed`")
        if not secret.again:
            yield Problem(where, f"secrets, {secret.id}: write `again`")
    for objection in scene.objections:
        if not objection.when.heeds_turn or _never(objection.when):
            yield Problem(where, f"objections, {objection.id}: nothing can meet it")
        if not (objection.met and objection.missed):
            yield Problem(where, f"objections, {objection.id}: write `met` and `missed`")
    if scene.objections and not any(state.objects for state in scene.states.values()):
        yield Problem(where, "objections: no state has `objects: true`, so none is ever raised")


def _never(when: When) -> bool:
    if when.trust is not None and when.below is not None and when.trust >= when.below:
        return True
    return bool(when.does) and set(when.does) <= set(when.without)


def _wordings(scene: Scene, where: str) -> Iterator[Problem]:
    for state in scene.states.values():
        if len(set(state.says)) < FEWEST_WORDINGS:
            yield Problem(where, f"states, {state.id}: write {FEWEST_WORDINGS} different wordings")
        if not state.mood:
            yield Problem(where, f"states, {state.id}: write its `mood`")
        if state.ending and not state.means:
            yield Problem(where, f"states, {state.id}: write what the ending `means`")
    if len(scene.person.puzzled) < FEWEST_WORDINGS:
        yield Problem(where, f"{scene.person.id}: write {FEWEST_WORDINGS} wordings of `puzzled`")
    groups: Mapping[str, tuple[str, ...]] = {
        "opens": scene.opens,
        **{f"answers, {name}": answer.says for name, answer in scene.answers.items()},
        **{f"secrets, {secret.id}": secret.says for secret in scene.secrets},
        **{f"objections, {each.id}": each.says for each in scene.objections},
    }
    for place, wordings in groups.items():
        if not wordings:
            yield Problem(where, f"{place}: no words")
    for place, said in (("opens", scene.opens), *((k, v) for k, v in groups.items())):
        if place.startswith(("opens", "secrets")) and len(set(said)) < 2:
            yield Problem(where, f"{place}: write two wordings or more")
    for cue in scene.cues.values():
        if not cue.words and not cue.like:
            yield Problem(where, f"cues, {cue.id}: nothing shows it")


def _told(scene: Scene, where: str) -> Iterator[Problem]:
    """Yield facts that are not known."""
    store = load_facts()
    for right in scene.rights:
        try:
            names = {*right.facts, *placeholders(right.say)}
        except FactError as wrong:
            yield Problem(where, f"rights, {right.cue}: {wrong}")
            continue
        for name in sorted(names - set(store.ids())):
            yield Problem(where, f"rights, {right.cue}: there is no fact {name}")


def _moves(scene: Scene) -> Iterator[tuple[str, Move]]:
    for state in scene.states.values():
        yield from ((f"states, {state.id}, moves {n}", m) for n, m in enumerate(state.moves, 1))
    yield from ((f"anywhere {n}", move) for n, move in enumerate(scene.anywhere, 1))
    yield from ((f"time_up {n}", move) for n, move in enumerate(scene.time_up, 1))


def _conditions(scene: Scene) -> Iterator[tuple[str, When]]:
    yield from ((place, move.when) for place, move in _moves(scene))
    yield from ((f"secrets, {secret.id}", secret.when) for secret in scene.secrets)
    yield from ((f"objections, {each.id}", each.when) for each in scene.objections)


def _next(scene: Scene, state: State, time_up: bool) -> set[str]:
    if state.ending:
        return set()
    moves = (*state.moves, *scene.anywhere, *(scene.time_up if time_up else ()))
    return {move.to for move in moves if not _never(move.when)} & set(scene.states)


def _reached(scene: Scene, start: str, time_up: bool = True) -> set[str]:
    """Return the states that moves lead to from a state, it included."""
    seen: set[str] = set()
    waiting = [start] if start in scene.states else []
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += _next(scene, scene.states[name], time_up)
    return seen


def _ends(scene: Scene, name: str) -> bool:
    """Return whether an ending can be reached by its own moves, before the time is up."""
    own = _reached(scene, name, time_up=False)
    return any(scene.states[each].ending for each in own)
