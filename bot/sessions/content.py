"""A plan filled in for a day and a nation: the same words for the chat and for the sheet."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from bot.barriers.content import load_entries
from bot.barriers.tell import Said, figure, listed
from bot.facts import FactStore, fill
from bot.replies import Reply
from bot.safety.answer import phone_list
from bot.sessions.plans import Plan, load_shared
from bot.situation import Situation


@attrs.frozen
class Filled:
    """What a plan says on a day in a nation.

    Attributes:
        figures: dated findings, each with source and year.
        helps: what can help there; empty of what differs where the nation is not known.
        upset: what to do when somebody gets upset.
        phones: whom to ring.
        nation_matters: something was left out because the nation is not known.
    """

    figures: tuple[Said, ...]
    helps: tuple[Said, ...]
    upset: tuple[Said, ...]
    phones: Reply
    nation_matters: bool


def filled(plan: Plan, situation: Situation, store: FactStore) -> Filled:
    """Return the plan's words with the figures of the day and the nation in."""
    shared, entries = load_shared(), load_entries()
    helps = [
        listed(entries[name].parts["helps"].statements, situation, store, "job_seeker")
        for name in plan.helps
        if "helps" in entries[name].parts
    ]
    upset = [fill(text, store, situation.on, situation.nation) for text in shared["if_upset"]]
    return Filled(
        figures=tuple(_figures(plan, situation, store)),
        helps=tuple(said for part in helps for said in part.said),
        upset=tuple(Said(one.text, one.facts) for one in upset),
        phones=phone_list(shared["phones"], situation, store),
        nation_matters=situation.nation is None or any(part.nation_matters for part in helps),
    )


def _figures(plan: Plan, situation: Situation, store: FactStore) -> Iterator[Said]:
    for name in plan.barriers:
        for one in load_entries()[name].figures:
            found = figure((one,), 0, situation, store, "job_seeker")
            if found:
                yield found
