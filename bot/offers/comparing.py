"""Two offers side by side, in conversation."""

from __future__ import annotations

import re

from bot.dialogue.subjects import SLOT
from bot.dialogue.turn import Outcome, Turn
from bot.offers.compare import compare, replies
from bot.offers.in_hand import OFFERS, describes, in_hand, kept, understood, weigh
from bot.offers.memory import RememberedOffer
from bot.replies import Reply

NAMES = ("The first job", "The second job")
FIRST = Reply("Tell me about the first job, in your own words or as an advert.")
SECOND = Reply("Now tell me about the other job, in your own words or as an advert.")

#: Where the words go over from one job to the other.
_OTHER = re.compile(
    r"(?:\bversus\b|\bvs\.?\b|\bthe other(?: one| job| offer)?\b|\banother (?:one|job|offer)\b"
    r"|\b(?:second|2nd) (?:one|job|offer)\b|\b(?:job|offer|option) (?:b|2|two)\b"
    r"|\bor (?:a|the|one)\b|\n\s*\n)",
    re.IGNORECASE,
)


def start(turn: Turn) -> Outcome:
    """Compare the two jobs that the words describe, or the two in hand, or ask for them."""
    told = _two_in(turn.text)
    if told:
        return _compared(told, turn)
    offers = in_hand(turn)
    if len(offers) >= 2:
        return _compared((offers[-2], offers[-1]), turn)
    if offers:
        return Outcome((SECOND,), {"open_question": _open("second")})
    if describes(turn.text):
        return _first_taken(turn)
    return Outcome((FIRST,), {"open_question": _open("first")})


def take(about: str, turn: Turn) -> Outcome:
    """Take the description of one of the two jobs."""
    if about == "first":
        told = _two_in(turn.text)
        return _compared(told, turn) if told else _first_taken(turn)
    return _compared((in_hand(turn)[-1], understood(turn.text)), turn)


def asked(about: str) -> Reply:
    """Return the question for one of the two jobs."""
    return FIRST if about == "first" else SECOND


def _first_taken(turn: Turn) -> Outcome:
    offers = [*in_hand(turn), understood(turn.text)]
    return Outcome((SECOND,), {OFFERS: kept(offers), "open_question": _open("second")})


def _two_in(text: str) -> tuple[RememberedOffer, RememberedOffer] | None:
    """Return the two jobs that one message describes, or None."""
    for match in _OTHER.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if describes(before) and describes(after):
            return understood(before), understood(after)
    return None


def _compared(two: tuple[RememberedOffer, RememberedOffer], turn: Turn) -> Outcome:
    weighed = {name: weigh(offer, turn) for name, offer in zip(NAMES, two, strict=True)}
    found = compare(weighed, tuple(turn.memory.get("priorities") or ()))
    return Outcome(
        replies(found),
        {OFFERS: kept(list(two)), SLOT: {"of": "offers"}, "open_question": None, "missed": None},
    )


def _open(which: str) -> dict[str, str]:
    return {"by": "offers", "about": f"compare_{which}"}
