"""Examples worked with a person's own numbers, where they gave some."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from bot.facts import Fact, FactStore
from bot.replies import Reply
from bot.situation import Situation

#: In no nation is anybody over compulsory school age before this birthday. The law gives that age
#: in the education acts; the guide tells nobody younger a rate.
YOUNGEST_WITH_A_RATE = 16

Example = Callable[[Situation, FactStore], "Reply | None"]


def worked_example(topic: str, situation: Situation, store: FactStore) -> Reply | None:
    """Return an example for the topic, or None where the person gave no numbers for it."""
    example = EXAMPLES.get(topic)
    return example(situation, store) if example else None


def _break_in_a_shift(situation: Situation, store: FactStore) -> Reply | None:
    """Breaks by the length of the shift (Working Time Regulations 1998, regulation 12).

    Read from `rest.break` and `rest.under18.break`. One break is due however long the shift is.
    """
    if situation.shift_hours is None:
        return None
    young = situation.age is not None and situation.age < 18
    after = store.get("rest.under18.break.after" if young else "rest.break.after", situation.on)
    due = store.get("rest.under18.break" if young else "rest.break", situation.on)
    hours = _number(situation.shift_hours)
    if situation.shift_hours > Decimal(str(after.value)):
        text = (
            f"In a shift of {hours} hours you can take one break of {due.words}. "
            "The law gives no second one."
        )
    else:
        text = (
            f"In a shift of {hours} hours the law gives no set break. "
            f"It starts above {after.words}."
        )
    return Reply(text, facts=(after.id, due.id))


def _holiday_for_hours(situation: Situation, store: FactStore) -> Reply | None:
    """Paid holiday in hours for somebody with the same hours each week: weeks times hours."""
    if situation.hours_per_week is None:
        return None
    weeks = store.get("holiday.weeks", situation.on)
    hours = situation.hours_per_week
    total = (Decimal(str(weeks.value)) * hours).quantize(Decimal("0.1"))
    return Reply(
        f"If you work {_number(hours)} hours every week, that is {_number(total)} hours of paid "
        f"holiday a year ({weeks.words} times {_number(hours)}).",
        facts=(weeks.id,),
    )


def _least_pay_for_hours(situation: Situation, store: FactStore) -> Reply | None:
    """Work out the least legal pay for a week: the rate for the age, times the hours.

    Nothing is said where the rate is not certain: with no age or hours, before school leaving age,
    for the self-employed, and for apprentices of 19 and over, whose rate depends on their year.

    Source: National Minimum Wage Regulations 2015, part 2.
    """
    if situation.hours_per_week is None or situation.status == "self_employed":
        return None
    rate = _rate_for_age(situation, store)
    if rate is None:
        return None
    hours = situation.hours_per_week
    total = (Decimal(str(rate.value)) * hours).quantize(Decimal("0.01"))
    return Reply(
        f"If you work {_number(hours)} hours in a week, that is at least £{total:,} before tax "
        f"({_number(hours)} times {rate.words}).",
        facts=(rate.id,),
    )


def _rate_for_age(situation: Situation, store: FactStore) -> Fact | None:
    age, on = situation.age, situation.on
    if age is None or age < YOUNGEST_WITH_A_RATE:
        return None
    if situation.apprentice:
        limit = store.find("nmw.apprentice_rule.age", on)
        if limit is None or age >= Decimal(str(limit.value)):
            return None
        return store.find("nmw.apprentice", on)
    adult = store.find("nmw.nlw_21plus.age", on)
    child = store.find("nmw.age_under_18.age", on)
    if adult is None or child is None:
        return None
    if age >= Decimal(str(adult.value)):
        return store.find("nmw.nlw_21plus", on)
    young = age < Decimal(str(child.value))
    return store.find("nmw.age_under_18" if young else "nmw.age_18_20", on)


def _number(value: Decimal) -> str:
    return format(value.normalize(), "f")


EXAMPLES: dict[str, Example] = {
    "breaks": _break_in_a_shift,
    "holiday": _holiday_for_hours,
    "minimum_wage": _least_pay_for_hours,
}
