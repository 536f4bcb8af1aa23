"""What the pipeline says about a message, in the form in which Rasa carries it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY
from rasa.shared.nlu.training_data.message import Message

Ranked = tuple[str, float]
"""An intent and its confidence, from 0 to 1."""

SAFETY = "safety"
"""The property of a message that says "distress" or "danger"; absent when all is well."""


def set_intent(message: Message, name: str, confidence: float) -> None:
    """Set the intent of a message."""
    message.set(INTENT, _plain(name, confidence), add_to_output=True)


def set_ranking(message: Message, ranking: Sequence[Ranked]) -> None:
    """Set the likeliest intents of a message, best first."""
    plain = [_plain(name, confidence) for name, confidence in ranking]
    message.set(INTENT_RANKING_KEY, plain, add_to_output=True)


def intent_of(message: Message) -> str | None:
    """Return the name of the intent set so far."""
    return _name(message.get(INTENT))


def ranking_of(message: Message) -> list[Ranked]:
    """Return the likeliest intents with their confidence, best first."""
    found = message.get(INTENT_RANKING_KEY) or []
    return [(ranked["name"], float(ranked["confidence"])) for ranked in found]


def confidence_in(message: Message, intent: str) -> float:
    """Return how likely the classifier found an intent; 0 when it is not in the ranking."""
    return dict(ranking_of(message)).get(intent, 0.0)


def described(text: str, parsed: Mapping[str, Any]) -> dict[str, Any]:
    """Return what Rasa parsed as the plain object that `goodwork parse` prints.

    Args:
        text: what the person wrote.
        parsed: the parse data of Rasa.
    """
    intent = parsed.get(INTENT) or {}
    return {
        "user": text,
        "intent": intent.get("name"),
        "confidence": round(float(intent.get("confidence") or 0.0), 4),
        "ranking": [
            {"name": ranked["name"], "confidence": round(float(ranked["confidence"]), 4)}
            for ranked in parsed.get(INTENT_RANKING_KEY) or []
        ],
        "safety": parsed.get(SAFETY),
    }


def _plain(name: str, confidence: float) -> dict[str, Any]:
    return {"name": name, "confidence": confidence}


def _name(intent: Any) -> str | None:
    return intent.get("name") if isinstance(intent, Mapping) else None
