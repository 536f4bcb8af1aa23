"""Every sentence of every topic, for everybody, on every date that matters: a table, no examples.

The failure message names topic, section, person and words, so that a writer knows what to mend.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path

import pytest
import yaml

from bot.errors import NoFactForDate
from bot.facts import caveat_for, load_facts, placeholders
from bot.facts.wording import PLACEHOLDER
from bot.guide import Statement, Topic, load_topics, tell
from bot.guide.content import SECTIONS
from bot.situation import NATION_NAMES, NATIONS, Situation

TOPICS = load_topics()
STORE = load_facts()
DATES = (
    date(2025, 11, 22), date(2026, 3, 15), date(2026, 4, 6), date(2026, 11, 22), date(2027, 1, 2),
    date(2027, 2, 1),
)  # fmt: skip
AGES = (None, 16, 17, 18, 19, 20, 21, 22, 40)
STATUSES = (None, "employee", "worker", "agency", "self_employed")
MOST_WORDS = 60
MOST_WORDS_IN_A_SENTENCE = 25

REACHED_AT = re.compile(r"\d{3}|\b\w+\.(?:gov\.uk|org\.uk|scot)|GOV\.UK")
ADDRESS = re.compile(r"\b[\w.-]+\.(?:org|gov|co|scot|uk)\b[\w./-]*")
#: Names of forms and rates that people know by their number.
FORMS = re.compile(r"\b[A-Z]{1,4}\d{1,2}\b")
FIGURE_IN_WORDS = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty)[ -]"
    r"(?:(?:full|whole|clear|calendar|working)[ -])?(minute|hour|day|week|month|year|pound)",
    re.IGNORECASE,
)
BANNED = re.compile(
    r"\b(just|simply|should have|all you need|realistic|work-ready|job-ready|motivated|excuses?|"
    r"hard to reach|scroungers?|don't worry|stay positive)\b|!",
    re.IGNORECASE,
)


def grid(topic: Topic) -> Iterator[Situation]:
    """Give every kind of person that a topic could tell apart."""
    statements = [one for section in topic.sections.values() for one in section]
    asks = {
        "apprentice": any(one.when.apprentice is not None for one in statements),
        "universal_credit": any(one.when.universal_credit is not None for one in statements),
    }
    speakers = ("key_worker", None) if any(one.when.speaker for one in statements) else (None,)
    for on, nation, age, status, apprentice, credit, speaker in product(
        DATES, NATIONS, AGES, STATUSES,
        (None, True) if asks["apprentice"] else (None,),
        (None, True) if asks["universal_credit"] else (None,),
        speakers,
    ):  # fmt: skip
        yield Situation(
            on, nation, age, status,
            apprentice=apprentice, universal_credit=credit, speaker=speaker,
        )  # fmt: skip


@cache
def _told(name: str) -> dict[tuple[str, str], Situation]:
    topic = TOPICS[name]
    found: dict[tuple[str, str], Situation] = {}
    seen: set[tuple[object, ...]] = set()
    for person in grid(topic):
        for section, ones in topic.sections.items():
            holds = tuple(one.when.holds(person) for one in ones)
            if (same := (section, person.on, person.nation, holds)) not in seen:
                seen.add(same)
                found.setdefault((section, tell(topic, section, person, STORE).text), person)
    return found


def told(topic: Topic) -> dict[tuple[str, str], Situation]:
    """Give each different text of each section, with one person who hears it."""
    return _told(topic.id)


def sentences(text: str) -> list[str]:
    """Split prose where a sentence ends; "GOV.UK" and "gov.uk/x" are no ends."""
    return [part for part in re.split(r"(?<=[.?:])[\"')]?\s+", text) if part.strip()]


def statements() -> Iterator[tuple[str, str, Statement]]:
    for topic in TOPICS.values():
        for section, ones in topic.sections.items():
            for one in ones:
                yield topic.id, section, one


@pytest.mark.parametrize("topic", TOPICS.values(), ids=list(TOPICS))
def test_everybody_gets_an_answer_of_a_length_one_can_read(topic: Topic) -> None:
    wrong = []
    for (section, text), person in told(topic).items():
        if not text.strip():
            wrong.append(f"{section}: nothing is said to {person}")
        for part in text.split("\n\n"):
            if len(part.split()) > MOST_WORDS:
                wrong.append(f"{section}: {len(part.split())} words for {person}: {part}")
            wrong += [
                f"{section}: a sentence of {len(sentence.split())} words: {sentence}"
                for sentence in sentences(part)
                if len(sentence.split()) > MOST_WORDS_IN_A_SENTENCE
            ]
        if "{" in text or "}" in text:
            wrong.append(f"{section}: a brace is left: {text}")
    assert not wrong, f"{topic.id}:\n" + "\n".join(dict.fromkeys(wrong))


@pytest.mark.parametrize("topic", TOPICS.values(), ids=list(TOPICS))
def test_no_figure_is_told_outside_the_time_for_which_it_is_known(topic: Topic) -> None:
    unknown = [
        f"{section}, {person.nation}, {person.on}: {text}"
        for (section, text), person in told(topic).items()
        if re.search(r"'[a-z_0-9.]+' is known ", text)
    ]
    assert not unknown, f"{topic.id} needs `from` or `until`:\n" + "\n".join(unknown)


@pytest.mark.parametrize("topic", TOPICS.values(), ids=list(TOPICS))
def test_short_answer_fits_one_message(topic: Topic) -> None:
    long = [
        f"{person.nation}: {text}"
        for (section, text), person in told(topic).items()
        if section == "short" and ("\n\n" in text or len(text.split()) > MOST_WORDS - 12)
    ]
    assert not long, f"{topic.id}: leave room to say for whom it is:\n" + "\n".join(long)


@pytest.mark.parametrize("topic", TOPICS.values(), ids=list(TOPICS))
def test_nations_are_never_mixed_when_the_nation_is_not_known(topic: Topic) -> None:
    for section in topic.sections:
        for on in DATES:
            one = tell(topic, section, Situation(on), STORE)
            apart = {tell(topic, section, Situation(on, nation), STORE).text for nation in NATIONS}
            assert one.nation_matters == (len(apart) > 1)
            for nation in NATIONS:
                here = tell(topic, section, Situation(on, nation), STORE).text
                for sentence in re.split(r"(?<=[.?!])\s+|\n+", here):
                    lines = [line for line in one.text.splitlines() if sentence in line]
                    where = f"{topic.id}, {section}, {on}: lost in {nation}: {sentence}"
                    assert lines, where
                    shared = all(sentence in text for text in apart)
                    named = any(NATION_NAMES[nation] in line.partition(":")[0] for line in lines)
                    assert shared or named, where


@pytest.mark.parametrize("topic", TOPICS.values(), ids=list(TOPICS))
def test_topic_is_complete_and_its_neighbours_exist(topic: Topic) -> None:
    catalogue = yaml.safe_load((Path(__file__).parents[2] / "data" / "catalogue.yml").read_text())
    assert topic.id in catalogue["topics"], f"{topic.id} is not in data/catalogue.yml"
    assert set(topic.related) <= set(catalogue["topics"]), f"{topic.id}: related {topic.related}"
    assert len(topic.related) <= 3, topic.id
    assert set(topic.needs) <= {"nation", "age", "status"}, topic.id
    assert topic.label == topic.label.strip(" .?"), topic.id
    assert set(topic.sections) >= set(SECTIONS) - {"detail"}


def test_every_figure_comes_from_a_fact() -> None:
    wrong = []
    for topic, section, one in statements():
        bare = FORMS.sub("", ADDRESS.sub("", PLACEHOLDER.sub("", one.say)))
        if re.search(r"\d", bare) or FIGURE_IN_WORDS.search(bare):
            wrong.append(f"{topic}, {section}: write the figure as {{fact.id}}: {one.say}")
    assert not wrong, "\n".join(wrong)


def test_every_fact_that_a_statement_names_is_known_where_it_is_told() -> None:
    wrong = []
    for topic, section, one in statements():
        for fact in (*placeholders(one.say), *one.relies_on):
            if fact not in STORE:
                wrong.append(f"{topic}, {section}: there is no fact {fact}")
                continue
            known = {nation for value in STORE.history(fact) for nation in value.nations}
            if missing := set(one.when.nations) - known:
                wrong.append(f"{topic}, {section}: {fact} is not known in {sorted(missing)}")
    assert not wrong, "\n".join(wrong)


def test_wording_blames_nobody() -> None:
    wrong = [
        f"{topic}, {section}: '{found[0]}' in: {one.say}"
        for topic, section, one in statements()
        if (found := BANNED.search(one.say))
    ]
    assert not wrong, "\n".join(wrong)


def test_everybody_is_told_whom_to_ask_with_a_number() -> None:
    wrong = []
    for topic in TOPICS.values():
        for (section, text), person in told(topic).items():
            if section == "who" and not REACHED_AT.search(text):
                wrong.append(f"{topic.id}: no number or address for {person}: {text}")
    assert not wrong, "\n".join(wrong)


def test_what_is_unsure_has_words_to_say_so() -> None:
    for topic, section, one in statements():
        for name in placeholders(one.say):
            for fact in STORE.history(name):
                if fact.unsure:
                    assert caveat_for([fact], date(2026, 11, 22)), f"{topic}, {section}: {name}"


def test_outside_the_known_time_we_say_that_we_do_not_know() -> None:
    topic = TOPICS["minimum_wage"]
    text = tell(topic, "short", Situation(date(2019, 6, 1), "wales", 30), STORE).text
    with pytest.raises(NoFactForDate) as unknown:
        STORE.get("nmw.nlw_21plus", date(2019, 6, 1), "wales")
    assert str(unknown.value) in text


CASES = sorted(Path(__file__).parent.glob("*.yml"))


@pytest.mark.parametrize(
    "case",
    [
        pytest.param({"topic": path.stem, **case}, id=f"{path.stem}: {case['name']}")
        for path in CASES
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ],
)
def test_named_sentences(case: dict) -> None:
    """Check what one person hears: `section`, `person`, `says`, `does_not_say`."""
    person = Situation(**{"on": date(2026, 11, 22), **case.get("person", {})})
    text = tell(TOPICS[case["topic"]], case["section"], person, STORE).text
    for words in case.get("says", []):
        assert words in text, f"'{words}' is not in: {text}"
    for words in case.get("does_not_say", []):
        assert words not in text, f"'{words}' is in: {text}"
