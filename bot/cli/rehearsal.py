"""`goodwork skills`: what a turn of talk does."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from bot.errors import BadInput

if TYPE_CHECKING:
    from bot.rehearsal.skills import TurnReading


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("skills")(skills)


def skills(
    file: Path | None = typer.Argument(None, help="One turn a line; standard input if none."),
    jsonl: bool = typer.Option(
        False,
        help='Read {"id", "text"} one a line; "before" may hold earlier turns of the speaker.',
    ),
) -> None:
    """Tell what each turn of a conversation does: questions, reflections, other skills, slips."""
    for number, line in enumerate(_lines(file), 1):
        asked: dict[str, Any] = _object(line) if jsonl else {"id": number, "text": line}
        reading = _read(asked["text"], asked.get("before") or [])
        found = {"id": asked.get("id"), "skills": reading.skills, "slips": reading.slips}
        print(json.dumps(found, ensure_ascii=False), flush=True)


def _read(text: str, before: list[str]) -> TurnReading:
    from bot.rehearsal.skills import read_turn

    return read_turn(text, [read_turn(earlier) for earlier in before])


def _lines(file: Path | None) -> Iterator[str]:
    try:
        with file.open(encoding="utf-8") if file else sys.stdin as source:
            yield from (line.strip() for line in source if line.strip())
    except (OSError, UnicodeDecodeError) as problem:
        raise BadInput(f"{file} can not be read. Name a file with one turn a line.") from problem


def _object(line: str) -> dict[str, Any]:
    wrong = "Each line must be a JSON object with `id` and `text`, and `before` a list of texts."
    try:
        data = json.loads(line)
    except ValueError as broken:
        raise BadInput(wrong) from broken
    if not isinstance(data, dict) or not isinstance(data.get("text"), str):
        raise BadInput(wrong)
    before = data.get("before") or []
    if not isinstance(before, list) or not all(isinstance(turn, str) for turn in before):
        raise BadInput(wrong)
    return data
