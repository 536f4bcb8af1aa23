"""What matters to me: read from plain words, kept only on a yes, used when offers are weighed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.turn import Turn
from bot.matters import conversation
from bot.matters.reading import load_matters, priorities_in, questions, read
from bot.offers.fit import Life
from bot.offers.model import load_model
from bot.situation import Situation
from tests.voice import banned, too_long

AT = Situation(on=date(2026, 11, 22))
ANSWERS = yaml.safe_load((Path(__file__).parent / "answers.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ANSWERS, ids=[f"{r[0]}: {r[1]}" for r in ANSWERS])
def test_an_answer_is_read_as_people_write_it(row):
    name, text, expected = row
    assert read(next(q for q in questions() if q.id == name), text) == expected


@given(text=st.text(max_size=60), asked=st.sampled_from(questions()))
def test_whatever_is_read_is_a_life_that_offers_can_use(text, asked):
    found = read(asked, text)
    if found:
        state = {"life": found, "priorities": []}
        Life.from_dict(conversation.kept(state)["matters"] or {})


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("pay", {"pay_and_rewards"}),
        ("near home, steady hours, training", {"T1", "T6"}),
        ("time for my kids and respect", {"work_life_balance", "representation_and_voice"}),
        ("a quiet job", {"health_and_safety"}),
        ("bananas", set()),
    ],
)
def test_priorities_are_read_from_words(text, named):
    assert set(priorities_in(text)) == named


def test_every_priority_is_a_measure_or_a_dimension_of_the_model():
    model = load_model()
    known = {m.id for m in model.measures} | {d.id for d in model.dimensions}
    assert {*load_matters()["priorities"]["words"], conversation.HEALTH_MEASURE} <= known


def test_every_button_names_a_priority():
    for button in load_matters()["priorities"]["buttons"]:
        assert priorities_in(button), button


def go(*said, first="what matters to me"):
    outcome = conversation.start(Turn(first, "what_matters_to_me", AT))
    told = list(outcome.replies)
    for each in said:
        question = outcome.remember["open_question"]
        if isinstance(each, dict):
            turn = Turn("", "answer", AT, values=each)
        else:
            assert conversation.understands(question, each, "out_of_scope"), each
            turn = Turn(each, "answer", AT)
        outcome = conversation.answer(question, turn)
        told += outcome.replies
    return outcome, told


ALL = (
    "time for life and pay", "3pm", "9.30", "16 to 24", "sundays and nights", "45", "£250", "yes",
)  # fmt: skip


def test_the_common_standard_comes_first():
    _, told = go()
    assert "Fair pay" in told[0].text
    assert "luxury" in told[1].text


def test_after_a_yes_offers_can_use_all_of_it():
    outcome, _ = go(*ALL, "yes")
    assert outcome.remember["priorities"] == ["pay_and_rewards", "work_life_balance", "H5"]
    life = Life.from_dict(outcome.remember["matters"])
    assert life.latest_finish == 15 * 60
    assert life.earliest_start == 9 * 60 + 30
    assert (life.hours_least, life.hours_most) == (Decimal(16), Decimal(24))
    assert life.not_days == ("sunday",)
    assert life.not_patterns == ("nights",)
    assert life.pay_week_least == Decimal(250)
    assert set(life.must) == {"latest_finish", "earliest_start", "sunday", "nights"}


def test_before_the_yes_nothing_is_kept():
    outcome, told = go(*ALL)
    assert set(outcome.remember) == {"open_question", "missed"}
    assert told[-1].text.startswith("Shall I keep this")


def test_after_a_no_nothing_is_kept():
    outcome, _ = go(*ALL, "no")
    assert "matters" not in outcome.remember
    assert outcome.remember["open_question"] is None


def test_everything_can_be_skipped():
    outcome, told = go(*[{"skip": "yes"}] * 8)
    assert outcome.remember["open_question"] is None
    assert "come back" in told[-1].text


def test_one_can_stop_early_and_still_get_the_summary():
    _, told = go("pay", "3pm", {"finish": "yes"})
    assert "fair pay" in told[-2].text
    assert "work ends by 3pm" in told[-2].text


def test_why_is_answered_and_the_question_stays():
    outcome, told = go("pay", {"why": "yes"})
    assert "may not fit" in told[-2].text
    assert outcome.remember["open_question"]["about"] == "latest_finish"


def test_what_was_named_at_the_start_is_not_asked_again():
    outcome, told = go(first="prioritise for me please: near home, steady hours, training")
    assert outcome.remember["open_question"]["about"] == "latest_finish"
    assert "steady hours and training" in told[2].text


def test_no_details_of_health_are_kept():
    outcome, _ = go(*ALL, "yes")
    assert "health" not in outcome.remember["matters"]


def test_every_message_is_short_and_plain():
    _, told = go(*ALL, "yes")
    texts = [reply.text for reply in told] + [asked.why for asked in questions()]
    assert not [too_long(text) for text in texts if too_long(text)]
    assert not [text for text in texts if banned(text)]
