"""The rights quiz, held as a conversation with the core."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue.turn import Turn
from bot.quiz import conversation
from bot.quiz.questions import load_questions
from bot.quiz.rounds import Progress
from bot.situation import Situation
from tests.voice import banned, too_long

AT = Situation(on=date(2026, 11, 22), nation="england")


class Player:
    """Somebody who plays, and what they were told."""

    def __init__(self, first="quiz", **values):
        self.memory, self.told, self.asked = {}, [], []
        self.take(conversation.start(Turn(first, "rights_quiz", AT, values=values)))

    def take(self, outcome):
        self.memory.update(outcome.remember)
        self.told = [reply.text for reply in outcome.replies]
        if self.open:
            self.asked.append(self.open["about"])

    @property
    def open(self):
        return self.memory.get("open_question")

    def answer(self, text="", **values):
        turn = Turn(text, "answer", AT, values=values, memory=self.memory)
        self.take(conversation.answer(self.open, turn))

    def answer_all(self, right):
        while self.open:
            posed = Progress.from_data(self.memory["quiz"]).posed(AT, conversation.load_facts())
            place = posed.right if right else (posed.right + 1) % len(posed.options)
            self.answer(say=str(place))

    def again(self):
        self.asked = []
        self.take(conversation.start(Turn("", "rights_quiz", AT, memory=self.memory)))


def test_a_round_has_four_questions_and_ends_without_a_mark():
    player = Player()
    player.answer_all(right=True)
    assert len(player.asked) == 4
    assert player.open is None
    assert "You had 4 of 4" in player.told[-1]


def test_every_answer_is_explained_with_its_source():
    player = Player("quiz me on breaks")
    player.answer(say="0")
    assert "20 minutes" in player.told[0]
    assert player.told[1].startswith("From: ")


def test_what_was_wrong_comes_again_in_other_words():
    player = Player()
    player.answer_all(right=False)
    wrong = player.asked[:]
    player.again()
    first = player.open["about"]
    assert first in wrong
    question = load_questions()[first]
    assert question.ask[0].split("{")[0] not in player.told[-1]


def test_what_was_right_is_not_asked_again_in_the_next_round():
    player = Player()
    player.answer_all(right=True)
    first = player.asked[:]
    player.again()
    player.answer_all(right=True)
    assert not set(first) & set(player.asked)


def test_after_it_was_right_once_it_is_not_asked_again():
    player = Player()
    player.answer_all(right=False)
    for _ in range(3):
        player.again()
        player.answer_all(right=True)
    assert not player.memory["quiz"]["again"]


def test_a_subject_can_be_asked_for():
    player = Player("quiz me on breaks and holidays")
    player.answer_all(right=True)
    assert {load_questions()[name].topic for name in player.asked} <= {"breaks", "holiday"}


def test_all_questions_can_be_played_and_then_it_starts_again():
    player = Player()
    seen = set()
    for _ in range(25):
        player.answer_all(right=True)
        seen |= set(player.asked)
        player.again()
    assert len(seen) >= 40
    assert player.open


@pytest.mark.parametrize(
    ("words", "place"),
    [("b", 1), ("B.", 1), ("20 minutes", 1), ("20 mins", 1), ("20", 1), ("it's c", 2),
     ("i think 10 minutes", 0), ("bananas", None), ("45 minutes", None)],
)  # fmt: skip
def test_an_answer_may_be_a_letter_a_figure_or_the_words(words, place):
    assert conversation._chosen(words, ("10 minutes", "20 minutes", "30 minutes")) == place


@pytest.mark.parametrize(("words", "place"), [("yes", 0), ("nope", 1), ("true", 0), ("b", 1)])
def test_yes_and_no_are_taken_in_many_words(words, place):
    assert conversation._chosen(words, ("Yes", "No")) == place


def test_not_sure_is_fine_and_gets_the_answer():
    player = Player("quiz me on breaks")
    player.answer("no idea")
    assert player.told[0].startswith("That is fine.")
    assert "20 minutes" in player.told[0]


def test_a_question_on_a_right_in_between_is_not_taken_for_an_answer():
    player = Player("quiz me on breaks")
    assert not conversation.understands(player.open, "what about holiday pay?", "ask_holiday")
    again = conversation.ask_again(player.open, Turn("", "thanks", AT, memory=player.memory))
    assert again is not None
    assert again.text.startswith("Back to the quiz")


def test_a_group_gets_a_sheet_with_answers_and_something_to_talk_about():
    outcome = conversation.start(Turn("my group want a quiz", "rights_quiz", AT))
    card = outcome.replies[0].card
    assert card["kind"] == "quiz_sheet"
    assert len(card["questions"]) == 4
    for row in card["questions"]:
        assert row["answer"] in row["options"]
        assert row["discuss"].endswith("?")
        assert row["source"]
    assert "Nobody has to tell their own story" in outcome.replies[-1].text


def test_every_message_is_short_and_plain():
    player = Player()
    for _ in range(16):
        for right in (True, False):
            player.answer_all(right)
            player.again()
            assert not [too_long(t) for t in player.told if too_long(t)]
            assert not [t for t in player.told if banned(t)]
    outcome = conversation.start(Turn("", "rights_quiz", AT, values={"how": "group"}))
    assert not [too_long(r.text) for r in outcome.replies if too_long(r.text)]
