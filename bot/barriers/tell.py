"""Put an entry into messages: short, in the right voice, with the figures of the day in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from bot.barriers.content import Entry, Figure
from bot.barriers.voice import in_voice
from bot.errors import FactError
from bot.facts import Fact, FactStore, caveat_for, fill
from bot.guide.content import Statement
from bot.replies import Reply
from bot.situation import NATIONS, Situation, Speaker

#: The most words in one message ; longer texts are told in several.
MOST_WORDS = 60


@attrs.frozen
class Said:
    """Words that are ready to be said.

    Attributes:
        text: the words.
        facts: ids of the facts they rest on.
    """

    text: str
    facts: tuple[str, ...] = ()


@attrs.frozen
class Listed:
    """What a list of statements says to somebody.

    Attributes:
        said: in order.
        nation_matters: some of it waits for the nation, which is not known.
    """

    said: tuple[Said, ...]
    nation_matters: bool = False


def wording(
    wordings: Sequence[Statement],
    number: int,
    situation: Situation,
    store: FactStore,
    voice: Speaker,
) -> Said:
    """Return one of several wordings; counting on past the last begins again.

    Raises:
        FactError: a figure is not known for the date; what is said first needs none.
    """
    return _one(wordings[number % len(wordings)], situation, store, voice)


def figure(
    figures: Sequence[Figure], number: int, situation: Situation, store: FactStore, voice: Speaker
) -> Said | None:
    """Return a dated finding with its source and year, or None where none was known by then."""
    for step in range(len(figures)):
        found = figures[(number + step) % len(figures)]
        fact = found_on(store, found.fact, situation)
        if fact is None:
            continue
        try:
            filled = fill(
                found.say.replace("{year}", year_of(fact)), store, situation.on, situation.nation
            )
        except FactError:
            continue
        return Said(in_voice(filled.text, voice), filled.facts)
    return None


def found_on(store: FactStore, fact_id: str, situation: Situation) -> Fact | None:
    """Return a finding as it stood on the day; a finding on one nation may be told in another."""
    return next(
        (fact for nation in NATIONS if (fact := store.find(fact_id, situation.on, nation))), None
    )


def year_of(fact: Fact) -> str:
    """Return the year that the first source of a finding carries."""
    return (fact.sources[0].dated or str(fact.from_.year))[:4]


def listed(
    statements: Iterable[Statement], situation: Situation, store: FactStore, voice: Speaker
) -> Listed:
    """Return what the statements say here; what differs by nation waits until it is known."""
    said: list[Said] = []
    waiting = False
    for statement in statements:
        by_nation = {
            nation: _told(statement, attrs.evolve(situation, nation=nation), store, voice)
            for nation in NATIONS
        }
        if situation.nation is not None:
            found = by_nation[situation.nation]
        elif len({one and one.text for one in by_nation.values()}) == 1:
            found = by_nation["england"]
        else:
            waiting, found = True, None
        if found:
            said.append(found)
    return Listed(tuple(said), waiting)


def messages(said: Iterable[Said], situation: Situation, store: FactStore) -> list[Reply]:
    """Pack what is said into messages of at most 60 words; what must be said with it comes last."""
    packed: list[Said] = []
    for one in said:
        if packed and _words(packed[-1].text) + _words(one.text) <= MOST_WORDS:
            packed[-1] = Said(f"{packed[-1].text} {one.text}", (*packed[-1].facts, *one.facts))
        else:
            packed.append(one)
    replies = [Reply(one.text, facts=tuple(dict.fromkeys(one.facts))) for one in packed]
    facts = facts_of(dict.fromkeys(f for one in packed for f in one.facts), situation, store)
    caveat = caveat_for(facts, situation.on)
    return [*replies, Reply(caveat)] if caveat else replies


def facts_of(ids: Iterable[str], situation: Situation, store: FactStore) -> list[Fact]:
    """Return the facts behind the ids, as they hold for the person's nation or any."""
    nations = (situation.nation,) if situation.nation else NATIONS
    found = []
    for name in ids:
        fact = next((f for n in nations if (f := store.find(name, situation.on, n))), None)
        fact = fact or found_on(store, name, situation)
        if fact:
            found.append(fact)
    return found


def everything(entry: Entry) -> tuple[Statement, ...]:
    """Return all statements of an entry, for its sources."""
    return (
        *entry.cause,
        *entry.offer,
        *(statement for part in entry.parts.values() for statement in part.statements),
    )


def with_ending(replies: list[Reply], ending: str) -> list[Reply]:
    """Put the open question after the last message, in it where it is short enough."""
    *first, last = replies
    if _words(last.text) + _words(ending) <= MOST_WORDS and "http" not in last.text:
        return [*first, attrs.evolve(last, text=f"{last.text} {ending}")]
    return [*replies, Reply(ending)]


def _told(
    statement: Statement, situation: Situation, store: FactStore, voice: Speaker
) -> Said | None:
    if not statement.when.holds(situation):
        return None
    try:
        return _one(statement, situation, store, voice)
    except FactError:  # not known for that day or nation: better unsaid than wrong
        return None


def _one(statement: Statement, situation: Situation, store: FactStore, voice: Speaker) -> Said:
    filled = fill(statement.say.strip(), store, situation.on, situation.nation)
    return Said(in_voice(filled.text, voice), (*filled.facts, *statement.relies_on))


def _words(text: str) -> int:
    return len(text.split())
