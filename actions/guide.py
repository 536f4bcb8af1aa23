"""Telling topics, and following them up."""

from __future__ import annotations

from actions.base import GuideAction
from bot.barriers import conversation as barriers
from bot.dialogue.turn import Outcome, Turn
from bot.guide import conversation as guide
from bot.talk import conversation as talk


class TellTopic(GuideAction):
    """Tell what to expect and what the law says on a topic."""

    called = "tell_topic"

    def reply(self, turn: Turn) -> Outcome:
        """Return the first answer; a hope or a meeting ahead is heard as such."""
        return barriers.hear_way(turn) or guide.start(turn)


class FollowUp(GuideAction):
    """Say more, why, where it comes from, or say it simpler."""

    called = "follow_up"

    def reply(self, turn: Turn) -> Outcome:
        """Return the next part of what was being told."""
        return talk.follow_up(turn)


class SetSituation(GuideAction):
    """Take in a nation, an age or a status."""

    called = "set_situation"

    def reply(self, turn: Turn) -> Outcome:
        """Return the answer for the changed situation."""
        return talk.set_situation(turn)
