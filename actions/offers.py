"""A job offer: looked at, corrected, asked about."""

from __future__ import annotations

from actions.base import GuideAction
from bot.dialogue.turn import Outcome, Turn
from bot.offers import comparing
from bot.offers import conversation as offers


class ScoreOffer(GuideAction):
    """Look at a described offer, or ask for one."""

    called = "score_offer"
    returns_to_question = False

    def reply(self, turn: Turn) -> Outcome:
        """Return what the guide makes of the offer."""
        return offers.start(turn)


class CompareOffers(GuideAction):
    """Hold two offers side by side."""

    called = "compare_offers"
    returns_to_question = False

    def reply(self, turn: Turn) -> Outcome:
        """Return the comparison, or ask for the jobs."""
        return comparing.start(turn)


class QuestionsForEmployer(GuideAction):
    """Say what to ask an employer."""

    called = "questions_for_employer"

    def reply(self, turn: Turn) -> Outcome:
        """Return the questions, the most useful first."""
        return offers.questions_for_employer(turn)
