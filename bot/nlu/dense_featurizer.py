"""Gives every message its sentence embedding."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.language import get_adapted_embedder
from bot.language.ngrams import Floats

ORIGIN = "DenseFeaturizer"


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER,
    is_trainable=False,
)
class DenseFeaturizer(GraphComponent):
    """Adds the sentence embedding of a message, the one taught on our examples, to its features."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> DenseFeaturizer:
        """Return the component; the embedding model belongs to the process, not to it."""
        get_adapted_embedder()  # opens it, so that the first message need not wait
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the embedding to each message that has a text."""
        _add(messages, get_adapted_embedder().embed)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the embedding to each example, many at a time."""
        _add(training_data.training_examples, get_adapted_embedder().embed_corpus)
        return training_data


def _add(messages: list[Message], embed: Callable[[Sequence[str]], Floats]) -> None:
    with_text = [message for message in messages if message.get(TEXT) is not None]
    vectors = embed([message.get(TEXT) for message in with_text])
    for message, vector in zip(with_text, vectors, strict=True):
        sentence = vector[np.newaxis, :]
        message.add_features(Features(sentence, FEATURE_TYPE_SENTENCE, TEXT, ORIGIN))


def embedding_of(message: Message) -> Floats:
    """Return the embedding that `DenseFeaturizer` gave a message.

    Raises:
        ValueError: the message has none; `DenseFeaturizer` must come first in the pipeline.
    """
    for features in message.features:
        if features.origin == ORIGIN:
            vector: Floats = features.features[0]
            return vector
    raise ValueError("DenseFeaturizer must come before the components that read its vectors.")
