"""Reading offers: sets split in halves, of which one was left unread, and what is never claimed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bot.facts import load_facts
from bot.offers.assess import assess
from bot.offers.extract import extract
from bot.offers.extract.corrected import with_corrections
from bot.offers.extract.elsewhere import without_other_jobs
from bot.offers.extract.text import plain
from bot.offers.measure import measure
from bot.situation import Situation
from tests.offers.extract.halves import halves
from tests.offers.extract.test_extract import cases, chat_cases, least

TODAY = Situation(on=date(2026, 11, 22))
WITH_WAGE = (
    "heldout4_chat",
    "heldout5_chat",
    "heldout7_chat",
    "heldout8_chat",
    "heldout9_chat",
    "heldout10_chat",
    "heldout11_chat",
    "heldout12_chat",
    "heldout13_chat",
    "heldout14_chat",
    "chat_dev10",
    "chat_dev11",
    "chat_dev12",
    "chat_dev17",
    "chat_dev19",
)

#: The share of pay that is truly too low to be found, where it is less than three in four. Two of
#: the six of the tenth set tell the hours by a payslip that is short and by what others remember.
FOUND = {"heldout10_chat": 0.65}


def test_adverts_as_job_boards_give_them_are_understood() -> None:
    report = measure(cases("heldout4_adverts"))
    least(report, pay=0.97, hours=0.97, contract=0.95, patterns=0.93, mentions=0.91)


def test_adverts_by_an_author_who_knew_no_rule_are_understood() -> None:
    report = measure(cases("heldout5_adverts"))
    least(report, pay=0.95, hours=0.93, contract=0.9, patterns=0.9)


def test_descriptions_that_nobody_mended_anything_for_are_understood() -> None:
    unread = halves(chat_cases("heldout5_chat"))["unread"]
    least(measure(unread), pay=0.93, hours=0.85, flags=0.75)
    least(measure(chat_cases("heldout6_chat")), pay=0.97, hours=0.74, flags=0.75)


def test_descriptions_by_authors_who_knew_no_rule_are_understood() -> None:
    seventh = measure(chat_cases("heldout7_chat"))
    least(seventh, pay=0.97, hours=0.9, contract=0.85, patterns=0.85, flags=0.86)
    eighth = measure(chat_cases("heldout8_chat"))
    least(eighth, pay=0.95, hours=0.93, contract=0.92, patterns=0.9, flags=0.88)
    ninth = measure(chat_cases("heldout9_chat"))
    least(ninth, pay=0.96, hours=0.96, contract=0.96, flags=0.9)
    tenth = measure(chat_cases("heldout10_chat"))
    least(tenth, pay=0.96, hours=0.96, contract=0.9, flags=0.9)
    eleventh = measure(chat_cases("heldout11_chat"))
    least(eleventh, pay=0.96, hours=0.94, contract=0.85, flags=0.9)
    for name in ("heldout12_chat", "heldout13_chat", "heldout14_chat"):
        least(measure(chat_cases(name)), pay=0.96, hours=0.95, contract=0.93, flags=0.92)


@pytest.mark.parametrize(
    ("name", "floors"),
    [
        ("heldout4_chat", {"pay": 0.97, "hours": 0.94, "flags": 0.94}),
        ("chat_dev8", {"pay": 0.98, "hours": 0.95}),
        ("chat_dev9", {"flags": 0.94}),
        ("chat_dev10", {"pay": 0.95, "hours": 0.95, "flags": 0.94}),
        ("chat_dev11", {"pay": 0.97, "hours": 0.94, "flags": 0.96}),
        ("chat_dev12", {"pay": 0.95, "hours": 0.94, "flags": 0.93}),
        ("chat_dev13", {"pay": 0.95, "hours": 0.95, "flags": 0.9}),
        ("chat_dev14", {"pay": 0.98, "hours": 0.95, "flags": 0.93}),
        ("chat_dev15", {"pay": 0.93, "hours": 0.92, "flags": 0.93}),
        ("chat_dev16", {"pay": 0.98, "hours": 0.93, "flags": 0.9}),
        ("chat_dev17", {"pay": 0.98, "hours": 0.98, "flags": 0.93}),
        ("chat_dev18", {"contract": 0.97, "patterns": 0.95}),
        ("chat_dev19", {"pay": 0.95, "hours": 0.95, "flags": 0.75}),
    ],
)
def test_descriptions_that_the_rules_were_tuned_on_are_understood(
    name: str, floors: dict[str, float]
) -> None:
    least(measure(chat_cases(name)), **floors)


def test_parts_of_adverts_among_other_figures_are_understood() -> None:
    least(
        measure(cases("adverts_dev2")),
        pay=0.97,
        hours=0.94,
        contract=0.97,
        patterns=0.95,
        mentions=0.97,
    )


@pytest.mark.parametrize("name", WITH_WAGE)
def test_pay_is_never_called_too_low_where_the_arithmetic_says_otherwise(name: str) -> None:
    store = load_facts()

    def looks_below(case: dict[str, Any]) -> bool:
        return assess(case["text"], TODAY, store).wage.looks_below

    told = [case for case in cases(name) if case.get("below", False) is not None]
    wrongly = [c["text"] for c in told if not c.get("below") and looks_below(c)]
    assert wrongly == []
    low = [case for case in told if case.get("below")]
    assert sum(map(looks_below, low)) >= FOUND.get(name, 0.75) * len(low)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("£14 an hour, no wait, £13 an hour", "£13 an hour"),
        ("30 hours a week, actually no, 32.", "32 hours a week."),
        ("£13 an hour, sorry, 20 hours", "£13 an hour, sorry, 20 hours"),
        ("£13, no 3 day weeks", "£13, no 3 day weeks"),
    ],
)
def test_a_figure_gives_way_to_its_correction_of_the_same_kind(text: str, read: str) -> None:
    assert with_corrections(plain(text)).text == read


@pytest.mark.parametrize(
    ("text", "below"),
    [
        ("£25 a thousand leaflets, it takes seven hours to do a thousand", True),
        ("£25 a thousand leaflets, it takes seven hours to drive there", False),
        ("£60 a house, takes about 3 hours each", False),
        ("£11 a room, takes about an hour a room", False),
        ("£3.60 a room, the girls manage three rooms an hour", True),
        ("£3.60 a room, the girls manage four rooms an hour", False),
        ("£3.60 a room, about three people an hour come in", False),
        ("£0.50 a leaflet, the training is 12 an hour", False),
        ("£0.50 a leaflet, you do 0 an hour at first", False),
        ("£1 a leaflet, you do 12 an hour", True),
        ("4p a leaflet, it took him five hours to do 500", True),
        ("£2.60 a room, they say a good worker does four rooms in an hour", True),
        ("£14 a car, it takes 2 hours to do 3 cars", False),
    ],
)
def test_piece_pay_is_below_only_where_the_time_of_a_piece_is_told(text: str, below: bool) -> None:
    assert assess(text, TODAY, load_facts()).wage.looks_below is below


@pytest.mark.parametrize(
    ("text", "kept", "gone"),
    [
        ("my mate gets £15 an hour but mine is £12.85", "£12.85", "£15"),
        ("my last job was cash in hand but this one is through the books", "books", "cash"),
        ("they offered £11 first, then I said no so now it's £12.71", "£12.71", "£11"),
        ("used to do 50 hours at my old place, this is only 35", "35", "50"),
        ("£12.90 an hour, which is more than I got at my last job", "£12.90", "last job"),
    ],
)
def test_what_is_said_of_another_job_is_left_out(text: str, kept: str, gone: str) -> None:
    read = without_other_jobs(plain(text)).text
    assert kept in read
    assert gone not in read


def test_a_job_that_is_the_only_one_told_of_is_read_even_if_it_was_left() -> None:
    assert extract("my last job paid cash in hand, £8 an hour").red_flags == ("cash_in_hand",)


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("I'm 19 and it pays £10.85 an hour", 19),
        ("my daughter has a job, she is 18, £10.85", 18),
        ("nearly 18, £8 an hour", None),
        ("I am 40 minutes away, £12.71", None),
        ("a 19 year old I help has been offered café work at £11.50 an hour", 19),
        ("ma laddie's 19, £12.40 an hour for 20 hours", 19),
        ("one of our young people, 19, offered £11 an hour", 19),
        ("a young man of nineteen, £10.85 an hour", 19),
        ("it is a 20 year old company, £12 an hour", None),
        ("I have a 15 year old at home, £13 an hour", None),
        ("looking after a 14 year old boy, £13 an hour", None),
    ],
)
def test_an_age_is_read_only_where_it_is_the_workers(text: str, age: int | None) -> None:
    assert extract(text).worker_age == age


@pytest.mark.parametrize(
    ("text", "share", "full_time"),
    [
        ("£26,000 FTE, full time there is 37, I would do 20 hours", True, 37),
        ("Salary £24,465 - £26,598 pa pro rata, 22.5 hours per week", True, None),
        ("actual salary £9,212, pro rata of £24,000", False, None),
        ("£26,000 a year, 37 hours full time", False, None),
    ],
)
def test_a_share_of_a_full_time_salary_is_known(
    text: str, share: bool, full_time: int | None
) -> None:
    pay = extract(text).pay
    assert (pay.pro_rata, pay.full_time_hours) == (share, full_time)


@pytest.mark.parametrize(
    ("text", "below"),
    [
        ("turned 22 in march, second year of my joinery apprenticeship, £8.50 an hour", True),
        ("I'm 22, first year of my joinery apprenticeship, £8.50 an hour", False),
        ("I'm 18, second year of my joinery apprenticeship, £8.50 an hour", False),
        ("for my daughter who's 19, shop work, £11 an hour, 16 hours", False),
        ("pub job, £13 an hour, 40 hours, room above the bar, they keep back 150 a week", True),
        ("care calls £13 an hour, 25 hours a week, 6 hours driving between them unpaid", True),
        ("my lass is 17, kiosk, 24 hours a week at 8.20 an hour", False),
        ("I support a young man, he is 19, shop work, £10.95 an hour, 20 hours", False),
        ("supporting a 19 year old, shop work at £10.95 an hour, 20 hours", False),
        ("car wash, hundred quid for day, 10 hours a day, I am 34", True),
        ("our Kieran's 17, garden centre, £8.60 an hour, 14 hours", False),
        (
            "£12.71 an hour, 40 hours, in half an hour before every day, five days, to set up, "
            "the clock don't start till doors open",
            True,
        ),
        ("£12.80 an hour, 40 hours, there's £35 gone every week for 'locker and admin'", True),
    ],
)
def test_age_apprentice_year_housing_and_the_road_count(text: str, below: bool) -> None:
    assert assess(text, TODAY, load_facts()).wage.looks_below is below


def test_an_offer_for_somebody_else_is_held_against_their_age() -> None:
    parent = Situation(on=date(2026, 11, 22), age=45)
    found = assess("my lad is 16, £8.10 an hour, 8 hours on saturdays", parent, load_facts())
    assert not found.wage.looks_below


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("bank work at £12.95, they said I'm free to work for anyone else as well", "exclusivity"),
        ("£13.20 an hour, 36 hours, they're covering my PVG", "pay_for_check"),
        ("£26,500 a year, 36.25 hours. What would you negotiate?", "no_written_terms"),
        ("barber, renting a chair for £120 a week, self employed, my own clients", "deductions"),
        ("plasterer, self employed, I can send my brother instead", "bogus_self_employment"),
        ("£13 an hour, not cash in hand or owt, proper payslips", "cash_in_hand"),
    ],
)  # fmt: skip
def test_a_plain_statement_of_the_opposite_outweighs_a_likeness(text: str, gone: str) -> None:
    assert gone not in extract(text).red_flags


@pytest.mark.parametrize(
    "text",
    [
        "10.95 an hour, 22 hours. my friend have 23 years and get 12.80 in same shop",
        "£10.95 an hour, 22 hours. My sister gets 26k in an office and laughed",
    ],
)
def test_the_pay_of_other_people_is_not_that_of_the_job(text: str) -> None:
    pay = extract(text).pay
    assert (pay.amount_min, pay.amount_max) == (Decimal("10.95"), None)


def test_money_and_hours_as_people_say_them_are_read() -> None:
    assert extract("meat factory, 13.70 hour, 40 hours").pay.amount_min == Decimal("13.70")
    assert extract("hundred quid a day, gardening").pay.amount_min == 100
    assert extract("£13.50 an oor, six tens").pay.period == "hour"
    assert extract("cleaning 5am till 7am Monday to Friday so 10 hours").hours.week_min == 10
    assert extract("21 hours, £26,300 pro rata, one evening a week").pay.period == "year"
    assert extract("£15.40 an hour, the shop does the lot for thirty quid").pay.amount_max is None
