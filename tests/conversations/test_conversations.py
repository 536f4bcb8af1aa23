"""Whole conversations through the real model and the real actions, told as YAML.

A turn says or presses something; what follows is what must be true of the answer:
`intent`, `safety`, `contain` and `lack` (in the words of all replies), `buttons` (titles that are
offered), `card` (a kind), `slots`, `facts` (ids used), `silent_about` (fact ids not used).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent

#: Folders whose files are tables for other tests, as are the files beside this one.
TABLES = {"each_barrier", "figures", "follow_ups", "open_questions", "reach"}


def conversations() -> list[Any]:
    found = []
    for path in sorted(HERE.rglob("*.yml")):
        if path.parent == HERE or path.parent.name in TABLES:
            continue
        for told in yaml.safe_load(path.read_text(encoding="utf-8")):
            name = f"{path.parent.name}: {told['conversation']}"
            found.append(pytest.param(told, id=name))
    return found


@pytest.mark.model
@pytest.mark.parametrize("told", conversations())
def test_conversation(told, talk, loop):
    talk.start_new()
    talk.set(str(told.get("date", "2026-11-22")), told.get("nation"))
    offered: list[dict[str, str]] = []
    for number, turn in enumerate(told["turns"], 1):
        if "press" in turn:
            payloads = {b["title"]: b["payload"] for b in offered}
            assert turn["press"] in payloads, f"turn {number}: offered were {list(payloads)}"
            got = loop.run_until_complete(talk.press(payloads[turn["press"]]))
        else:
            got = loop.run_until_complete(talk.say(turn["say"]))
        offered = [button for reply in got["replies"] for button in reply["buttons"]]
        check(turn, got, f"turn {number}")


def check(turn: dict[str, Any], got: dict[str, Any], where: str) -> None:
    words = "\n".join(reply["text"] for reply in got["replies"])
    where = f"{where}: {got['user']!r} ({got['intent']} {got['confidence']})\n{words}"
    assert got["replies"], f"{where}: silence"
    if "intent" in turn:
        assert got["intent"] == turn["intent"], where
    if "safety" in turn:
        assert got["safety"] == turn["safety"], where
    for part in turn.get("contain", ()):
        assert str(part).lower() in words.lower(), f"{part!r} missing. {where}"
    for part in turn.get("lack", ()):
        assert str(part).lower() not in words.lower(), f"{part!r} said. {where}"
    titles = [button["title"] for reply in got["replies"] for button in reply["buttons"]]
    for title in turn.get("buttons", ()):
        assert title in titles, f"{title!r} not offered, only {titles}. {where}"
    kinds = [reply["card"]["kind"] for reply in got["replies"] if reply["card"]]
    if "card" in turn:
        assert turn["card"] in kinds, f"cards {kinds}. {where}"
    for name, value in turn.get("slots", {}).items():
        assert got["slots"].get(name) == value, f"{name}={got['slots'].get(name)!r}. {where}"
    for fact in turn.get("facts", ()):
        assert fact in got["facts"], f"{fact} not used, only {got['facts']}. {where}"
