"""What the web channel itself says when a message can not be answered.

Each problem also carries the helplines for urgent trouble, since the guide did not read the words.
"""

from __future__ import annotations

from datetime import date

from bot.facts import load_facts

TOO_LONG = (
    "That is longer than I can read at once: 10,000 characters. Your words are still in the box. "
    "Can you send it in two parts?"
)
TOO_MANY = "You sent many messages in a short time. Your words are still here. Try again in a minute."
NO_SESSION = "This conversation has ended. You can start a new one by reloading the page."
TOO_SLOW = "This takes longer than it should. Your words are still here. Try again in a moment."
WENT_WRONG = (
    "Something went wrong on our side. Your words are still here. Try again in a moment."
)


def phones() -> list[dict[str, str]]:
    """Return the helplines that are right for everybody in the UK, at any hour."""
    store, on = load_facts(), date.today()
    found = [store.find(name, on, "england") for name in ("help.emergency", "help.samaritans")]
    return [{"name": fact.title, "number": fact.words} for fact in found if fact]

