"""Put an assessment into words, in the order that serves the person.

What we understood; the law; does it fit; what matters to the person; the dimensions in words;
questions; what can be done.
No overall number and no organisation's bar is ever said in the public chat.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

import attrs

from bot.facts import FactStore, load_facts
from bot.offers.advice import (
    BETTER_OFF,
    FIRST_MONTH,
    MAKE_BETTER,
    TURN_DOWN,
    WORDS,
    advice,
    button,
    make_better,
    refusing,
    structure,
)
from bot.offers.ask import shown
from bot.offers.assess import Assessment, plain
from bot.offers.card import dimension_words, level_words, offer_card, why_card
from bot.offers.law import LegalAlert
from bot.offers.model import load_model
from bot.offers.offer import Offer
from bot.offers.pay import PERIOD_WORDS, number, offer_hourly, pounds
from bot.offers.rates import wage_settings
from bot.offers.score import Weighed
from bot.offers.suits import CHANGE, first_ones, fits, what_matters
from bot.replies import Button, Reply, packed
from bot.situation import NATION_NAMES, Nation

ALERTS_IN_FULL = 2
MOST_MESSAGES = 4
LONGEST_QUOTE = 60
TELL_MORE = Button("Answer questions", '/score_offer{"how": "questions"}')
WHY = Button("Show me why", "/say_more")
ASK = Button("Questions to ask", "/questions_for_employer")
GO_ON = Button("Go on", "/affirm")
STOP = Button("Stop here", "/stop")


def explain(
    assessment: Assessment, store: FactStore | None = None, changed: bool = False
) -> tuple[Reply, ...]:
    """Return the replies about an offer, in order, within the limits of a message.

    Args:
        store: the facts; the ones in `data/facts` unless told.
        changed: the offer was shown before, so what does not change is not said again.
    """
    store = store or load_facts()
    danger = assessment.safety
    if danger:
        return tuple(_safety(danger))
    replies = [understood(assessment.offer, assessment.situation.nation)]
    if assessment.wage.verdict == "not_known" and _no_rate(assessment, store):
        replies.append(Reply(advice()["no_rate"]))
    replies += _law(assessment.law)
    replies += fits(assessment)
    replies += what_matters(assessment)
    replies += _dimensions(assessment)
    if not changed:
        replies += _questions(assessment)
        replies += _what_now(assessment, store)
    ways = (button(FIRST_MONTH), button(MAKE_BETTER), button(TURN_DOWN), BETTER_OFF)
    return with_ways(tuple(replies), ways)


def with_ways(replies: tuple[Reply, ...], ways: tuple[Button, ...]) -> tuple[Reply, ...]:
    """Put ways on under the last reply; what is offered above already is not offered again."""
    *before, last = replies
    offered: set[Button] = set()
    single = []
    for reply in (*before, attrs.evolve(last, buttons=(*last.buttons, *ways))):
        new = tuple(dict.fromkeys(b for b in reply.buttons if b not in offered))
        offered.update(new)
        single.append(attrs.evolve(reply, buttons=new))
    return tuple(single)


def understood(offer: Offer, nation: Nation | None = None) -> Reply:
    """Say what was understood, and whose law it is held against, so that it can be corrected."""
    said = understood_words(offer)
    if not said:
        text = "I did not find pay, hours or a contract in that. Tell me what you know about it."
        return Reply(text, (CHANGE,))
    where = [f"Place: {NATION_NAMES[nation]}."] if nation else []
    text = " ".join(["This is what I understood.", *said, *where, "You can change any of it."])
    return Reply(text, (CHANGE, TELL_MORE))


def understood_words(offer: Offer) -> list[str]:
    """Return a sentence for each main part that was understood, pay and hours first."""
    parts = [_pay_words(offer), _hours_words(offer)]
    if offer.contract:
        parts.append(f"Contract: {_listed(offer.contract)}.")
    if offer.patterns:
        parts.append(f"Times: {_listed(offer.patterns[:5])}.")
    if offer.shift_notice_days is not None:
        parts.append(f"Notice of shifts: {_count(offer.shift_notice_days, 'day')}.")
    return [part for part in parts if part]


def why(assessment: Assessment) -> tuple[Reply, ...]:
    """Show the measures with their levels, the words they rest on, and the sources."""
    if assessment.score is None:
        return ()
    facts = tuple(dict.fromkeys(f for alert in assessment.law for f in alert.fact_ids))
    points = [_point(w) for w in assessment.score.weighed if w.levels is not None]
    messages = packed([f"Here is what it rests on. We know {len(points)} things.", *points])
    *first, last = messages
    replies = [Reply(message) for message in first[: MOST_MESSAGES - 1]]
    if line := structure(assessment):
        replies.append(Reply(last))
        last = " ".join([line, *make_better(assessment)[:1]])
    return (*replies, Reply(last, (CHANGE, ASK, button(WORDS)), why_card(assessment), facts))


def _point(weighed: Weighed) -> str:
    """Say one measure, where it stands, and the words it rests on."""
    quote = next((f.quote.strip() for f in weighed.findings if f.quote.strip()), "")
    shown = f" (“{quote[:LONGEST_QUOTE]}”)" if quote else ""
    return f"{weighed.measure.name}: {level_words(weighed).rstrip('.')}{shown}."


def _safety(alert: LegalAlert) -> Iterator[Reply]:
    text = f"{alert.title}. {alert.why} {alert.next_step}"
    messages = packed(_sentences(text))
    for message in messages[:-1]:
        yield Reply(message, facts=alert.fact_ids)
    yield Reply(messages[-1], (GO_ON, STOP), facts=alert.fact_ids)


def _no_rate(assessment: Assessment, store: FactStore) -> bool:
    """Say if the pay is known and the rate of its date is not: an honest gap, to be told."""
    adult = wage_settings()["bands"][0]["fact"]
    hourly = offer_hourly(assessment.offer)
    return hourly is not None and store.find(adult, assessment.situation.on) is None


def _law(found: Sequence[LegalAlert]) -> Iterator[Reply]:
    for alert in found[:ALERTS_IN_FULL]:
        card = {"kind": "alert", **alert.as_dict()}
        messages = packed(_sentences(f"{alert.title}. {alert.why} {alert.next_step}"))
        for place, message in enumerate(messages):
            last = place == len(messages) - 1
            yield Reply(message, card=card if last else None, facts=alert.fact_ids)
    rest = list(dict.fromkeys(alert.title for alert in found[ALERTS_IN_FULL:]))
    if rest:
        text = " ".join(["Also worth asking about:", *(f"{title}." for title in rest)])
        facts = tuple(f for alert in found[ALERTS_IN_FULL:] for f in alert.fact_ids)
        for message in packed(_sentences(text)):
            yield Reply(message, (WHY,), facts=tuple(dict.fromkeys(facts)))


def _dimensions(assessment: Assessment) -> Iterator[Reply]:
    score = assessment.score
    if score is None:
        return
    parts = [
        f"{load_model().dimension(dimension).short}: {dimension_words(assessment, dimension)}."
        for dimension in first_ones(assessment)
    ]
    parts.append(f"We know {score.known} of {score.applicable} things.")
    parts.append("What is not known is not bad. It is something to ask.")
    messages = packed(parts)
    for message in messages[:-1]:
        yield Reply(message)
    yield Reply(messages[-1], (WHY, CHANGE), offer_card(assessment))


def _questions(assessment: Assessment) -> Iterator[Reply]:
    first = shown(assessment.ask)
    if not first:
        return
    text = " ".join(["These questions would tell you most:", *(q.text for q in first)])
    items = [question.as_dict() for question in first]
    for item in items:
        item.pop("gain")
    yield Reply(text, (ASK, WHY), {"kind": "questions", "items": items})


def _what_now(assessment: Assessment, store: FactStore) -> Iterator[Reply]:
    if assessment.situation.universal_credit is not False:
        yield refusing(assessment, store)


def _pay_words(offer: Offer) -> str:
    pay = offer.pay
    if pay.amount_min is None and pay.amount_max is None:
        return ""
    period = PERIOD_WORDS[pay.period] if pay.period else ""
    figure = _figure(pay.amount_min, pay.amount_max, pounds)
    text = f"Pay: {figure} {period}.".replace(" .", ".")
    hourly = offer_hourly(offer)
    if hourly and pay.period != "hour" and hourly.low is not None:
        same = hourly.high is None or plain(hourly.high) == plain(hourly.low)
        about = _figure(hourly.low, None if same else hourly.high, pounds)
        text += f" That is about {about} an hour."
    return text


def _hours_words(offer: Offer) -> str:
    low, high = offer.hours.week_min, offer.hours.week_max
    if low is None and high is None:
        return "No hours are guaranteed." if offer.hours.guaranteed is False else ""
    figure = _figure(low, high, number)
    sure = {True: ", guaranteed", False: ", not guaranteed", None: ""}[offer.hours.guaranteed]
    return f"Hours: {figure} a week{sure}."


def _figure(low: Decimal | None, high: Decimal | None, write: Callable[[Decimal], str]) -> str:
    if low is None:
        return f"up to {write(high)}" if high is not None else ""
    if high is None or high == low:
        return write(low)
    return f"{write(low)} to {write(high)}"


def _listed(names: Sequence[str]) -> str:
    words = [_TERMS.get(name, name.replace("_", " ")) for name in names]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


_TERMS = {
    "casual_bank": "casual or bank", "fixed_term": "fixed term", "zero_hours": "zero hours",
    "rotating": "a rota", "early": "early starts", "days_only": "days only",
}  # fmt: skip


def _count(value: int, unit: str) -> str:
    return f"{value} {unit}" if value == 1 else f"{value} {unit}s"


def _sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?:])\s+(?=[A-Z£“])", text) if part]
