"""Named sentences about the facts, and the refusals, from cases.yml."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot import errors
from bot.facts import load_facts

CASES = yaml.safe_load((Path(__file__).parent / "cases.yml").read_text(encoding="utf-8"))
NAMED = [
    pytest.param(case, id=f"{group}: {sentence}")
    for group, sentences in CASES.items()
    for sentence, case in sentences.items()
]


@pytest.mark.parametrize("case", NAMED)
def test_sentence(case: dict[str, Any]) -> None:
    store = load_facts()
    asked = (case["id"], case["day"], case.get("nation"))
    if "raises" in case:
        with pytest.raises(getattr(errors, case["raises"]), match=case["says"]):
            store.get(*asked)
        return
    fact = store.get(*asked)
    assert fact.words == case["words"]
    assert fact.unsure is case.get("unsure", False)
