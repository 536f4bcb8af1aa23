"""Questions to the person about a job: those that narrow the picture most, at most five."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import attrs
import yaml

from bot.errors import ContentError
from bot.offers import ask
from bot.offers.assess import Assessment
from bot.offers.correct import correct
from bot.offers.memory import RememberedOffer
from bot.offers.model import load_model
from bot.offers.offer import Offer
from bot.replies import Button, Reply

QUESTIONS = Path(__file__).parents[2] / "data" / "offers" / "questions.yml"
MEASURE = "measure."
FIRST = "P1"

SKIP = Button("Skip", '/answer{"skip": "yes"}')
WHY_ASK = Button("Why do you ask?", '/answer{"why": "yes"}')
FINISH = Button("That is all", '/answer{"finish": "yes"}')


def most() -> int:
    """Return how many questions one sitting has at most."""
    return int(load_model().settings["questions"]["sequence"])


def next_about(found: Assessment) -> str | None:
    """Return what to ask about next: a field of the offer, or a measure by its levels."""
    if not found.ask:
        return None
    open_measures = [question.measure for question in found.ask]
    # Pay comes first where it is open: the legal minimum hangs on it.
    measure = FIRST if _pay_open(found) else open_measures[0]
    row = next((row for row in _rows() if row["measure"] == measure), None)
    return str(row["about"]) if row else f"{MEASURE}{measure}"


def measure_of(about: str) -> str:
    """Return the measure that a question is about."""
    if about.startswith(MEASURE):
        return about.removeprefix(MEASURE)
    return str(_row(about)["measure"])


def question(about: str) -> Reply:
    """Return the question, with answers to choose from where they are few."""
    if about.startswith(MEASURE):
        measure = load_model().measure(measure_of(about))
        answers = tuple(
            Button(words.rstrip("."), f'/answer{{"level": "{level}"}}')
            for level, words in ask.choices(measure)
        )
        return Reply(f"{measure.name}: which comes closest?", (*answers, SKIP, WHY_ASK, FINISH))
    row = _row(about)
    answers = tuple(
        Button(words, f'/answer{{"say": "{words.lower()}"}}') for words in row.get("buttons", ())
    )
    return Reply(row["say"], (*answers, SKIP, WHY_ASK, FINISH))


def why(about: str) -> Reply:
    """Return why the guide asks."""
    if about.startswith(MEASURE):
        return Reply(load_model().measure(measure_of(about)).why)
    return Reply(_row(about)["why"])


def reads(about: str, text: str) -> bool:
    """Return whether the words answer the question."""
    return not about.startswith(MEASURE) and correct(Offer(), text, about) is not None


def taken(
    job: RememberedOffer, about: str, values: Mapping[str, str], text: str
) -> RememberedOffer | None:
    """Return the job with the answer in it, or None where the answer can not be read.

    Raises:
        BadInput: the measure has no such level.
    """
    if about.startswith(MEASURE):
        if "level" not in values:
            return None
        finding = ask.answer(measure_of(about), int(values["level"]))
        return attrs.evolve(job, answers=(*job.answers, finding))
    changed = correct(job.offer, values.get("say") or text, about)
    return attrs.evolve(job, offer=changed) if changed else None


def _pay_open(found: Assessment) -> bool:
    pay = found.offer.pay
    return FIRST not in found.asked and pay.amount_min is None and pay.amount_max is None


def _row(about: str) -> dict[str, Any]:
    for row in _rows():
        if row["about"] == about:
            return row
    raise ContentError(f"offers/questions.yml: there is no question about {about}.")


@lru_cache(maxsize=1)
def _rows() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))
    return rows
