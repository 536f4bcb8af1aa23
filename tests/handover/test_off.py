"""The guide as it is served without a handover, and its sheets."""

from __future__ import annotations

import httpx
import pytest

from tests.serving import Person

pytestmark = pytest.mark.model


def test_the_staff_page_is_not_there_unless_switched_on(serving):
    assert httpx.get(f"{serving.address}/staff").status_code == 404
    person = Person(serving)
    told = person.http.get("/chat/news", headers=person.headers).json()
    assert told["state"] == "none"
    assert told["news"] == []


def test_a_sheet_is_served_for_a_nation_without_script(serving):
    answer = httpx.get(f"{serving.address}/sheets/being_judged", params={"nation": "wales"})
    assert "Group session: Being judged" in answer.text
    assert "Wales" in answer.text
    assert "script" not in answer.headers["content-security-policy"]
    assert httpx.get(f"{serving.address}/sheets/nothing").status_code == 404
