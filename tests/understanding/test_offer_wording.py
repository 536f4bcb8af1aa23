"""Adverts and described offers are told from questions by their wording."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.nlu.offer_wording import looks_like_offer

CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("offer_wording.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES["offers"], ids=lambda case: case["name"])
def test_it_reads_as_an_offer(case: dict[str, Any]) -> None:
    assert looks_like_offer(case["text"])


@pytest.mark.parametrize("case", CASES["others"], ids=lambda case: case["name"])
def test_it_is_left_to_the_classifier(case: dict[str, Any]) -> None:
    assert not looks_like_offer(case["text"])
