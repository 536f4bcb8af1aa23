"""Figures in sentences, their styles, and what is said about doubt."""

import json
from datetime import date
from io import StringIO

import pytest
from rich.console import Console

from bot.errors import ContentError, NationMatters, UnknownFact
from bot.facts import caveat_for, fill, load_facts, placeholders
from bot.facts.report import print_table, rows

STORE = load_facts()
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "nation", "expected"),
    [
        ("You get {rest.break}.", None, "You get 20 minutes."),
        ("One {rest.break:adjective} break.", "wales", "One 20-minute break."),
        ("At least {nmw.nlw_21plus:per_hour}.", None, "At least £12.71 an hour."),
        ("At least {nmw.nlw_21plus:per}.", None, "At least £12.71 an hour."),
        ("{nmw.nlw_21plus:number}", None, "12.71"),
        ("{ssp.weekly_rate:per_week}", None, "£123.25 a week"),
        ("From {pension.qualifying_band:low}", None, "From £6,240"),
        ("to {pension.qualifying_band:high}", None, "to £50,270"),
        ("{help.lra@northern_ireland:line}", None, "03300 555 300, Monday to Friday, 9am to 5pm"),
        ("{help.samaritans:line}", "england", "116 123, free to call, day and night, every day"),
        ("{help.acas:who}: {help.acas}", "scotland", "Acas: 0300 123 1100"),
        ("{sleep_in:title}", None, "Sleep-in shifts and minimum wage"),
        (
            "{redundancy.week_cap@england} or {redundancy.week_cap@northern_ireland}",
            None,
            "£751 or £783",
        ),
        (
            "Keep it. {equality.law.name} covers age, says {equality.law.name}.",
            "wales",
            "Keep it. The Equality Act 2010 covers age, says the Equality Act 2010.",
        ),
        ("{equality.law.name}", "wales", "the Equality Act 2010"),
        ("No figure here.", None, "No figure here."),
    ],
)
def test_a_figure_enters_a_sentence(text: str, nation: object, expected: str) -> None:
    assert fill(text, STORE, TODAY, nation).text == expected  # type: ignore[arg-type]


def test_a_filled_text_names_each_fact_once_in_order() -> None:
    text = "{rest.break} after {rest.break.after}, so {rest.break}."
    filled = fill(text, STORE, TODAY)
    assert filled.facts == placeholders(text) == ("rest.break", "rest.break.after")
    assert [fact.words for fact in filled.told] == ["20 minutes", "6 hours"]


@pytest.mark.parametrize(
    "text",
    [
        "{rest.break",
        "rest.break}",
        "{}",
        "{Rest.Break}",
        "{rest.break:per_hour}",
        "{rest.break:shouted}",
        "{rest.break:line}",
        "{rest.break@france}",
        "{nmw.nlw_21plus:per_week}",
        "{nmw.nlw_21plus:low}",
    ],
)
def test_a_brace_or_style_that_does_not_fit_is_an_error(text: str) -> None:
    with pytest.raises(ContentError):
        fill(text, STORE, TODAY)


def test_an_unknown_fact_or_a_missing_nation_is_never_papered_over() -> None:
    with pytest.raises(UnknownFact):
        fill("{nmw.age_35}", STORE, TODAY)
    with pytest.raises(NationMatters):
        fill("{redundancy.week_cap}", STORE, TODAY)


def test_a_sure_fact_has_no_caveat() -> None:
    assert caveat_for([STORE.get("nmw.nlw_21plus", TODAY)], TODAY) is None
    assert caveat_for([], TODAY) is None


def test_an_unsure_fact_is_told_with_its_last_check_and_the_official_page() -> None:
    fact = STORE.get("nmw.nlw_21plus", date(2027, 4, 2))
    assert caveat_for([fact], TODAY) == (
        "We last checked this on 22 November 2026 and are not certain. "
        "Check: National Minimum Wage rates (GOV.UK), https://www.gov.uk/national-minimum-wage-rates"
    )


def test_a_fact_whose_review_is_late_is_told_with_a_caveat_from_then_on() -> None:
    fact = STORE.get("rest.break", TODAY, "wales")
    assert caveat_for([fact], TODAY) is None
    assert "22 November 2026" in str(caveat_for([fact], date(2028, 1, 1)))


def test_the_time_limit_is_told_with_wording_that_is_safe_under_every_reading() -> None:
    caveat = str(caveat_for([STORE.get("tribunal.limit", TODAY, "england")], TODAY))
    assert "three months less one day" in caveat
    assert "do not wait" in caveat


def test_several_doubts_share_one_sentence() -> None:
    day = date(2027, 4, 2)
    facts = [STORE.get("nmw.nlw_21plus", day), STORE.get("nmw.age_18_20", day)]
    assert str(caveat_for(facts, day)).count("gov.uk") == 1


def test_facts_in_force_are_listed_as_other_tools_expect() -> None:
    listed = json.loads(json.dumps(rows(STORE, TODAY, "scotland")))
    wage = next(row for row in listed if row["id"] == "nmw.nlw_21plus")
    assert {key: wage[key] for key in ("value", "unit", "from", "to", "sure")} == {
        "value": 12.71,
        "unit": "£/hour",
        "from": "2026-04-01",
        "to": "2027-03-31",
        "sure": "official",
    }
    assert wage["source"]
    assert wage["nations"] == ["england", "wales", "scotland", "northern_ireland"]
    assert all("scotland" in row["nations"] for row in listed)


def test_facts_due_for_review_are_listed() -> None:
    assert [row["id"] for row in rows(STORE, TODAY, due=True)] == ["rlw.london", "rlw.uk"]
    assert len(rows(STORE, date(2027, 5, 1), due=True)) > len(
        rows(STORE, date(2027, 1, 2), due=True)
    )


def test_the_table_can_be_read() -> None:
    out = StringIO()
    print_table(rows(STORE, TODAY, "wales"), Console(file=out, width=160))
    assert "nmw.nlw_21plus" in out.getvalue()
    assert "£12.71" in out.getvalue()


def test_an_unsure_number_is_told_as_one() -> None:
    caveat = str(caveat_for([STORE.get("help.modern_slavery", TODAY)], TODAY))
    assert caveat == "We last checked this number on 22 November 2026 and are not certain."
