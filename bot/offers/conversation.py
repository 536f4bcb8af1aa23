"""An offer in conversation: described, shown back, corrected, completed, followed up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import attrs

from bot.dialogue.listen import hear
from bot.dialogue.questions import OpenQuestion
from bot.dialogue.subjects import SLOT
from bot.dialogue.turn import Outcome, Turn
from bot.facts import load_facts
from bot.offers import asking, comparing, feeling, following
from bot.offers.advice import FIRST_MONTH, MAKE_BETTER, TURN_DOWN, advice, button
from bot.offers.correct import correct, merge
from bot.offers.explain import explain, why, with_ways
from bot.offers.extract import extract
from bot.offers.extract.person import SOMEBODY_ELSE
from bot.offers.fit import Times
from bot.offers.in_hand import (
    OFFERS,
    current,
    describes,
    in_hand,
    in_order_told,
    kept,
    understood,
    weigh,
)
from bot.offers.law import asks_of_the_law
from bot.offers.memory import RememberedOffer
from bot.offers.offer import Offer
from bot.offers.pointing import pointed_at, points
from bot.offers.times import joined, times_of
from bot.replies import Button, Reply

INVITE = Reply(
    "Tell me about the job in your own words, or paste the advert. "
    "You can leave out what you do not know. Please leave out names.",
    (Button("Ask me questions", '/score_offer{"how": "questions"}'),),
)
CHANGE_WHAT = Reply(
    'Tell me what to change, in your own words. For instance: "no, it is £11.50" or "20 hours".'
)
NOT_TAKEN = Reply(
    "I could not read that as an answer. You can say it in other words, or skip it.",
    (asking.SKIP,),
)
NO_OFFER = Reply(
    "Which job is it about? Tell me about it in your own words, or paste the advert.",
    INVITE.buttons,
)

#: Ways on once it was said how a job feels.
FELT = (button(FIRST_MONTH), button(MAKE_BETTER), button(TURN_DOWN))

AGAIN = Button("The last job again", '/score_offer{"tell": "again"}')

#: Open questions that `comparing` asked.
COMPARED = ("compare_first", "compare_second")

#: A message that starts so, after an offer was shown, is about that offer.
_CHANGES = re.compile(
    r"^(?:no|nope|nah|wrong|not|actually|sorry|wait|i meant|i mean|correction|oh and|also|plus|"
    r"and|it'?s|its|it is|they|they'?re|the|there'?s|theres|you|my|pay|hours|change)\b"
)
_QUESTION = re.compile(
    r"\?|^(?:what|why|how|who|when|where|which|can|could|do|does|is|are|should|will)\b"
)
_OF_THE_JOB = re.compile(r"£|\b(?:pay|paid|quid|hours?|hrs?|shifts?|contract|break)\b|\?")
_MEANT_ELSEWHERE = ("ask_", "barrier_", "self_blame", "discouraged", "better_off")
_FEW_WORDS = 8  # who somebody is takes no more; a longer message asks for something


def start(turn: Turn) -> Outcome:
    """Take a described offer, or ask for one."""
    if turn.values.get("how") == "questions":
        return _ask_next(current(turn) or RememberedOffer(), turn, nth=1)
    if turn.values.get("tell"):
        return _pressed(turn.values["tell"], turn)
    if describes(turn.text):
        return _take_new(turn)
    invite = with_ways((INVITE,), (AGAIN,))[0] if current(turn) else INVITE
    return Outcome((invite,), {"open_question": _open("describe"), "missed": None})


def questions_for_employer(turn: Turn) -> Outcome:
    """Say what to ask the employer: of this offer, or in general."""
    job = current(turn) or RememberedOffer()
    weighed = weigh(job, turn)
    found, known = weighed.ask, bool(current(turn))
    steps = asks_of_the_law(weighed.law) if known else []
    first = (Reply(" ".join(["First, on what may not fit the law:", *steps])),) if steps else ()
    opening = "Here is what I would ask about this job." if known else "Here is what helps to ask."
    lines = "\n".join(f"{number}. {q.text}" for number, q in enumerate(found, 1))
    items = [{k: v for k, v in q.as_dict().items() if k != "gain"} for q in found]
    ending = "You can ask by phone, in a message or at the interview. It is fine to ask."
    buttons = () if known else (Button("Look at a job", "/score_offer"),)
    card = {"kind": "questions", "items": items}
    return Outcome((*first, Reply(f"{opening}\n{lines}", card=card), Reply(ending, buttons)))


def understands(question: OpenQuestion, text: str, intent: str) -> bool:
    """Return whether the words describe, complete or change the offer that is in hand."""
    about = question["about"]
    words = text.strip().lower()
    if not words:
        return False
    if about in ("change", comparing.AFTER) and _follows(text):
        return True
    pointed = points(text) if about in ("change", comparing.AFTER) else None
    if pointed and not _QUESTION.search(words) and _changes_job(pointed.rest):
        return True
    if about == comparing.AFTER:
        return False
    if about == feeling.ABOUT:
        return feeling.understands(text, intent) and not _elsewhere(intent)
    if about in ("describe", *COMPARED):
        return describes(text) and not (_QUESTION.search(words) and _elsewhere(intent))
    if about == "change":
        if intent == "change_answer":
            return True
        if _about_the_person(text):
            return not (len(words.split()) > _FEW_WORDS and _elsewhere(intent))
        about_it = _CHANGES.match(words) and not _QUESTION.search(words)
        return bool(about_it) and _changes_job(text)
    if following.asked_in(text) == following.WHY_ASK:
        return True
    if intent in ("not_sure", "deny", "affirm"):
        return True
    return asking.reads(about, text) and not (_QUESTION.search(words) and _elsewhere(intent))


def answer(question: OpenQuestion, turn: Turn) -> Outcome:
    """Take a description, a change, or the answer to a question about the job."""
    about = question["about"]
    if about == "describe":
        return _take_new(turn) if turn.text else start(turn)
    job = current(turn) or RememberedOffer()
    if about in COMPARED:
        if pointed_at(turn.text, in_order_told(in_hand(turn))):
            return comparing.go_on(_change(job, turn))
        return comparing.take(about.removeprefix("compare_"), turn)
    if about == feeling.ABOUT:
        found = weigh(job, turn)
        replies, waits = feeling.answer(question, turn, found)
        after = _open("change") if found.safety is None else None
        told = with_ways(replies, FELT) if replies and waits is None else replies
        return Outcome(told or (CHANGE_WHAT,), {"open_question": waits or after, "missed": None})
    if about in ("change", comparing.AFTER) and _follows(turn.text):
        return _followed(job, turn)
    if about in ("change", comparing.AFTER):
        return _change(job, turn)
    if turn.values.get("finish"):
        return _show(job, turn, whole=True)
    if turn.values.get("why") or following.asked_in(turn.text) == following.WHY_ASK:
        replies = (asking.why(about), asking.question(about))
        return Outcome(replies, {"open_question": question})
    nth = int(question.get("nth", 1)) + 1
    asked = attrs.evolve(job, asked=(*job.asked, asking.measure_of(about)))
    if turn.values.get("skip") or turn.intent == "not_sure" or _unsure(turn.text):
        return _ask_next(asked, turn, nth)
    taken = asking.taken(asked, about, turn.values, turn.text)
    if taken is None:
        return Outcome((NOT_TAKEN,), {"open_question": question})
    return _ask_next(taken, turn, nth)


def ask_again(question: OpenQuestion, turn: Turn) -> Reply | None:
    """Return the question once more; nothing where the guide only waits for changes."""
    about = question["about"]
    if about in ("change", comparing.AFTER):
        return None
    if about == "describe":
        return INVITE
    if about in COMPARED:
        return comparing.asked(about.removeprefix("compare_"))
    if about == feeling.ABOUT:
        return feeling.again(question)
    reply = asking.question(about)
    return attrs.evolve(reply, text=f"Back to the job. {reply.text}")


def more(turn: Turn) -> Outcome:
    """Show why: the points, the words they rest on, and the standards; or what was asked for."""
    job = current(turn)
    if job is None:
        return Outcome((NO_OFFER,), {"open_question": _open("describe")})
    if _follows(turn.text):
        return _followed(job, turn)
    if re.search(r"\bask\b", turn.text.lower()):
        return questions_for_employer(turn)
    return Outcome(why(weigh(job, turn)) or (CHANGE_WHAT,))


def simpler(turn: Turn) -> Outcome:
    """Say the most important point alone: the law first, or what to ask first."""
    job = current(turn)
    if job is None:
        return Outcome((NO_OFFER,), {"open_question": _open("describe")})
    found = weigh(job, turn)
    if found.law:
        alert = found.law[0]
        return Outcome((Reply(f"{alert.title}. {alert.next_step}", facts=alert.fact_ids),))
    first = found.ask[0].text if found.ask else "Can I see the terms in writing?"
    return Outcome(
        (Reply(f"Nothing you told me looks below the law. First, you can ask: {first}"),)
    )


def again(turn: Turn) -> Outcome:
    """Weigh the offer again for a nation or an age that changed."""
    job = current(turn)
    return _show(job, turn) if job else Outcome((NO_OFFER,))


def change(turn: Turn) -> Outcome:
    """Ask what to change."""
    return Outcome((CHANGE_WHAT,), {"open_question": _open("change")})


def _pressed(name: str, turn: Turn) -> Outcome:
    """Tell what a button of the last offer asks for; the guide goes back to it."""
    job = current(turn)
    if job is None:
        return Outcome((NO_OFFER,), {"open_question": _open("describe")})
    if name == feeling.ABOUT:
        return _ask_feelings(job, turn)
    if name not in following.TITLES:
        return _show(job, turn, whole=True)
    found = weigh(job, turn)
    waits = _open("change") if found.safety is None else None
    return Outcome(
        following.tell(name, found),
        {SLOT: {"of": "offers"}, "open_question": waits, "missed": None},
    )


def _follows(text: str) -> bool:
    """Return whether the words ask for what can be asked once an offer was weighed."""
    return following.asked_in(text) is not None or comparing.asks(text) or feeling.asks(text)


def _followed(job: RememberedOffer, turn: Turn) -> Outcome:
    """Tell what was asked for; the guide goes on waiting for changes."""
    if comparing.asks(turn.text):
        return comparing.start(turn)
    if following.asked_in(turn.text) is None and feeling.asks(turn.text):
        return _ask_feelings(job, turn)
    name = following.asked_in(turn.text) or following.WORDS
    found = weigh(job, turn)
    open_question = turn.memory.get("open_question") if found.safety is None else None
    return Outcome(following.tell(name, found, turn.text), {"open_question": open_question})


def _ask_feelings(job: RememberedOffer, turn: Turn) -> Outcome:
    """Ask how the job feels; under signs of danger the safety answer comes again instead."""
    if weigh(job, turn).safety is not None:
        return _show(job, turn)
    replies, waits = feeling.first()
    remember = {SLOT: {"of": "offers"}, "open_question": waits, "missed": None}
    return Outcome(replies, remember)


def _tells_times(text: str) -> bool:
    return times_of(text) != Times()


def _take_new(turn: Turn) -> Outcome:
    at_once = comparing.together(turn, asked=False)
    return at_once or _show(understood(turn.text), turn, new=True)


def _change(job: RememberedOffer, turn: Turn) -> Outcome:
    """Change the job that the words point at, or the one talked about."""
    if heard := _about_the_person(turn.text):
        if "age" in heard:
            job = attrs.evolve(job, offer=attrs.evolve(job.offer, worker_age=None))
        return _show(job, turn)
    if _is_another_persons(job, turn.text):
        return _take_new(turn)
    told, text = in_order_told(in_hand(turn)), turn.text
    pointed = pointed_at(text, told)
    if pointed is None and points(text) and describes(text):
        return _take_new(turn)
    if pointed:
        job, text = told[pointed.place], pointed.rest
    changed = correct(job.offer, text) if text else None
    if changed is None and describes(text):
        changed = merge(job.offer, extract(text))
    times = joined(job.times, times_of(text))
    if changed is None and times == job.times:
        return change(turn)
    shown = _show(attrs.evolve(job, offer=changed or job.offer, times=times), turn)
    if pointed is None or len(told) < 2:
        return shown
    name = comparing.NAMES[pointed.place]
    said = advice()["job_changed"].format(name=name[0].lower() + name[1:])
    return attrs.evolve(shown, replies=(Reply(said), *shown.replies))


def _is_another_persons(job: RememberedOffer, text: str) -> bool:
    """Whether the words describe a job of somebody whose age is not that of the job in hand."""
    if not SOMEBODY_ELSE.search(text.lower()) or not describes(text):
        return False
    told = extract(text, sideways=False)
    stated = told.pay.amount_min is not None and told.worker_age is not None
    return stated and told.worker_age != job.offer.worker_age


def _changes_job(text: str) -> bool:
    return correct(Offer(), text) is not None or _tells_times(text)


def _show(job: RememberedOffer, turn: Turn, new: bool = False, whole: bool = False) -> Outcome:
    """Say what the guide makes of the offer, and wait for changes."""
    found = weigh(job, turn)
    others = [other for other in in_hand(turn) if new or other.number != job.number]
    told = explain(found, load_facts(), changed=not (new or whole))
    if found.safety is None:
        if [other for other in others if other != job]:
            told = with_ways(told, (comparing.COMPARE,))
        told = (*comparing.word_on_let_go([*others, job]), *told)
    return Outcome(
        told,
        {
            OFFERS: kept([*others, job]),
            SLOT: {"of": "offers"},
            "open_question": _open("change") if found.safety is None else None,
            "missed": None,
        },
    )


def _ask_next(job: RememberedOffer, turn: Turn, nth: int) -> Outcome:
    """Ask what would change the picture most, or show what came of it."""
    about = asking.next_about(weigh(job, turn)) if nth <= asking.most() else None
    if about is None:
        return _show(job, turn, whole=True)
    return Outcome(
        (asking.question(about),),
        {
            OFFERS: kept([*in_hand(turn)[:-1], job]),
            SLOT: {"of": "offers"},
            "open_question": {**_open(about), "nth": nth},
            "missed": None,
        },
    )


def _about_the_person(text: str) -> set[str]:
    """Return what the words say of who or where the person is; nothing where a job is in them."""
    heard = {"nation", "age", "apprentice"} & set(hear(text).facts)
    return set() if _OF_THE_JOB.search(text.lower()) else heard


def _elsewhere(intent: str) -> bool:
    return intent.startswith(_MEANT_ELSEWHERE)


def _unsure(text: str) -> bool:
    return bool(
        re.fullmatch(
            r"(?:skip|pass|next|dunno|no idea|not sure|don'?t know|idk)\W*", text.strip().lower()
        )
    )


def _open(about: str) -> Mapping[str, Any]:
    return {"by": "offers", "about": about}
