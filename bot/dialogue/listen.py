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

from bot.situation import Nation, Situation, Speaker, Status

DATA = Path(__file__).parents[2] / "data" / "dialogue"


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


_SUBJECT = r"(?:i'?\s?a?m|i am|im|he'?s|she'?s|he is|she is|they'?re|who is|who'?s|they are|if i were|if i was|was|were|turned|turning|just turned)"
_AGES = (
    re.compile(
        rf"\b{_SUBJECT}\s+(?:only |just |now |nearly |actually |a )?(\d{{2}})\b"
        r"(?!\s*(?:hours?|hrs?|h\b|days?|weeks?|minutes?|mins?|quid|%|pounds?|p\b|miles|months?|[.,:]\d))"
    ),
    re.compile(r"\b(\d{2})\s*(?:years? old|yrs? old|yr old|y/?o\b|year-old|-year-old)"),
    re.compile(r"\baged?\s+(?:is\s+|of\s+)?(\d{2})\b"),
    re.compile(r"\bif (?:i|he|she|they) (?:was|were|am|is|are) (\d{2})\b"),
)
_UNDER = re.compile(r"\bunder (18|21|16)\b")
_HYPOTHETICAL = re.compile(
    r"\b(?:what if|if i (?:was|were|am)|if i'?m|if (?:he|she|they) (?:was|were|is|are)|and if|suppose|say i)\b"
)
_HOURS_A_WEEK = re.compile(
    r"\b(?:i|we|he|she|they)\s+(?:only |usually |normally )?(?:work|do|does|works|get|am on|on)\s+(?:about |around )?"
    r"(\d{1,2}(?:\.\d+)?)\s*(?:hours?|hrs?|h)\s*(?:a|per|each|every|/)\s*(?:week|wk)"
)
_SHIFT_HOURS = re.compile(
    r"\b(\d{1,2}(?:\.\d+)?)\s*[- ]?(?:hours?|hrs?|h)\b\s*(?:shifts?|a day|per day|each day|days?\b)"
    r"|\bshifts?\s+(?:of|is|are|for)\s+(\d{1,2}(?:\.\d+)?)\s*(?:hours?|hrs?)"
    r"|\b(?:i|we|he|she) works?\s+(?:a )?(\d{1,2}(?:\.\d+)?)\s*(?:hours?|hrs?)\b(?!\s*(?:a|per|each|every)\s*(?:week|wk|month))"
)
_STATUSES: tuple[tuple[Status, re.Pattern[str]], ...] = (
    ("self_employed", re.compile(r"\b(?:i'?m|i am|im|she'?s|he'?s|as) (?:a )?self[- ]?employed\b")),
    ("agency", re.compile(r"\b(?:i'?m|i am|im|i work|she works|he works) (?:for|through|via|with|an?)? ?(?:an |a |the )?(?:temp )?agency\b|\bagency worker\b")),
    ("employee", re.compile(r"\b(?:i'?m|i am|im|she'?s|he'?s|as) an employee\b")),
    ("worker", re.compile(r"\b(?:i'?m|i am|im|on|she'?s on|he'?s on|work) (?:a |an )?(?:zero|0)[- ]?h(?:ou)?rs?(?: contract| worker)?\b|\bi'?m a worker\b")),
)  # fmt: skip
_APPRENTICE = re.compile(r"\b(?:i'?m|i am|im|she'?s|he'?s|as|on) (?:doing )?an? (?:\w+ )?apprentice(?:ship)?\b")
_ON_UC = re.compile(r"\b(?:i'?m|i am|im|been|he'?s|she'?s) on (?:universal credit|uc)\b|\bi (?:get|claim) (?:universal credit|uc)\b|\bmy (?:universal credit|uc)\b")
_KEY_WORKER = re.compile(
    r"\b(?:my|our|a|the) (?:client|clients|participant|participants|service user|customer i support|learner i support)\b"
    r"|\b(?:i'?m|i am|im|as) an? (?:key ?worker|support worker for|employment (?:adviser|advisor|coach)|work coach|job coach|youth worker|adviser|advisor)\b"
    r"|\b(?:someone|somebody|a (?:man|woman|lad|girl|person|young person)) (?:i support|i work with|i'm supporting|on my caseload)\b"
)  # fmt: skip
_SOMEONE_ELSE = re.compile(
    r"\bmy (?:friend|mate|son|daughter|lad|girl|partner|husband|wife|mum|mam|dad|brother|sister|neighbour|boyfriend|girlfriend|niece|nephew|cousin|flatmate|colleague)\b"
)


@lru_cache(maxsize=1)
def _places() -> tuple[tuple[re.Pattern[str], Nation], ...]:
    data = yaml.safe_load((DATA / "places.yml").read_text(encoding="utf-8"))
    ordered: list[Nation] = ["northern_ireland", "scotland", "wales", "england"]
    return tuple(
        (re.compile(r"\b(?:" + "|".join(map(re.escape, data[nation])) + r")\b"), nation)
        for nation in ordered
    )


def nation_in(text: str) -> Nation | None:
    """Return the nation that the words name, or None where they name none or several."""
    words = text.lower()
    found = {nation for pattern, nation in _places() if pattern.search(words)}
    if re.search(r"\b(?:in|for|about) (?:the )?n\.?i\.?\b", words) or words.strip(" ?.!") == "ni":
        found.add("northern_ireland")
    if re.search(r"\bengland\b|\benglish law\b", words):
        found.add("england")
    return found.pop() if len(found) == 1 else None


def age_in(text: str) -> int | None:
    """Return the age that the words state, in years from 13 to 99, or None."""
    words = text.lower()
    for pattern in _AGES:
        match = pattern.search(words)
        if match and 13 <= int(match[1]) <= 99:
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
    if (match := _SHIFT_HOURS.search(words)) and Decimal(
        hours := next(g for g in match.groups() if g)
    ) <= 24:
        facts["shift_hours"] = Decimal(hours)
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
