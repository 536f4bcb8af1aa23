"""The safety rules: patterns over plain sentences, with what makes the same words harmless."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import attrs
import yaml

from bot.errors import ContentError
from bot.safety.finding import KINDS, Kind, Matter
from bot.safety.phrasing import sentences

DEFAULT = Path(__file__).parents[2] / "data" / "safety" / "rules"
"""The folder of the rules: words.yml and one file per family."""

_NAME = re.compile(r"\{([a-z_]+)\}")
_EMPLOYER = re.compile(r"\b(?:boss|employer|manager|gaffer|agency|agent|supervisor)")
_TWINS = 3
_LONGEST_NESTING = 5


@attrs.frozen
class Rule:
    """One way of saying that somebody is not safe.

    Attributes:
        id: a name for reports and tests.
        kind: what it means.
        says: one pattern, any of the rule's wordings.
        unless: what makes the same sentence harmless; None where nothing does.
        twins: harmless sentences with the same words, for tests.
        matter: what the danger is about, where the rule can tell.
        sure: whether it holds whatever the rest of the message is like.
    """

    id: str
    kind: Kind
    says: re.Pattern[str]
    unless: re.Pattern[str] | None
    twins: tuple[str, ...]
    matter: Matter | None = None
    sure: bool = False

    def holds(self, sentence: str) -> bool:
        """Tell whether a plain sentence (see `bot.safety.phrasing`) says it and means it."""
        if not self.says.search(sentence):
            return False
        return self.unless is None or not self.unless.search(sentence)


def first_match(text: str, rules: tuple[Rule, ...] | None = None) -> Rule | None:
    """Return the first rule that holds in any sentence of a message, a sure one before others.

    Rules that look at control at home also see it at work: where one speaks of each and the words
    name an employer ("my boss has my passport and won't let me leave"), the rule comes back
    without a matter, and help for both is told.
    """
    known = load_rules() if rules is None else rules
    parts = sentences(text)
    found = [rule for rule in known if any(rule.holds(part) for part in parts)]
    first = next((rule for rule in found if rule.sure), found[0] if found else None)
    matters = {rule.matter for rule in found} - {None}
    if first and len(matters) > 1 and any(_EMPLOYER.search(part) for part in parts):
        return attrs.evolve(first, matter=None)
    return first


@lru_cache(maxsize=2)
def load_rules(folder: Path = DEFAULT) -> tuple[Rule, ...]:
    """Read the rules of a folder, in the order of file names.

    Raises:
        ContentError: a file is wrong; says which, and where in it.
    """
    words = _read(folder / "words.yml").get("words", {})
    rules: list[Rule] = []
    for path in sorted(folder.glob("*.yml")):
        if path.name != "words.yml":
            rules.extend(_rules_of(path, words))
    return tuple(rules)


def _rules_of(path: Path, words: dict[str, str]) -> list[Rule]:
    data = _read(path)
    kind = data.get("kind")
    if kind not in KINDS:
        raise ContentError(f"{path}: 'kind' must be one of {', '.join(KINDS)}.")
    return [_rule(path, kind, entry, words) for entry in data.get("rules", [])]


def _rule(path: Path, kind: Kind, entry: dict[str, Any], words: dict[str, str]) -> Rule:
    where = f"{path}, rule {entry.get('id', '?')}"
    if not entry.get("id") or not entry.get("says"):
        raise ContentError(f"{where}: a rule needs 'id' and 'says'.")
    twins = tuple(entry.get("twins", ()))
    if len(twins) < _TWINS:
        raise ContentError(f"{where}: give {_TWINS} twins, harmless sentences with its words.")
    return Rule(
        id=entry["id"],
        kind=kind,
        says=_any_of(entry["says"], words, where),
        unless=_any_of(entry.get("unless", ()), words, where),
        twins=twins,
        matter=entry.get("matter"),
        sure=bool(entry.get("sure", False)),
    )


def _any_of(patterns: Any, words: dict[str, str], where: str) -> Any:
    if not patterns:
        return None
    joined = "|".join(f"(?:{_expand(pattern, words, where)})" for pattern in patterns)
    try:
        # Groups are only for grouping here; leaving them uncaptured makes the search faster.
        return re.compile(r"\b(?:" + re.sub(r"(?<!\\)\((?!\?)", "(?:", joined) + r")\b")
    except re.error as error:
        raise ContentError(f"{where}: the pattern can not be read: {error}.") from error


def _expand(pattern: str, words: dict[str, str], where: str) -> str:
    def put(match: re.Match[str]) -> str:
        if match[1] not in words:
            raise ContentError(f"{where}: words.yml has no group '{match[1]}'.")
        return f"({words[match[1]]})"

    for _ in range(_LONGEST_NESTING):
        if not _NAME.search(pattern):
            break
        pattern = _NAME.sub(put, pattern)
    return pattern


def _read(path: Path) -> dict[str, Any]:
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise ContentError(f"{path} can not be read: {error}") from error
    if not isinstance(data, dict):
        raise ContentError(f"{path}: expected names with values.")
    return data
