"""The guide's own words, read from `data/talk/replies.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.errors import ContentError
from bot.replies import Button, Reply

DATA = Path(__file__).parents[2] / "data" / "talk" / "replies.yml"


@lru_cache(maxsize=1)
def load_talk(path: Path = DATA) -> Mapping[str, tuple[Reply, ...]]:
    """Return the replies by name; buttons stand on the last message of each.

    Raises:
        ContentError: an entry has no words.
    """
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {name: _entry(name, entry) for name, entry in data.items()}


def _entry(name: str, entry: Mapping[str, Any]) -> tuple[Reply, ...]:
    if not entry.get("say"):
        raise ContentError(f"talk/replies.yml, {name}: write at least one sentence under `say`.")
    buttons = tuple(Button(title, payload) for title, payload in entry.get("buttons", ()))
    *first, last = entry["say"]
    return (*(Reply(text) for text in first), Reply(last, buttons))
