"""Figures are read out of words, however they are written."""

from __future__ import annotations

import pytest

from tests.conversations.reading import figures


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("at least £12.71 an hour", {"£12.71"}),
        ("between £6,240 and £50,270 a year.", {"£6,240", "£50,270"}),
        ("a 20-minute rest after 4.5 hours", {"20 minutes", "4.5 hours"}),
        ("one week after one month", {"1 week", "1 month"}),
        ("3 months less one day", {"3 months", "1 day"}),
        ("half a week, and one and a half from 41", {"half a week", "one and a half", "41"}),
        ("up to 12.07% or 10 per cent", {"12.07%", "10%"}),
        ("7, 14 or 28 days more", {"7", "14", "28 days"}),
        ("from 1 January 2027, planned for 2028", {"1 January 2027", "2028"}),
        ("set in October 2025", {"October 2025"}),
        ("on 028 90 500 600 or 116 123, 8am to 6pm", {"028 90 500 600", "116 123", "8am", "6pm"}),
        ("someone aged 40, as of 22 November 2026", set()),
        ("We last checked this number on 22 November 2026.", set()),
        (
            "The form SSP1 is at https://www.gov.uk/p45 and a zero-hours job starts on day one",
            set(),
        ),
    ],
)
def test_figures_are_read(text, found):
    assert figures([text]) == found
