"""Reading a described offer: labelled sets, single sentences, and what must hold for any text."""

from __future__ import annotations

import json
import time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import ContentError
from bot.offers.extract import extract, looks_like_offer, lookup, phrases
from bot.offers.extract.templates import spell_out
from bot.offers.measure import Report, measure
from bot.offers.pay import offer_hourly

HERE = Path(__file__).parent
SHARED = HERE.parents[3] / "shared" / "samples" / "adverts.jsonl"


def cases(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((HERE / f"{name}.yml").read_text("utf-8"))
    return loaded


def chat_cases(name: str) -> list[dict[str, Any]]:
    # In chat sets `mentions` lists only what must be found, so it is not measured for precision.
    return [{k: v for k, v in case.items() if k != "mentions"} for case in cases(name)]


def least(report: Report, **floors: float) -> None:
    low = {
        f: round(report.fields[f].f1, 3)
        for f, floor in floors.items()
        if report.fields[f].f1 < floor
    }
    assert not low, (low, report.wrong)


def test_offers_described_in_chat_are_understood() -> None:
    least(
        measure(chat_cases("chat_dev")),
        pay=0.97,
        hours=0.93,
        flags=0.95,
        contract=0.95,
        patterns=0.9,
    )
    least(measure(chat_cases("chat_dev_more")), pay=0.93, hours=0.93, flags=0.93)
    least(measure(chat_cases("chat_dev2")), pay=0.97, hours=0.97, flags=0.97, contract=0.95)
    least(measure(chat_cases("chat_dev3")), pay=0.95, hours=0.95, flags=0.95, contract=0.95)
    least(measure(chat_cases("chat_dev4")), pay=0.97, hours=0.93, flags=0.93)
    least(measure(chat_cases("chat_dev5")), pay=0.97, hours=0.97)
    least(measure(chat_cases("chat_dev6")), pay=0.95, hours=0.95, flags=0.95)
    least(measure(chat_cases("chat_dev7")), pay=0.95, hours=0.95, flags=0.93)


def test_ordinary_offers_in_chat_raise_no_red_flag() -> None:
    assert measure(chat_cases("chat_dev5")).fields["flags"].false <= 3


def test_offers_described_in_chat_that_nothing_was_tuned_on_are_understood() -> None:
    least(
        measure(chat_cases("heldout3_chat")),
        pay=0.95,
        hours=0.93,
        flags=0.88,
        contract=0.9,
    )


def test_own_adverts_are_understood() -> None:
    least(
        measure(cases("adverts_dev")),
        pay=0.95,
        hours=0.95,
        contract=0.95,
        patterns=0.95,
        mentions=0.95,
    )


def test_own_adverts_that_nothing_was_tuned_on_are_understood() -> None:
    for name in ("adverts_heldout", "heldout2_adverts"):
        least(
            measure(cases(name)),
            pay=0.92,
            hours=0.93,
            contract=0.9,
            patterns=0.9,
            mentions=0.9,
        )


@pytest.mark.skipif(not SHARED.exists(), reason="the sample adverts are not here")
def test_published_adverts_are_understood() -> None:
    texts = {}
    for line in SHARED.read_text("utf-8").splitlines():
        advert = json.loads(line)
        texts[advert["id"]] = advert["text"]
    labels = [
        json.loads(line) for line in (HERE / "samples_labels.jsonl").read_text("utf-8").splitlines()
    ]
    report = measure({**label, "text": texts[label["id"]]} for label in labels)
    least(report, pay=0.95, hours=0.95, contract=0.95, patterns=0.93, mentions=0.95)


@pytest.mark.parametrize(
    "name",
    [
        "chat_dev",
        "chat_dev_more",
        "chat_dev2",
        "chat_dev3",
        "chat_dev4",
        "chat_dev5",
        "chat_dev6",
        "chat_dev7",
        "heldout3_chat",
        "adverts_dev",
        "adverts_heldout",
        "heldout2_adverts",
    ],
)
def test_every_part_quotes_the_typed_words(name: str) -> None:
    for case in cases(name):
        offer = extract(case["text"])
        for evidence in offer.evidence:
            assert case["text"][evidence.start : evidence.end] == evidence.text
        for kind in ("contract", "mentions"):
            shown = {e.field for e in offer.evidence}
            assert {f"{kind}.{label}" for label in getattr(offer, kind)} <= shown


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("no sick pay", "sick_pay", "none"),
        ("SSP only", "sick_pay", "statutory"),
        ("company sick pay", "sick_pay", "better"),
        ("30 days annual leave plus bank holidays", "holiday_days", Decimal(30)),
        ("5.6 weeks holiday", "holiday_days", Decimal(28)),
        ("they text me the night before if there is work", "shift_notice_days", 1),
        ("you find out your shifts on the same day", "shift_notice_days", 0),
        ("rota given 2 weeks in advance", "shift_notice_days", 14),
        ("they dock half an hour for a break we never get", "breaks", "none"),
        ("they won't give me a contract", "written_terms", False),
        ("3 month probation", "probation_months", Decimal(3)),
        ("4 weeks' notice to leave", "notice_weeks", Decimal(4)),
        ("£70 a week taken for the room", "accommodation_per_day", Decimal(10)),
        ("paid through an umbrella company", "umbrella", True),
    ],
)
def test_one_part_of_an_offer(text: str, field: str, value: object) -> None:
    assert getattr(extract(text), field) == value


@pytest.mark.parametrize(
    ("text", "pounds"),
    [
        ("£80 a day for 10 hours", "8.00"),
        ("£90 a day, 9 hours", "10.00"),
        ("£100 a day labouring 8 till 5, half hour break unpaid", "11.76"),
        ("£26,000 pro rata, 20 hours of a 40 hour week", "12.50"),
        ("£23,000 pro rata, 20 hours", None),
    ],
)
def test_pay_by_the_day_or_by_the_share_gives_an_hourly_rate_where_hours_are_known(
    text: str, pounds: str | None
) -> None:
    hourly = offer_hourly(extract(text))
    low = hourly.low if hourly else None
    assert (low.quantize(Decimal("0.01")) if low else None) == (Decimal(pounds) if pounds else None)


def test_when_a_place_is_open_is_nobodys_working_time() -> None:
    offer = extract("the shop is open 24 hours a day, 7 days a week. 36 hours pw, £12.71")
    assert (offer.hours.week_min, offer.hours.week_max) == (36, 36)
    assert (offer.shift_hours, offer.shifts_per_week) == (None, None)


@pytest.mark.parametrize(
    ("template", "spelt"),
    [
        ("on[ ]going", ["ongoing", "on going"]),
        ("(day|night) shift[s]", ["day shift", "day shifts", "night shift", "night shifts"]),
        ("[an |your ]nvq", ["nvq", "an nvq", "your nvq"]),
    ],
)
def test_a_template_stands_for_its_phrases(template: str, spelt: list[str]) -> None:
    assert spell_out(template) == spelt


@pytest.mark.parametrize("template", ["(day", "day)", "[a|b]*" * 5])
def test_a_wrong_template_is_refused(template: str) -> None:
    with pytest.raises(ContentError):
        spell_out(template)


def test_nothing_typed_stays_in_the_vocabulary_of_the_lookup() -> None:
    extract("permanent job at zyxwvut cleaning, £12.71")
    assert "zyxwvut" not in lookup._lookup(phrases.plain_phrases).vocab.strings


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("not zero hours", "contract", "zero_hours"),
        ("no weekends", "patterns", "weekends"),
        ("no pension", "mentions", "pension"),
        ("not through an agency", "contract", "agency"),
        ("they do not make you pay for the uniform", "red_flags", "pay_for_uniform_or_kit"),
        ("do I have to pay for the uniform?", "red_flags", "pay_for_uniform_or_kit"),
        ("cash handling experience needed", "red_flags", "cash_in_hand"),
        ("bring your passport for the right to work check", "red_flags", "passport_kept"),
        ("must be a flexible person", "patterns", "flexible"),
    ],
)
def test_what_is_denied_or_only_asked_is_left_out(text: str, kind: str, label: str) -> None:
    assert label not in getattr(extract(text), kind)


def test_night_rate_is_kept_apart() -> None:
    assert extract("£12 an hour days and £14 an hour nights").pay.night_amount == Decimal(14)


def test_an_unwritten_period_is_noted_as_guessed() -> None:
    pay = extract("Pay: £12.80. Cleaner.").pay
    assert (pay.period, pay.period_guessed) == ("hour", True)


@pytest.mark.parametrize(
    ("text", "per_week"),
    [
        ("£5 a day for the van, 5 days a week", Decimal(25)),
        ("they take £10 a week for food", Decimal(10)),
    ],
)
def test_money_taken_is_counted_per_week(text: str, per_week: Decimal) -> None:
    assert [d.per_week for d in extract(text).deductions] == [per_week]


def test_signs_of_a_scam_and_of_exploitation_are_seen() -> None:
    assert extract("They want £60 before I can start and no interview, only WhatsApp").scam_signs
    assert extract("He keeps my passport and I owe him for the flight").exploitation_signs
    assert not extract("£12.80 an hour, 30 hours, permanent, rota on WhatsApp").scam_signs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("£12 an hour, 30 hours a week, cleaning, nights", True),
        ("been offered a warehouse job at 12.50 an hour zero hours", True),
        ("Kitchen Porter\nSalary: £12.71 p/h\nPermanent\n40 hours per week", True),
        ("what is the minimum wage?", False),
        ("can my boss make me work sundays?", False),
        ("hello", False),
        ("I get paid £9 an hour, is that legal?", False),
    ],
)
def test_offers_are_told_from_questions(text: str, expected: bool) -> None:
    assert looks_like_offer(text) is expected


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read_without_error_and_the_same_way_twice(text: str) -> None:
    offer = extract(text)
    assert offer == extract(text)
    for evidence in offer.evidence:
        assert text[evidence.start : evidence.end] == evidence.text


@pytest.mark.parametrize(
    "text", ["1" * 10_000, "\n" * 10_000, "to pay my own " * 700, "£1,-" * 2500]
)
def test_hostile_text_is_read_in_time(text: str) -> None:
    started = time.process_time()
    extract(text)
    assert time.process_time() - started < 2


def test_an_advert_of_500_words_is_read_fast() -> None:
    text = "\n".join(case["text"] for case in cases("adverts_heldout"))
    text = " ".join(text.split(" ")[:500])
    extract(text)
    started = time.process_time()
    for _ in range(5):
        extract(text)
    # 30 ms is the aim for reading and scoring; the bound is wider, for busy machines.
    assert (time.process_time() - started) / 5 < 0.06
