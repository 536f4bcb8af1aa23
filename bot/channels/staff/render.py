"""Put the staff page into HTML. Everything that arrives is escaped."""

from __future__ import annotations

from datetime import datetime, timezone
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment

from bot.handover.desk import Message
from bot.handover.hours import UK
from bot.handover.words import load_words
from bot.printing import html_templates


def render(name: str, **shown: Any) -> str:
    """Return a page."""
    return _environment().get_template(name).render(**shown)


def clock(moment: datetime) -> str:
    """Return a moment of the tables as a UK clock shows it."""
    return moment.replace(tzinfo=timezone.utc).astimezone(UK).strftime("%H:%M")


def words_of(message: Message, by: str) -> str:
    """Return what a message says; the guide's own are kept as names."""
    if message.by != "guide":
        return message.text
    if message.text == "person_left":
        return "The person went back to the guide. This request has ended."
    text: str = load_words()["news"][message.text]
    return text.format(by=by)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = html_templates(Path(__file__).parent / "templates")
    environment.filters["clock"] = clock
    environment.globals["words_of"] = words_of
    return environment
