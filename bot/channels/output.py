"""Collect the replies of one turn as data, for a channel to render."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.channel import OutputChannel


class Collected(OutputChannel):
    """Collects what the actions say, in order."""

    def __init__(self) -> None:
        self.replies: list[dict[str, Any]] = []

    @classmethod
    def name(cls) -> str:
        """Return the channel's name."""
        return "goodwork"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Take one reply."""
        custom = message.get("custom") or {}
        self.replies.append(
            {
                "text": message.get("text") or "",
                "buttons": message.get("buttons") or [],
                "card": custom.get("card"),
                "facts": custom.get("facts") or [],
            }
        )
