"""Topics in conversation: the first answer, and what people ask after it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import attrs

from bot.dialogue.dates import names_a_time
from bot.dialogue.listen import age_in, hear
from bot.dialogue.questions import OpenQuestion
from bot.dialogue.subjects import SLOT
from bot.dialogue.turn import Outcome, Turn
from bot.facts import FactStore, caveat_for, load_facts
from bot.facts.words import date_in_words
from bot.guide.content import SECTIONS, Topic, load_topics
from bot.guide.examples import worked_example
from bot.guide.sources import sources_reply
from bot.guide.tell import Told, tell
from bot.replies import Button, Reply
from bot.situation import NATION_NAMES, NATIONS

#: The words on the button that leads to a section.
SECTION_BUTTONS = {
    "detail": "More detail",
    "good": "Good employers",
    "ask": "What to ask",
    "act": "What can I do?",
    "who": "Who can help?",
    "why": "Why?",
    "sources": "Where it is from",
}
_OFFERED = ("detail", "good", "act", "ask", "who", "sources")

_ASKED_FOR = (
    (
        "sources",
        r"where .*(?:from|get|got)|source|says who|who says|how do you know|proof|sure about"
        r"|reference|link|official",
    ),
    ("why", r"\bwhy\b|how come|reason"),
    ("who", r"who (?:can|could|do|should|will)|helpline|phone|ring|call"),
    ("ask", r"what (?:should|can|do|could) i ask|questions?"),
    (
        "act",
        r"what (?:can|should|do|could) (?:i|we|she|he|they) do|what now|what next|next step"
        r"|do about",
    ),
    ("good", r"good employers?|good practice|decent"),
)  # fmt: skip

#: From this confidence the runner-up is offered too: the message may ask two things.
SECOND_QUESTION = 0.04

#: Below this confidence the third is offered as well: one of the three is nearly always right.
SURE = 0.5

_MOST_BUTTONS = 4

_BARE_AGE = re.compile(r"(?:i'?m |she'?s |he'?s )?(\d{2})\s*(?:now|years?(?: old)?)?[.!]?")
_QUESTIONS = {
    "nation": "Which nation do you work in?",
    "age": "How old are you? Your age changes this answer.",
    "status": "Are you an employee, a worker, an agency worker or self-employed?",
}
_STATUS_BUTTONS = (
    ("Employee", "employee"),
    ("Worker", "worker"),
    ("Agency", "agency"),
    ("Self-employed", "self_employed"),
)


def start(turn: Turn) -> Outcome:
    """Answer a question on a topic: the short answer, then the law for this person."""
    return _first_answer(load_topics()[turn.intent.removeprefix("ask_")], turn)


def more(turn: Turn) -> Outcome:
    """Tell the section that was asked for, or the next one not yet heard."""
    topic = _in_hand(turn)
    section = turn.values.get("section") or _asked_for(turn.text) or _next(topic, turn)
    if section == "sources":
        return _with_buttons([_sources(topic, turn)], topic, turn, section)
    if section is None:
        return _heard_all(topic)
    return _with_buttons(_messages(topic, section, turn), topic, turn, section)


def simpler(turn: Turn) -> Outcome:
    """Tell the topic in the simplest words we have."""
    topic = _in_hand(turn)
    return _with_buttons(_messages(topic, "simpler", turn), topic, turn, "simpler")


def again(turn: Turn) -> Outcome:
    """Tell the topic again after the nation, age or status changed."""
    return _first_answer(_in_hand(turn), turn)


def understands(question: OpenQuestion, text: str, intent: str) -> bool:
    """Return whether the words answer what the guide asked for."""
    return (
        question["about"] == "age" and _bare_age(text) is not None and not hear(text).hypothetical
    )


def answer(question: OpenQuestion, turn: Turn) -> Outcome:
    """Take the age and tell again the topic that needed it, whatever came between."""
    age = _bare_age(turn.text)
    turn = attrs.evolve(turn, situation=attrs.evolve(turn.situation, age=age))
    outcome = _first_answer(load_topics()[question["topic"]], turn)
    return attrs.evolve(outcome, remember={"open_question": None, **outcome.remember, "age": age})


def ask_again(question: OpenQuestion, turn: Turn) -> Reply | None:
    """The guide's own questions are never pressed: the answer was given without them."""
    return None


def _bare_age(text: str) -> int | None:
    match = _BARE_AGE.fullmatch(text.strip().lower())
    return int(match[1]) if match and int(match[1]) >= 13 else age_in(text)


def _first_answer(topic: Topic, turn: Turn) -> Outcome:
    store = load_facts()
    short = tell(topic, "short", turn.situation, store)
    law = tell(topic, "law", turn.situation, store)
    relied = tuple(dict.fromkeys([*short.relied_on, *law.relied_on]))
    replies = [_reply(_opening(short.text, relied, turn), short.facts, turn, store)]
    if example := worked_example(topic.id, turn.situation, store):
        replies.append(example)
    replies += _split(law, turn, store)
    question, asking = _ask_for(topic, turn, short.nation_matters or law.nation_matters)
    outcome = _with_buttons(replies, topic, turn, "law", heard=["short", "law"])
    return attrs.evolve(
        outcome,
        replies=(*outcome.replies, *asking),
        remember={**outcome.remember, **({"open_question": question} if question else {})},
    )


def _opening(text: str, relied: tuple[str, ...], turn: Turn) -> str:
    on = date_in_words(turn.situation.on)
    if relied:
        return f"{text}\n\nThis is for someone {', '.join(relied)}, as of {on}."
    if names_a_time(turn.text):
        return f"{text}\n\nThis is as of {on}."
    named = turn.values.get("nation") or hear(turn.text).facts.get("nation")
    if named and turn.intent == "set_nation" and turn.situation.nation:
        return f"It is the same in {NATION_NAMES[turn.situation.nation]}.\n\n{text}"
    return text


def _messages(topic: Topic, section: str, turn: Turn) -> list[Reply]:
    store = load_facts()
    return _split(tell(topic, section, turn.situation, store), turn, store)


def _split(told: Told, turn: Turn, store: FactStore) -> list[Reply]:
    """Return one reply for each paragraph, so that no message is a wall."""
    parts = [part for part in told.text.split("\n\n") if part]
    return [_reply(part, told.facts, turn, store, last=part is parts[-1]) for part in parts]


def _reply(
    text: str, fact_ids: tuple[str, ...], turn: Turn, store: FactStore, last: bool = True
) -> Reply:
    caveat = caveat_for(_facts(fact_ids, turn, store), turn.situation.on) if last else None
    return Reply(f"{text}\n\n{caveat}" if caveat else text, facts=fact_ids)


def _facts(fact_ids: tuple[str, ...], turn: Turn, store: FactStore) -> list[Any]:
    nations = [turn.situation.nation] if turn.situation.nation else list(NATIONS)
    found = {}
    for fact_id in fact_ids:
        for nation in nations:
            fact = store.find(fact_id, turn.situation.on, nation)
            if fact:
                found[(fact.id, fact.nations)] = fact
    return list(found.values())


def _sources(topic: Topic, turn: Turn) -> Reply:
    store = load_facts()
    ids: dict[str, None] = {}
    for section in SECTIONS:
        ids.update(dict.fromkeys(tell(topic, section, turn.situation, store).facts))
    return sources_reply(topic.label, _facts(tuple(ids), turn, store), turn.situation.on)


def _with_buttons(
    replies: list[Reply], topic: Topic, turn: Turn, section: str, heard: list[str] | None = None
) -> Outcome:
    subject = turn.memory.get(SLOT) or {}
    same = subject.get("of") == "guide" and subject.get("id") == topic.id
    told = list(
        dict.fromkeys([*(heard or (turn.memory.get("heard") or [] if same else [])), section])
    )
    left = [s for s in _OFFERED if s not in told and (s == "sources" or s in topic.sections)]
    others = _other_topics(topic, turn)
    more = [Button(SECTION_BUTTONS[s], f'/say_more{{"section": "{s}"}}') for s in left]
    buttons = (*more[: _MOST_BUTTONS - max(1, len(others))], *others)
    *first, last = replies
    return Outcome(
        (*first, attrs.evolve(last, buttons=buttons)),
        {SLOT: {"of": "guide", "id": topic.id}, "heard": told, "missed": None},
    )


def _other_topics(topic: Topic, turn: Turn) -> tuple[Button, ...]:
    """Return buttons for what a message may ask as well, or instead where that is not sure."""
    runners_up = turn.ranking[1:2] if turn.confidence >= SURE else turn.ranking[1:3]
    found = []
    for name, confidence in runners_up:
        other = load_topics().get(name.removeprefix("ask_")) if name.startswith("ask_") else None
        if other and other.id != topic.id and confidence >= SECOND_QUESTION:
            found.append(Button(f"Also: {other.label}"[:40], f"/{name}"))
    return tuple(found)


def _ask_for(
    topic: Topic, turn: Turn, nation_matters: bool
) -> tuple[Mapping[str, Any] | None, list[Reply]]:
    """Return at most one question, and only where the answer depends on it.

    None while another question is open: a person is asked one thing at a time.
    """
    other = turn.memory.get("open_question")
    if other and other["by"] != "guide":
        return None, []
    if nation_matters and turn.situation.nation is None:
        buttons = tuple(
            Button(NATION_NAMES[n].replace("Northern", "N."), f'/set_nation{{"nation": "{n}"}}')
            for n in NATIONS
        )
        return None, [Reply(_QUESTIONS["nation"], buttons)]
    if "age" in topic.needs and turn.situation.age is None:
        question = {"by": "guide", "about": "age", "topic": topic.id}
        return question, [Reply(_QUESTIONS["age"])]
    if "status" in topic.needs and turn.situation.status is None:
        statuses = tuple(
            Button(title, f'/set_age{{"status": "{status}"}}') for title, status in _STATUS_BUTTONS
        )
        return None, [Reply(_QUESTIONS["status"], statuses)]
    return None, []


def _asked_for(text: str) -> str | None:
    words = text.lower()
    return next((name for name, pattern in _ASKED_FOR if re.search(pattern, words)), None)


def _next(topic: Topic, turn: Turn) -> str | None:
    heard = turn.memory.get("heard") or []
    order = [s for s in SECTIONS if s in topic.sections and s != "simpler"]
    return next((section for section in order if section not in heard), None)


def _heard_all(topic: Topic) -> Outcome:
    related = [load_topics()[t] for t in topic.related if t in load_topics()][:3]
    return Outcome(
        (
            Reply(
                "That is all I have on this. You can ask about something else.",
                tuple(
                    Button(other.label.capitalize()[:40], f"/ask_{other.id}") for other in related
                )
                or (Button("Menu", "/help"),),
            ),
        )
    )


def _in_hand(turn: Turn) -> Topic:
    return load_topics()[turn.memory[SLOT]["id"]]
