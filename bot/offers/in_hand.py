"""The offers that a conversation has in hand: the last in the list is the one talked about."""

from __future__ import annotations

from typing import Any

import attrs

from bot.dialogue.turn import Turn
from bot.facts import load_facts
from bot.offers.assess import Assessment, assess
from bot.offers.extract import extract, looks_like_offer
from bot.offers.fit import Life
from bot.offers.memory import RememberedOffer, from_data, to_data
from bot.offers.pointing import trades_in
from bot.offers.signs import signs_of
from bot.offers.times import times_of

OFFERS = "offers"
#: More would not fit beside one another on a phone, nor in anybody's head.
MOST_OFFERS = 4


def in_hand(turn: Turn) -> list[RememberedOffer]:
    """Return the offers told so far, the one talked about last."""
    return [from_data(data) for data in turn.memory.get(OFFERS) or []]


def current(turn: Turn) -> RememberedOffer | None:
    """Return the offer talked about, or None."""
    found = in_hand(turn)
    return found[-1] if found else None


def in_order_told(offers: list[RememberedOffer]) -> list[RememberedOffer]:
    """Return the offers as the person counts them: the first job, the second job."""
    return sorted(numbered(offers), key=lambda offer: offer.number)


def numbered(offers: list[RememberedOffer]) -> list[RememberedOffer]:
    """Return the offers, those that are new counted on from the others."""
    last = max((offer.number for offer in offers), default=0)
    counted = []
    for offer in offers:
        last += not offer.number
        counted.append(offer if offer.number else attrs.evolve(offer, number=last))
    return counted


def kept(offers: list[RememberedOffer]) -> list[dict[str, Any]]:
    """Return the newest offers as a slot holds them."""
    return [to_data(offer) for offer in newest(offers)]


def newest(offers: list[RememberedOffer]) -> list[RememberedOffer]:
    """Return as many offers as a conversation holds, without one that was told twice.

    The one talked about last comes last; the one not talked about for longest is let go first.
    """
    counted = numbered(offers)
    bare = [attrs.evolve(offer, number=0) for offer in counted]
    told = [offer for place, offer in enumerate(counted) if bare[place] not in bare[place + 1 :]]
    return told[-MOST_OFFERS:]


def let_go(offers: list[RememberedOffer]) -> list[RememberedOffer]:
    """Return the offers that there is no more room for, oldest first."""
    held = [attrs.evolve(offer, number=0) for offer in newest(offers)]
    return [offer for offer in offers if attrs.evolve(offer, number=0) not in held]


def understood(text: str) -> RememberedOffer:
    """Return the offer that the words describe."""
    return RememberedOffer(
        extract(text), signs_of(text), times=times_of(text), trades=trades_in(text)
    )


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
