"""Messages to an employer: the right law, nothing invented, and files that open."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from docx import Document

from bot.dialogue.turn import Turn
from bot.facts import load_facts
from bot.letters import FORMS, Said, as_docx, as_txt, conversation, draft, load_kinds
from bot.letters.draft import kind_in
from bot.situation import NATIONS, Situation
from tests.voice import banned, too_long

ON = date(2026, 11, 22)
STORE = load_facts()
KINDS = load_kinds()


def made(kind, nation="england", said=None, **situation):
    at = Situation(on=ON, nation=nation, **situation)
    return draft(KINDS[kind], said or Said(), at, STORE)


@pytest.mark.parametrize(
    ("kind", "nation", "law"),
    [
        ("unpaid_wages", "england", "the Employment Rights Act 1996"),
        ("unpaid_wages", "northern_ireland", "the Employment Rights (Northern Ireland) Order 1996"),
        ("breaks", "scotland", "the Working Time Regulations 1998"),
        ("breaks", "northern_ireland", "the Working Time Regulations (Northern Ireland) 2016"),
        ("holiday_pay", "wales", "the Working Time Regulations 1998"),
        ("adjustments", "wales", "the Equality Act 2010"),
        ("adjustments", "northern_ireland", "the Disability Discrimination Act 1995"),
        ("grievance", "scotland", "the Acas Code of Practice"),
        ("grievance", "northern_ireland", "the Labour Relations Agency Code of Practice"),
        ("written_terms", "england", "the Employment Rights Act 1996"),
        ("payslip", "england", "the Employment Rights Act 1996"),
        ("flexible_working", "england", "the Employment Rights Act 1996"),
    ],
)
def test_the_law_named_is_that_of_the_nation(kind, nation, law):
    assert law in made(kind, nation).bodies["letter"]


@pytest.mark.parametrize("kind", KINDS)
def test_in_northern_ireland_no_law_of_great_britain_is_named(kind):
    words = "\n".join(made(kind, "northern_ireland").bodies.values())
    assert not re.search(r"Equality Act|Rights Act|Acas|Regulations 1998", words)


@pytest.mark.parametrize("kind", KINDS)
def test_without_a_nation_no_law_is_named(kind):
    words = "\n".join(made(kind, None).bodies.values())
    assert not re.search(r"\b(?:19|20)\d\d\b", words)


def test_a_worker_in_northern_ireland_is_not_given_a_right_of_employees():
    assert "Order 1996" not in made("payslip", "northern_ireland", status="worker").bodies["email"]
    assert "Order 1996" in made("payslip", "northern_ireland", status="employee").bodies["email"]


def test_what_was_said_stands_in_the_message():
    said = Said(when="3 November 2026", amount="£120", hours="10")
    words = made("unpaid_wages", said=said).bodies["email"]
    for part in ("3 November 2026", "£120", "10 hours"):
        assert part in words


def test_what_was_not_said_stays_open_in_brackets():
    words = made("unpaid_wages").bodies["letter"]
    for part in ("[amount]", "[dates]", "[your name]", "[date]"):
        assert part in words


def test_breaks_follow_age_and_shift():
    assert "20 minutes" in made("breaks").bodies["email"]
    young = made("breaks", age=17, shift_hours=Decimal(8)).bodies["email"]
    assert "30 minutes" in young
    assert "20 minutes" not in young
    assert "8-hour shifts" in young


@pytest.mark.parametrize("nation", [*NATIONS, None])
@pytest.mark.parametrize("kind", KINDS)
def test_every_message_is_polite_plain_and_complete(kind, nation):
    letter = made(kind, nation)
    assert len(letter.bodies["text"].split()) <= 60
    assert len(letter.bodies["letter"].split()) <= 200
    for form in FORMS:
        assert "{" not in letter.bodies[form]
        assert "None" not in letter.bodies[form]
        assert not banned(letter.bodies[form])
    assert "[your name]" in letter.bodies["text"]


@pytest.mark.parametrize("kind", KINDS)
def test_no_figure_stands_in_a_template(kind):
    for text in (KINDS[kind].short, *(part.say for part in KINDS[kind].body)):
        assert not re.search(r"\d", re.sub(r"\{[^}]*\}", "", text)), text


@pytest.mark.parametrize("kind", KINDS)
def test_the_files_hold_the_words_of_the_message(kind):
    letter = made(kind)
    assert as_txt(letter) == letter.bodies["letter"] + "\n"
    opened = Document(BytesIO(as_docx(letter)))
    words = "\n\n".join(paragraph.text for paragraph in opened.paragraphs)
    assert words == letter.bodies["letter"]
    assert opened.core_properties.author == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("write me a letter about my unpaid wages", "unpaid_wages"),
        ("write a polite message asking why I wasn't paid", "unpaid_wages"),
        ("letter asking for my contract in writing", "written_terms"),
        ("help me write an email about my holiday pay", "holiday_pay"),
        ("help me word a message asking for my payslip", "payslip"),
        ("Letter requesting reasonable adjustments", "adjustments"),
        ("I need an email to ask for flexible working", "flexible_working"),
        ("a WhatsApp to my boss asking for the rota earlier", "shift_notice"),
        ("how do I put in writing that I'm not happy with the breaks", "breaks"),
        ("write a grievance letter", "grievance"),
        ("need help wording an email about bullying", "grievance"),
        ("write me a letter to my boss", None),
    ],
)
def test_the_words_name_the_kind(text, kind):
    found = kind_in(text)
    assert (found.id if found else None) == kind


def test_the_topic_in_hand_names_the_kind_when_the_words_do_not():
    found = kind_in("can you write it for me", "sick_pay")
    assert found is None
    found = kind_in("can you write it for me", "holiday")
    assert found is not None
    assert found.id == "holiday_pay"


def say(text, memory=None, nation="england", **values):
    at = Situation(on=ON, nation=nation)
    return conversation.start(Turn(text, "draft_message", at, values=values, memory=memory or {}))


def test_the_card_has_all_forms_and_the_one_asked_for_is_shown():
    outcome = say("write a text to my boss about my payslip")
    card = outcome.replies[1].card
    assert card["kind"] == "letter"
    assert card["forms"] == ["text", "email", "letter"]
    assert card["form"] == "text"
    assert card["body"] == outcome.replies[1].text


def test_another_form_keeps_what_was_said():
    memory = say("email about £90 missing from my wages on 3 November").remember
    outcome = say("", memory, form="letter")
    assert "£90" in outcome.replies[1].text
    assert "3 November 2026" in outcome.replies[1].text


def test_only_day_amount_and_hours_are_kept_of_what_was_typed():
    kept = say("email to Dave at Bloggs Ltd about £90 missing from my wages").remember["draft"]
    assert kept == {"kind": "unpaid_wages", "form": "email", "amount": "£90"}


def test_what_it_is_about_is_asked_for_and_taken():
    outcome = say("write me a letter to my boss")
    question = outcome.remember["open_question"]
    assert conversation.understands(question, "my holiday pay", "ask_holiday")
    taken = conversation.answer(
        question, Turn("my holiday pay", "answer", Situation(on=ON, nation="wales"))
    )
    assert taken.replies[1].card["form"] == "letter"
    assert "holiday" in taken.replies[1].text


def test_it_is_never_said_to_be_sent():
    outcome = say("email about my payslip")
    assert "I send nothing" in outcome.replies[0].text


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("nation", [*NATIONS, None])
def test_what_is_said_around_a_draft_is_short(kind, nation):
    replies = say("", nation=nation, kind=kind).replies
    assert not [too_long(r.text) for r in replies if not r.card and too_long(r.text)]
