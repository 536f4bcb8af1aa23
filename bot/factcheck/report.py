"""The fact-check report: what is told on a day, by topic and nation, with what it rests on.

An expert reads it, marks what is wrong and signs it off; docs/fact-check.md says how. It renders
through the same code that answers people, so it can not differ from what they are told.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import product
from pathlib import Path

import attrs
from jinja2 import Environment, FileSystemLoader, Template, select_autoescape

from bot.facts import Fact, FactStore, load_facts
from bot.facts.words import date_in_words
from bot.guide import Topic, load_topics, tell
from bot.situation import NATION_NAMES, NATIONS, Nation, Situation

AGES = (None, 16, 17, 19, 22)
STATUSES = (None, "employee", "worker", "agency", "self_employed")
SECTION_NAMES = {
    "short": "Short answer", "law": "The law", "detail": "More of the law",
    "good": "What good employers do", "ask": "What to ask before accepting",
    "act": "What to do if it is not happening", "who": "Who can help", "why": "Why",
    "simpler": "In simpler words",
}  # fmt: skip


@attrs.frozen
class Wording:
    """One text, and who hears it."""

    text: str
    heard_by: str
    facts: tuple[Fact, ...]


@attrs.frozen
class Section:
    """A section of an entry in one nation, in all its wordings."""

    name: str
    wordings: tuple[Wording, ...]


@attrs.frozen
class Page:
    """What is told on one topic in one nation."""

    topic: str
    label: str
    nation: str
    sections: tuple[Section, ...]

    @property
    def unsure(self) -> int:
        """How many facts on it are not certain."""
        return len({f.id for s in self.sections for w in s.wordings for f in w.facts if f.unsure})


def pages(on: date, store: FactStore | None = None) -> Iterator[Page]:
    """Yield what is told on the day, topic by topic and nation by nation."""
    store = store or load_facts()
    for topic in load_topics().values():
        for nation in NATIONS:
            sections = tuple(_section(topic, name, nation, on, store) for name in topic.sections)
            yield Page(topic.id, topic.label, NATION_NAMES[nation], sections)


def to_html(on: date, store: FactStore | None = None) -> str:
    """Return the report as one page that prints well."""
    store = store or load_facts()
    found = list(pages(on, store))
    due = store.due(on)
    return _template().render(on=date_in_words(on), pages=found, due=due)


def _section(topic: Topic, name: str, nation: Nation, on: date, store: FactStore) -> Section:
    heard: dict[str, list[str]] = {}
    facts: dict[str, tuple[Fact, ...]] = {}
    for age, status in product(AGES, STATUSES):
        told = tell(topic, name, Situation(on, nation, age, status), store)  # type: ignore[arg-type]
        heard.setdefault(told.text, []).append(_who(age, status))
        used = (store.find(fact, on, nation) for fact in told.facts)
        facts[told.text] = tuple(fact for fact in used if fact)
    everyone = len(AGES) * len(STATUSES)
    wordings = tuple(
        Wording(text, "everybody" if len(who) == everyone else _some(who), facts[text])
        for text, who in heard.items()
    )
    return Section(SECTION_NAMES[name], wordings)


def _who(age: int | None, status: str | None) -> str:
    years = "age not known" if age is None else f"age {age}"
    return f"{years}, {(status or 'status not known').replace('_', '-')}"


def _some(who: list[str], most: int = 4) -> str:
    shown = "; ".join(who[:most])
    return f"{shown} and {len(who) - most} more" if len(who) > most else shown


@lru_cache(maxsize=1)
def _template() -> Template:
    folder = Path(__file__).parent / "templates"
    environment = Environment(
        loader=FileSystemLoader(folder), autoescape=select_autoescape(["html"])
    )
    return environment.get_template("report.html")
