"""The answer in another language: what we are, the emergency number, and people to ring."""

from __future__ import annotations

import attrs

from bot.dialogue.languages import UNKNOWN, load_english, load_languages
from bot.dialogue.turn import Outcome, Turn
from bot.facts import fill, load_facts
from bot.handover.conversation import CHANNELS
from bot.handover.settings import load_handover
from bot.handover.signposts import organisation_contacts, people
from bot.replies import Button, Reply


def tell_in(language: str, turn: Turn) -> Outcome:
    """Say in their language, and in English, that we read English only, and who can be reached.

    The card names the language, so that a page can hand the words to the right voice.
    """
    english, _ = load_english()
    said = [_filled(english, turn)]
    if language != UNKNOWN:
        own = _filled(load_languages()[language].say, turn)
        said.insert(0, attrs.evolve(own, card={"kind": "language", "lang": language}))
    *others, last = (*said, *organisation_contacts(), people(turn.situation))
    if load_handover() and turn.channel in CHANNELS:
        last = attrs.evolve(last, buttons=(Button("Talk to a person", "/talk_to_a_person"),))
    return Outcome((*others, last), {"missed": None})


def _filled(text: str, turn: Turn) -> Reply:
    filled = fill(text, load_facts(), turn.situation.on, turn.situation.nation)
    return Reply(filled.text, facts=filled.facts)
