"""Dated facts of law, rates and phone numbers, and how they enter a sentence.

store = load_facts()
store.get("rest.break", on=date(2026, 11, 22), nation="wales").words   # "20 minutes"
fill("You get {rest.break}.", store, on, nation).text
"""

from bot.facts.loading import load_facts
from bot.facts.model import Contact, Fact, Page, Source
from bot.facts.store import FactStore
from bot.facts.wording import Filled, caveat_for, fill, placeholders

__all__ = [
    "Contact",
    "Fact",
    "FactStore",
    "Filled",
    "Page",
    "Source",
    "caveat_for",
    "fill",
    "load_facts",
    "placeholders",
]
