"""The data side of `goodwork facts`: which facts to list, and a table of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from rich.console import Console
from rich.table import Table

from bot.facts.store import FactStore
from bot.facts.words import date_in_words
from bot.situation import NATION_NAMES, NATIONS, Nation

Row = Mapping[str, Any]

SURE_WORDS = {
    "official": "official page",
    "reported": "good report",
    "weak": "one weak copy",
    "old": "older copy",
    "worked_out": "worked out",
    "memory": "not found, from memory",
}
FLAG_WORDS = {"ok": "", "check": " (check)", "must_check": " (must check)"}


def rows(
    store: FactStore, on: date, nation: Nation | None = None, due: bool = False
) -> list[dict[str, Any]]:
    """Return the facts in force on a day, or those due for review by then, ready for JSON.

    Args:
        store: all facts.
        on: the day asked about.
        nation: only what holds there; None lists every nation.
        due: only facts whose `review_by` has passed on that day, the longest overdue first.
    """
    found = store.due(on, nation) if due else store.in_force(on, nation)
    return [fact.as_dict() for fact in found]


def print_table(found: Iterable[Row], console: Console, title: str = "Facts") -> None:
    """Print rows as a table: what, value, where, until when, how sure, when to look again."""
    table = Table(title=title, title_justify="left")
    for heading in ("id", "value", "nations", "period", "sure", "review by"):
        table.add_column(heading, overflow="fold")
    for row in found:
        table.add_row(
            row["id"],
            row["words"],
            where(row),
            period(row),
            SURE_WORDS[row["sure"]] + FLAG_WORDS[row["flag"]],
            _day(row["review_by"]) or "over",
        )
    console.print(table)
    console.print("1 fact." if table.row_count == 1 else f"{table.row_count} facts.")


def where(row: Row) -> str:
    """Say in which nations a fact holds."""
    nations = set(row["nations"])
    if nations == set(NATIONS):
        return "UK"
    if nations == set(NATIONS) - {"northern_ireland"}:
        return "Great Britain"
    return ", ".join(NATION_NAMES[nation] for nation in NATIONS if nation in nations)


def period(row: Row) -> str:
    """Say for which days a fact is known."""
    start, end = _day(row["from"]), _day(row["to"])
    if not start:
        return "any date"
    since = f"{start} or earlier" if row["began_earlier"] else start
    return f"{since} to {end}" if end else f"from {since}"


def _day(written: str | None) -> str:
    return date_in_words(date.fromisoformat(written)) if written else ""
