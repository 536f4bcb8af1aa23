"""Every scene, played by scripts of three styles: different endings, and fair feedback."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import attrs
import pytest
import yaml

from bot.checks.rehearsal import check_claims, check_scenes
from bot.checks.voice import BLAMING
from bot.facts import load_facts
from bot.rehearsal import feedback, summary
from bot.rehearsal.listening import listen
from bot.rehearsal.loading import load_scenes
from bot.rehearsal.play import Step, play
from bot.rehearsal.run import Run
from bot.situation import Situation

SCRIPTS = Path(__file__).parent / "scripts"
STYLES = {
    "key_worker": ("listening", "lecturing", "steering"),
    "job_seeker": ("clear", "giving_way", "angry"),
}
FINISHED_WELL = ("good", "partial")
HERE = Situation(date(2026, 11, 22), "england")
MOST_WORDS = 60
MARKS = re.compile(r"\b(?:scored?|\d+ (?:marks|points)|out of ten|grade)\b")


def scripts():
    return [
        pytest.param(path.stem, script, id=f"{path.stem}: {script['style']}")
        for path in sorted(SCRIPTS.glob("*.yml"))
        for script in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def played(scene, says):
    run, notes = Run(load_scenes()[scene]), []
    for text in says:
        run = run.with_step(listen(run.scene, text, run.steps))
        notes.append(feedback.note(run.scene, run.position(), text))
        if run.position().over:
            break
    return run, notes


@pytest.mark.parametrize(("scene", "script"), scripts())
def test_a_scripted_talk_ends_where_it_should(scene, script):
    run, _ = played(scene, script["says"])
    position = run.position()
    where = [(m.number, m.state, m.trust, m.step.does, m.step.about) for m in position.moments]
    assert position.state.id in script["ends"], where
    if "finds" in script:
        found = len(position.told)
        assert found >= script["finds"] if script["finds"] else found == 0, position.told


def test_one_clumsy_question_late_does_not_undo_a_talk_of_trust():
    scene = load_scenes()["veteran_offered_security"]
    path = SCRIPTS / "veteran_offered_security.yml"
    says = yaml.safe_load(path.read_text(encoding="utf-8"))[0]["says"]
    steps = played(scene.id, says)[0].steps
    given_back = Step(("reflection",))
    for at in range(6, len(steps)):
        clumsy = attrs.evolve(steps[at], does=("blame", "closed_question"))
        after = play(scene, (*steps[:at], clumsy, given_back)).state
        assert after.id in ("weighing_options", "plan_of_her_own", "writes_it_plain"), at


@pytest.mark.parametrize(("scene", "script"), scripts())
def test_feedback_quotes_and_stays_kind(scene, script):
    run, notes = played(scene, script["says"])
    for text, note in zip(script["says"], notes, strict=False):
        quote = re.match(r"“(.+?)( …)?”", note)
        assert quote, note
        assert quote[1] in " ".join(text.split()), note
        assert len(note.split()) <= MOST_WORDS + 20, note  # their own words come on top
        assert not BLAMING.search(note.replace(quote[0], "")), note
        assert "!" not in note.replace(quote[0], "")
    replies = summary.tell(run, load_facts(), HERE)
    for reply in replies:
        assert not MARKS.search(reply.text), reply
        assert "{" not in reply.text
    assert any(reply.card and reply.card["kind"] == "scene_over_time" for reply in replies)


@pytest.mark.parametrize("scene", load_scenes())
def test_a_scene_has_scripts_of_three_styles_that_end_differently(scene):
    path = SCRIPTS / f"{scene}.yml"
    assert path.exists(), f"write {path.relative_to(Path.cwd())}"
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    states = load_scenes()[scene].states
    styles = STYLES[load_scenes()[scene].practising]
    assert [entry["style"] for entry in entries] == list(styles)
    endings = [set(entry["ends"]) for entry in entries]
    assert len({frozenset(each) for each in endings}) >= 2
    first, *others = ({states[name].ending for name in each} for each in endings)
    assert first <= set(FINISHED_WELL)
    assert not any(each & {"good"} for each in others)


def test_every_scene_is_in_order():
    assert list(check_scenes()) == []
    assert list(check_claims(HERE.on)) == []
