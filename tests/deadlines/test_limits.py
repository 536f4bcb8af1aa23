"""The last day to act: calendar arithmetic on the law of the day it happened."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from bot.deadlines.limits import claim_in, claims, deadline, last_day
from bot.facts import load_facts
from bot.situation import NATIONS

CASES = yaml.safe_load((Path(__file__).parent / "limits.yml").read_text(encoding="utf-8"))
ON = date(2026, 11, 22)
STORE = load_facts()
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
COUNTED = [c for c in claims().values() if not c.not_a_claim]


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['start']} + {c['months']} months")
def test_months_less_one_day(case):
    assert last_day(case["start"], case["months"]) == case["day"]


@given(start=DAYS, months=st.integers(1, 12))
def test_the_next_day_is_always_too_late(start, months):
    end = last_day(start, months)
    assert end + timedelta(days=1) <= start + relativedelta(months=months)
    assert start < end


@given(start=DAYS, months=st.integers(1, 12))
def test_a_later_start_never_ends_earlier(start, months):
    assert last_day(start, months) <= last_day(start + timedelta(days=1), months)


@given(start=DAYS, months=st.integers(1, 11))
def test_a_longer_limit_ends_later(start, months):
    assert last_day(start, months) < last_day(start, months + 1)


@given(start=DAYS, months=st.integers(1, 12))
def test_the_day_of_the_month_is_kept_where_the_month_has_it(start, months):
    end = last_day(start, months) + timedelta(days=1)
    last_of_month = (end.replace(day=1) + relativedelta(months=1, days=-1)).day
    assert end.day == min(start.day, last_of_month)


@given(
    start=st.dates(date(2024, 4, 1), date(2027, 3, 31)),
    nation=st.sampled_from(NATIONS),
    claim=st.sampled_from([c for c in COUNTED if not c.whole_months]),
)
def test_the_day_shown_first_is_never_later_than_three_months_less_a_day(start, nation, claim):
    found = deadline(claim, start, max(start, ON), STORE, nation)
    assert found.day == start + relativedelta(months=3) - timedelta(days=1)
    assert found.later is None or found.later > found.day


@pytest.mark.parametrize(
    ("claim", "start", "nation", "later"),
    [
        ("dismissal", date(2026, 9, 30), "england", None),
        ("dismissal", date(2026, 10, 1), "england", date(2027, 3, 31)),
        ("dismissal", date(2026, 10, 1), "wales", date(2027, 3, 31)),
        ("dismissal", date(2026, 10, 1), "scotland", date(2027, 3, 31)),
        ("dismissal", date(2026, 10, 1), "northern_ireland", None),
        ("notice", date(2026, 10, 15), "england", date(2027, 4, 14)),
        ("notice", date(2026, 10, 15), "scotland", None),
        ("notice", date(2026, 11, 9), "scotland", date(2027, 5, 8)),
        ("notice", date(2026, 11, 9), "northern_ireland", None),
        ("redundancy", date(2026, 6, 1), "northern_ireland", date(2026, 11, 30)),
        ("equal_pay", date(2026, 6, 1), "england", date(2026, 11, 30)),
        ("tips", date(2026, 3, 5), "wales", date(2027, 3, 4)),
        ("tips", date(2026, 3, 5), "northern_ireland", None),
    ],
)
def test_a_longer_limit_follows_the_law_of_the_day_and_the_nation(claim, start, nation, later):
    assert deadline(claims()[claim], start, ON, STORE, nation).later == later


def test_without_a_nation_the_day_is_one_that_all_share():
    found = deadline(claims()["dismissal"], date(2026, 10, 19), ON, STORE)
    assert found.day == date(2027, 1, 18)
    assert found.later_in == ("england", "wales", "scotland")


def test_what_happened_long_ago_still_gets_an_answer():
    found = deadline(claims()["pay"], date(2019, 5, 1), ON, STORE, "england")
    assert found.day == date(2019, 7, 31)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("I was sacked on 3 september", "dismissal"),
        ("they let me go", "dismissal"),
        ("made redundant in may", "dismissal"),
        ("how long have I got to go for redundancy pay", "redundancy"),
        ("my boss owes me wages", "pay"),
        ("they never paid my overtime", "pay"),
        ("how long after leaving can I claim holiday pay", "holiday_pay"),
        ("time limit for discrimination claim", "discrimination"),
        ("the sexual stuff went on till I left", "harassment"),
        ("whistleblowing detriment claim time limit", "whistleblowing"),
        ("got my acas certificate on the 2nd", "certificate"),
        ("how long to appeal a sanction", "benefits"),
        ("how long do I get to appeal internally", "internal_appeal"),
        ("how long do you get to claim for notice pay", "notice"),
        ("tips were kept back", "tips"),
        ("time limit tribunal", None),
    ],
)
def test_the_kind_of_claim_is_read_from_the_words(text, claim):
    found = claim_in(text)
    assert (found.id if found else None) == claim
