"""Would I be better off, in conversation: what is missing is asked, and may be skipped.

What is told here is kept in the slot `money`, and only as long as the conversation.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import attrs

from bot.dialogue.listen import age_in, nation_in
from bot.dialogue.questions import OpenQuestion
from bot.dialogue.subjects import SLOT
from bot.dialogue.turn import Outcome, Turn
from bot.dialogue.yes_no import yes_no_in
from bot.errors import FactError
from bot.facts import load_facts
from bot.guide.sources import sources_reply
from bot.money.answers import mentions_children
from bot.money.known import Known, read
from bot.money.named import named_in
from bot.money.said import load_words
from bot.money.telling import tell, tell_all, tell_short
from bot.offers.comparing import word_on_let_go
from bot.offers.correct import correct
from bot.offers.in_hand import OFFERS, current, in_hand, kept, understood
from bot.offers.memory import RememberedOffer
from bot.offers.offer import Offer, Pay
from bot.offers.rates import rates_for
from bot.replies import Button, Reply
from bot.situation import Situation

MONEY = "money"
SKIP = Button("Skip", '/answer{"skip": "yes"}')
WHY = Button("Why do you ask?", '/answer{"why": "yes"}')
FINISH = Button("That is all", '/answer{"finish": "yes"}')

#: A typed number picks a button, so a question that small numbers answer has few buttons or none.
_ENDINGS: dict[str, tuple[Button, ...]] = {
    "pay": (), "hours": (), "children": (), "travel": (SKIP,),
}  # fmt: skip

_QUESTION = re.compile(r"\?|^(?:what|why|how|who|when|where|which|can|could|do|does|should|is)\b")
_SOME_MONEY = re.compile(
    r"£\s?\d|\b\d{1,2}\.\d\d\b|\b\d+(?:\.\d+)?\s?(?:k|grand|quid|pounds?)\b", re.IGNORECASE
)
_RATE = re.compile(r"£?\b\d{1,2}\.\d\d\b")
_MINIMUM = re.compile(r"\b(?:min(?:imum)? wage|nmw|(?<!real )living wage)\b", re.IGNORECASE)
_WHAT_IF = re.compile(r"\b(?:what if|what about|how about|and (?:if|at|with|for)|if it)\b")
_ELSEWHERE = ("ask_", "barrier_", "self_blame", "discouraged")
_SOURCES = re.compile(r"where .*(?:from|get)|source|says who|how do you know|proof|link|official")


def start(turn: Turn) -> Outcome:
    """Begin the sum with the offer in hand, or with the one that the message tells."""
    job = current(turn)
    told = _told(turn.text)
    if told and _has_pay(told.offer):
        return _go_on(told, _memory(turn), turn, first=True, new=True)
    if told:
        job = (
            attrs.evolve(job, offer=attrs.evolve(job.offer, hours=told.offer.hours))
            if job
            else told
        )
    return _go_on(job or RememberedOffer(), _memory(turn), turn, first=True)


def understands(question: OpenQuestion, text: str, intent: str) -> bool:
    """Return whether the words answer the question, or change the sum that was told."""
    words = text.strip().lower()
    if not words:
        return False
    elsewhere = bool(_QUESTION.search(words)) and intent.startswith(_ELSEWHERE)
    if question["about"] == "change":
        if intent == "change_answer" or _WHAT_IF.search(words):
            return _changes(text)
        return _changes(text) and not _QUESTION.search(words)
    if intent == "not_sure" or yes_no_in(text) == "not_sure":
        return True
    return not elsewhere and (_reads(question["about"], text) or len(named_in(text)) > 1)


def answer(question: OpenQuestion, turn: Turn) -> Outcome:
    """Take an answer, a skip or a change, and go on."""
    about = question["about"]
    job, money = current(turn) or RememberedOffer(), _memory(turn)
    if about == "change":
        return _change(job, money, turn)
    if turn.values.get("finish"):
        return _finish(job, money, turn)
    if turn.values.get("why"):
        reason = Reply(load_words()["questions"][about]["why"])
        return Outcome((reason, _ask(about)), {"open_question": question})
    said = str(turn.values.get("say") or turn.text)
    unsure = turn.intent == "not_sure" or yes_no_in(said) == "not_sure"
    if turn.values.get("skip") or (unsure and not _reads(about, said)):
        if about in ("pay", "hours"):
            return _without_pay()
        return _go_on(job, _with(money, skipped=[*money["skipped"], about]), turn)
    return _take(about, said, job, money, turn)


def ask_again(question: OpenQuestion, turn: Turn) -> Reply | None:
    """Return the question once more; nothing where the guide only waits for changes."""
    if question["about"] == "change":
        return None
    asked = _ask(question["about"])
    return attrs.evolve(asked, text=load_words()["say"]["again"] + asked.text)


def more(turn: Turn) -> Outcome:
    """Say all that the sum takes for granted and leaves out, or where its figures come from."""
    known = _known(current(turn) or RememberedOffer(), _memory(turn), turn)
    if known.lacks():
        return start(turn)
    replies, facts = tell_all(known)
    if turn.values.get("section") == "sources" or _SOURCES.search(turn.text.lower()):
        on, nation = turn.situation.on, turn.situation.nation or "england"
        told = [load_facts().get(name, on, nation) for name in facts]
        return Outcome((sources_reply("this sum", told, on),))
    return Outcome(replies)


def simpler(turn: Turn) -> Outcome:
    """Say the difference alone."""
    known = _known(current(turn) or RememberedOffer(), _memory(turn), turn)
    return start(turn) if known.lacks() else Outcome((tell_short(known),))


def again(turn: Turn) -> Outcome:
    """Make the sum again, for a nation or an age that changed."""
    return _finish(current(turn) or RememberedOffer(), _memory(turn), turn)


def _take(
    about: str, said: str, job: RememberedOffer, money: dict[str, Any], turn: Turn
) -> Outcome:
    say = load_words()["say"]
    if about in ("pay", "hours"):
        offer = _at_minimum_wage(job.offer, said, turn.situation) if about == "pay" else None
        offer = offer or _job_with(job.offer, about, said)
        if offer is None:
            return Outcome((Reply(say["not_taken"], (SKIP,)),), {"open_question": _open(about)})
        return _go_on(attrs.evolve(job, offer=offer), money, turn)
    named = named_in(said)
    if len(named) > 1:  # "single, rent 450 a month, no kids"
        return _go_on(job, _answered(money, named), turn)
    value = read(about, said)
    if value is None:
        text = say["ages"] if about == "children" and mentions_children(said) else say["not_taken"]
        return Outcome((Reply(text, (SKIP,)),), {"open_question": _open(about)})
    if about in ("nation", "age"):
        turn = attrs.evolve(turn, situation=attrs.evolve(turn.situation, **{about: value}))
        return _go_on(job, money, turn, also={about: value})
    return _go_on(job, _answered(money, {about: value}), turn)


def _change(job: RememberedOffer, money: dict[str, Any], turn: Turn) -> Outcome:
    if found := named_in(turn.text):
        return _finish(job, _answered(money, found), turn)
    # The base of all actions has put a nation or an age into the situation already.
    if not (age_in(turn.text) or nation_in(turn.text)):
        offer = correct(job.offer, turn.text)
        if offer is None:
            return Outcome(
                (Reply(load_words()["say"]["change"]),), {"open_question": _open("change")}
            )
        job = attrs.evolve(job, offer=offer)
    return _finish(job, money, turn)


def _go_on(
    job: RememberedOffer,
    money: dict[str, Any],
    turn: Turn,
    *,
    first: bool = False,
    new: bool = False,
    also: Mapping[str, Any] | None = None,
) -> Outcome:
    """Ask the next thing that matters, or make the sum."""
    about = _known(job, money, turn).next_question()
    if about is None:
        return _finish(job, money, turn, new=new, also=also)
    say = load_words()["say"]
    opening = (Reply(f"{say['start']} {say['nothing_kept']}"),) if first else ()
    if new:
        opening = (*word_on_let_go([*in_hand(turn), job]), *opening)
    return Outcome(
        (*opening, _ask(about)),
        {**_remembered(job, money, turn, new), **(also or {}), "open_question": _open(about)},
    )


def _finish(
    job: RememberedOffer,
    money: dict[str, Any],
    turn: Turn,
    *,
    new: bool = False,
    also: Mapping[str, Any] | None = None,
) -> Outcome:
    known = _known(job, money, turn)
    if known.lacks():
        return _without_pay()
    try:
        replies = tell(known)
    except FactError:
        return Outcome((Reply(load_words()["say"]["no_rates"]),), {"open_question": None})
    remember = {**_remembered(job, money, turn, new), **(also or {}), SLOT: {"of": MONEY}}
    return Outcome(replies, {**remember, "open_question": _open("change")})


def _without_pay() -> Outcome:
    return Outcome((Reply(load_words()["say"]["no_pay"]),), {"open_question": _open("pay")})


def _ask(about: str) -> Reply:
    row = load_words()["questions"][about]
    shown = (Button(t, f'/answer{{"say": "{v}"}}') for t, v in row.get("buttons", {}).items())
    ending = _ENDINGS.get(about, (SKIP, WHY, FINISH))
    return Reply(row["say"], (*shown, *ending))


def _known(job: RememberedOffer, money: dict[str, Any], turn: Turn) -> Known:
    return Known(job.offer, turn.situation, money["answers"], tuple(money["skipped"]))


def _memory(turn: Turn) -> dict[str, Any]:
    held = turn.memory.get(MONEY) or {}
    return {"answers": held.get("answers") or {}, "skipped": held.get("skipped") or []}


def _with(money: dict[str, Any], **parts: Any) -> dict[str, Any]:
    return {**money, **parts}


def _answered(money: dict[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    skipped = [name for name in money["skipped"] if name not in told]
    return {"answers": {**money["answers"], **told}, "skipped": skipped}


def _remembered(
    job: RememberedOffer, money: dict[str, Any], turn: Turn, new: bool
) -> dict[str, Any]:
    """Return what to keep: the answers, and the job in its new shape or as a new one."""
    held = in_hand(turn)
    if job == RememberedOffer() or (held and job == held[-1]):
        return {MONEY: money, "missed": None}
    return {OFFERS: kept([*(held if new else held[:-1]), job]), MONEY: money, "missed": None}


def _told(text: str) -> RememberedOffer | None:
    """Return the job that a message tells pay or hours of, or None."""
    if not text:
        return None
    job = understood(text)
    if _has_pay(job.offer):
        return job
    rate = _RATE.search(text)
    said = rate[0] if rate else text
    if _SOME_MONEY.search(text) and (offer := _job_with(job.offer, "pay", said)):
        return attrs.evolve(job, offer=offer)
    hours = job.offer.hours
    return job if hours.week_min is not None or hours.week_max is not None else None


def _job_with(offer: Offer, about: str, text: str) -> Offer | None:
    """Return the job with the pay or the hours that an answer names, or None if it names none."""
    found = correct(offer, text, about)
    if found is None or (about == "pay" and _no_figure(text)):
        return None
    hours = found.hours
    named = _has_pay(found) if about == "pay" else (hours.week_min or hours.week_max)
    return found if named else None


def _no_figure(text: str) -> bool:
    """Return whether the words name the minimum wage and no figure."""
    return bool(_MINIMUM.search(text)) and not any(mark.isdigit() for mark in text)


def _at_minimum_wage(offer: Offer, text: str, situation: Situation) -> Offer | None:
    """Return the job at the minimum wage for the person, where the words say that, or None."""
    if not _no_figure(text):
        return None
    rates = rates_for(offer, situation, load_facts())
    if rates is None or not isinstance(rates.strict.value, Decimal):
        return None
    return attrs.evolve(offer, pay=Pay(amount_min=rates.strict.value, period="hour"))


def _has_pay(offer: Offer) -> bool:
    return offer.pay.amount_min is not None or offer.pay.amount_max is not None


def _reads(about: str, text: str) -> bool:
    """Return whether the words answer a question of this kind."""
    if about in ("pay", "hours"):
        minimum = about == "pay" and _no_figure(text)
        return minimum or _job_with(Offer(), about, text) is not None
    if about == "children" and mentions_children(text):
        return True
    return read(about, text) is not None


def _changes(text: str) -> bool:
    named = bool(named_in(text) or age_in(text) or nation_in(text))
    return named or correct(Offer(), text) is not None


def _open(about: str) -> dict[str, str]:
    return {"by": MONEY, "about": about}
