"""Typed words never pass for a pressed button, and hold nothing that no keyboard means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.typed import typed


@given(st.text(alphabet="/ \n\t\r\x00\x07\u2028\u00a0a{}\ud800"))
def test_nothing_typed_begins_with_a_slash(text):
    assert not typed(text).strip().startswith("/")


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ("/restart", "restart"),
        ("/ /restart", "restart"),
        (' / / \n/set_age{"age": 12}', 'set_age{"age": 12}'),
        ("\x00/restart", "restart"),
        ("  what breaks do I get?  ", "what breaks do I get?"),
        ("Pay: £12\r\nHours: 20\r", "Pay: £12\nHours: 20"),
        ("24/7 and/or", "24/7 and/or"),
        ("half \ud83d of a smile", "half  of a smile"),
        ("a\u0000b\u0007c", "abc"),
        ("👩‍👧 nursery", "👩‍👧 nursery"),
        ("   \n ", ""),
        ("<b>hello</b>", "<b>hello</b>"),
    ],
)
def test_words_are_kept(given_, kept):
    assert typed(given_) == kept
