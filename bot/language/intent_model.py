"""The model that names what a person is asking.

Two readers vote. A logistic regression weighs the sentence embedding beside n-grams; it knows
what sets intents apart. The nearest examples say which intent lies closest in meaning; they help
with stories that are told unlike any other. Together they are right more often than either.

The confidences are calibrated: of the messages it names with confidence 0.8, about eight in ten
are right. That is what makes a threshold mean something.
"""

from __future__ import annotations

import json
from pathlib import Path

import attrs
import numpy as np
import numpy.typing as npt

from bot.errors import SetupError
from bot.language.ngrams import Floats, NgramVectoriser

Matrix = npt.NDArray[np.float64]

_WEIGHTS_FILE = "weights.npz"
_WORDS_FILE = "words.json"
_ARRAYS = ("weights", "bias", "examples", "example_intents")
_FORMAT = 2
_NEVER = 1e-6  # no vote rules an intent out


@attrs.frozen
class Settings:
    """How the model learns; the defaults were chosen by cross-validation on data/nlu.

    Attributes:
        strength: the inverse of the penalty on large weights (C of scikit-learn).
        meaning: weight of the sentence embedding.
        words: weight of words and pairs of words.
        pieces: weight of pieces of words.
        least: how many examples must hold a term for it to count.
        rounds: how many steps the regression may take.
        nearness: weight of the nearest examples beside the regression, which has 1.
        reach: how near an example must be to count, in cosine similarity.
        seed: makes the training repeatable.
    """

    strength: float = 20.0
    meaning: float = 1.0
    words: float = 0.7
    pieces: float = 0.7
    least: int = 4
    rounds: int = 40
    nearness: float = 0.5
    reach: float = 0.04
    seed: int = 20261122


@attrs.frozen(eq=False)
class IntentModel:
    """Names the intent of a text, with a calibrated confidence for every intent.

    Attributes:
        intents: the names, in the order of the columns of `weights`.
        vectoriser: the n-grams.
        weights: one row per feature (embedding first, then n-grams), one column per intent.
        bias: one number per intent.
        examples: the embeddings of the examples, one a row.
        example_intents: the intent of each example, as its place in `intents`.
        temperature: the scores are divided by it, which calibrates the confidences.
        settings: how the model learnt.
    """

    intents: tuple[str, ...]
    vectoriser: NgramVectoriser
    weights: Floats
    bias: Floats
    examples: Floats
    example_intents: npt.NDArray[np.int64]
    temperature: float
    settings: Settings

    def confidences(self, text: str, vector: Floats) -> Matrix:
        """Return the confidence of each intent; they add up to 1.

        Args:
            text: what the person wrote.
            vector: its sentence embedding.
        """
        votes = self._regression(text, vector) + self.settings.nearness * self._nearest(vector)
        shares: Matrix = softmax(votes / self.temperature)
        return shares

    def _regression(self, text: str, vector: Floats) -> Matrix:
        row = self.vectoriser.row(text, self.settings.words, self.settings.pieces)
        scores = (vector * self.settings.meaning) @ self.weights[: len(vector)]
        scores = scores + row.values @ self.weights[len(vector) + row.columns] + self.bias
        return _log(softmax(scores.astype(np.float64)))

    def _nearest(self, vector: Floats) -> Matrix:
        similarities = (self.examples @ vector).astype(np.float64)
        closeness = np.exp((similarities - similarities.max()) / self.settings.reach)
        votes = np.bincount(self.example_intents, closeness, len(self.intents))
        # An intent with many examples has more of them near to anything: the root evens it out.
        votes = votes / np.sqrt(np.bincount(self.example_intents, minlength=len(self.intents)))
        return _log(votes / votes.sum())

    def ranking(self, text: str, vector: Floats, length: int) -> list[tuple[str, float]]:
        """Return the likeliest intents with their confidence, best first."""
        confidences = self.confidences(text, vector)
        best = np.argsort(-confidences, kind="stable")[:length]
        return [(self.intents[column], float(confidences[column])) for column in best]

    def save(self, folder: Path) -> None:
        """Write the model as numbers and JSON, formats that can not run code when read."""
        np.savez_compressed(
            folder / _WEIGHTS_FILE,
            weights=self.weights,
            bias=self.bias,
            examples=self.examples.astype(np.float16),
            example_intents=self.example_intents,
        )
        plain = {
            "format": _FORMAT,
            "intents": self.intents,
            "temperature": self.temperature,
            "settings": attrs.asdict(self.settings),
            "vectoriser": self.vectoriser.as_plain(),
        }
        (folder / _WORDS_FILE).write_text(json.dumps(plain), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> IntentModel:
        """Read what `save` wrote.

        Raises:
            SetupError: the files are missing or of another version.
        """
        try:
            plain = json.loads((folder / _WORDS_FILE).read_text(encoding="utf-8"))
            with np.load(folder / _WEIGHTS_FILE, allow_pickle=False) as arrays:
                numbers = {name: arrays[name] for name in _ARRAYS}
        except (OSError, ValueError, KeyError) as error:
            raise SetupError(f"The model in {folder} can not be read. Run `make train`.") from error
        if plain.get("format") != _FORMAT:
            raise SetupError("The model was made by another version. Run `make train`.")
        return cls(
            tuple(plain["intents"]),
            NgramVectoriser.from_plain(plain["vectoriser"]),
            numbers["weights"],
            numbers["bias"],
            numbers["examples"].astype(np.float32),
            numbers["example_intents"],
            float(plain["temperature"]),
            Settings(**plain["settings"]),
        )


def softmax(scores: Matrix) -> Matrix:
    """Return scores as shares that add up to 1, along the last axis."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Matrix = powers / powers.sum(axis=-1, keepdims=True)
    return shares


def _log(shares: Matrix) -> Matrix:
    logarithms: Matrix = np.log(shares + _NEVER)
    return logarithms
