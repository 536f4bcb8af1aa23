"""Reading a household from YAML or JSON, with messages that say what to write instead."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, cast, get_args

from dateutil.relativedelta import relativedelta

from bot.errors import BadInput
from bot.money.household import Adult, Born, Capability, Child, ChildDisability, Household
from bot.money.rates import NOTHING, WEEKS_IN_YEAR
from bot.situation import NATIONS, Nation

KEYS = (
    "date", "nation", "adults", "children", "rent_month", "childcare_month", "savings", "offer",
    "partner_annual", "pension_percent", "travel_week", "other_costs_week", "london",
)  # fmt: skip
ADULT_KEYS = ("age", "limited_capability", "lcwra_since", "carer")
CHILD_KEYS = ("age", "born", "disability")
OFFER_KEYS = ("hourly", "hours_week", "annual")

YOUNGEST, OLDEST = 16, 120
MOST_HOURS = Decimal(168)
MOST_MONEY = Decimal(10_000_000)
MOST_CHILDREN = 20


def household_from(data: object, today: date) -> Household:
    """Return the household that plain data describes.

    Args:
        data: what a YAML or JSON file holds; the keys are `KEYS`.
        today: the day of the sum where the data names none.

    Raises:
        BadInput: something is missing or can not be read; the message says what to write.
    """
    told = _mapping(data, "the household", KEYS)
    on = _day(told.get("date"), "date") or today
    adults = tuple(
        _adult(one, number, on) for number, one in enumerate(_list(told, "adults"), 1)
    ) or (_no_adults(),)
    if len(adults) > 2:
        raise BadInput("`adults` holds one person, or a couple. Leave out other grown-ups.")
    children = tuple(
        _child(one, number, on) for number, one in enumerate(_list(told, "children"), 1)
    )
    if len(children) > MOST_CHILDREN:
        raise BadInput(f"`children` holds at most {MOST_CHILDREN} children.")
    partner = _money(told, "partner_annual")
    if partner and len(adults) == 1:
        raise BadInput("`partner_annual` is given, so `adults` needs a second person with an age.")
    return Household(
        on=on,
        nation=_nation(told.get("nation")),
        adults=adults,
        children=children,
        rent_month=_money(told, "rent_month"),
        childcare_month=_money(told, "childcare_month"),
        savings=_money(told, "savings"),
        pay_year=_pay(told.get("offer")),
        partner_year=partner,
        pension_percent=_number(told.get("pension_percent"), "pension_percent", Decimal(100)),
        travel_week=_money(told, "travel_week"),
        other_costs_week=_money(told, "other_costs_week"),
        london=_yes_no(told.get("london"), "london"),
    )


def _pay(offer: object) -> Decimal:
    if offer is None:
        raise BadInput("`offer` is missing. Write `hourly` and `hours_week`, or `annual`.")
    told = _mapping(offer, "`offer`", OFFER_KEYS)
    hourly, hours, annual = (told.get(key) for key in OFFER_KEYS)
    if annual is not None and hourly is None and hours is None:
        return _number(annual, "offer, annual", MOST_MONEY)
    if annual is not None or hourly is None or hours is None:
        raise BadInput("`offer` needs either `hourly` and `hours_week`, or `annual`, not both.")
    week = _number(hours, "offer, hours_week", MOST_HOURS)
    return _number(hourly, "offer, hourly", MOST_MONEY) * week * WEEKS_IN_YEAR


def _adult(data: object, number: int, on: date) -> Adult:
    where = f"adult {number}"
    told = _mapping(data, where, ADULT_KEYS)
    if told.get("age") is None:
        raise BadInput(f"{where} needs an `age` in whole years, for instance 34.")
    age = _whole(told["age"], f"{where}, age")
    if not YOUNGEST <= age <= OLDEST:
        raise BadInput(f"{where}: the age {age} is not one at which this sum can be made.")
    capability = _choice(told.get("limited_capability"), get_args(Capability), where)
    since = told.get("lcwra_since")
    span = None if since is None else _span(since, f"{where}, lcwra_since")
    if span and span.first > on:
        raise BadInput(f"{where}: `lcwra_since` is after the date of the sum.")
    return Adult(
        age=age,
        capability=cast(Capability, capability),
        lcwra_since=span,
        carer=_yes_no(told.get("carer"), f"{where}, carer"),
    )


def _child(data: object, number: int, on: date) -> Child:
    where = f"child {number}"
    told = _mapping(data, where, CHILD_KEYS)
    disability = cast(
        ChildDisability, _choice(told.get("disability"), get_args(ChildDisability), where)
    )
    if told.get("born") is not None:
        born = _span(told["born"], f"{where}, born")
        if born.first > on:
            raise BadInput(f"{where}: `born` is after the date of the sum.")
        age = max(0, relativedelta(on, born.last).years)
        if not born.known and told.get("age") is not None:
            age = _whole(told["age"], f"{where}, age")
    elif told.get("age") is not None:
        age = _whole(told["age"], f"{where}, age")
        born = born_at(age, on)
    else:
        raise BadInput(f"{where} needs `born`, for instance 2019-05-14, or an `age`.")
    return Child(age, born, disability)


def born_at(age: int, on: date) -> Born:
    """Return the days on which somebody of an age can have been born."""
    last = on - relativedelta(years=age)
    return Born(last - relativedelta(years=1) + timedelta(days=1), last)


def _span(value: object, where: str) -> Born:
    """Return the days that a date, a month (2019-05) or a year (2019) covers."""
    if isinstance(value, date):
        return Born(_plain_date(value), _plain_date(value))
    text = str(value).strip()
    try:
        if len(text) == 4:
            return Born(date(int(text), 1, 1), date(int(text), 12, 31))
        if len(text) == 7:
            year, month = int(text[:4]), int(text[5:])
            return Born(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        day = date.fromisoformat(text)
    except ValueError as wrong:
        raise BadInput(f"{where}: “{text}” is no date. Write it as 2019-05-14.") from wrong
    return Born(day, day)


def _day(value: object, where: str) -> date | None:
    if value is None:
        return None
    if isinstance(value, date):
        return _plain_date(value)
    try:
        return date.fromisoformat(str(value).strip())
    except ValueError as wrong:
        raise BadInput(f"{where}: “{value}” is no date. Write it as 2026-11-22.") from wrong


def _plain_date(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _nation(value: object) -> Nation:
    names = ", ".join(NATIONS)
    if value is None:
        raise BadInput(f"`nation` is missing: Income Tax differs. Write one of {names}.")
    text = str(value).strip().lower().replace(" ", "_")
    if text not in NATIONS:
        raise BadInput(f"“{value}” is no nation. Write one of {names}.")
    return text


def _no_adults() -> Adult:
    raise BadInput("`adults` is missing. Write at least one person with an age: [{age: 34}].")


def _mapping(data: object, where: str, keys: tuple[str, ...]) -> Mapping[str, Any]:
    if not isinstance(data, Mapping):
        raise BadInput(f"{where} should hold named things: {', '.join(keys)}.")
    unknown = [str(key) for key in data if key not in keys]
    if unknown:
        raise BadInput(f"{where} has “{unknown[0]}”, which is none of {', '.join(keys)}.")
    return data


def _list(told: Mapping[str, Any], key: str) -> list[object]:
    value = told.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise BadInput(f"`{key}` should be a list, for instance [{{age: 34}}].")
    return value


def _choice(value: object, allowed: tuple[str, ...], where: str) -> str:
    # YAML reads a bare `no` as false; for these words it can only mean none.
    text = "none" if value is None or value is False else str(value).strip().lower()
    if text not in allowed:
        raise BadInput(f"{where}: “{value}” is none of {', '.join(allowed)}.")
    return text


def _yes_no(value: object, where: str) -> bool:
    if value is None:
        return False
    if not isinstance(value, bool):
        raise BadInput(f"{where}: write true or false, not “{value}”.")
    return value


def _money(told: Mapping[str, Any], key: str) -> Decimal:
    return _number(told.get(key), key, MOST_MONEY)


def _whole(value: object, where: str) -> int:
    found = _number(value, where, Decimal(OLDEST))
    if found != found.to_integral_value():
        raise BadInput(f"{where}: “{value}” should be whole years.")
    return int(found)


def _number(value: object, where: str, most: Decimal) -> Decimal:
    if value is None:
        return NOTHING
    try:
        if isinstance(value, bool):
            raise InvalidOperation
        found = Decimal(str(value).strip().removeprefix("£").replace(",", ""))
    except InvalidOperation as wrong:
        raise BadInput(f"{where}: “{value}” is no number. Write it as 12.71.") from wrong
    if not found.is_finite() or found < 0:
        raise BadInput(f"{where}: “{value}” should be nothing or more.")
    if found > most:
        raise BadInput(f"{where}: “{value}” is more than this sum can take ({most:,}).")
    return found
