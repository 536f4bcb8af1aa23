"""`goodwork facts` and `goodwork check`: what the guide knows, and whether it is in order."""

from __future__ import annotations

import json
from datetime import date as Date
from typing import Optional

import typer
from rich.console import Console

from bot.errors import BadInput
from bot.situation import NATIONS

console = Console()


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("facts")(facts)


def facts(
    on: Optional[str] = typer.Option(None, help="The day, as 2026-11-22; today if none."),
    nation: Optional[str] = typer.Option(None, help="england, wales, scotland, northern_ireland"),
    due: bool = typer.Option(False, help="Only facts whose review date has passed."),
    as_json: bool = typer.Option(False, "--json", help="Print a JSON list."),
) -> None:
    """Print the facts in force on a day, or those due for review."""
    from bot.facts import load_facts
    from bot.facts.report import print_table, rows

    if nation is not None and nation not in NATIONS:
        raise BadInput(f"“{nation}” is no nation. Write one of {', '.join(NATIONS)}.")
    try:
        day = Date.fromisoformat(on) if on else Date.today()
    except ValueError as wrong:
        raise BadInput(f"“{on}” is no date. Write it as 2026-11-22.") from wrong
    found = rows(load_facts(), day, nation, due)  # type: ignore[arg-type]
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        print_table(found, console)
