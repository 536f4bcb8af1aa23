"""A drafted message can be taken away as a Word file, and nothing of it stays."""

from io import BytesIO

import httpx
from docx import Document


def test_the_words_come_back_as_a_document(serving):
    words = "Dear [name],\n\nCan I have my terms in writing?\n\nThank you,\n[your name]"
    answer = httpx.post(f"{serving.address}/letters/docx", data={"title": "Terms", "body": words})
    assert answer.status_code == 200
    assert "attachment" in answer.headers["content-disposition"]
    document = Document(BytesIO(answer.content))
    assert "Can I have my terms in writing?" in [p.text for p in document.paragraphs]


def test_no_words_and_too_many_are_refused_in_words(serving):
    for words in ("", "   ", "x" * 10_001):
        answer = httpx.post(f"{serving.address}/letters/docx", data={"body": words})
        assert answer.status_code == 400
        assert answer.json()["problem"]


def test_characters_that_no_document_can_hold_are_left_out(serving):
    answer = httpx.post(f"{serving.address}/letters/docx", data={"body": "a\x00b\x0bc"})
    assert answer.status_code == 200
