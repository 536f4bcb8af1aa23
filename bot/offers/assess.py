"""One offer, understood, held against the law, weighed, and beside the person's life."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from typing import Any

import attrs

from bot.facts import FactStore
from bot.offers.ask import Question, questions
from bot.offers.extract import extract
from bot.offers.fit import Fit, Life, Times, fit
from bot.offers.law import LegalAlert, alerts
from bot.offers.measures import context, findings
from bot.offers.minimum_wage import WageCheck, check
from bot.offers.model import load_model
from bot.offers.offer import Offer
from bot.offers.pay import offer_hourly
from bot.offers.score import Context, Finding, Score, Span, Weighed, score
from bot.offers.signs import Signs, signs_of
from bot.offers.times import times_of
from bot.situation import Situation


@attrs.frozen
class Assessment:
    """Everything the guide can say about one offer.

    Attributes:
        offer: what was understood.
        situation: the person and the date it was held against.
        law: alerts, apart from the score.
        score: None under a scam or signs of exploitation: then nothing is weighed.
        ask: the questions of one sitting, most useful first.
        fit: yes, no or not known, against the person's life.
        priorities: measures or dimensions that the person picked.
        asked: measures asked already, answered or skipped.
    """

    offer: Offer
    situation: Situation
    wage: WageCheck
    law: tuple[LegalAlert, ...]
    findings: tuple[Finding, ...]
    context: Context
    score: Score | None
    ask: tuple[Question, ...]
    fit: tuple[Fit, ...] = ()
    priorities: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()

    @property
    def safety(self) -> LegalAlert | None:
        """The alert that stops the scoring, if there is one."""
        return next((alert for alert in self.law if alert.safety), None)

    @property
    def red_flags(self) -> tuple[str, ...]:
        """The red flags; below the minimum wage only where the arithmetic says so."""
        said = [flag for flag in self.offer.red_flags if flag != "below_minimum_wage"]
        return ("below_minimum_wage", *said) if self.wage.looks_below else tuple(said)

    def as_dict(self) -> dict[str, Any]:
        """Return the assessment as plain data, as `goodwork offer --json` prints it."""
        return {
            "understood": _understood(self),
            "law": [alert.as_dict() for alert in self.law],
            "score": _score(self.score) if self.score else None,
            "ask": [question.as_dict() for question in self.ask],
            "fit": [item.as_dict() for item in self.fit],
        }


def assess(
    text_or_offer: str | Offer,
    situation: Situation,
    store: FactStore,
    *,
    signs: Signs | None = None,
    answers: Collection[Finding] = (),
    life: Life | None = None,
    times: Times | None = None,
    priorities: Collection[str] = (),
    asked: Collection[str] = (),
    for_key_worker: bool = False,
) -> Assessment:
    """Return what the guide can say about an offer on its date.

    Args:
        text_or_offer: the words of an advert or a message, or an offer understood already.
        situation: `on` is the date of the offer: an old advert is judged at its own date. An age
            that was told along with the offer stands in where it has none.
        signs: wordings recognised before, where an understood offer is given.
        answers: findings from questions answered since.
        life, times: what the person needs, and what is known of when and where the work is; read
            from the words where they are given.
        priorities: measures or dimensions the person picked; they move questions, never levels.
        asked: measures asked or skipped already.
        for_key_worker: also ask what a person should never have to raise.
    """
    if times is None and life is not None and isinstance(text_or_offer, str):
        times = times_of(text_or_offer)
    offer, signs = _understand(text_or_offer, signs)
    if offer.worker_age is not None:  # "my lad is 16": the job is for them
        situation = attrs.evolve(situation, age=offer.worker_age)
    wage = check(offer, situation, store)
    law = alerts(offer, situation, store, signs.law, wage)
    seen = (*findings(offer, situation, store, wage), *signs.findings)
    answered = {answer.measure for answer in answers}
    found = (*(f for f in seen if f.measure not in answered or f.breach), *answers)
    floors = context(offer, situation)
    weighed = None
    if not any(alert.safety for alert in law):
        clear = any(alert.status == "clear" for alert in law)
        weighed = score(found, floors, clear_alert=clear)
    to_ask = (
        questions(weighed, law, priorities=priorities, asked=asked, for_key_worker=for_key_worker)
        if weighed
        else ()
    )
    return Assessment(
        offer,
        situation,
        wage,
        law,
        found,
        floors,
        weighed,
        to_ask,
        fit(offer, life, times) if life else (),
        tuple(priorities),
        tuple(asked),
    )


def _understand(text_or_offer: str | Offer, signs: Signs | None) -> tuple[Offer, Signs]:
    if isinstance(text_or_offer, str):
        return extract(text_or_offer), signs or signs_of(text_or_offer)
    return text_or_offer, signs or Signs()


def _understood(assessment: Assessment) -> dict[str, Any]:
    offer = assessment.offer
    hourly = offer_hourly(offer)
    return {
        "pay": {
            "amount_min": plain(offer.pay.amount_min),
            "amount_max": plain(offer.pay.amount_max),
            "period": offer.pay.period,
            "hourly_min": plain(hourly.low) if hourly else None,
            "hourly_max": plain(hourly.high) if hourly else None,
            "assumption": hourly.assumption if hourly else "",
        },
        "hours": {
            "week_min": plain(offer.hours.week_min),
            "week_max": plain(offer.hours.week_max),
            "guaranteed": offer.hours.guaranteed,
        },
        "contract": list(offer.contract),
        "patterns": list(offer.patterns),
        "holiday_days": plain(offer.holiday_days),
        "shift_notice_days": offer.shift_notice_days,
        "written_terms": offer.written_terms,
        "breaks": offer.breaks,
        "sick_pay": offer.sick_pay,
        "mentions": list(offer.mentions),
        "red_flags": list(assessment.red_flags),
        "evidence": [attrs.asdict(evidence) for evidence in offer.evidence],
    }


def _score(weighed: Score) -> dict[str, Any]:
    dimensions = {}
    for info in load_model().dimensions:
        if info.id not in weighed.dimensions:
            continue
        rows = [w for w in weighed.weighed if w.measure.dimension == info.id]
        dimensions[info.id] = {
            **_span(weighed.dimensions[info.id]),
            "coverage": round(float(weighed.dimensions[info.id].coverage), 3),
            "measures": [_measure(w) for w in rows],
        }
    return {
        "overall": _span(weighed.overall) if weighed.overall else None,
        "withheld": weighed.withheld[0] if weighed.withheld else None,
        "coverage": round(float(weighed.coverage), 3),
        "dimensions": dimensions,
    }


def _span(span: Span) -> dict[str, float]:
    return {"low": round(float(span.low), 1), "high": round(float(span.high), 1)}


def _measure(weighed: Weighed) -> dict[str, Any]:
    levels = weighed.levels
    return {
        "id": weighed.measure.id,
        "name": weighed.measure.name,
        "state": weighed.state,
        "level_low": levels[0] if levels else None,
        "level_high": levels[1] if levels else None,
        "because": [f.because for f in weighed.findings if f.because],
        "evidence": [f.quote for f in weighed.findings if f.quote],
    }


def plain(value: Decimal | None) -> float | int | None:
    """Return an exact number as JSON writes it, in pence at most."""
    if value is None:
        return None
    rounded = value.quantize(Decimal("0.01"))
    return int(rounded) if rounded == rounded.to_integral_value() else float(rounded)
