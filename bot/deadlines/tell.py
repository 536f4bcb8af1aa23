"""A time limit in words: the cautious day first, then what may be longer, then who can help."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from bot.deadlines.dates import When
from bot.deadlines.limits import (
    Claim,
    Deadline,
    claims,
    deadline,
    last_day,
    load_deadlines,
    months_of,
)
from bot.facts import Fact, caveat_for, fill, load_facts
from bot.facts.words import date_in_words, joined
from bot.replies import Button, Reply
from bot.situation import NATION_NAMES, NATIONS, Nation, Situation


@attrs.frozen
class Told:
    """What is said on a time limit, and the facts behind it."""

    replies: tuple[Reply, ...]
    facts: tuple[Fact, ...] = ()


def tell(claim: Claim, when: When, situation: Situation) -> Told:
    """Return the last day to act, in short messages; the useful thing first."""
    store, words, on = load_facts(), load_deadlines()["say"], situation.on
    if claim.id == "certificate" and situation.nation == "northern_ireland":
        return Told((Reply(words["certificate_ni"]), *_who(situation)))
    replies: list[Reply] = []
    if claim.id == "tips" and situation.nation == "northern_ireland":
        replies.append(_filled(words["no_tips_ni"], situation))
        claim = attrs.evolve(claims()["pay"], counts_from=claim.counts_from)
    found = deadline(claim, when.first, on, store, situation.nation)
    ids = tuple(dict.fromkeys(fact.id for fact in found.facts))
    replies.append(Reply(_first(claim, found, situation), card=_card(found), facts=ids))
    replies.append(Reply(_counted(claim, found, when, on), facts=ids[:1]))
    if found.later:
        replies.append(_longer(found, situation))
    if claim.also:
        replies.append(Reply(claim.also))
    replies += _who(situation)
    return Told(
        (*replies[:-1], attrs.evolve(replies[-1], buttons=_buttons(situation))), found.facts
    )


def simply(claim: Claim, when: When, situation: Situation) -> Reply:
    """Return the one day that matters and who to ring."""
    found = deadline(claim, when.first, situation.on, load_facts(), situation.nation)
    say = load_deadlines()["say"]["simpler"]
    text = say.format(day=_day(found.day), body=_body(situation.nation).rstrip(","))
    return Reply(text, facts=tuple(fact.id for fact in found.facts[:1]))


def _first(claim: Claim, found: Deadline, situation: Situation) -> str:
    """Say the day, and "get advice now" where it is near or gone."""
    words, on = load_deadlines()["say"], situation.on
    left = found.days_left(on)
    near = left <= load_deadlines()["near_days"]
    sort = "past" if left < 0 else "near" if near else "far"
    if claim.whole_months:
        key = f"certificate_{sort}"
    elif found.later is None:
        key = {"past": "past_all", "near": "same_near", "far": "same_far"}[sort]
    else:
        key = sort
    told: str = words[key].format(
        day=_day(found.day), body=_body(situation.nation), tribunal=_tribunal(situation)
    )
    parts = [told.replace(",,", ",").replace(",.", ".").replace(", was", " was")]
    if sort == "past":
        parts.append(words["late"])
    if claim.whole_months:
        parts.append(words["certificate_if"])
    return " ".join(parts)


def _counted(claim: Claim, found: Deadline, when: When, on: date) -> str:
    """Say how it was counted, so that a wrong day can be put right."""
    words = load_deadlines()["say"]
    key = "counted_whole" if claim.whole_months else "counted"
    told: str = words[key].format(
        limit=found.months.words, start=_day(found.start), counts_from=claim.counts_from
    )
    if not when.exact:
        end = last_day(when.last, months_of(found.months), not claim.whole_months)
        told += " " + words["vague"].format(said=when.said)
        told += " " + words["vague_last"].format(start=_day(when.last), day=_day(end))
    if found.start > on:
        told += f" {words['ahead']}"
    return told


def _longer(found: Deadline, situation: Situation) -> Reply:
    """Say the longer limit with its doubt; it never comes first."""
    words = load_deadlines()["say"]
    assert found.later is not None
    fact = found.facts[1]
    if not fact.unsure:
        key = "longer_sure" if found.later >= situation.on else "longer_sure_past"
        return Reply(words[key].format(day=_day(found.later)), facts=(fact.id,))
    key = "longer" if found.later >= situation.on else "longer_past"
    names = joined(tuple(NATION_NAMES[nation] for nation in found.later_in))
    text = words[key].format(nations=names, day=_day(found.later))
    if fact.official:
        text += " " + words["check"].format(page=f"{fact.official.title}, {fact.official.url}")
    return Reply(text, facts=(fact.id,))


def _who(situation: Situation) -> list[Reply]:
    """Say whom to contact, for both systems where the nation is not known."""
    words, nation = load_deadlines()["say"], situation.nation
    systems: list[Nation] = [nation] if nation else [NATIONS[0], NATIONS[3]]
    replies = []
    for each in systems:
        own = each == "northern_ireland"
        text = words["who_northern_ireland" if own else "who_gb"]
        if nation is None:
            text = f"In {'Northern Ireland' if own else 'England, Wales and Scotland'}: {text}"
        replies.append(_filled(text, attrs.evolve(situation, nation=each)))
    replies.append(_filled(words[f"advice_{nation or 'unknown'}"], situation))
    return replies


def _filled(text: str, situation: Situation) -> Reply:
    filled = fill(text, load_facts(), situation.on, situation.nation)
    caveat = caveat_for(filled.told, situation.on)
    return Reply(f"{filled.text} {caveat}" if caveat else filled.text, facts=filled.facts)


def _tribunal(situation: Situation) -> str:
    if situation.nation is None:
        return "the tribunal"
    return load_facts().get("tribunal.name", situation.on, situation.nation).words


def _body(nation: Nation | None) -> str:
    bodies: dict[str, str] = load_deadlines()["bodies"]
    if nation is None:
        return bodies["unknown"]
    return bodies["northern_ireland"] if nation == "northern_ireland" else bodies["gb"]


def _buttons(situation: Situation) -> tuple[Button, ...]:
    if situation.nation:
        return (
            Button("Where it is from", '/say_more{"section": "sources"}'),
            Button("Another time limit", "/check_deadline"),
        )
    return tuple(
        Button(NATION_NAMES[n].replace("Northern", "N."), f'/set_nation{{"nation": "{n}"}}')
        for n in NATIONS
    )


def _card(found: Deadline) -> dict[str, Any]:
    """Return the days as data, for a calendar."""
    days = [{"label": "Work to", "date": found.day.isoformat()}]
    if found.later:
        days.append({"label": "May be longer", "date": found.later.isoformat()})
    return {"kind": "deadline", "counts_from": found.start.isoformat(), "days": days}


def _day(day: date) -> str:
    return f"{day:%A} {date_in_words(day)}"
