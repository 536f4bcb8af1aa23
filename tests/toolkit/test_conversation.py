"""The toolkit held as a conversation: one question at a time, in any pace, with no marks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from bot.talk.conversation import start_over, stop
from bot.toolkit import conversation, load_toolkit
from bot.toolkit.content import LIMITS, ROLES
from bot.toolkit.reading import picks_in
from tests.toolkit.talking import Person
from tests.voice import banned, too_long

TOOLKIT = load_toolkit()
OWN_WORDS = Path(__file__).parent / "own_words.yml"


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("I'm a senior manager", "manager"),
        ("i run the service", "manager"),
        ("key worker", "key_worker"),
        ("I'm an adviser here", "key_worker"),
        ("I use a programme", "user"),
    ],
)
def test_who_is_here_can_be_said_in_own_words(said, role):
    person = Person().open().say(said)
    assert person.memory["toolkit"]["answers"]["role"] == role


def test_good_work_for_our_own_staff_can_be_opened_at_once():
    person = Person().open("do we offer good work to our own staff")
    assert "Good work for our own staff" in person.told
    assert person.asked == "own_pay"
    assert Person().open().press("Our own staff").asked == "own_pay"


@pytest.mark.parametrize(
    ("words", "practice"),
    [
        ("2", "leave_out_few"),
        ("any with vacancies", "any_vacancy"),
        ("we are picky about who we work with", "shared_values"),
    ],
)
def test_a_practice_can_be_named_by_number_by_label_or_in_its_own_words(manager, words, practice):
    manager.press("Jobs and employers").choose("soon").say(words)
    assert manager.memory["toolkit"]["answers"]["chosen"]["employers"] == [practice]


@pytest.mark.parametrize(
    ("question", "words", "practice"),
    [
        ("employers", "there was one care home we no longer send anybody to", "leave_out_few"),
        ("employers", "honestly we take anyone who has jobs going", "any_vacancy"),
        ("suitable", "so long as it pays better than their universal credit", "better_off"),
        ("counted", "how many people start a job each quarter", "starts"),
    ],
)
def test_own_words_are_offered_back_before_they_count(manager, question, words, practice):
    manager.press("Jobs and employers")
    while manager.asked != question:
        manager.press("Skip")
    manager.say(words)
    assert TOOLKIT.practice(practice).say in manager.told
    assert question not in manager.memory["toolkit"]["answers"]["chosen"]
    if "Yes" in manager.titles:
        manager.say("yes", "affirm")
    else:
        manager.press(TOOLKIT.practice(practice).label)
    assert manager.memory["toolkit"]["answers"]["chosen"][question] == [practice]


def test_own_words_bring_up_the_practice_that_they_mean():
    offered, first, texts = 0, 0, 0
    for name, meant in yaml.safe_load(OWN_WORDS.read_text(encoding="utf-8")).items():
        for practice, said in meant.items():
            for text in said:
                picks = picks_in(TOOLKIT.questions[name], text)
                texts += 1
                offered += picks is not None and practice in picks.ids
                first += picks is not None and practice == picks.ids[0]
    assert first / texts >= 0.8
    assert offered / texts >= 0.9


@pytest.mark.parametrize("text", ["blah blah", "my cat is called bob", "the printer is broken"])
def test_words_that_mean_nothing_here_bring_up_no_practice(text):
    for question in TOOLKIT.questions.values():
        if question.practices:
            assert picks_in(question, text) is None


def test_a_guess_that_is_wrong_brings_the_list_again(manager):
    manager.press("Jobs and employers").press("Skip")
    manager.say("we take anyone who has jobs going").say("no", "deny")
    assert manager.asked == "employers"
    assert "After a few checks" in manager.titles


def test_own_words_on_a_practice_are_not_kept(manager):
    manager.press("Jobs and employers").say("we look at xylophone factories and what comes up")
    assert "xylophone" not in str({k: v for k, v in manager.memory.items() if k != "buttons"})


def test_a_question_can_be_skipped_explained_and_taken_back(manager):
    manager.press("Jobs and employers").press("Why do you ask?")
    assert "Payne, Butler and Rose" in manager.told
    assert manager.asked == "suitable"
    manager.press("Skip").say("go back")
    assert manager.asked == "suitable"
    assert manager.memory["toolkit"]["answers"]["skipped"] == []
    manager.say("i don't know", "not_sure")
    assert manager.asked == "employers"


def test_a_part_can_be_finished_early_and_what_is_missing_widens_the_range(manager):
    manager.press("Jobs and employers").choose("written_standard").press("Finish here")
    assert "between" in manager.told
    assert "Not known yet: which employers you work with" in manager.told
    assert "to both sides" in manager.told


def test_a_range_has_its_reasons_and_no_mark(manager):
    manager.press("Jobs and employers").choose("soon", "shared_values", "share_standard", "starts")
    assert "Pointing to the restrictive end: what makes a job suitable" in manager.told
    assert "Pointing to the expansive end: which employers you work with" in manager.told
    assert not re.search(r"\d", manager.told)
    (card,) = [r.card for r in manager.replies if r.card]
    assert card["kind"] == "spectrum"
    assert not re.search(r"\d", str(card))


def test_several_can_be_named_one_after_another(manager):
    manager.press("Where we want to go").choose("central", "side_choices")
    assert "Anything else" in manager.told
    manager.choose("side_own").press("That is all")
    chosen = manager.memory["toolkit"]["answers"]["chosen"]
    assert chosen["which_sides"] == ["side_choices", "side_own"]
    assert manager.asked == "which_way"


def test_next_steps_ask_first_what_limits_the_team_and_then_fit_it(manager):
    manager.press("What employers do").choose("as_they_ask").press("Finish here")
    manager.press("Next steps")
    assert manager.asked == LIMITS
    manager.say("1 and 3")
    assert "You named: funding, few good jobs nearby" in manager.told
    assert "It needs no new money." in manager.told
    assert "Share one training course" not in manager.told
    manager.press("Next steps")
    assert manager.asked is None


def test_a_digression_is_left_alone_and_the_question_comes_back(manager):
    manager.press("Jobs and employers")
    question = manager.memory["open_question"]
    assert not conversation.understands(question, "what is the minimum wage?", "ask_minimum_wage")
    assert not conversation.understands(question, "help", "help")
    assert not conversation.understands(question, "look at a job offer with me", "score_offer")
    assert not conversation.understands(question, "can you give me a quiz", "rights_quiz")
    assert conversation.understands(question, "how many people start", "nlu_fallback")
    assert conversation.understands(question, "we look at pay and contract first", "score_offer")
    reply = conversation.ask_again(question, manager._turn("", "ask_minimum_wage", {}))
    assert reply is not None
    assert reply.text.startswith("Back to the toolkit:")


def test_after_a_stop_the_toolkit_goes_on_where_it_was(manager):
    manager.press("Jobs and employers").choose("soon")
    manager._took(stop(manager._turn("stop", "stop", {})))
    assert manager.memory["open_question"] is None
    manager.open("toolkit please")
    assert "as senior manager" in manager.told
    manager.press("Go on")
    assert manager.asked == "employers"


def test_starting_anew_forgets_the_answers(manager):
    manager.press("Jobs and employers").choose("soon").open("toolkit").press("Start anew")
    assert manager.memory["toolkit"]["answers"] is None
    assert "Who are you here" in manager.told


def test_words_of_ages_and_places_are_about_the_work_and_not_the_person(manager):
    manager.memory["nation"] = "wales"
    manager.press("Jobs and employers")
    manager.say("in scotland we help people aged 19 into whatever is going")
    assert manager.memory["nation"] == "wales"
    assert manager.memory["age"] is None


@pytest.mark.parametrize("agree", ["Yes, I will write", "yes"])
def test_own_words_are_kept_after_agreement_alone_and_can_be_taken_back(key_worker, agree):
    key_worker.press("Talks with users")
    while key_worker.asked != "own_view":
        key_worker.press("Skip")
    assert "Do you agree" in key_worker.told
    key_worker.press(agree) if agree in key_worker.titles else key_worker.say(agree, "affirm")
    key_worker.say("A job where people say thank you")
    assert "“A job where people say thank you”" in key_worker.told
    quotes = key_worker.memory["toolkit"]["answers"]["quotes"]
    assert quotes == {"own_view": "A job where people say thank you"}
    key_worker.press("Take it back")
    assert key_worker.memory["toolkit"]["answers"]["quotes"] == {}


def test_without_agreement_the_open_question_is_skipped(key_worker):
    key_worker.press("Talks with users")
    while key_worker.asked != "own_view":
        key_worker.press("Skip")
    key_worker.press("No, skip it")
    assert key_worker.memory["toolkit"]["answers"]["quotes"] == {}
    assert key_worker.asked is None


@pytest.mark.parametrize("words", ["ring Jo on 07700 900123", "write to jo@example.org"])
def test_numbers_and_addresses_of_people_are_not_kept(key_worker, words):
    key_worker.press("Talks with users")
    while key_worker.asked != "own_view":
        key_worker.press("Skip")
    key_worker.press("Yes, I will write").say(words)
    assert key_worker.memory["toolkit"]["answers"]["quotes"] == {}
    assert "without" in key_worker.told


def test_a_programme_user_gets_the_short_form_and_hears_how_answers_are_shown():
    person = Person().open().press("I use a programme")
    assert "five people at a time" in person.told
    asked = []
    while person.asked:
        asked.append(person.asked)
        person.press("No, skip it") if person.about == "words" else person.press("Skip")
    assert all(name.startswith("u_") for name in asked)
    assert len(asked) <= 10
    assert "That was all" in person.told
    assert "Next steps" not in person.titles


@pytest.mark.parametrize("role", ROLES)
def test_every_way_through_ends_within_the_voice(role):
    person = Person().open().press(TOOLKIT.say["roles"][role])
    for pick in (0, -1):
        if role != "user":
            person = Person().open().press(TOOLKIT.say["roles"][role])
        for _ in range(120):
            if person.asked:
                practices = TOOLKIT.questions[person.asked].practices
                left = [b for b in person.titles if b in [p.label for p in practices]]
                person.press(left[pick]) if left else person.press("No, skip it")
            elif "Next part" in person.titles:
                person.press("Next part")
            elif person.about == "menu" and "Jobs and employers" in person.titles:
                person.press("Jobs and employers")
            else:
                break
        else:
            pytest.fail("it never ends")
        if role != "user":
            person.press("Next steps")
    for words in person.ever:
        assert not too_long(words), words
        assert not banned(words), words
        assert "{" not in words


def test_follow_ups_go_on_from_the_ranges(manager):
    manager.press("Jobs and employers").choose("soon").press("Finish here")
    told = conversation.more(manager._turn("why", "say_more", {}))
    assert "Pointing to the restrictive end" in told.replies[0].text
    told = conversation.simpler(manager._turn("simpler", "say_it_simpler", {}))
    assert "your answers lie" in told.replies[0].text


def test_a_new_start_still_knows_what_it_saved_so_that_erasing_erases_it(manager, kept):
    manager.press("Jobs and employers").choose("soon").press("Finish here").press("Save for later")
    (row,) = manager.memory["toolkit"]["rows"]
    manager._took(start_over(manager._turn("start over", "start_over", {})))
    assert manager.memory["toolkit"]["answers"] is None
    assert manager.memory["toolkit"]["rows"] == [row]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("which employers should we refuse to work with, help us think", "suitable"),
        ("does our organisation blame people? how would we find out", "quality_in_talks"),
        ("reviewing our employer partnerships", "hiring"),
        ("are we pushing people into bad jobs", "quality_in_talks"),
    ],
)
def test_first_words_about_a_part_lead_to_that_part_once_the_role_is_known(said, asked):
    assert Person().open(said).press("Key worker").asked == asked


@pytest.mark.parametrize("said", ["what does expansive practice look like", "give me an example"])
def test_two_teams_are_told_to_think_with(said):
    person = Person().open(said)
    assert "A team nearer the restrictive end" in person.told
    assert "A team nearer the expansive end" in person.told
    assert "Payne, Butler and Rose" in person.told
    assert person.press("Senior manager").memory["toolkit"]["answers"]["role"] == "manager"
    for words in person.ever:
        assert not too_long(words), words


def test_the_examples_can_be_asked_for_in_the_middle():
    person = Person().open().press("Two examples").press("Key worker").press("Our own staff")
    person.say("show me an example")
    assert "A team nearer the expansive end" in person.told
    assert "Next part" in person.titles
