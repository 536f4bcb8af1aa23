"""The trained model keeps above a floor on examples that it never saw."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.nlu.model_files import ROOT, model_path
from bot.nlu.parse import parse_many
from bot.nlu.report import Answer, Example, figures, read_examples

pytestmark = pytest.mark.model

# A floor holds what was reached, with a little room for the noise of one training. Raise it when
# the figures in metrics.json rise; never lower it to make a change pass.
LIKELIEST = 0.67
TOP_THREE = 0.87
WRONG_AND_SURE = 0.26
SAFETY_RECALL = 0.95
FALSE_ALARMS = 0.03


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    examples = read_examples(ROOT / "tests/nlu")
    parsed = parse_many((example.text for example in examples), model_path())
    return figures(examples, [Answer.of(described) for described in parsed])


def test_the_likeliest_intent_is_mostly_right(found: dict[str, Any]) -> None:
    assert found["accuracy_of_likeliest"] >= LIKELIEST


def test_the_right_intent_is_nearly_always_among_three(found: dict[str, Any]) -> None:
    assert found["in_top_three"] >= TOP_THREE


def test_it_seldom_is_sure_and_wrong(found: dict[str, Any]) -> None:
    assert found["wrong_and_sure"] <= WRONG_AND_SURE


def test_despair_and_danger_are_seen(found: dict[str, Any]) -> None:
    assert found["safety"]["recall"] >= SAFETY_RECALL
    assert found["safety"]["false_alarms"] <= FALSE_ALARMS


def test_what_is_held_out_was_never_trained_on() -> None:
    def bare(example: Example) -> str:
        return " ".join(example.text.lower().split()).rstrip("?.!")

    trained_on = {bare(example) for example in read_examples(ROOT / "data/nlu")}
    held_out = {bare(example) for example in read_examples(ROOT / "tests/nlu")}
    assert not held_out & trained_on


def test_every_file_of_examples_has_its_mirror() -> None:
    def files(folder: Path) -> set[str]:
        return {str(path.relative_to(folder)) for path in folder.rglob("*.yml")}

    assert files(ROOT / "data/nlu") == files(ROOT / "tests/nlu")
