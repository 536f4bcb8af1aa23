"""Compare offers dimension by dimension; one is better only where the ranges do not touch."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

import attrs

from bot.errors import BadInput
from bot.offers.assess import Assessment, plain
from bot.offers.card import dimension_words, level_words
from bot.offers.fit import Fit, countable_week, fit_name
from bot.offers.model import DIMENSIONS, Dimension, Model, load_model
from bot.offers.pay import offer_hourly, pounds
from bot.offers.score import Score, Span
from bot.replies import Button, Reply

FEWEST = 2


@attrs.frozen
class Row:
    """One line of a comparison: a dimension, a measure or a sum of money.

    Attributes:
        words: how each offer stands, by the offer's name.
        better: the name of the offer that is better whatever the unknown turns out to be.
        ask: where it can not be told yet, the question that would help most.
    """

    id: str
    name: str
    words: Mapping[str, str]
    better: str | None = None
    ask: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the row as plain data, ready for JSON."""
        return {**attrs.asdict(self), "words": dict(self.words)}


@attrs.frozen
class Comparison:
    """Offers side by side. There is no rank and no winner.

    Attributes:
        matters: rows for what the person picked, then for what their life asks.
        dimensions: a row for each dimension.
        money: sums with how they were worked out.
        not_weighed: names of offers that safety comes before.
    """

    names: tuple[str, ...]
    matters: tuple[Row, ...]
    dimensions: tuple[Row, ...]
    money: tuple[Row, ...]
    not_weighed: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return the comparison as plain data, ready for JSON."""
        return {
            "names": list(self.names),
            "matters": [row.as_dict() for row in self.matters],
            "dimensions": [row.as_dict() for row in self.dimensions],
            "money": [row.as_dict() for row in self.money],
            "not_weighed": list(self.not_weighed),
        }


def compare(
    offers: Mapping[str, Assessment],
    priorities: Collection[str] = (),
    model: Model | None = None,
    sums: Sequence[Row] = (),
) -> Comparison:
    """Hold two or more offers side by side on the same measures.

    Args:
        offers: assessments by the name the person gave them.
        priorities: measures or dimensions that matter to the person; they come first.
        sums: further rows of money, as `month_row` makes them.

    Raises:
        BadInput: there are fewer than two offers.
    """
    model = model or load_model()
    if len(offers) < FEWEST:
        raise BadInput("Give at least two offers to compare.")
    scores = {name: a.score for name, a in offers.items() if a.score is not None}
    weighed = {name: a for name, a in offers.items() if a.score is not None}
    matters = [_measure_row(m.id, scores, model) for m in model.measures if m.id in set(priorities)]
    rows = [_dimension_row(d, weighed, model) for d in DIMENSIONS]
    first = [row for row in rows if row.id in set(priorities)]
    return Comparison(
        tuple(offers),
        tuple([*first, *matters, *_fit_rows(offers)]),
        tuple(rows),
        (*_money(offers), *sums),
        tuple(name for name, a in offers.items() if a.score is None),
    )


def replies(comparison: Comparison) -> tuple[Reply, ...]:
    """Put a comparison into words: what can be told, then what is open."""
    rows = (*comparison.matters, *comparison.money, *comparison.dimensions)
    told = list(
        dict.fromkeys(
            f"{row.better} looks better on {row.name[0].lower()}{row.name[1:]}."
            for row in rows
            if row.better
        )
    )
    open_rows = [row for row in (*comparison.matters, *comparison.dimensions) if row.ask]
    asks = list(dict.fromkeys(row.ask for row in open_rows if row.ask))[:3]
    card = {"kind": "comparison", **comparison.as_dict()}
    if told:
        text = " ".join([*told[:4], "The choice is yours."])
    else:
        text = f"I can not tell yet which is better. Too little is known of {_all(comparison)}."
    found = [Reply(text, (Button("Questions to ask", "/questions_for_employer"),), card)]
    if asks:
        found.append(Reply(" ".join([f"To see the rest, ask {_all(comparison)}:", *asks])))
    if comparison.not_weighed:
        names = " and ".join(comparison.not_weighed)
        found.insert(0, Reply(f"Please look at the safety of {names} first. I did not compare it."))
    return tuple(found)


def _all(comparison: Comparison) -> str:
    return "both" if len(comparison.names) == FEWEST else "each"


def _fit_rows(offers: Mapping[str, Assessment]) -> list[Row]:
    """Return a row for each thing that the person's life asks; none is better than another."""
    answers = {name: {item.item: item for item in a.fit} for name, a in offers.items()}
    items = dict.fromkeys(item for found in answers.values() for item in found)
    return [
        Row(
            f"fit.{item}",
            fit_name(item),
            {name: _fit_words(found[item]) for name, found in answers.items() if item in found},
        )
        for item in items
    ]


def _fit_words(item: Fit) -> str:
    return "not known yet" if item.answer == "not_known" else f"{item.answer}: {item.why}"


def _dimension_row(dimension: Dimension, offers: Mapping[str, Assessment], model: Model) -> Row:
    ranges = {
        name: a.score.dimensions[dimension]
        for name, a in offers.items()
        if a.score and dimension in a.score.dimensions
    }
    words = {name: dimension_words(offers[name], dimension) for name in ranges}
    better = _better(ranges)
    ids = [m.id for m in model.of(dimension)]
    scores = {name: a.score for name, a in offers.items() if a.score is not None}
    ask = None if better else _question(ids, scores, model)
    return Row(dimension, model.dimension(dimension).name, words, better, ask)


def _measure_row(measure_id: str, scores: Mapping[str, Score], model: Model) -> Row:
    measure = model.measure(measure_id)
    rows = {name: score.of(measure_id) for name, score in scores.items()}
    ranges = {name: Span(w.low, w.high, w.coverage) for name, w in rows.items()}
    better = _better(ranges)
    return Row(
        measure_id,
        measure.name,
        {name: level_words(w) for name, w in rows.items()},
        better,
        None if better else _question([measure_id], scores, model),
    )


def _better(ranges: Mapping[str, Span]) -> str | None:
    """Return the one that is above every other wherever the truth lies, or None."""
    for name, span in ranges.items():
        others = [other for key, other in ranges.items() if key != name]
        if others and all(span.low > other.high for other in others):
            return name
    return None


def _question(ids: Sequence[str], scores: Mapping[str, Score], model: Model) -> str | None:
    """Return the question whose answer can narrow these measures most, over all offers."""

    def open_width(measure_id: str) -> float:
        rows = [score.of(measure_id) for score in scores.values()]
        return float(
            sum((w.high - w.low) * w.measure.weight for w in rows if w.state != "not_applicable")
        )

    safe = [i for i in ids if model.measure(i).stage != "risky" and open_width(i) > 0]
    return model.measure(max(safe, key=open_width)).ask if safe else None


def _money(offers: Mapping[str, Assessment]) -> list[Row]:
    sure = {name: countable_week(a.offer) for name, a in offers.items()}
    hourly = {name: offer_hourly(a.offer) for name, a in offers.items()}
    lows = {name: rate.low if rate else None for name, rate in hourly.items()}
    return [
        _sum_row("pay_to_count_on", "Pay to count on each week", sure),
        _sum_row("hourly", "Basic pay for an hour", lows),
    ]


def month_row(
    row_id: str, name: str, sums: Mapping[str, tuple[Decimal, Decimal] | None]
) -> Row | None:
    """Return a row of monthly sums, each from the least to the most; None where none is known."""
    known = {key: span for key, span in sums.items() if span is not None}
    if not known:
        return None
    words = {key: _month_words(span) for key, span in sums.items()}
    better = None
    if len(known) == len(sums):
        spans = {k: Span(Fraction(a), Fraction(b), Fraction(1)) for k, (a, b) in known.items()}
        better = _better(spans)
    return Row(row_id, name, words, better)


def _month_words(span: tuple[Decimal, Decimal] | None) -> str:
    if span is None:
        return "not known yet"
    low, high = (f"£{amount:,.0f}" for amount in span)
    return f"about {low}" if low == high else f"{low} to {high}"


def _sum_row(row_id: str, name: str, sums: Mapping[str, Decimal | None]) -> Row:
    words = {key: pounds(v) if v is not None else "not known yet" for key, v in sums.items()}
    if any(value is None for value in sums.values()):
        return Row(row_id, name, words)
    known = cast("Mapping[str, Decimal]", sums)
    top = max(known.values())
    best = [key for key, value in known.items() if plain(value) == plain(top)]
    return Row(row_id, name, words, best[0] if len(best) == 1 else None)
