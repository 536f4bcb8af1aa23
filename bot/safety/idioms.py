"""Idioms of death and violence, put in plain words before messages are compared."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import yaml

from bot.errors import ContentError
from bot.safety.examples import ROOT
from bot.safety.phrasing import straighten

DEFAULT = ROOT / "data" / "safety" / "idioms.yml"


def in_plain_words(text: str) -> str:
    """Return a message with its harmless idioms put plainly; the rest stays as it was typed.

    "This job is killing me, can I get a break?" becomes "This work is hard, can I get a break?".
    """
    calm = straighten(text)
    for pattern, plain in load_idioms():
        calm = pattern.sub(plain, calm)
    return calm


@lru_cache(maxsize=1)
def load_idioms(path: Path = DEFAULT) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return each idiom and its plain words, in order.

    Raises:
        ContentError: the file is wrong; says where.
    """
    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))["idioms"]
        return tuple(
            (re.compile(rf"\b(?:{entry['says']})", re.IGNORECASE), str(entry["plain"]))
            for entry in entries
        )
    except (OSError, yaml.YAMLError, KeyError, TypeError, re.error) as error:
        raise ContentError(f"{path} can not be read: {error}") from error
