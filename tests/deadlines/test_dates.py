"""Dates in people's words."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.deadlines.dates import date_in
from bot.facts.words import date_in_words

ON = date(2026, 11, 22)
CASES = yaml.safe_load((Path(__file__).parent / "dates.yml").read_text(encoding="utf-8"))
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize("case", CASES, ids=[c[0] or "nothing" for c in CASES])
def test_words_are_read_as_the_day_or_the_range_they_leave_open(case):
    text, *days = case
    found = date_in(text, ON)
    if days == [None]:
        assert found is None
    else:
        assert found is not None
        assert (found.first, found.last) == (days[0], days[-1])


@given(day=DAYS, on=DAYS)
def test_a_full_date_means_itself_on_every_day(day, on):
    for text in (date_in_words(day), day.isoformat(), f"{day:%d/%m/%Y}"):
        found = date_in(f"it was {text}", on)
        assert found is not None
        assert found.exact
        assert found.first == day


@given(on=DAYS, back=st.integers(1, 300))
def test_days_ago_are_counted_back(on, back):
    found = date_in(f"{back} days ago", on)
    assert found is not None
    assert found.first == on - timedelta(days=back)


@given(day=DAYS, on=DAYS)
def test_a_date_without_a_year_lies_behind_us_and_within_a_leap_cycle(day, on):
    found = date_in(f"{day.day} {day:%B}", on)
    assert found is None or (found.first <= on and (on - found.first).days <= 8 * 366)


@given(text=st.text(max_size=80), on=DAYS)
def test_no_words_break_the_reader(text, on):
    found = date_in(text, on)
    assert found is None or found.first <= found.last
