"""An organisation's own bar, in levels and in figures of its own."""

from __future__ import annotations

import pytest

from bot.errors import BadInput
from bot.facts import load_facts
from bot.offers.assess import assess
from bot.offers.bar import bar_from, load_bar, rule_words, view
from tests.offers.test_assess import TODAY

OURS = {"must": ["guaranteed_hours>=16", "P1>=2", "shift_notice_days>=14"], "set_by": "Us"}


def seen(text, raw=None):
    found = assess(text, TODAY, load_facts())
    return view(bar_from("ours", raw or OURS), found.score, found.law, found.offer)


@pytest.mark.parametrize(
    ("text", "rule", "answer"),
    [
        ("£14 an hour, 16 hours guaranteed", "guaranteed_hours>=16", "met"),
        ("£14 an hour, 15 hours guaranteed", "guaranteed_hours>=16", "not_met"),
        ("£14 an hour, zero hours contract", "guaranteed_hours>=16", "not_met"),
        ("£14 an hour, about 20 hours a week", "guaranteed_hours>=16", "not_known_yet"),
        ("£14 an hour, rota two weeks ahead", "shift_notice_days>=14", "met"),
        ("£14 an hour, rota the day before", "shift_notice_days>=14", "not_met"),
        ("shop job, 20 hours", "hourly_pay>=13", "not_known_yet"),
        ("£12.80 an hour", "hourly_pay>=13", "not_met"),
    ],
)
def test_a_figure_holds_does_not_or_is_not_known_yet(text, rule, answer):
    assert seen(text, {"must": [rule]}).must[rule] == answer


def test_levels_and_figures_stand_in_one_bar():
    found = seen("£12.80 an hour, 16 hours guaranteed, rota two weeks ahead")
    assert found.must == {
        "guaranteed_hours>=16": "met", "P1>=2": "not_met", "shift_notice_days>=14": "met",
    }  # fmt: skip
    assert found.answer == "not_met"


def test_rules_are_told_in_words():
    assert rule_words("guaranteed_hours>=16") == "Guaranteed hours a week: at least 16"
    assert rule_words("hourly_pay>=13.50") == "Basic pay for an hour: at least £13.50"
    assert rule_words("P1>=2").startswith("Hourly pay: at least level 2 (")


@pytest.mark.parametrize("rule", ["hours>16", "guaranteed_hours<16", "luck>=3", "P1>=9", ""])
def test_a_rule_that_can_not_be_read_is_refused_with_how_to_write_one(rule):
    with pytest.raises(BadInput, match="guaranteed_hours>=16"):
        bar_from("ours", {"must": [rule]})


def test_an_own_bar_is_data_in_a_file(tmp_path):
    file = tmp_path / "bars.yml"
    file.write_text("ours:\n  must: [guaranteed_hours>=16]\n", encoding="utf-8")
    assert load_bar("ours", file).must == ("guaranteed_hours>=16",)
