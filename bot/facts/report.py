"""The data side of `goodwork facts`: which facts to list, and a table of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from rich.console import Console
from rich.table import Table

from bot.facts.model import Fact
from bot.facts.store import FactStore
from bot.facts.words import date_in_words
from bot.situation import NATION_NAMES, Nation

SURE_WORDS = {
    "official": "official page",
    "reported": "good report",
    "weak": "one weak copy",
    "old": "older copy",
    "worked_out": "worked out",
    "memory": "not found, from memory",
}
FLAG_WORDS = {"ok": "", "check": "check", "must_check": "must check"}


def rows(store: FactStore, on: date, nation: Nation | None = None, due: bool = False) -> list[Fact]:
    """Return the facts in force on a day, or those due for review by then; by id, or most overdue.

    Args:
        store: all facts.
        on: the day asked about.
        nation: only what holds there; None lists every nation.
        due: only facts whose `review_by` has passed on that day.
    """
    return store.due(on, nation) if due else store.in_force(on, nation)


def as_json(facts: Iterable[Fact]) -> str:
    """Write facts as `goodwork facts --json` prints them."""
    return json.dumps([fact.as_dict() for fact in facts], indent=2, ensure_ascii=False)


def print_table(facts: Iterable[Fact], console: Console, title: str = "Facts") -> None:
    """Print facts as a table: what, value, where, until when, how sure, when to look again."""
    table = Table(title=title, title_justify="left", show_lines=False, expand=False)
    for heading in ("id", "value", "nations", "period", "sure", "review by"):
        table.add_column(heading, overflow="fold")
    count = 0
    for fact in facts:
        count += 1
        table.add_row(
            fact.id, fact.words, where(fact), period(fact), confidence(fact), review(fact)
        )
    console.print(table)
    console.print(f"{count} facts.")


def where(fact: Fact) -> str:
    """Say in which nations a fact holds."""
    if fact.uk_wide:
        return "UK"
    if set(fact.nations) == {"england", "wales", "scotland"}:
        return "Great Britain"
    return ", ".join(NATION_NAMES[nation] for nation in fact.nations)


def period(fact: Fact) -> str:
    """Say for which days a fact is known."""
    if fact.from_ == date.min:
        return "any date"
    start = date_in_words(fact.from_)
    start = f"{start} or earlier" if fact.began_earlier else start
    return f"{start} to {date_in_words(fact.to)}" if fact.to else f"from {start}"


def confidence(fact: Fact) -> str:
    """Say how we know a fact, and whether a person must look again."""
    flag = FLAG_WORDS[fact.flag]
    return f"{SURE_WORDS[fact.sure]}{f' ({flag})' if flag else ''}"


def review(fact: Fact) -> str:
    """Say by when a person must look at a fact again."""
    return date_in_words(fact.review_by) if fact.review_by else "over"
