"""Learning the intent model from examples."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np
import numpy.typing as npt
from sklearn.model_selection import train_test_split

from bot.errors import ContentError
from bot.language.holding_back import is_held_back
from bot.language.intent_model import IntentModel, Settings, softmax
from bot.language.ngrams import Floats, NgramVectoriser, stacked
from bot.language.regression import Features, Regression, fit

Labels = npt.NDArray[np.str_]
Rows = npt.NDArray[np.int64]

_HELD_BACK = 0.2
_FEWEST_EXAMPLES = 2
_TEMPERATURES = [round(0.2 * 1.05**step, 4) for step in range(60)]


def learn(
    texts: Sequence[str],
    labels: Sequence[str],
    vectors: Floats,
    settings: Settings | None = None,
) -> IntentModel:
    """Learn to name intents from examples.

    The regression is fitted twice: first without the examples that are held back, to see how
    sure the model may be of texts it has not met (the temperature), then on with all of them.
    The adapted embedding has not met the same examples either.

    Args:
        texts: the examples.
        labels: the intent of each example.
        vectors: the sentence embedding of each example, one per row.
        settings: how to learn.

    Raises:
        ContentError: there is only one intent, or one of them has a single example.
    """
    settings = settings or Settings()
    _check(labels)
    truth = np.array(labels)
    vectoriser = NgramVectoriser.learn(texts, least=settings.least)
    features = _features(vectoriser, texts, vectors, settings)
    intents, columns = np.unique(truth, return_inverse=True)
    seen, unseen = _split(texts, truth, settings.seed)

    def fitted(rows: Rows, rounds: int, start: Regression | None = None) -> Regression:
        here, right = features[rows], columns[rows]
        return fit(here, right, len(intents), settings.strength, rounds, start)

    def model_of(regression: Regression, rows: Rows) -> IntentModel:
        return IntentModel(
            tuple(str(name) for name in intents),
            vectoriser,
            regression.weights,
            regression.bias,
            vectors[rows],
            columns[rows],
            1.0,
            settings,
        )

    tried = fitted(seen, settings.rounds)
    temperature = _temperature(
        model_of(tried, seen), [texts[row] for row in unseen], vectors[unseen], columns[unseen]
    )
    everything = np.arange(len(texts))
    model = model_of(fitted(everything, settings.rounds // 4, tried), everything)
    return attrs.evolve(model, temperature=temperature)


def _check(labels: Sequence[str]) -> None:
    names, counts = np.unique(np.array(labels), return_counts=True)
    if len(names) < 2:
        raise ContentError("data/nlu needs examples of at least two intents.")
    lonely = names[counts < _FEWEST_EXAMPLES]
    if len(lonely):
        raise ContentError(f"data/nlu: give more than one example of {', '.join(lonely)}.")


def _split(texts: Sequence[str], truth: Labels, seed: int) -> tuple[Rows, Rows]:
    """Return the rows to learn from and those to hold back, every intent among the first."""
    held_back = np.array([is_held_back(text) for text in texts])
    if held_back.any() and set(truth[~held_back]) == set(truth):
        return np.flatnonzero(~held_back), np.flatnonzero(held_back)
    share = max(_HELD_BACK, len(np.unique(truth)) / len(truth))  # a small set of examples
    seen, unseen = train_test_split(
        np.arange(len(truth)), test_size=share, stratify=truth, random_state=seed
    )
    return seen, unseen


def _features(
    vectoriser: NgramVectoriser, texts: Sequence[str], vectors: Floats, settings: Settings
) -> Features:
    rows = [vectoriser.row(text, settings.words, settings.pieces) for text in texts]
    return Features(vectors * np.float32(settings.meaning), stacked(rows, vectoriser.width))


def _temperature(trial: IntentModel, texts: Sequence[str], vectors: Floats, columns: Rows) -> float:
    """Return the divisor of the votes under which the truth is least surprising."""
    votes = np.array(
        [
            np.log(trial.confidences(text, vector))
            for text, vector in zip(texts, vectors, strict=True)
        ]
    )

    def surprise(temperature: float) -> float:
        right = softmax(votes / temperature)[np.arange(len(columns)), columns]
        return float(-np.log(np.maximum(right, 1e-12)).mean())

    return min(_TEMPERATURES, key=surprise)
