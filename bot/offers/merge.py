"""Putting several descriptions of one job together."""

from __future__ import annotations

from typing import Any, get_args

import attrs

from bot.offers.offer import Contract, Hours, Mention, Offer, Pattern, RedFlag

# A red flag, and the part of the offer with its value that says the same.
_FLAG_FIELDS = {
    "no_sick_pay_claimed": ("sick_pay", "none"),
    "no_breaks": ("breaks", "none"),
    "no_written_terms": ("written_terms", False),
}

# A red flag, and the part of the offer that gives its size.
_FLAG_SUMS = {
    "deductions": "deductions",
    "pay_for_check": "start_costs",
    "pay_for_uniform_or_kit": "start_costs",
    "unpaid_training": "unpaid_start",
    "unpaid_travel_between_jobs": "unpaid_time",
    "unpaid_trial": "unpaid_start",
}

_ORDER: dict[str, tuple[str, ...]] = {
    "contract": get_args(Contract),
    "patterns": get_args(Pattern),
    "mentions": get_args(Mention),
    "red_flags": get_args(RedFlag),
}
_CLASH: dict[str, tuple[str, ...]] = {
    "permanent": ("temporary", "fixed_term", "seasonal"),
    "temporary": ("permanent",),
    "fixed_term": ("permanent",),
    "full_time": ("part_time",),
    "part_time": ("full_time",),
}


def merge(offer: Offer, other: Offer, shift: int = 0) -> Offer:
    """Two descriptions of one job: what `other` says counts where both speak.

    Args:
        shift: added to the places of `other`'s evidence, for messages joined into one text.
    """
    changes: dict[str, Any] = {}
    empty = Offer()
    for attribute in attrs.fields(Offer):
        name = attribute.name
        new, old = getattr(other, name), getattr(offer, name)
        if new == getattr(empty, name):
            continue
        if name == "hours":
            changes[name] = _merged_hours(old, new)
        elif name == "evidence":
            moved = tuple(attrs.evolve(e, start=e.start + shift, end=e.end + shift) for e in new)
            changes[name] = old + moved
        elif isinstance(new, tuple):
            clash = {
                c for v in new if isinstance(v, str) and len(new) == 1 for c in _CLASH.get(v, ())
            }
            kept = tuple(v for v in old if v not in clash)
            joined = kept + tuple(v for v in new if v not in kept)
            order = _ORDER.get(name)
            changes[name] = tuple(sorted(joined, key=order.index)) if order else joined
        else:
            changes[name] = new
    merged = _with(offer, **changes)
    for flag, (field, value) in _FLAG_FIELDS.items():
        if (
            flag in offer.red_flags
            and flag not in other.red_flags
            and getattr(merged, field) not in (None, value)
        ):
            merged = without_flag(merged, flag)
    return merged


def _merged_hours(old: Hours, new: Hours) -> Hours:
    stated = new.week_min is not None or new.week_max is not None
    guaranteed = old.guaranteed if new.guaranteed is None else new.guaranteed
    return Hours(
        new.week_min if stated else old.week_min,
        new.week_max if stated else old.week_max,
        guaranteed,
        new.guaranteed_hours if new.guaranteed_hours is not None else old.guaranteed_hours,
    )


def without_flag(offer: Offer, flag: str) -> Offer:
    """The offer without a red flag, and without the fact that went with it."""
    flags = tuple(f for f in offer.red_flags if f != flag)
    offer = attrs.evolve(
        offer,
        red_flags=flags,
        evidence=tuple(e for e in offer.evidence if e.field != f"red_flags.{flag}"),
    )
    if flag in _FLAG_SUMS:
        offer = _with(offer, **{_FLAG_SUMS[flag]: ()})
    if flag in _FLAG_FIELDS:
        field, value = _FLAG_FIELDS[flag]
        if getattr(offer, field) == value:
            offer = _with(offer, **{field: True if field == "written_terms" else None})
    return offer


def _with(offer: Offer, **changes: Any) -> Offer:
    return attrs.evolve(offer, **changes)
