"""Whether the toolkit is whole: questions, practices along the spectrum, and steps that fit."""

from __future__ import annotations

from collections.abc import Iterator

from bot.checks.problem import Problem
from bot.errors import GoodWorkError
from bot.toolkit.content import DIMENSIONS, HIGHEST, LOWEST, Part, Toolkit, load_toolkit

LEAST_PRACTICES, LEAST_STEPS = 5, 6
#: Steps that must be there for whatever limit a team names.
LEAST_FITTING = 3
LONGEST_LABEL = 20


def check_toolkit() -> Iterator[Problem]:
    """Yield questions of the paper that are not covered, and dimensions that are too thin."""
    try:
        toolkit = load_toolkit()
    except (GoodWorkError, KeyError, TypeError) as wrong:
        yield Problem("data/toolkit", f"can not be read: {wrong}")
        return
    covered = {name for question in toolkit.questions.values() for name in question.covers}
    for name in sorted(set(toolkit.paper) - covered):
        yield Problem("toolkit/source.yml", f"no question covers {name}: {toolkit.paper[name]}")
    for question in toolkit.questions.values():
        for practice in question.practices:
            if len(practice.label) > LONGEST_LABEL:
                yield Problem(f"toolkit, {question.id}", f"“{practice.label}” is too long a label")
    for name in DIMENSIONS:
        yield from _thin(toolkit.parts[name], toolkit)


def _thin(part: Part, toolkit: Toolkit) -> Iterator[Problem]:
    where = f"toolkit/{part.id}.yml"
    placed = [p.at for q in part.questions for p in q.practices if p.at]
    if len(placed) < LEAST_PRACTICES:
        yield Problem(where, f"needs {LEAST_PRACTICES} practices with a place on the spectrum")
    for end in (LOWEST, HIGHEST):
        if not any(end in at for at in placed):
            yield Problem(where, f"no practice reaches place {end} of the spectrum")
    if len(part.ends) != HIGHEST - LOWEST + 1:
        yield Problem(where, "`ends` needs words for each place of the spectrum")
    if len(part.steps) < LEAST_STEPS:
        yield Problem(where, f"needs {LEAST_STEPS} next steps")
    for limit in toolkit.limits:
        fitting = [s for s in part.steps if limit in s.suits and limit not in s.hindered_by]
        if len(fitting) < LEAST_FITTING:
            yield Problem(where, f"only {len(fitting)} steps fit those who name {limit}")
