"""Where a job is that somebody describes: the law of that nation holds for it."""

from __future__ import annotations

from bot.dialogue.listen import Heard, hear
from bot.offers.offer import LONGEST_DESCRIPTION


def hear_of_a_job(text: str) -> Heard:
    """Return where the described job is; nothing of an advert, which may name other places."""
    facts = hear(text).facts if len(text) <= LONGEST_DESCRIPTION else {}
    return Heard({name: facts[name] for name in ("nation", "london") if name in facts})
