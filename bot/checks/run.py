"""All checks, in the order in which a problem is best mended."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial

from bot.checks import rehearsal, structure, toolkit, voice
from bot.checks.problem import Problem


def checks(on: date) -> Mapping[str, Callable[[], Iterable[Problem]]]:
    """Return the checks by name."""
    return {
        "the data files load": structure.check_loading,
        "the catalogue is covered": structure.check_catalogue,
        "every figure is a fact": voice.check_placeholders,
        "every topic is told to everybody": partial(structure.check_topics, on),
        "every nation has helplines": partial(structure.check_helplines, on),
        "the toolkit is whole": toolkit.check_toolkit,
        "every scene can be played": rehearsal.check_scenes,
        "what a learner says of the law is checked by facts": partial(rehearsal.check_claims, on),
        "the wording holds": voice.check_wording,
        "the words are plain": voice.check_readability,
    }


def run_checks(on: date) -> Mapping[str, list[Problem]]:
    """Return the problems of each check. `on` is the day that the texts are rendered for."""
    return {name: sorted(set(check())) for name, check in checks(on).items()}
