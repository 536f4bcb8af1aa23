"""Reading `data/facts`: dated parameters, kept as YAML by people who are no programmers.

A file looks like this::

    subject: National Minimum Wage
    checked_on: 2026-11-22           # for every fact of the file that has none of its own
    facts:
      nmw.nlw_21plus:
        title: Minimum wage at 21 and over
        unit: £/hour
        nations: uk                  # uk, gb, or a list of nations
        official: nmw_rates          # a key of official.yml
        values:
          - {from: 2026-04-01, to: 2027-03-31, value: 12.71, sure: official,
             sources: [gds_calculators], review_by: 2027-03-31}

A value starts `from` a day; or was already so `held_by` a day, where we looked no further back;
or is told `from: always` (phone numbers, dates of changes). What a fact says about nations,
official page, sure, flag, sources, review_by, caveat and note holds for its values, unless a
value says otherwise (so may its unit: "2 years" before, "6 months" now).
Numbers are read exactly, never as binary fractions.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, cast, get_args

import yaml

from bot.errors import ContentError
from bot.facts.model import ALWAYS, Contact, Fact, Flag, Page, Source, Sure, Value
from bot.facts.store import FactStore
from bot.facts.words import TEXT, UNITS
from bot.situation import NATIONS, Nation

DEFAULT = Path(__file__).parents[2] / "data" / "facts"
GROUPS: Mapping[str, tuple[Nation, ...]] = {"uk": NATIONS, "gb": NATIONS[:3]}
INHERITED = frozenset(
    {"nations", "official", "sure", "flag", "sources", "review_by", "caveat", "note"}
)
FACT_KEYS = INHERITED | {"title", "unit", "values", "checked_on", "contact"}
VALUE_KEYS = INHERITED | {"from", "held_by", "to", "value", "unit", "checked_on"}
SOURCE_KEYS = frozenset({"title", "publisher", "url", "seen_on", "dated"})
FILE_KEYS = frozenset({"subject", "checked_on", "facts"})

_BaseLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _ExactLoader(_BaseLoader):  # type: ignore[misc]  # chosen when the module is read
    """Reads decimal numbers exactly and refuses a key that is given twice."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        mapping: dict[Any, Any] = super().construct_mapping(node, deep)
        if len(mapping) != len(node.value):
            raise ContentError(f"line {node.start_mark.line + 1}: a key is given twice")
        return mapping


_ExactLoader.add_constructor(
    "tag:yaml.org,2002:float", lambda loader, node: Decimal(node.value.replace("_", ""))
)


@lru_cache(maxsize=4)
def load_facts(path: Path = DEFAULT) -> FactStore:
    """Read and check every fact under a folder; the result is kept for the next call.

    Raises:
        ContentError: a file is wrong; the message names the file and the fact.
    """
    sources = _read_sources(path / "sources.yml")
    pages = _read_pages(path / "official.yml")
    facts: list[Fact] = []
    for file in sorted(path.glob("*/**/*.yml")):
        facts += _FileReader(file, str(file.relative_to(path)), sources, pages).facts()
    _refuse_overlaps(facts)
    return FactStore(facts)


class _FileReader:
    """Turns one data file into facts, and says where it can not."""

    def __init__(
        self, path: Path, name: str, sources: Mapping[str, Source], pages: Mapping[str, Page]
    ) -> None:
        self.name = name
        self.sources = sources
        self.pages = pages
        self.data = read_yaml(path)
        self._known_keys(self.data, FILE_KEYS, "the top of the file")

    def facts(self) -> list[Fact]:
        """Return the facts of the file."""
        found = []
        for name, entry in self.data.get("facts", {}).items():
            self._known_keys(entry, FACT_KEYS, name)
            values = entry.get("values")
            if not isinstance(values, list) or not values:
                raise self._error(name, "has no values")
            found += [self._fact(name, entry, value) for value in values]
        return found

    def _fact(self, name: str, entry: dict[str, Any], value: dict[str, Any]) -> Fact:
        self._known_keys(value, VALUE_KEYS, name)
        merged = {key: entry[key] for key in INHERITED & entry.keys()} | value
        unit = self._one_of(name, entry | value, "unit", tuple(sorted(UNITS)))
        from_, began_earlier = self._start(name, value)
        to = self._date(name, value, "to")
        if to and to < from_:
            raise self._error(name, f"ends on {to} before it starts on {from_}")
        checked_on = value.get("checked_on") or entry.get("checked_on")
        checked_on = checked_on or self.data.get("checked_on")
        if not isinstance(checked_on, date):
            raise self._error(name, "needs checked_on")
        review_by = self._date(name, merged, "review_by")
        if review_by is None and (to is None or to >= checked_on):
            raise self._error(name, "needs review_by, as it is not over")
        return Fact(
            id=name,
            title=self._text(name, entry, "title"),
            value=self._value(name, unit, value),
            unit=unit,
            nations=self._nations(name, merged),
            from_=from_,
            to=to,
            began_earlier=began_earlier,
            sure=cast(Sure, self._one_of(name, merged, "sure", get_args(Sure))),
            flag=cast(Flag, self._one_of(name, {"flag": "ok"} | merged, "flag", get_args(Flag))),
            sources=self._sources(name, merged),
            official=self._page(name, merged),
            checked_on=checked_on,
            review_by=review_by,
            caveat=merged.get("caveat"),
            note=merged.get("note"),
            contact=self._contact(name, entry),
            file=self.name,
        )

    def _start(self, name: str, value: dict[str, Any]) -> tuple[date, bool]:
        if value.get("from") == "always":
            return ALWAYS, True
        if ("from" in value) == ("held_by" in value):
            raise self._error(name, "needs either from or held_by")
        start = self._date(name, value, "from") or self._date(name, value, "held_by")
        if start is None:
            raise self._error(name, "needs a date in from or held_by")
        return start, "held_by" in value

    def _value(self, name: str, unit: str, value: dict[str, Any]) -> Value:
        found = value.get("value")
        if unit == "list" or isinstance(found, list):
            if not isinstance(found, list) or len(found) < 2:
                raise self._error(name, "needs a list of two or more things")
            if unit != "list" and len(found) != 2:
                raise self._error(name, "needs a range of two numbers")
            return tuple(found)
        if found == "" or not isinstance(found, _types_of(unit)) or _is_misplaced(found, unit):
            raise self._error(name, f"has the value {found!r}, which is not in {unit}")
        return cast(Value, found)

    def _nations(self, name: str, merged: dict[str, Any]) -> tuple[Nation, ...]:
        found = merged.get("nations")
        if isinstance(found, str) and found in GROUPS:
            return GROUPS[found]
        if isinstance(found, list) and found and set(found) <= set(NATIONS):
            return tuple(nation for nation in NATIONS if nation in found)
        raise self._error(name, f"needs nations: uk, gb or a list of {', '.join(NATIONS)}")

    def _sources(self, name: str, merged: dict[str, Any]) -> tuple[Source, ...]:
        keys = merged.get("sources", [])
        unknown = [key for key in keys if key not in self.sources]
        if unknown:
            raise self._error(name, f"names the source {unknown[0]}, which sources.yml lacks")
        if not keys and merged.get("sure") != "memory":
            raise self._error(name, "needs a source, or sure: memory")
        return tuple(self.sources[key] for key in keys)

    def _page(self, name: str, merged: dict[str, Any]) -> Page | None:
        key = merged.get("official")
        if key is None:
            return None
        if key not in self.pages:
            raise self._error(name, f"names the page {key}, which official.yml lacks")
        return self.pages[key]

    def _contact(self, name: str, entry: dict[str, Any]) -> Contact | None:
        found = entry.get("contact")
        if found is None:
            return None
        self._known_keys(found, frozenset({"who", "hours", "free", "also"}), name)
        return Contact(
            who=self._text(name, found, "who"),
            hours=found.get("hours"),
            free=found.get("free"),
            also=found.get("also"),
        )

    def _text(self, name: str, entry: dict[str, Any], key: str) -> str:
        found = entry.get(key)
        if not isinstance(found, str) or not found:
            raise self._error(name, f"needs {key}")
        return found

    def _date(self, name: str, entry: dict[str, Any], key: str) -> date | None:
        found = entry.get(key)
        if found is not None and not isinstance(found, date):
            raise self._error(name, f"has the {key} {found!r}, which is not a date")
        return found

    def _one_of(self, name: str, entry: dict[str, Any], key: str, allowed: tuple[str, ...]) -> str:
        found = entry.get(key)
        if found not in allowed:
            raise self._error(name, f"has the {key} {found!r}; use one of {', '.join(allowed)}")
        return cast(str, found)

    def _known_keys(self, entry: Any, allowed: frozenset[str], name: str) -> None:
        if not isinstance(entry, dict):
            raise self._error(name, "should hold named things (key: value)")
        unknown = sorted(set(entry) - allowed)
        if unknown:
            raise self._error(name, f"has the unknown key {unknown[0]}")

    def _error(self, name: str, problem: str) -> ContentError:
        return ContentError(f"data/facts/{self.name}: {name}: {problem}.")


def read_yaml(path: Path) -> dict[str, Any]:
    """Read one YAML file with exact numbers.

    Raises:
        ContentError: it is missing, is no YAML, or gives a key twice.
    """
    try:
        found = yaml.load(path.read_text(encoding="utf-8"), Loader=_ExactLoader)
    except (OSError, yaml.YAMLError, ContentError) as error:
        raise ContentError(f"{path}: {error}") from error
    if not isinstance(found, dict):
        raise ContentError(f"{path}: should hold named things (key: value).")
    return found


def _types_of(unit: str) -> tuple[type, ...]:
    if unit in TEXT:
        return (str,)
    return {"date": (date,), "yes or no": (bool,)}.get(unit, (int, Decimal))


def _is_misplaced(found: object, unit: str) -> bool:
    """Python counts True as a number; we do not."""
    return isinstance(found, bool) and unit != "yes or no"


def _read_sources(path: Path) -> dict[str, Source]:
    data = read_yaml(path)
    try:
        for key, entry in data["sources"].items():
            if not entry.keys() <= SOURCE_KEYS:
                raise TypeError(f"{key}: unknown key; put quotes round a title with a comma")
        return {
            key: Source(
                key=key,
                title=entry["title"],
                publisher=entry["publisher"],
                url=entry.get("url"),
                seen_on=entry.get("seen_on", data["seen_on"]),
                dated=str(entry["dated"]) if entry.get("dated") else None,
            )
            for key, entry in data["sources"].items()
        }
    except (KeyError, TypeError, AttributeError) as error:
        raise ContentError(f"{path}: a source needs title, publisher and url ({error}).") from error


def _read_pages(path: Path) -> dict[str, Page]:
    try:
        return {key: Page(**entry) for key, entry in read_yaml(path)["pages"].items()}
    except (KeyError, TypeError, AttributeError) as error:
        raise ContentError(f"{path}: a page needs title and url ({error}).") from error


def _refuse_overlaps(facts: list[Fact]) -> None:
    seen: dict[tuple[str, Nation], list[Fact]] = {}
    for fact in facts:
        for nation in fact.nations:
            for other in seen.setdefault((fact.id, nation), []):
                if other.holds_on(fact.from_) or fact.holds_on(other.from_):
                    raise ContentError(
                        f"data/facts/{fact.file}: {fact.id}: two values hold at once in {nation}"
                        f" (from {other.from_} and from {fact.from_})."
                    )
            seen[fact.id, nation].append(fact)
