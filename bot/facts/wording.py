"""Figures into sentences: `{fact.id}` becomes the fact's words for that date and nation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import cast

import attrs

from bot.errors import ContentError
from bot.facts.model import Fact
from bot.facts.store import FactStore
from bot.facts.words import MONEY, STYLES, date_in_words, joined
from bot.situation import NATIONS, Nation

PLACEHOLDER = re.compile(
    r"\{(?P<id>[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*)(?:@(?P<nation>[a-z_]+))?(?::(?P<style>[a-z_]+))?\}"
)
CONTACT_STYLES = frozenset({"who", "hours", "also", "line"})


@attrs.frozen
class Filled:
    """A text with its figures in.

    Attributes:
        text: the sentence, ready to be said.
        facts: ids of the facts in it, in order, each once.
        told: the facts themselves.
    """

    text: str
    facts: tuple[str, ...]
    told: tuple[Fact, ...] = ()


def fill(text: str, store: FactStore, on: date, nation: Nation | None = None) -> Filled:
    """Put the facts of a date and nation into a text.

    `{fact.id}` gives the fact's words, `{fact.id:style}` another form (number, per, per_hour,
    adjective, low, high, title; for helplines who, hours, also, line), `{fact.id@wales}` the
    value of that nation whatever the person's own.

    Raises:
        ContentError: a brace is no placeholder, or a style does not fit the fact.
        FactError: a fact is not known for that date or nation (see `FactStore.get`).
    """
    told: dict[str, Fact] = {}

    def put(match: re.Match[str]) -> str:
        fact = store.get(match["id"], on, _pinned(match, nation))
        told.setdefault(fact.id, fact)
        words = styled(fact, match["style"])
        return words[:1].upper() + words[1:] if fact.unit == "text" and _opens(match) else words

    filled = PLACEHOLDER.sub(put, text)
    if "{" in PLACEHOLDER.sub("", text) or "}" in PLACEHOLDER.sub("", text):
        raise ContentError(f"'{text}' has a brace that is no fact: write {{fact.id}}.")
    return Filled(filled, tuple(told), tuple(told.values()))


def placeholders(text: str) -> tuple[str, ...]:
    """Return the ids that a text refers to, in order, each once."""
    return tuple(dict.fromkeys(match["id"] for match in PLACEHOLDER.finditer(text)))


def styled(fact: Fact, style: str | None) -> str:
    """Write a fact in one of the forms that a placeholder may ask for.

    Raises:
        ContentError: the style is unknown or does not fit the fact.
    """
    if style is None:
        return fact.words
    if style == "title":
        return fact.title
    if style in CONTACT_STYLES:
        return _contact_words(fact, style)
    if style.startswith("per_"):
        if MONEY.get(fact.unit, "").rpartition(" ")[2] != style.removeprefix("per_"):
            raise ContentError(f"{fact.id} is in {fact.unit}, so ':{style}' does not fit.")
        style = "per"
    if style not in STYLES:
        raise ContentError(f"':{style}' is no style; use one of {', '.join(sorted(STYLES))}.")
    try:
        return STYLES[style](fact.value, fact.unit)
    except TypeError as error:
        raise ContentError(f"{fact.id} can not be written ':{style}': {error}.") from error


def caveat_for(facts: Iterable[Fact], on: date | None = None) -> str | None:
    """Say what must be said with these facts, or None where they are sure.

    A fact's own caveat comes first. What is unsure, or overdue for review on the date of the
    question, is told with the day it was last checked and the official page.
    """
    told = tuple(facts)
    parts = [fact.caveat for fact in told if fact.caveat]
    doubtful = [
        fact
        for fact in told
        if not fact.caveat and (fact.unsure or (on is not None and fact.overdue(on)))
    ]
    numbers = [fact for fact in doubtful if fact.unit == "phone"]
    others = [fact for fact in doubtful if fact.unit != "phone"]
    if others:
        parts.append(f"We last checked this on {_last_check(others)} and are not certain.")
        parts.append(_where_to_check(others) or "Ask an adviser before you rely on it.")
    if numbers:
        what = "this number" if len(numbers) == 1 else "these numbers"
        parts.append(f"We last checked {what} on {_last_check(numbers)} and are not certain.")
        parts.append(_where_to_check(numbers))
    return " ".join(part for part in dict.fromkeys(parts) if part) or None


def _opens(match: re.Match[str]) -> bool:
    """Tell whether a fact is the beginning of a sentence, and not all of the text."""
    before, after = match.string[: match.start()].rstrip(), match.string[match.end() :]
    return (not before or before[-1] in ".?") and bool(after.strip())


def _pinned(match: re.Match[str], nation: Nation | None) -> Nation | None:
    pinned = match["nation"]
    if pinned is None:
        return nation
    if pinned not in NATIONS:
        raise ContentError(f"'{match[0]}' names no nation; use one of {', '.join(NATIONS)}.")
    return cast(Nation, pinned)


def _contact_words(fact: Fact, style: str) -> str:
    contact = fact.contact
    if contact is None:
        raise ContentError(f"{fact.id} is no helpline, so ':{style}' does not fit.")
    if style == "line":
        free = "free to call" if contact.free else None
        return ", ".join(part for part in (fact.words, free, contact.hours) if part)
    found = getattr(contact, style)
    if found is None:
        raise ContentError(f"{fact.id} says nothing about '{style}'.")
    return str(found)


def _last_check(facts: Iterable[Fact]) -> str:
    return date_in_words(min(fact.checked_on for fact in facts))


def _where_to_check(facts: Iterable[Fact]) -> str:
    pages = (fact.official for fact in facts)
    named = dict.fromkeys(f"{page.title}, {page.url}" for page in pages if page)
    return f"Check: {joined(tuple(named))}" if named else ""
