"""What the guide says at once to somebody in distress or danger, or to who asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import attrs
import yaml

from bot.errors import ContentError
from bot.facts import Fact, FactStore, caveat_for, fill
from bot.replies import Button, Reply
from bot.safety.contacts import DutyContact
from bot.safety.examples import ROOT
from bot.safety.finding import About, Kind, Matter
from bot.situation import NATION_NAMES, NATIONS, Nation, Situation

DEFAULT = ROOT / "data" / "safety" / "answers.yml"


@attrs.frozen
class Phone:
    """A line of the phone list."""

    name: str
    number: str
    hours: str = ""

    def line(self) -> str:
        """Return it in words."""
        return f"{self.name}: {self.number}" + (f" ({self.hours})" if self.hours else "")


def answer(
    kind: Kind,
    situation: Situation,
    about: About | None,
    store: FactStore,
    org_contacts: Sequence[DutyContact] = (),
    matter: Matter | None = None,
) -> tuple[Reply, ...]:
    """Return the safety answer: two or three short lines, the numbers, and an offer to go on.

    Args:
        kind: distress or danger.
        situation: where the person is, and who is speaking.
        about: who is in trouble; where nobody said, a key worker asks about somebody else and
            anyone else about themselves.
        store: the facts, for the numbers.
        org_contacts: the organisation's duty contacts, told to those who ask for others.
        matter: what the danger is about, where known.

    Raises:
        ContentError: data/safety/answers.yml is wrong.
        FactError: a number that it names is not known.
    """
    content = load_answers()
    whom = about or _usual_whom(situation)
    name = f"distress_{whom}" if kind == "distress" else f"danger_{matter or 'any'}_{whom}"
    entry = content["answers"][name]
    said = fill("\n".join(entry["say"]), store, situation.on, situation.nation)
    contacts = [contact for contact in org_contacts if kind in contact.kinds]
    lines = [said.text]
    if whom == "other" and not contacts:
        lines.append(content["tell_someone"])
    replies = [Reply("\n".join(lines), facts=said.facts)]
    replies.append(phone_list(entry["phones"], situation, store))
    if whom == "other" and contacts:
        replies.append(_duty_contacts(content["tell_contact"], contacts))
    return (*replies, _offer(content))


def _usual_whom(situation: Situation) -> About:
    return "other" if situation.speaker in ("key_worker", "someone_else") else "self"


def _duty_contacts(words: str, contacts: Iterable[DutyContact]) -> Reply:
    phones = [Phone(contact.name, contact.number, contact.hours) for contact in contacts]
    text = "\n".join([words, *(phone.line() for phone in phones)])
    return Reply(text, card=_card(phones))


def _card(phones: Iterable[Phone]) -> dict[str, Any]:
    return {"kind": "phones", "phones": [attrs.asdict(phone) for phone in phones]}


def phone_list(names: Iterable[str], situation: Situation, store: FactStore) -> Reply:
    """Return who can be rung: the lines that serve the nation, with the caveats they need."""
    found = list(_lines(names, situation, store))
    phones = [phone for phone, _ in found]
    facts = [fact for _, fact in found]
    text = "\n".join(phone.line() for phone in phones)
    # What is unsure must be told with its caveat; an overdue review must not hide a helpline.
    caveat = caveat_for(fact for fact in facts if fact.unsure)
    return Reply(
        f"{text}\n{_about_which(facts)}{caveat}" if caveat else text,
        card=_card(phones),
        facts=tuple(dict.fromkeys(fact.id for fact in facts)),
    )


def _about_which(facts: Iterable[Fact]) -> str:
    return ", ".join(fact.title for fact in facts if fact.unsure) + ": "


def _lines(
    names: Iterable[str], situation: Situation, store: FactStore
) -> Iterable[tuple[Phone, Fact]]:
    for name in names:
        yield from _line_or_lines(name, situation, store)


def _line_or_lines(
    fact_id: str, situation: Situation, store: FactStore
) -> Iterable[tuple[Phone, Fact]]:
    by_nation = load_answers()["by_nation"].get(fact_id)
    if by_nation is None:
        for nation in _served(fact_id, situation, store):
            fact = store.get(fact_id, situation.on, nation)
            yield Phone(fact.title, fact.words, _hours(fact)), fact
            return
    elif situation.nation:
        fact = store.get(by_nation[situation.nation], situation.on, situation.nation)
        yield Phone(fact.title, fact.words, _hours(fact)), fact
    elif short := load_answers()["asked_of_all"].get(fact_id):
        for each in NATIONS:
            fact = store.get(by_nation[each], situation.on, each)
            yield Phone(f"{short}, {NATION_NAMES[each]}", fact.words), fact


def _served(fact_id: str, situation: Situation, store: FactStore) -> tuple[Nation, ...]:
    """Return the person's nation where the line serves it; for an unknown one only UK lines."""
    (first, *_) = store.history(fact_id)
    if situation.nation:
        return (situation.nation,) if situation.nation in first.nations else ()
    return NATIONS[:1] if first.uk_wide else ()


def _hours(fact: Fact) -> str:
    if fact.contact is None or fact.id == "help.emergency":
        return ""
    free = "free to call" if fact.contact.free else None
    return ", ".join(part for part in (fact.contact.hours, free, fact.contact.also) if part)


def _offer(content: dict[str, Any]) -> Reply:
    buttons = tuple(Button(each["title"], each["payload"]) for each in content["buttons"])
    return Reply(content["offer"], buttons=buttons)


@lru_cache(maxsize=1)
def load_answers(path: Path = DEFAULT) -> dict[str, Any]:
    """Return the answers.

    Raises:
        ContentError: the file can not be read.
    """
    try:
        data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise ContentError(f"{path} can not be read: {error}") from error
    return data
