"""The linter of scenes sees what would leave a learner stuck."""

from __future__ import annotations

import attrs
import pytest

from bot.checks import rehearsal as checks
from bot.rehearsal.loading import load_scenes
from bot.rehearsal.scene import Cue, Move, Right, Scene, When

SCENE = load_scenes()["lone_parent_split_shifts"]


def problems(monkeypatch, scene: Scene) -> str:
    monkeypatch.setattr(checks, "load_scenes", lambda: {scene.id: scene})
    return "\n".join(str(problem) for problem in checks.check_scenes())


def with_state(name, **changes):
    states = {**SCENE.states, name: attrs.evolve(SCENE.states[name], **changes)}
    return attrs.evolve(SCENE, states=states)


def test_a_whole_scene_has_no_problems(monkeypatch):
    assert problems(monkeypatch, SCENE) == ""


CASES = {
    "a dead end": with_state("testing_you", moves=()),
    "no way from here leads to an ending": attrs.evolve(
        with_state("walks_out", ending=None, moves=(Move("walks_out"),)), anywhere=()
    ),
    "an ending leads nowhere": with_state("walks_out", moves=(Move("guarded"),)),
    "there is no state nowhere": with_state("guarded", moves=(Move("nowhere"),)),
    "there is no cue weather": with_state(
        "guarded", moves=(Move("testing_you", When(about=("weather",))),)
    ),
    "shouting is no skill or slip": with_state(
        "guarded", moves=(Move("testing_you", When(does=("shouting",))),)
    ),
    "there is no secret treasure": with_state(
        "guarded", moves=(Move("testing_you", When(told=("treasure",))),)
    ),
    "write 3 different wordings": with_state("guarded", says=("Hm.", "Hm.", "Hm.")),
    "write what the ending `means`": with_state("walks_out", means=""),
    "the label is longer": attrs.evolve(SCENE, label="A label of far too many letters"),
    "write at least 5": attrs.evolve(SCENE, secrets=SCENE.secrets[:2]),
    "say what a turn must do to find it": attrs.evolve(
        SCENE, secrets=(attrs.evolve(SCENE.secrets[0], when=When(trust=2)), *SCENE.secrets[1:])
    ),
    "nothing can find it": attrs.evolve(
        SCENE,
        secrets=(
            attrs.evolve(SCENE.secrets[0], when=When(does=("reflection",), trust=3, below=2)),
            *SCENE.secrets[1:],
        ),
    ),
    "the last line must hold always": attrs.evolve(SCENE, time_up=SCENE.time_up[:1]),
    "nothing shows it": attrs.evolve(SCENE, cues={**SCENE.cues, "weather": Cue("weather")}),
    "answers: weather is not known here": attrs.evolve(
        SCENE, answers={**SCENE.answers, "weather": SCENE.answers["childcare"]}
    ),
}
CASES |= {
    "there is no fact nmw.moon": attrs.evolve(
        SCENE, rights=(Right("childcare", "It is {nmw.moon} an hour."),)
    ),
    "there is no fact flex.moon": attrs.evolve(
        SCENE, rights=(Right("childcare", "You can ask for it.", ("flex.moon",)),)
    ),
    "rights: weather is not known here": attrs.evolve(
        SCENE, rights=(Right("weather", "You can ask for it."),)
    ),
}


@pytest.mark.parametrize("said", CASES)
def test_it_says_what_is_wrong(said, monkeypatch):
    assert said in problems(monkeypatch, CASES[said])


def test_a_state_that_nothing_leads_to_is_seen(monkeypatch):
    lonely = attrs.evolve(SCENE.states["guarded"], id="lonely")
    scene = attrs.evolve(SCENE, states={**SCENE.states, "lonely": lonely})
    assert "lonely: nothing leads here" in problems(monkeypatch, scene)
