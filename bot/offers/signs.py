"""Wordings that speak to a measure or to the law, beyond the fields of an understood offer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import attrs

from bot.errors import ContentError
from bot.offers.model import SCORING, load_model, read_yaml
from bot.offers.score import Finding

BEFORE = 24
DENIED = re.compile(r"\b(?:no|not|never|without|isn'?t|aren'?t|don'?t|doesn'?t|nor)\b[^.,;:!?\n]*$")
SENTENCE_END = re.compile(r"[.!?](?=\s)|[\n;]")


@attrs.frozen
class Signs:
    """What was recognised in a text: names for the law, findings for the score."""

    law: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()


@attrs.frozen
class _Wording:
    pattern: re.Pattern[str]
    denies: bool
    sign: str | None = None
    finding: Finding | None = None


def signs_of(text: str) -> Signs:
    """Return what the wording of an offer says; a sentence that denies it does not count.

    Each finding keeps the sentence it came from.
    """
    lowered = text.lower().replace("’", "'")
    law: set[str] = set()
    findings: dict[tuple[str, int, int], Finding] = {}
    for wording in _wordings():
        for match in wording.pattern.finditer(lowered):
            if not wording.denies and _denied(lowered, match.start()):
                continue
            if wording.sign:
                law.add(wording.sign)
            elif wording.finding:
                found = wording.finding
                quote = _sentence(text, match.start(), match.end())
                key = (found.measure, found.low, found.high)
                findings.setdefault(key, attrs.evolve(found, quote=quote))
            break
    return Signs(frozenset(law), tuple(findings.values()))


@lru_cache(maxsize=1)
def _wordings() -> tuple[_Wording, ...]:
    path = SCORING / "signs.yml"
    content = read_yaml(path)
    try:
        return tuple(_read(content))
    except (KeyError, re.error) as error:
        raise ContentError(f"{path}: {error}") from error


def _read(content: dict[str, list[dict[str, object]]]) -> Iterator[_Wording]:
    for row in content["law"]:
        yield _Wording(*_compiled(row), sign=str(row["sign"]))
    for row in content["measures"]:
        measure = load_model().measure(str(row["measure"]))
        low, high = row["low"], row["high"]
        finding = Finding(measure.id, low, high, bool(row.get("breach")))  # type: ignore[arg-type]
        yield _Wording(*_compiled(row), finding=finding)


def _compiled(row: dict[str, object]) -> tuple[re.Pattern[str], bool]:
    words = row["words"]
    if not isinstance(words, list):
        raise KeyError(f"words of {row}")
    joined = "|".join(words)
    denies = bool(re.search(r"\bno |n'\?t|not |never", joined))
    return re.compile(joined), denies


def _denied(text: str, start: int) -> bool:
    """Say if a word of denial stands shortly before, in the same clause."""
    return bool(DENIED.search(text[max(0, start - BEFORE) : start]))


def _sentence(text: str, start: int, end: int) -> str:
    """Return the sentence around a match, at most 160 characters."""
    begins = [m.end() for m in SENTENCE_END.finditer(text, 0, start)]
    begin = max(begins[-1] if begins else 0, start - 60)
    stop = SENTENCE_END.search(text, end)
    finish = min(stop.start() if stop else len(text), end + 60)
    return " ".join(text[begin:finish].split())
