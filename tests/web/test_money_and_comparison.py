"""Tables that the page draws by itself: the sum of being better off, and many jobs."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bot.money.known import Known
from bot.money.telling import tell
from bot.offers.offer import Hours, Offer, Pay
from bot.situation import Situation
from tests.web.asking import accessible, fits

pytestmark = pytest.mark.browser

STATIC = Path(__file__).parents[2] / "bot" / "web" / "static"
PAGE = """<!doctype html><html lang="en-GB"><head><title>Card</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/static/chat.css">
</head><body><main><h1>Card</h1><div id="here"></div><p id="left"></p></main></body></html>"""
DRAW = """async ([card, text]) => {
  const { drawCard } = await import("/static/cards.js");
  const { drawn, left } = drawCard(card, text, () => {}, () => {});
  document.getElementById("here").append(drawn);
  document.getElementById("left").textContent = left;
}"""
SITUATION = Situation(on=date(2026, 11, 22), nation="england", age=30)
STEADY = Offer(Pay(Decimal("12.80"), None, "hour"), Hours(Decimal(20), Decimal(20), True))
VARYING = Offer(
    Pay(Decimal("12.80"), None, "hour"), Hours(Decimal(8), Decimal(30), False), ("zero_hours",)
)


@pytest.fixture
def draw(browser):
    """Return the narrowest page with one card drawn on it."""
    context = browser.new_context(viewport={"width": 320, "height": 568})

    def answer(route):
        path = route.request.url.split("guide.test", 1)[1]
        if path.startswith("/static/"):
            kind = "text/css" if path.endswith(".css") else "text/javascript"
            body = (STATIC / path.removeprefix("/static/")).read_text(encoding="utf-8")
            route.fulfill(body=body, content_type=kind)
        else:
            route.fulfill(body=PAGE, content_type="text/html")

    def drawn(card, text=""):
        page = context.new_page()
        page.route("http://guide.test/**", answer)
        page.goto("http://guide.test/")
        page.evaluate(DRAW, [json.loads(json.dumps(card)), text])
        accessible(page, card["kind"])
        fits(page, card["kind"])
        return page

    yield drawn
    context.close()


def first_reply(offer):
    return tell(Known(offer, SITUATION, {"children": [], "partner": False}, ()))[0]


def test_the_sum_is_a_table_with_heads_for_rows_and_columns(draw):
    reply = first_reply(STEADY)
    page = draw(reply.card, reply.text)
    assert page.get_by_role("columnheader").all_inner_texts() == ["Without the job", "With the job"]
    month = reply.card["high"]["in_work"]
    cells = page.get_by_role("row", name="In all").get_by_role("cell").all_inner_texts()
    assert cells[1] == f"£{round(month['total_month']):,}"
    assert page.get_by_role("row", name="Universal Credit").is_visible()
    assert page.get_by_role("row", name="Childcare").count() == 0


def test_what_the_table_says_is_not_said_again_beside_it(draw):
    reply = first_reply(STEADY)
    left = draw(reply.card, reply.text).locator("#left").inner_text()
    assert "more would come in each month" in left
    assert "Take-home pay" not in left
    assert "Without the job" not in left


def test_varying_hours_have_a_range_and_a_worst_month(draw):
    reply = first_reply(VARYING)
    page = draw(reply.card, reply.text)
    assert page.get_by_role("columnheader", name="In the worst month").is_visible()
    assert " to £" in page.get_by_role("row", name="In all").inner_text()


def test_what_the_sum_leaves_out_can_be_opened(draw):
    reply = first_reply(STEADY)
    page = draw(reply.card, reply.text)
    page.get_by_text("What it leaves out").click()
    assert page.get_by_text(reply.card["high"]["not_included"][0]).is_visible()


def test_four_jobs_fit_on_a_narrow_phone(draw):
    names = ["The first job", "The second job", "The third job", "The fourth job"]
    pay = {"id": "pay", "name": "Pay and rewards", "words": dict.fromkeys(names[:3], "about good")}
    card = {
        "kind": "comparison", "names": names, "matters": [], "dimensions": [pay],
        "money": [{"id": "m", "name": "Pay each week", "words": {"The first job": "£0"}}],
    }  # fmt: skip
    page = draw(card)
    assert page.get_by_role("row", name="The fourth job not known yet").count() == 2
    assert page.get_by_role("rowheader", name="Pay each week").is_visible()


def test_what_matters_stands_first_and_once(draw):
    names = ["The first job", "The second job"]
    row = {"id": "T1", "name": "Guaranteed hours", "words": dict.fromkeys(names, "some")}
    pay = {"id": "pay", "name": "Pay", "words": dict.fromkeys(names, "about good practice")}
    card = {
        "kind": "comparison", "names": names, "matters": [pay, row], "dimensions": [pay],
        "money": [],
    }  # fmt: skip
    heads = draw(card).locator("tbody th").all_inner_texts()
    assert heads == ["Pay", "Guaranteed hours"]
