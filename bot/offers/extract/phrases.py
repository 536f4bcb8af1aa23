"""Phrases kept as data: which words say that a contract is permanent, a shift is at night, ...

Each file of `data/offers` maps a label to `any` (phrases in plain spelling; a blank also stands
for a hyphen or line break), `unless` (phrases that, in the same clause, take a match back),
`never` (phrases whose own words are not a match even where `any` fits inside them) and
`negatable` (false for phrases that are themselves denials, such as "no breaks"; "before" where
words after a phrase deny nothing, as in "overtime not paid").

Plain phrases are looked up all at once with spaCy; expressions one by one (ADR 0007).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import yaml

from bot.offers.extract.lookup import lists_of
from bot.offers.extract.templates import is_expression, spell_out

if TYPE_CHECKING:
    from bot.offers.extract.text import Plain

_DATA = Path(__file__).resolve().parents[3] / "data" / "offers"
PHRASE_FILES = ("contract", "patterns", "mentions", "words")  # written as templates
_LISTS = ("any", "unless", "never")


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


_BLANK = re.compile(r"(\[[^\]]*\])|( [?*])| ")  # a blank, but not inside a set of characters


def _blank(match: re.Match[str]) -> str:
    return match.group(1) or (r"[\s-]*" if match.group(2) else r"[\s-]+")


def compile_phrases(phrases: list[str]) -> re.Pattern[str]:
    """One pattern for any of the expressions, as whole words."""
    joined = "|".join(_BLANK.sub(_blank, phrase) for phrase in phrases)
    return re.compile(rf"(?<![\w£])(?:{joined})(?!\w)")


@attrs.frozen
class Phrases:
    """One list of phrases: the plain ones by the name of their list, the others as a pattern."""

    listed: str | None
    pattern: re.Pattern[str] | None

    def places(self, plain: Plain, left: int = 0, right: int | None = None) -> list[Span]:
        """Where phrases of the list stand between two places of the text, first ones first."""
        right = len(plain.text) if right is None else right
        found: list[Span] = []
        if self.listed:
            hits = plain.phrases.get(self.listed, ())
            found = [(start, end) for start, end in hits if left <= start and end <= right]
        if self.pattern:
            found += [match.span() for match in self.pattern.finditer(plain.text, left, right)]
            found.sort()
        return found


Span = tuple[int, int]
_NOTHING = Phrases(None, None)


@attrs.frozen
class _Label:
    name: str
    any: Phrases
    unless: Phrases
    never: Phrases
    negatable: bool | str


@cache
def _labels(name: str) -> tuple[_Label, ...]:
    labels = []
    for label, entry in load_data(name).items():
        kinds = {
            kind: _phrases(f"{name}.{label}.{kind}", entry[kind], name in PHRASE_FILES)
            for kind in _LISTS
            if entry.get(kind)
        }
        labels.append(
            _Label(
                name=label,
                any=kinds["any"],
                unless=kinds.get("unless", _NOTHING),
                never=kinds.get("never", _NOTHING),
                negatable=entry.get("negatable", True),
            )
        )
    return tuple(labels)


def _phrases(listed: str, entries: list[str], templates: bool) -> Phrases:
    if not templates:
        return Phrases(None, compile_phrases(entries))
    expressions = [entry[1:-1] for entry in entries if is_expression(entry)]
    return Phrases(
        listed if len(expressions) < len(entries) else None,
        compile_phrases(expressions) if expressions else None,
    )


@cache
def word_list(name: str) -> Phrases:
    """A list of `data/offers/words.yml`."""
    return _phrases(f"words.{name}", load_data("words")[name], templates=True)


def plain_phrases() -> dict[str, list[str]]:
    """Every plain phrase of the data, by the list it belongs to."""
    lists: dict[str, list[str]] = {}
    for name in PHRASE_FILES:
        for label, entry in load_data(name).items():
            kinds = entry.items() if isinstance(entry, dict) else [(None, entry)]
            for kind, entries in kinds:
                if kind is None or kind in _LISTS:
                    listed = f"{name}.{label}" + (f".{kind}" if kind else "")
                    lists[listed] = [
                        phrase
                        for template in entries
                        if not is_expression(template)
                        for phrase in spell_out(template)
                    ]
    return lists


def find_listed(text: str) -> dict[str, list[Span]]:
    """Where each list's plain phrases stand in a text of plain spelling."""
    return lists_of(text, plain_phrases)


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
        for start, end in label.any.places(plain):
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
        for start, end in label.any.places(plain):
            if denied(plain, start, end):
                yield Found(label.name, start, end)
                break


def _taken_back(label: _Label, plain: Plain, start: int, end: int) -> bool:
    if label.unless.places(plain, *plain.clause(start, end)):
        return True
    near = label.never.places(plain, max(0, start - 80), min(len(plain.text), end + 80))
    return any(left < end and start < right for left, right in near)
