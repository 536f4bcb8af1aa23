"""Listen to one turn of the learner: what it does, what it is about, and which words show it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rehearsal.cues import cues_in, sentence_about
from bot.rehearsal.loading import load_scenes
from bot.rehearsal.play import OFF_SCRIPT, WELFARE, Step
from bot.rehearsal.scene import Scene
from bot.rehearsal.skills import SLIPS, TurnReading, read_turn
from bot.safety import detect

LONGEST_QUOTE = 90
"""Letters of a quote at most."""

_CHAIN = 3

#: What a key worker asks about where their words raise the alarm, by its kind.
_ASKED_ABOUT = {"distress": "asks_about_life", "danger": "asks_about_home"}
_HELD = "asks_what_is_held"


def listen(scene: Scene, text: str, before: Sequence[Step] = (), alarm: str | None = None) -> Step:
    """Return what a turn did.

    Args:
        text: what the learner typed.
        before: their earlier turns, for a chain of closed questions.
        alarm: what the safety check saw in words that are meant for the person in the scene.
    """
    about = cues_in(scene, text)
    if alarm:
        about = _about_welfare(alarm, about, text)
    elif OFF_SCRIPT in about:
        return Step(about=(OFF_SCRIPT,))
    reading = read_turn(text, [_reading(step) for step in before[-_CHAIN:]])
    heeded = {*scene.effects, "open_question", "closed_question"}
    # Whoever asks about suicide or safety does right, however it is put.
    slips = () if set(WELFARE) & set(about) else reading.slips
    does = tuple(name for name in (*slips, *reading.skills) if name in heeded)
    quote, of = _shown(scene, reading, does, about, text)
    return Step(does, about, shortened(quote), of)


def _about_welfare(alarm: str, about: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Return the cues of a turn that raised the alarm, with what it asks about at their head.

    Work can be a danger, too: who asks about papers or wages that are held asks about neither
    life nor home. The scene's own cues answer, unless the words are about those as well.
    """
    asked = _ASKED_ABOUT.get(alarm, "")
    if asked not in about:
        finding = detect(text)
        at_work = finding is not None and finding.matter == "work"
        told_by_rule = finding is not None and finding.by == "rule"
        if at_work or (_HELD in about and not told_by_rule):
            return about
    return (asked, *(cue for cue in about if cue != asked))


def _shown(
    scene: Scene,
    reading: TurnReading,
    does: Sequence[str],
    about: Sequence[str],
    text: str,
) -> tuple[str, str]:
    """Return the words that show best what the turn did, and what they show."""
    if scene.practising == "job_seeker":  # what they talk about matters more than how they ask
        for cue in about:
            if sentence := sentence_about(scene, (cue,), text):
                return sentence, cue
    return (reading.quote(does[0]), does[0]) if does else (text, "")


def get_ready() -> None:
    """Read the scenes and what turns do, so that the first turn of a process need not wait."""
    load_scenes()
    read_turn("hello")


def shortened(words: str, most: int = LONGEST_QUOTE) -> str:
    """Return the words on one line, cut at a blank where they are too long."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[:most].rpartition(' ')[0]} …"


def _reading(step: Step) -> TurnReading:
    return TurnReading(
        skills=tuple(name for name in step.does if name not in SLIPS),
        slips=tuple(name for name in step.does if name in SLIPS),
    )
