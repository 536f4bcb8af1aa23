"""Whether the data files load, are complete, and agree with one another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path

import yaml

from bot.barriers.content import load_entries
from bot.checks.problem import Problem
from bot.errors import FactError, GoodWorkError
from bot.facts import load_facts
from bot.guide import load_topics, tell
from bot.offers.model import load_model
from bot.safety import load_contacts
from bot.situation import NATIONS, Situation
from bot.talk.catalogue import intents, read_catalogue
from bot.talk.replies import load_talk

ROOT = Path(__file__).parents[2]

#: Intents of the dialogue itself, which nobody asks for in words.
INNER = {"answer", "carry_on"}
LONGEST_MESSAGE = 60
AGES = (None, 16, 19, 30)
STATUSES = (None, "employee", "worker", "agency", "self_employed")
#: Every nation must have somebody to ring for these.
HELP = {
    "advice on rights": {"help.acas", "help.lra"},
    "domestic abuse": {"help.da_england", "help.da_wales", "help.da_scotland", "help.da_ni"},
    "somebody to talk to": {"help.samaritans"},
}


def check_loading() -> Iterator[Problem]:
    """Yield files that can not be read."""
    loaders = (load_facts, load_topics, load_entries, load_model, load_talk, load_contacts)
    for load in loaders:
        try:
            load()
        except GoodWorkError as wrong:
            yield Problem("data", str(wrong))


def check_catalogue() -> Iterator[Problem]:
    """Yield topics and barriers without words, and intents without examples or a rule."""
    catalogue = read_catalogue()
    barriers = {name for name, entry in load_entries().items() if entry.kind == "barrier"}
    for family, found in (("topics", set(load_topics())), ("barriers", barriers)):
        for missing in sorted(set(catalogue[family]) - found):
            yield Problem(f"data/{family}", f"{missing} is in the catalogue and has no entry")
        for extra in sorted(found - set(catalogue[family])):
            yield Problem(f"data/{family}", f"{extra} is not in the catalogue")
    domain = set(yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["intents"])
    for name in sorted(domain ^ (set(intents()) | INNER)):
        yield Problem("domain.yml", f"{name} is not in both domain.yml and data/catalogue.yml")
    led = set(_intents_with_rules())
    for name in sorted(domain - led):
        yield Problem("data/stories", f"no rule says what follows {name}")


def check_topics(on: date) -> Iterator[Problem]:
    """Yield sections that fail, say nothing or are too long for somebody, on the date."""
    store = load_facts()
    for topic in load_topics().values():
        seen: set[str] = set()
        for section, nation, age, status in product(topic.sections, NATIONS, AGES, STATUSES):
            where = f"guide/{topic.id}.yml, {section}"
            try:
                text = tell(topic, section, Situation(on, nation, age, status), store).text  # type: ignore[arg-type]
            except FactError as wrong:
                text = ""
                yield Problem(where, f"{nation}, age {age}, {status}: {wrong}")
            if not text and where not in seen:
                seen.add(where)
                yield Problem(where, f"says nothing in {nation} at age {age} as {status}")
            for part in text.split("\n\n"):
                if len(part.split()) > LONGEST_MESSAGE and part not in seen:
                    seen.add(part)
                    yield Problem(where, f"a message of {len(part.split())} words in {nation}")


def check_helplines(on: date) -> Iterator[Problem]:
    """Yield nations that have nobody to ring."""
    store = load_facts()
    for what, names in HELP.items():
        for nation in NATIONS:
            if not any(store.find(name, on, nation) for name in names):
                yield Problem("data/facts/helplines", f"no {what} in {nation}")


def _intents_with_rules() -> Iterator[str]:
    for path in (ROOT / "data" / "stories").glob("*.yml"):
        for rule in yaml.safe_load(path.read_text(encoding="utf-8"))["rules"]:
            first = rule["steps"][0]
            yield from (step["intent"] for step in first.get("or", [first]))
