"""The page for everybody: axe in every state, small and large, keyboard, live region, colours."""

from __future__ import annotations

import pytest

from tests.web.asking import BREAKS, OFFER, accessible, ask, fits, said

pytestmark = [pytest.mark.browser, pytest.mark.model]

SIZES = {"a phone": (360, 640), "the narrowest": (320, 568), "a desk": (1280, 800)}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_in_any_state(open_page, size, colours):
    width, height = SIZES[size]
    page = open_page(width, height, color_scheme=colours)
    accessible(page, "greeted")
    for words in (BREAKS, "where does that come from", OFFER, "show me why", "questions to ask",
                  "i want to die"):  # fmt: skip
        ask(page, words)
        for summary in page.locator("#messages > li:last-child summary").all():
            summary.click()
        fits(page, words)
    accessible(page, "after a conversation")
    page.get_by_role("button", name="Erase everything").click()
    accessible(page, "asked whether to erase")
    page.get_by_role("button", name="No, keep it").click()
    page.route("**/chat/message", lambda route: route.fulfill(status=429, json={
        "problem": "No.", "phones": [{"name": "Samaritans", "number": "116 123"}]}))  # fmt: skip
    page.get_by_label("Your message").fill(BREAKS)
    page.get_by_role("button", name="Send").click()
    page.locator(".problem").wait_for()
    accessible(page, "refused")


def test_text_at_two_hundred_percent_fits_a_narrow_screen(open_page):
    page = open_page(320, 568)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    ask(page, OFFER)
    fits(page, "200 % text")
    page.get_by_role("link", name="Leave quickly").scroll_into_view_if_needed()
    assert page.get_by_role("button", name="Send").is_visible()
    place = page.locator("#bar, #form").first.evaluate("e => getComputedStyle(e).position")
    assert place == "static", "nothing stays in place where it would cover the words"


def test_forced_colours_keep_every_edge(open_page):
    page = open_page(forced_colors="active")
    ask(page, OFFER)
    accessible(page, "forced colours")
    edge = page.locator("#messages > .theirs").last.evaluate("e => getComputedStyle(e).borderColor")
    paper = page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor")
    assert edge != paper


def test_everything_can_be_done_with_the_keyboard(open_page):
    page = open_page(1280, 800)
    page.keyboard.press("Tab")
    assert focused(page) == "Leave quickly"
    page.keyboard.press("Tab")
    assert focused(page) == "My rights at work"
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Breaks", exact=True).wait_for()
    assert focused(page) == "Your message", "a pressed choice leads to the box"
    page.keyboard.type(BREAKS)
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("in England")
    assert "\n" in page.get_by_label("Your message").input_value()
    page.keyboard.press("Enter")
    page.get_by_text("20 minutes").first.wait_for()
    assert focused(page) == "Your message", "an answer does not move the focus"
    for name in ("Send", "Start again", "Erase everything"):
        page.keyboard.press("Tab")
        assert focused(page) == name
    page.keyboard.press("Enter")
    assert focused(page) == "Yes, erase it"
    page.keyboard.press("Escape")
    assert focused(page) == "Erase everything"
    assert "20 minutes" in said(page)


def test_the_focus_can_be_seen_and_is_never_covered(open_page):
    page = open_page(360, 640)
    ask(page, OFFER)
    ask(page, BREAKS)
    page.locator("#text").focus()
    for _ in range(12):
        page.keyboard.press("Shift+Tab")
        page.wait_for_timeout(50)
        seen = page.evaluate(
            """() => { const e = document.activeElement, r = e.getBoundingClientRect();
            const hit = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2);
            const clear = Boolean(hit && (e.contains(hit) || hit.contains(e)));
            return [e.textContent.slice(0, 40), clear, getComputedStyle(e).outlineStyle]; }"""
        )
        assert seen[1], f"covered: {seen[0]}"
        assert seen[2] != "none", f"no ring: {seen[0]}"


def test_new_messages_are_announced_once_apart_from_the_conversation(open_page):
    page = open_page()
    page.evaluate(
        """() => { window.heard = []; new MutationObserver(() => {
        window.heard.push(document.getElementById('announce').textContent); }).observe(
        document.getElementById('announce'), { childList: true }); }"""
    )
    ask(page, BREAKS)
    page.wait_for_function("() => document.getElementById('announce').textContent === ''")
    spoken = [words for words in page.evaluate("window.heard") if words]
    assert len(spoken) == 1
    assert "20 minutes" in spoken[0]
    assert page.locator("#announce").get_attribute("aria-live") == "polite"
    assert (
        page.locator("#messages [aria-live], #messages[aria-live], #messages[role=log]").count()
        == 0
    )


def test_who_speaks_is_said_with_every_message(open_page):
    page = open_page()
    ask(page, BREAKS)
    for item in page.locator("#messages > li").all():
        speaker = "You said" if item.get_attribute("class") == "mine" else "The guide said"
        assert item.inner_text().startswith(speaker)
        assert item.get_attribute("dir") == "auto"


def test_what_is_pressed_is_large_enough(open_page):
    page = open_page(320, 568)
    ask(page, BREAKS)
    for place in page.locator("button:visible, a.leave, summary:visible").all():
        assert place.bounding_box()["height"] >= 44, place.inner_text()


def focused(page) -> str:
    return str(
        page.evaluate(
            """() => { const e = document.activeElement;
            return e.labels && e.labels[0] ? e.labels[0].textContent : e.textContent; }"""
        )
    )
