"""Tell a section of an entry to a person: the statements that hold, with the figures filled in."""

from __future__ import annotations

import attrs

from bot.errors import NoFactForDate
from bot.facts import FactStore, fill
from bot.guide.content import Statement, Topic
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

    Where the nation is not known and the nations differ, each is told in turn; they are never
    mixed. Outside the known periods the text says that we do not know, and who does.
    """
    statements = topic.sections.get(section, ())
    by_nation = {
        nation: _say(statements, attrs.evolve(situation, nation=nation), store)
        for nation in NATIONS
    }
    differs = len({told.text for told in by_nation.values()}) > 1
    if situation.nation or not differs:
        nation: Nation = situation.nation or "england"
        told, here = by_nation[nation], attrs.evolve(situation, nation=nation)
        return attrs.evolve(
            told,
            nation_matters=differs,
            relied_on=_relied_on(statements, here, store, differs, told.text),
        )
    return attrs.evolve(
        _each_nation(by_nation),
        nation_matters=True,
        relied_on=_relied_on(statements, situation, store, False, None),
    )


def _say(statements: tuple[Statement, ...], situation: Situation, store: FactStore) -> Told:
    said: list[str] = []
    facts: list[str] = []
    for statement in statements:
        if not statement.when.holds(situation):
            continue
        try:
            filled = fill(statement.say, store, situation.on, situation.nation)
        except NoFactForDate as unknown:
            if str(unknown) not in said:
                said.append(str(unknown))
            continue
        said.append(filled.text)
        facts += [*filled.facts, *statement.relies_on]
    return Told(" ".join(said).replace(" \n\n", "\n\n"), tuple(dict.fromkeys(facts)))


def _each_nation(by_nation: dict[Nation, Told]) -> Told:
    """Join what is said in each nation, nations with the same words together."""
    order: dict[str, list[Nation]] = {}
    for nation, told in by_nation.items():
        order.setdefault(told.text, []).append(nation)
    parts = [f"In {name_all(nations)}: {text}" for text, nations in order.items() if text]
    facts = [fact for told in by_nation.values() for fact in told.facts]
    return Told("\n\n".join(parts), tuple(dict.fromkeys(facts)))


def name_all(nations: list[Nation]) -> str:
    """Return the nations in words: "England, Wales and Scotland"."""
    names = [NATION_NAMES[nation] for nation in nations]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _relied_on(
    statements: tuple[Statement, ...],
    situation: Situation,
    store: FactStore,
    nation_matters: bool,
    text: str | None,
) -> tuple[str, ...]:
    """Return what about the person changed the words: found by telling it without each part."""
    relied = []
    if text is not None:
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
