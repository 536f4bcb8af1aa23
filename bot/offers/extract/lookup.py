"""Looking up thousands of plain phrases in one pass, with spaCy's PhraseMatcher.

The text is cut into words once. Hyphens and line ends only part words, so that "full-time" is
"full time". Words that stand in no phrase become one blank token before they reach spaCy, whose
vocabulary keeps every string it has seen: nothing that a person typed stays in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

import attrs
import spacy
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

_TOKEN = re.compile(r"[^\W_]+|[^\w\s-]|_+")
_OTHER = "_"  # stands in no phrase


@attrs.frozen
class _Lookup:
    vocab: Vocab
    matcher: PhraseMatcher
    words: frozenset[str]


@lru_cache(maxsize=1)
def _lookup(phrases: Callable[[], dict[str, list[str]]]) -> _Lookup:
    vocab = spacy.blank("en").vocab
    matcher = PhraseMatcher(vocab)
    words: set[str] = set()
    for name, listed in phrases().items():
        tokens = [_TOKEN.findall(phrase) for phrase in listed]
        words.update(word for phrase in tokens for word in phrase)
        if tokens:
            matcher.add(name, [Doc(vocab, words=phrase) for phrase in tokens])
    return _Lookup(vocab, matcher, frozenset(words))


def lists_of(
    text: str, phrases: Callable[[], dict[str, list[str]]]
) -> dict[str, list[tuple[int, int]]]:
    """Where the phrases of each list stand in `text`, first ones first.

    Args:
        phrases: gives the phrases by the name of their list; called once for all texts.
    """
    lookup = _lookup(phrases)
    tokens = [(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
    words = [word if word in lookup.words else _OTHER for word, _, _ in tokens]
    if not words:
        return {}
    found: dict[str, list[tuple[int, int]]] = {}
    for key, first, last in lookup.matcher(Doc(lookup.vocab, words=words)):
        start, end = tokens[first][1], tokens[last - 1][2]
        if text[start - 1 : start] != "£":
            found.setdefault(lookup.vocab.strings[key], []).append((start, end))
    for places in found.values():
        places.sort()
    return found
