"""Reading one turn: what it did, and with which words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import attrs

from bot.language.embedding import get_embedder
from bot.rehearsal.skills.keeping import KEEPER
from bot.rehearsal.skills.labels import QUESTIONS, SKILLS, SLIPS, Kind
from bot.rehearsal.skills.model import SkillModel
from bot.rehearsal.skills.sentences import sentences_of

_CHAIN = 3
"""So many turns in a row with nothing but closed questions are a chain."""


@attrs.frozen
class TurnReading:
    """What a turn did.

    Attributes:
        skills: what it did well or usefully, likeliest first; what the turn mainly is comes first.
        slips: what shuts people up or pushes them, likeliest first.
        kind: what the turn mainly is, as observers of counselling code it.
        quotes: for each skill and slip the sentence that did it.
    """

    skills: tuple[str, ...] = ()
    slips: tuple[str, ...] = ()
    kind: Kind = "other"
    quotes: Mapping[str, str] = attrs.field(factory=dict, repr=False)

    def quote(self, label: str) -> str:
        """Return the sentence of the turn that did it; empty where the turn did not do it."""
        return self.quotes.get(label, "")

    @property
    def only_closed(self) -> bool:
        """Whether it asks, and in closed questions alone."""
        return "closed_question" in self.skills and "open_question" not in self.skills


def read_turn(text: str, before: Sequence[TurnReading] = ()) -> TurnReading:
    """Tell what a turn does: its skills and slips, several or none.

    The first call of a process loads the model, and learns it where there is none for the present
    data.

    Args:
        text: one turn, of any length.
        before: earlier turns of the same speaker, oldest first; a third turn in a row of nothing
            but closed questions is a chain of them.

    Raises:
        ContentError: a file of training turns is wrong.
        SetupError: the language model is missing.
    """
    if not text.strip():
        return TurnReading()
    model = get_model()
    (vector,) = get_embedder().embed([text])
    labels, kinds = model.shares(text, vector)
    named = _named(labels, model.thresholds)
    kind = _kind(named, kinds)
    skills = tuple(sorted((n for n in named if n in SKILLS), key=lambda n: not _is_main(n, kind)))
    slips = tuple(label for label in named if label in SLIPS)
    reading = TurnReading(skills, slips, kind, _quotes(model, text, named))
    return _with_chain(reading, before, text)


@lru_cache(maxsize=1)
def get_model() -> SkillModel:
    """Return the model of this process, loaded or learnt on first use."""
    return KEEPER.load_or_learn()


def _named(labels: Mapping[str, float], thresholds: Mapping[str, float]) -> list[str]:
    """Return the labels that are likely enough, likeliest first.

    "You threw it away" has the form of a reflection. Whoever finds fault or brushes something
    aside does not give it back, so a likelier slip rules the reflection out.
    """
    named = [label for label, share in labels.items() if share >= thresholds[label]]
    if any(labels[slip] > labels["reflection"] for slip in SLIPS):
        named = [label for label in named if label != "reflection"]
    return sorted(named, key=lambda label: -labels[label])


def _kind(named: Sequence[str], kinds: Mapping[Kind, float]) -> Kind:
    """Return the likeliest kind among those that a skill found bears out."""
    borne_out: list[Kind] = ["other"]
    if any(label in QUESTIONS for label in named):
        borne_out.append("question")
    if "reflection" in named:
        borne_out.append("reflection")
    return max(borne_out, key=lambda kind: kinds[kind])


def _is_main(label: str, kind: Kind) -> bool:
    if kind == "question":
        return label in QUESTIONS
    if kind == "reflection":
        return label == "reflection"
    return label not in QUESTIONS and label != "reflection"


def _with_chain(reading: TurnReading, before: Sequence[TurnReading], text: str) -> TurnReading:
    row = [*before[1 - _CHAIN :], reading]
    if "closed_chain" in reading.slips or len(row) < _CHAIN:
        return reading
    if not all(turn.only_closed for turn in row):
        return reading
    quotes = {**reading.quotes, "closed_chain": reading.quote("closed_question") or text}
    return attrs.evolve(reading, slips=(*reading.slips, "closed_chain"), quotes=quotes)


def _quotes(model: SkillModel, text: str, named: Sequence[str]) -> dict[str, str]:
    parts = sentences_of(text)
    if len(parts) == 1:
        return dict.fromkeys(named, parts[0])
    votes = [model.votes_without_meaning(part) for part in parts]
    return {
        label: parts[max(range(len(parts)), key=lambda at: votes[at][label])] for label in named
    }
