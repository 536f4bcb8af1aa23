"""How well offers are read, on the labelled sets that nothing was mended for."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import yaml

from bot.offers.measure import measure
from bot.settings import ROOT

HELD_OUT = ROOT / "tests" / "offers" / "extract"

#: The sets by their name in the metrics: the file, and whether only its unread half counts.
SETS = {
    "descriptions_fifth_unread": ("heldout5_chat", True),
    "descriptions_sixth": ("heldout6_chat", False),
    "descriptions_seventh": ("heldout7_chat", False),
    "descriptions_eighth": ("heldout8_chat", False),
    "descriptions_ninth": ("heldout9_chat", False),
    "descriptions_tenth": ("heldout10_chat", False),
    "descriptions_eleventh": ("heldout11_chat", False),
    "descriptions_twelfth": ("heldout12_chat", False),
    "descriptions_thirteenth": ("heldout13_chat", False),
    "descriptions_fourteenth": ("heldout14_chat", False),
    "adverts_fifth": ("heldout5_adverts", False),
}


def measure_offers() -> dict[str, Any]:
    """Return cases, and precision, recall and F1 per field, of each set that is there."""
    return {
        name: measure(_cases(file, unread_only=unread)).as_data()
        for name, (file, unread) in SETS.items()
        if (HELD_OUT / f"{file}.yml").is_file()
    }


def _cases(name: str, *, unread_only: bool) -> list[Mapping[str, Any]]:
    """Return the cases; what is mentioned in a description was not labelled in full."""
    cases = yaml.safe_load((HELD_OUT / f"{name}.yml").read_text(encoding="utf-8"))
    bare = [{key: value for key, value in case.items() if key != "mentions"} for case in cases]
    return [case for case in bare if not unread_only or is_unread(str(case["text"]))]


def is_unread(text: str) -> bool:
    """Tell whether a text of a set that is cut in two is in the half whose mistakes nobody read."""
    return not hashlib.sha256(text.encode()).digest()[0] % 2
