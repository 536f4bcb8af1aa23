"""Asking for a person: what is shared is shown in full and agreed to before anything is sent.

What the person decides leaves the turn in the slot `handover`, as `{"do": "ask", "summary"}` or
`{"do": "leave"}`; the store hands it to the desk together with the turn, and what the desk says of
the conversation comes back in the same slot, as `{"state", "position", "by"}`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.dialogue.questions import OpenQuestion
from bot.dialogue.turn import Outcome, Turn
from bot.dialogue.yes_no import yes_no_in
from bot.facts import fill, load_facts
from bot.handover.hours import uk_now
from bot.handover.settings import HandoverSettings, load_handover
from bot.handover.signposts import organisation_contacts, people, signposts
from bot.handover.summary import summary
from bot.handover.words import LEAVE, counted, load_words
from bot.organisation import load_organisation
from bot.rehearsal.run import put_down
from bot.replies import Button, Reply

SLOT = "handover"
#: Channels on which a key worker's messages reach the person at once.
CHANNELS = ("web",)

_SENDS = re.compile(r"^(?:send|share)\b(?! nothing| none)|^(?:yes|ok|okay)\b")
_NOTHING = re.compile(r"\b(?:nothing|none)\b")
_WITHOUT = re.compile(r"\b(?:without|leave out|not my|remove|take out|skip)\b\s*(?P<what>.+)")


def start(turn: Turn, now: datetime | None = None) -> Outcome:
    """Offer a key worker where there are some, and say whom to ring in any case."""
    settings, standing = load_handover(), turn.memory.get(SLOT) or {}
    if turn.values.get("do") == "leave":
        return Outcome((Reply(load_words()["ask"]["left"]),), {SLOT: {"do": "leave"}})
    if settings is None or turn.channel not in CHANNELS:
        return Outcome(signposts(turn.situation), {"missed": None})
    if standing.get("state") == "waiting":
        return Outcome((waiting(standing),), {"missed": None})
    return _offer(turn, settings, now or uk_now())


def waiting(standing: Any) -> Reply:
    """Return where a person who waits is in the queue."""
    words = load_words()
    text = words["ask"]["waiting"].format(position=standing["position"])
    return Reply(text, (Button(words["buttons"]["leave"], LEAVE),), card={"kind": "handover"})


def understands(question: OpenQuestion, text: str, intent: str) -> bool:
    """Return whether the words agree, refuse, or leave a line out."""
    words = text.lower().strip()
    return len(words.split()) <= 8 and (yes_no_in(words) is not None or _choice(words) is not None)


def answer(question: OpenQuestion, turn: Turn, now: datetime | None = None) -> Outcome:
    """Take the decision: send, send nothing of before, leave a line out, or not now."""
    left_out = list(question.get("left_out") or ())
    do, words = turn.values.get("do") or _choice(turn.text.lower().strip()), load_words()
    lines = summary(turn.memory, left_out)
    without = turn.values.get("without") or (_field(turn.text, lines) if do == "without" else None)
    if without:
        return _ask(turn, [*left_out, without])
    if do in ("send", "nothing"):
        settings = load_handover()
        shared = list(lines.values()) if do == "send" else []
        told = Reply(
            _asked(settings, now or uk_now()),
            (Button(words["buttons"]["leave"], LEAVE),),
            card={"kind": "handover"},
        )
        remember = {SLOT: {"do": "ask", "summary": shared}, "open_question": None, "missed": None}
        return Outcome((told,), remember)
    if do == "no":
        told = Reply(words["ask"]["not_now"])
        return Outcome(
            (told, *organisation_contacts(), people(turn.situation)), {"open_question": None}
        )
    return _ask(turn, left_out)


def ask_again(question: OpenQuestion, turn: Turn) -> Reply | None:
    """Return the question once more."""
    left_out = question.get("left_out") or ()
    return _question(summary(turn.memory, left_out))


def _offer(turn: Turn, settings: HandoverSettings, now: datetime) -> Outcome:
    words, opened = load_words()["ask"], settings.hours.open_at(now)
    name = load_organisation().name or "this organisation"
    kept = counted(settings.keep_hours, "hour")
    told = [
        Reply(words["open" if opened else "closed"].format(name=name, hours=settings.hours.words))
    ]
    if opened:
        told.append(Reply(words["expect"].format(minutes=settings.wait_minutes, kept=kept)))
    else:
        told += [*organisation_contacts(), people(turn.situation)]
    safety = fill(words["safety"], load_facts(), turn.situation.on, turn.situation.nation)
    told.append(Reply(safety.text, facts=safety.facts))
    asked = _ask(turn, [])
    return Outcome((*told, *asked.replies), asked.remember)


def _ask(turn: Turn, left_out: Sequence[str]) -> Outcome:
    words, lines = load_words()["ask"], summary(turn.memory, left_out)
    shown = "\n".join([words["all"], *lines.values()]) if lines else words["nothing"]
    question = {"by": "handover", "about": "summary", "left_out": list(left_out)}
    remember = {**put_down(turn.memory), "open_question": question, "missed": None}
    return Outcome((Reply(shown), _question(lines)), remember)


def _question(lines: dict[str, str]) -> Reply:
    words = load_words()
    titles, fields = words["buttons"], words["left_out"]
    buttons = [Button(titles["send"], '/answer{"do": "send"}')]
    buttons += [
        Button(titles["without"].format(field=fields[name]), f'/answer{{"without": "{name}"}}')
        for name in lines
    ]
    if lines:
        buttons.append(Button(titles["nothing"], '/answer{"do": "nothing"}'))
    buttons.append(Button(titles["not_now"], '/answer{"do": "no"}'))
    return Reply(words["ask"]["question"], tuple(buttons))


def _asked(settings: HandoverSettings | None, now: datetime) -> str:
    words = load_words()["ask"]
    if settings is None or settings.hours.open_at(now):
        return str(words["asked"])
    kept = counted(settings.keep_hours, "hour")
    return str(words["asked_closed"].format(hours=settings.hours.words, kept=kept))


def _choice(words: str) -> str | None:
    if _WITHOUT.search(words):
        return "without"
    if _NOTHING.search(words):
        return "nothing"
    if _SENDS.match(words) or yes_no_in(words) == "yes":
        return "send"
    return "no" if yes_no_in(words) == "no" or words.startswith("not now") else None


def _field(text: str, lines: dict[str, str]) -> str | None:
    """Return the line that the words leave out: by its number or by what it is about."""
    match = _WITHOUT.search(text.lower())
    what, names = (match["what"] if match else ""), list(lines)
    number = re.search(r"\d", what)
    if number and 1 <= int(number[0]) <= len(names):
        return names[int(number[0]) - 1]
    fields = load_words()["left_out"]
    return next((name for name in names if fields[name].split()[-1] in what), None)
