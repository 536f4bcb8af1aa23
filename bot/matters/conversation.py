"""What matters to me, in conversation: priorities, life questions, and kept only on a yes.

Until the yes, the answers live in the open question alone; leaving it forgets them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import attrs

from bot.dialogue.questions import OpenQuestion
from bot.dialogue.turn import Outcome, Turn
from bot.dialogue.yes_no import yes_no_in
from bot.facts.words import joined
from bot.matters.reading import Asked, Life, in_words, load_matters, priorities_in, questions, read
from bot.replies import Button, Reply

FIRST, KEEP = "priorities", "keep"
HEALTH_MEASURE = "H5"
_ASKS = re.compile(r"\?|^(?:what|why|how|who|when|where|which|can|could|should|do|does)\b")
_WHY = re.compile(r"^(?:why|how come)\b")
_SKIPS = re.compile(r"^(?:skip|pass|next|leave it)\b")
_NAMES = {"not": ("not_days", "not_patterns"), "hours": ("hours_least", "hours_most")}
#: Items of a fit that differ in name from the key of the life that asks for them.
_ITEMS = {"travel_most_minutes": "travel"}


def start(turn: Turn) -> Outcome:
    """Say the common standard, then ask what comes first for this person."""
    named = priorities_in(turn.text)
    standard = tuple(Reply(text) for text in load_matters()["standard"])
    state: dict[str, Any] = {"priorities": list(named), "life": {}, "done": []}
    if len(named) >= 2:
        words = load_matters()["say"]["opening_known"]
        told = Reply(words.format(named=joined(tuple(named.values()))))
        return _next({**state, "done": [FIRST]}, (*standard, told))
    return Outcome(
        (*standard, _put_first()), {"open_question": _open(FIRST, state), "missed": None}
    )


def understands(question: OpenQuestion, text: str, intent: str) -> bool:
    """Return whether the words answer the question, skip it, or ask why it is asked."""
    words = text.strip().lower()
    if not words:
        return False
    if _WHY.match(words) and len(words.split()) <= 5:
        return True
    if _ASKS.search(words) and intent.startswith(("ask_", "barrier_")):
        return False
    if intent in ("affirm", "deny", "not_sure") or _SKIPS.match(words):
        return True
    if question["about"] == FIRST:
        return bool(priorities_in(text))
    if question["about"] == KEEP:
        return yes_no_in(text) is not None
    return read(_asked(question["about"]), text) is not None


def answer(question: OpenQuestion, turn: Turn) -> Outcome:
    """Take an answer and go on; at the end, keep what was said or forget it, as they wish."""
    about, state = question["about"], _state(question)
    said = turn.values.get("say") or turn.text
    if turn.values.get("why") or _WHY.match(said.lower()):
        return Outcome((Reply(_why(about)), _put(about)), {"open_question": question})
    if about == KEEP:
        return _keep(state, turn, said)
    if turn.values.get("finish"):
        return _summary(state)
    done = {**state, "done": [*state["done"], about]}
    if _skipped(turn, said):
        return _next(done, ())
    if about == FIRST:
        named = priorities_in(said)
        if not named:
            return _not_taken(question, "took_nothing")
        return _next({**done, "priorities": list(named)}, ())
    found = read(_asked(about), said)
    if found is None:
        return _not_taken(question, "not_taken")
    return _next({**done, "life": {**state["life"], **found}}, ())


def ask_again(question: OpenQuestion, turn: Turn) -> Reply | None:
    """Return the question once more."""
    put = _put(question["about"])
    return attrs.evolve(put, text=load_matters()["say"]["again"] + put.text)


def kept(state: Mapping[str, Any]) -> dict[str, Any]:
    """Return the slots that a yes sets: `matters`, as a life, and `priorities`, as ids."""
    life: Life = dict(state["life"])
    priorities = list(state["priorities"])
    if life.pop("health", False):
        priorities.append(HEALTH_MEASURE)
    must: list[str] = []
    for asked in questions():
        if asked.must:
            for key in _NAMES.get(asked.id, (asked.id,)):
                value = life.get(key)
                must += (
                    value if isinstance(value, list) else [_ITEMS.get(key, key)] if value else []
                )
    if must:
        life["must"] = must
    return {"matters": life or None, "priorities": list(dict.fromkeys(priorities)) or None}


def _next(state: Mapping[str, Any], before: tuple[Reply, ...]) -> Outcome:
    asked = next((q for q in questions() if q.id not in state["done"]), None)
    if asked is None:
        told = _summary(state)
        return attrs.evolve(told, replies=(*before, *told.replies))
    remember = {"open_question": _open(asked.id, state), "missed": None}
    return Outcome((*before, _put(asked.id)), remember)


def _summary(state: Mapping[str, Any]) -> Outcome:
    words = load_matters()["say"]
    rows = load_matters()["priorities"]["words"]
    named = [rows[name]["says"] for name in state["priorities"]]
    asks = in_words(state["life"])
    if state["life"].get("health"):
        asks.append(_asked("health").told)
    if not named and not asks:
        return Outcome((Reply(words["nothing"]),), {"open_question": None, "missed": None})
    told = [words["summary"].format(named=joined(tuple(named))) if named else words["none_named"]]
    if asks:
        told.append(words["also"].format(asks="; ".join(asks)))
    card = {"kind": "matters", "priorities": named, "life": asks}
    return Outcome(
        (Reply(" ".join(told), card=card), _put(KEEP)),
        {"open_question": _open(KEEP, state), "missed": None},
    )


def _keep(state: Mapping[str, Any], turn: Turn, said: str) -> Outcome:
    words = load_matters()["say"]
    decided = said if said in ("yes", "no") else yes_no_in(said)
    decided = {"affirm": "yes", "deny": "no"}.get(turn.intent, decided)
    buttons = (Button("Look at a job", "/score_offer"), Button("Menu", "/help"))
    if decided == "yes":
        remember = {**kept(state), "open_question": None, "missed": None}
        return Outcome((Reply(words["kept"], buttons),), remember)
    if decided == "no":
        return Outcome(
            (Reply(words["not_kept"], buttons),), {"open_question": None, "missed": None}
        )
    return Outcome((_put(KEEP),), {"open_question": _open(KEEP, state)})


def _put(about: str) -> Reply:
    words = load_matters()["say"]
    if about == FIRST:
        return _put_first()
    if about == KEEP:
        yes, no = (
            Button("Keep it", '/answer{"say": "yes"}'),
            Button("Do not", '/answer{"say": "no"}'),
        )
        return Reply(words["keep"], (yes, no))
    asked = _asked(about)
    ready: tuple[Button, ...] = ()
    if asked.reads == "yes_no":
        ready = (Button("Yes", '/answer{"say": "yes"}'), Button("No", '/answer{"say": "no"}'))
    return Reply(asked.say, (*ready, *_ways()))


def _put_first() -> Reply:
    first = load_matters()["priorities"]
    choices = tuple(Button(b, f'/answer{{"say": "{b.lower()}"}}') for b in first["buttons"])
    return Reply(first["say"], (*choices, *_ways()))


def _ways() -> tuple[Button, ...]:
    words = load_matters()["say"]
    return (
        Button(words["skip"], '/answer{"skip": "yes"}'),
        Button(words["why"], '/answer{"why": "yes"}'),
        Button(words["finish"], '/answer{"finish": "yes"}'),
    )


def _skipped(turn: Turn, said: str) -> bool:
    unsure = turn.intent == "not_sure" or yes_no_in(said) == "not_sure"
    return bool(turn.values.get("skip") or _SKIPS.match(said.lower()) or unsure)


def _not_taken(question: OpenQuestion, why: str) -> Outcome:
    told = Reply(load_matters()["say"][why])
    return Outcome((told, _put(question["about"])), {"open_question": question})


def _why(about: str) -> str:
    if about in (FIRST, KEEP):
        reason: str = load_matters()["priorities"]["why"]
        return reason
    return _asked(about).why


def _asked(name: str) -> Asked:
    return next(asked for asked in questions() if asked.id == name)


def _open(about: str, state: Mapping[str, Any]) -> dict[str, Any]:
    return {"by": "matters", "about": about, **state}


def _state(question: OpenQuestion) -> dict[str, Any]:
    return {
        "priorities": list(question.get("priorities") or ()),
        "life": dict(question.get("life") or {}),
        "done": list(question.get("done") or ()),
    }
