"""How a person feels about a job, beside how it looks; the two are never averaged."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Literal

from bot.errors import BadInput
from bot.offers.assess import Assessment
from bot.offers.model import SCORING, read_yaml
from bot.offers.score import Score
from bot.replies import Reply

Look = Literal["strong", "weak", "open"]
MIDDLE = 5  # of ten: half-way between the legal floor and good practice


def feeling_questions() -> tuple[tuple[str, str], ...]:
    """Return the five optional questions, each with its id."""
    return tuple((row["id"], row["say"]) for row in _content()["questions"])


def opening() -> str:
    """Return what is said before the first question."""
    words: str = _content()["opening"]
    return words


def together(assessment: Assessment, feelings: Mapping[str, bool]) -> Reply | None:
    """Put how the job looks and how it feels side by side, in one or two sentences.

    Args:
        feelings: yes or no by the id of a question; unanswered ones are left out.

    Raises:
        BadInput: there is no such question.
    """
    known = {name for name, _ in feeling_questions()}
    if unknown := set(feelings) - known:
        raise BadInput(f"The questions on feelings are {sorted(known)}, not {sorted(unknown)}.")
    if assessment.score is None or not feelings:
        return None
    good = sum(feelings.values()) * 2 >= len(feelings)
    words: dict[str, dict[str, str]] = _content()["together"]
    return Reply(words[look(assessment.score)]["good" if good else "bad"])


def look(score: Score) -> Look:
    """Say how a job looks: weak where something is below the floor or most is under the middle."""
    if any(weighed.state == "breach" for weighed in score.weighed):
        return "weak"
    touched = [span for span in score.dimensions.values() if span.coverage > 0]
    if not touched or score.withheld:
        return "open"
    if all(span.low >= MIDDLE for span in touched):
        return "strong"
    return "weak" if sum(span.high <= MIDDLE for span in touched) * 2 > len(touched) else "open"


@lru_cache(maxsize=1)
def _content() -> dict[str, Any]:
    content: dict[str, Any] = read_yaml(SCORING / "feelings.yml")
    return content
