"""Quiz questions: every answer comes from a fact and holds for the date and the nation."""

from __future__ import annotations

import re
from datetime import date

import pytest

from bot.facts import load_facts
from bot.quiz.questions import load_questions, load_words, pose
from bot.situation import NATIONS, Situation
from bot.talk.catalogue import read_catalogue
from tests.voice import banned, too_long

ON = date(2026, 11, 22)
STORE = load_facts()
QUESTIONS = load_questions()

# Right answers, entered by hand from the published rates and rules.
EXPECTED = [
    ("break_length", "2026-11-22", "england", "20 minutes"),
    ("under_18_break", "2026-11-22", "scotland", "30 minutes"),
    ("daily_rest", "2026-11-22", "northern_ireland", "11 hours"),
    ("weekly_most", "2026-11-22", "wales", "48 hours"),
    ("holiday_weeks", "2026-11-22", "wales", "5.6 weeks"),
    ("holiday_days", "2026-11-22", "england", "28 days"),
    ("irregular_holiday", "2026-11-22", "england", "12.07%"),
    ("minimum_wage_21", "2026-03-15", "england", "£12.21"),
    ("minimum_wage_21", "2026-11-22", "england", "£12.71"),
    ("minimum_wage_18", "2026-03-15", "northern_ireland", "£10.00"),
    ("minimum_wage_18", "2026-11-22", "northern_ireland", "£10.85"),
    ("minimum_wage_16", "2026-11-22", "scotland", "£8.00"),
    ("payslip_workers", "2026-11-22", "england", "Yes"),
    ("payslip_workers", "2026-11-22", "northern_ireland", "No"),
    ("written_terms_gb", "2026-11-22", "wales", "By the first day"),
    ("written_terms_ni", "2026-11-22", "northern_ireland", "2 months"),
    ("notice_first", "2026-11-22", "england", "1 week"),
    ("notice_most", "2026-11-22", "england", "12 weeks"),
    ("unfair_dismissal", "2026-11-22", "england", "24 months"),
    ("unfair_dismissal", "2027-01-02", "england", "6 months"),
    ("unfair_dismissal", "2026-11-22", "northern_ireland", "12 months"),
    ("redundancy_service", "2026-11-22", "scotland", "2 years"),
    ("sick_pay_rate", "2026-03-15", "england", "£118.75"),
    ("sick_pay_rate", "2026-11-22", "england", "£123.25"),
    ("sick_pay_earnings", "2026-03-15", "england", "Yes"),
    ("sick_pay_earnings", "2026-11-22", "england", "No"),
    ("flexible_times", "2026-11-22", "england", "2"),
    ("flexible_times", "2026-11-22", "northern_ireland", "1"),
    ("flexible_ni", "2026-11-22", "northern_ireland", "26 weeks"),
    ("time_limit", "2026-11-22", "wales", "3 months"),
    ("agency_equal", "2026-11-22", "northern_ireland", "12 weeks"),
    ("tips_part", "2026-11-22", "england", "100%"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "on", "nation", "right"), EXPECTED)
def test_the_right_answer_follows_date_and_nation(name, on, nation, right):
    posed = pose(QUESTIONS[name], Situation(on=date.fromisoformat(on), nation=nation), STORE)
    assert posed is not None
    assert posed.options[posed.right] == right


@pytest.mark.parametrize(
    ("name", "nation"),
    [("tips_part", "northern_ireland"), ("written_terms_gb", "northern_ireland"),
     ("flexible_ni", "england"), ("belief_ni", "scotland"), ("tips_part", None)],
)  # fmt: skip
def test_what_does_not_hold_in_a_nation_is_not_asked_there(name, nation):
    assert pose(QUESTIONS[name], Situation(on=ON, nation=nation), STORE) is None


@pytest.mark.parametrize("nation", NATIONS)
def test_at_least_forty_questions_can_be_asked_in_every_nation(nation):
    asked = [q for q in QUESTIONS.values() if pose(q, Situation(on=ON, nation=nation), STORE)]
    assert len(asked) >= 40


@pytest.mark.parametrize("on", ["2025-11-22", "2026-03-15", "2026-11-22", "2027-01-02"])
@pytest.mark.parametrize("nation", [*NATIONS, None])
def test_every_question_is_short_plain_and_has_one_right_answer_and_a_source(on, nation):
    for question in QUESTIONS.values():
        for wording in range(len(question.ask)):
            at = Situation(on=date.fromisoformat(on), nation=nation)
            posed = pose(question, at, STORE, wording)
            if posed is None:
                continue
            assert len(set(posed.options)) == len(posed.options) >= 2, posed
            assert not too_long(posed.ask), posed.ask
            assert not too_long(posed.explain), posed.explain
            assert not banned(posed.ask + posed.explain), posed
            assert posed.source, question.id
            assert posed.facts, question.id


def test_a_question_comes_back_in_other_words():
    for question in QUESTIONS.values():
        assert len(set(question.ask)) == len(question.ask) >= 2


def test_no_figure_stands_in_the_words():
    for question in QUESTIONS.values():
        for text in (*question.ask, question.explain, question.right or "", *question.wrong):
            bare = re.sub(r"\{[^}]*\}", "", text)
            assert not re.search(r"\d", bare), f"{question.id}: {text}"


def test_every_topic_is_in_the_catalogue_and_has_something_to_talk_about():
    topics = set(read_catalogue()["topics"])
    for question in QUESTIONS.values():
        assert question.topic in topics, question.id
        assert question.topic in load_words()["discuss"], question.topic
