"""Which status the answers point to, over every way of answering."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
import yaml

from bot.status.weighing import NOT_SURE, load_path, stated_in, weigh

CASES = yaml.safe_load((Path(__file__).parent / "cases.yml").read_text(encoding="utf-8"))
PATH = load_path()


def every_answer():
    values = [(NOT_SURE, *(o.value for o in q.options)) for q in PATH.questions]
    for chosen in product(*values):
        yield dict(zip((q.id for q in PATH.questions), chosen, strict=True))


@pytest.mark.parametrize("case", CASES, ids=[c["case"] for c in CASES])
def test_the_words_point_where_they_should(case):
    answers = {}
    for words in case["answers"]:
        question = PATH.next_question(answers)
        assert question is not None, f"nothing left to ask before {words!r}"
        value = question.read(words)
        assert value is not None, f"{question.id} did not understand {words!r}"
        answers[question.id] = value
    assert PATH.next_question(answers) is None
    found = weigh(answers)
    assert list(found.points_to) == case["points_to"]
    assert found.sure == case["sure"]


def test_stopping_early_never_changes_the_outcome():
    for full in every_answer():
        asked = {}
        while question := PATH.next_question(asked):
            asked[question.id] = full[question.id]
        assert weigh(asked).id == weigh(full).id, full


def test_every_outcome_can_be_reached():
    assert {weigh(a).id for a in every_answer()} == {o.id for o in PATH.outcomes}


def test_one_status_is_named_only_where_the_answers_are_not_mixed():
    for answers in every_answer():
        found = weigh(answers)
        assert (found.status is None) == (found.sure == "not" or len(found.points_to) > 1)


def test_no_outcome_is_a_verdict():
    for outcome in PATH.outcomes:
        assert "may " in outcome.say
        assert "you are an employee" not in outcome.say.lower()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I get a rota and a uniform but send invoices", {"control": "yes"}),
        ("am I a worker if I can turn down shifts", {"obligation": "no"}),
        ("same three days every week and I can't send anyone else",
         {"control": "yes", "personal": "yes", "obligation": "yes"}),
        ("what is my employment status", {}),
        ("am I employed by the agency", {}),
    ],
)  # fmt: skip
def test_the_first_message_counts_only_for_what_it_states(text, found):
    assert stated_in(text) == found
