"""What the guide says about an offer, and what it never says in public."""

import re
from datetime import date

import attrs
import pytest

from bot.facts import load_facts
from bot.offers.advice import first_month, make_better, refusing
from bot.offers.assess import assess
from bot.offers.bar import load_bar, view
from bot.offers.compare import compare
from bot.offers.compare import replies as comparison_replies
from bot.offers.explain import explain, packed, why
from bot.offers.export import to_csv, to_html, to_json
from bot.offers.feelings import feeling_questions, together
from bot.offers.fit import Life
from bot.situation import NATIONS, Situation
from tests.offers.offers_from_words import offer_from
from tests.offers.test_assess import GOOD, POOR, SCAM, TODAY

WORST = offer_from(
    {
        "pay": "9 hour", "hours": "52", "contract": ["zero_hours"], "shift": "12", "unpaid": "3",
        "costs": "20", "patterns": ["split_shifts", "nights", "weekends", "on_call", "rotating"],
        "flags": [
            "no_breaks", "no_holiday_pay", "no_written_terms", "exclusivity", "cash_in_hand",
            "unpaid_trial", "unpaid_training", "unpaid_travel_between_jobs", "deductions",
            "pay_for_uniform_or_kit", "pay_for_check", "no_sick_pay_claimed",
            "bogus_self_employment", "over_48_hours",
        ],
    }
)  # fmt: skip
BLAME = re.compile(
    r"\b(just|simply|should have|realistic|motivated|excuses?|illegal|bad job|exploitative)\b|!"
)


@pytest.fixture(scope="module")
def store():
    return load_facts()


def every_offer():
    yield from (POOR, GOOD, SCAM, WORST, offer_from({}), offer_from({"flags": ["passport_kept"]}))
    yield offer_from({"pay": "11 14 hour", "hours": "16 40", "contract": ["agency"]})
    yield offer_from({"pay": "24000 year", "hours": "40", "contract": ["permanent"]})


@pytest.mark.parametrize("nation", [None, *NATIONS])
@pytest.mark.parametrize("offer", every_offer())
def test_every_reply_keeps_to_the_voice(offer, nation, store):
    situation = Situation(on=date(2026, 11, 22), nation=nation)
    for reply in explain(assess(offer, situation, store), store):
        assert len(reply.text.split()) <= 60, reply.text
        assert not BLAME.search(reply.text), reply.text
        assert "{" not in reply.text
        for sentence in re.split(r"(?<=[.?:])\s", reply.text):
            assert len(sentence.split()) <= 25, sentence
        for button in reply.buttons:
            assert len(button.title) <= 20


def test_what_was_understood_comes_first_then_the_law(store):
    found = explain(assess(attrs.evolve(POOR, red_flags=("unpaid_trial",)), TODAY, store), store)
    assert "understood" in found[0].text
    assert "trial" in found[1].text
    kinds = [reply.card["kind"] for reply in found if reply.card]
    assert kinds == ["alert", "offer", "questions"]


def test_under_a_scam_there_is_no_score_and_no_question(store):
    found = explain(assess(SCAM, TODAY, store), store)
    assert all(reply.card is None for reply in found)
    assert "scam" in found[0].text


def test_under_exploitation_the_helpline_is_in_the_first_words(store):
    found = explain(assess(offer_from({"flags": ["passport_kept"]}), TODAY, store), store)
    said = " ".join(reply.text for reply in found)
    assert "999" in said
    assert "08000 121 700" in said
    assert len(found) <= 2


@pytest.mark.parametrize("offer", every_offer())
def test_no_overall_number_and_no_bar_in_public(offer, store):
    for reply in explain(assess(offer, TODAY, store), store):
        assert "overall" not in reply.text.lower()
        assert "overall" not in str(reply.card)
        assert "'bar'" not in str(reply.card)
        assert "out of 10" not in reply.text


def test_refusing_says_that_benefits_can_be_affected_with_advice_for_the_nation(store):
    for nation, words in (("england", "0800 144 8848"), ("northern_ireland", "Advice NI")):
        situation = Situation(on=date(2026, 11, 22), nation=nation)
        reply = refusing(assess(POOR, situation, store), store)
        assert "Universal Credit" in reply.text
        assert words in reply.text


def test_someone_without_universal_credit_is_not_warned_about_it(store):
    without = attrs.evolve(TODAY, universal_credit=False)
    said = " ".join(reply.text for reply in explain(assess(POOR, without, store), store))
    assert "Universal Credit" not in said


def test_a_clash_with_life_is_said_before_the_dimensions(store):
    life = Life.from_dict({"not_patterns": ["evenings"]})
    found = explain(assess(POOR, TODAY, store, life=life), store)
    texts = [reply.text for reply in found]
    clash = next(i for i, text in enumerate(texts) if "does not fit" in text)
    weighed = next(
        i for i, reply in enumerate(found) if reply.card and reply.card["kind"] == "offer"
    )
    assert clash < weighed


def test_show_me_why_has_the_standard_and_the_source(store):
    *first, reply = why(assess(WORST, TODAY, store))
    assert reply.card["kind"] == "why"
    assert "Here is what it rests on" in first[0].text
    assert all(row["standard"] for row in reply.card["measures"])
    assert any(row["source"] for row in reply.card["law"])


def test_what_can_be_done_is_said_for_a_poor_job(store):
    found = assess(POOR, TODAY, store)
    assert any("least number of hours" in line for line in make_better(found))
    assert any("payslip" in line for line in first_month(found))


def test_a_date_with_no_known_rate_is_said(store):
    old = Situation(on=date(1990, 1, 1))
    said = [r.text for r in explain(assess(offer_from({"pay": "3 hour"}), old, store), store)]
    assert any("do not hold the minimum wage" in text for text in said)


def test_messages_are_packed_within_the_limit():
    assert packed(["one two", "three"], most=2) == ["one two", "three"]


def test_better_only_where_the_ranges_do_not_touch(store):
    found = compare({"A": assess(POOR, TODAY, store), "B": assess(GOOD, TODAY, store)}, ["T1"])
    by_id = {row.id: row for row in (*found.matters, *found.dimensions, *found.money)}
    assert by_id["T1"].better == "B"
    assert by_id["pay_to_count_on"].better == "B"
    assert by_id["representation_and_voice"].better is None
    assert by_id["representation_and_voice"].ask
    assert found.as_dict()["names"] == ["A", "B"]


def test_two_equal_offers_are_not_ranked(store):
    found = compare({"A": assess(POOR, TODAY, store), "B": assess(POOR, TODAY, store)})
    assert all(row.better is None for row in (*found.dimensions, *found.money))
    assert "can not tell yet" in comparison_replies(found)[0].text


def test_a_job_with_a_safety_alert_is_not_compared(store):
    found = compare({"A": assess(SCAM, TODAY, store), "B": assess(GOOD, TODAY, store)})
    assert found.not_weighed == ("A",)
    assert "safety of A" in comparison_replies(found)[0].text
    assert all(row.better is None for row in found.dimensions)


@pytest.mark.parametrize("name", ["restrictive", "middle", "expansive"])
def test_a_bar_changes_no_level(name, store):
    found = assess(POOR, TODAY, store)
    before = found.as_dict()
    seen = view(load_bar(name), found.score, found.law)
    assert found.as_dict() == before
    assert set(seen.must.values()) <= {"met", "not_met", "not_known_yet"}


def test_what_is_not_known_is_no_refusal_of_the_bar(store):
    found = assess(offer_from({}), TODAY, store)
    seen = view(load_bar("expansive"), found.score, found.law)
    assert seen.answer == "not_known_yet"
    assert set(seen.must.values()) == {"not_known_yet"}


def test_the_sheet_escapes_what_was_typed(store):
    nasty = attrs.evolve(POOR, unpaid_time=())
    found = attrs.evolve(
        assess(nasty, TODAY, store),
        law=tuple(
            attrs.evolve(alert, why="<script>alert(1)</script>")
            for alert in assess(nasty, TODAY, store).law
        ),
    )
    page = to_html(found, store, view(load_bar("middle"), found.score, found.law))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_the_sheet_has_the_first_month_better_asks_the_bar_and_the_sources(store):
    found = assess(WORST, TODAY, store)
    page = to_html(found, store, view(load_bar("middle"), found.score, found.law))
    for words in (
        "In the first month", "payslip", "Ways to ask for a better deal", "least number of hours",
        "Our organisation&#39;s view (middle)", "Hourly pay: at least level 1", "Ask first: ",
        "Before turning it down", "Universal Credit", "Sources", "checked on", "TUC",
    ):  # fmt: skip
        assert words.replace("&#39;", "'") in page, words
    assert "P1&gt;=" not in page


def test_the_sheet_without_a_bar_shows_none(store):
    assert "organisation's view" not in to_html(assess(WORST, TODAY, store), store)


@pytest.mark.parametrize("nation", [None, *NATIONS])
@pytest.mark.parametrize("bar", ["restrictive", "middle", "expansive"])
def test_a_sheet_can_be_made_for_every_nation_and_bar(bar, nation, store):
    found = assess(WORST, Situation(on=date(2026, 11, 22), nation=nation), store)
    assert "</html>" in to_html(found, store, view(load_bar(bar), found.score, found.law))


@pytest.mark.parametrize("offer", every_offer())
def test_every_offer_can_be_exported(offer, store):
    found = assess(offer, TODAY, store)
    assert "</html>" in to_html(found, store)
    assert to_json(found).startswith("{")
    assert to_csv(found).startswith("dimension,")


def test_no_cell_of_a_spreadsheet_is_a_formula(store):
    found = assess("=cmd() duties: =1+1, £12.80 an hour", TODAY, store)
    for line in to_csv(found).splitlines():
        assert not line.startswith(("=", "+", "@"))


def test_feelings_stand_beside_the_score_and_never_in_it(store):
    found = assess(GOOD, TODAY, store)
    before = found.as_dict()
    reply = together(found, {name: True for name, _ in feeling_questions()})
    assert "that counts" in reply.text or "suits you" in reply.text
    assert found.as_dict() == before
    assert together(found, {}) is None


def test_a_loved_job_below_the_floor_is_told_both(store):
    reply = together(assess(WORST, TODAY, store), {"worthwhile": True})
    assert "You value it" in reply.text
    assert "below the usual standard" in reply.text


def test_the_card_shows_the_pay_one_can_count_on(store):
    found = explain(assess(POOR, TODAY, store), store)
    card = next(r.card for r in found if r.card and r.card["kind"] == "offer")
    assert card["money"][0]["words"] == "£0"
