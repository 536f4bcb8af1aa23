"""Plans for a group talk: whole, true for the nation, and kind."""

from __future__ import annotations

import json
from datetime import date

import pytest

from bot.dialogue.turn import Turn
from bot.facts import load_facts
from bot.sessions import load_plans
from bot.sessions.conversation import PARTS, plan_session
from bot.sessions.sheet import to_html
from bot.situation import NATIONS, Situation

ON = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def no_organisation(tmp_path, monkeypatch):
    monkeypatch.setenv("GOODWORK_ORGANISATION", str(tmp_path / "organisation.yml"))


def turn(text="", nation=None, **values):
    situation = Situation(on=ON, nation=values.get("nation", nation))
    return Turn(text=text, intent="group_session", situation=situation, values=values)


def words(outcome):
    return "\n".join(reply.text for reply in outcome.replies)


def titles(outcome):
    return [button.title for button in outcome.replies[-1].buttons]


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("group session about childcare and work", "Childcare and hours"),
        ("plan something on sanctions for my group", "Pushed to take any job"),
        ("facilitate a session for people with convictions", "Being judged"),
    ],
)
def test_the_subject_that_is_named_is_the_one_planned(said, title):
    assert title in words(plan_session(turn(said, "wales")))


def test_without_a_subject_it_asks_and_each_button_leads_to_a_plan():
    asked = plan_session(turn("plan a group session", "england"))
    assert len(titles(asked)) == len(load_plans())
    for button in asked.replies[-1].buttons:
        assert len(button.title) <= 20
        values = json.loads(button.payload.removeprefix("/group_session"))
        assert "Here is a plan" in words(plan_session(turn("", "england", **values)))


def test_the_nation_is_asked_for_once_and_may_be_left_open():
    asked = plan_session(turn("session about childcare"))
    assert "Which nation" in words(asked)
    assert "left out" in words(plan_session(turn(plan="childcare_and_hours", open="yes")))


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize("plan", load_plans())
def test_every_part_can_be_told_in_every_nation_within_the_voice(plan, nation):
    for part in (None, *PARTS):
        values = {"plan": plan, **({"part": part} if part else {})}
        outcome = plan_session(turn("", nation, **values))
        for reply in outcome.replies:
            assert reply.text
            assert "{" not in reply.text
            phones = reply.card and reply.card["kind"] == "phones"
            assert phones or len(reply.text.split()) <= 60, reply.text


def test_the_way_through_the_parts_reaches_the_end():
    outcome, seen = plan_session(turn("", "scotland", plan="being_judged")), []
    while (first := outcome.replies[-1].buttons[0]).payload != "/help":
        values = json.loads(first.payload.removeprefix("/group_session"))
        seen.append(values["part"])
        outcome = plan_session(turn("", "scotland", **values))
    assert seen == list(PARTS)


@pytest.mark.parametrize(
    ("nation", "has", "lacks"),
    [("northern_ireland", "Lifeline", "0808 2000 247"), ("england", "0808 2000 247", "Lifeline")],
)
def test_care_for_people_names_the_lines_of_the_nation(nation, has, lacks):
    plan = load_plans()["being_judged"]
    told = words(plan_session(turn("", nation, plan=plan.id, part="upset")))
    page = to_html(plan, Situation(on=ON, nation=nation), load_facts())
    for text in (told, page):
        assert has in text
        assert lacks not in text
        assert "116 123" in text


@pytest.mark.parametrize("plan", load_plans().values(), ids=lambda plan: plan.id)
def test_the_sheet_holds_the_whole_plan_with_sources_and_no_script(plan):
    page = to_html(plan, Situation(on=ON, nation="wales"), load_facts())
    for part in ("Ground rules", "Questions to the group", "If somebody gets upset", "Sources"):
        assert part in page
    assert "https://" in page
    assert "<script" not in page
    assert "style=" not in page
    assert "{" not in page
