"""Which day a question is about."""

from datetime import date

import pytest

from bot.dialogue.dates import date_asked

TODAY = date(2026, 11, 22)
ASKED = [
    ("what about in 2027", date(2027, 12, 31)),
    ("minimum wage from april", date(2027, 4, 30)),
    ("what will it be next April?", date(2027, 4, 30)),
    ("can they sack me in January 2027", date(2027, 1, 31)),
    ("and next year?", date(2027, 12, 31)),
    ("what was the minimum wage in 2025", date(2025, 12, 31)),
    ("what was it last year", date(2025, 12, 31)),
]
NOT_ASKED = [
    "been there since 2019", "I started in January 2025 and have no contract", "I leave in may",
    "what breaks do I get", "off sick for march", "worked in 2024 for them",
]  # fmt: skip


@pytest.mark.parametrize(("words", "day"), ASKED)
def test_a_question_about_another_time_is_about_that_time(words, day):
    assert date_asked(words, TODAY) == day


@pytest.mark.parametrize("words", NOT_ASKED)
def test_a_story_with_dates_is_about_today(words):
    assert date_asked(words, TODAY) is None
