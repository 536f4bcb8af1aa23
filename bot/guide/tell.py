"""Tell a section of an entry to a person: the statements that hold, with the figures filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

import attrs

from bot.errors import NoFactForDate
from bot.facts import FactStore, fill
from bot.guide.content import Statement, Topic
from bot.replies import packed
from bot.situation import NATION_NAMES, NATIONS, Nation, Situation


@attrs.frozen
class Told:
    """What is said, and on what it rests.

    Attributes:
        text: paragraphs, parted by blank lines.
        facts: ids of the facts used.
        nation_matters: the nations differ here.
        relied_on: the parts of the situation that changed what was said, in words.
    """

    text: str
    facts: tuple[str, ...] = ()
    nation_matters: bool = False
    relied_on: tuple[str, ...] = ()


def tell(topic: Topic, section: str, situation: Situation, store: FactStore) -> Told:
    """Return what the section says to this person on this date.

    Where the nation is not known, what the nations share is told once and what differs is told
    for each; they are never mixed. Outside the known periods the text says that we do not know,
    and who does.
    """
    statements = topic.sections.get(section, ())
    by_nation = {
        nation: _say(statements, attrs.evolve(situation, nation=nation), store)
        for nation in NATIONS
    }
    differs = len({said.text for said in by_nation.values()}) > 1
    if situation.nation or not differs:
        nation: Nation = situation.nation or "england"
        said, here = by_nation[nation], attrs.evolve(situation, nation=nation)
        relied = _relied_on(statements, here, store, differs, said.text)
        return Told(said.text, said.facts, differs, relied)
    facts = tuple(dict.fromkeys(fact for said in by_nation.values() for fact in said.facts))
    return Told("\n\n".join(_paragraphs(by_nation)), facts, nation_matters=True)


@attrs.frozen
class _Said:
    """What one nation hears: the words of each statement that holds, by its place."""

    statements: Mapping[int, str]
    facts: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join(self.statements.values()).replace(" \n\n", "\n\n").strip()


def _say(statements: tuple[Statement, ...], situation: Situation, store: FactStore) -> _Said:
    said: dict[int, str] = {}
    facts: list[str] = []
    for place, statement in enumerate(statements):
        if not statement.when.holds(situation):
            continue
        try:
            filled = fill(statement.say, store, situation.on, situation.nation)
        except NoFactForDate as unknown:
            if str(unknown) not in said.values():
                said[place] = str(unknown)
            continue
        said[place] = filled.text
        facts += [*filled.facts, *statement.relies_on]
    return _Said(said, tuple(dict.fromkeys(facts)))


def _paragraphs(by_nation: Mapping[Nation, _Said]) -> list[str]:
    """Return what all nations share as it is, and what differs with the nations' names."""
    places = sorted({place for said in by_nation.values() for place in said.statements})
    runs = groupby(places, lambda place: _shared(place, by_nation))
    paragraphs: list[str] = []
    for shared, run in runs:
        here = list(run)
        if shared:
            text = _joined(by_nation["england"], here)
            paragraphs += [part.strip() for part in text.split("\n\n") if part.strip()]
        else:
            paragraphs += packed(_by_nation(by_nation, here), joint="\n")
    return paragraphs


def _shared(place: int, by_nation: Mapping[Nation, _Said]) -> bool:
    return len({said.statements.get(place) for said in by_nation.values()}) == 1


def _by_nation(by_nation: Mapping[Nation, _Said], places: list[int]) -> Iterator[str]:
    """Yield what is said in each nation, nations with the same words together."""
    same: dict[str, list[Nation]] = {}
    for nation, said in by_nation.items():
        same.setdefault(_joined(said, places), []).append(nation)
    for text, nations in same.items():
        parts = [part.strip() for part in text.split("\n\n") if part.strip()]
        yield from (f"In {name_all(nations)}: {part}" for part in parts)


def _joined(said: _Said, places: list[int]) -> str:
    return " ".join(said.statements[place] for place in places if place in said.statements)


def name_all(nations: list[Nation]) -> str:
    """Return the nations in words: "England, Wales and Scotland"."""
    names = [NATION_NAMES[nation] for nation in nations]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _relied_on(
    statements: tuple[Statement, ...],
    situation: Situation,
    store: FactStore,
    nation_matters: bool,
    text: str,
) -> tuple[str, ...]:
    """Return what about the person changed the words: found by telling it without each part."""
    relied = []
    without_age = attrs.evolve(situation, age=None, apprentice=None)
    age_changes = _say(statements, without_age, store).text != text
    if situation.age is not None and age_changes:
        relied.append(f"aged {situation.age}")
    if situation.apprentice and age_changes:
        relied.append("an apprentice")
    without_status = attrs.evolve(situation, status=None)
    if situation.status and _say(statements, without_status, store).text != text:
        relied.append(STATUS_NAMES[situation.status])
    if situation.nation and nation_matters:
        relied.append(f"in {NATION_NAMES[situation.nation]}")
    return tuple(relied)


STATUS_NAMES = {
    "employee": "an employee",
    "worker": "a worker, not an employee",
    "agency": "an agency worker",
    "self_employed": "self-employed",
}
