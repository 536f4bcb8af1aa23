"""A message to an employer, in conversation: which one, the draft, and its other forms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import attrs

from bot.deadlines.dates import date_in
from bot.dialogue.questions import OpenQuestion
from bot.dialogue.subjects import SLOT as SUBJECT
from bot.dialogue.turn import Outcome, Turn
from bot.facts import load_facts
from bot.facts.words import date_in_words
from bot.letters.draft import (
    FORMS,
    Form,
    Kind,
    Letter,
    Said,
    draft,
    kind_in,
    load_frame,
    load_kinds,
)
from bot.replies import Button, Reply
from bot.situation import NATION_NAMES, NATIONS

SLOT = "draft"
_ASKS = re.compile(r"\?|^(?:what|why|how|who|when|where|which|can|could|should|do|does)\b")
_AMOUNT = re.compile(r"£\s?\d[\d,]*(?:\.\d{2})?(?!\s*(?:an hour|per hour|a hour|/h|p/h|ph\b))")
_HOURS = re.compile(r"\b(\d{1,3}(?:\.\d+)?)\s*(?:hours|hrs)\b(?!\s*(?:a|per)\s)")
_ASKED_FORM: tuple[tuple[Form, re.Pattern[str]], ...] = (
    ("text", re.compile(r"\b(?:texts?|sms|whats ?app|message her|message him|dm)\b")),
    ("letter", re.compile(r"\bletters?\b")),
    ("email", re.compile(r"\be-?mails?\b")),
)

#: Who is named as someone who advises; in Great Britain, Acas and Citizens Advice.
_ADVICE = {None: "advice_unknown", "northern_ireland": "advice_northern_ireland"}


def start(turn: Turn) -> Outcome:
    """Draft the message that is asked for, or ask what it is about."""
    kept = turn.memory.get(SLOT) or {}
    form: Form = _form(turn.values.get("form") or "") or _form_in(turn.text) or "email"
    if turn.values.get("form") and kept.get("kind"):
        return _show(load_kinds()[kept["kind"]], _said_before(kept), form, turn)
    kind = load_kinds().get(turn.values.get("kind") or "") or kind_in(turn.text, _topic(turn))
    if kind is None or turn.values.get("new"):
        asked = {"by": "letters", "about": "kind", "form": form}
        return Outcome((_ask(),), {"open_question": asked, "missed": None})
    return _show(kind, _said(turn), form, turn)


def understands(question: OpenQuestion, text: str, intent: str) -> bool:
    """Return whether the words say what the message is about."""
    if _ASKS.search(text.strip().lower()) and intent.startswith(("ask_", "barrier_")):
        return False
    return kind_in(text) is not None or intent in ("not_sure", "draft_message")


def answer(question: OpenQuestion, turn: Turn) -> Outcome:
    """Take what the message is about."""
    kind = load_kinds().get(turn.values.get("kind") or "") or kind_in(turn.text)
    if kind is None and turn.intent == "not_sure":
        kind = load_kinds()["other"]
    if kind is None:
        asked = attrs.evolve(_ask(), text=load_frame()["say"]["not_what"])
        return Outcome((asked,), {"open_question": question})
    form = _form_in(turn.text) or _form(question.get("form") or "") or "email"
    return _show(kind, _said(turn), form, turn)


def ask_again(question: OpenQuestion, turn: Turn) -> Reply | None:
    """Return the question once more."""
    asked = _ask()
    return attrs.evolve(asked, text=load_frame()["say"]["again"] + asked.text)


def more(turn: Turn) -> Outcome:
    """Show the message again, with who can look at it."""
    return again(turn)


def simpler(turn: Turn) -> Outcome:
    """Show the shortest form."""
    kept = turn.memory.get(SLOT) or {}
    return _show(load_kinds()[kept.get("kind", "other")], _said_before(kept), "text", turn)


def again(turn: Turn) -> Outcome:
    """Draft it again, with the law of a nation that changed."""
    kept = turn.memory.get(SLOT) or {}
    form = _form(kept.get("form") or "") or "email"
    return _show(load_kinds()[kept.get("kind", "other")], _said_before(kept), form, turn)


def drafted(turn: Turn) -> Letter | None:
    """Return the message in hand, for a download; None where there is none."""
    kept = turn.memory.get(SLOT) or {}
    if "kind" not in kept:
        return None
    return draft(load_kinds()[kept["kind"]], _said_before(kept), turn.situation, load_facts())


def _show(kind: Kind, said: Said, form: Form, turn: Turn) -> Outcome:
    words = load_frame()["say"]
    letter = draft(kind, said, turn.situation, load_facts())
    others = tuple(
        Button(load_frame()["form_buttons"][each], f'/draft_message{{"form": "{each}"}}')
        for each in FORMS
        if each != form
    )
    another = Button("Another message", '/draft_message{"new": "yes"}')
    shown = Reply(letter.bodies[form], card=letter.as_card(form), facts=letter.facts)
    after = [words["keep"]]
    if kind.limit:
        after.append(words["limit"])
    after.append(words[_ADVICE.get(turn.situation.nation, "advice")])
    replies = [Reply(words["intro"]), shown, Reply(" ".join(after), (*others, another))]
    if turn.situation.nation is None and any("laws." in part.say for part in kind.body):
        replies.append(_which_nation())
    return Outcome(
        tuple(replies),
        {
            SLOT: {"kind": kind.id, "form": form, **_filled_in(said)},
            SUBJECT: {"of": "letters"},
            "open_question": None,
            "missed": None,
        },
    )


def _ask() -> Reply:
    shown = [load_kinds()[name] for name in load_frame()["buttons"]]
    buttons = tuple(Button(k.button, f'/draft_message{{"kind": "{k.id}"}}') for k in shown)
    return Reply(load_frame()["say"]["what"], buttons)


def _which_nation() -> Reply:
    buttons = tuple(
        Button(NATION_NAMES[n].replace("Northern", "N."), f'/set_nation{{"nation": "{n}"}}')
        for n in NATIONS
    )
    return Reply(load_frame()["say"]["nation"], buttons)


def _said(turn: Turn) -> Said:
    """Return what the words say of day, amount and hours; nothing else of them is kept."""
    on = turn.situation.on
    found = date_in(turn.text, on)
    when = None
    if found:
        month = found.first.day == 1 and (found.last - found.first).days >= 27
        within = f"{found.first:%B %Y}" if month and (found.last - found.first).days <= 30 else None
        when = date_in_words(found.first) if found.exact else within
    amount = _AMOUNT.search(turn.text)
    hours = _HOURS.search(turn.text.lower())
    return Said(when, amount and amount[0].replace(" ", ""), hours and hours[1])


def _said_before(kept: Mapping[str, Any]) -> Said:
    return Said(kept.get("when"), kept.get("amount"), kept.get("hours"))


def _filled_in(said: Said) -> dict[str, str]:
    return {name: value for name, value in attrs.asdict(said).items() if value}


def _topic(turn: Turn) -> str | None:
    subject = turn.memory.get(SUBJECT) or {}
    return subject.get("id") if subject.get("of") == "guide" else None


def _form_in(text: str) -> Form | None:
    words = text.lower()
    return next((form for form, pattern in _ASKED_FORM if pattern.search(words)), None)


def _form(name: str) -> Form | None:
    return next((form for form in FORMS if form == name), None)
