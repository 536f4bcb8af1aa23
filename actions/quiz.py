"""The rights quiz."""

from __future__ import annotations

from actions.base import GuideAction
from bot.dialogue.turn import Outcome, Turn
from bot.quiz import conversation as quiz


class RightsQuiz(GuideAction):
    """Ask four questions on rights, or give them to a group."""

    called = "rights_quiz"
    returns_to_question = False

    def reply(self, turn: Turn) -> Outcome:
        """Return the first question of a round."""
        return quiz.start(turn)
