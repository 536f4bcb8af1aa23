"""From what is not known to the questions that would change the picture most."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from fractions import Fraction
from typing import Any, cast

import attrs

from bot.errors import BadInput
from bot.offers.law import LegalAlert
from bot.offers.model import Level, Measure, Model, Who, load_model
from bot.offers.score import Finding, Score, Source, Weighed


@attrs.frozen
class Question:
    """Something to ask about an offer.

    Attributes:
        measure: what it is about.
        text: words one can say to an employer.
        why: why the guide asks it.
        who: who may ask; `look_up` can be found without asking the employer.
        gain: by how much the answer can narrow the score, weighed by what matters now.
    """

    measure: str
    text: str
    why: str
    who: Who
    gain: Fraction

    def as_dict(self) -> dict[str, Any]:
        """Return the question as plain data, ready for JSON."""
        return {
            "measure": self.measure,
            "question": self.text,
            "why": self.why,
            "who": self.who,
            "gain": round(float(self.gain), 4),
        }


def questions(
    score: Score,
    alerts: Iterable[LegalAlert] = (),
    *,
    priorities: Collection[str] = (),
    asked: Collection[str] = (),
    for_key_worker: bool = False,
    model: Model | None = None,
) -> tuple[Question, ...]:
    """Return the questions of one sitting, the most useful first.

    What the person picked leads. Then come pay, hours and contract, one of each, where they are
    open. What could cost a person the offer is never put into their mouth; a key worker may see it.

    Args:
        priorities: ids of measures or dimensions that the person picked.
        asked: measures asked already, or skipped.
    """
    model = model or load_model()
    hanging = {m for alert in alerts if alert.status == "depends" for m in alert.measures}
    total = sum(w.measure.weight for w in score.weighed if w.state != "not_applicable")
    rows = [
        _question(w, total, priorities, hanging, model)
        for w in score.weighed
        if w.measure.id not in asked and (for_key_worker or w.measure.stage != "risky")
    ]
    useful = sorted((q for q in rows if q.gain > 0), key=lambda q: (-q.gain, q.measure))
    settings = model.settings["questions"]
    lead = [q for q in useful if _picked(model.measure(q.measure), priorities)]
    lead = lead[: settings["shown"]]
    first = lead + [q for q in _one_of_each(useful, settings) if q not in lead]
    rest = [question for question in useful if question not in first]
    return tuple((first + rest)[: settings["sequence"]])


def shown(asked: Collection[Question], model: Model | None = None) -> tuple[Question, ...]:
    """Return as many questions as are shown at a time."""
    settings = (model or load_model()).settings["questions"]
    return tuple(asked)[: settings["shown"]]


def choices(measure: Measure) -> tuple[tuple[Level, str], ...]:
    """Return the answers to choose from: the levels of a measure in plain words."""
    return tuple((cast(Level, level), words) for level, words in sorted(measure.levels.items()))


def answer(measure_id: str, level: int, *, source: Source = "said_by_employer") -> Finding:
    """Return what an answer tells.

    Raises:
        BadInput: the measure has no such level.
        ContentError: there is no such measure.
    """
    measure = load_model().measure(measure_id)
    if level not in measure.levels:
        raise BadInput(f"{measure.name} has the levels {sorted(measure.levels)}, not {level}.")
    value = cast(Level, level)
    return Finding(measure_id, value, value, quote=measure.levels[level], source=source)


def gain(
    weighed: Weighed,
    total: int,
    *,
    picked: bool = False,
    alert: bool = False,
    model: Model | None = None,
) -> Fraction:
    """Return by how much an answer can narrow the score: weight, width, priority, stage."""
    settings = (model or load_model()).settings["questions"]
    if weighed.state == "not_applicable":
        return Fraction(0)
    share = Fraction(weighed.measure.weight, total) * (weighed.high - weighed.low)
    priority = settings["priority_gain"] if picked else settings["alert_gain"] if alert else 1
    return share * Fraction(priority) * Fraction(str(settings["stage"][weighed.measure.stage]))


def _question(
    weighed: Weighed,
    total: int,
    priorities: Collection[str],
    hanging: Collection[str],
    model: Model,
) -> Question:
    measure = weighed.measure
    picked = _picked(measure, priorities)
    worth = gain(weighed, total, picked=picked, alert=measure.id in hanging, model=model)
    return Question(measure.id, measure.ask, measure.why, measure.who, worth)


def _picked(measure: Measure, priorities: Collection[str]) -> bool:
    return measure.id in priorities or measure.dimension in priorities


def _one_of_each(useful: list[Question], settings: dict[str, Any]) -> list[Question]:
    first = []
    for group in settings["first_from"]:
        members = settings["groups"][group]
        best = next((q for q in useful if q.measure in members), None)
        if best:
            first.append(best)
    return sorted(first, key=lambda q: (-q.gain, q.measure))
