"""Is this private? Answered from the settings of the deployment that is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.dialogue.turn import Outcome, Turn
from bot.handover.settings import load_handover
from bot.handover.words import counted
from bot.organisation import load_organisation
from bot.replies import Button, Reply
from bot.settings import Settings

DATA = Path(__file__).parents[2] / "data" / "talk" / "privacy.yml"


def tell_privacy(turn: Turn) -> Outcome:
    """Answer the question about privacy that was asked; the general one where none is named."""
    content = load_privacy()
    words = turn.text.lower()
    asked = next((q for q in content["questions"] if re.search(q["pattern"], words)), None)
    filled = _filled(content["parts"])
    entry = asked or content["general"]
    said = [text.format(**filled) for text in entry["say"]]
    if load_handover() and (asked is None or asked["id"] in ("key_worker", "recorded", "how_long")):
        said += [part for part in _of_handover(filled) if part not in said]
    if re.search(content["danger"]["pattern"], words):
        said += content["danger"]["say"]
    buttons = tuple(Button(title, payload) for title, payload in content["buttons"])
    *first, last = said
    return Outcome((*(Reply(text) for text in first), Reply(last, buttons)), {"missed": None})


def _filled(parts: Mapping[str, str]) -> dict[str, str]:
    organisation, handover = load_organisation(), load_handover()
    run_by = organisation.name or parts["run_by_unnamed"]
    filled = {
        "run_by": run_by,
        "run_by_start": run_by[0].upper() + run_by[1:],
        "keep_days": counted(Settings.from_environment().keep_days, "day"),
        "kept_hours": counted(handover.keep_hours, "hour") if handover else "",
    }
    needed = ("kept", "until", "key_worker_off", "key_worker_on", "kept_after")
    told = {name: parts[name].format(**filled) for name in needed}
    told["key_worker"] = told["key_worker_on" if handover else "key_worker_off"]
    return {**filled, **told}


def _of_handover(filled: Mapping[str, str]) -> Iterable[str]:
    yield filled["key_worker_on"]
    yield filled["kept_after"]


@lru_cache(maxsize=1)
def load_privacy() -> dict[str, Any]:
    """Return the answers about privacy."""
    data: dict[str, Any] = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return data
