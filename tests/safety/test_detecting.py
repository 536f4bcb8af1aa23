"""The safety check on messages that it has never learnt from, with floors that must hold."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import yaml

from bot.safety import SafetyFinding, detect
from bot.safety.detecting import get_likeness
from bot.safety.examples import load_examples
from bot.safety.likeness import Likeness
from bot.safety.measuring import HeldOut, Reading, figures, load_held_out, measure
from bot.safety.rules import first_match

# Floors, a little under what docs/safety.md reports, since the model also learns from data/nlu.


@pytest.fixture(scope="module")
def measured() -> dict[str, dict[str, dict[str, dict[str, float]]]]:
    all_sets = measure()
    later = {name: all_sets.pop(f"{name}_set") for name in ("second", "third", "fourth")}
    return {"first": all_sets, **later}


@pytest.mark.parametrize(
    ("messages", "kind", "part", "floor"),
    [
        ("first", "distress", "recall", 0.96),
        ("first", "distress", "direct", 0.97),
        ("first", "distress", "oblique", 0.94),
        ("first", "danger", "recall", 0.97),
        ("first", "danger", "oblique", 0.96),
        ("second", "distress", "recall", 0.95),
        ("second", "distress", "oblique", 0.92),
        ("second", "danger", "recall", 0.93),
        ("second", "danger", "oblique", 0.91),
        ("third", "distress", "recall", 0.94),
        ("third", "danger", "recall", 0.94),
        ("fourth", "distress", "recall", 0.97),
        ("fourth", "distress", "oblique", 0.96),
        ("fourth", "danger", "recall", 0.96),
        ("fourth", "danger", "oblique", 0.96),
    ],
)
def test_recall_does_not_fall_below_its_floor(
    measured, messages: str, kind: str, part: str, floor: float
) -> None:
    assert measured[messages][kind][part]["share"] >= floor


@pytest.mark.parametrize("messages", ["first", "second"])
@pytest.mark.parametrize(
    ("part", "most"),
    [("false_alarms", 0.04), ("everyday", 0.025), ("feeling", 0.05), ("trouble", 0.03)],
)
def test_false_alarms_stay_rare(measured, messages: str, part: str, most: float) -> None:
    assert measured[messages]["innocent"][part]["share"] <= most


@pytest.mark.parametrize(("messages", "most"), [("third", 0.06), ("fourth", 0.03)])
def test_false_alarms_stay_rare_in_the_later_sets_too(measured, messages: str, most: float) -> None:
    assert measured[messages]["innocent"]["false_alarms"]["share"] <= most


@pytest.mark.parametrize(("messages", "least"), [("second", 600), ("third", 460), ("fourth", 700)])
def test_hardly_a_message_of_the_later_sets_is_learnt_from(messages: str, least: int) -> None:
    learnt = {example.text.lower() for example in load_examples() if example.own}
    path = Path(__file__).with_name(messages)
    texts = [
        message["text"]
        for file in sorted(path.glob("*.yml"))
        for message in yaml.safe_load(file.read_text(encoding="utf-8"))["messages"]
    ]
    assert len(texts) >= least
    # Another author wrote "I want to be dead" too; such messages are left out of the figures.
    assert len([text for text in texts if text.lower() in learnt]) <= 2


def test_the_test_sets_are_large_mixed_and_never_learnt_from() -> None:
    held_out = load_held_out()
    learnt = {example.text.lower() for example in load_examples()}
    assert [message.text for message in held_out if message.text.lower() in learnt] == []
    for label, least in (("distress", 220), ("danger", 200), ("innocent", 400)):
        mine = [message for message in held_out if message.label == label]
        assert len(mine) >= least
        assert sum(message.about == "other" for message in mine) >= 0.32 * len(mine)
        if label != "innocent":
            assert sum(message.oblique for message in mine) >= 0.4 * len(mine)


@pytest.mark.parametrize(
    ("text", "kind", "about"),
    [
        ("my client says she wants to die", "distress", "other"),
        ("I want to kill myself", "distress", "self"),
        ("my husband hits me", "danger", "self"),
        ("my sister's boyfriend threatened to kill her", "danger", "other"),
    ],
)
def test_it_tells_the_kind_and_who_is_in_trouble(text: str, kind: str, about: str) -> None:
    found = detect(text)
    assert found is not None
    assert (found.kind, found.about) == (kind, about)


def test_trouble_in_the_middle_of_a_long_message_is_seen() -> None:
    before = "I work in a hotel and I want to know about my breaks. The rota is late every week. "
    after = " Can they change the shift the day before? I am paid by the hour."
    assert detect(before * 5 + "I have been thinking of ending my life." + after * 5) is not None
    assert detect(before * 5 + after * 5) is None


def test_one_clause_of_a_long_sentence_tells() -> None:
    around = "the rota came late and the van broke down and they cut two shifts off me, "
    assert (
        detect(around + "and I have been thinking about how to end my life, " + around) is not None
    )
    assert detect(around + around) is None


@pytest.mark.parametrize(
    "text",
    [
        "is it career suicide to say no, I train for a suicide awareness job in a shop",
        "I am on the bank and only work when they ring me",
        "could they send our policy group the figures on forced labour",
    ],
)
def test_words_of_a_rule_in_harmless_company_raise_no_alarm(text: str) -> None:
    assert detect(text) is None


@pytest.mark.parametrize("text", ["", " \n ", "????", "👍", "a" * 10_000, "\ud83d"])
def test_odd_input_raises_no_alarm_and_no_error(text: str) -> None:
    assert detect(text) is None


def test_a_message_without_any_rule_word_is_seen_by_likeness() -> None:
    text = "I have given away all I own and said sorry to my family, tonight I go to sleep for good"
    found = detect(text)
    assert first_match(text) is not None or (found is not None and found.by == "likeness")
    assert found is not None


def test_the_saved_model_says_the_same_as_the_one_in_memory(tmp_path: Path) -> None:
    model = get_likeness()
    model.save(tmp_path / "model.npz")
    again = Likeness.load(tmp_path / "model.npz")
    vectors = model.known.meaning[:3]
    texts = ["one", "two", "three"]
    assert again.learnt_from == model.learnt_from
    for one, other in zip(again.scores(texts, vectors), model.scores(texts, vectors), strict=True):
        assert one[0] == other[0]
        assert np.isclose(one[1], other[1], atol=0.01)  # stored in half precision


def test_figures_count_what_was_seen() -> None:
    seen = Reading(HeldOut("a", "danger", "self", oblique=True), SafetyFinding("danger", "rule"))
    missed = Reading(HeldOut("b", "danger", "other"), None)
    false = Reading(HeldOut("c", "innocent", "self", sort="twin"), SafetyFinding("danger", "rule"))
    result = figures([seen, missed, false])
    assert result["danger"]["recall"] == {"alarms": 1, "of": 2, "share": 0.5}
    assert result["danger"]["oblique"] == {"alarms": 1, "of": 1, "share": 1.0}
    assert result["innocent"]["false_alarms"] == {"alarms": 1, "of": 1, "share": 1.0}
