"""Put the next question, or ask who is here and which part comes first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from bot.dialogue.subjects import SLOT as SUBJECT
from bot.dialogue.turn import Outcome, Turn
from bot.replies import Reply
from bot.toolkit.answers import next_part, next_question
from bot.toolkit.content import Question, load_toolkit
from bot.toolkit.state import SLOT, State
from bot.toolkit.tell import go, press, put


def opened(
    state: State, replies: Sequence[Reply], about: str, name: str | None = None, **more: Any
) -> Outcome:
    """Return an outcome that leaves a question open."""
    question = {"by": "toolkit", "about": about, **more}
    if name:
        question["id"] = name
    remember = {
        SLOT: state.to_data(),
        "open_question": question,
        SUBJECT: {"of": "toolkit"},
        "missed": None,
    }
    return Outcome(tuple(replies), remember)


def ask(question: Question, state: State, before: Sequence[Reply] = ()) -> Outcome:
    """Put a question."""
    put_now = put(question, load_toolkit(), bool(state.trail))
    about = "words" if question.open else "q"
    return opened(state, (*before, *put_now), about, question.id)


def ask_next(state: State, before: Sequence[Reply] = ()) -> Outcome:
    """Go on with the next question that is left, in the part in hand first."""
    toolkit = load_toolkit()
    part = state.part if state.part and next_question(state.given, state.part, toolkit) else None
    part = part or next_part(state.given, toolkit)
    if part is None:
        buttons = ready(state)
        return opened(state, (*before, Reply(toolkit.say["all_done"], buttons)), "menu")
    about = toolkit.parts[part]
    opening = toolkit.say["part_opening"].format(name=about.name, about=about.about)
    told = (*before, Reply(opening)) if part != state.part else before
    following = next_question(state.given, part, toolkit)
    assert following is not None
    return ask(following, attrs.evolve(state, part=part), told)


def ask_role(state: State, opening: bool) -> Outcome:
    """Say what the toolkit is, and ask who is here."""
    say = load_toolkit().say
    told = tuple(Reply(words) for words in say["opening"]) if opening else ()
    roles = tuple(press(words, role=role) for role, words in say["roles"].items())
    others = (
        go(say["own_staff_button"], part="own_staff"),
        go(say["have_code"], do="have_code"),
        go(say["examples_button"], do="examples"),
    )
    return opened(state, (*told, Reply(say["who"], (*roles, *others))), "role")


def which_part(state: State, _turn: Turn) -> Outcome:
    """Ask which part comes first, or next."""
    toolkit = load_toolkit()
    parts = [toolkit.parts[name] for name in toolkit.parts_of(state.given.role)]
    buttons = tuple(go(part.label, part=part.id) for part in parts)
    return opened(state, (Reply(toolkit.say["which_part"], buttons),), "menu")


def ready(state: State) -> tuple[Any, ...]:
    """Return the buttons for what can be done with answers, the likeliest first."""
    toolkit = load_toolkit()
    words, answers = toolkit.say["buttons"], state.given
    staff = answers.role != "user"
    names = ["steps"] if staff else []
    if next_part(answers, toolkit):
        names = ["next", *names, *(["other"] if staff else [])]
    names += ["sheet", *([] if state.row else ["save"])]
    if staff:
        names.append("differences" if state.team else "team")
    if state.row:
        names.append("erase")
    return tuple(go(words[name], do=name) for name in names)
