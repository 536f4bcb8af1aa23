"""What somebody means while the toolkit asks: a way on, a role, or practices in their own words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

import attrs

from bot.language.embedding import Vectors, get_embedder
from bot.talk.catalogue import read_catalogue
from bot.toolkit.content import Question, Role, load_toolkit

Command = Literal[
    "why", "skip", "back", "finish", "all", "save", "steps", "sheet", "team", "differences",
    "next", "other", "erase", "resume", "examples",
]  # fmt: skip

#: A command is short; in a longer message the same words tell a story.
MOST_WORDS = 8
#: How close own words must come to a practice before it is offered (cosine similarity).
NEAR = 0.33
#: How far behind the first a second practice may be and still be offered beside it. Of the words in
#: tests/toolkit/own_words.yml, what is meant comes first in five of six, and is offered in nine
#: of ten.
AS_NEAR = 0.15

_FEWEST_WORDS = 2  # one word, however often, says too little to guess from

_COMMANDS: tuple[tuple[Command, str], ...] = (
    ("why", r"^(?:and )?(?:why|how come|what for|what is (?:this|that) for)\b"),
    ("back", r"^(?:please )?(?:go |step )?back\b|previous question|^undo\b|change my last answer"),
    ("all", r"^(?:that'?s|that is) (?:all|it)$|^(?:nothing else|no more|none|done)$"),
    ("skip", r"^(?:skip|pass|leave (?:it|this|that)(?: out)?|not sure|no idea|rather not say|"
             r"(?:i )?(?:don'?t|do not|dont) know|dunno|unsure|move on|not relevant)\b"),
    ("finish", r"^(?:finish|end here|enough|stop here)\b|"
               r"show (?:me )?(?:the|my) (?:range|picture)"),
    ("erase", r"\b(?:erase|delete|remove) (?:my|these|the) (?:toolkit )?answers\b"),
    ("save", r"^(?:can i )?save\b|come back (?:to (?:it|this) )?later|go on later|"
             r"what is my code"),
    ("steps", r"\bnext steps?\b|what (?:can|could) we do (?:next|now|about (?:it|this))"),
    ("sheet", r"\b(?:print|sheet|export|csv|json|download|spreadsheet)\b"),
    ("team", r"\bas a team\b|\bteam code\b|\b(?:with|invite) (?:my )?colleagues\b|"
             r"join (?:a|my|the) team"),
    ("differences", r"\bdifferences?\b|\bwhere (?:do )?we differ\b|"
                    r"compare with (?:users|colleagues)"),
    ("next", r"^(?:next(?: part| question)?|go on|carry on|continue)$"),
    ("other", r"^(?:other parts?|another part|the other parts)\b"),
    ("examples", r"\bexamples?\b|what (?:does|is|would) (?:an? )?(?:expansive|restrictive)"),
    ("resume", r"\b(?:resume|continue|carry on with|go on with) "
               r"(?:the |my )?(?:toolkit|answers)\b"),
)  # fmt: skip
_MEANT = tuple((name, re.compile(pattern)) for name, pattern in _COMMANDS)

_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("user", re.compile(
        r"\b(?:programme|program|service) users?\b|\bi use (?:a|the|this|your)\b|\bparticipant\b|"
        r"\bi(?: am|'m) (?:a )?(?:client|user|looking for work|unemployed)\b"
    )),
    ("key_worker", re.compile(
        r"\bkey ?workers?\b|\b(?:advis[eo]r|support worker|job coach|work coach|case ?worker|"
        r"employment coach|volunteer)\b"
    )),
    ("manager", re.compile(
        r"\b(?:manager|director|chief executive|ceo|trustee|head of|team lead|service lead|"
        r"i (?:manage|lead|run|coordinate))\b"
    )),
)  # fmt: skip
_OWN_STAFF = re.compile(
    r"\b(?:our|my) own (?:staff|people|jobs|team)\b|\bour staff\b|\bown staff\b"
)
_NUMBERS = re.compile(r"^(?:numbers? |options? )?[1-9](?:(?:\s*,\s*|\s+|\s*(?:and|&)\s*)[1-9])*$")
_CONTACT = re.compile(r"@|(?:\d[\s-]?){6,}|https?://|www\.")
_OTHERS = re.compile(
    r"\b(?:they|them|their|themselves|people|users?|clients?|participants?|he|she|her|him)\b"
)
_ASKS = re.compile(r"^(?:what|why|how|who|when|where|which|can|could|should|do|does|is|are|am)\b")
_TELLS = re.compile(
    r"^(?:please |now |i want to |i'd like to |let'?s )*(?:look at|check|score|compare|draft|write|"
    r"give me|show me|tell me|rehearse|practi[sc]e|quiz|plan|help me|open|use|start|do)\b"
)


@attrs.frozen
class Picks:
    """Practices that words mean.

    Attributes:
        ids: of the practices; where it is not sure, one or two to choose from, the nearest first.
        sure: they were named by number, label or words of their own; otherwise ask.
    """

    ids: tuple[str, ...]
    sure: bool


def command_in(text: str) -> Command | None:
    """Return the way on that the words name, or None."""
    words = _plain(text)
    if not words or len(words.split()) > MOST_WORDS:
        return None
    return next((name for name, pattern in _MEANT if pattern.search(words)), None)


def role_in(text: str) -> Role | None:
    """Return the role that somebody names, or None."""
    words = _plain(text)
    return next((role for role, pattern in _ROLES if pattern.search(words)), None)


def part_in(text: str) -> str | None:
    """Return the part that somebody's first words are about, or None."""
    words = _plain(text)
    return next((n for n, part in load_toolkit().parts.items() if part.spot.search(words)), None)


def means_own_staff(text: str) -> bool:
    """Return whether the words are about work for the organisation's own staff."""
    return bool(_OWN_STAFF.search(_plain(text)))


def is_question(text: str, intent: str = "ask_") -> bool:
    """Return whether the words ask something of the guide.

    "How many people start" may answer what is counted: without a question mark, only what was
    understood as a question (`intent`) is one.
    """
    words = _plain(text, keep="?")
    if words.endswith("?"):
        return True
    of_guide = intent.startswith(("ask_", "barrier_", "set_")) or intent in _requests()
    return of_guide and bool(_ASKS.search(words))


def is_request(text: str, intent: str) -> bool:
    """Return whether the words tell the guide to do something else: "look at a job with me"."""
    return intent in _requests() and bool(_TELLS.search(_plain(text)))


def is_of_others(text: str) -> bool:
    """Return whether the words speak of other people: "they blame themselves"."""
    return bool(_OTHERS.search(_plain(text)))


def holds_contact(text: str) -> bool:
    """Return whether words for the sheet hold a number, an address or a link of somebody."""
    return bool(_CONTACT.search(text))


def named_picks(question: Question, text: str) -> Picks | None:
    """Return practices named by number, by label or in the words of their description."""
    words = _plain(text)
    if _NUMBERS.fullmatch(words):
        places = [int(digit) - 1 for digit in re.findall(r"[1-9]", words)]
        if max(places) < len(question.practices):
            chosen = [question.practices[place].id for place in places]
            return Picks(tuple(dict.fromkeys(chosen)), sure=True)
    for practice in question.practices:
        if words in (_plain(practice.label), _plain(practice.say), *map(_plain, practice.words)):
            return Picks((practice.id,), sure=True)
    return None


def picks_in(question: Question, text: str) -> Picks | None:
    """Return the practices that the words mean, or None where nothing comes near."""
    named = named_picks(question, text)
    if named or not question.practices or len(set(_plain(text).split())) < _FEWEST_WORDS:
        return named
    (vector,) = get_embedder().embed([text])
    near = {name: float(max(group @ vector)) for name, group in _meanings(question.id).items()}
    first, second = sorted(near, key=lambda name: -near[name])[:2]
    if near[first] < NEAR:
        return None
    close = near[second] >= near[first] - AS_NEAR
    return Picks((first, second) if close else (first,), sure=False)


def _requests() -> frozenset[str]:
    return frozenset(read_catalogue()["requests"])


@lru_cache(maxsize=128)
def _meanings(question: str) -> dict[str, Vectors]:
    practices = load_toolkit().questions[question].practices
    embedder = get_embedder()
    return {each.id: embedder.embed([each.say, each.label, *each.words]) for each in practices}


def _plain(text: str, keep: str = "") -> str:
    words = text.lower().replace("\u2019", "'")
    return " ".join(re.sub(rf"[^\w\s',&@{re.escape(keep)}-]", " ", words).split()).strip(" ,")
