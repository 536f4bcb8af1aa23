"""Changing what was understood of an offer, in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.offers.correct import correct, merge
from bot.offers.extract import extract

OFFER = extract(
    "£12 an hour, 20 hours a week, temp job, no sick pay, no breaks. Some weekends. Agency."
)


@pytest.mark.parametrize(
    ("text", "path", "value"),
    [
        ("no, it's 11.50", "pay.amount_min", Decimal("11.50")),
        ("its £13 an hour", "pay.amount_min", Decimal(13)),
        ("its 30 hours not 20", "hours.week_min", Decimal(30)),
        ("no 35", "hours.week_min", Decimal(35)),
        ("permanent not temp", "contract", ("permanent", "agency")),
        ("not agency", "contract", ("temporary",)),
        ("no weekends", "patterns", ("part_time",)),
        ("actually they do pay sick pay", "red_flags", ("no_breaks",)),
        ("we do get a break", "red_flags", ("no_sick_pay_claimed",)),
        ("holiday is 28 days", "holiday_days", Decimal(28)),
        ("they gave me a contract", "written_terms", True),
    ],
)
def test_a_correction_changes_the_part_it_names(text: str, path: str, value: object) -> None:
    changed = correct(OFFER, text)
    for name in path.split("."):
        changed = getattr(changed, name)
    assert changed == value


@pytest.mark.parametrize(
    ("about", "text", "path", "value"),
    [
        ("hours", "about 25", "hours.week_min", Decimal(25)),
        ("hours", "between 16 and 24", "hours.week_max", Decimal(24)),
        ("pay", "12.50", "pay.amount_min", Decimal("12.50")),
        ("pay", "£500 a week", "pay.period", "week"),
        ("hours.guaranteed", "yes", "hours.guaranteed", True),
        ("hours.guaranteed", "no", "hours.guaranteed", False),
        ("written_terms", "yeah they did", "written_terms", True),
        ("sick_pay", "ssp", "sick_pay", "statutory"),
        ("sick_pay", "no", "sick_pay", "none"),
        ("breaks", "half an hour unpaid", "breaks", "unpaid"),
        ("shift_notice_days", "a week", "shift_notice_days", 7),
        ("shift_notice_days", "the night before", "shift_notice_days", 1),
        ("holiday_days", "28", "holiday_days", Decimal(28)),
        ("mentions.pension", "yes", "mentions", ("pension",)),
        ("red_flags.no_breaks", "no", "red_flags", ("no_sick_pay_claimed",)),
    ],
)
def test_an_answer_fills_the_part_asked_about(
    about: str, text: str, path: str, value: object
) -> None:
    changed = correct(OFFER, text, about)
    for name in path.split("."):
        changed = getattr(changed, name)
    assert changed == value


@pytest.mark.parametrize("text", ["dont know", "not sure", "they didn't say"])
def test_not_knowing_is_understood_and_changes_nothing(text: str) -> None:
    assert correct(OFFER, text, "pay") == OFFER


@pytest.mark.parametrize("text", ["", "lovely weather", "who are you"])
def test_what_says_nothing_of_the_offer_is_none(text: str) -> None:
    assert correct(OFFER, text) is None


def test_several_messages_make_one_offer() -> None:
    both = merge(extract("£12 an hour, zero hours"), extract("nights, they pay £13 actually"))
    assert both.pay.amount_min == Decimal(13)
    assert both.contract == ("zero_hours",)
    assert both.patterns == ("nights",)
