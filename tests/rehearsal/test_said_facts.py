"""Figures of law that a learner states, held against the facts of the day and nation."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.facts import load_facts
from bot.rehearsal.said_facts import corrections
from bot.situation import Situation

CASES = yaml.safe_load((Path(__file__).parent / "claims.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['says']} {case.get('nation', '')}")
def test_what_is_said_of_the_law_is_put_right_only_where_it_is_wrong(case):
    here = Situation(case.get("date", date(2026, 11, 22)), case.get("nation", "england"))
    told = [each.text for each in corrections(case["says"], load_facts(), here)]
    if case["told"] is None:
        assert told == []
    else:
        assert len(told) == 1
        assert case["told"] in told[0]
        assert told[0].startswith("You said ")
