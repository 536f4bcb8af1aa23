"""Does the offer fit the person's life? Yes, no or not known; never part of the score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Literal

import attrs

from bot.errors import BadInput
from bot.offers.offer import Offer
from bot.offers.pay import number, pounds, usual_hours, week_hours, weekly

Answer = Literal["yes", "no", "not_known"]
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@attrs.frozen
class Life:
    """What the person's life asks of a job. None and empty mean: not said.

    Attributes:
        hours_least, hours_most: hours per week they need and can do.
        pay_week_least: GBP per week before tax they need.
        not_days: days they can not work, as `saturday`.
        not_patterns: times they can not work, as `nights` or `weekends`.
        latest_finish, earliest_start: minutes after midnight.
        travel_most_minutes: longest way to work, one way.
        no_car: they have no car to use.
        must: names of items that must hold.
    """

    hours_least: Decimal | None = None
    hours_most: Decimal | None = None
    pay_week_least: Decimal | None = None
    not_days: tuple[str, ...] = ()
    not_patterns: tuple[str, ...] = ()
    latest_finish: int | None = None
    earliest_start: int | None = None
    travel_most_minutes: int | None = None
    no_car: bool = False
    must: tuple[str, ...] = ()

    @staticmethod
    def from_dict(raw: Mapping[str, Any]) -> Life:
        """Read what a conversation kept.

        Raises:
            BadInput: it holds something else.
        """
        known = {field.name for field in attrs.fields(Life)}
        if unknown := set(raw) - known:
            raise BadInput(f"A life has {sorted(known)}, not {sorted(unknown)}.")
        values: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()
        }
        for key in ("hours_least", "hours_most", "pay_week_least"):
            if values.get(key) is not None:
                values[key] = Decimal(str(values[key]))
        return Life(**values)


@attrs.frozen
class Times:
    """What is known about when and where the work is, beyond the offer itself.

    Attributes:
        start, finish: minutes after midnight of the earliest start and the latest finish.
        days: days worked, as `monday`.
        travel_minutes: one way.
    """

    start: int | None = None
    finish: int | None = None
    days: tuple[str, ...] = ()
    travel_minutes: int | None = None


@attrs.frozen
class Fit:
    """One item: what was asked, the answer, and why."""

    item: str
    answer: Answer
    why: str
    must: bool = False

    def as_dict(self) -> dict[str, Any]:
        """Return the item as plain data, ready for JSON."""
        return attrs.asdict(self)


def fit(offer: Offer, life: Life, times: Times | None = None) -> tuple[Fit, ...]:
    """Hold an offer beside what the person's life asks; must-haves first."""
    when = times or Times()
    items = [
        *_hours(offer, life),
        *_pay(offer, life),
        *_patterns(offer, life),
        *_times(life, when),
        *_car(offer, life),
    ]
    marked = (attrs.evolve(item, must=item.item in life.must) for item in items)
    return tuple(sorted(marked, key=lambda item: not item.must))


#: What each item asks, as the head of a row.
_NAMES = {
    "hours_least": "Enough hours", "hours_most": "Not too many hours",
    "pay_week_least": "Enough pay each week", "latest_finish": "Ends in time",
    "earliest_start": "Starts late enough", "travel": "Near enough",
    "no_car": "No car needed",
}  # fmt: skip


def fit_name(item: str) -> str:
    """Return the name of an item in words, as "Ends in time" or "No nights"."""
    named = item.capitalize() if item in DAYS else item.replace("_", " ")
    return _NAMES.get(item) or f"No {named}"


def _hours(offer: Offer, life: Life) -> Iterator[Fit]:
    fewest, most = week_hours(usual_hours(offer))
    none_sure = "zero_hours" in offer.contract or offer.hours.guaranteed is False
    sure = Decimal(0) if none_sure else offer.hours.guaranteed_hours or fewest
    if life.hours_least is not None:
        needed = f"You need {number(life.hours_least)} hours a week."
        if none_sure:
            yield Fit("hours_least", "no", f"{needed} No hours are guaranteed.")
        elif sure is None:
            yield Fit("hours_least", "not_known", f"{needed} The hours are not known yet.")
        else:
            answer: Answer = "yes" if sure >= life.hours_least else "no"
            yield Fit("hours_least", answer, f"{needed} The offer has {number(sure)}.")
    if life.hours_most is not None:
        limit = f"You can do {number(life.hours_most)} hours a week."
        if most is None:
            yield Fit("hours_most", "not_known", f"{limit} The hours are not known yet.")
        else:
            answer = "yes" if most <= life.hours_most else "no"
            yield Fit("hours_most", answer, f"{limit} The offer can go to {number(most)}.")


def _pay(offer: Offer, life: Life) -> Iterator[Fit]:
    if life.pay_week_least is None:
        return
    sure = countable_week(offer)
    needed = f"You need {pounds(life.pay_week_least)} a week."
    if sure is None:
        yield Fit("pay_week_least", "not_known", f"{needed} The sure pay is not known yet.")
    else:
        answer: Answer = "yes" if sure >= life.pay_week_least else "no"
        yield Fit("pay_week_least", answer, f"{needed} You can count on {pounds(sure)}.")


def countable_week(offer: Offer) -> Decimal | None:
    """Return the pay one can count on: guaranteed hours at the basic rate, GBP per week."""
    pay = offer.pay
    if "zero_hours" in offer.contract or offer.hours.guaranteed is False:
        return Decimal(0)
    if pay.amount_min is None or pay.period in (None, "piece"):
        return None
    hours = offer.hours.guaranteed_hours
    if hours is None:
        hours = week_hours(usual_hours(offer))[0] if offer.hours.guaranteed is not None else None
    if pay.period in ("week", "month", "year"):
        return weekly(pay.amount_min, pay.period or "week", Decimal(1), None)
    if hours is None or (pay.period in ("day", "shift") and not offer.shift_hours):
        return None
    return weekly(pay.amount_min, pay.period or "hour", hours, offer.shift_hours)


def _patterns(offer: Offer, life: Life) -> Iterator[Fit]:
    for pattern in life.not_patterns:
        if pattern in offer.patterns:
            yield Fit(pattern, "no", f"The offer has {pattern.replace('_', ' ')}.")
        elif "days_only" in offer.patterns and pattern in ("nights", "evenings"):
            yield Fit(pattern, "yes", "The hours are in the day.")
        else:
            yield Fit(pattern, "not_known", f"Nothing was said about {pattern.replace('_', ' ')}.")


def _times(life: Life, when: Times) -> Iterator[Fit]:
    for day in life.not_days:
        known = _free(day, when)
        words = {"yes": "is free", "no": "is a working day", "not_known": "is not settled yet"}
        yield Fit(day, known, f"{day.capitalize()} {words[known]}.")
    limits = (
        ("latest_finish", when.finish, life.latest_finish, "It ends at", "You need to end by"),
        ("earliest_start", life.earliest_start, when.start, "You can start at", "It starts at"),
    )
    for item, early, late, first, second in limits:
        asked = life.latest_finish if item == "latest_finish" else life.earliest_start
        if asked is None:
            continue
        if early is None or late is None:
            yield Fit(item, "not_known", "The times are not known yet.")
        else:
            answer: Answer = "yes" if early <= late else "no"
            yield Fit(item, answer, f"{first} {clock(early)}. {second} {clock(late)}.")
    if life.travel_most_minutes is not None:
        if when.travel_minutes is None:
            yield Fit("travel", "not_known", "How long the way takes is not known yet.")
        else:
            near = when.travel_minutes <= life.travel_most_minutes
            yield Fit("travel", "yes" if near else "no", f"It takes {when.travel_minutes} minutes.")


def _car(offer: Offer, life: Life) -> Iterator[Fit]:
    if not life.no_car:
        return
    if "own_vehicle_required" in offer.mentions:
        yield Fit("no_car", "no", "You have no car. The job asks for one.")
    else:
        yield Fit("no_car", "not_known", "Nothing was said about needing a car.")


def _free(day: str, when: Times) -> Answer:
    """Say if a day is free; one day named in passing does not tell that the others are."""
    if day in when.days:
        return "no"
    return "yes" if len(when.days) > 1 else "not_known"


def clock(minutes: int) -> str:
    """Write a time of day: 9.20pm."""
    hour, minute = divmod(minutes, 60)
    half = "am" if hour % 24 < 12 else "pm"
    return f"{hour % 12 or 12}{f'.{minute:02d}' if minute else ''}{half}"
