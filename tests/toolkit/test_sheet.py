"""The sheet to print and the exports: all of it, in words, at an address that only we can sign."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from bot.channels.signing import Signer
from bot.store.toolkit import PURPOSE
from bot.toolkit import load_toolkit
from bot.toolkit.answers import Answers
from bot.toolkit.keeping import Member
from bot.toolkit.report import as_csv, as_json, of_one, of_team
from bot.toolkit.sheet import to_html
from bot.web.toolkit import read
from tests.toolkit.talking import ON, Person

TOOLKIT = load_toolkit()
PATH = "/toolkit/abc.def"
QUOTE = '=HYPERLINK("https://example.org") <script>alert(1)</script>'


def one():
    answers = Answers("manager").choose("suitable", ["soon"]).choose("employers", ["shared_values"])
    return answers.choose("limits", ["funding"]).quote("doing_well", QUOTE)


def team(staff=4, users=5):
    picks = ("soon", "better_off", "fits_life", "written_standard")
    members = [
        Member(
            Answers("key_worker").choose("suitable", [picks[n % 4]]).choose("limits", ["time"]),
            None,
        )
        for n in range(staff)
    ]
    return members + [
        Member(
            Answers("user").choose("u_looked_at", ["u_soon"]).quote("u_better", f"Words {n}"), n + 1
        )
        for n in range(users)
    ]


def page(data):
    return to_html(data, PATH, TOOLKIT)


def test_the_sheet_of_one_person_holds_ranges_reasons_limits_steps_and_the_source():
    html = page(of_one(one(), ON, TOOLKIT))
    for part in (
        "Suitable jobs and the right employers", "Pointing to the restrictive end", "Funding",
        "It needs no new money", "Peter Butler and Jonathan Rose", "Thought Paper Part 1",
        "22 November 2026", f'href="{PATH}.csv"', "Whether the person can get it and start soon",
    ):  # fmt: skip
        assert part in html, part


def test_the_sheet_of_a_team_shows_differences_and_users_beside_staff():
    html = page(of_team(team(), ON, TOOLKIT))
    assert "They can start soon (1)" in html
    assert "Each colleague" in html
    assert "Programme users" in html
    assert "If I can start (5)" in html
    assert "“Words 3”" in html


@pytest.mark.parametrize(("staff", "users"), [(2, 5), (4, 4), (2, 4), (0, 0)])
def test_too_few_are_not_shown_in_any_form(staff, users):
    data = of_team(team(staff, users), ON, TOOLKIT)
    for text in (page(data), as_csv(data), as_json(data)):
        if staff < 3:
            assert "They can start soon" not in text
            assert "Whether the person can get it" not in text
        if users < 5:
            assert "If I can start" not in text
            assert "Words 1" not in text
    assert "not enough yet" in page(data) or users >= 5
    assert "are shown once 3 have answered" in page(data) or staff >= 3


@pytest.mark.parametrize("data", [of_one(one(), ON, TOOLKIT), of_team(team(), ON, TOOLKIT)])
def test_a_sheet_runs_nothing_and_gives_no_marks(data):
    html = page(data)
    assert "<script" not in html
    assert "style=" not in html
    assert "{{" not in html
    words = re.sub(r"<svg.*?</svg>", "", html, flags=re.DOTALL)
    assert not re.search(r"\b\d+(?:\.\d+)? (?:out )?of \d|\d ?%|\bscore\b|\bgrade\b", words)


def test_the_reasons_name_the_answers():
    assert "what makes a job suitable (“They can start soon”)" in page(of_one(one(), ON, TOOLKIT))


def test_a_range_is_exported_in_words_alone():
    data = json.loads(as_json(of_one(one(), ON, TOOLKIT)))
    (range_,) = data["ranges"]
    ends = TOOLKIT.parts["framing"].ends
    assert range_["from"] in ends
    assert range_["to"] in ends
    assert not re.search(r"\d", json.dumps(data["ranges"], ensure_ascii=False))


def test_a_table_runs_no_formula_in_a_spreadsheet():
    rows = list(csv.DictReader(io.StringIO(as_csv(of_one(one(), ON, TOOLKIT)))))
    (quote,) = [row for row in rows if row["what"] == "quote"]
    assert quote["words"] == f"'{QUOTE}"
    assert {row["what"] for row in rows} >= {"range", "reason", "answer", "limit", "step", "source"}


def test_a_team_table_counts_people():
    rows = list(csv.DictReader(io.StringIO(as_csv(of_team(team(), ON, TOOLKIT)))))
    counted = [r for r in rows if r["what"] == "answer" and r["who"] == "programme users"]
    assert [row["people"] for row in counted] == ["5"]


def saved_sheet(kind="where_sheet"):
    person = Person().open().press("Senior manager").press("Jobs and employers").choose("soon")
    person.press("Finish here").press("Answer as a team").press("Start a team")
    person.press("Sheet to print")
    paths = [reply.card["path"] for reply in person.replies if reply.card]
    return person, paths


def test_the_chat_gives_the_way_to_both_sheets(kept):
    person, (own, of_all) = saved_sheet()
    assert own in person.told
    assert read(kept, own.removeprefix("/toolkit/"), ON)["kind"] == "own"
    assert read(kept, of_all.removeprefix("/toolkit/"), ON)["kind"] == "team"


def test_a_programme_user_gets_only_their_own_sheet():
    person = Person().open().press("I use a programme").choose("u_soon").say("print this")
    assert len([reply for reply in person.replies if reply.card]) == 1


def test_another_signature_or_purpose_opens_nothing(kept):
    _, (own, _) = saved_sheet()
    token = own.removeprefix("/toolkit/")
    assert read(kept, token[:-2] + "AA", ON) is None
    assert read(kept, "x", ON) is None
    stranger = Signer(b"another secret of thirty-two letters")
    assert read(kept, stranger.sign(PURPOSE, "team 1"), ON) is None
    ours = kept._signer
    assert read(kept, ours.sign("session", "own 1"), ON) is None
    assert read(kept, ours.sign(PURPOSE, "all 1"), ON) is None


def test_what_was_erased_has_no_sheet(kept):
    person, (own, of_all) = saved_sheet()
    person.press("Erase my answers").say("yes", "affirm")
    for path in (own, of_all):
        assert read(kept, path.removeprefix("/toolkit/"), ON) is None
