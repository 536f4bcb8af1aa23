"""The steps of the pipeline, one by one, on the messages that Rasa hands them."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.intent_classifier import IntentClassifier
from bot.nlu.offer_spotter import OfferSpotter
from bot.nlu.safety_check import SafetyCheck
from bot.nlu.understanding import described, set_intent, set_ranking

ADVERT = (
    "Support worker wanted for our refuge for women who flee violence. £13.20 per hour, permanent, "
    "part-time, 20 hours a week. Apply by Friday."
)


def message(text: str, *ranking: tuple[str, float]) -> Message:
    made = Message({"text": text})
    set_ranking(made, ranking)
    if ranking:
        set_intent(made, *ranking[0])
    return made


def parsed(made: Message) -> dict[str, Any]:
    return described(made.get("text"), made.as_dict(only_output_properties=True))


def checked(made: Message) -> dict[str, Any]:
    return parsed(SafetyCheck(SafetyCheck.get_default_config()).process([made])[0])


@pytest.mark.parametrize(
    ("ranking", "intent"),
    [
        ([("ask_tips", 0.9), ("ask_breaks", 0.05)], "ask_tips"),
        ([("ask_tips", 0.24), ("ask_breaks", 0.05)], "nlu_fallback"),
        ([("ask_tips", 0.42), ("ask_breaks", 0.41)], "nlu_fallback"),
        ([("ask_tips", 0.42), ("ask_breaks", 0.38)], "ask_tips"),
        ([], "nlu_fallback"),
    ],
    ids=["sure", "too_unlikely", "two_as_likely", "one_a_little_likelier", "nothing_said"],
)
def test_the_classifier_says_when_it_is_not_sure(
    ranking: list[tuple[str, float]], intent: str
) -> None:
    config = {"threshold": 0.25, "margin": 0.03, "ranking_length": 10}
    classifier = IntentClassifier(config, None, Resource("none"))
    assert classifier.choice(ranking)[0] == intent


def test_an_advert_becomes_an_offer_and_keeps_the_ranking() -> None:
    found = parsed(OfferSpotter().process([message(ADVERT, ("ask_zero_hours", 0.3))])[0])
    assert found["intent"] == "score_offer"
    assert found["ranking"] == [{"name": "ask_zero_hours", "confidence": 0.3}]


def test_despair_is_seen_though_the_classifier_says_otherwise() -> None:
    found = checked(message("I want to kill myself", ("stop", 0.9), ("distress", 0.05)))
    assert (found["intent"], found["confidence"], found["safety"]) == ("distress", 1.0, "distress")
    assert found["ranking"][0]["name"] == "stop"


def test_danger_is_seen_by_the_classifier_alone() -> None:
    found = checked(message("xyz", ("danger", 0.97), ("ask_tips", 0.01)))
    assert (found["intent"], found["safety"]) == ("danger", "danger")


def test_a_classifier_that_is_not_sure_of_danger_gives_way_to_what_else_is_likely() -> None:
    found = checked(message("xyz", ("danger", 0.6), ("distress", 0.2), ("ask_tips", 0.1)))
    assert (found["intent"], found["safety"]) == ("ask_tips", None)


def test_a_plain_question_raises_no_alarm() -> None:
    found = checked(message("do I get paid breaks", ("ask_breaks", 0.9), ("danger", 0.01)))
    assert (found["intent"], found["safety"]) == ("ask_breaks", None)


def test_an_advert_of_a_refuge_raises_no_alarm() -> None:
    made = message(ADVERT, ("danger", 0.97))
    found = checked(OfferSpotter().process([made])[0])
    assert (found["intent"], found["safety"]) == ("score_offer", None)
