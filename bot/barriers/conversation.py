"""Barriers and feelings in conversation: heard first, then the cause, then what can be done."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs

from bot.barriers.content import Entry, load_entries, load_shared
from bot.barriers.spot import barriers_in, hinted, likely, spotted
from bot.barriers.tell import (
    Said,
    everything,
    facts_of,
    figure,
    listed,
    messages,
    with_ending,
    wording,
)
from bot.barriers.voice import VOICES, in_voice, voice_of
from bot.dialogue.subjects import SLOT
from bot.dialogue.turn import Outcome, Turn
from bot.facts import FactStore, load_facts
from bot.facts.words import joined
from bot.guide.content import Statement
from bot.guide.sources import sources_reply
from bot.replies import Button, Reply
from bot.situation import NATION_NAMES, NATIONS, Speaker
from bot.talk.catalogue import load_catalogue

#: The slot that remembers what was told, as "<id>:<number of the telling>".
TOLD = "told_barriers"

MOST_BUTTONS = 3

#: Ways on that a question on a topic may really be about, with the topics to which that applies.
#: What happens after a missed meeting at the jobcentre stays a question about sanctions.
WAYS: Mapping[str, Callable[[str], bool]] = {
    "realistic_hopes": {"ask_training_progression", "ask_good_employer"}.__contains__,
    "work_coach_meeting": lambda topic: topic not in ("ask_sanctions", "ask_universal_credit_work"),
}

_WHO = "Who can advise"
_SOURCES = "Where it is from"

_ASKED_FOR = (
    (
        "sources",
        r"where .*(?:from|get|got)|source|says who|who says|how do you know|proof|sure about"
        r"|reference|link|official",
    ),
    ("why", r"\bwhy\b|how come|reason"),
    ("together", r"\b(?:group|union|campaign|together|others|protest|be heard|forum)\b"),
    ("key_worker", r"key ?worker|support worker|you do for (?:them|me)|advis[eo]r do"),
    ("who", r"who (?:can|could|do|should|will)|helpline|phone|ring|call"),
    (
        "helps",
        r"what (?:can|should|do|could) (?:i|we|she|he|they) do|what (?:can )?helps?|what now"
        r"|what next|next step|do about|rights?|who pays|money",
    ),
)


def hear_barrier(turn: Turn) -> Outcome:
    """Hear every barrier in the story, tell the first and offer the others."""
    names = barriers_in(turn.text, turn.intent)
    ways = spotted(turn.text, "path")
    if not names:
        return _begin(load_entries()[ways[0]], turn) if ways else _ask_which(turn)
    also = [*names[1:], *_left(turn, names), *likely(turn.ranking), *hinted(turn.text)]
    return _begin(load_entries()[names[0]], turn, also, named=names, ways=ways)


def hear_feeling(turn: Turn) -> Outcome:
    """Hear a feeling before anything else, then show what is shared about it, then a choice."""
    entry = load_entries().get(turn.intent) or load_entries()["discouraged"]
    names = [*spotted(turn.text), *hinted(turn.text)]
    return _begin(entry, turn, [*names, *_left(turn, names)], ways=spotted(turn.text, "path"))


def hear_way(turn: Turn) -> Outcome | None:
    """Hear, in a question on a topic, a hope for other work or a meeting to prepare.

    Returns None where the words hold neither: then the question is answered as it stands.
    """
    for name in spotted(turn.text, "path"):
        if name in WAYS and WAYS[name](turn.intent):
            return _begin(load_entries()[name], turn, spotted(turn.text))
    return None


def more(turn: Turn) -> Outcome:
    """Tell the part that was asked for, or the next one not yet heard."""
    if way := load_entries().get(turn.values.get("path", "")):
        return _begin(way, turn)
    entry = _in_hand(turn)
    part: str | None = turn.values.get("part") or _asked_for(turn.text) or _next(entry, turn)
    if part == "sources":
        return _ending([_sources(entry, turn)], entry, turn, "sources")
    if part == "why" and entry.cause:
        return _why(entry, turn)
    if part == "who":
        return _tell_part("who", load_shared().who, entry, turn)
    part = part if part in entry.parts else _next(entry, turn)
    if part is None:
        return _told_all(entry, turn)
    return _tell_part(part, entry.parts[part].statements, entry, turn)


def simpler(turn: Turn) -> Outcome:
    """Say it in the simplest words we have."""
    entry = _in_hand(turn)
    return _tell_part("simpler", entry.simpler or entry.hear[:1], entry, turn)


def again(turn: Turn) -> Outcome:
    """Tell the help again for the nation or age that changed."""
    entry = _in_hand(turn)
    part = str((turn.memory.get(SLOT) or {}).get("part"))
    if part == "who":
        return _tell_part("who", load_shared().who, entry, turn)
    if part not in entry.parts:
        part = next(iter(entry.parts))
    return _tell_part(part, entry.parts[part].statements, entry, turn)


def _begin(
    entry: Entry,
    turn: Turn,
    also: Sequence[str] = (),
    named: Sequence[str] = (),
    ways: Sequence[str] = (),
) -> Outcome:
    """Tell an entry for the first time, or once more in other words."""
    store, voice = load_facts(), _voice(turn, afresh=True)
    told: list[str] = list(turn.memory.get(TOLD) or [])
    number = sum(one.split(":")[0] == entry.id for one in told)
    first = [wording(entry.hear, number, turn.situation, store, voice)]
    if len(named) > 1:
        first.insert(0, _several(named, len(told), voice))
    cause = _cause(entry, number, turn, store, voice)
    offer = [wording(entry.offer, number, turn.situation, store, voice)]
    replies = [
        reply for said in (first, cause, offer) if said
        for reply in messages(said, turn.situation, store)
    ]  # fmt: skip
    outcome = _ending(
        replies, entry, turn, "first", also=also, ways=ways, heard=[], count=len(told)
    )
    remember: dict[str, Any] = {**outcome.remember, TOLD: [*told, f"{entry.id}:{number}"]}
    if turn.situation.speaker == "someone_else" and voice == "job_seeker":
        remember["speaker"] = "job_seeker"
    return attrs.evolve(outcome, remember=remember)


def _several(names: Sequence[str], count: int, voice: Speaker) -> Said:
    templates = load_shared().several
    entries = load_entries()
    words = joined(tuple(in_voice(entries[name].named, voice) for name in names))
    return Said(in_voice(templates[count % len(templates)].replace("<named>", words), voice))


def _cause(entry: Entry, number: int, turn: Turn, store: FactStore, voice: Speaker) -> list[Said]:
    if not entry.cause:
        return []
    said = [wording(entry.cause, number, turn.situation, store, voice)]
    found = figure(entry.figures, number, turn.situation, store, voice)
    return [*said, found] if found else said


def _why(entry: Entry, turn: Turn) -> Outcome:
    """Give the cause in words that were not used the last time."""
    store, voice = load_facts(), _voice(turn)
    told = turn.memory.get(TOLD) or []
    number = sum(one.split(":")[0] == entry.id for one in told)
    replies = messages(_cause(entry, number, turn, store, voice), turn.situation, store)
    outcome = _ending(replies, entry, turn, "why")
    remember = {**outcome.remember, TOLD: [*told, f"{entry.id}:{number}"]}
    return attrs.evolve(outcome, remember=remember)


def _tell_part(name: str, statements: Sequence[Statement], entry: Entry, turn: Turn) -> Outcome:
    store, voice = load_facts(), _voice(turn)
    found = listed(statements, turn.situation, store, voice)
    replies = messages(found.said, turn.situation, store)
    if found.nation_matters:
        return _ask_nation(replies, entry, turn, name)
    outcome = _ending(replies, entry, turn, name)
    if name == "key_worker" and voice == "someone_else" and turn.situation.speaker is None:
        return _ask_role(outcome)
    return outcome


def _ending(
    replies: list[Reply],
    entry: Entry,
    turn: Turn,
    part: str,
    also: Sequence[str] | None = None,
    ways: Sequence[str] = (),
    heard: Sequence[str] | None = None,
    count: int | None = None,
) -> Outcome:
    """Put the open question and the choices at the end, and remember where we are."""
    before = turn.memory.get(SLOT) or {}
    same = before.get("of") == "barriers" and before.get("id") == entry.id
    had = list(heard) if heard is not None else (turn.memory.get("heard") or [] if same else [])
    had = list(dict.fromkeys([*had, part]))
    waiting = list(dict.fromkeys(also if also is not None else before.get("also") or []))
    waiting = [name for name in waiting if name != entry.id]
    place = "feeling" if entry.kind == "feeling" else "first" if part == "first" else "part"
    doors = load_shared().doors[place]
    number = count if count is not None else len(had)
    *first, last = with_ending(replies, doors[number % len(doors)])
    buttons = _buttons(entry, had, waiting, ways, bool(turn.memory.get("open_question")))
    return Outcome(
        (*first, attrs.evolve(last, buttons=buttons)),
        {
            SLOT: {
                "of": "barriers",
                "id": entry.id,
                "part": part,
                "also": waiting,
                "voice": _voice(turn, afresh=part == "first"),
            },
            "heard": had,
            "missed": None,
            **({"speaker": speaker} if (speaker := _speaker_said(turn)) else {}),
        },
    )


def _buttons(
    entry: Entry,
    heard: Sequence[str],
    also: Sequence[str],
    ways: Sequence[str],
    question_open: bool,
) -> tuple[Button, ...]:
    """Return what can be done next, the likeliest first.

    While a question of ours is open there is one choice only: the question itself follows.
    """
    entries = load_entries()
    left = [
        Button(part.label, f'/say_more{{"part": "{name}"}}')
        for name, part in entry.parts.items()
        if name not in heard
    ]
    others = [Button(entries[name].label, f"/barrier_{name}") for name in also]
    to_ways = [_way(name) for name in ways]
    onward = [_way(name) for name in entry.related.paths if name not in ways]
    onward += [Button(entries[name].label, f"/barrier_{name}") for name in entry.related.barriers]
    labels = load_catalogue()
    onward += [Button(labels[f"ask_{name}"], f"/ask_{name}") for name in entry.related.topics]
    if question_open:
        return tuple((left or onward)[:1])
    first = [*others[:2], *to_ways[:1]]
    if not first and left and len(left) < len(entry.parts):  # some parts heard: show a way on too
        left = [*left[: MOST_BUTTONS - 1], *onward[:1]]
    closing = [
        Button(title, f'/say_more{{"part": "{name}"}}')
        for title, name in ((_WHO, "who"), (_SOURCES, "sources"))
        if name not in heard
    ]
    ordered = dict.fromkeys([*first, *left, *onward[:1], *closing[:1], *onward[1:], *closing])
    return tuple(ordered)[:MOST_BUTTONS]


def _way(name: str) -> Button:
    return Button(load_entries()[name].label, f'/say_more{{"path": "{name}"}}')


def _ask_nation(replies: list[Reply], entry: Entry, turn: Turn, part: str) -> Outcome:
    buttons = tuple(
        Button(NATION_NAMES[n].replace("Northern", "N."), f'/set_nation{{"nation": "{n}"}}')
        for n in NATIONS
    )
    outcome = _ending(replies or [Reply(load_shared().nation)], entry, turn, part)
    question = Reply(load_shared().nation, buttons)
    return attrs.evolve(outcome, replies=(*replies, question))


def _ask_role(outcome: Outcome) -> Outcome:
    """Ask whether it is somebody they support in a job: the advice to a key worker differs."""
    role = Button("Yes, in my job", '/say_more{"part": "key_worker", "speaker": "key_worker"}')
    *first, last = outcome.replies
    asked = attrs.evolve(
        last,
        text=load_shared().in_your_job,
        buttons=(role, *last.buttons[: MOST_BUTTONS - 1]),
    )
    return attrs.evolve(outcome, replies=(*first, attrs.evolve(last, buttons=()), asked))


def _ask_which(turn: Turn) -> Outcome:
    """Ask what gets in the way, where the words named nothing that we know."""
    labels = [name for name, _ in turn.ranking if name.startswith("barrier_")][:MOST_BUTTONS]
    entries = load_entries()
    buttons = tuple(
        Button(entries[name.removeprefix("barrier_")].label, f"/{name}")
        for name in labels
        if name.removeprefix("barrier_") in entries
    )
    return Outcome((Reply(load_shared().doors["which"][0], buttons),), {"missed": None})


def _told_all(entry: Entry, turn: Turn) -> Outcome:
    return _ending([Reply(load_shared().done)], entry, turn, "done")


def _sources(entry: Entry, turn: Turn) -> Reply:
    """Return where the findings and rules come from."""
    store, here = load_facts(), turn.situation
    said = listed(everything(entry), here, store, "job_seeker").said
    found = [figure((one,), 0, here, store, "job_seeker") for one in entry.figures]
    ids = [name for one in [*(f for f in found if f), *said] for name in one.facts]
    return sources_reply(entry.label, facts_of(dict.fromkeys(ids), here, store), here.on)


def _voice(turn: Turn, afresh: bool = False) -> Speaker:
    """Return in whose place the answer is given; a follow-up keeps the place of the story."""
    before: Speaker | None = (turn.memory.get(SLOT) or {}).get("voice")
    if said := _speaker_said(turn):
        return said
    if before and not afresh:
        return before
    return voice_of(turn.text, turn.situation, before)


def _speaker_said(turn: Turn) -> Speaker | None:
    """Return the role that a pressed button stands for."""
    said = turn.values.get("speaker")
    return next((voice for voice in VOICES if voice == said), None)


def _left(turn: Turn, names: Sequence[str]) -> list[str]:
    """Return the barriers that were named before and not yet told."""
    before = turn.memory.get(SLOT) or {}
    return [name for name in before.get("also") or [] if name not in names]


def _asked_for(text: str) -> str | None:
    words = text.lower()
    return next((name for name, pattern in _ASKED_FOR if re.search(pattern, words)), None)


def _next(entry: Entry, turn: Turn) -> str | None:
    heard = turn.memory.get("heard") or []
    return next((name for name in entry.parts if name not in heard), None)


def _in_hand(turn: Turn) -> Entry:
    return load_entries()[turn.memory[SLOT]["id"]]
