"""The toolkit for teams and managers."""

from __future__ import annotations

from actions.base import GuideAction
from bot.channels.signing import Signer, load_secret
from bot.dialogue.turn import Outcome, Turn
from bot.settings import Settings
from bot.store.conversations import open_engine
from bot.store.toolkit import KeptAnswers
from bot.toolkit import conversation as toolkit
from bot.toolkit.keeping import keep_with


class Toolkit(GuideAction):
    """Reflect on job quality, alone or as a team."""

    called = "toolkit"
    returns_to_question = False

    def reply(self, turn: Turn) -> Outcome:
        """Return the opening, or what a button of the toolkit asks for."""
        return toolkit.start(turn)


def _open() -> KeptAnswers:
    settings = Settings.from_environment()
    return KeptAnswers(open_engine(settings.database_url), Signer(load_secret(settings.var)))


keep_with(_open)
