"""A reply is data before it is text, so that every channel can show it in its own way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

#: Longest message, in words.
MOST_WORDS = 60


@attrs.frozen
class Button:
    """A choice offered with a reply.

    Attributes:
        title: the words on the button, at most 20 characters on the poorest channel.
        payload: `/intent` or `/intent{"name": "value"}`, as Rasa reads it.
    """

    title: str
    payload: str


@attrs.frozen
class Reply:
    """One message to the person.

    Attributes:
        text: plain words; also the whole meaning of the card, for channels that draw none.
        buttons: choices, the likeliest first.
        card: a small typed object that the page draws; always has the key `kind`.
        facts: ids of the facts that the text relies on.
    """

    text: str
    buttons: tuple[Button, ...] = ()
    card: Mapping[str, Any] | None = None
    facts: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return the reply as plain data, ready for JSON."""
        return {
            "text": self.text,
            "buttons": [attrs.asdict(button) for button in self.buttons],
            "card": dict(self.card) if self.card else None,
            "facts": list(self.facts),
        }


def packed(parts: Iterable[str], most: int = MOST_WORDS, joint: str = " ") -> list[str]:
    """Put parts into messages of at most `most` words; a longer part stays whole."""
    messages: list[str] = []
    for part in parts:
        together = f"{messages[-1]}{joint}{part}" if messages else part
        if messages and len(together.split()) <= most:
            messages[-1] = together
        else:
            messages.append(part)
    return messages
