"""What an offer says about each measure, and what it does not say."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.facts import load_facts
from bot.offers.ask import answer
from bot.offers.measures import context, findings
from bot.offers.model import load_model
from bot.offers.offer import Offer
from bot.offers.score import Context, score
from bot.offers.signs import signs_of
from bot.situation import Situation
from tests.offers.offers_from_words import offer_from

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)


def rows(name):
    cases = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return [pytest.param(row, id=row.get("name", row.get("text"))) for row in cases]


@pytest.fixture(scope="module")
def store():
    return load_facts()


@pytest.mark.parametrize("case", rows("offers.yml"))
def test_an_offer_speaks_of_a_measure(case, store):
    situation = Situation(
        on=TODAY,
        nation=case.get("nation", "england"),
        age=case.get("age"),
        london=case.get("london"),
    )
    offer = offer_from(case["offer"])
    found = findings(offer, situation, store)
    weighed = score(found, context(offer, situation)).of(case["measure"])
    if "state" in case:
        assert weighed.state == case["state"]
        return
    assert (list(weighed.levels) if weighed.levels else None) == case["levels"]
    breach = any(f.breach for f in weighed.findings)
    assert breach is case.get("breach", False)


@pytest.mark.parametrize("case", rows("wordings.yml"))
def test_a_sentence_speaks_of_a_measure(case):
    found = signs_of(case["text"]).findings
    weighed = score(found, Context("england")).of(case["measure"])
    assert (list(weighed.levels) if weighed.levels else None) == case["levels"]
    for finding in weighed.findings:
        assert finding.quote


@pytest.mark.parametrize("case", rows("law_wordings.yml"))
def test_a_sentence_speaks_of_the_law(case):
    assert signs_of(case["text"]).law == (
        frozenset([case["sign"]]) if case["sign"] else frozenset()
    )


def test_silence_gives_no_finding(store):
    assert findings(Offer(), Situation(on=TODAY), store) == ()


@pytest.mark.parametrize("measure", load_model().measures, ids=lambda measure: measure.id)
def test_every_level_can_be_given_as_an_answer(measure):
    for level in measure.levels:
        weighed = score([answer(measure.id, level)], Context("england")).of(measure.id)
        assert weighed.levels == (level, level)


@pytest.mark.parametrize("measure", load_model().measures, ids=lambda measure: measure.id)
def test_the_words_of_a_measure_keep_to_the_voice(measure):
    for words in (*measure.levels.values(), measure.ask, measure.why, measure.below or ""):
        for sentence in words.replace("?", ".").split("."):
            assert len(sentence.split()) <= 25
        assert "!" not in words
        assert not any(character.isdigit() for character in words), "figures come from facts"
