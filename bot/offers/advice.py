"""What can be done with an offer: in the first month, to make it better, before saying no."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from bot.errors import FactError
from bot.facts import FactStore, fill
from bot.offers.assess import Assessment
from bot.offers.model import SCORING, read_yaml
from bot.replies import Button, Reply

BETTER_OFF = Button("Am I better off?", "/better_off")

#: What can be asked once an offer was weighed; the words that ask for it are in `following`.
FIRST_MONTH, MAKE_BETTER, TURN_DOWN = "first_month", "make_better", "turn_down"
WHY_ASK, WORDS = "why_ask", "words"
TITLES = {
    FIRST_MONTH: "The first month",
    MAKE_BETTER: "Ask for better",
    TURN_DOWN: "If I turn it down",
    WHY_ASK: "Why ask these?",
    WORDS: "Which words?",
}


def button(name: str) -> Button:
    """Return the button for a follow-up; it works whatever was talked about since."""
    return Button(TITLES[name], f'/score_offer{{"tell": "{name}"}}')


def first_month(assessment: Assessment) -> tuple[str, ...]:
    """Return what to watch for in the first month."""
    return tuple(row["text"] for row in advice()["first_month"] if _applies(row, assessment))


def make_better(assessment: Assessment) -> tuple[str, ...]:
    """Return ways to ask for a better deal, in words one can say."""
    return tuple(row["text"] for row in advice()["make_better"] if _applies(row, assessment))


def structure(assessment: Assessment) -> str | None:
    """Return one line on why jobs are so, where it bears on this offer."""
    rows = (row["text"] for row in advice()["structure"] if _applies(row, assessment))
    return next(rows, None)


def refusing(assessment: Assessment, store: FactStore) -> Reply:
    """Say, gently, that turning a job down can affect benefits, and who can advise."""
    raw = advice()["refusing"]
    situation = assessment.situation
    helper = raw["advisers"][situation.nation or "unknown"]
    try:
        filled = fill(f"{raw['text']} {helper}", store, situation.on, situation.nation)
    except FactError:
        return Reply(f"{raw['text']} {raw['advisers']['unknown']}")
    return Reply(filled.text, (BETTER_OFF,), facts=filled.facts)


@lru_cache(maxsize=1)
def advice() -> dict[str, Any]:
    """Return the words about an offer that is weighed (`data/scoring/advice.yml`)."""
    content: dict[str, Any] = read_yaml(SCORING / "advice.yml")
    return content


def _applies(row: dict[str, Any], assessment: Assessment) -> bool:
    kind, _, name = row["when"].partition(".")
    if kind == "always":
        return True
    if kind == "rule":
        return any(alert.rule == name for alert in assessment.law)
    if kind == "measure":
        if assessment.score is None:
            return False
        weighed = assessment.score.of(name)
        return weighed.levels is not None and weighed.levels[1] <= 1
    if kind == "red_flags":
        return name in assessment.red_flags
    return name in getattr(assessment.offer, kind)
