"""The offers that a conversation has in hand: the last one told is the one talked about."""

from __future__ import annotations

from typing import Any

from bot.dialogue.turn import Turn
from bot.facts import load_facts
from bot.offers.assess import Assessment, assess
from bot.offers.extract import extract, looks_like_offer
from bot.offers.fit import Life
from bot.offers.memory import RememberedOffer, from_data, to_data
from bot.offers.signs import signs_of
from bot.offers.times import times_of

OFFERS = "offers"
#: More would not fit beside one another on a phone, nor in anybody's head.
MOST_OFFERS = 4


def in_hand(turn: Turn) -> list[RememberedOffer]:
    """Return the offers told so far, oldest first."""
    return [from_data(data) for data in turn.memory.get(OFFERS) or []]


def current(turn: Turn) -> RememberedOffer | None:
    """Return the offer talked about, or None."""
    found = in_hand(turn)
    return found[-1] if found else None


def kept(offers: list[RememberedOffer]) -> list[dict[str, Any]]:
    """Return the newest offers as a slot holds them."""
    return [to_data(offer) for offer in newest(offers)]


def newest(offers: list[RememberedOffer]) -> list[RememberedOffer]:
    """Return as many offers as a conversation holds, without one that was told twice."""
    told = [offer for place, offer in enumerate(offers) if offer not in offers[place + 1 :]]
    return told[-MOST_OFFERS:]


def let_go(offers: list[RememberedOffer]) -> list[RememberedOffer]:
    """Return the offers that there is no more room for, oldest first."""
    held = newest(offers)
    return [offer for offer in offers if offer not in held]


def understood(text: str) -> RememberedOffer:
    """Return the offer that the words describe."""
    return RememberedOffer(extract(text), signs_of(text), times=times_of(text))


def describes(text: str) -> bool:
    """Return whether the words describe an offer at all."""
    if looks_like_offer(text):
        return True
    found = extract(text)
    said = (found.pay.amount_min or found.pay.amount_max, found.hours.week_min, found.contract)
    return any(said) or len(found.evidence) >= 2


def weigh(offer: RememberedOffer, turn: Turn) -> Assessment:
    """Hold the offer against the law, the measures and the person's life."""
    matters = turn.memory.get("matters")
    return assess(
        offer.offer,
        turn.situation,
        load_facts(),
        signs=offer.signs,
        answers=offer.answers,
        asked=offer.asked,
        life=Life.from_dict(matters) if matters else None,
        times=offer.times,
        priorities=tuple(turn.memory.get("priorities") or ()),
    )
