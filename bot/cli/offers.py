"""`goodwork offer`: understand and weigh a described job offer."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date as Date
from pathlib import Path
from typing import Any

import typer
from rich.console import Console

from bot.errors import BadInput
from bot.situation import NATIONS, Situation

console = Console()


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("offer")(offer)


def offer(
    file: Path | None = typer.Argument(None, help="A file with the offer; standard input if none."),
    date: str | None = typer.Option(
        None, help="The day of the offer, as 2026-11-22; today if none."
    ),
    nation: str | None = typer.Option(None, help="england, wales, scotland, northern_ireland"),
    age: int | None = typer.Option(None, help="Age in years."),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object."),
    jsonl: bool = typer.Option(
        False,
        help='Read {"id", "text", "date", "nation", "age", "life"} one a line; one result a line.',
    ),
    life: str | None = typer.Option(
        None, help='What your life asks of a job, in words: "home by 3, no car, no weekends".'
    ),
    sheet: Path | None = typer.Option(None, help="Write a one-page sheet (HTML) for a key worker."),
    table: Path | None = typer.Option(None, "--csv", help="Write the measures as CSV."),
    bar: str | None = typer.Option(
        None, help="Hold it beside the organisation's bar: restrictive, middle, expansive, or own."
    ),
) -> None:
    """Extract and weigh a described offer: what is known, the law, the ranges, what to ask."""
    if jsonl:
        for line in _lines(file):
            asked = _object(line)
            result = _assess(
                asked["text"],
                asked.get("date"),
                asked.get("nation"),
                asked.get("age"),
                asked.get("life"),
            )
            print(
                json.dumps({"id": asked.get("id"), **result.as_dict()}, ensure_ascii=False),
                flush=True,
            )
        return
    text = file.read_text(encoding="utf-8") if file else sys.stdin.read()
    result = _assess(text, date, nation, age, life)
    beside = _beside(bar, result)
    if sheet or table:
        _export(result, beside, sheet, table)
        return
    if as_json:
        from bot.offers.export import to_json

        print(to_json(result, beside))
        return
    from bot.offers.explain import explain

    for reply in explain(result):
        console.print(reply.text, soft_wrap=True, markup=False)
        console.print()


def _assess(
    text: str, date: str | None, nation: str | None, age: int | None, life: str | None = None
) -> Any:
    from bot.facts import load_facts
    from bot.offers.assess import assess
    from bot.offers.life import life_in

    if nation is not None and nation not in NATIONS:
        raise BadInput(f"“{nation}” is no nation. Write one of {', '.join(NATIONS)}.")
    try:
        on = Date.fromisoformat(date) if date else Date.today()
    except ValueError as wrong:
        raise BadInput(f"“{date}” is no date. Write it as 2026-11-22.") from wrong
    asks = life_in(life) if life else None
    return assess(text, Situation(on=on, nation=nation, age=age), load_facts(), life=asks)


def _beside(bar: str | None, result: Any) -> Any:
    """Return the organisation's view of the offer, or None where no bar was named."""
    if bar is None or result.score is None:
        return None
    from bot.offers.bar import load_bar, view

    return view(load_bar(bar), result.score, result.law, result.offer)


def _export(result: Any, beside: Any, sheet: Path | None, table: Path | None) -> None:
    from bot.facts import load_facts
    from bot.offers.export import to_csv, to_html

    if sheet:
        sheet.write_text(to_html(result, load_facts(), beside), encoding="utf-8")
    if table:
        table.write_text(to_csv(result), encoding="utf-8")
    for written in filter(None, (sheet, table)):
        console.print(f"Written: {written}", markup=False)


def _lines(file: Path | None) -> Iterator[str]:
    with file.open(encoding="utf-8") if file else sys.stdin as source:
        yield from (line for line in source if line.strip())


def _object(line: str) -> dict[str, Any]:
    try:
        data = json.loads(line)
    except ValueError as broken:
        raise BadInput("Each line must be a JSON object with `id` and `text`.") from broken
    if not isinstance(data, dict) or not isinstance(data.get("text"), str):
        raise BadInput("Each line must be a JSON object with `id` and `text`.")
    return data
