"""The guide's entries, read from `data/guide/*.yml` and checked.

An entry has sections; a section is a list of statements; a statement may have a `when`, which says
for whom and for which dates it holds. Figures stand in statements only as `{fact.id}`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import attrs
import yaml

from bot.errors import ContentError
from bot.situation import NATIONS, Nation, Situation

DATA = Path(__file__).parents[2] / "data" / "guide"

#: The sections of an entry, in the order in which "more" tells them.
SECTIONS = ("short", "law", "detail", "good", "ask", "act", "who", "why", "simpler")

_MAY_BE_MISSING = frozenset({"detail"})


@attrs.frozen
class When:
    """For whom, and for which dates, a statement holds. Empty: always.

    An unknown age or status meets no condition on it, except where `unknown` is listed.

    Attributes:
        nations: one of these.
        from_, until: first and last day, both included.
        age_from, age_to: in years, both included.
        age_unknown: holds only while the age is not known.
        status: one of these; `unknown` stands for not known.
        apprentice: True holds for apprentices only; False for everybody not known to be one.
        speaker: one of these; `unknown` stands for not known.
        universal_credit: True holds only for people known to get it.
    """

    nations: tuple[Nation, ...] = NATIONS
    from_: date | None = None
    until: date | None = None
    age_from: int | None = None
    age_to: int | None = None
    age_unknown: bool = False
    status: tuple[str, ...] = ()
    apprentice: bool | None = None
    speaker: tuple[str, ...] = ()
    universal_credit: bool | None = None

    def holds(self, situation: Situation) -> bool:
        """Return whether the statement holds in the situation."""
        return (
            (situation.nation is None or situation.nation in self.nations)
            and (self.from_ is None or situation.on >= self.from_)
            and (self.until is None or situation.on <= self.until)
            and self._age_holds(situation.age)
            and (not self.status or (situation.status or "unknown") in self.status)
            and (self.apprentice is None or self.apprentice is bool(situation.apprentice))
            and (not self.speaker or (situation.speaker or "unknown") in self.speaker)
            and (
                self.universal_credit is None
                or self.universal_credit is bool(situation.universal_credit)
            )
        )

    def _age_holds(self, age: int | None) -> bool:
        if self.age_unknown:
            return age is None
        if self.age_from is None and self.age_to is None:
            return True
        if age is None:
            return False
        return (self.age_from or 0) <= age <= (self.age_to if self.age_to is not None else 200)


@attrs.frozen
class Statement:
    """One or two sentences, with the figures as `{fact.id}`.

    Attributes:
        say: the words.
        when: for whom and when they hold.
        relies_on: facts that the words rely on without showing their value.
    """

    say: str
    when: When = When()
    relies_on: tuple[str, ...] = ()


@attrs.frozen
class Topic:
    """One entry of the guide.

    Attributes:
        id: as in the catalogue.
        label: human words for it, as in "Did you mean ... ?".
        sections: statements by section.
        needs: what to ask the person for where it is not known: `nation`, `age`, `status`.
        related: ids of other topics.
    """

    id: str
    label: str
    sections: Mapping[str, tuple[Statement, ...]]
    needs: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


_WHEN_KEYS = {
    "nations", "from", "until", "age_from", "age_to", "age", "status", "apprentice", "speaker",
    "universal_credit",
}  # fmt: skip


@lru_cache(maxsize=4)
def load_topics(folder: Path = DATA) -> Mapping[str, Topic]:
    """Return all entries by id.

    Raises:
        ContentError: a file is wrong; the message says which and where.
    """
    return {path.stem: _topic(path) for path in sorted(folder.glob("*.yml"))}


def _topic(path: Path) -> Topic:
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    if not isinstance(data, dict) or data.get("topic") != path.stem:
        raise ContentError(f"{path.name}: the first key must be `topic: {path.stem}`.")
    known = {"topic", "label", "needs", "related", *SECTIONS}
    if extra := set(data) - known:
        raise ContentError(f"{path.name}: unknown keys {sorted(extra)}; known are {sorted(known)}.")
    missing = set(SECTIONS) - _MAY_BE_MISSING - set(data)
    if missing or "label" not in data:
        raise ContentError(f"{path.name}: missing {sorted(missing) or ['label']}.")
    sections = {
        name: tuple(_statement(path, name, i, raw) for i, raw in enumerate(data[name], 1))
        for name in SECTIONS
        if name in data
    }
    return Topic(
        id=path.stem,
        label=data["label"],
        sections=sections,
        needs=tuple(data.get("needs", ())),
        related=tuple(data.get("related", ())),
    )


def _statement(path: Path, section: str, number: int, raw: Any) -> Statement:
    where = f"{path.name}, {section}, statement {number}"
    if isinstance(raw, str):
        return Statement(raw)
    if not isinstance(raw, dict) or "say" not in raw or set(raw) - {"say", "when", "relies_on"}:
        raise ContentError(f"{where}: write a sentence, or `say` with `when` and `relies_on`.")
    return Statement(
        raw["say"], read_when(raw.get("when", {}), where), tuple(raw.get("relies_on", ()))
    )


def read_when(raw: Mapping[str, Any], where: str) -> When:
    """Return the condition that a data file states.

    Raises:
        ContentError: it has an unknown key or a nation that does not exist.
    """
    if extra := set(raw) - _WHEN_KEYS:
        raise ContentError(f"{where}: unknown condition {sorted(extra)}.")
    nations = tuple(raw.get("nations", NATIONS))
    if wrong := set(nations) - set(NATIONS):
        raise ContentError(f"{where}: {sorted(wrong)} are no nations; write {list(NATIONS)}.")
    return When(
        nations=nations,
        from_=raw.get("from"),
        until=raw.get("until"),
        age_from=raw.get("age_from"),
        age_to=raw.get("age_to"),
        age_unknown=raw.get("age") == "unknown",
        status=tuple(raw.get("status", ())),
        apprentice=raw.get("apprentice"),
        speaker=tuple(raw.get("speaker", ())),
        universal_credit=raw.get("universal_credit"),
    )
