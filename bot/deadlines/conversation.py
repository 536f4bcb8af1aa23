"""Time limits in conversation: what happened, when, and then the last day to act."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs

from bot.deadlines.dates import When, date_in
from bot.deadlines.limits import Claim, claim_in, claims, load_deadlines
from bot.deadlines.tell import simply, tell
from bot.dialogue.questions import OpenQuestion
from bot.dialogue.subjects import SLOT
from bot.dialogue.turn import Outcome, Turn
from bot.guide.sources import sources_reply
from bot.replies import Button, Reply

_ASKS = re.compile(r"\?|^(?:what|why|how|who|where|which|can|could|should|will|do|does|is|are)\b")
_CHANGES = re.compile(
    r"^(?:no|nope|sorry|wait|actually|i meant|i mean|correction|it was|it'?s|not|in fact|oh|on|"
    r"make (?:it|that)|what if|and if|change)\b"
)
_SOURCES = re.compile(r"where .*(?:from|get)|source|says who|how do you know|proof|link|official")


#: "Write me a message asking for my payslip" names what happened, and asks for something else.
_OTHER_REQUESTS = frozenset(
    {
        "draft_message",
        "rehearse",
        "rights_quiz",
        "better_off",
        "check_status",
        "questions_for_employer",
    }
)


def start(turn: Turn) -> Outcome:
    """Begin, with the kind of claim and the day that the first message gives."""
    if name := turn.values.get("claim"):
        return _go_on(claims().get(name), None, turn)
    return _go_on(claim_in(turn.text), date_in(turn.text, turn.situation.on), turn)


def understands(question: OpenQuestion, text: str, intent: str) -> bool:
    """Return whether the words say what happened, or when.

    The day of the question is not known here; whether words name a date does not depend on it.
    """
    words = text.strip().lower()
    dated = date_in(text, date(2024, 2, 29)) is not None
    about = question["about"]
    if about == "change":
        return intent == "change_answer" or (dated and bool(_CHANGES.match(words)))
    elsewhere = intent.startswith(("ask_", "barrier_")) and bool(_ASKS.search(words))
    if about == "when":
        return (dated and not elsewhere) or intent == "not_sure"
    if intent in _OTHER_REQUESTS:
        return False
    return not elsewhere and (
        claim_in(text) is not None or intent in ("not_sure", "check_deadline")
    )


def answer(question: OpenQuestion, turn: Turn) -> Outcome:
    """Take what happened, or the day, and ask for what is missing."""
    words = load_deadlines()["say"]
    named = claims().get(turn.values.get("claim") or question.get("claim") or "")
    day = date_in(turn.text, turn.situation.on)
    if question["about"] == "when":
        if day is None:
            key = "not_sure_when" if turn.intent == "not_sure" or _unsure(turn) else "not_when"
            return Outcome((Reply(words[key]),), {"open_question": question})
        return _go_on(named, day, turn)
    if question["about"] == "change":
        return _go_on(claim_in(turn.text) or named, day or _kept(question), turn)
    claim = named or claim_in(turn.text)
    if claim is None and (turn.intent == "not_sure" or _unsure(turn)):
        claim = claims()["other"]
    if claim is None:
        return Outcome(
            (attrs.evolve(_ask_what(), text=words["not_what"]),), {"open_question": question}
        )
    return _go_on(claim, day or _kept(question), turn)


def ask_again(question: OpenQuestion, turn: Turn) -> Reply | None:
    """Return the question once more; nothing where the guide only waits for changes."""
    if question["about"] == "change":
        return None
    claim = claims().get(question.get("claim") or "")
    asked = _ask_what() if claim is None else _ask_when(claim)
    return attrs.evolve(asked, text=load_deadlines()["say"]["again"] + asked.text)


def more(turn: Turn) -> Outcome:
    """Say where the limit comes from, or say it again with who can help."""
    claim, when = _in_hand(turn)
    told = tell(claim, when, turn.situation)
    if turn.values.get("section") == "sources" or _SOURCES.search(turn.text.lower()):
        return Outcome((sources_reply("time limits", told.facts, turn.situation.on),))
    return again(turn)


def simpler(turn: Turn) -> Outcome:
    """Say the one day that matters, and who to ring."""
    claim, when = _in_hand(turn)
    return Outcome((simply(claim, when, turn.situation),))


def again(turn: Turn) -> Outcome:
    """Count again, for a nation that changed."""
    claim, when = _in_hand(turn)
    return _go_on(claim, when, turn)


def _go_on(claim: Claim | None, when: When | None, turn: Turn) -> Outcome:
    if claim is None:
        return Outcome((_ask_what(),), {"open_question": _open("what", None, when), "missed": None})
    if claim.not_a_claim:
        return Outcome((Reply(claim.not_a_claim, _HELP),), {"open_question": None, "missed": None})
    if when is None:
        asked = {"open_question": _open("when", claim, None), "missed": None}
        return Outcome((_ask_when(claim),), asked)
    told = tell(claim, when, turn.situation)
    return Outcome(
        told.replies,
        {
            SLOT: {"of": "deadlines", **_data(claim, when)},
            "open_question": _open("change", claim, when),
            "missed": None,
        },
    )


_HELP = (Button("Who can help?", "/talk_to_a_person"),)


def _ask_what() -> Reply:
    data = load_deadlines()
    shown = [claims()[name] for name in data["buttons"]]
    return Reply(
        data["say"]["what"],
        tuple(Button(c.button, f'/check_deadline{{"claim": "{c.id}"}}') for c in shown),
    )


def _ask_when(claim: Claim) -> Reply:
    return Reply(f"{claim.when_said} {load_deadlines()['say']['when_known']}")


def _open(about: str, claim: Claim | None, when: When | None) -> dict[str, Any]:
    return {"by": "deadlines", "about": about, **_data(claim, when)}


def _data(claim: Claim | None, when: When | None) -> dict[str, Any]:
    """Return the claim and its day as plain data; none of the person's own words but the date."""
    data: dict[str, Any] = {"claim": claim.id} if claim else {}
    if when:
        data |= {"first": when.first.isoformat(), "last": when.last.isoformat(), "said": when.said}
    return data


def _kept(data: Mapping[str, Any]) -> When | None:
    if "first" not in data:
        return None
    first, last = (date.fromisoformat(data[key]) for key in ("first", "last"))
    return When(first, last, data.get("said", ""))


def _in_hand(turn: Turn) -> tuple[Claim, When]:
    subject = turn.memory[SLOT]
    when = _kept(subject) or When(turn.situation.on, turn.situation.on, "")
    return claims()[subject["claim"]], when


def _unsure(turn: Turn) -> bool:
    return bool(
        re.match(r"(?:not sure|don'?t know|dunno|no idea|idk)\b", turn.text.strip().lower())
    )
