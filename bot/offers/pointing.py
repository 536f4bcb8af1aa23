"""Which of the jobs in hand a message points at: by place, by trade, by kind or by pay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import get_args

import attrs

from bot.offers.extract.phrases import load_data
from bot.offers.memory import RememberedOffer
from bot.offers.offer import Contract, Pattern

_ORDER = {
    "first": 0, "1st": 0, "one": 0, "1": 0, "a": 0, "second": 1, "2nd": 1, "two": 1, "2": 1,
    "b": 1, "third": 2, "3rd": 2, "three": 2, "3": 2, "c": 2, "fourth": 3, "4th": 3, "four": 3,
    "4": 3, "d": 3,
}  # fmt: skip
_LAST = ("last", "latest", "newest", "most recent")
_JOB = r"(?:one|job|offer|role|place|work|gig|post|position)"
_BY_PLACE = re.compile(
    rf"\b(?:(?:for|on|at|with|in|about) )?(?:the |my |that )?(?:very )?"
    rf"(?P<place>first|1st|second|2nd|third|3rd|fourth|4th|last|latest|newest|most recent|other)"
    rf" {_JOB}(?:'s(?= pay| hours| contract| rate))?\b"
    rf"|\b(?:(?:for|on|at|in) )?(?:job|offer|number|option|no\.?|#) ?"
    rf"(?P<number>one|two|three|four|[1-4]|[a-d])\b(?![.\d])"
)
_BY_NAME = re.compile(
    rf"\b(?:(?:for|on|at|with|in|about) )?(?:the|my|that) (?P<name>[\w£.' -]{{2,28}}?)"
    rf" {_JOB}(?:'s(?= pay| hours| contract| rate))?\b"
)
_ALONE = re.compile(r"\b(?:for|on|at|with|in) (?:the|my) (?P<name>\w+(?: \w+)?)(?=,| it\b| they\b)")
_KINDS = frozenset(
    kind.replace("_", " ").removesuffix("s") for kind in (*get_args(Contract), *get_args(Pattern))
)
_AMOUNT = re.compile(r"^£?(\d{1,5}(?:\.\d{1,2})?)(?:k| quid| pounds?| an hour)?$")


@attrs.frozen
class Pointed:
    """A job in hand and what is said of it.

    Attributes:
        place: where the job stands among those in hand, from 0.
        rest: the words, with "it" for the job.
    """

    place: int
    rest: str


def pointed_at(text: str, offers: Sequence[RememberedOffer]) -> Pointed | None:
    """Return the one job that the words point at; None where they point at none, or at several."""
    for said, rest in _pointings(text):
        place = (
            _named(said["name"], offers)
            if "name" in said
            else _place(said["place"] or said["number"], len(offers))
        )
        if place is not None:
            return Pointed(place, rest)
    return None


def points(text: str) -> Pointed | None:
    """Return the words with "it" for a job that they seem to point at, whichever it is."""
    for said, rest in _pointings(text):
        name = said.get("name")
        if not name or _AMOUNT.match(name) or trades_in(name) or _kind(name) in _KINDS:
            return Pointed(-1, rest)
    return None


def _pointings(text: str) -> Iterator[tuple[dict[str, str], str]]:
    """Yield how the words point at a job, and the words with "it" in that place."""
    words = text.replace("’", "'")
    for pattern in (_BY_PLACE, _BY_NAME, _ALONE):
        for match in pattern.finditer(words.lower()):
            rest = f"{words[: match.start()]}it{words[match.end() :]}"
            yield match.groupdict(), " ".join(rest.split())


def trades_in(text: str) -> tuple[str, ...]:
    """Return the trades and work places that the words of an offer name."""
    lowered = text.lower()
    return tuple(name for name, pattern in _trades().items() if pattern.search(lowered))


def _place(word: str, count: int) -> int | None:
    if word in _LAST:
        return count - 1 if count else None
    if word == "other":
        return 0 if count == 2 else None
    place = _ORDER[word]
    return place if place < count else None


def _named(name: str, offers: Sequence[RememberedOffer]) -> int | None:
    """Return the only job that a name fits."""
    fits = [place for place, offer in enumerate(offers) if _fits(name, offer)]
    return fits[0] if len(fits) == 1 else None


def _fits(name: str, job: RememberedOffer) -> bool:
    if amount := _AMOUNT.match(name):
        said = Decimal(amount.group(1)) * (1000 if name.endswith("k") else 1)
        return said in (job.offer.pay.amount_min, job.offer.pay.amount_max)
    if set(trades_in(name)) & set(job.trades):
        return True
    kinds = (*job.offer.contract, *job.offer.patterns)
    return _kind(name) in {_kind(kind) for kind in kinds}


def _kind(name: str) -> str:
    return re.sub(r"[_-]", " ", name).removesuffix("s")


@lru_cache(maxsize=1)
def _trades() -> dict[str, re.Pattern[str]]:
    trades: dict[str, list[str]] = load_data("trades")
    return {name: re.compile(rf"\b(?:{'|'.join(words)})\b") for name, words in trades.items()}
