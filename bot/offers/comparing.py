"""Two or more offers side by side, in conversation."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import attrs

from bot.dialogue.subjects import SLOT
from bot.dialogue.turn import Outcome, Turn
from bot.facts import load_facts
from bot.money import beside
from bot.offers.advice import BETTER_OFF, TURN_DOWN, advice, button
from bot.offers.apart import jobs_in
from bot.offers.compare import Row, compare, month_row, replies
from bot.offers.explain import understood_words, with_ways
from bot.offers.in_hand import (
    OFFERS,
    describes,
    in_hand,
    in_order_told,
    kept,
    let_go,
    newest,
    understood,
    weigh,
)
from bot.offers.memory import RememberedOffer
from bot.offers.offer import Offer
from bot.replies import Button, Reply, packed

NAMES = ("The first job", "The second job", "The third job", "The fourth job")
FIRST = Reply("Tell me about the first job, in your own words or as an advert.")
SECOND = Reply("Now tell me about the other job, in your own words or as an advert.")
COMPARE = Button("Compare the jobs", "/compare_offers")

#: The open question after a comparison: it waits for what can be asked of the newest job.
AFTER = "compared"

#: Longer messages describe a job, whatever they ask besides.
MOST_WORDS = 25

#: A message of so few words points at jobs, and describes none.
FEW_WORDS = 12

#: Words that ask to hold the jobs in hand side by side.
_COMPARES = re.compile(
    r"\bcompar(?:e|ing|ison)\b|\bside by side\b|\bagainst (?:the|my) (?:other|first|last|old)\b"
    r"|\bwhich (?:one |job |offer |of (?:them|these|the \w+) )?"
    r"(?:is|looks?|pays?|would be|comes out) (?:the )?(?:better|best|more|most)\b"
    r"|\b(?:is|are|was) (?:this|it|that|they)"
    r"(?: one| job)? (?:any )?(?:better|worse) than (?:the|my) "
    r"(?:other|first|second|third|last)\b"
    r"|\bwhich (?:one |job |offer )?(?:should|would|shall|do) (?:i|you) (?:take|pick|choose|go)\b"
    r"|\b(?:is|are|was) the (?:first|second|third|last|new|other) (?:one |job |offer )?"
    r"(?:any )?(?:better|worse)\b"
    r"|\b(?:set|put|hold) (?:it|this|that|them) (?:beside|against|next to)\b"
    r"|\bdifference between the (?:two|jobs|offers)\b"
    r"|\bnext to each other\b|\bthe difference between (?:them|the two|the jobs|these)\b"
    r"|\bhow (?:does|do) (?:it|this|that|they|these) (?:stack|measure|compare|look) (?:up )?"
    r"(?:to|with|against|next to|beside)\b",
    re.IGNORECASE,
)
_PLACES = {
    "first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3,
}  # fmt: skip
_PLACE = re.compile(rf"\b({'|'.join(_PLACES)}|last)\b", re.IGNORECASE)


def asks(text: str) -> bool:
    """Return whether the words ask for a comparison of what is in hand."""
    short = len(text.split()) <= MOST_WORDS
    return short and bool(_COMPARES.search(text)) and len(jobs_in(text, describes, asked=True)) == 1


def start(turn: Turn) -> Outcome:
    """Compare the jobs that the words describe, or those in hand, or ask for them."""
    if at_once := together(turn):
        return at_once
    offers = in_hand(turn)
    if len(offers) >= 2 and _means_those_in_hand(turn.text):
        return _compared(offers, turn)
    if describes(turn.text):
        now = understood(turn.text)
        return _compared([*offers, now], turn) if offers else _first_taken(turn)
    if len(offers) >= 2:
        return _compared(offers, turn)
    if offers:
        return Outcome((SECOND,), {"open_question": _open("second")})
    return Outcome((FIRST,), {"open_question": _open("first")})


def take(about: str, turn: Turn) -> Outcome:
    """Take the description of one of the jobs."""
    if about == "first":
        return together(turn) or _first_taken(turn)
    return _compared([*in_hand(turn), understood(turn.text)], turn)


def go_on(outcome: Outcome) -> Outcome:
    """Ask for the other job after a change to the one in hand."""
    replies = (*outcome.replies[:1], SECOND)
    remember = {**outcome.remember, "open_question": _open("second")}
    return attrs.evolve(outcome, replies=replies, remember=remember)


def asked(about: str) -> Reply:
    """Return the question for one of the two jobs."""
    return FIRST if about == "first" else SECOND


def word_on_let_go(offers: list[RememberedOffer]) -> tuple[Reply, ...]:
    """Say that the oldest job is held no longer, where there was no room for it."""
    gone = let_go(offers)
    if not gone:
        return ()
    return (Reply(" ".join([advice()["let_go"], *understood_words(gone[0].offer)[:1]])),)


def _means_those_in_hand(text: str) -> bool:
    """Say if a short message points at jobs told before ("compare the £13 one with the other")."""
    return len(text.split()) <= FEW_WORDS and asks(text)


def _first_taken(turn: Turn) -> Outcome:
    offers = [*in_hand(turn), understood(turn.text)]
    told = (*word_on_let_go(offers), SECOND)
    return Outcome(told, {OFFERS: kept(offers), "open_question": _open("second")})


def together(turn: Turn, *, asked: bool = True) -> Outcome | None:
    """Compare the jobs that one message describes; None where it describes one, or none.

    `asked`: whether a comparison was asked for.
    """
    jobs = jobs_in(turn.text, describes, asked=asked)
    if len(jobs) == 1:
        return None
    told = [understood(job) for job in jobs]
    return _compared([*in_hand(turn), *told], turn, told)


def _compared(
    offers: list[RememberedOffer], turn: Turn, only: Sequence[RememberedOffer] = ()
) -> Outcome:
    """Hold jobs side by side: those that were told at once, those that are named, or all."""
    held = newest(offers)
    names = dict(zip(NAMES, in_order_told(held), strict=False))
    chosen = dict(zip(NAMES, only, strict=False)) if only else _named(turn.text, names)
    if len(chosen) < 2:  # the same job was told twice
        return Outcome((SECOND,), {OFFERS: kept(offers), "open_question": _open("second")})
    weighed = {name: weigh(offer, turn) for name, offer in chosen.items()}
    safe = {name: chosen[name].offer for name, found in weighed.items() if found.safety is None}
    sums, facts = _months(safe, turn)
    found = compare(weighed, tuple(turn.memory.get("priorities") or ()), sums=sums)
    lines = [
        f"{name}. {' '.join(understood_words(offer.offer)[:2])}".strip()
        for name, offer in chosen.items()
    ]
    opening = tuple(Reply(text) for text in packed([advice()["jobs_held"], *lines], joint="\n"))
    told = (*word_on_let_go(offers), *opening, *_month_words(sums, facts, turn), *replies(found))
    return Outcome(
        with_ways(told, (BETTER_OFF, button(TURN_DOWN))),
        {
            OFFERS: kept(offers),
            SLOT: {"of": "offers"},
            "open_question": {"by": "offers", "about": AFTER},
            "missed": None,
        },
    )


def _months(offers: Mapping[str, Offer], turn: Turn) -> tuple[list[Row], tuple[str, ...]]:
    """Return what each job leaves to live on, as rows, and the facts behind them.

    Take-home pay, and what is left with benefits where the household is known.
    """
    store, situation = load_facts(), turn.situation
    household = turn.memory.get("money") or {}
    taken = {name: beside.take_home(offer, situation, store) for name, offer in offers.items()}
    left = {
        name: beside.with_benefits(offer, situation, household, store)
        for name, offer in offers.items()
    }
    rows: list[Row] = []
    facts: list[str] = []
    for name, months in (("take_home", taken), ("with_benefits", left)):
        sums = {job: (month.low, month.high) if month else None for job, month in months.items()}
        if row := month_row(name, advice()["months"][name], sums):
            rows.append(row)
            facts += [fact for month in months.values() if month for fact in month.facts]
    return rows, tuple(dict.fromkeys(facts))


def _month_words(rows: Sequence[Row], facts: tuple[str, ...], turn: Turn) -> tuple[Reply, ...]:
    """Tell the monthly sums, and what was taken for granted in them."""
    if not rows:
        return ()
    say = advice()["months"]
    lines = [
        f"{row.name}: {', '.join(f'{n[0].lower()}{n[1:]} {w}' for n, w in row.words.items())}."
        for row in rows
    ]
    taken = [say["taken"], *([] if turn.situation.nation else [say["no_nation"]])]
    taken += [say["household"]] if len(rows) > 1 else [say["no_household"]]
    return tuple(Reply(text, facts=facts) for text in packed([*lines, *taken]))


def _named(text: str, offers: dict[str, RememberedOffer]) -> dict[str, RememberedOffer]:
    """Return the jobs that the words pick by their place ("the first and the last"), or all."""
    names = list(offers)
    places = {
        len(names) - 1 if word == "last" else _PLACES[word]
        for word in (match.lower() for match in _PLACE.findall(text))
    }
    picked = {name: offers[name] for place, name in enumerate(names) if place in places}
    return picked if len(picked) >= 2 else offers


def _open(which: str) -> dict[str, str]:
    return {"by": "offers", "about": f"compare_{which}"}
