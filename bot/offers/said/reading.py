"""Which red flags a short description tells of, by the likeness of its clauses to examples."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import get_args

import numpy as np
import structlog

from bot.errors import SetupError
from bot.language.meaning import meanings_of
from bot.offers.offer import LONGEST_DESCRIPTION, RedFlag
from bot.offers.said.clauses import pieces_of
from bot.offers.said.keeping import KEEPER
from bot.offers.said.model import SaidModel, Votes

SURE_ENOUGH = 0.7
"""From this likelihood on a flag counts as told; set on descriptions not learnt from."""

SENTENCE = 0.35
"""How much the sentence around a clause counts beside the clause, from 0 to 1; set likewise."""

FLAGS = get_args(RedFlag)

log = structlog.get_logger()

Where = tuple[int, int]


def find_said(text: str) -> Mapping[str, Where]:
    """Each red flag that a clause tells of, with where that clause stands.

    Nothing is found where the language model is missing: the rules stand for themselves.

    Args:
        text: in plain spelling.
    """
    if len(text) > LONGEST_DESCRIPTION or (model := _model()) is None:
        return {}
    return {
        flag: where
        for flag, (share, where) in likeliest(text, model).items()
        if share >= SURE_ENOUGH
    }


def likeliest(text: str, model: SaidModel) -> dict[str, tuple[float, Where]]:
    """For each red flag the piece that is likeliest to tell of it, and how likely it is.

    A clause is read in the light of its sentence: "but you can not work" bans other work in one
    sentence, and holds somebody back from work in another.
    """
    best: dict[str, tuple[float, Where]] = {}
    read: list[tuple[Where, Votes]] = []
    for start, end in pieces_of(text):
        (vector,) = meanings_of([text[start:end]])
        votes = model.votes(text[start:end], vector)
        read.append(((start, end), votes))
        whole = next(v for (s, e), v in read if s <= start and end <= e)  # sentences come first
        likely = 1 / (1 + np.exp(-(votes + SENTENCE * (whole - votes))))
        for says, share in zip(model.says, likely, strict=True):
            if says in FLAGS and share > best.get(says, (0.0, (0, 0)))[0]:
                best[says] = (float(share), (start, end))
    return best


@lru_cache(maxsize=1)
def _model() -> SaidModel | None:
    try:
        return KEEPER.load_or_learn()
    except SetupError as error:
        log.warning("Red flags told without their usual words will be missed.", reason=str(error))
        return None
