"""What holds for any turns in any scene: it ends, it can be repeated, it keeps its secrets."""

from __future__ import annotations

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rehearsal.loading import load_scenes
from bot.rehearsal.play import MOST_GAINED, MOST_LOST, OFF_SCRIPT, Step, holds, play
from bot.rehearsal.scene import DOINGS, LEAST_TRUST, MOST_TRUST

SCENES = tuple(load_scenes().values())


@st.composite
def talks(draw):
    """A scene, any turns in it, and where its wordings begin."""
    scene = draw(st.sampled_from(SCENES))
    does = st.lists(st.sampled_from(DOINGS), max_size=3, unique=True).map(tuple)
    about = st.lists(st.sampled_from(sorted(scene.cues)), max_size=3, unique=True).map(tuple)
    steps = draw(st.lists(st.builds(Step, does, about), max_size=scene.lasts + 5))
    return scene, tuple(steps), draw(st.integers(0, 999))


@given(talks())
@settings(max_examples=300, deadline=None)
def test_a_talk_ends_in_time_and_in_a_known_state(talk):
    scene, steps, seed = talk
    position = play(scene, steps, seed)
    assert position.state.id in scene.states
    assert len(position.moments) <= scene.lasts
    assert LEAST_TRUST <= position.trust <= MOST_TRUST
    if len(steps) >= scene.lasts:
        assert position.over
    assert position.said
    for moment in position.moments:
        assert MOST_LOST <= moment.change <= MOST_GAINED


@given(talks())
@settings(max_examples=200, deadline=None)
def test_a_secret_is_told_once_and_only_where_its_condition_holds(talk):
    scene, steps, seed = talk
    words = {s.id: {*s.says, *s.again} for s in scene.secrets}
    told: list[str] = []
    for number in range(1, len(steps) + 1):
        before, after = play(scene, steps[: number - 1], seed), play(scene, steps[:number], seed)
        if before.over:
            break
        new = [name for name in after.told if name not in before.told]
        assert len(new) <= 1
        told += new
        for secret in scene.secrets:
            if secret.id in new:
                assert secret.when.heeds_turn
                # Telling it can only add trust, so its condition holds in what it led to.
                now = attrs.evolve(after, turns=max(after.turns, secret.when.turns))
                assert holds(attrs.evolve(secret.when, below=None), steps[number - 1], now)
            if secret.id not in after.told:
                assert not words[secret.id] & set(after.said), secret.id
            elif secret.id not in new:
                assert not set(secret.says) - set(secret.again) & set(after.said), secret.id
    assert len(told) == len(set(told))


@given(talks())
@settings(max_examples=100, deadline=None)
def test_the_same_turns_lead_to_the_same_words(talk):
    scene, steps, seed = talk
    assert play(scene, steps, seed) == play(scene, steps, seed)


@given(talks(), st.integers(0, 10))
@settings(max_examples=100, deadline=None)
def test_stepping_out_of_the_scene_moves_nothing_but_time(talk, number):
    scene, steps, seed = talk
    steps = steps[: min(number, scene.lasts - 2)]
    before = play(scene, steps, seed)
    after = play(scene, (*steps, Step(about=(OFF_SCRIPT,))), seed)
    if before.over:
        return
    assert (after.state, after.trust, after.told) == (before.state, before.trust, before.told)
    assert set(after.said) <= set(scene.person.puzzled)


def test_plain_steps_survive_the_slot():
    step = Step(("open_question", "blame"), ("hours",), "Why did you?", "blame")
    assert Step.from_data(step.as_data()) == step
    assert Step.from_data(Step().as_data()) == Step()


def test_a_third_question_in_a_row_opens_nothing_more():
    scene = load_scenes()["lone_parent_split_shifts"]
    asks = Step(("open_question",))
    trust = [play(scene, (asks,) * n).trust for n in range(1, 5)]
    assert trust == [1, 2, 2, 2]
    given_back = play(scene, (asks, asks, Step(("reflection",)), asks)).trust
    assert given_back > trust[-1]


def test_thanks_in_the_same_turn_as_a_question_are_not_what_is_answered():
    for scene in SCENES:
        thanks = {*scene.reacts.get("thanks", ())}
        asks = play(scene, (Step(("open_question",), ("thanks",)),))
        assert not thanks & set(asks.said), scene.id
    scene = load_scenes()["lone_parent_split_shifts"]
    only = play(scene, (Step((), ("thanks",)),))
    assert set(only.said) & set(scene.reacts["thanks"])


def _walks(scene, many):
    """Yield positions along many walks that lead to every corner of a scene."""
    from random import Random

    wanted = sorted({name for s in scene.secrets for name in s.when.about})
    for seed in range(many):
        chance = Random(seed)
        kind = chance.choice(("well", "badly", "mixed", "well"))
        steps: list[Step] = []
        for _ in range(scene.lasts):
            good = kind == "well" or (kind == "mixed" and chance.random() < 0.6)
            pool = [n for n in DOINGS if (scene.effects.get(n, 0) >= 0) is good]
            does = tuple(chance.sample(pool, min(len(pool), chance.randint(0, 2))))
            cues = sorted(n for n in scene.cues if n != OFF_SCRIPT)
            kinder = [n for n in cues if (scene.effects.get(n, 0) >= 0) is good] or cues
            about = (chance.choice(wanted),) if wanted and chance.random() < 0.6 else ()
            about += tuple(chance.sample(kinder, min(len(kinder), chance.randint(0, 2))))
            steps.append(Step(does, about))
        yield play(scene, steps, seed)


def test_every_ending_secret_and_state_can_be_reached_by_playing():
    for scene in SCENES:
        endings, states, secrets, met = set(), set(), set(), set()
        every = {name for name, state in scene.states.items() if state.ending}
        hidden = {secret.id for secret in scene.secrets}
        stand = {objection.id for objection in scene.objections}
        for position in _walks(scene, 1500):
            endings.add(position.state.id)
            states |= {moment.state for moment in position.moments}
            secrets |= set(position.told)
            met |= set(position.met)
            if states | {scene.start} >= set(scene.states) and secrets >= hidden and met >= stand:
                break
        assert every <= endings, (scene.id, every - endings)
        assert set(scene.states) <= states | {scene.start}, (scene.id, set(scene.states) - states)
        assert hidden <= secrets, (scene.id, hidden - secrets)
        assert stand <= met, (scene.id, stand - met)
