"""Sees despair and danger, beside the classifier and whatever it says.

Two readers have to agree that all is well: the check of `bot.safety`, and the classifier. Either of
them is enough to raise the alarm, since missing a person in danger costs more than asking one
question too many. The classifier has to be sure, though: it sees little that the check does not,
and takes many a tired word for despair.
"""

from __future__ import annotations

from typing import Any

import attrs
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.intent_classifier import FALLBACK
from bot.nlu.offer_spotter import SCORE_OFFER
from bot.nlu.understanding import (
    SAFETY,
    Ranked,
    confidence_in,
    intent_of,
    ranking_of,
    set_intent,
)
from bot.safety.finding import KINDS

SAFETY_FINDING = "safety_finding"
"""Property of a message: what the check found, with who is in trouble and over what."""


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER,
    is_trainable=False,
)
class SafetyCheck(GraphComponent):
    """Replaces the intent by `distress` or `danger` where one of the two readers sees it.

    It must be the last step of the pipeline. The ranking stays that of the classifier. The
    property `safety` of the message, with the kind found, reaches the parse data.

    Setting in config.yml: `threshold`, the confidence (0 to 1) from which the classifier alone
    raises the alarm.
    """

    def __init__(self, config: dict[str, Any]) -> None:
        self._threshold = float(config["threshold"])

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the settings that config.yml may change."""
        return {"threshold": 0.95}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SafetyCheck:
        """Return the component; it learns nothing."""
        return cls(config)

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent, `safety` and `safety_finding` of messages in which trouble is seen."""
        from bot.safety import detect

        for message in messages:
            finding = detect(message.get(TEXT) or "")
            kind = str(finding.kind) if finding else self._kind_by_classifier(message)
            if kind is not None:
                set_intent(message, kind, 1.0)
            elif intent_of(message) in KINDS:
                set_intent(message, *_likeliest_other(message))
            message.set(SAFETY, kind, add_to_output=True)
            message.set(
                SAFETY_FINDING, attrs.asdict(finding) if finding else None, add_to_output=True
            )
        return messages

    def _kind_by_classifier(self, message: Message) -> str | None:
        if intent_of(message) == SCORE_OFFER:
            return None  # a refuge that looks for a support worker writes of violence, too
        likeliest = max(KINDS, key=lambda kind: confidence_in(message, kind))
        return likeliest if confidence_in(message, likeliest) >= self._threshold else None


def _likeliest_other(message: Message) -> Ranked:
    """Return what a message most likely asks where the classifier was not sure of trouble."""
    others = [ranked for ranked in ranking_of(message) if ranked[0] not in KINDS]
    return others[0] if others else (FALLBACK, 0.0)
