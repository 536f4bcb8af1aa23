"""Examples worked with a person's own numbers, where they gave some."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from bot.facts import FactStore
from bot.replies import Reply
from bot.situation import Situation

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
        text = f"In a shift of {hours} hours you can take one break of {due.words}, not more by law."
    else:
        text = f"In a shift of {hours} hours the law gives no set break. It starts above {after.words}."
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


def _number(value: Decimal) -> str:
    return format(value.normalize(), "f")


EXAMPLES: dict[str, Example] = {
    "breaks": _break_in_a_shift,
    "holiday": _holiday_for_hours,
}
