"""Turns that are about the conversation itself."""

from __future__ import annotations

import attrs

from bot.dialogue.dates import names_a_time
from bot.dialogue.languages import language_of
from bot.dialogue.listen import hear
from bot.dialogue.questions import asker
from bot.dialogue.subjects import SLOT, subject_in_hand
from bot.dialogue.turn import Outcome, Turn
from bot.replies import Button, Reply
from bot.situation import NATION_NAMES, NATIONS
from bot.talk.catalogue import load_catalogue
from bot.talk.other_language import tell_in
from bot.talk.replies import load_talk
from bot.talk.rude import is_rude
from bot.toolkit.state import put_aside

#: What a new start forgets: all but where and when the work is.
FORGOTTEN = (
    SLOT, "section", "heard", "open_question", "missed", "offers", "offer_asked", "priorities",
    "matters", "quiz", "rehearsal", "toolkit", "draft", "told_barriers", "interrupted",
)  # fmt: skip

#: How many topics the first fallback offers.
OFFERED = 3


def say(turn: Turn) -> Outcome:
    """Say the words that the data has for this intent."""
    name = turn.intent
    section = turn.values.get("section")
    if section and f"{name}_{section}" in load_talk():
        name = f"{name}_{section}"
    return Outcome(load_talk()[name], {"missed": None})


def out_of_scope(turn: Turn) -> Outcome:
    """Say what the guide can do; to who writes in another language, who can be reached."""
    language = language_of(turn.text)
    return tell_in(language, turn) if language else say_unless_rude(turn)


def say_unless_rude(turn: Turn) -> Outcome:
    """Say the words for this intent; to rude words, that the anger is heard."""
    return _hear_anger() if is_rude(turn.text) else say(turn)


def follow_up(turn: Turn) -> Outcome:
    """Say more, or say it simpler, about the subject in hand."""
    subject = subject_in_hand(turn)
    if subject is None:
        return Outcome(load_talk()["nothing_to_follow"])
    return subject.simpler(turn) if turn.intent == "say_it_simpler" else subject.more(turn)


def set_situation(turn: Turn) -> Outcome:
    """Take in a nation, an age or a status, and answer the subject in hand for it."""
    told = {
        name: getattr(turn.situation, name)
        for name in ("nation", "age", "status")
        if turn.values.get(name) is not None
    }
    subject = subject_in_hand(turn)
    if not told and not _says_something_of_the_person(turn):
        return Outcome(_which_nation())
    if subject is None:
        return Outcome(load_talk()["noted"], told)
    outcome = subject.again(turn)
    return attrs.evolve(outcome, remember={**told, **outcome.remember})


def take_answer(turn: Turn) -> Outcome:
    """Hand an answer, or a change to one, to whoever asked."""
    question = turn.memory.get("open_question")
    if question:
        return asker(question).answer(question, turn)
    if turn.intent == "change_answer" and _says_something_of_the_person(turn):
        return set_situation(turn)
    return Outcome(load_talk()["nothing_to_change"])


def fall_back(turn: Turn) -> Outcome:
    """Offer the likeliest topics; the second time in a row, a way out and a person."""
    if not turn.text.strip():
        return Outcome(load_talk()["empty"])
    if is_rude(turn.text):
        return _hear_anger()
    if turn.memory.get("missed"):
        return Outcome(load_talk()["fallback_again"], {"missed": None})
    labels = load_catalogue()
    likely = [name for name, _ in turn.ranking if labels.get(name)][:OFFERED]
    buttons = (
        *(Button(labels[name], f"/{name}") for name in likely),
        Button("Something else", "/help"),
    )
    (reply,) = load_talk()["fallback_first"]
    return Outcome((attrs.evolve(reply, buttons=buttons),), {"missed": 1})


def start_over(turn: Turn) -> Outcome:
    """Put aside what was said and begin again."""
    kept = put_aside(turn.memory)  # so that erasing later also erases what was saved before
    return Outcome(load_talk()["start_over"], {**dict.fromkeys(FORGOTTEN), "toolkit": kept})


def stop(turn: Turn) -> Outcome:
    """Leave whatever is open; keep what was told."""
    said = _hear_anger().replies if is_rude(turn.text) else load_talk()["stop"]
    return Outcome(said, {"open_question": None, "rehearsal": None, "quiz": None})


def erase(turn: Turn) -> Outcome:
    """Erase the conversation: the store does it once this turn is over."""
    return Outcome(load_talk()["delete_my_data"], {**dict.fromkeys(FORGOTTEN), "erase": True})


def carry_on(turn: Turn) -> Outcome:
    """Go on after a safety answer: with the open question, or the menu."""
    question = turn.memory.get("open_question")
    again = asker(question).ask_again(question, turn) if question else None
    return Outcome((again,), {"open_question": question}) if again else say(turn)


def _hear_anger() -> Outcome:
    return Outcome(load_talk()["rude"], {"missed": None})


def _says_something_of_the_person(turn: Turn) -> bool:
    heard = {"nation", "age", "status", "apprentice"} & set(hear(turn.text).facts)
    return bool(heard) or names_a_time(turn.text)


def _which_nation() -> tuple[Reply, ...]:
    (reply,) = load_talk()["which_nation"]
    buttons = tuple(
        Button(NATION_NAMES[n].replace("Northern", "N."), f'/set_nation{{"nation": "{n}"}}')
        for n in NATIONS
    )
    return (attrs.evolve(reply, buttons=buttons),)
