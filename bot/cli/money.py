"""`goodwork better-off`: a household without and with an offered job."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date as Date
from decimal import Decimal
from pathlib import Path
from typing import Any

import typer
import yaml
from rich.console import Console

from bot.errors import BadInput, FactError

console = Console()


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("better-off")(better_off)


def better_off(
    file: Path | None = typer.Argument(
        None, help="A household as YAML or JSON; standard input if none."
    ),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object."),
    jsonl: bool = typer.Option(
        False, help="Read one household a line as JSON, with an `id`; print one result a line."
    ),
) -> None:
    """Compare what comes in out of work and in an offered job, per month."""
    if jsonl:
        _each_line(file)
        return
    result = _compared(_household(_text(file)))
    if as_json:
        print(json.dumps(result, ensure_ascii=False, indent=2))
        return
    _show(result)


def _each_line(file: Path | None) -> None:
    """Print a result for each line; a line that can not be read gets an `error` instead."""
    failed = 0
    for line in _lines(file):
        name = None
        try:
            asked = _household(line)
            name = asked.pop("id", None)
            result: dict[str, Any] = {"id": name, **_compared(asked)}
        except (BadInput, FactError) as problem:
            failed += 1
            result = {"id": name, "error": str(problem)}
        print(json.dumps(result, ensure_ascii=False), flush=True)
    if failed:
        raise BadInput(f"{failed} of the households could not be compared; see `error` in each.")


def _compared(data: dict[str, Any]) -> dict[str, Any]:
    from bot.facts import load_facts
    from bot.money import compare, household_from

    data.pop("id", None)
    return compare(household_from(data, Date.today()), load_facts()).as_dict()


def _household(text: str) -> dict[str, Any]:
    """Read JSON with exact numbers, or else YAML."""
    try:
        data = json.loads(text, parse_float=Decimal)
    except ValueError:
        data = _yaml(text)
    if not isinstance(data, dict):
        raise BadInput("A household holds named things: nation, adults, children, offer and so on.")
    return data


def _yaml(text: str) -> object:
    try:
        return yaml.safe_load(text)
    except (yaml.YAMLError, ValueError) as broken:
        raise BadInput("The household is neither JSON nor YAML.") from broken


def _text(file: Path | None) -> str:
    if file is None:
        return sys.stdin.read()
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise BadInput(f"{file} can not be read. Name a file with a household.") from problem


def _lines(file: Path | None) -> Iterator[str]:
    source = sys.stdin if file is None else iter(_text(file).splitlines())
    yield from (line for line in source if line.strip())


def _show(result: dict[str, Any]) -> None:
    """Print the comparison for a reader."""
    for title, key in (
        ("Out of work, a month", "out_of_work"),
        ("In this job, a month", "in_work"),
    ):
        console.print(title, style="bold")
        for name, amount in result[key].items():
            label = name.removesuffix("_month").replace("_", " ").capitalize()
            console.print(f"  {label:<24}{amount:>12,.2f}", highlight=False)
    console.print(f"Difference: {result['better_off_month']:+,.2f} pounds a month", style="bold")
    for title, key in (("This takes for granted", "assumptions"), ("Left out", "not_included")):
        console.print(f"\n{title}:", style="bold")
        for line in result[key]:
            console.print(f"- {line}", soft_wrap=True, markup=False, highlight=False)
