"""Sees a pasted advert or a described offer, however unsure the classifier is of it."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.offer_wording import looks_like_offer
from bot.nlu.understanding import set_intent

SCORE_OFFER = "score_offer"


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER,
    is_trainable=False,
)
class OfferSpotter(GraphComponent):
    """Sets the intent `score_offer` for a message that reads as an offer.

    The ranking stays that of the classifier.
    """

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> OfferSpotter:
        """Return the component; it has no settings and learns nothing."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the intent of the messages that read as an offer."""
        for message in messages:
            if looks_like_offer(message.get(TEXT) or ""):
                set_intent(message, SCORE_OFFER, 1.0)
        return messages
