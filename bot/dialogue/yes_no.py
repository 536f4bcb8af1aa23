"""Yes, no or not sure, in the words that people use for them."""

from __future__ import annotations

import re
from typing import Literal

YesNo = Literal["yes", "no", "not_sure"]

_NOT_SURE = re.compile(
    r"^(?:i'?m |im |i am |we'?re )?(?:really |honestly |still )?"
    r"(?:not (?:too |really |quite |that )?(?:sure|certain)|unsure|i?dk\b|dunno|no idea|no clue|"
    r"(?:i )?(?:do not|don'?t|dont|wouldn'?t) (?:really )?know|maybe|perhaps|possibly|"
    r"(?:it |that )?(?:depends|varies)|sometimes|hard to say|can'?t say|cannot say|skip|pass|"
    r"haven'?t a notion|bit of both|both|kind of|sort of|partly)\b"
)
_YES = re.compile(
    r"^(?:yes|yeah|yea|yep|yup|ye|aye|y|correct|right|true|definitely|absolutely|always|sure|"
    r"of course|ok|okay|mostly|usually|nearly always|i think so|i guess so|i suppose so|"
    r"i do|i must|i am|i have|i did|they do|they must|it is|that'?s right|please do|go on|mhm)\b"
)
_NO = re.compile(
    r"^(?:no|nope|nah|naw|n|never|not really|not at all|not ever|false|wrong|hardly|rarely|"
    r"i don'?t|i do not|i dont|i can'?t|i cannot|i didn'?t|i haven'?t|i'?m not|i am not|"
    r"they don'?t|they do not|they dont|they can'?t|it isn'?t|it'?s not|i don'?t think so)\b"
)


def yes_no_in(text: str) -> YesNo | None:
    """Return what the words answer to a yes-or-no question, or None where they do not answer.

    Only the first words count: "no, they decide everything" is a no.
    """
    words = " ".join(text.lower().replace("\u2019", "'").split()).strip(" .,!")
    if _NOT_SURE.match(words):
        return "not_sure"
    if re.match(r"^i don'?t think so\b", words):
        return "no"
    if _YES.match(words):
        return "yes"
    return "no" if _NO.match(words) else None
