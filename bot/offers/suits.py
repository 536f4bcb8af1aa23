"""How an offer suits the person: what they said comes first, and what their life asks of a job.

Neither is part of the score. What comes first re-weights what is shown, and the plain result stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.offers.advice import advice
from bot.offers.assess import Assessment
from bot.offers.card import dimension_words, level_words, picked, range_words
from bot.offers.fit import DAYS, Fit
from bot.offers.model import Dimension, load_model
from bot.offers.score import Score, spans
from bot.replies import Button, Reply, packed

CHANGE = Button("Change something", "/change_answer")
MOST_ITEMS = 3


def what_matters(assessment: Assessment) -> Iterator[Reply]:
    """Say how the offer stands on what the person put first, and what counting it twice does."""
    score = assessment.score
    if score is None or not assessment.priorities:
        return
    say, model = advice()["matters"], load_model()
    lines = [
        f"{model.dimension(d).short}: {dimension_words(assessment, d)}."
        for d in score.dimensions
        if d in assessment.priorities
    ]
    measures = [w for w in score.weighed if w.measure.id in assessment.priorities]
    lines += [
        f"{w.measure.name}: {level_words(w).rstrip('.')}."
        for w in measures
        if w.state != "not_applicable"
    ]
    if not lines:
        return
    lines.insert(0, say["first"])
    if measures:
        changed = list(_counted_twice(assessment, score))
        lines += [say["doubled"], *changed, say["plain"]] if changed else [say["same"]]
    for message in packed(lines):
        yield Reply(message)


def first_ones(assessment: Assessment) -> list[Dimension]:
    """Return the dimensions that something is known of, those that matter to the person first."""
    if assessment.score is None:
        return []
    chosen = picked(assessment)
    touched = {load_model().measure(measure).dimension for measure in chosen}
    known = [d for d, span in assessment.score.dimensions.items() if span.coverage > 0]
    return sorted(known, key=lambda dimension: dimension not in touched)


def fits(assessment: Assessment) -> Iterator[Reply]:
    """Say what clashes with the person's life, what fits, and what to ask where it is open."""
    items, say = assessment.fit, advice()["matters"]
    clashes = [item.why for item in items if item.answer == "no"]
    suits = [item.why for item in items if item.answer == "yes"]
    still_open = [item for item in items if item.answer == "not_known"]
    if clashes:
        yield Reply(" ".join([say["clash"], *clashes[:MOST_ITEMS]]), (CHANGE,))
    if suits:
        opening = say["fits"] if clashes or still_open else say["all_fit"]
        yield Reply(" ".join([opening, *suits[:MOST_ITEMS]]))
    if still_open:
        asks = list(dict.fromkeys(question(item) for item in still_open))
        yield Reply(" ".join([say["open"], *asks[:MOST_ITEMS]]))


def question(item: Fit) -> str:
    """Return what to ask the employer about a part of the person's life that is open."""
    asks: dict[str, str] = advice()["fit_asks"]
    return asks["day"] if item.item in DAYS else asks.get(item.item, asks["pattern"])


def _counted_twice(assessment: Assessment, score: Score) -> Iterator[str]:
    """Yield the dimensions whose range changes when what matters counts twice."""
    model = load_model()
    second = spans(score.weighed, model, picked(assessment))
    for dimension, span in score.dimensions.items():
        before, after = range_words(span), range_words(second[dimension])
        if span.coverage and before != after:
            yield f"{model.dimension(dimension).short}: {after}."
