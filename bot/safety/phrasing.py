"""A message as the safety rules read it: phone typing undone, cut into sentences."""

from __future__ import annotations

import re
import unicodedata

_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "‐": "-", "‑": "-"})
_WILL = re.compile(r"\b(he|she|we|i|they|you|it|who|there)'ll\b")
_REPEATED = re.compile(r"([a-z])\1{2,}")
_SENTENCE_END = re.compile(r"[.!?;\n]+(?=\s|$)|\n+")
_NOT_WORD = re.compile(r"[^a-z0-9£ ]+")
_SPACED_LETTERS = re.compile(r"\b(?:[a-z] ){3,}[a-z]\b")

_PHONE_TYPING = {
    "wanna": "want to", "wana": "want to", "wnt": "want", "wan": "want", "gonna": "going to",
    "gunna": "going to", "gona": "going to", "goin": "going", "gotta": "got to", "u": "you",
    "ur": "your", "r": "are", "n": "and", "b": "be", "wiv": "with", "wth": "with", "wiht": "with",
    "cannot": "cant", "cnt": "cant", "carnt": "cant", "cudnt": "couldnt", "dnt": "dont",
    "dosent": "doesnt", "hav": "have", "hve": "have", "teh": "the",
    "thier": "their", "bf": "boyfriend", "gf": "girlfriend", "hubby": "husband",
    "hubbie": "husband", "husbend": "husband", "partener": "partner", "pasport": "passport",
    "pasports": "passports",
    "passaport": "passport", "agen": "again", "killin": "killing", "dieing": "dying",
    "becos": "because", "cos": "because", "coz": "because", "cuz": "because", "bcos": "because",
    "bc": "because", "pls": "please", "plz": "please", "sumone": "someone", "sum1": "someone",
    "any1": "anyone", "no1": "nobody", "noone": "nobody", "every1": "everyone", "ppl": "people",
    "2nite": "tonight", "tonite": "tonight", "2day": "today", "2moro": "tomorrow",
    "tomoz": "tomorrow", "anymore": "any more", "iam": "i am", "wen": "when",
    "wif": "with", "mysel": "myself", "meself": "myself", "themself": "themselves",
    "thretened": "threatened", "threatend": "threatened", 
    "strangeld": "strangled", "slaped": "slapped", "abuseive": "abusive", "violant": "violent",
    "wagis": "wages", "forse": "force", "forsed": "forced", "trafiked": "trafficked",
    "trafficed": "trafficked", "immagration": "immigration", 
    "ah": "i", "cannae": "cant", "canny": "cant", "dinnae": "dont", "dinny": "dont", "didnae":
    "didnt", "wis": "was", "wisnae": "wasnt", "deid": "dead", "tae": "to", "nae": "no", "mair":
    "more", "ony": "any", "masel": "myself", "ma": "my", "jist": "just", "wi": "with", "livin":
    "living", "thole": "bear", "dae": "do", "hame": "home", "oot": "out", "youse": "you",
}  # fmt: skip
_NUMBER_AS_WORD = re.compile(r"\b(want|wants|going|have|need|like|try|trying|ready) 2 (?=[a-z])")
_PAIRS = tuple(
    (re.compile(rf"\b{long}\b"), short)
    for long, short in (
        ("can not", "cant"),
        ("do not", "dont"),
        ("does not", "doesnt"),
        ("will not", "wont"),
        ("is not", "isnt"),
    )
)


def straighten(text: str) -> str:
    """Return a text with straight quotes and ordinary letters."""
    return unicodedata.normalize("NFKC", text).translate(_QUOTES)


_SHORT = 25
"""A message of at most so many words is also read as one sentence."""


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a message in the plain form that rules are written in.

    Lower case, no apostrophes ("don't" is "dont", "cannot" is "cant"), no punctuation, phone
    typing and common slips written out.
    """
    lowered = straighten(text).lower()
    lowered = _WILL.sub(r"\1 will", lowered)
    parts = [plain(part) for part in _SENTENCE_END.split(lowered)]
    found = [part for part in parts if part]
    whole = " ".join(found)
    if len(found) > 1 and len(whole.split()) <= _SHORT:
        found.append(whole)
    return tuple(found)


def plain(sentence: str) -> str:
    """Return one lower-case sentence in the plain form that rules are written in."""
    joined = _NOT_WORD.sub(" ", _REPEATED.sub(r"\1\1", sentence.replace("'", "")))
    joined = _SPACED_LETTERS.sub(lambda spaced: spaced[0].replace(" ", ""), joined)
    joined = " ".join(_PHONE_TYPING.get(word, word) for word in joined.split())
    joined = _NUMBER_AS_WORD.sub(r"\1 to ", joined)
    for pattern, short in _PAIRS:
        joined = pattern.sub(short, joined)
    return joined


_SHORTEST = 2
_MOST_WINDOWS = 12
_LONG = 15
"""A sentence of at least so many words is also read clause by clause."""

_CLAUSE = 5
"""The fewest words of a clause that is read on its own; shorter ones join their neighbour."""

_CLAUSE_END = re.compile(
    r"\s*[,;:]\s+|\s+-+\s+|\s+(?=(?:and|but|so|then|because)\s)", re.IGNORECASE
)


def windows(text: str) -> tuple[str, ...]:
    """Return the sentences of a message to be read on their own, as the person wrote them.

    A message of a single sentence has none. A very long message gets longer parts, so that there
    are never more than twelve.
    """
    parts = _sentences_of(text)
    return _few(parts) if len(parts) > 1 else ()


def clauses(text: str) -> tuple[str, ...]:
    """Return the clauses of its long sentences: one of them may tell. Never more than twelve."""
    return _few([clause for part in _sentences_of(text) for clause in _clauses(part)])


def _sentences_of(text: str) -> list[str]:
    parts = [part.strip() for part in _SENTENCE_END.split(text)]
    return [part for part in parts if len(part.split()) >= _SHORTEST]


def _few(parts: list[str]) -> tuple[str, ...]:
    size = max(1, -(-len(parts) // _MOST_WINDOWS))
    return tuple(". ".join(parts[at : at + size]) for at in range(0, len(parts), size))


def _clauses(sentence: str) -> list[str]:
    if len(sentence.split()) < _LONG:
        return []
    found: list[str] = []
    for piece in _CLAUSE_END.split(sentence):
        if found and min(len(found[-1].split()), len(piece.split())) < _CLAUSE:
            found[-1] += f", {piece}"
        else:
            found.append(piece)
    return found if len(found) > 1 else []
