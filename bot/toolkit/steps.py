"""Next steps that fit the limits a team named."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from bot.toolkit.content import Limit, Role, Step, Toolkit

#: How many steps are told for a dimension.
TOLD = 3


@attrs.frozen
class Suggested:
    """A step, and why it fits.

    Attributes:
        step: the step.
        fits: limits that were named and that it works within.
        hinders: limits that were named and that stand in its way.
    """

    step: Step
    fits: tuple[Limit, ...]
    hinders: tuple[Limit, ...]


def suggest(
    dimension: str,
    role: Role,
    chosen: Iterable[str],
    limits: Iterable[str],
    toolkit: Toolkit,
    most: int = TOLD,
) -> tuple[Suggested, ...]:
    """Return steps for a dimension, those that fit most of the named limits first.

    A step that a named limit hinders comes only where nothing else is left. One whose practice is
    in use already is left out.

    Args:
        chosen: ids of the practices in use.
        limits: ids of the limits that were named.
    """
    used, named = set(chosen), [toolkit.limits[name] for name in limits if name in toolkit.limits]
    found = [
        Suggested(
            step,
            tuple(limit for limit in named if limit.id in step.suits),
            tuple(limit for limit in named if limit.id in step.hindered_by),
        )
        for step in toolkit.parts[dimension].steps
        if role in step.roles and not used & set(step.unless)
    ]
    free = [each for each in found if not each.hinders] or found
    return tuple(sorted(free, key=lambda each: -len(each.fits))[:most])
