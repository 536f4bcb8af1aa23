"""What a person may agree to share: from what the conversation remembers, never their words."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

from bot.barriers.content import load_entries
from bot.dialogue.subjects import SLOT
from bot.facts.words import joined
from bot.handover.words import load_words
from bot.situation import NATION_NAMES
from bot.talk.catalogue import load_catalogue


def summary(memory: Mapping[str, Any], left_out: Container[str] = ()) -> dict[str, str]:
    """Return the lines that can be shared, by what they are about."""
    words = load_words()
    values = {
        "nation": NATION_NAMES[memory["nation"]] if memory.get("nation") else None,
        "age": memory.get("age"),
        "status": words["statuses"].get(memory.get("status")),
        "universal_credit": memory.get("universal_credit"),
        "topic": _topic(memory.get(SLOT) or {}),
        "barriers": _barriers(memory.get("told_barriers") or ()),
    }
    return {
        name: words["fields"][name].format(value=value)
        for name, value in values.items()
        if value and name not in left_out
    }


def _topic(subject: Mapping[str, Any]) -> str:
    return load_catalogue().get(f"ask_{subject.get('id')}", "") if "id" in subject else ""


def _barriers(told: Any) -> str:
    entries = load_entries()
    names = dict.fromkeys(str(each).partition(":")[0] for each in told)
    return joined(tuple(entries[name].named for name in names if name in entries))
