"""`goodwork facts` and `goodwork check`: what the guide knows, and whether it is in order."""

from __future__ import annotations

import json
from datetime import date as Date
from pathlib import Path

import typer
from rich.console import Console

from bot.errors import BadInput
from bot.situation import NATIONS

console = Console()


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("facts")(facts)
    app.command("check")(check)


def facts(
    on: str | None = typer.Option(None, help="The day, as 2026-11-22; today if none."),
    nation: str | None = typer.Option(None, help="england, wales, scotland, northern_ireland"),
    due: bool = typer.Option(False, help="Only facts whose review date has passed."),
    as_json: bool = typer.Option(False, "--json", help="Print a JSON list."),
    report: Path | None = typer.Option(
        None, help="Write a page with every sentence told on the day, its facts and sources."
    ),
    date: str | None = typer.Option(None, "--date", help="The same as --on."),
) -> None:
    """Print the facts in force on a day, or those due for review; or the fact-check report."""
    on = on or date
    if report is not None:
        from bot.factcheck import to_html

        report.write_text(to_html(_day(on)), encoding="utf-8")
        console.print(f"Written: {report}", markup=False)
        return
    from bot.facts import load_facts
    from bot.facts.report import print_table, rows

    if nation is not None and nation not in NATIONS:
        raise BadInput(f"“{nation}” is no nation. Write one of {', '.join(NATIONS)}.")
    found = rows(load_facts(), _day(on), nation, due)
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        print_table(found, console)


def check(
    on: str | None = typer.Option(None, help="Render the texts for this day; today if none."),
) -> None:
    """Check every data file, every reference between them, and the wording."""
    from bot.checks import run_checks

    found = run_checks(_day(on))
    for name, problems in found.items():
        console.print(f"[{'red' if problems else 'green'}]{len(problems):4}[/]  {name}")
        for problem in problems:
            console.print(f"      {problem}", markup=False, highlight=False, soft_wrap=True)
    if any(found.values()):
        raise typer.Exit(1)


def _day(on: str | None) -> Date:
    try:
        return Date.fromisoformat(on) if on else Date.today()
    except ValueError as wrong:
        raise BadInput(f"“{on}” is no date. Write it as 2026-11-22.") from wrong
