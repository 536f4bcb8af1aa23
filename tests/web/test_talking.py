"""Talking on the page: answers, choices, reload, erasing, leaving, and trouble on the way."""

from __future__ import annotations

import re

import pytest

from tests.web.asking import BREAKS, OFFER, answered, ask, kept, said

pytestmark = [pytest.mark.browser, pytest.mark.model]


def test_a_question_is_answered_on_the_page(open_page):
    page = open_page()
    ask(page, BREAKS)
    assert "20 minutes" in said(page)
    assert page.get_by_label("Your message").input_value() == ""


def test_a_choice_is_sent_and_then_can_be_read_but_not_pressed_again(open_page):
    page = open_page()
    choice = page.get_by_role("button", name="My rights at work").first
    choice.click()
    page.get_by_role("button", name="Breaks", exact=True).wait_for()
    assert choice.get_attribute("aria-disabled") == "true"
    count = page.locator("#messages > li").count()
    choice.press("Enter")
    page.wait_for_timeout(300)
    assert page.locator("#messages > li").count() == count


def test_a_reload_keeps_the_conversation_and_the_draft(open_page):
    page = open_page()
    ask(page, BREAKS)
    page.get_by_label("Your message").fill("and what if")
    before = said(page)
    page.reload()
    page.get_by_label("Your message").wait_for()
    assert said(page) == before
    assert page.get_by_label("Your message").input_value() == "and what if"
    ask(page, "what if i was 17")
    assert "30 minutes" in said(page)


def test_markup_is_shown_as_typed(open_page):
    page = open_page()
    ask(page, "<img src=x onerror=alert(1)> <b>hello</b>")
    assert page.locator("#messages img, #messages b").count() == 0
    assert "<img src=x onerror=alert(1)>" in said(page)


def test_an_empty_message_is_not_sent(open_page):
    page = open_page()
    count = page.locator("#messages > li").count()
    page.get_by_label("Your message").fill("   ")
    page.get_by_role("button", name="Send").click()
    page.get_by_text("Type a message first").wait_for()
    assert page.locator("#messages > li").count() == count


def test_ten_thousand_and_one_characters_stay_in_the_box(open_page):
    page = open_page()
    page.get_by_label("Your message").fill("a" * 10_001)
    assert "10001 of 10000" in page.locator("#length").inner_text()
    page.get_by_role("button", name="Send").click()
    page.locator(".problem").get_by_text("two parts").wait_for()
    assert len(page.get_by_label("Your message").input_value()) == 10_001
    page.get_by_label("Your message").fill(BREAKS)
    page.get_by_role("button", name="Send").click()
    page.get_by_text("20 minutes").first.wait_for()
    assert page.locator(".problem").count() == 0


def test_a_lost_connection_comes_back_and_the_message_is_answered_once(open_page):
    page = open_page()
    ids = []

    def lose(route):
        ids.append(route.request.post_data_json["id"])
        if len(ids) < 3:
            route.abort()
        else:
            route.continue_()

    page.route("**/chat/message", lose)
    page.get_by_label("Your message").fill(BREAKS)
    page.get_by_role("button", name="Send").click()
    page.get_by_text("The connection is slow").wait_for()
    page.get_by_text("20 minutes").first.wait_for()
    assert len(ids) == 3
    assert len(set(ids)) == 1
    assert page.locator("#messages > .mine").count() == 1


def test_a_connection_that_stays_lost_keeps_the_words_and_resends_with_the_same_id(open_page):
    page = open_page()
    ids = []
    page.route("**/chat/message", lambda route: route.abort())
    page.on(
        "request",
        lambda r: ids.append(r.post_data_json["id"]) if r.url.endswith("/message") else None,
    )
    page.get_by_label("Your message").fill(BREAKS)
    page.get_by_role("button", name="Send").click()
    page.locator(".problem").get_by_text("I can not reach the guide").wait_for()
    assert page.get_by_label("Your message").input_value() == BREAKS
    page.unroute("**/chat/message")
    page.reload()
    page.get_by_label("Your message").wait_for()
    assert page.get_by_label("Your message").input_value() == BREAKS, "a reload keeps the words"
    page.get_by_role("button", name="Send").click()
    page.get_by_text("20 minutes").first.wait_for()
    assert len(ids) == 5
    assert len(set(ids)) == 1


def test_an_answer_that_was_lost_on_the_way_back_is_not_given_twice(open_page, serving):
    page = open_page()
    lost = []

    def lose_the_answer(route):
        answer = route.fetch()
        if not lost:
            lost.append(answer.text())
            route.abort()
        else:
            assert answer.text() == lost[0]
            route.fulfill(response=answer)

    page.route("**/chat/message", lose_the_answer)
    ask(page, BREAKS)
    assert "20 minutes" in said(page)


def test_a_reload_while_the_answer_is_on_its_way_still_shows_it(open_page):
    page = open_page()
    page.route("**/chat/message", lambda route: None)
    page.get_by_label("Your message").fill(BREAKS)
    page.get_by_role("button", name="Send").click()
    page.wait_for_function("() => JSON.parse(sessionStorage['good-work-guide']).unsent")
    page.unroute("**/chat/message")
    page.reload()
    page.get_by_text("20 minutes").first.wait_for()
    assert page.locator("#messages > .mine").count() == 1


def test_what_the_server_refuses_is_told_with_helplines_and_the_words_stay(open_page):
    page = open_page()
    problem = {"problem": "Try again in a minute.", "phones": [
        {"name": "Samaritans", "number": "116 123", "hours": "day and night"}]}  # fmt: skip
    page.route("**/chat/message", lambda route: route.fulfill(status=429, json=problem))
    page.get_by_label("Your message").fill(BREAKS)
    page.get_by_role("button", name="Send").click()
    shown = page.locator(".problem")
    shown.get_by_text("Try again in a minute.").wait_for()
    assert shown.get_by_role("link", name="116 123").get_attribute("href") == "tel:116123"
    assert page.get_by_label("Your message").input_value() == BREAKS


def test_a_choice_that_could_not_be_sent_can_be_pressed_again(open_page):
    page = open_page()
    page.route("**/chat/message", lambda route: route.fulfill(status=429, json={"problem": "No."}))
    choice = page.get_by_role("button", name="My rights at work").first
    choice.click()
    page.locator(".problem").wait_for()
    assert choice.get_attribute("aria-disabled") == "false"
    page.unroute("**/chat/message")
    choice.click()
    page.get_by_role("button", name="Breaks", exact=True).wait_for()


def test_a_session_that_ended_keeps_the_words_and_starts_anew(open_page):
    page = open_page()
    page.evaluate(
        """() => { const kept = JSON.parse(sessionStorage['good-work-guide']);
        kept.token = 'none.of ours'; sessionStorage['good-work-guide'] = JSON.stringify(kept); }"""
    )
    page.reload()
    page.get_by_label("Your message").fill(BREAKS)
    page.get_by_role("button", name="Send").click()
    page.locator(".problem").get_by_text("This conversation has ended").wait_for()
    assert page.get_by_label("Your message").input_value() == BREAKS
    page.get_by_role("button", name="Send").click()
    page.get_by_text("20 minutes").first.wait_for()


def test_starting_again_is_one_press(open_page):
    page = open_page()
    ask(page, BREAKS)
    before = page.locator("#messages > .theirs").count()
    page.get_by_role("button", name="Start again").click()
    answered(page, before)
    assert "Start again" in page.locator("#messages > .mine").last.inner_text()


def test_erasing_asks_once_and_then_leaves_nothing_here_or_there(open_page, serving):
    page = open_page()
    ask(page, BREAKS)
    rows = serving.rows("select count(*) from conversation")
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_role("button", name="No, keep it").click()
    assert "20 minutes" in said(page)
    page.get_by_role("button", name="Erase everything").click()
    with page.expect_response("**/chat/erase") as erased:
        page.get_by_role("button", name="Yes, erase it").click()
    assert erased.value.json() == {"erased": True}
    page.get_by_role("button", name="My rights at work").first.wait_for()
    assert "20 minutes" not in said(page)
    assert serving.rows("select count(*) from conversation")[0] <= rows[0]


def test_an_erasing_that_fails_is_not_called_done(open_page):
    page = open_page()
    ask(page, BREAKS)
    page.route("**/chat/erase", lambda route: route.abort())
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_role("button", name="Yes, erase it").click()
    page.locator(".problem").get_by_text("could not erase").wait_for()
    assert "20 minutes" in said(page)
    assert kept(page)["token"]


def test_leaving_quickly_erases_and_leaves_nothing_to_come_back_to(open_page, serving):
    page = open_page()
    ask(page, BREAKS)
    erased = []
    page.context.route(
        re.compile("bbc.co.uk"),
        lambda route: route.fulfill(content_type="text/html", body="<title>Weather</title>"),
    )
    page.on("request", lambda r: erased.append(r.url) if r.url.endswith("/chat/erase") else None)
    page.get_by_role("link", name="Leave quickly").click()
    page.wait_for_url(re.compile("bbc.co.uk"))
    assert erased
    page.go_back()
    assert serving.address not in page.url
    assert "20 minutes" not in page.content()


def test_an_offer_is_drawn_and_what_the_card_says_is_not_said_twice(open_page):
    page = open_page()
    ask(page, OFFER)
    assert page.locator(".dimensions > li").count() == 6
    assert page.locator(".steps .may-be").count() >= 2
    assert page.locator(".alert h2").count() >= 1
    title = page.locator(".alert h2").first.inner_text()
    assert said(page).count(title) == 1


def test_phones_can_be_rung_and_sources_open(open_page):
    page = open_page()
    ask(page, "can i talk to a person")
    assert page.get_by_role("link", name="0300 123 1100").get_attribute("href") == "tel:03001231100"
    assert said(page).count("0300 123 1100") == 1
    ask(page, BREAKS)
    ask(page, "where does that come from")
    sources = page.locator("details", has_text="Sources").last
    sources.locator("summary").click()
    assert sources.locator("li").count() >= 1
    for link in sources.get_by_role("link").all():
        assert link.get_attribute("href").startswith("https://")


def test_without_javascript_the_page_says_who_to_ring(open_page):
    page = open_page(greeted=False, java_script_enabled=False)
    assert "0300 123 1100" in page.content()
    page.get_by_text("If the chat does not open").wait_for()
    assert not page.locator("#form").is_visible()
