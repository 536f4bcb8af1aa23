"""Employment status in conversation: a few questions, then which way the answers point."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import attrs

from bot.dialogue.questions import OpenQuestion
from bot.dialogue.turn import Outcome, Turn
from bot.errors import NoFactForDate
from bot.facts import fill, load_facts
from bot.replies import Button, Reply
from bot.situation import NATIONS, Nation, Situation
from bot.status.weighing import NOT_SURE, Answers, Question, Standing, load_path, stated_in, weigh

NOT_SURE_BUTTON = Button("Not sure", '/answer{"say": "not_sure"}')
WHY_BUTTON = Button("Why do you ask?", '/answer{"why": "yes"}')
NOT_TAKEN = Reply("I could not read that as an answer. You can use the buttons, or say not sure.")

_ASKS = re.compile(r"\?|^(?:what|why|how|who|when|where|which|can|could|should|will)\b")
_WHY = re.compile(r"^(?:why|how come)\b")


def start(turn: Turn) -> Outcome:
    """Begin, with what the first message already answers."""
    answers = stated_in(turn.text)
    words = load_path().words
    replies = [Reply(words["opening"])]
    if answers:
        heard = [load_path().question(name).heard(value) for name, value in answers.items()]
        said = "; ".join(h for h in heard if h)
        replies.append(Reply(f"{words['took']}{said}. Is that wrong? You can start again."))
    return _go_on(answers, turn, replies)


def understands(question: OpenQuestion, text: str, intent: str) -> bool:
    """Return whether the words answer the question, or ask why it is asked."""
    words = text.strip().lower()
    if _WHY.match(words) and len(words.split()) <= 5:
        return True
    if _ASKS.search(words) and intent.startswith(("ask_", "barrier_")):
        return False
    if intent in ("affirm", "deny", "not_sure"):
        return True
    return load_path().question(question["about"]).read(text) is not None


def answer(question: OpenQuestion, turn: Turn) -> Outcome:
    """Take an answer and ask the next question, or say what came of it."""
    asked = load_path().question(question["about"])
    answers = dict(question.get("answers") or {})
    if turn.values.get("why") or _WHY.match(turn.text.strip().lower()):
        return Outcome((Reply(asked.why), _put(asked)), {"open_question": question})
    value = turn.values.get("say") or asked.read(turn.text)
    if value is None:
        value = NOT_SURE if turn.intent == "not_sure" else None
    if value is None:
        return Outcome((NOT_TAKEN, _put(asked)), {"open_question": question})
    return _go_on({**answers, asked.id: value}, turn, [])


def ask_again(question: OpenQuestion, turn: Turn) -> Reply | None:
    """Return the question once more."""
    asked = _put(load_path().question(question["about"]))
    return Reply(load_path().words["again"] + asked.text, asked.buttons)


def _go_on(answers: Answers, turn: Turn, before: list[Reply]) -> Outcome:
    asked = load_path().next_question(answers)
    if asked is None:
        told = tell(weigh(answers), turn.situation)
        return attrs.evolve(told, replies=(*before, *told.replies))
    question = {"by": "status", "about": asked.id, "answers": dict(answers)}
    return Outcome((*before, _put(asked)), {"open_question": question, "missed": None})


def _put(question: Question) -> Reply:
    options = tuple(Button(o.title, f'/answer{{"say": "{o.value}"}}') for o in question.options)
    return Reply(question.say, (*options, NOT_SURE_BUTTON, WHY_BUTTON))


def tell(standing: Standing, situation: Situation) -> Outcome:
    """Say which way the answers point, how sure that is, what goes with it and who can help."""
    words = load_path().words
    first = f"{standing.say} {words['sure'][standing.sure]}"
    replies = [Reply(first, facts=("status.three", *standing.relies_on))]
    then = words["then"][standing.status or "unclear"]
    nation = situation.nation
    if nation in words["nations"]:
        then = f"{then} {words['nations'][nation]}"
    replies += [_filled(then, situation.on, nation), *_who(situation)]
    remember: dict[str, Any] = {"open_question": None, "missed": None}
    buttons: tuple[Button, ...] = (
        Button("What it means", "/ask_self_employed_status"),
        Button("Start again", "/check_status"),
    )
    if standing.status:
        remember["status"] = standing.status
        replies.append(Reply(words["kept"], buttons))
    else:
        replies.append(_filled(words["label"], situation.on, nation, buttons))
    return Outcome(tuple(replies), remember)


def _who(situation: Situation) -> list[Reply]:
    """Say who can talk it through: in both, where the nation is not known."""
    words, nation, on = load_path().words["who"], situation.nation, situation.on
    if nation == "northern_ireland":
        return [_filled(words["northern_ireland"], on, nation)]
    if nation is None:
        return [
            _filled(words["gb"], on, NATIONS[0]),
            _filled(f"In Northern Ireland: {words['northern_ireland']}", on, "northern_ireland"),
        ]
    return [_filled(words["gb"], on, nation)]


def _filled(text: str, on: date, nation: Nation | None, buttons: tuple[Button, ...] = ()) -> Reply:
    try:
        filled = fill(text, load_facts(), on, nation)
    except NoFactForDate as unknown:
        return Reply(str(unknown), buttons)
    return Reply(filled.text, buttons, facts=filled.facts)
