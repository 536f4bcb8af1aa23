"""The cards of a practice talk, drawn by the page from the data that the server sends."""

from __future__ import annotations

import pytest

from tests.web.asking import said

pytestmark = [pytest.mark.browser, pytest.mark.model]

SPEECH = {"kind": "speech", "name": "Donna", "mood": "guarded", "words": "It's a job, isn't it."}
WORDS = "How the talk went, turn by turn: 1 guarded, 2 opening up."
PICTURE = {
    "kind": "scene_over_time", "name": "Donna", "least": -5, "most": 5, "began": 0, "words": WORDS,
    "points": [
        {"turn": 1, "mood": "guarded", "level": -2, "marks": ["lecturing"]},
        {"turn": 2, "mood": "opening up", "level": 2, "marks": ["told"]},
    ],
}  # fmt: skip


def test_what_the_person_says_is_said_once(told):
    page = told(SPEECH, "Donna: It's a job, isn't it.")
    assert said(page).count("It's a job, isn't it.") == 1
    assert page.locator(".speech strong").inner_text() == "Donna:"


def test_the_talk_over_time_is_a_picture_with_the_same_words_beside_it(told):
    page = told(PICTURE, WORDS)
    assert page.get_by_role("img", name=WORDS).count() == 1
    assert said(page).count(WORDS) == 1
    page.get_by_text("Each turn", exact=True).click()
    rows = page.get_by_role("row")
    assert rows.count() == 2
    assert "something was told" in rows.nth(1).inner_text()
