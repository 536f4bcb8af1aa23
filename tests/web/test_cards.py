"""Cards that the page draws, each from the data that the server sends."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.web.asking import said

pytestmark = [pytest.mark.browser, pytest.mark.model]

LETTER = {
    "kind": "letter", "title": "Asking about breaks", "form": "letter",
    "body": "Dear [name],\n\nWhen are the breaks?", "forms": ["letter"],
    "bodies": {"letter": "Dear [name],\n\nWhen are the breaks?"},
}  # fmt: skip
COMPARISON = {
    "kind": "comparison", "names": ["The first", "The second"], "matters": [],
    "dimensions": [{"name": "Pay", "words": {"The first": "not known yet"}}],
    "money": [{"name": "Pay each week", "words": {"The first": "£0", "The second": "£390"}}],
}  # fmt: skip
CHECKLIST = {"kind": "checklist", "items": ["Read it", {"text": "Keep a copy"}]}


def test_a_letter_can_be_changed_and_saved_and_the_change_outlives_a_reload(told):
    page = told(LETTER)
    words = page.get_by_label("You can change the words here")
    assert words.input_value() == LETTER["body"]
    words.fill("Dear Sam,\n\nWhen are the breaks?")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as a text file").click()
    assert saved.value.suggested_filename == "letter.txt"
    assert Path(saved.value.path()).read_text() == "Dear Sam,\n\nWhen are the breaks?"
    page.reload()
    assert page.get_by_label("You can change the words here").input_value().startswith("Dear Sam")


def test_copying_says_that_it_was_done(told):
    page = told(LETTER)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy").click()
    page.wait_for_function("() => document.getElementById('announce').textContent === 'Copied.'")
    assert page.evaluate("navigator.clipboard.readText()") == LETTER["body"]


def test_two_offers_stand_side_by_side_in_a_table(told):
    page = told(COMPARISON)
    assert page.get_by_role("columnheader", name="The second").is_visible()
    row = page.get_by_role("row", name="Pay each week")
    assert row.get_by_role("cell").all_inner_texts() == ["£0", "£390"]
    assert page.get_by_role("row", name="Pay not known yet not known yet").is_visible()


def test_what_is_ticked_outlives_a_reload(told):
    page = told(CHECKLIST)
    page.get_by_label("Keep a copy").check()
    page.reload()
    assert page.get_by_label("Keep a copy").is_checked()
    assert not page.get_by_label("Read it").is_checked()


@pytest.mark.parametrize(
    "card", [{"kind": "hologram"}, {}, {"kind": "offer"}, {"kind": "phones", "phones": None}]
)
def test_a_card_that_can_not_be_drawn_leaves_its_text(told, card):
    assert "Here it is." in said(told(card))
