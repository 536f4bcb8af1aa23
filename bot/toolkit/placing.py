"""Where answers stand on the restrictive-expansive spectrum: always a range, with its reasons.

Each practice stands on a stretch of the spectrum. A question that nobody answered may stand
anywhere on it. The range holds every place that fits: its ends are the means of the ends of all
questions. So an unknown widens the range to both sides (to one alone only where the other is at
the end already). A restrictive answer never raises the upper end or the middle of the range, and
an expansive one never lowers the lower end or the middle.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

import attrs

from bot.toolkit.answers import Chosen
from bot.toolkit.content import HIGHEST, LOWEST, Part, Question

#: Up to here an answer points to the restrictive end, and from here to the expansive end.
MIDDLE = Fraction(LOWEST + HIGHEST, 2)


@attrs.frozen
class Span:
    """A stretch of the spectrum."""

    low: Fraction
    high: Fraction


@attrs.frozen
class Placing:
    """Where the answers of a dimension stand, and why.

    Attributes:
        dimension: its id.
        span: the range; never told as a number.
        restrictive, between, expansive: questions whose answers point that way.
        unknown: questions without an answer, each of which widens the range.
    """

    dimension: str
    span: Span
    restrictive: tuple[Question, ...]
    between: tuple[Question, ...]
    expansive: tuple[Question, ...]
    unknown: tuple[Question, ...]

    @property
    def known(self) -> bool:
        """Whether any answer stands behind it."""
        return bool(self.restrictive or self.between or self.expansive)


def place(dimension: str, chosen: Chosen, questions: Iterable[Question]) -> Placing:
    """Return where the answers stand.

    Args:
        dimension: its id.
        chosen: ids of practices by question; of one person, or of several together.
        questions: all that are asked of them on this dimension; those without a place move nothing.
    """
    asked = [question for question in questions if question.placed]
    spans = {question.id: span_of(question, chosen.get(question.id, ())) for question in asked}
    anywhere = Span(Fraction(LOWEST), Fraction(HIGHEST))
    stands = [spans[question.id] or anywhere for question in asked] or [anywhere]
    towards: dict[str, list[Question]] = {"down": [], "between": [], "up": [], "unknown": []}
    for question in asked:
        towards[_points(spans[question.id])].append(question)
    return Placing(
        dimension=dimension,
        span=Span(
            sum((each.low for each in stands), Fraction(0)) / len(stands),
            sum((each.high for each in stands), Fraction(0)) / len(stands),
        ),
        restrictive=tuple(towards["down"]),
        between=tuple(towards["between"]),
        expansive=tuple(towards["up"]),
        unknown=tuple(towards["unknown"]),
    )


def span_of(question: Question, ids: tuple[str, ...]) -> Span | None:
    """Return the stretch that holds all chosen practices; None where none has a place."""
    at = [practice.at for practice in question.chosen(ids) if practice.at]
    if not at:
        return None
    return Span(Fraction(min(low for low, _ in at)), Fraction(max(high for _, high in at)))


def words_for(span: Span, part: Part) -> tuple[str, str]:
    """Return the words for both ends of a range, as the part names the places."""
    return part.ends[round(span.low)], part.ends[round(span.high)]


def together(answers: Iterable[Chosen]) -> dict[str, tuple[str, ...]]:
    """Return what several people chose, as one: every practice that any of them chose."""
    united: dict[str, dict[str, None]] = {}
    for chosen in answers:
        for question, ids in chosen.items():
            united.setdefault(question, {}).update(dict.fromkeys(ids))
    return {question: tuple(ids) for question, ids in united.items()}


def _points(span: Span | None) -> str:
    if span is None:
        return "unknown"
    if span.high <= MIDDLE:
        return "down"
    return "up" if span.low >= MIDDLE else "between"
