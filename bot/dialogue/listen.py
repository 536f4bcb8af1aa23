"""Hear what a message says of the person: nation, age, status, hours, who is speaking.

Only plain statements count ("I'm 19", "in Wales", "my client"). A guess would put the wrong rate
in front of somebody, so anything short of that stays unknown.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import attrs
import yaml

from bot.situation import NATIONS, Nation, Situation, Speaker, Status

DATA = Path(__file__).parents[2] / "data" / "dialogue"

YOUNGEST, OLDEST = 13, 99


@attrs.frozen
class Heard:
    """What a message says of the person.

    Attributes:
        facts: the parts of a `Situation` that it states.
        hypothetical: the person asks "what if"; the parts hold for this answer only.
    """

    facts: dict[str, Any]
    hypothetical: bool = False

    def update(self, situation: Situation) -> Situation:
        """Return the situation with what was heard put in."""
        return attrs.evolve(situation, **self.facts)


def _words(pattern: str) -> re.Pattern[str]:
    """Compile a pattern in which ~ stands for one blank and blanks stand for nothing."""
    return re.compile(pattern.replace("~", r"\ "), re.VERBOSE)


_I_AM = r"(?:i'?\s?a?m|i~am|he'?s|she'?s|he~is|she~is|they'?re|they~are|who~is|who'?s)"
_WAS = r"(?:if~i~were|if~i~was|was|were|(?:just~)?turn(?:ed|ing))"
_A_UNIT = (
    r"\s*(?:hours?|hrs?|h\b|days?|weeks?|minutes?|mins?|quid|%|pounds?|p\b|miles|months?|[.,:]\d)"
)
_AGES = (
    _words(
        rf"\b(?:{_I_AM}|{_WAS})\s+(?:only~|just~|now~|nearly~|actually~|a~)?(\d{{2}})\b(?!{_A_UNIT})"
    ),
    _words(r"\b(\d{2})\s*(?:years?~old|yrs?~old|yr~old|y/?o\b|-?year-old)"),
    _words(r"\baged?\s+(?:is\s+|of\s+)?(\d{2})\b"),
    _words(
        rf"\b(?:wage|pay|rate|get|earn)\b.{{0,25}}\b(?:at|for)~(?:age~)?(1[6-9]|2[0-4])\b(?!{_A_UNIT})"
    ),
    _words(r"\bif~(?:i|he|she|they)~(?:was|were|am|is|are)~(\d{2})\b"),
)
_UNDER = _words(r"\bunder~(18|21|16)\b")
_HYPOTHETICAL = _words(
    r"""\b(?:what~if|and~if|suppose|say~i
    |if~i~(?:was|were|am)|if~i'?m|if~(?:he|she|they)~(?:was|were|is|are))\b"""
)
_HOURS_A_WEEK = _words(
    r"""\b(?:i|we|he|she|they)\s+(?:only~|usually~|normally~)?
    (?:work|do|does|works|get|am~on|on)\s+(?:about~|around~)?
    (\d{1,2}(?:\.\d+)?)\s*(?:hours?|hrs?|h)\s*(?:a|per|each|every|/)\s*(?:week|wk)"""
)
_SHIFT_HOURS = _words(
    r"""\b(\d{1,2}(?:\.\d+)?)\s*[-]?\s*(?:hours?|hrs?|h)\b
        \s*(?:shifts?|a~day|per~day|each~day|days?\b)
    |\bshifts?\s+(?:of|is|are|for)\s+(\d{1,2}(?:\.\d+)?)\s*(?:hours?|hrs?)
    |\b(?:i|we|he|she)~works?\s+(?:a~)?(\d{1,2}(?:\.\d+)?)\s*(?:hours?|hrs?)\b
        (?!\s*(?:a|per|each|every)\s*(?:week|wk|month))"""
)
_AS = r"(?:i'?m|i~am|she'?s|he'?s|as)"
_STATUSES: tuple[tuple[Status, re.Pattern[str]], ...] = (
    ("self_employed", _words(rf"\b{_AS}~(?:a~)?self[-~]?employed\b")),
    (
        "agency",
        _words(
            r"""\b(?:i'?m|i~am|(?:i|she|he)~works?)~(?:for|through|via|with|an?)?~?
            (?:an~|a~|the~)?(?:temp~)?agency\b|\bagency~worker\b"""
        ),
    ),
    ("employee", _words(rf"\b{_AS}~an~employee\b")),
    (
        "worker",
        _words(
            r"""\b(?:i'?m|i~am|on|she'?s~on|he'?s~on|work)~(?:on~)?(?:a~|an~)?
            (?:zero|0)[-~]?h(?:ou)?rs?(?:~contract|~worker)?\b|\bi'?m~a~worker\b"""
        ),
    ),
)
_APPRENTICE = _words(rf"\b(?:{_AS}|on)~(?:doing~)?an?~(?:\w+~)?apprentice(?:ship)?\b")
_ON_UC = _words(
    r"""\b(?:i'?m|i~am|been|he'?s|she'?s)~on~(?:universal~credit|uc)\b
    |\bi~(?:get|claim)~(?:universal~credit|uc)\b|\bmy~(?:universal~credit|uc)\b"""
)
_KEY_WORKER = _words(
    r"""\b(?:my|our|a|the)~(?:clients?|participants?|service~user
        |customer~i~support|learner~i~support)\b
    |\b(?:i'?m|i~am|as)~an?~(?:key~?worker|support~worker~for|employment~(?:advis[eo]r|coach)
        |work~coach|job~coach|youth~worker|advis[eo]r)\b
    |\b(?:someone|somebody|a~(?:young~)?(?:man|woman|lad|girl|person))~
        (?:i~support|i~work~with|i'm~supporting|on~my~caseload)\b"""
)
_SOMEONE_ELSE = _words(
    r"""\bmy~(?:friend|mate|son|daughter|lad|girl|partner|husband|wife|mum|mam|dad|brother|sister
    |neighbour|boyfriend|girlfriend|niece|nephew|cousin|flatmate|colleague)\b"""
)


@attrs.frozen
class _Places:
    """Patterns of the places of each nation, and of names that only look like places."""

    of_nations: dict[Nation, re.Pattern[str]]
    names: re.Pattern[str]


@lru_cache(maxsize=1)
def _places() -> _Places:
    data = yaml.safe_load((DATA / "places.yml").read_text(encoding="utf-8"))
    lists = {
        name: re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b")
        for name, words in data.items()
    }
    return _Places({nation: lists[nation] for nation in NATIONS}, lists["names"])


def nation_in(text: str) -> Nation | None:
    """Return the nation that the words name, or None where they name none or several."""
    places = _places()
    words = places.names.sub(" ", text.lower())
    found = {nation for nation, pattern in places.of_nations.items() if pattern.search(words)}
    if re.search(r"\b(?:in|for|about) (?:the )?n\.?i\.?\b", words) or words.strip(" ?.!") == "ni":
        found.add("northern_ireland")
    if re.search(r"\bengland\b|\benglish law\b", words):
        found.add("england")
    return found.pop() if len(found) == 1 else None


def age_in(text: str) -> int | None:
    """Return the age that the words state, in years, or None."""
    words = text.lower()
    for pattern in _AGES:
        match = pattern.search(words)
        if match and YOUNGEST <= int(match[1]) <= OLDEST:
            return int(match[1])
    under = _UNDER.search(words)
    return int(under[1]) - 1 if under else None


def hear(text: str) -> Heard:
    """Return what the message says of the person."""
    words = " ".join(text.lower().replace("\u2019", "'").split())
    facts: dict[str, Any] = {}
    if nation := nation_in(words):
        facts["nation"] = nation
        if re.search(r"\blondon\b", words):
            facts["london"] = True
    if age := age_in(words):
        facts["age"] = age
    if match := _HOURS_A_WEEK.search(words):
        facts["hours_per_week"] = Decimal(match[1])
    if match := _SHIFT_HOURS.search(words):
        hours = Decimal(next(group for group in match.groups() if group))
        if hours <= 24:
            facts["shift_hours"] = hours
    for status, pattern in _STATUSES:
        if pattern.search(words):
            facts["status"] = status
            break
    if _APPRENTICE.search(words):
        facts["apprentice"] = True
    if _ON_UC.search(words):
        facts["universal_credit"] = True
    if speaker := _speaker(words):
        facts["speaker"] = speaker
    return Heard(facts, hypothetical=bool(facts) and bool(_HYPOTHETICAL.search(words)))


def _speaker(words: str) -> Speaker | None:
    if _KEY_WORKER.search(words):
        return "key_worker"
    if _SOMEONE_ELSE.search(words):
        return "someone_else"
    return None
