"""Weigh what is known of an offer: ranges and coverage, never a verdict.

Pure: the same findings give the same score, in whatever order they come. What nobody has said
widens a range and lowers the coverage. It never lowers a level.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction
from typing import Literal

import attrs

from bot.offers.model import TOP_LEVEL, Dimension, Level, Measure, Model, load_model
from bot.situation import Nation

Source = Literal[
    "contract", "advert", "said_by_employer", "heard_from_worker", "heard_or_online", "guess"
]
State = Literal["known", "ranged", "unknown", "not_applicable", "conflicting", "breach"]
Withheld = Literal["legal_alert", "low_coverage", "few_dimensions"]

HEARSAY: frozenset[Source] = frozenset({"heard_or_online", "guess"})


@attrs.frozen
class Finding:
    """What was found about one measure, with the words that it rests on.

    Attributes:
        low, high: the levels that it can mean; equal when it is plain.
        breach: it looks below the legal floor. A low of 0 with a higher high means: perhaps.
        quote: the person's or the advert's words.
        because: how the level follows from the words.
    """

    measure: str
    low: Level
    high: Level
    breach: bool = False
    quote: str = ""
    because: str = ""
    source: Source = "advert"


@attrs.frozen
class Context:
    """What decides which floors hold.

    Attributes:
        nation: where the work is; None is read as Great Britain.
        self_employed: called self-employed, so many floors do not hold.
        not_applicable: measures that mean nothing for this job, for instance tips.
    """

    nation: Nation | None = None
    self_employed: bool = False
    not_applicable: frozenset[str] = frozenset()


@attrs.frozen
class Weighed:
    """One measure with the range that its findings leave open.

    `low` and `high` are shares of the best (0 to 1); `coverage` is 1 when known or one level
    wide, a half when wider, 0 when unknown.
    """

    measure: Measure
    state: State
    low: Fraction
    high: Fraction
    coverage: Fraction
    findings: tuple[Finding, ...] = ()

    @property
    def levels(self) -> tuple[int, int] | None:
        """The lowest and highest level that the findings allow; None when unknown."""
        if self.state in ("unknown", "not_applicable"):
            return None
        return int(self.low * TOP_LEVEL), int(self.high * TOP_LEVEL)


@attrs.frozen
class Span:
    """A range on the scale of 0 to 10, with the share of it that is known (0 to 1)."""

    low: Fraction
    high: Fraction
    coverage: Fraction

    def overlaps(self, other: Span) -> bool:
        """Say if the two ranges share a point; only where they do not is one better."""
        return self.low <= other.high and other.low <= self.high


@attrs.frozen
class Score:
    """The weighed offer.

    Attributes:
        dimensions: one range each; a dimension to which nothing applies is left out.
        overall: the plain mean of the dimensions, for key workers only; None when withheld.
        withheld: why there is no overall range, the weightiest reason first.
    """

    weighed: tuple[Weighed, ...]
    dimensions: Mapping[Dimension, Span]
    coverage: Fraction
    overall: Span | None
    withheld: tuple[Withheld, ...]

    def of(self, measure_id: str) -> Weighed:
        """Return one weighed measure."""
        return next(w for w in self.weighed if w.measure.id == measure_id)

    @property
    def known(self) -> int:
        """How many measures something is known about."""
        return sum(1 for w in self.weighed if w.coverage > 0)

    @property
    def applicable(self) -> int:
        """How many measures mean something for this job."""
        return sum(1 for w in self.weighed if w.state != "not_applicable")


def score(
    findings: Iterable[Finding],
    context: Context,
    *,
    clear_alert: bool = False,
    model: Model | None = None,
) -> Score:
    """Return ranges and coverage for what was found.

    Args:
        findings: in any order; several may speak of one measure.
        context: which floors hold.
        clear_alert: a clear legal alert is open, so no overall range is given.
        model: the measures; the ones in `data/scoring` unless told.
    """
    model = model or load_model()
    by_measure: dict[str, list[Finding]] = {}
    for finding in findings:
        by_measure.setdefault(finding.measure, []).append(finding)
    weighed = tuple(weigh(m, by_measure.get(m.id, ()), context) for m in model.measures)
    dimensions = spans(weighed, model)
    coverage = _coverage([w for w in weighed if w.state != "not_applicable"])
    withheld = _withheld(dimensions, coverage, clear_alert, model)
    return Score(
        weighed, dimensions, coverage, None if withheld else overall(dimensions, coverage), withheld
    )


def weigh(measure: Measure, findings: Collection[Finding], context: Context) -> Weighed:
    """Return the range of one measure.

    Findings that agree narrow one another; findings that contradict are kept, and the range
    takes the lowest low and the highest high.
    """
    if measure.id in context.not_applicable:
        return Weighed(measure, "not_applicable", Fraction(0), Fraction(0), Fraction(0))
    floor = has_floor(measure, context)
    if not findings:
        low = Fraction(1, TOP_LEVEL) if floor else Fraction(0)
        return Weighed(measure, "unknown", low, Fraction(1), Fraction(0))
    ordered = tuple(sorted(findings, key=attrs.astuple))
    levels = [_levels(finding, floor) for finding in ordered]
    bottom, top = max(lo for lo, _ in levels), min(hi for _, hi in levels)
    state: State = "known" if bottom == top else "ranged"
    if bottom > top:
        bottom, top = min(lo for lo, _ in levels), max(hi for _, hi in levels)
        state = "conflicting"
    if any(f.breach for f in ordered) and top == 0:
        state = "breach"
    wide = top - bottom > 1
    return Weighed(
        measure,
        state,
        Fraction(bottom, TOP_LEVEL),
        Fraction(top, TOP_LEVEL),
        Fraction(1, 2) if wide else Fraction(1),
        ordered,
    )


def has_floor(measure: Measure, context: Context) -> bool:
    """Say if a law sets a floor for this measure in this context."""
    if context.self_employed and not measure.floor_if_self_employed:
        return False
    if measure.floor == "great_britain":
        return context.nation != "northern_ireland"
    return measure.floor == "everywhere"


def spans(
    weighed: Iterable[Weighed], model: Model, doubled: Collection[str] = ()
) -> dict[Dimension, Span]:
    """Return a range for each dimension.

    Args:
        doubled: measures that the person picked; they count double, as a second line beside the
            plain one. Levels do not change.
    """
    factor = int(model.settings["score"]["priority_weight"])
    scale = int(model.settings["score"]["scale"])
    result: dict[Dimension, Span] = {}
    applicable = [w for w in weighed if w.state != "not_applicable"]
    for info in model.dimensions:
        rows = [
            (w.measure.weight * (factor if w.measure.id in doubled else 1), w)
            for w in applicable
            if w.measure.dimension == info.id
        ]
        total = sum(weight for weight, _ in rows)
        if not total:
            continue
        result[info.id] = Span(
            scale * sum((weight * w.low for weight, w in rows), Fraction(0)) / total,
            scale * sum((weight * w.high for weight, w in rows), Fraction(0)) / total,
            sum((weight * w.coverage for weight, w in rows), Fraction(0)) / total,
        )
    return result


def overall(dimensions: Mapping[Dimension, Span], coverage: Fraction) -> Span:
    """Return the plain mean of the dimensions: nobody can defend finer weights."""
    count = len(dimensions)
    return Span(
        sum((span.low for span in dimensions.values()), Fraction(0)) / count,
        sum((span.high for span in dimensions.values()), Fraction(0)) / count,
        coverage,
    )


def _levels(finding: Finding, floor: bool) -> tuple[int, int]:
    """Return the levels of a finding; hearsay is one level wider each way.

    Something heard never leaves the picture wider than silence, which assumes that the law is
    kept: widening stops at a legal floor, and a finding that could be anything tells nothing.
    """
    bottom: int = finding.low
    top: int = finding.high
    if finding.source in HEARSAY:
        lowest = 1 if floor and finding.low > 0 else 0
        bottom, top = max(lowest, finding.low - 1), min(TOP_LEVEL, finding.high + 1)
    if floor and (bottom, top) == (0, TOP_LEVEL):
        return 1, TOP_LEVEL
    return bottom, top


def _coverage(weighed: Collection[Weighed]) -> Fraction:
    total = sum(w.measure.weight for w in weighed)
    return sum((w.measure.weight * w.coverage for w in weighed), Fraction(0)) / total


def _withheld(
    dimensions: Mapping[Dimension, Span], coverage: Fraction, clear_alert: bool, model: Model
) -> tuple[Withheld, ...]:
    limits = model.settings["score"]
    touched = sum(1 for span in dimensions.values() if span.coverage > 0)
    reasons: list[Withheld] = []
    if clear_alert:
        reasons.append("legal_alert")
    if round(coverage * 100) < limits["least_coverage_percent"]:
        reasons.append("low_coverage")
    if touched < limits["least_dimensions"]:
        reasons.append("few_dimensions")
    return tuple(reasons)
