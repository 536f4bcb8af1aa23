"""Practice talks in conversation: choose one, say your turns, stop, go back, look at it.

While a talk runs its question is fenced: every message comes here, safety apart, and nothing in
it is taken for the learner's own situation (docs/adr/0010-rehearsal-is-fenced.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from bot.dialogue.questions import COMES_BETWEEN, OpenQuestion
from bot.dialogue.turn import Outcome, Turn
from bot.dialogue.yes_no import yes_no_in
from bot.facts import fill, load_facts
from bot.rehearsal import feedback, summary
from bot.rehearsal.choosing import SHOWN, likeliest, role_in, scene_in, surprise
from bot.rehearsal.listening import listen
from bot.rehearsal.loading import load_scenes, load_words
from bot.rehearsal.play import OFF_SCRIPT, Position, Step
from bot.rehearsal.run import SLOT, Run
from bot.rehearsal.said_facts import corrections
from bot.rehearsal.scene import PRACTISING, Practising, Scene
from bot.rehearsal.steering import leaves_by, named, steered
from bot.rehearsal.welfare import said_to_the_person
from bot.replies import Button, Reply

_RUNNING = {"by": "rehearsal", "about": "talk", "fenced": True}
#: What words can ask for while a talk waits, and once it is over; elsewhere "help" means help.
_WAITING = ("go_on", "stop", "back", "again", "how_it_went")
_AFTERWARDS = ("back", "another", "how_it_went")
_FEW_WORDS = 4
_OVER = {"by": "rehearsal", "about": "over"}


def start(turn: Turn) -> Outcome:
    """Choose a talk and begin it; also what the buttons of a talk do."""
    do = turn.values.get("do")
    run = Run.from_memory(turn.memory)
    if do == "more":
        return _more(turn)
    if do and run:
        return _steer(run, do, turn)
    if scene := load_scenes().get(turn.values.get("scene", "")):
        return _begin(scene, turn)
    role = turn.values.get("role")
    return _choose(turn, role if role in PRACTISING else role_in(turn.text, turn.situation))


def meant_inside(memory: Mapping[str, Any], text: str) -> bool:
    """Return whether words that raised the alarm are said to the person in the scene."""
    run = Run.from_memory(memory)
    return run is not None and not steered(text) and said_to_the_person(run.scene, text)


def read(memory: Mapping[str, Any], understood: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a message in a talk is: a word that steers it, or a turn and what it does.

    This runs where the message was understood, and its embedding is still at hand there: the
    action that answers need not compute it again.
    """
    text, run = understood["text"], Run.from_memory(memory)
    if leaving := leaves_by(text):
        return {"intent": {"name": leaving, "confidence": 1.0}}
    if run is None or _steered_inside(text):
        return {}
    return {"reading": listen(run.scene, text, run.steps, understood.get("safety")).as_data()}


def understands(question: OpenQuestion, text: str, intent: str) -> bool:
    """Return whether the words choose a talk, or steer one that waits or is over."""
    if question["about"] == "choice":
        role = question.get("role")
        return bool(
            named("roles", text) or named("choices", text) or scene_in(text, role) is not None
        )
    steer = steered(text)
    if question["about"] == "over":
        return steer is not None and steer["do"] in _AFTERWARDS
    return _says_yes(text) or (steer is not None and steer["do"] in _WAITING)


def answer(question: OpenQuestion, turn: Turn) -> Outcome:
    """Take a turn of the talk, a word that steers it, or a choice."""
    run = Run.from_memory(turn.memory)
    if question["about"] == "choice" or run is None:
        return _chosen(question, turn)
    fenced = question.get("fenced")
    if not fenced and _says_yes(turn.text):
        return _steer(run, "go_on", turn)
    if steer := _steered_inside(turn.text) if fenced else steered(turn.text):
        turn = attrs.evolve(turn, values={**turn.values, **steer})
        return _steer(run, steer["do"], turn)
    return _said(run, turn)


def ask_again(question: OpenQuestion, turn: Turn) -> Reply | None:
    """Say that the talk waits, where something else came between.

    Which talk to practise is not asked again after a change of subject.
    """
    run = Run.from_memory(turn.memory)
    if question["about"] == "choice" and turn.intent in COMES_BETWEEN:
        return _choose(attrs.evolve(turn, text=""), question.get("role")).replies[-1]
    if question["about"] != "talk" or run is None:
        return None
    titles = load_words()["buttons"]
    return Reply(
        _words("waiting", run.scene),
        (_do(titles["go_on"], "go_on"), _do(titles["stop"], "stop")),
    )


def _choose(turn: Turn, role: Practising | None) -> Outcome:
    """Begin the talk that the words describe, or offer some."""
    if named("choices", turn.text)[:1] == ("surprise",):
        return _surprise(turn, role)
    if scene := scene_in(turn.text, role) or scene_in(turn.text, None):
        return _begin(scene, turn)
    if role is not None:
        return _offer(role, likeliest(turn.text, role), "which_scene")
    titles = load_words()["buttons"]
    roles = (Button(titles[name], f'/rehearse{{"role": "{name}"}}') for name in PRACTISING)
    asked = {"by": "rehearsal", "about": "choice"}
    reply = Reply(_words("which_role"), (*roles, _by_chance(None)))
    return Outcome((reply,), {"open_question": asked, "missed": None})


def _offer(role: Practising, scenes: Sequence[Scene], ask: str) -> Outcome:
    """Offer the first few scenes; the question remembers which ones are left."""
    titles, here = load_words()["buttons"], scenes[:SHOWN]
    left = [scene.id for scene in scenes[SHOWN:]]
    buttons = [Button(scene.label, f'/rehearse{{"scene": "{scene.id}"}}') for scene in here]
    if left:
        buttons.append(Button(titles["more"], '/rehearse{"do": "more"}'))
    listed = "\n".join(f"{scene.label}: {scene.title}." for scene in here)
    reply = Reply(f"{_words(ask)}\n{listed}", (*buttons, _by_chance(role)))
    asked = {"by": "rehearsal", "about": "choice", "role": role, "left": left}
    return Outcome((reply,), {"open_question": asked, "missed": None})


def _more(turn: Turn) -> Outcome:
    """Offer the scenes that were not shown yet, or begin anew with all of them."""
    question = turn.memory.get("open_question") or {}
    role = question.get("role")
    if role not in PRACTISING:
        return _choose(attrs.evolve(turn, text=""), None)
    left = [load_scenes()[name] for name in question.get("left", ()) if name in load_scenes()]
    return _offer(role, left or likeliest("", role), "which_more" if left else "which_scene")


def _chosen(question: OpenQuestion, turn: Turn) -> Outcome:
    role = role_in(turn.text, turn.situation) if "role" not in question else question["role"]
    if named("choices", turn.text)[:1] == ("more",):
        return _more(turn)
    return _choose(turn, role)


def _surprise(turn: Turn, role: Practising | None) -> Outcome:
    before = Run.from_memory(turn.memory)
    return _begin(surprise(turn.text, role, before.rounds + 1 if before else 0), turn)


def _begin(scene: Scene, turn: Turn) -> Outcome:
    before = Run.from_memory(turn.memory)
    run = Run.begin(scene, turn.text, before)
    intro = [Reply(words) for words in _filled(scene.intro, turn)]
    said = load_words()["say"]
    how = f"{said['how_it_works']} {said['notes_on'] if run.notes else ''}".strip()
    return _at(run, turn, (*intro, Reply(how)))


def _at(run: Run, turn: Turn, before: tuple[Reply, ...] = ()) -> Outcome:
    """Return the person's last words again, and the talk as running."""
    replies = (*before, *_spoken(run, run.position(), turn))
    return Outcome(_with_steering(replies), _running(run))


def _said(run: Run, turn: Turn) -> Outcome:
    """Take one turn of the learner, and let the person answer."""
    data = turn.reading
    step = Step.from_data(data) if data else listen(run.scene, turn.text, run.steps)
    run = run.with_step(step)
    position = run.position()
    spoken = _spoken(run, position, turn)
    notes = _notes(run, position, turn) if run.notes else ()
    if OFF_SCRIPT in step.about:
        notes = (Reply(load_words()["say"]["off_script"]),)
    if position.over:
        return _ended(run, turn, (*spoken, *notes))
    return Outcome(_with_steering((*spoken, *notes)), _running(run))


def _notes(run: Run, position: Position, turn: Turn) -> tuple[Reply, ...]:
    """Return what is said about the turn: what it did, and a figure that was not right."""
    figures = corrections(turn.text, load_facts(), turn.situation)
    corrected = tuple(Reply(each.text, facts=each.facts) for each in figures)
    if corrected and feedback.subject(run.scene, position) in ("informs_rights", "rights"):
        return corrected  # praise for a fact that is not one would mislead
    return (Reply(feedback.note(run.scene, position, turn.text)), *corrected)


def _ended(run: Run, turn: Turn, before: tuple[Reply, ...] = ()) -> Outcome:
    """Say how the talk ended, and what can be seen in it. Their words go with it."""
    told = summary.tell(run, load_facts(), turn.situation)
    *first, last = (*before, *told)
    last = attrs.evolve(last, buttons=_afterwards(run))
    remember = {SLOT: run.without_words().as_data(), "open_question": dict(_OVER), "missed": None}
    return Outcome((*first, last), remember)


def _steer(run: Run, do: str, turn: Turn) -> Outcome:
    """Do what a word or a button asks of the talk."""
    over = run.position().over or (turn.memory.get("open_question") or {}).get("about") == "over"
    if do == "stop":
        return _stop(run)
    if do == "how_it_went":
        return _ended(run, turn) if over else _so_far(run, turn)
    if do == "again":
        before = (Reply(_words("from_the_start")),)
        return _at(Run.begin(run.scene, turn.text, run), turn, before)
    if do in ("back", "retry"):
        number = _number(turn.values.get("turn"), len(run.steps)) if do == "back" else None
        return _back(run, number or len(run.steps), turn)
    if do == "another":
        return _choose(attrs.evolve(turn, text=""), run.scene.practising)
    if do == "hint" and not over:
        return Outcome(_with_steering((feedback.hint(run.scene, run.position()),)), _running(run))
    if do in ("notes_on", "notes_off") and not over:
        run = attrs.evolve(run, notes=do == "notes_on")
        said = _words("notes_again" if run.notes else "notes_off")
        return Outcome(_with_steering((Reply(said),)), _running(run))
    if do == "go_on" and not over:
        return _at(run, turn, (Reply(_words("goes_on", run.scene)),))
    return _ended(run, turn)


def _so_far(run: Run, turn: Turn) -> Outcome:
    """Return what is to be said of the talk so far; it goes on."""
    return Outcome(_with_steering(summary.so_far(run)), _running(run))


def _back(run: Run, turn_number: int, turn: Turn) -> Outcome:
    if not 1 <= turn_number <= len(run.steps):
        said = load_words()["say"]["no_such_turn"].format(number=turn_number, last=len(run.steps))
        return Outcome(_with_steering((Reply(said),)), _running(run))
    said = load_words()["say"]["back_to"].format(number=turn_number, name=run.scene.person.name)
    return _at(run.back_to(turn_number), turn, (Reply(said),))


def _stop(run: Run) -> Outcome:
    titles = load_words()["buttons"]
    if not run.steps:
        reply = Reply(_words("stopped_early"), (_do(titles["another"], "another"), _menu()))
    else:
        buttons = (_do(titles["how_it_went"], "how_it_went"), _do(titles["another"], "another"))
        reply = Reply(_words("stopped", run.scene), (*buttons, _menu()))
    remember = {SLOT: run.without_words().as_data(), "open_question": dict(_OVER), "missed": None}
    return Outcome((reply,), remember)


def _spoken(run: Run, position: Position, turn: Turn) -> tuple[Reply, ...]:
    """Return the person's last words, one message each."""
    name = run.scene.person.name
    card = {"kind": "speech", "name": name, "mood": position.state.mood}
    return tuple(
        Reply(f"{name}: {words}", card={**card, "words": words})
        for words in _filled(position.said, turn)
    )


def _filled(texts: tuple[str, ...], turn: Turn) -> list[str]:
    store, here = load_facts(), turn.situation
    return [fill(text, store, here.on, here.nation).text for text in texts]


def _with_steering(replies: tuple[Reply, ...]) -> tuple[Reply, ...]:
    titles = load_words()["buttons"]
    buttons = tuple(_do(titles[name], name) for name in ("hint", "retry", "stop"))
    *first, last = replies
    return (*first, attrs.evolve(last, buttons=buttons))


def _afterwards(run: Run) -> tuple[Button, ...]:
    titles = load_words()["buttons"]
    turning = summary.turning_point(run)
    back: tuple[Button, ...] = ()
    if turning:
        title = titles["back"].format(number=turning)
        back = (Button(title, f'/rehearse{{"do": "back", "turn": "{turning}"}}'),)
    return (*back, _do(titles["again"], "again"), _do(titles["another"], "another"), _menu())


def _running(run: Run) -> dict[str, Any]:
    return {SLOT: run.as_data(), "open_question": dict(_RUNNING), "missed": None}


def _do(title: str, what: str) -> Button:
    return Button(title, f'/rehearse{{"do": "{what}"}}')


def _by_chance(role: Practising | None) -> Button:
    scene = surprise("", role, 0)
    return Button(load_words()["buttons"]["surprise"], f'/rehearse{{"scene": "{scene.id}"}}')


def _menu() -> Button:
    return Button(load_words()["buttons"]["menu"], "/help")


def _words(name: str, scene: Scene | None = None) -> str:
    text: str = load_words()["say"][name]
    return text.format(name=scene.person.name) if scene else text


def _steered_inside(text: str) -> dict[str, str] | None:
    """Return what steers a talk that runs; there “go on” is said to the person."""
    steer = steered(text)
    return None if steer and steer["do"] == "go_on" else steer


def _says_yes(text: str) -> bool:
    """Return whether somebody would go on with a talk that waits."""
    return yes_no_in(text) == "yes" and len(text.split()) <= _FEW_WORDS


def _number(value: str | None, last: int) -> int:
    return int(value) if value and value.isdigit() else last
