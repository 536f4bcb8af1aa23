"""How well the safety check does on messages that it has never learnt from."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import attrs
import yaml

from bot.errors import ContentError
from bot.safety.detecting import detect
from bot.safety.examples import ROOT, Label, load_examples
from bot.safety.finding import KINDS, About, SafetyFinding
from bot.safety.phrasing import plain

HELD_OUT = ROOT / "tests" / "safety"
SECOND = HELD_OUT / "second"
THIRD = HELD_OUT / "third"
FOURTH = HELD_OUT / "fourth"
"""More held-out messages, each set in another hand."""


@attrs.frozen
class HeldOut:
    """A message of the test sets.

    Attributes:
        text, label, about, oblique: as in `bot.safety.examples.Example`.
        sort: of the harmless ones: twin, feeling, trouble or everyday.
    """

    text: str
    label: Label
    about: About
    oblique: bool = False
    sort: str | None = None


@attrs.frozen
class Reading:
    """A held-out message and what the check said."""

    message: HeldOut
    finding: SafetyFinding | None


def load_held_out(folder: Path = HELD_OUT) -> tuple[HeldOut, ...]:
    """Return the committed test messages, without those that the check has learnt from.

    A few everyday questions stand both here and in data/nlu, since people ask them in the very
    same words; they would prove nothing.

    Raises:
        ContentError: a file is missing.
    """
    learnt = {plain(example.text.lower()) for example in load_examples()}
    found: list[HeldOut] = []
    labels: tuple[Label, ...] = (*KINDS, "innocent")
    for label in labels:
        path = folder / f"{label}.yml"
        if not path.is_file():
            raise ContentError(f"{path} is missing: the safety check can not be measured.")
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        held_out = (HeldOut(label=label, **entry) for entry in data["messages"])
        found.extend(each for each in held_out if plain(each.text.lower()) not in learnt)
    return tuple(found)


def read_all(messages: Iterable[HeldOut]) -> tuple[Reading, ...]:
    """Let the check read every message."""
    return tuple(Reading(message, detect(message.text)) for message in messages)


def measure() -> dict[str, Any]:
    """Return recall and false alarms on each set of test messages, ready for metrics.json.

    A message counts as seen when any alarm is raised; `right_kind` says how often it was the
    alarm of its own kind. Shares are from 0 to 1, with the counts beside them.
    """
    return {
        **figures(read_all(load_held_out())),
        "second_set": figures(read_all(load_held_out(SECOND))),
        "third_set": figures(read_all(load_held_out(THIRD))),
        "fourth_set": figures(read_all(load_held_out(FOURTH))),
    }


def figures(readings: Iterable[Reading]) -> dict[str, Any]:
    """Turn readings into figures; see `measure`."""
    readings = tuple(readings)
    result: dict[str, Any] = {}
    for kind in KINDS:
        mine = [r for r in readings if r.message.label == kind]
        result[kind] = {
            "recall": _share(mine),
            "oblique": _share([r for r in mine if r.message.oblique]),
            "direct": _share([r for r in mine if not r.message.oblique]),
            "about_other": _share([r for r in mine if r.message.about == "other"]),
            "no_rule": _share([r for r in mine if not (r.finding and r.finding.by == "rule")]),
            "right_kind": sum(1 for r in mine if r.finding and r.finding.kind == kind),
            "right_person": sum(
                1 for r in mine if r.finding and r.finding.about == r.message.about
            ),
        }
    harmless = [r for r in readings if r.message.label == "innocent"]
    sorts = sorted({r.message.sort or "" for r in harmless})
    result["innocent"] = {
        "false_alarms": _share(harmless),
        **{sort: _share([r for r in harmless if r.message.sort == sort]) for sort in sorts},
    }
    return result


def _share(readings: list[Reading]) -> dict[str, float | int]:
    raised = sum(1 for reading in readings if reading.finding is not None)
    share = round(raised / len(readings), 4) if readings else 0.0
    return {"alarms": raised, "of": len(readings), "share": share}
