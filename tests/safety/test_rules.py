"""The rules see what they are written for, and leave their twins alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.safety.phrasing import sentences, windows
from bot.safety.rules import Rule, first_match, load_rules


@pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: rule.id)
def test_a_rule_has_three_twins_that_no_rule_takes_for_danger(rule: Rule) -> None:
    assert len(rule.twins) >= 3
    assert [twin for twin in rule.twins if first_match(twin)] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I WANT TO DIE", "distress"),
        ("i wanna die", "distress"),
        ("iwant to know my rights. i want to kill my self", "distress"),
        ("im gonna kms", "distress"),
        ("k i l l myself", "distress"),
        ("I can’t go on anymore", "distress"),
        ("ah cannae go on ony mair", "distress"),
        ("feeling suicidle", "distress"),
        ("hes taken my pasport and wont give it back", "danger"),
        ("my husband hits me", "danger"),
        ("He'll kill me if I leave", "danger"),
        ("the agency keeps our passports in a safe", "danger"),
        ("they lock us in after the shift", "danger"),
        ("she said her boyfriend strangled her", "danger"),
    ],
)
def test_plain_words_are_seen_however_they_are_typed(text: str, kind: str) -> None:
    found = first_match(text)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "😀😀",
        "this job is killing me",
        "I could murder a brew",
        "the boss will kill me if I'm late",
        "they hold my passport copy on file for the right to work check",
        "can my boss cut my hours",
        "I can't go on the Tuesday course",
        "my shift ends it all at six, when is my break",
    ],
)
def test_everyday_talk_with_the_same_words_is_left_alone(text: str) -> None:
    assert first_match(text) is None


def test_what_makes_words_harmless_counts_only_in_its_own_sentence() -> None:
    assert first_match("I am on annual leave next week. I want to kill myself.") is not None


def test_a_message_is_read_in_plain_form_sentence_by_sentence() -> None:
    assert sentences("I can't cope!! Wot now?")[:2] == ("i cant cope", "wot now")
    assert sentences("He’ll find me") == ("he will find me",)


def test_a_long_message_is_read_in_at_most_twelve_parts() -> None:
    long = " ".join(f"This is sentence number {n}." for n in range(100))
    parts = windows(long)
    assert len(parts) <= 12
    assert "sentence number 99" in parts[-1]
    assert windows("Only one sentence here") == ()


def test_a_rule_with_too_few_twins_is_refused(tmp_path: Path) -> None:
    (tmp_path / "words.yml").write_text("words: {}\n")
    (tmp_path / "bad.yml").write_text(
        "kind: distress\nrules:\n  - {id: one, says: [sad], twins: [a, b]}\n"
    )
    with pytest.raises(ContentError, match="3 twins"):
        load_rules(tmp_path)


def test_a_pattern_that_can_not_be_read_names_its_rule(tmp_path: Path) -> None:
    (tmp_path / "words.yml").write_text("words: {}\n")
    (tmp_path / "bad.yml").write_text(
        "kind: distress\nrules:\n  - {id: odd, says: ['(sad'], twins: [a, b, c]}\n"
    )
    with pytest.raises(ContentError, match="rule odd"):
        load_rules(tmp_path)


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("my boss has my passport", "work"),
        ("my husband will not let me leave", "home"),
        ("my husband will not let me leave the house or get a job", "home"),
        ("my boss keeps my passport and will not let me leave", None),
    ],
)
def test_where_home_and_work_are_both_heard_neither_is_left_out(text, matter) -> None:
    found = first_match(text)
    assert found is not None
    assert found.matter == matter
