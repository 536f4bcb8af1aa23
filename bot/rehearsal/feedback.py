"""What is said about one turn: their words, what they did, and one other way of saying it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any
from zlib import crc32

from bot.rehearsal.cues import sentence_about
from bot.rehearsal.listening import shortened
from bot.rehearsal.loading import DATA, load_words, read
from bot.rehearsal.play import Moment, Position, Step
from bot.rehearsal.scene import Scene
from bot.rehearsal.skills.labels import SLIPS
from bot.replies import Reply

UNCLEAR_AFTER = 3
"""So many turns without saying what one wants are worth a word."""


def note(scene: Scene, position: Position, text: str) -> str:
    """Return the line on the last turn.

    Args:
        position: where the scene stands after the turn.
        text: the words of the turn.
    """
    step, entries = position.moments[-1].step, notes_of(scene)
    label = subject(scene, position)
    entry, turn = entries[label], len(position.moments)
    did = _one_of(entry["did"], turn, label)
    quote = _quote(scene, step, label, text)
    frame = load_feedback()["frame"]
    said: str = frame["quoted"].format(quote=_bare(quote), did=did)
    if other := _other(scene, entry, label, turn):
        said = f"{said} {other}"
    return said.replace("{name}", scene.person.name)


def subject(scene: Scene, position: Position) -> str:
    """Return what the last turn is commented on: an entry of feedback.yml."""
    return next(labels_of(scene, position.moments[-1].step, position), "nothing")


def why(scene: Scene, moment: Moment) -> str:
    """Return what a turn did, in a sentence; empty where there is nothing to say of it."""
    label = next(labels_of(scene, moment.step), None)
    return _one_of(notes_of(scene)[label]["did"], moment.number, label) if label else ""


def labels_of(scene: Scene, step: Step, position: Position | None = None) -> Iterator[str]:
    """Yield what a turn can be commented on, in the order in which it matters.

    Among slips the likeliest comes first: a word on one that was not there is worse than silence.
    """
    there = {*step.does, *step.about}
    if there & set(scene.asks):
        there.add("asks")
    if there & {right.cue for right in scene.rights}:
        there.add("rights")
    if position and _unclear(scene, position):
        there.add("unclear")
    ranked = [name for name in notes_of(scene) if name in there]
    slips = iter([name for name in step.does if name in SLIPS and name in ranked])
    yield from (next(slips) if name in SLIPS else name for name in ranked)


def notes_of(scene: Scene) -> Mapping[str, Any]:
    """Return the entries of feedback.yml for the pair of people in a scene."""
    entries: Mapping[str, Any] = load_feedback()[f"{scene.practising}_with_{scene.partner}"]
    return entries


def hint(scene: Scene, position: Position) -> Reply:
    """Return something to try: hints come round in order, and start at where the talk stands."""
    if not scene.hints:
        return Reply(load_words()["say"]["no_hint"])
    done = len(position.told) + len(position.met)
    place = max(done, len(position.moments) // 2) % len(scene.hints)
    return Reply(scene.hints[place])


@lru_cache(maxsize=1)
def load_feedback() -> Mapping[str, Any]:
    """Return what is said about turns."""
    return read(DATA / "feedback.yml")


def _quote(scene: Scene, step: Step, label: str, text: str) -> str:
    """Return the words of the turn that show what is told about it."""
    cues = {"asks": scene.asks, "rights": [right.cue for right in scene.rights]}.get(label, [label])
    if step.quote and step.quote_of in cues:
        return step.quote
    return shortened(sentence_about(scene, cues, text) or text)


def _unclear(scene: Scene, position: Position) -> bool:
    asked = position.heard & set(scene.asks)
    return bool(scene.asks) and not asked and len(position.moments) >= UNCLEAR_AFTER


def _other(scene: Scene, entry: Mapping[str, Any], label: str, turn: int) -> str:
    frame = load_feedback()["frame"]
    own = scene.instead.get(label)
    kind = "next" if "next" in entry else "other"
    options = own or entry.get(kind)
    if not options:
        return ""
    return str(frame[kind]).format(other=_one_of(options, turn, label))


def _one_of(options: Any, turn: int, label: str) -> str:
    texts = list(options)
    return str(texts[(crc32(label.encode()) + turn) % len(texts)])


def _bare(quote: str) -> str:
    return quote.strip().strip('“”"')
