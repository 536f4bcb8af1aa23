"""Whether a message describes a job offer, so that it goes to the offer and not to a topic."""

from __future__ import annotations

import re

from bot.offers.extract.reading import extract
from bot.offers.extract.text import plain

_ASKS_A_RIGHT = re.compile(
    r"^(?:hi|hello|hey|please)?[\s,]*(?:can|could|do|does|is|are|am|"
    r"what|how|when|who|should|will|would|why|where)\b[^.\n]{0,160}\?\s*$"
)
_ASKS_ABOUT = re.compile(
    r"\b(?:is (?:it|this|that) (?:legal|allowed|right|normal|ok)|can (?:they|"
    r"he|she|my|i)|my rights|am i entitled|what (?:can|should) i do|"
    r"is that legal|what is the|how much is the|where do i stand|the law)"
    r"\b"
)
_OFFER_WORDS = re.compile(
    r"\b(?:offered|job offer|an? offer|got offered|been offered|offering me|"
    r"advert|advertised|vacancy|vacancies|"
    r"they (?:pay|are paying|said|say|want|offer)|its? pays?|pays? \d|"
    r"pay is|pays £|would be|job is|"
    r"apply|salary|we are (?:looking|recruiting|seeking)|recruiting|"
    r"closing date|successful candidate|the role|responsibilities|"
    r"interview (?:for|at|tomorrow)|job (?:at|in|with|as)|start (?:on )"
    r"?monday|new job|should i take|worth (?:it|taking))\b"
)


def looks_like_offer(text: str) -> bool:
    """True for a pasted advert or a description of an offer; False for a question of rights.

    Two or more stated parts of an offer (pay, hours, contract, pattern ...) make a description,
    unless the message asks whether something is allowed and offers no job.
    """
    page = plain(text[:10_000])
    words = page.text.strip()
    if len(words.split()) < 3:
        return False
    offer = extract(text, sideways=False)
    parts = sum(
        (
            offer.pay.amount_min is not None or offer.pay.amount_max is not None,
            offer.hours.week_min is not None
            or offer.hours.week_max is not None
            or offer.shift_hours is not None,
            bool(offer.contract),
            bool(offer.patterns),
            bool(offer.mentions),
            bool(offer.red_flags),
            offer.holiday_days is not None,
        )
    )
    offered = bool(_OFFER_WORDS.search(words))
    if _ASKS_A_RIGHT.match(words) and not re.search(r"\boffer(?:ed)?\b|\bshould i take\b", words):
        return False
    if _ASKS_ABOUT.search(words) and not re.search(r"\b(?:offered|offer|advert|vacancy)\b", words):
        return False
    stated = offer.pay != type(offer.pay)() or offer.hours.week_min is not None
    if len(words) > 600:
        return parts >= 2
    return (parts >= 2 and (offered or (stated and parts >= 2))) or (
        parts >= 1 and offered and stated
    )
