"""Phrases kept as data: which words say that a contract is permanent, a shift is at night, ...

Each file of `data/offers` maps a label to `any` (patterns, plain spelling, a blank also stands
for a hyphen or line break), `unless` (patterns that, in the same clause, take a match back),
`never` (patterns whose own words are not a match even where `any` fits inside them) and
`negatable` (false for phrases that are themselves denials, such as "no breaks"; "before" where
words after a phrase deny nothing, as in "overtime not paid").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import yaml

if TYPE_CHECKING:
    from bot.offers.extract.text import Plain

_DATA = Path(__file__).resolve().parents[3] / "data" / "offers"


@cache
def load_data(name: str) -> dict[str, Any]:
    """The content of `data/offers/<name>.yml`, read once."""
    with (_DATA / f"{name}.yml").open(encoding="utf-8") as file:
        content: dict[str, Any] = yaml.load(
            file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        )
    return content


@attrs.frozen
class Found:
    """A label and where its words stand in the plain text."""

    label: str
    start: int
    end: int


@attrs.frozen
class _Label:
    name: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    never: re.Pattern[str] | None
    negatable: bool | str


_BLANK = re.compile(r"(\[[^\]]*\])|( [?*])| ")  # a blank, but not inside a set of characters


def _blank(match: re.Match[str]) -> str:
    return match.group(1) or (r"[\s-]*" if match.group(2) else r"[\s-]+")


def compile_phrases(phrases: list[str]) -> re.Pattern[str]:
    """One pattern for any of the phrases, as whole words."""
    joined = "|".join(_BLANK.sub(_blank, phrase) for phrase in phrases)
    return re.compile(rf"(?<![\w£])(?:{joined})(?!\w)")


@cache
def _labels(name: str) -> tuple[_Label, ...]:
    return tuple(
        _Label(
            name=label,
            pattern=compile_phrases(entry["any"]),
            unless=compile_phrases(entry["unless"]) if entry.get("unless") else None,
            never=compile_phrases(entry["never"]) if entry.get("never") else None,
            negatable=entry.get("negatable", True),
        )
        for label, entry in load_data(name).items()
    )


# "not only", "no experience needed, weekends" deny nothing that follows.
_DENIED_BEFORE = re.compile(
    r"\b(?:no|not|without|never|nor|non|neither|stopped|instead of|rather than|lack of)"
    r"(?! (?:only|just|limited|experience|problem|worries|later)\b)"
    r"(?: (?!but\b|and\b|so\b|plus\b|then\b|only\b)[\w']+){0,3}[\s:/(-]*$"
)
_DENIED_AFTER = re.compile(
    r"^(?:[ ,:(-]+(?:is|are|was|will be|at all|or|there))?[ :(-]+(?:not\b(?! only| just)"
    r"|n/a\b|none\b|no\b(?= *(?:$|[.,\n)]))|unpaid\b)"
)


def denied(plain: Plain, start: int, end: int, *, after: bool = True) -> bool:
    """Whether the words at `start:end` are denied: "no sick pay", "pension: none"."""
    before = plain.before(start, 50)
    cut = max(before.rfind(","), before.rfind(" but "), before.rfind(" - "))
    # "no pension, sick pay or parking" still denies; "no weekends, full training" does not.
    near = before if re.search(r"\bor\b", plain.after(end, 4)) else before[cut + 1 :]
    if _DENIED_BEFORE.search(near):
        return True
    return after and bool(_DENIED_AFTER.search(plain.after(end, 20)))


def find(plain: Plain, name: str) -> Iterator[Found]:
    """Every label of `data/offers/<name>.yml` that the text says, at its first place."""
    for label in _labels(name):
        for match in label.pattern.finditer(plain.text):
            start, end = match.span()
            if label.negatable and denied(plain, start, end, after=label.negatable != "before"):
                continue
            if _taken_back(label, plain, start, end):
                continue
            yield Found(label.name, start, end)
            break


def find_denied(plain: Plain, name: str) -> Iterator[Found]:
    """Every label whose words the text denies ("no weekends", "not through an agency")."""
    for label in _labels(name):
        if not label.negatable:
            continue
        for match in label.pattern.finditer(plain.text):
            if denied(plain, *match.span()):
                yield Found(label.name, *match.span())
                break


def _taken_back(label: _Label, plain: Plain, start: int, end: int) -> bool:
    if label.unless:
        left, right = plain.clause(start, end)
        if label.unless.search(plain.text, left, right):
            return True
    if label.never:
        for other in label.never.finditer(plain.text, max(0, start - 80), end + 80):
            if other.start() < end and start < other.end():
                return True
    return False
