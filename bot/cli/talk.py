"""`goodwork converse` and `goodwork parse`: talk to the real model and the real actions."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Iterator
from typing import Any

import typer

from bot.settings import Settings


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("converse")(converse)
    app.command("parse")(parse)


def converse(
    date: str | None = typer.Option(None, help="The day to answer for, as 2026-11-22."),
    nation: str | None = typer.Option(None, help="england, wales, scotland, northern_ireland"),
    as_json: bool = typer.Option(False, "--json", help="One JSON object a message."),
) -> None:
    """Read one message a line and print the replies.

    `---` starts a new conversation; `\\n` inside a line is a line break in the message; a line that
    is a JSON object {"text", "date", "nation"} sets date and nation for the conversation.
    """
    from bot.engine.conversing import Conversing

    talk = Conversing(Settings.from_environment(), date, nation)
    asyncio.run(_converse(talk, as_json))


async def _converse(talk: Any, as_json: bool) -> None:
    for line in _lines():
        if line == "---":
            talk.start_new()
            continue
        text: str | None = line.replace("\\n", "\n")
        settings = _settings(line)
        if settings is not None:
            talk.set(settings.get("date"), settings.get("nation"))
            text = settings.get("text")
        if text is None:
            continue
        told = await talk.say(text)
        print(json.dumps(told, ensure_ascii=False) if as_json else _plain(told), flush=True)


def parse(as_json: bool = typer.Option(False, "--json", help="One JSON object a message.")) -> None:
    """Read one message a line and print what is understood, without a conversation."""
    from bot.engine.assistant import latest_model
    from bot.nlu.parse import parse_many

    texts = [line.replace("\\n", "\n") for line in _lines()]
    for parsed in parse_many(texts, latest_model(Settings.from_environment().models)):
        if as_json:
            print(json.dumps(parsed, ensure_ascii=False), flush=True)
        else:
            safety = f"  safety: {parsed['safety']}" if parsed["safety"] else ""
            print(f"{parsed['intent']} {parsed['confidence']:.2f}{safety}", flush=True)


def _lines() -> Iterator[str]:
    for line in sys.stdin:
        yield line.rstrip("\r\n")


def _settings(line: str) -> dict[str, Any] | None:
    """Return the object that the line holds, or None where it is a message."""
    if not line.startswith("{"):
        return None
    try:
        data = json.loads(line)
    except ValueError:
        return None
    known = isinstance(data, dict) and data and set(data) <= {"text", "date", "nation"}
    return data if known else None


def _plain(told: dict[str, Any]) -> str:
    lines = []
    for reply in told["replies"]:
        lines.append(reply["text"])
        lines += [f"  [{i}] {b['title']}" for i, b in enumerate(reply["buttons"], 1)]
    return "\n".join([*lines, ""])
