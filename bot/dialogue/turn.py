"""One turn of a conversation, as the core sees it: no Rasa in sight.

A capability is a function from a `Turn` to an `Outcome`. It reads what was said and what the
conversation remembers, and returns what to say and what to remember. The actions carry both
between the core and Rasa.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from bot.replies import Reply
from bot.situation import Situation


@attrs.frozen
class Turn:
    """What came in.

    Attributes:
        text: the person's words.
        intent: what the guide understood, an id of the catalogue (`data/catalogue.yml`).
        confidence: from 0 to 1.
        ranking: the likeliest intents with their confidence, best first.
        values: what a pressed button carried, for instance `{"nation": "wales"}`.
        reading: what the asker of a fenced question read out of the words, where there is one.
        situation: what is known about the person; already brought up to date with this message.
        memory: what this conversation remembers, by slot name.
        safety: what the safety check found: `kind`, `about` (self, other), `matter`.
        channel: where it came in, for instance `web`.
    """

    text: str
    intent: str
    situation: Situation
    confidence: float = 1.0
    ranking: tuple[tuple[str, float], ...] = ()
    values: Mapping[str, str] = attrs.field(factory=dict)
    reading: Mapping[str, Any] | None = None
    memory: Mapping[str, Any] = attrs.field(factory=dict)
    safety: Mapping[str, Any] | None = None
    channel: str = ""


@attrs.frozen
class Outcome:
    """What goes out.

    Attributes:
        replies: what to say, in order.
        remember: slots to set; None forgets a slot. Only JSON values.
    """

    replies: tuple[Reply, ...]
    remember: Mapping[str, Any] = attrs.field(factory=dict)
