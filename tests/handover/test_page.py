"""What a person sees on the chat page while a key worker writes to them."""

from __future__ import annotations

import re

import pytest

from tests.handover.test_whole import KeyWorker, guide, sinks  # noqa: F401 (fixtures)
from tests.web.asking import ask, said
from tests.web.conftest import browser  # noqa: F401 (fixture)

pytestmark = [pytest.mark.browser, pytest.mark.model]


def test_the_key_workers_words_appear_by_themselves_under_their_name(guide, browser):  # noqa: F811
    page = browser.new_context().new_page()
    page.set_default_timeout(60_000)
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(guide.address)
    page.get_by_role("button", name="My rights at work").first.wait_for()
    ask(page, "can I talk to a real person please")
    page.get_by_role("button", name="Share this").click()
    page.locator("#messages").get_by_text("I have asked for a key worker").wait_for()
    worker = KeyWorker(guide)
    request = re.search(r"/staff/requests/\w+", worker.see())[0]
    worker.do(f"{request}/take")
    page.locator("#messages").get_by_text("Sam is here").wait_for()
    page.reload()
    worker.do(f"{request}/reply", text="Hello, <b>this</b> is Sam.")
    page.locator("#messages").get_by_text("Hello, <b>this</b> is Sam.").wait_for()
    assert "Sam:" in said(page)
    ask(page, "thank you for coming")
    assert "thank you for coming" in worker.see(f"{request}/messages")
    page.get_by_role("button", name="Back to the guide").last.click()
    page.locator("#messages").get_by_text("You have left the queue").wait_for()
    assert not faults
