"""Sentence embeddings, computed on this machine and never downloaded.

Two models of one build (MiniLM, six layers, int8 arithmetic), which read the same tokens, cut by
blingfire. Both lie in data/language with a note of how they were made; scripts/adapt_embedding
makes them:

- the general one is all-MiniLM-L6-v2 as published; the safety check and the reading of rehearsal
  turns use it;
- the adapted one is the same model taught further on the examples of data/nlu, so that what sets
  our intents apart weighs more in it. The intent model reads it.

Texts with a like meaning get vectors that lie close together: the dot product of two vectors of
one model is their cosine similarity.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.errors import SetupError

Vectors = npt.NDArray[np.float32]

DIMENSIONS = 384
MAX_TOKENS = 256
"""The longest input of the models, [CLS] and [SEP] included; what follows is not read."""

_ADAPTED_TOKENS = 160
"""The adapted model stops sooner: what a story asks is said within a hundred words."""

LANGUAGE = Path(__file__).resolve().parents[2] / "data/language"
"""The two models; the note beside each holds its sha256."""

_CLS, _SEP, _UNKNOWN = 101, 102, 100
_CACHED_MESSAGES = 64
_BATCH = 16


class SentenceEmbedder:
    """Turns texts into unit vectors of 384 numbers.

    One instance serves a whole process (see `get_embedder` and `get_adapted_embedder`) and may be
    used from many threads. A single text costs about 1 ms for ten tokens and 12 ms for 256, on
    one thread.
    """

    def __init__(self, model: Path, max_tokens: int = MAX_TOKENS) -> None:
        self._max_tokens = max_tokens
        self._session = _open_session(model)
        self._tokeniser = _open_tokeniser()
        self._embed_one = lru_cache(maxsize=_CACHED_MESSAGES)(self._embed_uncached)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector per text, as an array of shape (len(texts), 384).

        A text without any word gets the vector of the empty sentence. The last few single
        messages are remembered in memory, since several checks read the same message.
        """
        if len(texts) == 1:
            return self._embed_one(texts[0])[np.newaxis, :].copy()
        # One text at a time on purpose: the int8 model scales its activations over the whole
        # batch, so a text would get a slightly different vector beside other texts.
        return self._embed_batches(texts, [[row] for row in range(len(texts))])

    def embed_corpus(self, texts: Sequence[str]) -> Vectors:
        """Return what `embed` does, for learning from many texts, in two thirds of the time.

        Texts with as many tokens go through the model together, so a vector differs a little from
        that of the text alone (their cosine is 0.99), and what is learnt does as well.
        """
        alike = defaultdict(list)
        for row, text in enumerate(texts):
            alike[len(self._token_ids(text))].append(row)
        batches = [
            rows[start : start + _BATCH]
            for rows in alike.values()
            for start in range(0, len(rows), _BATCH)
        ]
        return self._embed_batches(texts, batches)

    def _embed_batches(self, texts: Sequence[str], batches: Sequence[Sequence[int]]) -> Vectors:
        vectors = np.empty((len(texts), DIMENSIONS), dtype=np.float32)
        with ThreadPoolExecutor(max_workers=os.cpu_count()) as threads:
            found = threads.map(lambda rows: self._run([texts[row] for row in rows]), batches)
            for rows, some in zip(batches, found, strict=True):
                vectors[rows] = some
        return vectors

    def _embed_uncached(self, text: str) -> Vectors:
        unit: Vectors = self._run([text])[0]
        unit.flags.writeable = False
        return unit

    def _run(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of texts that have as many tokens."""
        ids = np.array([self._token_ids(text) for text in texts], dtype=np.int64)
        (hidden,) = self._session.run(
            None,
            {
                "input_ids": ids,
                "attention_mask": np.ones_like(ids),
                "token_type_ids": np.zeros_like(ids),
            },
        )
        means = hidden.mean(axis=1)  # no padding, so every token counts
        units: Vectors = (means / np.linalg.norm(means, axis=1, keepdims=True)).astype(np.float32)
        return units

    def _token_ids(self, text: str) -> list[int]:
        import blingfire

        # Half a surrogate pair can arrive from a broken client, and can not be encoded.
        clean = text.encode("utf-8", "replace").decode("utf-8")
        ids = blingfire.text_to_ids(self._tokeniser, clean, self._max_tokens - 2, _UNKNOWN, True)
        return [_CLS, *ids.tolist(), _SEP]


@lru_cache(maxsize=1)
def get_embedder() -> SentenceEmbedder:
    """Return the general embedder of this process, opened on first use.

    Raises:
        SetupError: the model is missing or is not the one its note tells of.
    """
    return SentenceEmbedder(_checked(LANGUAGE / "general.onnx"))


@lru_cache(maxsize=1)
def get_adapted_embedder() -> SentenceEmbedder:
    """Return the embedder that was taught on our examples, opened on first use.

    Raises:
        SetupError: the model is missing or is not the one its note tells of.
    """
    return SentenceEmbedder(_checked(LANGUAGE / "adapted.onnx"), _ADAPTED_TOKENS)


def _checked(model: Path) -> Path:
    note = model.with_suffix(".json")
    try:
        sha256 = json.loads(note.read_text(encoding="utf-8"))["sha256"]
        found = hashlib.sha256(model.read_bytes()).hexdigest()
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SetupError(f"{model} or {note.name} beside it can not be read.") from error
    if found != sha256:
        raise SetupError(f"The language model {model} is damaged or was changed. Get it anew.")
    return model


def _open_session(path: Path) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _open_tokeniser() -> Any:
    import blingfire

    path = Path(blingfire.__file__).parent / "bert_base_tok.bin"
    if not path.is_file():
        raise SetupError(f"{path} is missing. Run `make setup` and try again.")
    return blingfire.load_model(str(path))
