"""Would I be better off, held as a conversation with the core."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import attrs
import pytest

from bot.dialogue.listen import hear
from bot.dialogue.turn import Turn
from bot.money import conversation
from bot.money.answers import ages_in, amount_in, health_in, partner_in
from bot.money.named import named_in
from bot.money.said import load_words
from bot.situation import Situation
from tests.voice import banned, too_long

ON = date(2026, 11, 22)
JOB = "would I be better off at £12.71 an hour, 25 hours a week"


class Talk:
    """A conversation that remembers, as the slots do."""

    def __init__(self, **known):
        self.situation = Situation(on=ON, **known)
        self.memory = {}
        self.replies = ()

    def start(self, text):
        return self._take(conversation.start(self._turn(text, "better_off")))

    def say(self, text, intent="out_of_scope"):
        question = self.memory["open_question"]
        assert conversation.understands(question, text, intent), text
        return self._take(conversation.answer(question, self._turn(text, "answer")))

    def press(self, **values):
        turn = attrs.evolve(self._turn("", "answer"), values=values)
        return self._take(conversation.answer(self.memory["open_question"], turn))

    def _turn(self, text, intent):
        self.situation = hear(text).update(self.situation)
        for name in ("nation", "age"):
            if name in self.memory:
                self.situation = attrs.evolve(self.situation, **{name: self.memory[name]})
        return Turn(text, intent, self.situation, memory=dict(self.memory))

    def _take(self, outcome):
        json.dumps(outcome.remember)  # slots hold only JSON values
        self.memory.update(outcome.remember)
        self.replies = outcome.replies
        return "\n".join(reply.text for reply in outcome.replies)


def asked(talk):
    return talk.memory["open_question"]["about"]


def test_only_what_is_missing_and_matters_is_asked_in_turn():
    talk = Talk(nation="england")
    talk.start(JOB)
    order = []
    for words in ("34", "no", "4 and 9", "£300 a month", "no", "£650", "£20"):
        order.append(asked(talk))
        talk.say(words)
    assert order == ["age", "partner", "children", "childcare", "health", "rent", "travel"]
    assert asked(talk) == "change"


def test_the_answer_is_the_sum_of_the_household_told():
    talk = Talk(nation="england", age=34)
    talk.start(JOB)
    for words in ("single", "4 and 9", "300", "no", "650", "£20 a week"):
        words = talk.say(words)
    assert "About £724 more would come in each month" in words
    assert "Take-home pay: £1,285" in words
    assert "Universal Credit: £1,466" in words
    card = talk.replies[0].card
    assert card["kind"] == "better_off"
    assert card["low"]["better_off_month"] == pytest.approx(724.2, abs=0.5)


def test_every_question_can_be_skipped_and_what_is_taken_instead_is_said():
    talk = Talk()
    talk.start(JOB)
    while asked(talk) != "change":
        words = talk.press(skip="yes")
    for part in ("do not live in Scotland", "25 or over", "no partner", "no children", "no rent"):
        assert part in words


def test_that_is_all_ends_the_questions_at_any_point():
    talk = Talk()
    talk.start(JOB)
    assert "more would come in" in talk.press(finish="yes")


def test_each_question_can_say_why_it_is_asked_and_stays_open():
    talk = Talk(nation="england", age=30)
    talk.start(JOB)
    assert "claim Universal Credit together" in talk.press(why="yes")
    assert asked(talk) == "partner"


def test_a_small_number_is_the_age_of_a_child_and_not_the_number_of_a_button():
    talk = Talk(nation="england", age=30)
    talk.start(JOB)
    talk.say("no")
    assert asked(talk) == "children"
    assert talk.replies[-1].buttons == ()
    talk.say("2")
    assert talk.memory["money"]["answers"]["children"] == [2]


def test_a_nation_can_be_pressed():
    talk = Talk(age=30)
    talk.start(JOB)
    talk.press(say="scotland")
    assert talk.memory["nation"] == "scotland"


def test_without_pay_there_is_no_sum_and_a_guess_is_asked_for():
    talk = Talk()
    talk.start("am I better off")
    assert asked(talk) == "pay"
    assert "A guess is enough" in talk.press(skip="yes")
    talk.say("£11 an hour")
    assert asked(talk) == "hours"


def test_the_minimum_wage_stands_for_the_rate_of_the_persons_age():
    talk = Talk(nation="england", age=19)
    talk.start("am I better off")
    talk.say("minimum wage")
    talk.say("20")
    talk.press(finish="yes")
    assert talk.replies[0].card["low"]["in_work"]["gross_month"] == 940.33


@pytest.mark.parametrize("text", ["dunno", "not sure", "no idea"])
def test_not_knowing_the_pay_ends_in_a_plain_sentence_and_not_in_a_circle(text):
    talk = Talk(nation="england")
    talk.start("am I better off")
    assert "A guess is enough" in talk.say(text)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("16 hours at 13 pounds, am I any better off", 10816),
        ("what would I take home at 12.50 for 25 hours", 16250),
        ("take home on £24,000", 24000),
        ("£100 a day, 4 days a week, am I better off", 20800),
        ("if I earn £1,500 a month what do I keep", 18000),
    ],
)
def test_pay_and_hours_of_the_first_message_are_taken(text, year):
    talk = Talk(nation="england", age=30)
    talk.start(text)
    talk.press(finish="yes")
    gross = talk.replies[0].card["low"]["in_work"]["gross_month"]
    assert gross == pytest.approx(year / 12, abs=0.01)


def test_varying_hours_give_a_range_and_the_worst_month_of_zero_hours():
    talk = Talk(nation="wales", age=30)
    talk.start("is it worth it, zero hours contract, £12.71 an hour, 8 to 30 hours a week")
    words = talk.press(finish="yes")
    assert "Take-home pay: £441 to £1,483" in words
    assert "In a month with no hours" in words
    assert "£425" in words


def test_a_job_that_leaves_less_is_said_plainly():
    talk = Talk(nation="england", age=30)
    talk.start("would I be better off with £8 an hour, 10 hours a week")
    talk.say("no")
    talk.say("none")
    talk.say("no")
    talk.say("nothing")
    assert "About £104 less would come in each month" in talk.say("£60 a week")


@pytest.mark.parametrize(
    ("change", "shows"),
    [
        ("what if it is 30 hours", "£1,483"),
        ("my rent is £700 a month", "Rent comes out of it either way"),
        ("I have 2 kids aged 3 and 6", "Child Benefit: £195"),
        ("my partner earns £20k", "Partner's pay: £1,493"),
        ("the bus is £3 a day", "Less costs of work: £65"),
    ],
)
def test_once_told_any_part_can_be_changed(change, shows):
    talk = Talk(nation="england", age=30)
    talk.start(JOB)
    talk.press(finish="yes")
    assert shows in talk.say(change)


def test_a_question_on_something_else_is_left_to_others():
    change, rent = {"about": "change"}, {"about": "rent"}
    assert not conversation.understands(change, "can I get sick pay?", "ask_sick_pay")
    assert not conversation.understands(change, "thanks", "thanks")
    assert not conversation.understands(rent, "what are my rights at 16?", "ask_minimum_wage")


def test_the_offer_in_hand_is_changed_and_not_doubled():
    talk = Talk(nation="england", age=30)
    talk.start(JOB)
    talk.press(finish="yes")
    talk.say("what if it is 30 hours")
    assert len(talk.memory["offers"]) == 1


def test_more_says_all_that_is_left_out_and_where_the_figures_come_from():
    talk = Talk(nation="scotland", age=30)
    talk.start(JOB)
    talk.press(finish="yes")
    whole = conversation.more(talk._turn("more", "say_more"))
    assert "minimum income floor" in "\n".join(reply.text for reply in whole.replies)
    assert all(not too_long(reply.text) for reply in whole.replies)
    (sources,) = conversation.more(talk._turn("where do you get that", "say_more")).replies
    assert "Scottish Government" in sources.text


def test_for_another_nation_the_sum_is_made_again_at_once():
    talk = Talk(nation="england")
    talk.start("take home on £30,000")
    talk.press(finish="yes")
    talk.situation = attrs.evolve(talk.situation, nation="scotland")
    again = conversation.again(talk._turn("", "set_nation")).replies
    assert again[0].card["low"]["in_work"]["income_tax_month"] == 287.59


def test_without_the_rates_of_the_day_it_says_so():
    talk = Talk(nation="england", age=30)
    talk.situation = attrs.evolve(talk.situation, on=date(2027, 6, 1))
    talk.start(JOB)
    assert "do not hold the rates" in talk.press(finish="yes")


def test_nothing_is_advised_and_the_way_to_advice_is_shown():
    talk = Talk(nation="england", age=30)
    talk.start(JOB)
    words = talk.press(finish="yes")
    assert "It is your choice" in words
    assert "get advice first" in words
    assert "full calculator" in words
    assert not any(word in words for word in ("should take", "should refuse", "recommend"))


@pytest.mark.parametrize("known", [{}, {"nation": "scotland", "age": 17}, {"nation": "wales"}])
def test_all_that_is_said_is_short_and_plain(known):
    talk = Talk(**known)
    talk.start("zero hours at £12.71 an hour, 10 to 30 hours a week, am I better off")
    said = list(talk.replies)
    while asked(talk) != "change":
        if asked(talk) in ("partner", "children"):
            talk.say("yes" if asked(talk) == "partner" else "3, 6, 9 and 12")
        else:
            talk.press(skip="yes")
        said += talk.replies
    for reply in said:
        assert not too_long(reply.text), reply.text
        assert not banned(reply.text), reply.text


def test_every_question_has_a_reason_and_short_buttons():
    for about, row in load_words()["questions"].items():
        assert row["say"], about
        assert row["why"], about
        assert all(len(title) <= 20 for title in row.get("buttons", {})), about


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("650", 650), ("£650 pcm", 650), ("120 a week", 520), ("£7,800 a year", 650),
        ("six hundred and fifty", 650), ("none", 0), ("I live with my parents", 0),
        ("600 quid a month", 600), ("blue", None),
    ],
)  # fmt: skip
def test_sums_of_money_are_read_with_their_period(text, month):
    found = amount_in(text, "month", "month")
    assert found == (None if month is None else Decimal(month))


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("4 and 9", (4, 9)), ("four and nine", (4, 9)), ("2 kids, 3 and 6", (3, 6)),
        ("none", ()), ("no kids", ()), ("a baby", (0,)),
        ("she's 7", (7,)), ("2 kids", None), ("two boys aged 12, 14", (12, 14)),
        ("I've got three: 2, 5 and 11", (2, 5, 11)), ("twins, 4", (4, 4)), ("1 and 6", (1, 6)),
    ],
)  # fmt: skip
def test_ages_of_children_are_read(text, ages):
    assert ages_in(text) == ages


@pytest.mark.parametrize(
    ("text", "partner"),
    [("yes", True), ("no", False), ("I'm single", False), ("with my husband", True), ("5", None)],
)
def test_a_partner_is_read(text, partner):
    assert partner_in(text) is partner


@pytest.mark.parametrize(
    ("text", "capability"),
    [("no", "none"), ("yes", "lcw"), ("LCWRA", "lcwra"), ("limited for work", "lcw")],
)
def test_a_decision_on_health_is_read(text, capability):
    assert health_in(text) == capability


def test_several_parts_told_at_once_are_all_taken_and_not_asked_again():
    talk = Talk()
    talk.start(JOB)
    assert asked(talk) == "nation"
    talk.say("im single, rent 450 a month, universal credit, no kids", "barrier_work_does_not_pay")
    assert asked(talk) == "nation"
    order = []
    for words in ("england", "34", "no", "£20"):
        order.append(asked(talk))
        told = talk.say(words)
    assert order == ["nation", "age", "health", "travel"]
    assert "a month" in told or "each month" in told


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("kids are 4, 7 and 9, rent 450", {"children": [4, 7, 9], "rent": "450"}),
        ("partner earns 900 a month and no children", {"partner": True, "children": []}),
        ("my rent is too high", {}),
    ],
)
def test_parts_of_a_household_are_named_in_one_message(words, parts):
    found = named_in(words)
    assert {name: found.get(name) for name in parts} == parts
    assert bool(found) == bool(parts)
