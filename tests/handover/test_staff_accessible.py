"""The staff page for everybody: axe in every state, on a phone and a desk, light and dark."""

from __future__ import annotations

import os
import secrets

import pytest

from bot.engine.handing import utc_now
from tests.handover.test_staff import (  # noqa: F401 (fixtures)
    PASSWORD,
    accounts,
    desk,
    engine,
    site,
)
from tests.web.asking import accessible, fits
from tests.web.conftest import PATIENCE, browser  # noqa: F401 (fixture)

pytestmark = pytest.mark.browser

LONG = "I wrote to " + "https://a.very.long.address.example.org/" * 3 + " and got no answer. <b>"


@pytest.fixture
def staff_page(site, accounts, browser):  # noqa: F811
    """Open the staff page, not signed in."""
    contexts = []

    def open_(width, height, colours, **options):
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=colours,
            extra_http_headers={"X-From": secrets.token_hex(4)},
            **options,
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{site}/staff")
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture
def ask(desk):  # noqa: F811
    """Let somebody wait; who still does at the end leaves."""
    waiting = []

    def asked():
        waiting.append(secrets.token_hex(8))
        desk.ask(waiting[-1], ["Work is in Wales.", "Asked about: sick pay."], utc_now())
        return waiting[-1]

    yield asked
    for person in waiting:
        desk.leave(person, utc_now())


def fine(page, state):
    accessible(page, state)
    fits(page, state)
    for place in page.locator("button:visible, input:visible, textarea:visible, a.tall").all():
        assert place.bounding_box()["height"] >= 44, f"{state}: {place.inner_text()} is too small"


def sign_in(page, password=PASSWORD):
    page.get_by_label("Name").fill("Sam")
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


@pytest.mark.parametrize(
    ("width", "height", "colours"), [(320, 568, "light"), (360, 640, "dark"), (1280, 800, "light")]
)
def test_axe_finds_nothing_from_signing_in_to_handing_back(
    desk,  # noqa: F811
    ask,
    staff_page,
    site,  # noqa: F811
    width,
    height,
    colours,
):
    page = staff_page(width, height, colours)
    fine(page, "to sign in")
    sign_in(page, "wrong")
    page.get_by_role("alert").wait_for()
    fine(page, "refused")
    sign_in(page)
    page.get_by_text("Nobody waits now").wait_for()
    fine(page, "nobody waits")
    person = ask()
    page.get_by_role("link", name="Look again").click()
    page.locator("#queue a").click()
    fine(page, "a request that waits")
    page.get_by_role("button", name="Take this conversation").click()
    page.get_by_label("Your answer").wait_for()
    desk.said(person, LONG, False, utc_now())
    desk.said(person, "I want to kill myself", True, utc_now())
    page.reload()
    page.get_by_text("May be urgent.").first.wait_for()
    fine(page, "a conversation, one message urgent")
    if shots := os.environ.get("GOODWORK_SHOTS"):
        page.screenshot(path=f"{shots}/staff-{width}-{colours}.png", full_page=True)
    page.get_by_role("link", name="People who wait").click()
    page.get_by_text("May be urgent.").wait_for()
    fine(page, "somebody urgent in the queue")
    page.locator("#queue a").click()
    page.get_by_role("button", name="Hand back to the guide").click()
    page.get_by_text("Nobody waits now").wait_for()
    page.goto(f"{site}/staff/requests/unknown")
    fine(page, "gone")


def test_new_messages_come_by_themselves_and_leave_what_is_being_written(
    desk,  # noqa: F811
    ask,
    staff_page,
):
    page, person = staff_page(360, 640, "light"), ask()
    taken(page)
    page.get_by_label("Your answer").fill("I am writing this")
    desk.said(person, "here is what I wanted to say", False, utc_now())
    page.locator("#messages").get_by_text("here is what I wanted to say").wait_for()
    assert page.get_by_label("Your answer").input_value() == "I am writing this"
    assert page.evaluate("document.activeElement.id") == "text"
    page.get_by_role("button", name="Send").click()
    page.locator("#messages").get_by_text("I am writing this").wait_for()
    page.get_by_role("button", name="Hand back to the guide").click()


def test_it_works_without_scripts(desk, ask, staff_page):  # noqa: F811
    page, person = staff_page(360, 640, "light", java_script_enabled=False), ask()
    taken(page)
    desk.said(person, "words without a script", False, utc_now())
    page.get_by_role("link", name="Look again").click()
    assert "words without a script" in page.locator("#messages").inner_text()
    page.get_by_role("button", name="Hand back to the guide").click()


def taken(page):
    sign_in(page)
    page.locator("#queue a").click()
    page.get_by_role("button", name="Take this conversation").click()
