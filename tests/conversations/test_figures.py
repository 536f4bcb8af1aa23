"""No wrong figure: what the guide tells, against values that were entered a second time.

The tables in `figures/` were typed from the sources of the law, not taken from the guide's facts.
A figure that is not in the table for the nation, the age and the date fails the test, and so does
one that is missing. `with` names groups of `shared.yml`; `told` must be said, `may` can be.

Every situation goes through the guide itself; some of them, spread over nations, ages and dates,
also through conversations in words with the trained model. With GOODWORK_FIGURES=all every nation
and date does.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.dialogue.subjects import SLOT
from bot.dialogue.turn import Turn
from bot.guide.content import load_topics
from bot.guide.conversation import more, simpler, start
from bot.situation import NATIONS, Situation
from tests.conversations.reading import figures

TABLES = Path(__file__).parent / "figures"
AGES = (16, 17, 18, 20, 21, 40)
DATES = ("2025-11-22", "2026-03-15", "2026-04-06", "2026-11-22", "2027-01-02")
CODES = {"england": "E", "wales": "W", "scotland": "S", "northern_ireland": "NI"}
SITUATIONS = tuple(product(DATES, NATIONS, AGES))
MOST_TURNS = 12


def read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((TABLES / name).read_text(encoding="utf-8"))
    return found


SHARED = read("shared.yml")
TABLE = {
    topic: row
    for path in sorted(TABLES.glob("*.yml"))
    if path.name != "shared.yml"
    for topic, row in read(path.name).items()
}


def expected(row: dict[str, Any], on: str, nation: str, age: int) -> tuple[set[str], set[str]]:
    """Return the figures that must be told and those that can be."""
    must, can = set(), set()
    lines = [(True, row.get("told") or {}), (False, row.get("may") or {})]
    lines += [(True, SHARED[group]) for group in row.get("with", ())]
    for needed, told in lines:
        for figure, when in told.items():
            if holds(when, on, nation, age):
                (must if needed else can).add(str(figure))
    return must, must | can


def holds(when: dict[str, Any], on: str, nation: str, age: int) -> bool:
    where = when.get("in", "GB NI").replace("GB", "E W S").split()
    return (
        CODES[nation] in where
        and age in when.get("ages", AGES)
        and str(when.get("from", "2000-01-01")) <= on <= str(when.get("until", "2100-01-01"))
    )


def compare(topic: str, texts: list[str], on: str, nation: str, age: int) -> list[str]:
    """Return what is wrong with the figures in the replies, in words."""
    must, can = expected(TABLE[topic], on, nation, age)
    told = figures(texts)
    wrong = [f"{figure} is not due here" for figure in sorted(told - can)]
    return wrong + [f"{figure} is not told" for figure in sorted(must - told)]


def test_every_topic_has_its_figures_in_the_tables():
    assert set(TABLE) == set(load_topics())


def test_the_tables_tell_nations_ages_and_dates_apart():
    row = TABLE["minimum_wage"]
    assert "£8.00" in expected(row, "2026-11-22", "wales", 17)[0]
    assert "£8.00" not in expected(row, "2026-11-22", "wales", 18)[1]
    assert "£8.00" not in expected(row, "2026-03-15", "wales", 17)[1]
    assert "£14.80" not in expected(row, "2026-11-22", "wales", 17)[1]


@pytest.mark.parametrize("topic", sorted(TABLE))
def test_no_figure_of_a_topic_is_wrong(topic):
    wrong: dict[str, list[str]] = {}
    for on, nation, age in SITUATIONS:
        for what in compare(topic, told_by_the_guide(topic, on, nation, age), on, nation, age):
            wrong.setdefault(what, []).append(f"{nation} {age} {on}")
    assert not wrong, [f"{what}: {len(where)}, as {where[0]}" for what, where in wrong.items()]


@pytest.mark.parametrize("topic", sorted(TABLE))
def test_every_nation_hears_its_figures_where_the_nation_is_not_known(topic):
    for on, age in product(DATES, AGES):
        told = figures(told_by_the_guide(topic, on, None, age))
        by_nation = [expected(TABLE[topic], on, nation, age) for nation in NATIONS]
        must = set().union(*(needed for needed, _ in by_nation))
        can = set().union(*(allowed for _, allowed in by_nation))
        assert must <= told <= can, f"{age}, {on}: {sorted(must - told)}, {sorted(told - can)}"


@pytest.mark.parametrize(
    ("said", "rate", "on"),
    [
        ("I am an apprentice and I am 17", "£8.00", "2026-11-22"),
        ("I am an apprentice and I am 18", "£7.55", "2026-03-15"),
        ("I am an apprentice and I am 18", "£8.00", "2026-04-06"),
    ],
)
@pytest.mark.model
def test_an_apprentice_hears_the_apprentice_rate(said, rate, on, talk, loop):
    talk.start_new()
    talk.set(on, "wales")
    loop.run_until_complete(talk.say(said))
    got = loop.run_until_complete(talk.say(TABLE["minimum_wage"]["ask"]))
    assert figures(reply["text"] for reply in got["replies"]) >= {rate}
    assert not {"£10.85", "£10.00", "£12.71"} & figures(r["text"] for r in got["replies"])


def told_by_the_guide(topic: str, on: str, nation: Any, age: int) -> list[str]:
    """Return all that the guide says on a topic, section after section."""
    situation = Situation(on=date.fromisoformat(on), nation=nation, age=age)
    memory: dict[str, Any] = {}
    texts: list[str] = []

    def take(capability: Callable[[Turn], Any], intent: str) -> None:
        outcome = capability(Turn("", intent, situation, memory=memory))
        memory.update(outcome.remember)
        texts.extend(reply.text for reply in outcome.replies)

    take(start, f"ask_{topic}")
    sections = [s for s in load_topics()[topic].sections if s not in ("short", "law", "simpler")]
    for _ in sections:
        take(more, "say_more")
    assert memory[SLOT]["id"] == topic
    take(simpler, "say_it_simpler")
    return texts


def sampled() -> Iterator[tuple[str, str, str, int]]:
    """Yield topic, date, nation and age: all dates and nations, with the ages in turn."""
    every = os.environ.get("GOODWORK_FIGURES") == "all"
    for place, topic in enumerate(sorted(TABLE)):
        for number, (on, nation) in enumerate(product(DATES, NATIONS)):
            if every or (number + place) % 5 == 0:
                yield topic, on, nation, AGES[(number // 4 + number + place) % 6]


@pytest.mark.model
@pytest.mark.parametrize(("topic", "on", "nation", "age"), sampled())
def test_no_figure_in_a_conversation_is_wrong(topic, on, nation, age, talk, loop):
    talk.start_new()
    talk.set(on, nation)
    texts: list[str] = []

    def say(words: str) -> dict[str, Any]:
        got: dict[str, Any] = loop.run_until_complete(talk.say(words))
        texts.extend(reply["text"] for reply in got["replies"])
        return got

    say(f"I am {age}")
    got = say(TABLE[topic]["ask"])
    assert got["intent"] == f"ask_{topic}", got["ranking"][:2]
    assert got["slots"]["age"] == age
    for _ in range(MOST_TURNS):
        say("more")
        if texts[-1].startswith("That is all I have on this."):
            break
    else:
        pytest.fail("The topic does not end.")
    say("say it simpler")
    wrong = compare(topic, texts, on, nation, age)
    assert not wrong, wrong
