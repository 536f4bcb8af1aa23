"""Each barrier, told three times: heard, its cause with a figure, what helps, and never the same.

`each_barrier/tellings.yml` holds the wordings, and what the answers must say.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.talk.catalogue import read_catalogue

TABLE = Path(__file__).parent / "each_barrier" / "tellings.yml"
TOLD = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
TODAY = "2026-11-22"


def texts(got: dict[str, Any]) -> list[str]:
    return [reply["text"] for reply in got["replies"]]


def test_no_barrier_of_the_catalogue_is_left_out():
    assert [one["barrier"] for one in TOLD] == list(read_catalogue()["barriers"])


@pytest.mark.model
@pytest.mark.parametrize("told", TOLD, ids=lambda told: told["barrier"])
def test_a_barrier_is_heard_explained_and_met_with_help_and_told_anew(told, talk, loop):
    def say(words: str) -> dict[str, Any]:
        got: dict[str, Any] = loop.run_until_complete(talk.say(words))
        return got

    talk.start_new()
    talk.set(TODAY, told["nation"])
    tellings = [say(told["says"][0])]
    recognition, *rest = texts(tellings[0])
    assert told["heard"] in recognition, "heard in its own terms before anything else"
    cause = next((text for text in rest if told["source"] in text), None)
    assert cause, f"no finding of {told['source']} in {rest}"
    assert re.search(r"\bIn 20\d\d\b", cause), f"no year: {cause}"
    assert any(fact.startswith("evidence.") for fact in tellings[0]["facts"])
    assert rest[-1].endswith("?"), "the talk is left open"

    offered = {b["title"]: b["payload"] for r in tellings[0]["replies"] for b in r["buttons"]}
    helped = loop.run_until_complete(talk.press(offered["What can help"]))
    for part in told["helps"]:
        assert part in "\n".join(texts(helped)), f"{part!r} missing: {texts(helped)}"
    cards = [reply["card"] for reply in say("where does that come from?")["replies"]]
    assert [card["kind"] for card in cards if card] == ["sources"]

    tellings += [say(words) for words in told["says"][1:]]
    for words, got in zip(told["says"], tellings, strict=True):
        assert got["intent"] == f"barrier_{told['barrier']}", words
    assert len({texts(got)[0] for got in tellings}) == 3, "recognised in other words each time"
    assert texts(tellings[2]) != texts(tellings[0])
    assert any(fact.startswith("evidence.") for fact in tellings[2]["facts"])
