"""The cards of an offer: small plain objects that the page draws."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Any

from bot.offers.ask import shown
from bot.offers.assess import Assessment
from bot.offers.fit import countable_week
from bot.offers.model import SCORING, TOP_LEVEL, Dimension, Measure, load_model, read_yaml
from bot.offers.pay import offer_hourly, pounds
from bot.offers.score import Span, Weighed, spans


def offer_card(assessment: Assessment) -> dict[str, Any]:
    """Return the card of a weighed offer: dimensions in words, with the ends of their ranges.

    The overall range and an organisation's bar are never on it.
    """
    score = assessment.score
    assert score is not None, "an offer with a safety alert has no card"
    model = load_model()
    doubled = picked(assessment)
    second = spans(score.weighed, model, doubled) if doubled else {}
    rows = []
    for info in model.dimensions:
        if info.id not in score.dimensions:
            continue
        row: dict[str, Any] = {
            "id": info.id,
            "name": info.name,
            "words": dimension_words(assessment, info.id),
            **_ends(score.dimensions[info.id]),
            "known": _known(score.weighed, info.id),
        }
        if info.id in second and any(
            w.measure.id in doubled and w.measure.dimension == info.id for w in score.weighed
        ):
            row["with_your_priorities"] = _ends(second[info.id])
        if matters := _matter(score.weighed, info.id, assessment.priorities):
            row["matters"] = matters
        rows.append(row)
    rows.sort(key=lambda row: "matters" not in row)
    return {
        "kind": "offer",
        "dimensions": rows,
        "money": money_rows(assessment),
        "known": score.known,
        "of": score.applicable,
        "law": [{"title": a.title, "status": a.status} for a in assessment.law],
        "fit": [item.as_dict() for item in assessment.fit],
        "questions": [question.text for question in shown(assessment.ask)],
        "scale": [words()["not_known"], words()["below_floor"], *words()["levels"]],
    }


def money_rows(assessment: Assessment) -> list[dict[str, str]]:
    """Return the sums that help more than levels, each with how it was worked out."""
    offer = assessment.offer
    rows = []
    sure = countable_week(offer)
    if sure is not None:
        how = "Guaranteed hours at the basic rate, before tax."
        rows.append({"name": "Pay you can count on each week", "words": pounds(sure), "how": how})
    hourly = offer_hourly(offer)
    if hourly and hourly.low is not None and offer.pay.period != "hour":
        row = {"name": "Pay for an hour", "words": pounds(hourly.low), "how": hourly.assumption}
        rows.append(row)
    if offer.unpaid_time or offer.deductions:
        check = assessment.wage
        if check.low is not None:
            how = "Pay over all the hours the job takes, less its costs. Not a legal test."
            rows.append({"name": "Pay for your time", "words": pounds(check.low), "how": how})
    return rows


def why_card(assessment: Assessment) -> dict[str, Any]:
    """Return the card behind "show me why": each known measure, its words and its standard."""
    score = assessment.score
    rows = [
        {
            "name": w.measure.name,
            "level": level_words(w),
            "because": [f.because for f in w.findings if f.because],
            "evidence": [f.quote for f in w.findings if f.quote],
            "standard": w.measure.anchor,
        }
        for w in (score.weighed if score else ())
        if w.levels is not None
    ]
    return {
        "kind": "why",
        "measures": rows,
        "law": [
            {
                "title": a.title,
                "source": a.source,
                "what_would_change_it": a.what_would_change_it,
                "facts": list(a.fact_ids),
            }
            for a in assessment.law
        ],
    }


def dimension_words(assessment: Assessment, dimension: Dimension) -> str:
    """Say where a dimension stands, as a range in words."""
    score = assessment.score
    assert score is not None, "an offer with a safety alert is not weighed"
    span = score.dimensions[dimension]
    if not span.coverage:
        return str(words()["not_known"])
    if any(w.state == "breach" and w.measure.dimension == dimension for w in score.weighed):
        return str(words()["below_floor"])
    return range_words(span)


def range_words(span: Span) -> str:
    """Say a range in words, whatever the law says of it."""
    low, high = _nearest(span.low), _nearest(span.high)
    levels = words()["levels"]
    if low == high:
        return f"about {levels[low]}"
    return f"between {levels[low]} and {levels[high]}"


def level_words(weighed: Weighed) -> str:
    """Say the level of a measure, or the two that it can be."""
    measure, levels = weighed.measure, weighed.levels
    if levels is None:
        return str(words()["not_known"])
    low, high = (_level(measure, level) for level in levels)
    return low if low == high else f"{low} Or: {high}"


def picked(assessment: Assessment) -> set[str]:
    """Return the measures that the person's priorities cover."""
    chosen = set(assessment.priorities)
    return {m.id for m in load_model().measures if m.id in chosen or m.dimension in chosen}


@lru_cache(maxsize=1)
def words() -> dict[str, Any]:
    """Return the words for levels and ranges (`data/scoring/advice.yml`)."""
    content: dict[str, Any] = read_yaml(SCORING / "advice.yml")["words"]
    return content


def _level(measure: Measure, level: int) -> str:
    if level in measure.levels:
        return str(measure.levels[level])
    return str(measure.below)


def _nearest(value: Fraction) -> int:
    scale = int(load_model().settings["score"]["scale"])
    return min(TOP_LEVEL, round(value * TOP_LEVEL / scale))


def _ends(span: Span) -> dict[str, Any]:
    """Return the ends of a range as steps and words; finer figures would pretend to precision."""
    low, high = _nearest(span.low), _nearest(span.high)
    levels = words()["levels"]
    return {"low": low, "high": high, "from": levels[low], "to": levels[high]}


def _matter(
    weighed: tuple[Weighed, ...], dimension: Dimension, priorities: tuple[str, ...]
) -> list[str]:
    """Return the names of what the person put first in a dimension, or of all of it."""
    if dimension in priorities:
        return [load_model().dimension(dimension).name]
    chosen = [w.measure for w in weighed if w.measure.id in priorities]
    return [measure.name for measure in chosen if measure.dimension == dimension]


def _known(weighed: tuple[Weighed, ...], dimension: Dimension) -> list[dict[str, str]]:
    return [
        {"name": w.measure.name, "words": level_words(w)}
        for w in weighed
        if w.measure.dimension == dimension and w.levels is not None
    ]
