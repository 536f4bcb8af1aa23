"""What is said at once: the right numbers, in few plain words, and a way to go on or stop."""

from __future__ import annotations

import re
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.facts import load_facts
from bot.safety.answer import answer
from bot.safety.contacts import DutyContact, load_contacts
from bot.situation import NATIONS, Situation

STORE = load_facts()
ON = date(2026, 11, 22)
SAM = DutyContact("Sam, duty lead", "01632 960001", "Monday to Friday, 9am to 5pm")

EVERY = [
    (kind, nation, about, matter)
    for kind, nation, about in product(("distress", "danger"), (None, *NATIONS), ("self", "other"))
    for matter in ((None,) if kind == "distress" else (None, "home", "work"))
]


def tell(kind, nation=None, about=None, matter=None, speaker=None, contacts=()):  # type: ignore[no-untyped-def]
    situation = Situation(on=ON, nation=nation, speaker=speaker)
    return answer(kind, situation, about, STORE, contacts, matter)


def words(replies) -> str:  # type: ignore[no-untyped-def]
    return "\n".join(reply.text for reply in replies)


def number(fact: str, nation: str = "england") -> str:
    return STORE.get(fact, ON, nation).words  # type: ignore[arg-type]


@pytest.mark.parametrize(("kind", "nation", "about", "matter"), EVERY)
def test_every_answer_is_short_names_the_emergency_number_and_lets_go(
    kind, nation, about, matter
) -> None:
    replies = tell(kind, nation, about, matter, contacts=(SAM,))
    assert number("help.emergency") in replies[0].text
    assert [reply for reply in replies if len(reply.text.split()) > 60] == []
    said = re.split(r"[.?:]\s|\n", replies[0].text)
    assert [sentence for sentence in said if len(sentence.split()) > 25] == []
    assert "!" not in words(replies)
    assert replies[1].card is not None
    assert replies[1].card["kind"] == "phones"
    assert [button.payload for button in replies[-1].buttons] == ["/carry_on", "/stop"]


@pytest.mark.parametrize(("kind", "nation", "about", "matter"), EVERY)
def test_every_number_on_the_card_is_also_in_the_text(kind, nation, about, matter) -> None:
    replies = tell(kind, nation, about, matter)
    for phone in replies[1].card["phones"]:
        assert phone["number"] in replies[1].text


@pytest.mark.parametrize("nation", NATIONS)
def test_abuse_at_home_is_answered_with_the_line_of_that_nation_alone(nation: str) -> None:
    own = {"england": "da_england", "wales": "da_wales", "scotland": "da_scotland"}
    ids = tell("danger", nation, "self", "home")[1].facts
    assert f"help.{own.get(nation, 'da_ni')}" in ids
    assert sum(fact.startswith("help.da_") for fact in ids) == 1


def test_without_a_nation_the_lines_of_all_four_are_told_with_their_names() -> None:
    text = words(tell("danger", None, "self", "home"))
    for nation, fact in zip(NATIONS, ("england", "wales", "scotland", "ni"), strict=True):
        assert number(f"help.da_{fact}", nation) in text
    assert "Northern Ireland" in text


def test_lifeline_is_told_in_northern_ireland_only() -> None:
    assert "help.lifeline_ni" in tell("distress", "northern_ireland", "self")[1].facts
    assert "help.lifeline_ni" not in tell("distress", "scotland", "self")[1].facts
    assert "help.lifeline_ni" not in tell("distress", None, "self")[1].facts


def test_exploitation_is_answered_with_advice_before_reporting_and_the_caveat() -> None:
    text = words(tell("danger", "england", "self", "work"))
    assert number("help.modern_slavery") in text
    assert "independent advice first" in text
    assert "not certain" in text


def test_a_worker_is_told_what_to_do_and_whom_to_tell() -> None:
    text = words(tell("distress", "wales", "other", contacts=(SAM,)))
    assert "Stay with them" in text
    assert "Ask directly" in text
    assert "Sam, duty lead: 01632 960001" in text


def test_where_nobody_said_who_is_in_trouble_a_key_worker_asks_for_somebody_else() -> None:
    assert "looking out for them" in words(tell("distress", speaker="key_worker"))
    assert "looking out for them" not in words(tell("distress", speaker="job_seeker"))
    assert "looking out for them" not in words(tell("distress"))


def test_duty_contacts_are_not_given_to_the_person_in_trouble() -> None:
    assert SAM.number not in words(tell("distress", about="self", contacts=(SAM,)))


def test_a_contact_for_danger_is_not_told_for_distress() -> None:
    only = DutyContact("Night desk", "01632 960002", kinds=("danger",))
    assert only.number not in words(tell("distress", about="other", contacts=(only,)))
    assert only.number in words(tell("danger", about="other", contacts=(only,)))


def test_contacts_are_read_from_the_organisations_file(tmp_path: Path) -> None:
    path = tmp_path / "organisation.yml"
    path.write_text(
        "name: A charity\nduty_contacts:\n  - {name: Sam, number: 01632 960001, for: [danger]}\n"
    )
    assert load_contacts(path) == (DutyContact("Sam", "01632 960001", "", ("danger",)),)
    assert load_contacts(tmp_path / "none.yml") == ()


@pytest.mark.parametrize(
    "entry", ["{name: Sam}", "{number: '1'}", "{name: S, number: '1', for: [x]}"]
)
def test_a_contact_that_could_not_be_reached_is_refused(tmp_path: Path, entry: str) -> None:
    path = tmp_path / "organisation.yml"
    path.write_text(f"duty_contacts:\n  - {entry}\n")
    with pytest.raises(ContentError, match="duty"):
        load_contacts(path)
