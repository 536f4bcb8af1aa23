"""A real browser, and a page of its own for each test."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.web.asking import accessible, ask, fits

CHROMIUM = os.environ.get("GOODWORK_CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
#: Milliseconds; the machine may be busy.
PATIENCE = 60_000


@pytest.fixture(scope="module")  # while it runs, no test of another folder can run a loop
def browser():
    from playwright.sync_api import sync_playwright

    if not Path(CHROMIUM).exists():
        pytest.fail(f"There is no {CHROMIUM}. Install it: apt-get install chromium.")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture
def open_page(browser, serving):
    """Open the chat page in a browser context of its own, and wait for the greeting."""
    contexts = []

    def open_(width=360, height=640, greeted=True, path="/", **options):
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.faults = []
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.goto(serving.address + path)
        if greeted:
            page.get_by_role("button", name="My rights at work").first.wait_for()
        return page

    yield open_
    for context in contexts:
        for page in context.pages:
            faults = getattr(page, "faults", [])
            assert not faults, faults
        context.close()


@pytest.fixture
def told(open_page):
    """Return the page after it was told a reply with this card."""

    def tell(card, text="Here it is."):
        page = open_page(320, 568)
        replies = {"id": "x", "replies": [{"text": text, "buttons": [], "card": card}]}
        page.route("**/chat/message", lambda route: route.fulfill(json=replies))
        ask(page, "show me")
        accessible(page, "with a card")
        fits(page, "with a card")
        return page

    return tell
