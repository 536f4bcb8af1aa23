"""Red flags said by two kinds of words near each other ("charge me ... the uniform").

Used on short descriptions only: people describe in many ways, adverts in few, and in a long
advert two words of a pair often stand near each other by chance.
"""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

from bot.offers.extract.phrases import compile_phrases, load_data
from bot.offers.extract.text import Plain

_ONE_COMMA = re.compile(r"[^,]*,[^,£\d]{0,24}")
_FIGURE_COMMA = re.compile(r"(?<=\d),(?=\d)")
_CLAUSE = re.compile(r"[.!?](?=\s|$)|[;\n]|\b(?:but|although|though|however)\b")


@attrs.frozen
class _Rule:
    flag: str
    pair: tuple[str, str]
    within: int
    comma: bool
    ordered: bool  # the first kind must come first
    also: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None
    sentence: re.Pattern[str] | None  # takes it back anywhere in the sentence


@lru_cache(maxsize=1)
def _sets() -> dict[str, re.Pattern[str]]:
    return {name: compile_phrases(words) for name, words in load_data("pairs")["sets"].items()}


@lru_cache(maxsize=1)
def _rules() -> tuple[_Rule, ...]:
    rules = []
    for name, rule in load_data("pairs")["flags"].items():
        also = [_sets()[rule["also"]]] if "also" in rule else []
        also += [compile_phrases(rule["also_any"])] if "also_any" in rule else []
        unless, sentence = (
            compile_phrases(rule[key]) if rule.get(key) else None for key in ("unless", "sentence")
        )
        first, second = rule["pair"]
        flag = name.split(".")[0]
        pair, within, comma = (first, second), rule["within"], bool(rule.get("comma"))
        ordered = bool(rule.get("ordered"))
        rules.append(_Rule(flag, pair, within, comma, ordered, tuple(also), unless, sentence))
    return tuple(rules)


def find_pairs(plain: Plain) -> dict[str, tuple[int, int]]:
    """Each red flag that a pair of words says, with where it stands."""
    found: dict[str, tuple[int, int]] = {}
    if plain.is_advert:
        return found
    for left, right in _clauses(plain.text):
        spots: dict[str, list[tuple[int, int]]] = {}
        for rule in _rules():
            if rule.flag in found:
                continue
            where = _near(plain.text, left, right, rule, spots)
            if where and not _taken_back(plain, rule, left, right):
                found[rule.flag] = where
    return found


def _taken_back(plain: Plain, rule: _Rule, left: int, right: int) -> bool:
    """Whether other words of the clause or sentence say otherwise, or a needed word is missing."""
    if rule.unless and rule.unless.search(plain.text, left, right):
        return True
    if rule.sentence and rule.sentence.search(plain.text, *plain.clause(left, right)):
        return True
    return not all(also.search(plain.text, left, right) for also in rule.also)


def _clauses(text: str) -> list[tuple[int, int]]:
    cuts = [0]
    for match in _CLAUSE.finditer(text):
        cuts += [match.start(), match.end()]
    cuts.append(len(text))
    return [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if b > a]


def _near(
    text: str, left: int, right: int, rule: _Rule, spots: dict[str, list[tuple[int, int]]]
) -> tuple[int, int] | None:
    """The first place where both kinds of words stand near enough.

    A comma parts them, but for rules that allow one ("training, unpaid").
    """
    for name in rule.pair:
        if name not in spots:
            spots[name] = [m.span() for m in _sets()[name].finditer(text, left, right)]
    for a in spots[rule.pair[0]]:
        for b in spots[rule.pair[1]]:
            first, second = (a, b) if rule.ordered else sorted((a, b))
            gap = _FIGURE_COMMA.sub("", text[first[1] : second[0]])
            parted = "," in gap and not (rule.comma and _ONE_COMMA.fullmatch(gap))
            if first[1] <= second[0] and len(gap) <= rule.within and not parted:
                return first[0], second[1]
    return None
