"""Words into numbers: sentence embeddings, n-grams and the intent model. No Rasa here."""

from bot.language.embedding import (
    DIMENSIONS,
    SentenceEmbedder,
    get_adapted_embedder,
    get_embedder,
)

__all__ = [
    "DIMENSIONS",
    "SentenceEmbedder",
    "get_adapted_embedder",
    "get_embedder",
]
