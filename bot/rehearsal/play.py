"""Play a scene: from what the turns did to where the person stands and what they say.

A scene is never stored as it stands. What is kept is what each turn did, and playing them again
gives the same scene, so that going back to a turn is leaving the later ones out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from zlib import crc32

import attrs

from bot.rehearsal.scene import (
    LEAST_TRUST,
    MOST_TRUST,
    Move,
    Objection,
    Scene,
    Secret,
    State,
    When,
)
from bot.rehearsal.skills.labels import SLIPS

OFF_SCRIPT = "off_script"
"""The cue of turns that step out of the scene; the person is puzzled and nothing moves."""

WELFARE = {"asks_about_life": "asked_about_life", "asks_about_home": "asked_about_home"}
"""Cues of questions that a key worker should ask, and what of the person answers them."""

MOST_GAINED, MOST_LOST = 2, -3
"""How far one turn can move trust."""

THANKS = "thanks"
"""The cue of thanks: a courtesy, which says less than anything else in the same turn."""

IN_A_ROW = 3
"""From so many questions in a row without anything given back, questions open nothing more."""

_ASKING = {"open_question", "closed_question", "asks_about_job_quality", "asks_what_matters"}
_GIVING = {"reflection", "affirmation", "names_structural_barrier", "offers_choice"}

RECALLS = ("Like I said.", "Same as before.", "As I said.")
"""How an answer begins that was given before."""


@attrs.frozen
class Step:
    """What one turn of the learner did.

    Attributes:
        does: skills and slips, the likeliest first.
        about: the cues that it is about.
        quote: a few of their words, kept while the scene runs; empty where none are needed.
        quote_of: the skill, slip or cue that the quote shows.
    """

    does: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    quote: str = ""
    quote_of: str = ""

    def as_data(self) -> dict[str, Any]:
        """Return the step as plain data for the slot; empty parts are left out."""
        data = {"does": list(self.does), "about": list(self.about)}
        return {k: v for k, v in {**data, "quote": self.quote, "of": self.quote_of}.items() if v}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Step:
        """Return what `as_data` made plain."""
        return cls(
            tuple(data.get("does", ())),
            tuple(data.get("about", ())),
            str(data.get("quote", "")),
            str(data.get("of", "")),
        )


@attrs.frozen
class Moment:
    """What a turn did to the scene.

    Attributes:
        number: of the turn, from 1.
        step: what the learner did.
        state: where the person stood afterwards.
        mood: of that state.
        trust: afterwards.
        change: what the turn added to trust.
        told: the secret that it found.
        met: the objection that it met.
        moved: whether the state changed.
    """

    number: int
    step: Step
    state: str
    mood: str
    trust: int
    change: int
    told: str | None = None
    met: str | None = None
    moved: bool = False


@attrs.frozen
class Position:
    """Where a scene stands.

    Attributes:
        state: the state that the person is in.
        trust: from -5 to 5.
        turns: turns spent in this state.
        told, raised, met: secrets told, objections raised and met, in order.
        heard: every skill, slip and cue that came up.
        uses: how often each group of wordings was used.
        said: what the person said last.
        moments: what each turn did.
    """

    state: State
    trust: int
    turns: int = 0
    told: tuple[str, ...] = ()
    raised: tuple[str, ...] = ()
    met: tuple[str, ...] = ()
    heard: frozenset[str] = frozenset()
    uses: Mapping[str, int] = attrs.field(factory=dict)
    said: tuple[str, ...] = ()
    moments: tuple[Moment, ...] = ()

    @property
    def over(self) -> bool:
        """Whether the scene has ended."""
        return self.state.ending is not None


def play(scene: Scene, steps: Iterable[Step], seed: int = 0) -> Position:
    """Return where the scene stands after these turns; turns after its end are left out.

    Args:
        seed: which wordings come first; the same seed and steps give the same words.
    """
    position = Position(scene.states[scene.start], scene.trust)
    position = _say(position, [("opens", scene.opens)], seed)
    for step in steps:
        if position.over:
            break
        position = _turn(scene, position, step, seed)
    return position


def holds(when: When, step: Step, position: Position) -> bool:
    """Return whether a condition holds for this turn, in the position that it led to."""
    does, about = set(step.does), set(step.about)
    return (
        (not when.does or bool(does & set(when.does)))
        and (not when.about or bool(about & set(when.about)))
        and not (does | about) & set(when.without)
        and (when.trust is None or position.trust >= when.trust)
        and (when.below is None or position.trust < when.below)
        and position.turns >= when.turns
        and set(when.told) <= set(position.told)
        and len(position.told) >= when.secrets
        and len(position.met) >= when.met
        and set(when.so_far) <= position.heard
    )


def _turn(scene: Scene, before: Position, step: Step, seed: int) -> Position:
    if OFF_SCRIPT in step.about:
        moment = Moment(
            len(before.moments) + 1, step, before.state.id, before.state.mood, before.trust, 0
        )
        now = attrs.evolve(before, moments=(*before.moments, moment))
        now = _say(now, [(OFF_SCRIPT, scene.person.puzzled)], seed)
        return _out_of_time(scene, now, step, seed)
    now = attrs.evolve(
        before,
        trust=_bounded(before.trust + _gained(scene, before, step)),
        turns=before.turns + 1,
        heard=before.heard | set(step.does) | set(step.about),
    )
    met = _met(scene, now, step)
    secret = _found(scene, now, step)
    most = max(now.trust, before.trust + MOST_GAINED)
    if met:
        now = attrs.evolve(now, met=(*now.met, met.id), trust=min(most, now.trust + 1))
    if secret:
        trust = min(most, now.trust + secret.trust)
        now = attrs.evolve(now, told=(*now.told, secret.id), trust=trust)
    now = attrs.evolve(now, trust=_bounded(now.trust))
    now = _moved(scene, now, step)
    moment = Moment(
        number=len(before.moments) + 1,
        step=step,
        state=now.state.id,
        mood=now.state.mood,
        trust=now.trust,
        change=now.trust - before.trust,
        told=secret.id if secret else None,
        met=met.id if met else None,
        moved=now.state is not before.state,
    )
    now = attrs.evolve(now, moments=(*before.moments, moment))
    now = _answer(scene, now, step, secret, met, seed)
    return now if now.over else _out_of_time(scene, now, step, seed)


def _gained(scene: Scene, before: Position, step: Step) -> int:
    effects = {name: scene.effects.get(name, 0) for name in (*step.does, *step.about)}
    if _only_questions(before, step):
        effects = {k: min(v, 0) if k in _ASKING else v for k, v in effects.items()}
    return max(MOST_LOST, min(MOST_GAINED, sum(effects.values())))


def _only_questions(before: Position, step: Step) -> bool:
    recent = [*(m.step for m in before.moments[-(IN_A_ROW - 1) :]), step]
    return len(recent) == IN_A_ROW and all(
        _ASKING & set(each.does) and not _GIVING & set(each.does) for each in recent
    )


def _bounded(trust: int) -> int:
    return max(LEAST_TRUST, min(MOST_TRUST, trust))


def _found(scene: Scene, now: Position, step: Step) -> Secret | None:
    """Return the secret that this turn finds; one a turn."""
    hidden = (each for each in scene.secrets if each.id not in now.told)
    return next((each for each in hidden if holds(each.when, step, now)), None)


def _met(scene: Scene, now: Position, step: Step) -> Objection | None:
    """Return the objection that this turn meets; it has to be raised first."""
    stand = (o for o in scene.objections if o.id in now.raised and o.id not in now.met)
    return next((each for each in stand if holds(each.when, step, now)), None)


def _moved(scene: Scene, now: Position, step: Step) -> Position:
    move = _first((*scene.anywhere, *now.state.moves), step, now)
    if move is None or move.to == now.state.id:
        return now
    return attrs.evolve(now, state=scene.states[move.to], turns=0)


def _first(moves: Sequence[Move], step: Step, now: Position) -> Move | None:
    return next((move for move in moves if holds(move.when, step, now)), None)


def _out_of_time(scene: Scene, now: Position, step: Step, seed: int) -> Position:
    """Bring the scene to an end once it has lasted long enough."""
    if len(now.moments) < scene.lasts:
        return now
    move = _first(scene.time_up, step, now) or scene.time_up[-1]
    state = scene.states[move.to]
    *first, last = now.moments
    last = attrs.evolve(last, state=state.id, mood=state.mood, moved=True)
    now = attrs.evolve(now, state=state, turns=0, moments=(*first, last))
    said = now.said
    now = _say(now, [(state.id, state.says)], seed)
    return attrs.evolve(now, said=(*said, *now.said))


def _answer(
    scene: Scene,
    now: Position,
    step: Step,
    secret: Secret | None,
    met: Objection | None,
    seed: int,
) -> Position:
    groups = _lines(scene, now, step, secret, met)
    now = _say(now, groups, seed)
    names = [name for name, _ in groups]
    for objection in scene.objections:
        if f"objection {objection.id}" in names:
            now = attrs.evolve(now, raised=(*now.raised, objection.id))
    return now


def _lines(
    scene: Scene, now: Position, step: Step, secret: Secret | None, met: Objection | None
) -> list[tuple[str, tuple[str, ...]]]:
    """Return the groups of wordings that the person answers from, the most fitting alone."""
    state, moved = now.state, now.moments[-1].moved
    ending = [(state.id, state.says)] if now.over else []
    if welfare := _welfare(scene, step):
        return [welfare, *ending]
    if secret:
        return [(f"secret {secret.id}", secret.says), *ending]
    if ending:
        return ending
    if met:
        return [(f"met {met.id}", met.met)]
    slips = [name for name in step.does if name in SLIPS]
    if reaction := _reaction(state.reacts, slips, f"{state.id} reacts"):
        return [reaction]
    if moved and slips:
        return [(state.id, state.says)]
    if reaction := _reaction(scene.reacts, slips, "reacts"):
        return [reaction]
    if asked := _asked(scene, now, step):
        return [asked]
    if objection := _next_objection(scene, now):
        return [(f"objection {objection.id}", objection.says)]
    if moved:
        return [(state.id, state.says)]
    others = [name for name in (*step.about, *step.does) if name != THANKS]
    if THANKS in step.about and not _ASKING & set(step.does):
        others.append(THANKS)
    reaction = _reaction(state.reacts, others, f"{state.id} reacts")
    reaction = reaction or _reaction(scene.reacts, others, "reacts")
    return [reaction or (state.id, state.says)]


def _welfare(scene: Scene, step: Step) -> tuple[str, tuple[str, ...]] | None:
    for cue, part in WELFARE.items():
        if cue in step.about and (says := getattr(scene.person, part)):
            return cue, says
    return None


def _reaction(
    reacts: Mapping[str, tuple[str, ...]], names: Sequence[str], where: str
) -> tuple[str, tuple[str, ...]] | None:
    return next(((f"{where} {name}", reacts[name]) for name in names if name in reacts), None)


def _asked(scene: Scene, now: Position, step: Step) -> tuple[str, tuple[str, ...]] | None:
    """Return the answer to what the turn asks about, or a word on a secret that is told.

    A turn that gives something back and asks nothing is not a question about its subject.
    """
    if _GIVING & set(step.does) and not _ASKING & set(step.does):
        return None
    for secret in scene.secrets:
        if secret.id in now.told and set(step.about) & set(secret.when.about):
            return f"again {secret.id}", secret.again
    for cue in step.about:
        if answer := scene.answers.get(cue):
            if not now.uses.get(f"answer {cue}"):
                return f"answer {cue}", answer.says
            again = answer.again or tuple(
                f"{recall} {says}" for recall, says in zip(RECALLS, answer.says, strict=False)
            )
            return f"answer again {cue}", again
    return None


def _next_objection(scene: Scene, now: Position) -> Objection | None:
    if not now.state.objects:
        return None
    return next((each for each in scene.objections if each.id not in now.raised), None)


def _say(now: Position, groups: Sequence[tuple[str, tuple[str, ...]]], seed: int) -> Position:
    """Take the next wording of each group."""
    uses, said = dict(now.uses), []
    for name, wordings in groups:
        used = uses.get(name, 0)
        start = crc32(f"{seed}/{name}".encode())
        said.append(wordings[(start + used) % len(wordings)])
        uses[name] = used + 1
    return attrs.evolve(now, said=tuple(said), uses=uses)
