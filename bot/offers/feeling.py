"""How a job feels, asked in conversation; told beside how it looks, and never mixed with it.

Asked only of somebody who says how it feels, or presses the button: never read from their tone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.dialogue.questions import OpenQuestion
from bot.dialogue.turn import Turn
from bot.dialogue.yes_no import yes_no_in
from bot.offers import asking
from bot.offers.assess import Assessment
from bot.offers.feelings import feeling_questions, opening, together
from bot.replies import Button, Reply

ABOUT = "feels"
_YES = Button("Yes", '/answer{"say": "yes"}')
_NO = Button("No", '/answer{"say": "no"}')

_ASKS = re.compile(
    r"\b(?:my gut|gut (?:feeling|says|tells))\b"
    r"|\b(?:something|it|this|that|the job|they) (?:just )?(?:feels?|felt|seems?) "
    r"(?:a bit |so |really |very )?(?:off|wrong|right|good|bad|fishy|dodgy|iffy|odd|strange)\b"
    r"|\bhow (?:do|should|would) i feel\b|\bhow (?:it|the job|this) feels\b"
    r"|\bi (?:have|'ve|'ve already)? ?(?:tried|done|worked) (?:it|a shift|a day|there)\b",
    re.IGNORECASE,
)
MOST_WORDS = 15


def asks(text: str) -> bool:
    """Return whether a short message says how a job feels, or that it was tried."""
    return len(text.split()) <= MOST_WORDS and bool(_ASKS.search(text.replace("’", "'")))


def understands(text: str, intent: str) -> bool:
    """Return whether the words answer one of the questions on feelings."""
    return intent in ("affirm", "deny", "not_sure") or yes_no_in(text) is not None


def first() -> tuple[tuple[Reply, ...], OpenQuestion]:
    """Return the first question, with a word on why, and what stays open."""
    return (Reply(opening()), _question(0)), _open(0, {})


def answer(
    question: OpenQuestion, turn: Turn, found: Assessment
) -> tuple[tuple[Reply, ...], OpenQuestion | None]:
    """Take one answer; return the next question, or how the job looks and feels side by side."""
    nth, said = int(question["nth"]), dict(question.get("said") or {})
    words = str(turn.values.get("say") or turn.text)
    yes_no = {"affirm": "yes", "deny": "no"}.get(turn.intent) or yes_no_in(words)
    if not turn.values.get("skip") and yes_no in ("yes", "no"):
        said[feeling_questions()[nth][0]] = yes_no == "yes"
    finished = nth + 1 >= len(feeling_questions()) or turn.values.get("finish")
    if not finished:
        return (_question(nth + 1),), _open(nth + 1, said)
    reply = together(found, said)
    return ((reply,) if reply else ()), None


def again(question: OpenQuestion) -> Reply:
    """Return the open question once more."""
    return _question(int(question["nth"]))


def _question(nth: int) -> Reply:
    return Reply(feeling_questions()[nth][1], (_YES, _NO, asking.SKIP))


def _open(nth: int, said: Mapping[str, bool]) -> dict[str, Any]:
    return {"by": "offers", "about": ABOUT, "nth": nth, "said": dict(said)}
