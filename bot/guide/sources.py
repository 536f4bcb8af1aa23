"""Where an answer comes from, with dates: the answer to "says who?"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.facts import Fact
from bot.facts.words import date_in_words
from bot.replies import Reply

#: How many sources are named in words; the card has them all.
NAMED = 3


def sources_reply(label: str, facts: Sequence[Fact], on: date) -> Reply:
    """Return the sources of the facts, official pages first, with the day they were checked."""
    entries: dict[str, dict[str, str]] = {}
    for fact in facts:
        if fact.official:
            page = fact.official
            entries.setdefault(page.title, {"title": page.title, "publisher": "", "url": page.url})
    for fact in facts:
        for source in fact.sources:
            entries.setdefault(
                source.title,
                {"title": source.title, "publisher": source.publisher, "url": source.url or ""},
            )
    if not entries:
        return Reply(
            f"What I said on {label} is general good practice. It rests on no single rule."
        )
    checked = max(fact.checked_on for fact in facts)
    named = "; ".join(_name(entry) for entry in list(entries.values())[:NAMED])
    return Reply(
        f"What I said on {label} comes from: {named}. We last checked on {date_in_words(checked)}.",
        card={"kind": "sources", "title": f"Sources: {label}", "sources": list(entries.values())},
        facts=tuple(fact.id for fact in facts),
    )


def _name(entry: dict[str, str]) -> str:
    return f"{entry['title']} ({entry['publisher']})" if entry["publisher"] else entry["title"]
