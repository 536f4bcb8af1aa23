"""The safety check of one message: rules and likeness, whole and part by part."""

from __future__ import annotations

from functools import lru_cache

from bot.errors import SetupError
from bot.language.meaning import meanings_of
from bot.safety.finding import About, Kind, SafetyFinding
from bot.safety.idioms import in_plain_words
from bot.safety.keeping import KEEPER
from bot.safety.likeness import Likeness
from bot.safety.phrasing import clauses, sentences, windows
from bot.safety.rules import Rule, first_match

SENTENCE_MARGIN = 1.2
"""A sentence has to be this much surer than a whole message: it lacks what is around it."""

CLAUSE_MARGIN = 1.6
"""And a mere clause this much."""

CLAUSES_FROM = -1.2
"""Clauses are read where the message comes this near to the threshold; it saves time elsewhere."""

BENEFIT_OF_RULE = 0.5
"""How far below the threshold a message may be where a rule speaks.

Below that it is like messages that use the words for something harmless, and the rule is not
believed, unless it is one of those that are `sure`.
"""

_SURE_OF_WHOM = 0.15


def detect(text: str) -> SafetyFinding | None:
    """Tell whether a message must be answered for safety before anything else.

    Built for recall: it would rather ask once too often. It reads one message alone, not the
    conversation. The first call of a process loads the model, and learns it where there is none
    for the present data.

    Args:
        text: one message, of any length.

    Raises:
        ContentError: a data file is wrong.
        SetupError: a language model is missing, and no rule has spoken.
    """
    if not text.strip():
        return None
    rule = first_match(text)
    try:
        kind, surplus = _most_alike(text, rule)
    except SetupError:
        if rule is None:
            raise
        return SafetyFinding(rule.kind, "rule", matter=rule.matter)
    if rule is not None and (rule.sure or surplus > -BENEFIT_OF_RULE):
        return SafetyFinding(rule.kind, "rule", _about(text), rule.matter)
    if surplus <= 0:
        return None
    return SafetyFinding(kind, "likeness", _about(text))


@lru_cache(maxsize=1)
def get_likeness() -> Likeness:
    """Return the likeness model of this process, loaded or learnt on first use."""
    return KEEPER.load_or_learn()


def _most_alike(text: str, rule: Rule | None) -> tuple[Kind, float]:
    """Return the kind that a message is most like, and how far it is above the threshold.

    The message is read whole and in parts. The sentence of which a rule speaks is one of them: a
    long message must not drown it.
    """
    model = get_likeness()
    text = in_plain_words(text)
    ((kind, surplus),) = model.scores([text], meanings_of([text]))
    parts = [(part, SENTENCE_MARGIN) for part in windows(text)]
    if parts and rule is not None:
        parts += [(part, SENTENCE_MARGIN) for part in sentences(text) if rule.holds(part)]
    if surplus > CLAUSES_FROM:
        parts += [(part, CLAUSE_MARGIN) for part in clauses(text)]
    if surplus > 0 or not parts:
        return kind, surplus
    texts = [part for part, _ in parts]
    found = [(kind, surplus)]
    for (_, margin), (part_kind, score) in zip(
        parts, model.scores(texts, meanings_of(texts)), strict=True
    ):
        found.append((part_kind, score - margin))
    return max(found, key=lambda pair: pair[1])


def _about(text: str) -> About | None:
    calm = in_plain_words(text)
    score = get_likeness().score_of_other(calm, meanings_of([calm]))
    if abs(score) < _SURE_OF_WHOM:
        return None
    return "other" if score > 0 else "self"
