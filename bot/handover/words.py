"""The words of a handover, from data/handover.yml."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parents[2] / "data" / "handover.yml"

#: What a button carries that ends the waiting or the talk with a key worker.
LEAVE = '/talk_to_a_person{"do": "leave"}'


@lru_cache(maxsize=1)
def load_words() -> dict[str, Any]:
    """Return the words of a handover."""
    data: dict[str, Any] = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return data


def counted(number: int, unit: str) -> str:
    """Return "one hour", "24 hours"."""
    return f"one {unit}" if number == 1 else f"{number} {unit}s"
