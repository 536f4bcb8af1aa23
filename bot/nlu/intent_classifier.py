"""Names the intent of every message, or says that it is not sure."""

from __future__ import annotations

from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.language.intent_model import IntentModel
from bot.nlu.dense_featurizer import embedding_of
from bot.nlu.understanding import Ranked, set_intent, set_ranking

FALLBACK = "nlu_fallback"
"""The name that Rasa gives to "not sure"."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(GraphComponent):
    """Logistic regression on the sentence embedding beside n-grams.

    Sets the intent and its ranking. When the likeliest intent is not likely enough, or two are
    nearly as likely, the intent becomes `nlu_fallback`; the ranking still tells what it might be.

    Settings in config.yml: `threshold` and `margin`, both confidences from 0 to 1, and
    `ranking_length`.
    """

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        model: IntentModel | None = None,
    ) -> None:
        self._threshold = float(config["threshold"])
        self._margin = float(config["margin"])
        self._length = int(config["ranking_length"])
        self._model_storage = model_storage
        self._resource = resource
        self._model = model

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the settings that config.yml may change."""
        return {"threshold": 0.18, "margin": 0.0, "ranking_length": 10}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> IntentClassifier:
        """Return an untrained component."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> IntentClassifier:
        """Return the component as it was trained."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, IntentModel.load(folder))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples and save what was learnt."""
        from bot.language.learning import learn

        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        self._model = learn(
            [example.get(TEXT) for example in examples],
            [example.get(INTENT) for example in examples],
            np.array([embedding_of(example) for example in examples]),
        )
        with self._model_storage.write_to(self._resource) as folder:
            self._model.save(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the intent and the ranking of each message."""
        for message in messages:
            ranking = self._ranking(message)
            set_ranking(message, ranking)
            set_intent(message, *self.choice(ranking))
        return messages

    def _ranking(self, message: Message) -> list[Ranked]:
        text = message.get(TEXT) or ""
        if self._model is None or not text.strip():
            return []
        return self._model.ranking(text, embedding_of(message), self._length)

    def choice(self, ranking: list[Ranked]) -> Ranked:
        """Return the likeliest intent, or `nlu_fallback` where it is not likely enough."""
        if not ranking:
            return FALLBACK, 0.0
        (name, best), second = ranking[0], ranking[1][1] if len(ranking) > 1 else 0.0
        unsure = best < self._threshold or best - second < self._margin
        return (FALLBACK if unsure else name), best
