"""What can be asked once an offer was weighed, held as a conversation with the core alone.

The conversations are those of `tests/conversations/offers/after_weighing.yml`, which the trained
model plays as well.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
import yaml

from bot.dialogue.listen import hear
from bot.dialogue.turn import Turn
from bot.dialogue.understand import in_context
from bot.facts import load_facts
from bot.matters import conversation as matters
from bot.money import conversation as money
from bot.offers import comparing, conversation, following
from bot.offers.assess import assess
from bot.offers.times import times_of
from bot.situation import NATIONS, Situation
from bot.talk import conversation as talk
from tests.offers.test_assess import SCAM, TODAY
from tests.offers.test_explain import every_offer
from tests.voice import banned, too_long

TOLD = Path(__file__).parents[1] / "conversations" / "offers" / "after_weighing.yml"
DOES = {
    "score_offer": conversation.start,
    "compare_offers": comparing.start,
    "questions_for_employer": conversation.questions_for_employer,
    "better_off": money.start,
    "what_matters_to_me": matters.start,
    "say_more": talk.follow_up,
    "answer": talk.take_answer,
    "change_answer": talk.take_answer,
}


class Talk:
    """A conversation that remembers, as the slots do; `intent` stands in for the classifier."""

    def __init__(self, nation=None, **memory):
        self.situation = Situation(on=date(2026, 11, 22), nation=nation)
        self.memory: dict[str, Any] = dict(memory)
        self.replies = ()

    def say(self, text, intent="out_of_scope"):
        message = {"text": text, "intent": {"name": intent, "confidence": 0.9}, "safety": None}
        read = in_context(message, self.memory)
        name = read["intent"]["name"]
        assert name in DOES, f"{text!r} was left to the classifier"
        if name not in ("score_offer", "compare_offers"):
            self.situation = hear(text).update(self.situation)
        typed = "" if read.get("pressed") else text
        turn = Turn(typed, name, self.situation, values=read.get("values") or {})
        outcome = DOES[name](attrs.evolve(turn, memory=dict(self.memory)))
        json.dumps(outcome.remember)  # slots hold only JSON values
        self.memory.update(outcome.remember)
        self.replies = outcome.replies
        offered = [attrs.asdict(b) for reply in outcome.replies for b in reply.buttons]
        self.memory["buttons"] = offered[-10:]
        return "\n".join(reply.text for reply in outcome.replies)


def conversations():
    told = yaml.safe_load(TOLD.read_text(encoding="utf-8"))
    return [pytest.param(each, id=each["conversation"]) for each in told]


@pytest.mark.parametrize("told", conversations())
def test_conversation(told):
    held = Talk(told.get("nation"))
    for turn in told["turns"]:
        said = turn.get("say") or turn["press"]
        words = held.say(said, turn.get("intent", "out_of_scope"))
        for part in turn.get("contain", ()):
            assert part.lower() in words.lower(), f"{part!r} missing after {said!r}:\n{words}"
        for part in turn.get("lack", ()):
            assert part.lower() not in words.lower(), f"{part!r} said after {said!r}:\n{words}"
        titles = [button.title for reply in held.replies for button in reply.buttons]
        assert set(turn.get("buttons", ())) <= set(titles), said
        assert len(titles) == len(set(titles)), f"offered twice after {said!r}: {titles}"
        kinds = [reply.card["kind"] for reply in held.replies if reply.card]
        assert "card" not in turn or turn["card"] in kinds
        for reply in held.replies:
            assert not too_long(reply.text), reply.text
            assert not banned(reply.text), reply.text


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("what do i need to look out for the first few weeks", following.FIRST_MONTH),
        ("what should I watch?", following.FIRST_MONTH),
        ("anything to look out for when I start", following.FIRST_MONTH),
        ("how could it be made less bad", following.MAKE_BETTER),
        ("can I negotiate", following.MAKE_BETTER),
        ("how do i get a better deal out of them", following.MAKE_BETTER),
        ("could this job be better", following.MAKE_BETTER),
        ("what if i dont take it", following.TURN_DOWN),
        ("can I say no?", following.TURN_DOWN),
        ("do i have to accept this job", following.TURN_DOWN),
        ("what happens to my UC if i knock it back", following.TURN_DOWN),
        ("why do you want to know", following.WHY_ASK),
        ("why these questions", following.WHY_ASK),
        ("which words did you use", following.WORDS),
        ("i never said zero hours", following.WORDS),
        ("anything I should keep an eye on at the start?", following.FIRST_MONTH),
        ("is there a way to make the job not so bad", following.MAKE_BETTER),
        ("how can I get them to give me more hours", following.MAKE_BETTER),
        ("am i allowed to say no", following.TURN_DOWN),
        ("what if i pass on it", following.TURN_DOWN),
        ("how come you ask that", following.WHY_ASK),
        ("what made you say zero hours", following.WORDS),
        ("where did 30 hours come from", following.WORDS),
        ("where does that come from", None),
        ("when i start what should i be looking at", following.FIRST_MONTH),
        ("what could i push for", following.MAKE_BETTER),
        ("what happens if i decline", following.TURN_DOWN),
        ("what's the point of those questions", following.WHY_ASK),
        ("which bit of my message did you use", following.WORDS),
        ("how did you work out the hours", following.WORDS),
        ("where did you get the breaks from", following.WORDS),
        ("do i have to say yes", following.TURN_DOWN),
        ("what do you need to know that for", following.WHY_ASK),
        ("where did you get zero hours from", following.WORDS),
        ("i was turned down for a job", None),
        ("can i turn down a shift", None),
        ("do i get sick pay in the first week", None),
        ("they keep the first week's pay", None),
        ("and no pay for the first month", None),
        ("why should i know my rights", None),
        ("how did you get my number", None),
        ("what words should i use in a letter", None),
        ("how do you know it's the law", None),
        ("practise asking for something better", None),
        ("would I be better off", None),
        ("would it be better off for me to stay on UC", None),
        ("can i say no to overtime", None),
        ("can they turn down my holiday", None),
        ("can I refuse to work Sundays", None),
        ("where did you get the minimum wage from", None),
        ("it is £13 an hour", None),
        ("what breaks should I get", None),
        ("why is the pay so low", None),
    ],
)
def test_follow_ups_are_known_by_their_words_and_leave_others_alone(said, name):
    assert following.asked_in(said) == name


@pytest.mark.parametrize(
    ("said", "compares"),
    [
        ("compare with my other offer", True),
        ("how does it compare to the first one", True),
        ("is this better than the other job", True),
        ("which one should I take", True),
        ("put them next to each other", True),
        ("would I be better off", False),
        ("is this better than nothing", False),
        ("which days would I work", False),
    ],
)
def test_a_comparison_is_known_by_its_words(said, compares):
    assert comparing.asks(said) == compares


@pytest.mark.parametrize("nation", [None, *NATIONS])
@pytest.mark.parametrize("name", following.TITLES)
@pytest.mark.parametrize("offer", every_offer())
def test_every_follow_up_keeps_to_the_voice(offer, name, nation):
    found = assess(offer, attrs.evolve(TODAY, nation=nation), load_facts())
    for reply in following.tell(name, found):
        assert not too_long(reply.text), reply.text
        assert not banned(reply.text), reply.text
        assert all(len(button.title) <= 20 for button in reply.buttons)


@pytest.mark.parametrize("name", following.TITLES)
def test_a_scam_gets_the_safety_answer_whatever_is_asked_of_it(name):
    found = assess(SCAM, TODAY, load_facts())
    assert "scam" in following.tell(name, found)[0].text


def test_somebody_without_universal_credit_is_told_of_other_benefits_and_advice():
    without = attrs.evolve(TODAY, universal_credit=False)
    found = assess("£13 an hour, 20 hours a week", without, load_facts())
    (first, *_) = following.tell(following.TURN_DOWN, found)
    assert "do not get Universal Credit" in first.text
    assert "advice" in first.text


def test_the_pay_of_the_offer_is_not_asked_again_for_the_sum():
    held = Talk("england")
    held.say("£12.80 an hour, 20 hours a week, permanent, in a shop", "score_offer")
    held.say("would I be better off", "better_off")
    assert held.memory["open_question"]["by"] == "money"
    assert held.memory["open_question"]["about"] not in ("pay", "hours")


SUITED = {
    "matters": {
        "latest_finish": 15 * 60, "not_patterns": ["nights"], "not_days": ["saturday"],
        "travel_most_minutes": 40, "must": ["latest_finish"],
    },
    "priorities": ["T1", "work_life_balance"],
}  # fmt: skip


def test_what_matters_comes_first_and_the_plain_result_stays():
    held = Talk("england", **SUITED)
    words = held.say(
        "care job, £12.80 an hour, zero hours, nights, the rota comes out the day before",
        "score_offer",
    )
    assert "this comes first: Hours and rota: " in words
    assert "Guaranteed hours: No hours are guaranteed." in words
    assert "counted twice: Contract: " in words or "changes none of the ranges" in words
    plain = words[words.index("below") :] if "is below" in words else words
    assert "Pay: " in plain
    card = next(r.card for r in held.replies if r.card and r.card["kind"] == "offer")
    first, second = card["dimensions"][:2]
    assert {first["id"], second["id"]} == {"terms_of_employment", "work_life_balance"}
    assert "Guaranteed hours" in first["matters"] + second["matters"]


def test_without_priorities_nothing_is_said_to_come_first():
    words = Talk("england").say("£12.80 an hour, zero hours", "score_offer")
    assert "comes first" not in words


def test_clashes_and_matches_with_a_life_are_told_with_what_is_open():
    held = Talk("england", **SUITED)
    words = held.say(
        "school cook, £13 an hour, 8am to 4pm mon to fri, permanent, 30 hours", "score_offer"
    )
    assert "does not fit what you told me. It ends at 4pm. You need to end by 3pm." in words
    assert "Saturday is free." in words
    assert "Where is the work" in words
    words = held.say("it's 25 minutes on the bus")
    assert "It takes 25 minutes." in words
    assert "Where is the work" not in words


def test_jobs_side_by_side_say_how_each_fits():
    held = Talk("england", **SUITED)
    held.say("school cook, £13 an hour, 8am to 2pm mon to fri, permanent", "score_offer")
    held.say("job offer: warehouse, £14 an hour, 10pm-6am, nights, permanent", "score_offer")
    held.say("compare them", "compare_offers")
    card = next(r.card for r in held.replies if r.card and r.card["kind"] == "comparison")
    rows = {row["name"]: row["words"] for row in card["matters"]}
    assert rows["Ends in time"]["The first job"].startswith("yes")
    assert rows["No nights"]["The second job"] == "no: The offer has nights."


def test_a_job_told_twice_is_held_once():
    held = Talk("england")
    for _ in range(2):
        held.say("£12.80 an hour, 16 hours a week, shop", "score_offer")
    assert len(held.memory["offers"]) == 1


def test_a_button_of_the_offer_works_after_another_subject():
    held = Talk("england")
    held.say("£13 an hour, 16 hours a week, shop, permanent", "score_offer")
    pressed = held.memory["buttons"]
    held.memory.update(topic={"of": "guide", "id": "breaks"}, buttons=pressed)
    assert "payslip" in held.say("The first month")
    assert "£13.50 an hour" in held.say("no, it is £13.50")


def test_a_button_of_an_offer_that_was_erased_asks_which_job():
    held = Talk("england")
    held.say("£13 an hour, 16 hours a week, shop, permanent", "score_offer")
    held.memory["offers"] = None
    assert "Which job is it about" in held.say("Ask for better")


def test_an_offer_in_hand_can_be_looked_at_again():
    held = Talk("england")
    held.say("£13 an hour, zero hours, shop", "score_offer")
    held.memory.update(priorities=["T1"])
    held.say("look at a job", "score_offer")
    assert "this comes first: Guaranteed hours" in held.say("The last job again")


def test_a_new_job_is_read_as_a_job_whatever_words_it_has():
    held = Talk("england")
    held.say("£13 an hour, 16 hours a week, shop, permanent", "score_offer")
    words = held.say(
        "job offer: bakery, £13.20 an hour, 30 hours a week, permanent, they said look out for the "
        "first month, it is a trial, and I could negotiate after that or turn it down",
        "score_offer",
    )
    assert "£13.20 an hour" in words


def test_a_change_that_names_the_first_week_is_a_change():
    held = Talk("england")
    held.say("£13 an hour, 16 hours a week, shop, permanent", "score_offer")
    assert "£12.90 an hour" in held.say("no it is £12.90 an hour from the first week")


def test_a_short_comparison_by_figures_takes_no_new_job():
    held = Talk("england")
    held.say("£13 an hour, 16 hours a week, shop, permanent", "score_offer")
    held.say("job offer: warehouse, £14 an hour, 40 hours, agency", "score_offer")
    held.say("compare the £13 one with the £14 one", "compare_offers")
    assert len(held.memory["offers"]) == 2


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("cleaner 6am to 9am mon to fri", (360, 540, 5, None)),
        ("shifts 14:30-22:30, no weekends, half an hour unpaid break", (870, 1350, 0, None)),
        ("it's 45 minutes each way on the bus", (None, None, 0, 45)),
        ("an hour and a half on the bus", (None, None, 0, 90)),
        ("half an hour by car, tuesdays and sat", (None, None, 2, 30)),
        ("rota comes out on thursday, 30 minute break", (None, None, 0, None)),
        ("closed sundays, paid on fridays, start monday", (None, None, 0, None)),
        ("10pm-6am", (1320, 1800, 0, None)),
        ("20 hours a week, £12.80 an hour", (None, None, 0, None)),
        ("call me in 20 minutes, 15 minute interview", (None, None, 0, None)),
    ],
)
def test_times_days_and_travel_are_read_where_they_are_told(said, told):
    found = times_of(said)
    assert (found.start, found.finish, len(found.days), found.travel_minutes) == told


CARE = "care home, £12.80 an hour, 16 hours guaranteed, permanent"
WAREHOUSE = "job offer: warehouse nights, £14.10 an hour, 40 hours a week, agency"


@pytest.mark.parametrize(
    ("said", "place", "told"),
    [
        ("no, the first one pays 12.95", "first", "Pay: £12.95 an hour"),
        ("the care job is 30 hours", "first", "Hours: 30 a week"),
        ("the £12.80 one is 20 hours", "first", "Hours: 20 a week"),
        ("actually the other one is 20 hours", "first", "Hours: 20 a week"),
        ("the agency one is £13.90 an hour", "second", "Pay: £13.90 an hour"),
        ("job 2 is 36 hours", "second", "Hours: 36 a week"),
    ],
)
@pytest.mark.parametrize("after", [None, "compare them"])
def test_a_correction_reaches_the_job_that_it_names(said, place, told, after):
    held = Talk("england")
    for offer in (CARE, WAREHOUSE):
        held.say(offer, "score_offer")
    if after:
        held.say(after, "compare_offers")
    words = held.say(said)
    assert f"I changed the {place} job." in words
    assert told in words
    lines = held.say("compare them", "compare_offers").split("\n")
    assert any(line.startswith(f"The {place} job.") and told in line for line in lines)


def test_a_job_that_is_not_in_hand_is_no_correction():
    held = Talk("england")
    held.say(CARE, "score_offer")
    held.say("the second job is a pub, £13 an hour, 20 hours a week")
    assert len(held.memory["offers"]) == 2


def test_a_comparison_tells_take_home_pay_and_what_it_takes_for_granted():
    held = Talk()
    for offer in (CARE, WAREHOUSE):
        held.say(offer, "score_offer")
    words = held.say("compare them", "compare_offers")
    assert "Take-home pay each month: the first job about £" in words
    assert "I took the tax of England" in words
    assert "with benefits:" not in words
    assert any(reply.facts for reply in held.replies)


def test_a_comparison_counts_benefits_where_the_household_is_known():
    held = Talk("scotland", money={"answers": {"partner": False, "children": [4]}, "skipped": []})
    for offer in (CARE, WAREHOUSE):
        held.say(offer, "score_offer")
    words = held.say("compare them", "compare_offers")
    assert "Money each month with benefits: the first job about £" in words
    assert "I took the tax of England" not in words


def test_how_a_job_feels_is_asked_and_told_beside_how_it_looks():
    held = Talk("england")
    held.say(CARE, "score_offer")
    assert "Does the pay feel fair" in held.say("something feels off about it")
    for answer in ("no", "no", "skip", "no"):
        held.say(answer)
    assert "Something feels wrong, and that counts" in held.say("no")
    assert held.memory["open_question"] == {"by": "offers", "about": "change"}
