"""The report counts what it says it counts."""

from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.nlu.report import Answer, Example, figures, read_examples


def answer(intent: str, *ranking: str) -> Answer:
    return Answer(intent, ranking[0] if ranking else intent, 0.5, ranking or (intent,))


def test_figures_of_four_messages() -> None:
    examples = [Example("", name) for name in ("ask_tips", "ask_tips", "distress", "greet")]
    answers = [
        answer("ask_tips"),
        answer("nlu_fallback", "greet", "ask_tips"),
        answer("danger"),
        answer("ask_tips", "ask_tips", "greet"),
    ]
    found = figures(examples, answers)
    assert found["accuracy"] == 0.25
    assert found["in_top_three"] == 0.75
    assert found["unsure"] == 0.25
    assert found["wrong_and_sure"] == 0.5
    assert found["safety"] == {"messages": 1, "recall": 1.0, "false_alarms": 0.0}
    assert found["per_intent"]["ask_tips"] == {
        "precision": 0.5,
        "recall": 0.5,
        "f1": 0.5,
        "support": 2,
    }
    assert {"meant": "greet", "likeliest": "ask_tips", "times": 1} in found["worst_confusions"]


def test_figures_of_nothing_are_zero() -> None:
    assert figures([], [])["accuracy"] == 0.0


def test_examples_are_read_as_rasa_reads_them(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(
        'nlu:\n  - intent: greet\n    examples: |\n      - hello\n      - "hi" - you\n',
        encoding="utf-8",
    )
    assert read_examples(tmp_path) == [Example("hello", "greet"), Example('"hi" - you', "greet")]


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.yml").write_text("nlu:\n  - intent: greet\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"broken\.yml"):
        read_examples(tmp_path)


def test_a_line_that_rasa_would_pass_over_is_refused(tmp_path: Path) -> None:
    nlu = "nlu:\n  - intent: greet\n    examples: |\n      - hello\n        - hi there\n"
    (tmp_path / "greet.yml").write_text(nlu)
    with pytest.raises(ContentError, match="indent every example alike"):
        read_examples(tmp_path)
