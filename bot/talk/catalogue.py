"""The catalogue of what people ask, with the words that a person would use for each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parents[2] / "data"

#: How an id of a family becomes an intent.
PREFIXES = {"topics": "ask_", "requests": "", "barriers": "barrier_", "feelings": "", "talk": ""}


@lru_cache(maxsize=1)
def read_catalogue() -> Mapping[str, Mapping[str, Any]]:
    """Return the catalogue as it stands in `data/catalogue.yml`, by family."""
    data: Mapping[str, Mapping[str, Any]] = yaml.safe_load(
        (DATA / "catalogue.yml").read_text(encoding="utf-8")
    )
    return data


@lru_cache(maxsize=1)
def load_catalogue() -> Mapping[str, str]:
    """Return the label of every intent that can be offered on a button, by intent."""
    return {
        f"{PREFIXES[family]}{name}": entry["label"]
        for family, entries in read_catalogue().items()
        for name, entry in entries.items()
        if entry.get("label")
    }


def intents() -> list[str]:
    """Return every intent of the catalogue."""
    return [
        f"{PREFIXES[family]}{name}"
        for family, entries in read_catalogue().items()
        for name in entries
    ]
