"""The names of what a turn can do, in the order in which reports list them.

The definitions follow motivational interviewing as trained observers code it (open and closed
questions, reflections, affirmations), with what the guide adds about decent work. They stand in
docs/rehearsal.md.
"""

from __future__ import annotations

from typing import Literal

Kind = Literal["question", "reflection", "other"]

KINDS: tuple[Kind, ...] = ("question", "reflection", "other")
"""What a turn mainly is."""

QUESTIONS = ("open_question", "closed_question")

SKILLS = (
    *QUESTIONS,
    "reflection",
    "affirmation",
    "asks_about_job_quality",
    "asks_what_matters",
    "names_structural_barrier",
    "offers_choice",
    "informs_rights",
)

SLIPS = (
    "blame",
    "steering_to_any_job",
    "false_cheer",
    "lecturing",
    "closed_chain",
    "threat_of_sanction",
    "dismisses_feeling",
)

LABELS = (*SKILLS, *SLIPS)


def kind_of(labels: tuple[str, ...]) -> Kind:
    """Return what a turn mainly is: the first of its labels says it."""
    main = labels[0] if labels else ""
    if main in QUESTIONS:
        return "question"
    return "reflection" if main == "reflection" else "other"
