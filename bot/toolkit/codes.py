"""Codes that open saved answers: unguessable, and easy to read aloud.

A code is four groups of five letters, consonant and vowel in turn: `lusab-babad-gutih-tugad`.
A group carries 16 bits (16 consonants, 4 vowels), a code 64.
"""

from __future__ import annotations

import hashlib
import re
import secrets

_CONSONANTS, _VOWELS = "bdfghjklmnprstvz", "aiou"
GROUPS = 4
BITS = 16 * GROUPS
_GROUP = f"[{_CONSONANTS}][{_VOWELS}][{_CONSONANTS}][{_VOWELS}][{_CONSONANTS}]"
_CODE = re.compile(rf"\b{_GROUP}(?:[\s.,-]*{_GROUP}){{{GROUPS - 1}}}\b")
_PARTS = (_CONSONANTS, _VOWELS, _CONSONANTS, _VOWELS, _CONSONANTS)


def new_code() -> str:
    """Return a new random code."""
    groups = ("".join(map(secrets.choice, _PARTS)) for _ in range(GROUPS))
    return "-".join(groups)


def code_in(text: str) -> str | None:
    """Return the code that the words hold, as we write it; with any blanks, case or hyphens."""
    match = _CODE.search(text.lower().replace("\u2011", "-").replace("\u2013", "-"))
    if not match:
        return None
    letters = re.sub(r"[^a-z]", "", match[0])
    return "-".join(letters[start : start + 5] for start in range(0, len(letters), 5))


def fingerprint(code: str) -> str:
    """Return what is stored in place of the code."""
    return hashlib.sha256(f"toolkit {code}".encode()).hexdigest()
