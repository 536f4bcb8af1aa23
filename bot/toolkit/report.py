"""Answers as data, for the sheet, for a table (CSV) and for other programs (JSON).

Ranges stand in it as words, never as numbers.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from bot.toolkit.answers import Answers, Chosen
from bot.toolkit.content import DIMENSIONS, LIMITS, Question, Role, Toolkit
from bot.toolkit.keeping import Member
from bot.toolkit.placing import Placing, words_for
from bot.toolkit.steps import suggest
from bot.toolkit.team import Counted, TeamView, ranges_of, view
from bot.toolkit.tell import reasons, step_words

Data = dict[str, Any]

#: A cell that starts so would be run as a formula by a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def of_one(answers: Answers, on: date, toolkit: Toolkit) -> Data:
    """Return one person's answers as data."""
    asked = [q for q in toolkit.questions.values() if q.id in answers.chosen and q.id != LIMITS]
    return {
        "kind": "own",
        "on": on.isoformat(),
        "role": answers.role,
        "ranges": [
            _range(placing, toolkit, answers.chosen) for placing in ranges_of(answers, toolkit)
        ],
        "answers": [_answered(question, answers, toolkit) for question in asked],
        "limits": [toolkit.limits[name].name for name in answers.limits],
        "steps": _steps(_used([answers]), answers.limits, answers.role, toolkit),
        "quotes": [
            {"question": toolkit.questions[name].ask, "quotes": [words]}
            for name, words in answers.quotes.items()
        ],
        "source": dict(toolkit.source),
    }


def of_team(members: Iterable[Member], on: date, toolkit: Toolkit) -> Data:
    """Return what may be shown of a team as data."""
    seen = view(members, toolkit)
    limits = [name for name, _ in seen.limits]
    return {
        "kind": "team",
        "on": on.isoformat(),
        "colleagues": seen.colleagues,
        "shown_from": dict(toolkit.sharing),
        "staff_shown": bool(seen.staff),
        "users_shown": len(seen.users),
        "ranges": [_range(placing, toolkit) for placing in seen.ranges],
        "ranges_by_role": [
            {"role": role, "ranges": [_range(placing, toolkit) for placing in placings]}
            for role, placings in seen.by_role
        ],
        "each": [
            {
                "dimension": toolkit.parts[name].name,
                "ranges": [_range(placing, toolkit) for placing in placings],
            }
            for name, placings in seen.each
        ],
        "users_see": [_range(placing, toolkit) for placing in seen.user_ranges],
        "answers": [_counted(each, toolkit) for each in seen.counted if each.question.id != LIMITS],
        "users_answers": [_counted(each, toolkit) for each in seen.user_counted],
        "differences": [_counted(each, toolkit) for each in seen.differences],
        "beside": [
            {"staff": _counted(each.staff, toolkit), "users": _counted(each.users, toolkit)}
            for each in seen.beside
        ],
        "limits": [toolkit.limits[name].name for name in limits],
        "steps": _steps(_used_by_most(seen), limits, "manager", toolkit) if seen.staff else [],
        "quotes": [
            {"question": question.ask, "quotes": list(words)} for question, words in seen.quotes
        ],
        "source": dict(toolkit.source),
    }


def as_json(data: Data) -> str:
    """Return the data as JSON."""
    return json.dumps(data, ensure_ascii=False, indent=2)


def as_csv(data: Data) -> str:
    """Return the data as a table: what, of whom, about what, and the words."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["what", "who", "about", "words", "people"])
    for row in _rows(data):
        writer.writerow([_safe(cell) for cell in row])
    return out.getvalue()


def _rows(data: Data) -> Iterable[Sequence[object]]:
    who = "one person" if data["kind"] == "own" else "colleagues"
    for each in data["ranges"]:
        yield ("range", who, each["dimension"], f"{each['from']} to {each['to']}", "")
        for reason in each["reasons"]:
            yield ("reason", who, each["dimension"], reason, "")
    for each in data.get("users_see", ()):
        yield ("range", "programme users", each["dimension"], f"{each['from']} to {each['to']}", "")
    for group, name in (("answers", who), ("users_answers", "programme users")):
        for each in data.get(group, ()):
            for practice in each["practices"]:
                yield (
                    "answer",
                    name,
                    each["question"],
                    practice["say"],
                    practice.get("people", ""),
                )
    for limit in data["limits"]:
        yield ("limit", who, "", limit, "")
    for each in data["steps"]:
        for step in each["steps"]:
            yield ("step", "", each["dimension"], step, "")
    for each in data["quotes"]:
        for words in each["quotes"]:
            yield ("quote", "", each["question"], words, "")
    yield ("source", "", data["source"]["authors"], data["source"]["title"], "")


def _safe(cell: object) -> str:
    text = str(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _range(placing: Placing, toolkit: Toolkit, chosen: Chosen | None = None) -> Data:
    part = toolkit.parts[placing.dimension]
    low, high = words_for(placing.span, part)
    return {
        "dimension": part.name,
        "from": low,
        "to": high,
        "places": list(part.ends),
        "reasons": reasons(placing, part, toolkit, chosen),
    }


def _answered(question: Question, answers: Answers, toolkit: Toolkit) -> Data:
    chosen = question.chosen(answers.chosen[question.id])
    return {
        "part": toolkit.parts[question.part].name,
        "question": question.ask,
        "practices": [{"label": practice.label, "say": practice.say} for practice in chosen],
    }


def _counted(counted: Counted, toolkit: Toolkit) -> Data:
    part = counted.question.part
    return {
        "part": toolkit.parts[part].name if part else "",
        "question": counted.question.ask,
        "short": counted.question.short,
        "people": counted.people,
        "practices": [
            {"label": practice.label, "say": practice.say, "people": count}
            for practice, count in counted.counts
        ],
    }


def _steps(used: set[str], limits: Sequence[str], role: Role, toolkit: Toolkit) -> list[Data]:
    if role == "user":
        return []
    return [
        {
            "dimension": toolkit.parts[name].name,
            "steps": [
                step_words(each, toolkit) for each in suggest(name, role, used, limits, toolkit)
            ],
        }
        for name in DIMENSIONS
    ]


def _used(people: Iterable[Answers]) -> set[str]:
    return {practice for a in people for ids in a.chosen.values() for practice in ids}


def _used_by_most(seen: TeamView) -> set[str]:
    """Return practices that at least half of those who answered chose."""
    return {
        practice.id
        for counted in seen.counted
        for practice, count in counted.counts
        if 2 * count >= counted.people
    }
