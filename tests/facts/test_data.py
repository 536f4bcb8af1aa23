"""What must be true of every fact, whatever it is about."""

import re
import time
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import FactError
from bot.facts import Fact, caveat_for, load_facts
from bot.facts.loading import DEFAULT, read_yaml
from bot.facts.model import ALWAYS
from bot.situation import NATIONS, Nation

STORE = load_facts()
ALL = [fact for name in STORE.ids() for fact in STORE.history(name)]
DAYS = st.dates(date(2019, 1, 1), date(2035, 12, 31))
FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")


def sentences(text: str) -> list[str]:
    """Split plain prose; an address ends a sentence."""
    return [part for part in re.split(r"(?<=[.:])\s+", text) if part]


@pytest.mark.parametrize("name", STORE.ids())
def test_a_fact_has_neither_gap_nor_overlap_in_a_nation(name: str) -> None:
    for nation in NATIONS:
        here = [fact for fact in STORE.history(name) if nation in fact.nations]
        for before, after in pairwise(here):
            assert before.to is not None, f"{name} has no end before {after.from_} in {nation}"
            assert before.to + timedelta(days=1) == after.from_


@pytest.mark.parametrize("name", STORE.ids())
def test_the_figures_of_a_fact_can_be_read_back_from_its_words(name: str) -> None:
    for fact in STORE.history(name):
        values = fact.value if isinstance(fact.value, tuple) else (fact.value,)
        if all(isinstance(part, (int, Decimal)) and not isinstance(part, bool) for part in values):
            read = [Decimal(part.replace(",", "")) for part in FIGURE.findall(fact.words)]
            assert read == [Decimal(part) for part in values]


def test_every_source_and_page_is_used() -> None:
    used = {source.key for fact in ALL for source in fact.sources}
    known = set(read_yaml(DEFAULT / "sources.yml")["sources"])
    assert used <= known
    pages = {page["url"] for page in read_yaml(DEFAULT / "official.yml")["pages"].values()}
    assert {fact.official.url for fact in ALL if fact.official} <= pages
    assert all(url.startswith("http") for url in pages)


def test_what_is_marked_as_found_has_a_source() -> None:
    assert not [fact.id for fact in ALL if fact.sure != "memory" and not fact.sources]


def test_what_must_be_checked_is_told_with_a_caveat() -> None:
    unsure = [fact for fact in ALL if fact.unsure]
    assert len(unsure) > 50
    for fact in unsure:
        caveat = caveat_for([fact], date(2026, 11, 22))
        assert caveat, fact.id


def test_what_a_person_may_hear_is_short_and_plain() -> None:
    told = [str(fact.value) for fact in ALL if fact.unit == "rule"]
    told += [fact.caveat for fact in ALL if fact.caveat]
    for text in told:
        assert len(text.split()) <= 60, text
        for sentence in sentences(text):
            assert len(sentence.split()) <= 25, sentence
        assert "!" not in text
        assert not re.search(r"\b(just|simply|should have|realistic|motivated)\b", text), text


def test_no_fact_of_today_is_overdue_unless_its_caveat_says_so() -> None:
    late = STORE.due(date(2026, 11, 22))
    assert {fact.id for fact in late} == {"rlw.uk", "rlw.london"}
    assert all(fact.caveat for fact in late)


def test_what_another_value_has_replaced_needs_no_review() -> None:
    late = STORE.due(date(2027, 1, 2), "england")
    assert "unfair_dismissal.qualifying" not in {fact.id for fact in late}
    assert [fact.from_ for fact in STORE.due(date(2027, 4, 1)) if fact.id == "nmw.apprentice"] == [
        date(2027, 4, 1)
    ]


def test_northern_ireland_hears_no_number_of_great_britain() -> None:
    here = {fact.id for fact in STORE.in_force(date(2026, 11, 22), "northern_ireland")}
    assert not here & {"help.acas", "help.uc", "help.national_debtline", "help.da_england"}
    assert {"help.lra", "help.advice_ni", "help.da_ni", "help.lifeline_ni"} <= here


def test_every_helpline_says_who_answers() -> None:
    phones = [fact for fact in ALL if fact.unit == "phone"]
    assert len(phones) > 25
    assert all(fact.contact and fact.contact.who for fact in phones)


@given(st.sampled_from(STORE.ids()), DAYS, st.sampled_from([*NATIONS, None]))
def test_a_fact_holds_on_the_day_and_in_the_nation_asked_or_is_refused(
    name: str, on: date, nation: Nation | None
) -> None:
    try:
        fact = STORE.get(name, on, nation)
    except FactError:
        return
    assert fact.holds_on(on)
    assert nation in fact.nations if nation else fact.uk_wide


@given(st.sampled_from(ALL), DAYS)
def test_without_a_nation_only_what_all_share_is_told(fact: Fact, on: date) -> None:
    try:
        shared = STORE.get(fact.id, on)
    except FactError:
        return
    assert {STORE.get(fact.id, on, nation).words for nation in NATIONS} == {shared.words}


@given(st.sampled_from(ALL))
def test_the_first_and_last_day_belong_to_the_period_and_the_days_around_do_not(
    fact: Fact,
) -> None:
    for nation in fact.nations:
        assert STORE.get(fact.id, fact.from_, nation) == fact
        if fact.to:
            assert STORE.get(fact.id, fact.to, nation) == fact
            after = STORE.find(fact.id, fact.to + timedelta(days=1), nation)
            assert after is None or after.from_ > fact.to
        if fact.from_ != ALWAYS:
            before = STORE.find(fact.id, fact.from_ - timedelta(days=1), nation)
            assert before is None or before.to == fact.from_ - timedelta(days=1)


def test_reading_all_facts_is_quick() -> None:
    load_facts.cache_clear()
    start = time.process_time()
    load_facts()
    assert time.process_time() - start < 1.0  # measured 0.05 s; the margin is for busy machines
