"""Who a story is about: the person who writes, somebody they support, or somebody close to them."""

from __future__ import annotations

import re

from bot.dialogue.listen import hear
from bot.situation import Situation, Speaker

VOICES: tuple[Speaker, ...] = ("job_seeker", "key_worker", "someone_else")

_CHOICE = re.compile(r"\[([^\[\]|]*(?:\|[^\[\]|]*)+)\]")
_FIRST = re.compile(r"\b(?:i|i'?m|i'?ve|i'?d|i'?ll|me|myself|mine)\b")
_MY_OWN = re.compile(
    r"\bmy (?!(?:friend|mate|son|daughter|lad|girl|partner|husband|wife|mum|mam|dad|brother|sister"
    r"|neighbour|boyfriend|girlfriend|niece|nephew|cousin|flatmate|colleague|client|clients"
    r"|participants?|learners?|caseload)\b)"
)
_THIRD = re.compile(
    r"\b(?:he|she|they|him|her|them|his|their|theirs|he'?s|she'?s|they'?re|themselves)\b"
)
_TROUBLE_IS_THEIRS = re.compile(
    r"\b(?:my|a|our|the) (?:friend|mate|son|daughter|lad|girl|partner|husband|wife|mum|mam|dad"
    r"|brother|sister|neighbour|boyfriend|girlfriend|niece|nephew|cousin|flatmate|colleague)"
    r"(?: \w+){0,2} (?:is|has|can'?t|cannot|can not|keeps?|got|won'?t|was|says|feels|lost|needs"
    r"|wants|gets|hasn'?t|isn'?t|doesn'?t)\b"
)


def voice_of(text: str, situation: Situation, before: Speaker | None = None) -> Speaker:
    """Return in whose place the answer is given.

    Args:
        text: the words of this message; empty where a button was pressed.
        situation: what is known of the person.
        before: in whose place the last answer on barriers was given, if there was one.

    "My mum minds the kids but I can't do evenings" names somebody else and is still about the
    person who writes, so the pronouns decide; what was said of the speaker before counts where
    the message itself does not tell.
    """
    known = situation.speaker
    words = " ".join(text.lower().replace("’", "'").split())
    stated = hear(words).facts.get("speaker")
    if known == "key_worker" or stated == "key_worker":
        return "key_worker"
    first = len(_FIRST.findall(words)) + len(_MY_OWN.findall(words))
    third = len(_THIRD.findall(words))
    about_them = stated == "someone_else" and bool(_TROUBLE_IS_THEIRS.search(words))
    if third > first or (about_them and third >= first):
        return "someone_else"
    if first:
        return "job_seeker"
    return known or before or "job_seeker"


def in_voice(text: str, voice: Speaker) -> str:
    """Put the words for this speaker in: `[you|they]` becomes "you" or "they"."""
    place = VOICES.index(voice)

    def choose(match: re.Match[str]) -> str:
        options = match[1].split("|")
        return options[min(place, len(options) - 1)]

    return _CHOICE.sub(choose, text)
