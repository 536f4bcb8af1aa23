"""Choose a practice talk: by buttons, or by words: "practise with an employer about hours"."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from bot.rehearsal.cues import pattern_of, plain, told_apart
from bot.rehearsal.loading import load_scenes
from bot.rehearsal.scene import Practising, Scene
from bot.rehearsal.steering import named
from bot.situation import Situation

SHOWN = 4
"""Scenes that are offered at a time."""

_ENOUGH = 2.0
"""One word of a scene's subject is enough, if no other scene is named as well."""


def role_in(text: str, situation: Situation) -> Practising | None:
    """Return who somebody is: as their words say, or as is known of them; None where unclear."""
    said = named("roles", text)
    if len(said) == 1:
        return "key_worker" if said[0] == "key_worker" else "job_seeker"
    if "key_worker" in said or situation.speaker == "key_worker":
        return "key_worker"
    return "job_seeker" if situation.speaker == "job_seeker" else None


def scenes_for(practising: str | None) -> list[Scene]:
    """Return the scenes for a role, or all of them."""
    return [s for s in load_scenes().values() if practising in (None, s.practising)]


def scene_in(text: str, practising: Practising | None) -> Scene | None:
    """Return the scene that the words describe best; None where none stands out."""
    scored = _scored(text, practising)
    best = scored[0][0] if scored else 0.0
    leaders = [scene for score, scene in scored if score == best]
    return leaders[0] if best >= _ENOUGH and len(leaders) == 1 else None


def likeliest(text: str, practising: Practising | None) -> list[Scene]:
    """Return the scenes for a role; those that the words come near to stand first."""
    return [scene for _, scene in _scored(text, practising)]


def surprise(text: str, practising: Practising | None, played: int) -> Scene:
    """Return a scene that the words, and how many came before, choose; the same for the same."""
    scenes = scenes_for(practising)
    return scenes[(crc32(plain(text).encode()) + played) % len(scenes)]


def _scored(text: str, practising: Practising | None) -> list[tuple[float, Scene]]:
    partners = named("partners", text)
    scored = [(_score(scene, text, partners), scene) for scene in scenes_for(practising)]
    return sorted(scored, key=lambda pair: -pair[0])


def _score(scene: Scene, text: str, partners: Sequence[str]) -> float:
    """Return how well words describe a scene: its title, its subject, and who is played."""
    words, apart = plain(text), told_apart(text)
    if plain(scene.label) in words or plain(scene.title) in words:
        return 100.0
    subject = pattern_of(scene.about)
    found = {match[0] for match in subject.finditer(apart)} if subject else set()
    return 2.0 * len(found) + (1.0 if scene.partner in partners else 0.0)
