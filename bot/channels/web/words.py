"""What the web channel itself says when a message can not be answered.

Each problem also carries the helplines for urgent trouble, since the guide did not read the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.facts import load_facts
from bot.situation import NATIONS

TOO_LONG = (
    "That is longer than I can read at once: 10,000 characters. Your words are still in the box. "
    "Can you send it in two parts?"
)
TOO_MANY = (
    "You sent many messages in a short time. Your words are still here. Try again in a minute."
)
NO_SESSION = (
    "This conversation has ended. Your words are still in the box. Send them to start a new one."
)
NOT_OFFERED = "That choice belongs to another conversation. Choose again, or type what you want."
TOO_SLOW = "This takes longer than it should. Your words are still here. Try again in a moment."
WENT_WRONG = "Something went wrong on our side. Your words are still here. Try again in a moment."
NOT_ERASED = "I could not erase it now. Try again in a moment."
NO_SUCH_PAGE = "There is no such page."

#: Who answers in urgent trouble, everywhere in the UK, at any hour.
URGENT = ("help.emergency", "help.samaritans")
#: Who answers about work and money, for someone who can not use the page.
ADVICE = ("help.acas", "help.lra", "help.ca_england", "help.ca_wales", "help.advice_ni")


def phones(names: Sequence[str] = URGENT) -> list[dict[str, str]]:
    """Return helplines from the facts in force today; one that is not known is left out."""
    store, on = load_facts(), datetime.now(ZoneInfo("Europe/London")).date()
    found = []
    for name in names:
        fact = next((f for n in NATIONS if (f := store.find(name, on, n))), None)
        if fact is None:
            continue
        contact = fact.contact
        found.append(
            {
                "name": fact.title,
                "number": fact.words,
                "hours": (contact.hours if contact else None) or "",
            }
        )
    return found
