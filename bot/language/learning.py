"""Learning the intent model from examples."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

from bot.errors import ContentError
from bot.language.intent_model import IntentModel, Matrix, Settings, softmax
from bot.language.ngrams import Floats, NgramVectoriser

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

    The model is fitted twice: once without a fifth of the examples, to see how sure it may be of
    texts it has not met (the temperature), and once on all of them.

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
    rows = np.arange(len(texts))
    seen, unseen = train_test_split(
        rows,
        test_size=max(_HELD_BACK, len(set(labels)) / len(labels)),
        stratify=list(labels),
        random_state=settings.seed,
    )
    trial = _fit(
        [texts[row] for row in seen], [labels[row] for row in seen], vectors[seen], settings
    )
    temperature = _temperature(
        np.log(_all_confidences(trial, [texts[row] for row in unseen], vectors[unseen])),
        np.array([trial.intents.index(labels[row]) for row in unseen]),
    )
    return attrs.evolve(_fit(texts, labels, vectors, settings), temperature=temperature)


def _check(labels: Sequence[str]) -> None:
    names, counts = np.unique(np.array(labels), return_counts=True)
    if len(names) < 2:
        raise ContentError("data/nlu needs examples of at least two intents.")
    lonely = names[counts < _FEWEST_EXAMPLES]
    if len(lonely):
        raise ContentError(f"data/nlu: give more than one example of {', '.join(lonely)}.")


def _fit(
    texts: Sequence[str], labels: Sequence[str], vectors: Floats, settings: Settings
) -> IntentModel:
    vectoriser = NgramVectoriser.learn(texts, least=settings.least)
    features = hstack(
        [csr_matrix(vectors * np.float32(settings.meaning)), _sparse(vectoriser, texts, settings)],
        format="csr",
        dtype=np.float32,
    )
    regression = LogisticRegression(
        C=settings.strength,
        class_weight="balanced",  # how many examples we wrote says nothing of what people ask
        max_iter=25,  # no gain beyond on held-out data, and stopping early also smooths
        tol=1e-3,
        random_state=settings.seed,
    )
    regression.fit(features, list(labels))
    # With two intents scikit-learn keeps one column of weights: the other is its opposite.
    weights, bias = regression.coef_, regression.intercept_
    if len(regression.classes_) == 2:
        weights, bias = np.vstack([-weights, weights]), np.concatenate([-bias, bias])
    return IntentModel(
        tuple(str(name) for name in regression.classes_),
        vectoriser,
        np.ascontiguousarray(weights.T, dtype=np.float32),
        bias.astype(np.float32),
        1.0,
        settings,
    )


def _sparse(vectoriser: NgramVectoriser, texts: Sequence[str], settings: Settings) -> csr_matrix:
    rows = [vectoriser.row(text, settings.words, settings.pieces) for text in texts]
    return csr_matrix(
        (
            np.concatenate([row.values for row in rows]),
            np.concatenate([row.columns for row in rows]),
            np.cumsum([0] + [len(row.columns) for row in rows]),
        ),
        shape=(len(texts), vectoriser.width),
        dtype=np.float32,
    )


def _all_confidences(model: IntentModel, texts: Sequence[str], vectors: Floats) -> Matrix:
    return np.array(
        [model.confidences(text, vector) for text, vector in zip(texts, vectors, strict=True)]
    )


def _temperature(scores: Matrix, truth: npt.NDArray[np.int64]) -> float:
    """Return the divisor of the scores under which the truth is least surprising."""

    def surprise(temperature: float) -> float:
        confidences = softmax(scores / temperature)
        right = confidences[np.arange(len(truth)), truth]
        return float(-np.log(np.maximum(right, 1e-12)).mean())

    return min(_TEMPERATURES, key=surprise)
