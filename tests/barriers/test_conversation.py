"""How barriers and feelings are talked about."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.barriers import conversation as barriers
from bot.barriers.content import load_entries
from bot.barriers.spot import barriers_in, spotted
from bot.barriers.voice import in_voice, voice_of
from bot.dialogue.turn import Turn
from bot.situation import Situation
from tests.barriers.rendering import TODAY, Talk

STORIES = yaml.safe_load((Path(__file__).parent / "stories.yml").read_text(encoding="utf-8"))
ENTRIES = load_entries()
TOLD_FIRST = [name for name, entry in ENTRIES.items() if entry.kind != "path"]


def texts(outcome):
    return [reply.text for reply in outcome.replies]


def titles(outcome):
    return [button.title for reply in outcome.replies for button in reply.buttons]


@pytest.mark.parametrize("story", STORIES["several"], ids=lambda story: story["say"][:40])
def test_every_barrier_of_a_story_is_heard(story):
    assert set(story["heard"]) <= set(spotted(story["say"]))


@pytest.mark.parametrize("words", STORIES["none"])
def test_words_that_only_sound_like_a_barrier_are_not_taken_for_one(words):
    assert spotted(words) == ()


@pytest.mark.parametrize("story", STORIES["several"], ids=lambda story: story["say"][:40])
def test_the_answer_names_each_barrier_and_offers_the_others(story):
    first, *others = story["heard"]
    outcome = Talk().begin(first, story["say"])
    for name in story["heard"]:
        assert ENTRIES[name].named in outcome.replies[0].text
    assert any(ENTRIES[name].label in titles(outcome) for name in others)


def test_barriers_that_were_named_wait_until_they_are_told():
    talk = Talk()
    talk.begin("transport", "no car, two kids and nowhere to live, and i ran out of data")
    assert talk.memory["topic"]["also"] == ["childcare", "housing_debt", "digital_exclusion"]
    talk.begin("childcare")
    assert talk.memory["topic"]["also"] == ["housing_debt", "digital_exclusion"]


@pytest.mark.parametrize("name", TOLD_FIRST)
@pytest.mark.parametrize("nation", [None, "wales"])
def test_three_tellings_sound_different(name, nation):
    talk = Talk(nation=nation)
    heard = [tuple(texts(talk.begin(name))) for _ in range(3)]
    assert len(set(heard)) == 3
    assert len({one[0] for one in heard}) == 3


def test_what_was_told_is_remembered():
    talk = Talk()
    talk.begin("childcare")
    talk.begin("transport")
    talk.begin("childcare")
    assert talk.memory["told_barriers"] == ["childcare:0", "transport:0", "childcare:1"]


@pytest.mark.parametrize("name", TOLD_FIRST)
def test_a_figure_with_its_source_and_year_comes_with_the_cause(name):
    outcome = Talk().begin(name)
    assert any(fact.startswith("evidence.") for reply in outcome.replies for fact in reply.facts)
    assert any(" In 20" in text or text.startswith("In 20") for text in texts(outcome))


def test_before_a_study_came_out_its_figure_is_not_told():
    outcome = Talk(on=date(2015, 1, 1)).begin("childcare")
    assert not any(reply.facts for reply in outcome.replies)
    assert len(outcome.replies) == 3


@pytest.mark.parametrize("case", STORIES["voices"], ids=lambda case: case["say"][:40])
def test_who_a_story_is_about(case):
    known = Situation(on=TODAY, speaker=case.get("known"))
    assert voice_of(case["say"], known) == case["voice"]


def test_words_differ_by_who_asks():
    text = "[A key worker|You|A key worker] can ask [you|them]"
    assert in_voice(text, "job_seeker") == "A key worker can ask you"
    assert in_voice(text, "key_worker") == "You can ask them"
    assert in_voice(text, "someone_else") == "A key worker can ask them"


def test_a_key_worker_hears_what_they_can_do():
    talk = Talk(speaker="key_worker")
    talk.begin("childcare", "my client can't find childcare for her shifts")
    outcome = talk.say(barriers.more, part="key_worker")
    assert texts(outcome)[0].startswith("You can ring")


def test_a_story_about_somebody_else_keeps_its_place_when_a_button_is_pressed():
    talk = Talk()
    talk.begin("housing_debt", "she's in a hostel and they won't give her an interview")
    outcome = talk.say(barriers.more, part="key_worker")
    assert "with them" in texts(outcome)[0]


def test_the_role_is_asked_only_where_the_advice_differs():
    talk = Talk()
    first = talk.begin("housing_debt", "she's in a hostel and nobody will help her")
    assert "Yes, in my job" not in titles(first)
    outcome = talk.say(barriers.more, part="key_worker")
    assert "Yes, in my job" in titles(outcome)
    outcome = talk.say(barriers.more, part="key_worker", speaker="key_worker")
    assert texts(outcome)[0].startswith("You can")
    assert talk.memory["speaker"] == "key_worker"


def test_help_that_differs_by_nation_asks_for_it_and_then_tells_it():
    talk = Talk()
    talk.begin("skills_training")
    outcome = talk.say(barriers.more, part="helps")
    assert titles(outcome) == ["England", "Wales", "Scotland", "N. Ireland"]
    talk.situation = Situation(on=TODAY, nation="wales")
    outcome = talk.say(barriers.again, intent="set_nation")
    assert "Working Wales" in texts(outcome)[0]
    assert "Skills Development Scotland" not in " ".join(texts(outcome))


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("why?", "why"),
        ("where does that come from?", "sources"),
        ("what can i do?", "helps"),
        ("who can help me", "who"),
        ("is there a group or a union", "together"),
        ("what could a key worker do", "key_worker"),
    ],
)
def test_follow_ups_in_words_find_their_part(words, part):
    talk = Talk(nation="england")
    talk.begin("transport")
    talk.say(barriers.more, words)
    assert talk.memory["topic"]["part"] == part


def test_more_goes_through_the_parts_and_comes_to_an_end():
    talk = Talk(nation="scotland")
    talk.begin("caring")
    parts = []
    for _ in range(4):
        talk.say(barriers.more, "tell me more")
        parts.append(talk.memory["topic"]["part"])
    assert parts == ["helps", "key_worker", "together", "done"]


def test_sources_are_shown_as_a_card():
    talk = Talk(nation="england")
    talk.begin("childcare")
    outcome = talk.say(barriers.more, "says who?")
    assert any(reply.card and reply.card["kind"] == "sources" for reply in outcome.replies)


@pytest.mark.parametrize("feeling", ["self_blame", "discouraged"])
def test_a_feeling_in_the_middle_of_a_question_leaves_the_question_open(feeling):
    talk = Talk()
    talk.memory["open_question"] = {"by": "offers", "about": "pay"}
    outcome = talk.begin(feeling, "it's all my own fault anyway")
    assert "open_question" not in outcome.remember
    assert len(titles(outcome)) <= 1


def test_a_feeling_hears_the_barriers_in_it_too():
    outcome = Talk().begin("self_blame", "i'm useless, never heard back from anyone")
    assert "Being judged" in titles(outcome)


def test_a_hope_is_broken_into_steps():
    talk = Talk(nation="england")
    outcome = talk.begin(
        "benefits_pressure", "i want to be a nurse but they say i must be realistic"
    )
    assert "A job I hope for" in titles(outcome)
    outcome = talk.say(barriers.more, path="realistic_hopes")
    assert "The steps" in titles(outcome)
    told = []
    for _ in range(5):
        told += texts(talk.say(barriers.more, "tell me more"))
    assert "National Careers Service" in " ".join(told)


def test_words_that_name_no_barrier_are_asked_about():
    outcome = Talk().say(barriers.hear_barrier, "it is hard", intent="nlu_fallback")
    assert texts(outcome)[0].endswith("pick one.")


def test_the_understood_barrier_comes_before_the_spotted_ones():
    assert barriers_in("two kids and no car", "barrier_confidence")[0] == "confidence"


@pytest.mark.parametrize("case", STORIES["ways"], ids=lambda case: case["say"][:40])
def test_a_hope_or_a_meeting_inside_a_question_is_heard_as_such(case):
    talk = Talk()
    talk.say(barriers.hear_way, case["say"], intent=case["understood"])
    assert talk.memory["topic"]["id"] == case["way"]


@pytest.mark.parametrize("case", STORIES["left_to_the_guide"], ids=lambda case: case["say"][:40])
def test_a_plain_question_is_left_to_the_guide(case):
    turn = Turn(text=case["say"], intent=case["understood"], situation=Situation(on=TODAY))
    assert barriers.hear_way(turn) is None


def test_what_is_only_hinted_at_is_offered_but_not_said_to_be_named():
    outcome = Talk().begin("confidence", "i go to pieces, and the laptop has gone to the pawn shop")
    assert "No phone or data" in titles(outcome)
    assert "no computer" not in outcome.replies[0].text
