"""The toolkit in conversation: who is here, then one question at a time, in any pace.

What is answered lives in the slot `toolkit`. It is saved under a random code only where somebody
asks for that, or answers with a team (bot/toolkit/sharing.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import attrs

from bot.dialogue.questions import OpenQuestion
from bot.dialogue.turn import Outcome, Turn
from bot.dialogue.yes_no import yes_no_in
from bot.replies import Reply
from bot.situation import Situation
from bot.toolkit import sharing, showing
from bot.toolkit.answers import Answers, next_part, next_question
from bot.toolkit.asking import ask, ask_next, ask_role, opened, which_part
from bot.toolkit.codes import code_in
from bot.toolkit.content import LIMITS, ROLES, USERS, Question, Role, load_toolkit
from bot.toolkit.reading import (
    command_in,
    holds_contact,
    is_question,
    means_own_staff,
    named_picks,
    picks_in,
    role_in,
)
from bot.toolkit.state import State
from bot.toolkit.tell import go, press, put, tell_why

#: Longest quote, in words.
LONGEST_QUOTE = 60
#: Intents of the dialogue that are never an answer in own words.
NEVER_ANSWERS = frozenset(
    {"help", "greet", "goodbye", "thanks", "who_are_you", "is_it_private", "say_it_simpler", "rude"}
)
#: Parts of the situation that words can state (bot/dialogue/listen.py).
HEARD = tuple(field.name for field in attrs.fields(Situation) if field.name != "on")
#: What a practice described in own words has at least, in words.
FEWEST_WORDS = 2
#: Everything that can be asked for at any time, and who does it.
ANY_TIME = {
    "save": sharing.save,
    "team": sharing.offer_team,
    "new_team": sharing.start_team,
    "have_code": sharing.ask_code,
    "sheet": showing.where_sheet,
    "differences": showing.tell_differences,
    "erase": sharing.ask_erase,
    "other": which_part,
}


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
        return _take_back(values.get("id", ""), state, turn)
    if does in ("steps", "finish"):
        return _steps(state, turn, values.get("part"))
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
        return role_in(text) is not None or means_own_staff(text)
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
    if intent in NEVER_ANSWERS or is_question(text):
        return False
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
        return ask_role(state, opening=False)
    if about == "erase":
        return sharing.erase(state, turn, _yes(turn))
    if about == "menu" or state.answers is None:
        return _start(turn)
    return _answer_question(question, state, turn)


def ask_again(question: OpenQuestion, turn: Turn) -> Reply | None:
    """Return the question once more; a menu is not put again."""
    state = State.from_memory(turn.memory)
    if "id" not in question or state.answers is None:
        return None
    toolkit = load_toolkit()
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
    return _steps(state, turn, state.part)


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
    if turn.values.get("do") == "have_code":
        return sharing.ask_code(state, turn)
    return ask_role(state, opening=True)


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
    state = attrs.evolve(state, answers=kept, part=part, trail=())
    if role == "user":
        told = tuple(Reply(words) for words in toolkit.say["user_opening"])
        outcome = open_part(USERS, state, turn)
        return attrs.evolve(outcome, replies=(*told, *outcome.replies[1:]))
    told = (Reply(toolkit.say["not_kept"]),)
    outcome = open_part(part, state, turn) if part else which_part(state, turn)
    return attrs.evolve(outcome, replies=(*told, *outcome.replies))


def _answer_question(question: OpenQuestion, state: State, turn: Turn) -> Outcome:
    toolkit, about, values = load_toolkit(), question["about"], turn.values
    asked = toolkit.questions[question["id"]]
    picked = tuple(question.get("picked") or ())
    if pick := values.get("pick"):
        return _take(asked, (pick,), picked, state, turn)
    does = values.get("do") or command_in(turn.text)
    if about == "write" and does not in ("skip", "back", "finish", "take_back", "why"):
        return _keep_words(asked, state, turn)
    if does == "agree" or (about == "words" and yes_no_in(turn.text) == "yes"):
        words = toolkit.say["write"].format(ask=asked.ask)
        skip = press(toolkit.say["ways"]["skip"], do="skip")
        return opened(state, (Reply(words, (skip,)),), "write", asked.id)
    if about == "words" and yes_no_in(turn.text) == "no":
        does = "skip"
    if about == "near" and (said := _yes(turn)):
        if said == "yes":
            return _take(asked, tuple(question["near"]), picked, state, turn)
        _, *rest = put(asked, toolkit, bool(state.trail))
        told = Reply(toolkit.say["not_that"])
        return opened(state, (told, *(rest or put(asked, toolkit, True))), "q", asked.id)
    if does:
        return _way(str(does), asked, picked, state, turn)
    return _own_words(asked, picked, state, turn)


def _own_words(asked: Question, picked: Sequence[str], state: State, turn: Turn) -> Outcome:
    toolkit = load_toolkit()
    if turn.intent == "not_sure" or (not turn.text and not turn.values):
        return _way("skip", asked, picked, state, turn)
    found = picks_in(asked, turn.text)
    if found is None:
        *_, last = put(asked, toolkit, bool(state.trail), picked)
        told = attrs.evolve(last, text=toolkit.say["not_taken"])
        return opened(state, (told,), "q", asked.id, picked=list(picked))
    if found.sure:
        return _take(asked, found.ids, picked, state, turn, at_once=True)
    says = " ".join(f"“{practice.say}”" for practice in asked.chosen(found.ids))
    buttons = (press(toolkit.say["yes"], say="yes"), press(toolkit.say["no"], say="no"))
    reply = Reply(toolkit.say["nearest"].format(says=says), buttons)
    near = {"near": list(found.ids), "picked": list(picked)}
    return opened(state, (reply,), "near", asked.id, **near)


def _take(
    asked: Question,
    ids: Sequence[str],
    picked: Sequence[str],
    state: State,
    turn: Turn,
    at_once: bool = False,
) -> Outcome:
    """Take practices; where several can be named, ask for more until that is all."""
    toolkit = load_toolkit()
    ids = tuple(dict.fromkeys((*picked, *ids)))
    if not asked.chosen(ids):
        return ask(asked, state)
    left = len(asked.practices) > len(ids)
    if asked.many and left and not (at_once and len(ids) > 1):
        more_of_it = put(asked, toolkit, False, ids)
        return opened(state, more_of_it, "q", asked.id, picked=list(ids))
    return _went_on(asked, state.with_answers(state.given.choose(asked.id, ids)), turn)


def _way(does: str, asked: Question, picked: Sequence[str], state: State, turn: Turn) -> Outcome:
    """Skip, ask why, go back or finish; or do what can be done at any time."""
    toolkit = load_toolkit()
    if does == "why":
        return ask_after(asked, state, tell_why(asked, toolkit), picked)
    if does == "back":
        return _back(asked, state, turn)
    if does in ("all", "skip", "next"):
        if picked:
            return _went_on(asked, state.with_answers(state.given.choose(asked.id, picked)), turn)
        return _went_on(asked, state.with_answers(state.given.skip(asked.id)), turn)
    if does in ("finish", "steps"):
        state, lost = sharing.bring_up_to_date(state, turn, done=True)
        if does == "steps" and asked.id != LIMITS:
            return _steps(state, turn, state.part, lost)
        return showing.end_of_part(state, lost)
    if does in ANY_TIME:
        return ANY_TIME[does](state, turn)
    return ask(asked, state)


def ask_after(
    asked: Question, state: State, told: Sequence[Reply], picked: Sequence[str]
) -> Outcome:
    """Put a question once more after something was told about it."""
    *_, last = put(asked, load_toolkit(), bool(state.trail), picked)
    words = load_toolkit().say["again"].format(ask=asked.ask)
    about = "words" if asked.open else "q"
    replies = (*told, attrs.evolve(last, text=words))
    return opened(state, replies, about, asked.id, picked=list(picked))


def _take_back(name: str, state: State, turn: Turn) -> Outcome:
    """Take a quote out again, and go on where the talk was."""
    state = state.with_answers(state.given.without(name).skip(name))
    state, lost = sharing.bring_up_to_date(state, turn)
    told = (Reply(load_toolkit().say["taken_back"]), *lost)
    open_now = turn.memory.get("open_question") or {}
    if following := load_toolkit().questions.get(open_now.get("id", "")):
        return ask(following, state, told)
    return showing.end_of_part(state, told)


def _back(asked: Question, state: State, turn: Turn) -> Outcome:
    toolkit = load_toolkit()
    if not state.trail:
        return ask_after(asked, state, (Reply(toolkit.say["nothing_before"]),), ())
    before = toolkit.questions[state.trail[-1]]
    answers = state.given.without(before.id)
    part = before.part or state.part
    state = attrs.evolve(state, answers=answers, trail=state.trail[:-1], part=part)
    state, lost = sharing.bring_up_to_date(state, turn)
    return ask(before, state, (Reply(toolkit.say["went_back"]), *lost))


def _keep_words(asked: Question, state: State, turn: Turn) -> Outcome:
    toolkit = load_toolkit()
    words = " ".join(turn.text.split())
    skip = press(toolkit.say["ways"]["skip"], do="skip")
    wrong = "has_contact" if holds_contact(words) else ""
    wrong = "too_long" if len(words.split()) > LONGEST_QUOTE else wrong
    if wrong or not words:
        told = toolkit.say[wrong] if wrong else toolkit.say["write"].format(ask=asked.ask)
        return opened(state, (Reply(told, (skip,)),), "write", asked.id)
    state = state.with_answers(state.given.quote(asked.id, words))
    kept = Reply(toolkit.say["kept_words"].format(words=words))
    outcome = _went_on(asked, state, turn, (kept,))
    *before, last = outcome.replies
    take_back = go(toolkit.say["take_back"], do="take_back", id=asked.id)
    return attrs.evolve(
        outcome, replies=(*before, attrs.evolve(last, buttons=(*last.buttons, take_back)))
    )


def _went_on(asked: Question, state: State, turn: Turn, before: Sequence[Reply] = ()) -> Outcome:
    """Go on after a question was answered or left out; save where something is saved."""
    toolkit = load_toolkit()
    state = attrs.evolve(state, trail=(*state.trail, asked.id))
    done = next_part(state.given, toolkit) is None
    state, lost = sharing.bring_up_to_date(state, turn, done)
    told = (*before, *lost)
    if asked.id == LIMITS:
        return _steps(state, turn, state.part, told)
    following = next_question(state.given, state.part or "", toolkit) if state.part else None
    return ask(following, state, told) if following else showing.end_of_part(state, told)


def _steps(state: State, turn: Turn, part: str | None, before: Sequence[Reply] = ()) -> Outcome:
    """Tell next steps; ask first what limits the team, once."""
    toolkit = load_toolkit()
    if state.given.role != "user" and LIMITS not in state.given.seen:
        first = Reply(toolkit.say["limits_first"])
        return ask(toolkit.questions[LIMITS], attrs.evolve(state, part=part), (first,))
    return showing.tell_next_steps(attrs.evolve(state, part=part), before)


def _yes(turn: Turn) -> str | None:
    said = turn.values.get("say") or turn.values.get("do")
    if said in ("yes", "no"):
        return said
    named = {"affirm": "yes", "deny": "no"}.get(turn.intent) or yes_no_in(turn.text)
    return named if named in ("yes", "no") else None
