"""The toolkit in conversation: who is here, then one question at a time, in any pace.

What is answered lives in the slot `toolkit`. It is saved under a random code only where somebody
asks for that, or answers with a team (bot/toolkit/sharing.py).
"""

from __future__ import annotations

from typing import cast

import attrs

from bot.dialogue.questions import COMES_BETWEEN, FEELINGS, OpenQuestion
from bot.dialogue.turn import Outcome, Turn
from bot.dialogue.yes_no import yes_no_in
from bot.replies import Reply
from bot.situation import Situation
from bot.toolkit import sharing, showing
from bot.toolkit.answering import ANY_TIME, answer_question, next_steps, take_back, yes_or_no
from bot.toolkit.answers import Answers, next_question
from bot.toolkit.asking import ask, ask_next, ask_role, opened, which_part
from bot.toolkit.codes import code_in
from bot.toolkit.content import ROLES, USERS, Role, load_toolkit
from bot.toolkit.reading import (
    command_in,
    is_of_others,
    is_question,
    is_request,
    means_own_staff,
    named_picks,
    part_in,
    role_in,
)
from bot.toolkit.state import State
from bot.toolkit.tell import go, put

#: Intents of the dialogue that are never an answer in own words.
NEVER_ANSWERS = frozenset(
    {"help", "greet", "goodbye", "thanks", "who_are_you", "is_it_private", "say_it_simpler", "rude"}
)
#: Parts of the situation that words can state (bot/dialogue/listen.py).
HEARD = tuple(field.name for field in attrs.fields(Situation) if field.name != "on")
#: What a practice described in own words has at least, in words.
FEWEST_WORDS = 2


def start(turn: Turn) -> Outcome:
    """Open the toolkit, go on with it, or do what a button of it asks for."""
    return _about_the_work(turn, _start(turn))


def _start(turn: Turn) -> Outcome:
    state, values = State.from_memory(turn.memory), turn.values
    if code := code_in(turn.text):
        return sharing.take_code(code, state, turn)
    does = values.get("do") or (None if values else command_in(turn.text))
    if role := values.get("role"):
        return _begin(cast(Role, role), state, turn, values.get("part"))
    if state.answers is None:
        return _open(state, turn)
    if does == "fresh":
        return ask_role(state.put_aside(), opening=True)
    if does == "take_back":
        return take_back(values.get("id", ""), state, turn)
    if does in ("steps", "finish"):
        return next_steps(state, turn, values.get("part") or state.part)
    if part := values.get("part"):
        return open_part(part, state, turn)
    if does in ("next", "resume", "go_on"):
        return ask_next(state)
    if does in ANY_TIME:
        return ANY_TIME[does](state, turn)
    return _again_here(state)


def understands(question: OpenQuestion, text: str, intent: str) -> bool:
    """Return whether the words answer, name a way on, or hold a code."""
    about, command = question["about"], command_in(text)
    if not text.strip():
        return False
    if code_in(text):
        return True
    if about == "menu":
        return command in (*ANY_TIME, "steps", "next", "finish", "resume")
    if about == "role":
        return role_in(text) is not None or means_own_staff(text) or command == "examples"
    if about == "code":
        return not is_question(text) and len(text.split()) <= 8
    if about in ("erase", "fresh"):
        return yes_no_in(text) is not None
    if command:
        return True
    asked = load_toolkit().questions[question["id"]]
    if about in ("near", "words") and yes_no_in(text) is not None:
        return True
    if named_picks(asked, text):
        return True
    if intent in NEVER_ANSWERS or is_question(text, intent) or is_request(text, intent):
        return False
    if about != "write" and intent in FEELINGS and not is_of_others(text):
        return False  # somebody who thinks aloud of themselves is heard before any practice
    return about == "write" or len(text.split()) >= FEWEST_WORDS or intent == "not_sure"


def answer(question: OpenQuestion, turn: Turn) -> Outcome:
    """Take an answer, or a way on."""
    return _about_the_work(turn, _answer(question, turn))


def _answer(question: OpenQuestion, turn: Turn) -> Outcome:
    about, state = question["about"], State.from_memory(turn.memory)
    if code := code_in(turn.text):
        return sharing.take_code(code, state, turn)
    if about == "code":
        return Outcome((Reply(load_toolkit().say["not_a_code"]),), {"open_question": question})
    if about == "role":
        role = turn.values.get("role") or role_in(turn.text)
        own = "own_staff" if means_own_staff(turn.text) else None
        if role or own:
            return _begin(cast(Role, role or "key_worker"), state, turn, own)
        return _start(turn)
    if about == "erase":
        return sharing.erase(state, turn, yes_or_no(turn))
    if about == "menu" or state.answers is None:
        return _start(turn)
    return answer_question(question, state, turn)


def ask_again(question: OpenQuestion, turn: Turn) -> Reply | None:
    """Return the question once more; a menu is not put again after a change of subject."""
    state, toolkit = State.from_memory(turn.memory), load_toolkit()
    if question["about"] in ("role", "menu") and turn.intent in COMES_BETWEEN:
        asked = _again_here(state) if state.answers else ask_role(state, opening=False)
        return asked.replies[-1]
    if "id" not in question or state.answers is None:
        return None
    *_, last = put(toolkit.questions[question["id"]], toolkit, bool(state.trail))
    ask_words = toolkit.questions[question["id"]].ask
    return attrs.evolve(last, text=toolkit.say["again"].format(ask=ask_words))


def more(turn: Turn) -> Outcome:
    """Say what points which way, or go on to the steps."""
    state = State.from_memory(turn.memory)
    if state.answers is None:
        return _open(state, turn)
    if command_in(turn.text) == "why":
        return showing.tell_reasons(state)
    return next_steps(state, turn, state.part)


def simpler(turn: Turn) -> Outcome:
    """Say the ranges again; their words are as plain as we have them."""
    state = State.from_memory(turn.memory)
    return showing.tell_ranges(state) if state.answers else _open(state, turn)


def again(turn: Turn) -> Outcome:
    """Say the ranges again: no nation or date changes them."""
    return simpler(turn)


def open_part(part: str, state: State, turn: Turn) -> Outcome:
    """Begin a part, or go on in it; one that is through shows its range."""
    toolkit = load_toolkit()
    if part not in toolkit.parts_of(state.given.role):
        return which_part(state, turn)
    state = attrs.evolve(state, part=part)
    asked = next_question(state.given, part, toolkit)
    if asked is None:
        return showing.end_of_part(state)
    about = toolkit.parts[part]
    opening = toolkit.say["part_opening"].format(name=about.name, about=about.about)
    return ask(asked, state, (Reply(opening),))


def _about_the_work(turn: Turn, outcome: Outcome) -> Outcome:
    """Keep what the words said of ages or nations out of the person's own situation."""
    as_before = {name: turn.memory.get(name) for name in HEARD}
    return attrs.evolve(outcome, remember={**as_before, **outcome.remember})


def _open(state: State, turn: Turn) -> Outcome:
    if means_own_staff(turn.text) or turn.values.get("part") == "own_staff":
        return _begin(role_in(turn.text) or "key_worker", state, turn, "own_staff")
    does = turn.values.get("do") or command_in(turn.text)
    if does in ("have_code", "examples"):
        return ANY_TIME[does](state, turn)
    return ask_role(attrs.evolve(state, part=part_in(turn.text)), opening=True)


def _again_here(state: State) -> Outcome:
    toolkit = load_toolkit()
    words = toolkit.say["resumed_here"].format(role=_role_words(state.given.role))
    buttons = (
        go(toolkit.say["go_on"], do="go_on"),
        go(toolkit.say["start_new"], do="fresh"),
        go(toolkit.say["have_code"], do="have_code"),
    )
    return opened(state, (Reply(words, buttons),), "menu")


def _role_words(role: Role) -> str:
    words: str = load_toolkit().say["roles"][role]
    return words.lower() if role != "user" else "a programme user"


def _begin(role: Role, state: State, turn: Turn, part: str | None) -> Outcome:
    if role not in ROLES:
        return ask_role(state, opening=False)
    toolkit, old = load_toolkit(), state.answers
    if old and old.begun() and old.role != role:
        state, old = state.put_aside(), None  # another person, or another hat
    if role == "user" and not state.row:
        state = attrs.evolve(state, team=None)  # users join by a code of their own
    kept = attrs.evolve(old, role=role) if old else Answers(role)
    part = part or state.part
    state = attrs.evolve(state, answers=kept, part=part, trail=())
    if role == "user":
        told = tuple(Reply(words) for words in toolkit.say["user_opening"])
        outcome = open_part(USERS, state, turn)
        return attrs.evolve(outcome, replies=(*told, *outcome.replies[1:]))
    told = (Reply(toolkit.say["not_kept"]),)
    outcome = which_part(state, turn) if part is None else open_part(part, state, turn)
    return attrs.evolve(outcome, replies=(*told, *outcome.replies))
