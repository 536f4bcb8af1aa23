"""Each safety answer on the page: the numbers can be rung, once each, and axe finds nothing."""

from __future__ import annotations

from datetime import date

import pytest

from bot.facts import load_facts
from bot.safety import answer
from bot.situation import Situation
from tests.safety.paths import paths
from tests.web.asking import accessible, ask, fits

pytestmark = [pytest.mark.browser, pytest.mark.model]

PATHS = paths(None, "northern_ireland")


def answers(told):
    return lambda route: route.fulfill(json=told)


def test_every_number_is_a_link_that_rings(open_page):
    page = open_page(320, 568)
    for kind, matter, about, nation in PATHS:
        here = Situation(on=date(2026, 11, 22), nation=nation)
        replies = answer(kind, here, about, load_facts(), (), matter)
        sent = [
            {
                "text": r.text,
                "card": r.card,
                "buttons": [{"title": b.title, "choice": "x.y"} for b in r.buttons],
            }
            for r in replies
        ]
        page.unroute_all()
        page.route("**/chat/message", answers({"id": "x", "replies": sent}))
        before = page.locator("#messages a[href^='tel:'], #messages a[href^='sms:']").count()
        ask(page, "words")
        links = page.locator("#messages a[href^='tel:'], #messages a[href^='sms:']").all()[before:]
        rung = [link.inner_text() for link in links]
        numbers = [
            phone["number"] for reply in replies if reply.card for phone in reply.card["phones"]
        ]
        assert [one for one in numbers if one not in rung] == [], (
            f"{kind} {matter} {about} {nation}"
        )
        assert page.get_by_role("button", name="Carry on").last.is_visible()
        assert page.get_by_role("link", name="Leave quickly").count() == 1
    fits(page, "after every answer")
    accessible(page, "after every answer")


def test_words_in_another_language_are_marked_and_run_their_own_way(open_page):
    page = open_page(320, 568)
    ask(page, "أبحث عن عمل ولا أتكلم الإنجليزية")
    told = page.locator("#messages p[lang=ar]")
    assert "999" in told.inner_text()
    assert told.evaluate("e => getComputedStyle(e).direction") == "rtl"
    fits(page, "in Arabic")
    accessible(page, "in Arabic")
