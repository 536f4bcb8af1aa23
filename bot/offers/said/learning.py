"""Learning the likeness from clauses, and from descriptions of which only the flags are known."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np

from bot.language.meaning import meanings_of_corpus
from bot.language.ngrams import Floats, NgramVectoriser, stacked
from bot.language.regression import Columns, Features, Regression, fit
from bot.offers.extract.elsewhere import without_other_jobs
from bot.offers.extract.text import plain
from bot.offers.said.clauses import pieces_of
from bot.offers.said.examples import NOTHING, TWIN, Clause, Description
from bot.offers.said.model import MEANING, SaidModel, sparse

STRENGTH = 1.0
"""The inverse of the penalty on large weights."""

_ROUNDS = 60
_GUESSES = 3
"""So often what the pieces of the descriptions say is guessed anew."""


@attrs.frozen
class _Told:
    """The rows of one description, and the columns of the flags that it holds."""

    rows: Columns
    flags: tuple[int, ...]


def learn(
    clauses: Sequence[Clause], descriptions: Sequence[Description], fingerprint: str = ""
) -> SaidModel:
    """Learn to tell what a clause says.

    Of a description only the flags are known. The model says which of its pieces is likeliest to
    hold each flag; that piece then counts as an example. A piece that is taken for a flag which
    the description does not hold counts as an innocent twin of it. Then the model is fitted on.

    Args:
        clauses: the clauses that are known one by one.
        descriptions: whole descriptions with their flags.
        fingerprint: names all this, to know the model by.
    """
    says = (*sorted({clause.says for clause in clauses} - {NOTHING}), NOTHING)
    texts = [plain(clause.text).text for clause in clauses]
    truth = [says.index(clause.says) for clause in clauses]
    told: list[_Told] = []
    for description in descriptions:
        pieces = as_read(description.text)
        flags = tuple(says.index(flag) for flag in description.flags if flag in says)
        if pieces:
            told.append(_Told(np.arange(len(texts), len(texts) + len(pieces)), flags))
        texts += pieces
        truth += [_UNKNOWN if description.flags else len(says) - 1] * len(pieces)
    vectoriser = NgramVectoriser.learn(texts)
    features = _features(vectoriser, texts)
    regression = _fitted(features, np.array(truth), len(says))
    for _ in range(_GUESSES):
        votes = features.scores(regression.weights) + regression.bias
        regression = _fitted(features, _guessed(votes, truth, told, says), len(says), regression)
    return SaidModel(says, vectoriser, regression, fingerprint)


_UNKNOWN = -1


def as_read(text: str) -> list[str]:
    """The pieces of a description in plain spelling, as they are read in a conversation."""
    page = without_other_jobs(plain(text))
    return [page.text[start:end] for start, end in pieces_of(page.text)]


def _fitted(
    features: Features, truth: Columns, classes: int, start: Regression | None = None
) -> Regression:
    known = np.flatnonzero(truth != _UNKNOWN)
    return fit(features[known], truth[known], classes, STRENGTH, _ROUNDS, start)


def _guessed(
    votes: Floats, truth: Sequence[int], told: Sequence[_Told], says: Sequence[str]
) -> Columns:
    """Return the truth with what the pieces of the descriptions likely say filled in."""
    guessed = np.array(truth)
    twins = {
        says.index(name.removeprefix(TWIN)): at for at, name in enumerate(says) if TWIN in name
    }
    likeliest = votes.argmax(axis=1)
    for each in told:
        for row in each.rows:
            if likeliest[row] in twins and likeliest[row] not in each.flags:
                guessed[row] = twins[int(likeliest[row])]
        for flag in each.flags:
            ahead = votes[each.rows, flag] - votes[each.rows].max(axis=1)
            guessed[each.rows[int(np.argmax(ahead))]] = flag
    return guessed


def _features(vectoriser: NgramVectoriser, texts: Sequence[str]) -> Features:
    rows = [sparse(vectoriser, text) for text in texts]
    return Features(meanings_of_corpus(texts) * MEANING, stacked(rows, vectoriser.width))
