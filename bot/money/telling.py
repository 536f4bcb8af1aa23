"""What is said of a sum: more or less, from what, what is left out, and who can check it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from bot.facts import load_facts
from bot.money.compare import Comparison, Income, compare
from bot.money.known import Known
from bot.money.offer_pay import year_pay
from bot.money.rates import NOTHING
from bot.money.said import load_words
from bot.replies import Button, Reply

MORE = Button("What else?", "/say_more")
HELP = Button("Talk to a person", "/talk_to_a_person")

MOST_WORDS = 60
LEFT_OUT_FIRST = 4

#: Differences smaller than this are called "about the same", GBP a month.
SAME = 5


def tell(known: Known) -> tuple[Reply, ...]:
    """Return the answer: with a range where the hours vary, and with the worst month.

    Raises:
        NotEnoughKnown: the pay or the hours of the job are not known.
        FactError: the rates of the day are not known.
    """
    store = load_facts()
    pay = year_pay(known.offer)
    low, high = (compare(known.household(year), store) for year in (pay.low, pay.high))
    worst = None if pay.worst is None else compare(known.household(pay.worst), store)
    facts = tuple(dict.fromkeys((*low.facts, *high.facts, *(worst.facts if worst else ()))))
    card: dict[str, Any] = {"kind": "better_off", "low": low.as_dict(), "high": high.as_dict()}
    if worst:
        card["worst"] = worst.as_dict()
    rent = bool(known.household(pay.low).rent_month)
    replies = [Reply(_headline(low, high, rent), card=card, facts=facts)]
    if worst:
        replies.append(Reply(_worst_month(worst, pay.worst == NOTHING), facts=worst.facts))
    replies += _in_messages(load_words()["say"]["took"], known.taken())
    replies += [Reply(_left_out(high), (MORE,)), _ending()]
    return tuple(replies)


def tell_all(known: Known) -> tuple[tuple[Reply, ...], tuple[str, ...]]:
    """Return all that the sum takes for granted and leaves out, and the facts under it."""
    found = compare(known.household(year_pay(known.offer).high), load_facts())
    say = load_words()["say"]
    granted = _in_messages(say["more_granted"], found.assumptions)
    left_out = _in_messages(say["left_out"], found.not_included)
    return (*granted, *left_out), found.facts


def tell_short(known: Known) -> Reply:
    """Return the difference alone."""
    pay = year_pay(known.offer)
    low, high = (compare(known.household(year), load_facts()) for year in (pay.low, pay.high))
    say = load_words()["say"]
    return Reply(f"{_difference(low, high)} {say['guide_only']}", (HELP,), facts=high.facts)


def _headline(low: Comparison, high: Comparison, rent: bool) -> str:
    out = low.out_of_work
    lines = [
        _difference(low, high),
        f"Without the job: about {_about(out.total)} a month.",
        f"With it: about {_between(low.in_work.total, high.in_work.total)}.",
        *_parts(low.in_work, high.in_work),
    ]
    if rent:
        lines.append(load_words()["say"]["rent_either_way"])
    return "\n".join(lines)


def _parts(low: Income, high: Income) -> list[str]:
    rows = (
        ("Take-home pay", low.pay.take_home, high.pay.take_home),
        ("Partner's pay", low.partner_take_home, high.partner_take_home),
        ("Universal Credit", low.universal_credit, high.universal_credit),
        ("Child Benefit", low.child_benefit, high.child_benefit),
        ("Less childcare", low.childcare, high.childcare),
        ("Less costs of work", low.work_costs, high.work_costs),
    )
    return [f"- {name}: {_between(a, b)}" for name, a, b in rows if a or b]


def _difference(low: Comparison, high: Comparison) -> str:
    least, most = sorted((low.better_off, high.better_off))
    if max(abs(least), abs(most)) < SAME:
        return "About the same would come in with this job as without it."
    than = "would come in each month with this job than without it."
    if least < 0 < most:
        return f"Between {_about(-least)} less and {_about(most)} more {than}"
    word = "less" if most <= 0 else "more"
    return f"About {_between(abs(least), abs(most))} {word} {than}"


def _worst_month(worst: Comparison, empty: bool) -> str:
    say = load_words()["say"]
    work = worst.in_work
    parts = [say["no_hours"] if empty else say["promised_hours"]]
    parts.append(f"About {_about(work.total)} would come in that month, all told.")
    if work.universal_credit:
        parts.append(f"Universal Credit would be about {_about(work.universal_credit)} of that.")
        parts.append(say["follows_pay"])
    return " ".join(parts)


def _left_out(found: Comparison) -> str:
    shown = found.not_included[:LEFT_OUT_FIRST]
    return "\n".join([load_words()["say"]["left_out"], *(f"- {words}" for words in shown)])


def _ending() -> Reply:
    say = load_words()["say"]
    return Reply(f"{say['guide_only']} {say['check']} {say['choice']}", (HELP,))


def _in_messages(title: str, lines: tuple[str, ...]) -> list[Reply]:
    """Share lines over messages that are not too long."""
    replies: list[Reply] = []
    text = title
    for line in lines:
        longer = f"{text}\n- {line}"
        if len(longer.split()) > MOST_WORDS:
            replies.append(Reply(text))
            longer = f"- {line}"
        text = longer
    return [*replies, Reply(text)]


def _between(one: Decimal, other: Decimal) -> str:
    low, high = sorted((one, other))
    return _about(low) if round(low) == round(high) else f"{_about(low)} to {_about(high)}"


def _about(amount: Decimal) -> str:
    return f"£{round(amount):,}" if amount >= 0 else f"minus £{round(-amount):,}"
