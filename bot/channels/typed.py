"""Typed words, made safe to hand on: a channel calls this before anything else sees them."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029]")
#: Rasa takes a leading slash for a pressed button. Typed, it is a character like any other.
_LEADING_SLASHES = re.compile(r"^[\s/]+")


def typed(text: str) -> str:
    """Return the words without what no keyboard means: control characters and half characters.

    The slashes at the start go too, however they are hidden between spaces, so that typed words
    can never pass for a button's payload.
    """
    whole = text.encode("utf-8", "ignore").decode("utf-8")
    lines = _LINE_ENDS.sub("\n", whole)
    plain = "".join(c for c in lines if c in "\n\t" or unicodedata.category(c) != "Cc")
    return _LEADING_SLASHES.sub("", plain).rstrip()
