"""Whom to ring or write to: the organisation's own contacts first, then those of the nation."""

from __future__ import annotations

from bot.facts import Fact, load_facts
from bot.handover.words import load_words
from bot.organisation import load_organisation
from bot.replies import Reply
from bot.situation import NATIONS, Situation

#: Who advises on work and money, in the nations that each serves.
ADVICE = (
    "help.acas",
    "help.lra",
    "help.ca_england",
    "help.ca_wales",
    "help.ca_scotland",
    "help.advice_ni",
)


def signposts(situation: Situation) -> tuple[Reply, ...]:
    """Return who can be reached, for who asks and where they are."""
    words = load_words()["signposts"]
    opening = words["key_worker" if situation.speaker == "key_worker" else "person"]
    return (Reply(opening), *organisation_contacts(), people(situation))


def organisation_contacts() -> tuple[Reply, ...]:
    """Return the organisation's own contacts, if it named any."""
    organisation, words = load_organisation(), load_words()["signposts"]
    if not organisation.contacts:
        return ()
    name = "organisation" if organisation.name else "organisation_unnamed"
    lines = [contact.line() for contact in organisation.contacts]
    phones = [
        {"name": c.name, "number": c.number or c.email, "hours": c.hours}
        for c in organisation.contacts
    ]
    text = "\n".join([words[name].format(name=organisation.name), *lines])
    return (Reply(text, card={"kind": "phones", "phones": phones}),)


def people(situation: Situation) -> Reply:
    """Return the numbers of the nation, or of all four where it is not known."""
    facts = _facts(situation)
    phones = [
        {
            "name": fact.contact.who if fact.contact else fact.title,
            "number": fact.words,
            "hours": (fact.contact.hours if fact.contact else None) or "",
        }
        for fact in facts
    ]
    lines = (
        f"{p['name']}: {p['number']}" + (f" ({p['hours']})" if p["hours"] else "") for p in phones
    )
    return Reply(
        "\n".join(lines),
        card={"kind": "phones", "phones": phones},
        facts=tuple(fact.id for fact in facts),
    )


def _facts(situation: Situation) -> list[Fact]:
    store = load_facts()
    nations = (situation.nation,) if situation.nation else NATIONS
    found = (store.find(name, situation.on, nation) for name in ADVICE for nation in nations)
    return list({fact.id: fact for fact in found if fact}.values())
