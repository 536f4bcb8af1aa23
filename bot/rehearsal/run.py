"""A practice talk as it is remembered: which scene, and what each turn did."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from zlib import crc32

import attrs

from bot.rehearsal.loading import load_scenes
from bot.rehearsal.play import Position, Step, play
from bot.rehearsal.scene import Scene

SLOT = "rehearsal"

MOST_STEPS = 40
"""No scene lasts longer, so that what is kept stays small."""


@attrs.frozen
class Run:
    """One practice talk.

    Attributes:
        scene: its scene.
        steps: what the turns did so far.
        seed: which wordings come first; made from the words that began the talk.
        notes: whether something is said about each turn.
        rounds: how many talks came before it in this conversation.
    """

    scene: Scene
    steps: tuple[Step, ...] = ()
    seed: int = 0
    notes: bool = True
    rounds: int = 0

    @classmethod
    def from_memory(cls, memory: Mapping[str, Any]) -> Run | None:
        """Return the talk that the conversation remembers; None where there is none."""
        data = memory.get(SLOT) or {}
        scene = load_scenes().get(data.get("scene", ""))
        if scene is None:
            return None
        steps = tuple(Step.from_data(step) for step in data.get("steps", ()))
        return cls(
            scene, steps, data.get("seed", 0), data.get("notes", True), data.get("rounds", 0)
        )

    @classmethod
    def begin(cls, scene: Scene, words: str, before: Run | None) -> Run:
        """Return a new talk; another round in the same conversation takes other wordings."""
        rounds = before.rounds + 1 if before else 0
        notes = before.notes if before else True
        return cls(scene, seed=crc32(words.encode()) % 997 + rounds, notes=notes, rounds=rounds)

    def as_data(self) -> dict[str, Any]:
        """Return the talk as plain data for the slot."""
        return {
            "scene": self.scene.id,
            "steps": [step.as_data() for step in self.steps[:MOST_STEPS]],
            "seed": self.seed,
            "notes": self.notes,
            "rounds": self.rounds,
        }

    def position(self) -> Position:
        """Return where the scene stands."""
        return play(self.scene, self.steps, self.seed)

    def with_step(self, step: Step) -> Run:
        """Return the talk with one more turn."""
        return attrs.evolve(self, steps=(*self.steps, step))

    def back_to(self, turn: int) -> Run:
        """Return the talk as it stood before that turn was taken."""
        return attrs.evolve(self, steps=self.steps[: max(0, turn - 1)])

    def without_words(self) -> Run:
        """Return the talk with none of the learner's words, as it is kept once it is over."""
        return attrs.evolve(self, steps=tuple(attrs.evolve(s, quote="") for s in self.steps))


def put_down(memory: Mapping[str, Any]) -> dict[str, Any]:
    """Return what to remember when something takes the place of a talk: its steps, no words."""
    run = Run.from_memory(memory)
    return {SLOT: run.without_words().as_data()} if run else {}
