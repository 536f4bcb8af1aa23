"""Take what somebody answers to a question: a practice, own words, agreement, or a way on."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from bot.dialogue.questions import OpenQuestion
from bot.dialogue.turn import Outcome, Turn
from bot.dialogue.yes_no import yes_no_in
from bot.replies import Reply
from bot.toolkit import sharing, showing
from bot.toolkit.answers import next_part, next_question
from bot.toolkit.asking import ask, opened, which_part
from bot.toolkit.content import LIMITS, Question, load_toolkit
from bot.toolkit.reading import command_in, holds_contact, picks_in
from bot.toolkit.state import State
from bot.toolkit.tell import go, press, put, tell_why

#: Longest quote, in words.
LONGEST_QUOTE = 60
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
    "examples": showing.tell_examples,
}


def answer_question(question: OpenQuestion, state: State, turn: Turn) -> Outcome:
    """Take an answer to a question of the toolkit, or a way on from it."""
    toolkit, about, values = load_toolkit(), question["about"], turn.values
    asked = toolkit.questions[question["id"]]
    picked = tuple(question.get("picked") or ())
    if pick := values.get("pick"):
        return _take(asked, (pick,), picked, state, turn)
    does = values.get("do") or command_in(turn.text)
    if about == "write" and does not in ("skip", "back", "finish", "take_back", "why"):
        return _keep_words(asked, state, turn)
    agreed = does == "agree" and asked.open
    if agreed or (about == "words" and yes_no_in(turn.text) == "yes"):
        words = toolkit.say["write"].format(ask=asked.ask)
        skip = press(toolkit.say["ways"]["skip"], do="skip")
        return opened(state, (Reply(words, (skip,)),), "write", asked.id)
    if about == "words" and yes_no_in(turn.text) == "no":
        does = "skip"
    if about == "near" and (said := yes_or_no(turn)):
        if said == "no":
            return _list_again(asked, "not_that", picked, state)
        near = tuple(question["near"])
        return (
            _take(asked, near, picked, state, turn)
            if len(near) == 1
            else _offer(asked, near, picked, state)
        )
    if does:
        return _way(str(does), asked, picked, state, turn)
    return _own_words(asked, picked, state, turn)


def _own_words(asked: Question, picked: Sequence[str], state: State, turn: Turn) -> Outcome:
    if turn.intent == "not_sure" or (not turn.text and not turn.values):
        return _way("skip", asked, picked, state, turn)
    found = picks_in(asked, turn.text)
    if found is None:
        return _list_again(asked, "not_taken", picked, state)
    if found.sure:
        return _take(asked, found.ids, picked, state, turn, at_once=True)
    return _offer(asked, found.ids, picked, state)


def _list_again(asked: Question, entry: str, picked: Sequence[str], state: State) -> Outcome:
    """Offer the practices once more, after words that were none of them."""
    toolkit = load_toolkit()
    *_, last = put(asked, toolkit, bool(state.trail), picked)
    told = attrs.evolve(last, text=toolkit.say[entry])
    return opened(state, (told,), "q", asked.id, picked=list(picked))


def _offer(asked: Question, near: Sequence[str], picked: Sequence[str], state: State) -> Outcome:
    """Offer the practice that comes nearest, or the two that do: own words are never guessed."""
    say, practices = load_toolkit().say, [load_toolkit().practice(name) for name in near]
    if len(near) == 1:
        words = say["nearest"].format(says=f"“{practices[0].say}”")
        choices = [press(say["yes"], say="yes"), press(say["no"], say="no")]
    else:
        lines = "\n".join(f"{number}. {p.say}" for number, p in enumerate(practices, 1))
        words = f"{say['which_nearer']}\n{lines}"
        choices = [press(practice.label, pick=practice.id) for practice in practices]
        choices.append(press(say["neither"], say="no"))
    more = {"near": list(near), "picked": list(picked)}
    return opened(state, (Reply(words, tuple(choices)),), "near", asked.id, **more)


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
            return next_steps(state, turn, state.part, lost)
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


def take_back(name: str, state: State, turn: Turn) -> Outcome:
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
        return next_steps(state, turn, state.part, told)
    following = next_question(state.given, state.part or "", toolkit) if state.part else None
    return ask(following, state, told) if following else showing.end_of_part(state, told)


def next_steps(state: State, turn: Turn, part: str | None, before: Sequence[Reply] = ()) -> Outcome:
    """Tell next steps; ask first what limits the team, once."""
    toolkit = load_toolkit()
    if state.given.role != "user" and LIMITS not in state.given.seen:
        first = Reply(toolkit.say["limits_first"])
        return ask(toolkit.questions[LIMITS], attrs.evolve(state, part=part), (first,))
    return showing.tell_next_steps(attrs.evolve(state, part=part), before)


def yes_or_no(turn: Turn) -> str | None:
    """Return yes or no where the turn says so."""
    said = turn.values.get("say") or turn.values.get("do")
    if said in ("yes", "no"):
        return said
    named = {"affirm": "yes", "deny": "no"}.get(turn.intent) or yes_no_in(turn.text)
    return named if named in ("yes", "no") else None
