"""`goodwork serve`, `goodwork train`, and the two processes that `serve` starts."""

from __future__ import annotations

import typer
from rich.console import Console

from bot.settings import Settings

console = Console()


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("serve")(serve)
    app.command("train")(train)
    app.command("assistant", hidden=True)(assistant)
    app.command("actions", hidden=True)(actions)


def serve() -> None:
    """Start the assistant and its actions, and print the address of the chat page."""
    from bot.engine.supervisor import serve as run

    raise typer.Exit(
        run(Settings.from_environment(), lambda line: console.print(line, soft_wrap=True))
    )


def train(
    if_needed: bool = typer.Option(False, help="Train only where data or settings changed."),
) -> None:
    """Train the model, measure it on held-out examples, and write models/ and metrics.json."""
    from bot.nlu import train as training

    models = Settings.from_environment().models
    if if_needed and not training.needs_training(models):
        console.print("The model is up to date.")
        return
    report = training.train(models, progress=lambda step: console.print(step, markup=False))
    console.print(report.summary(), markup=False)


def assistant() -> None:
    """The assistant process alone (started by `serve`)."""
    from bot.engine import assistant as process

    process.run(Settings.from_environment())


def actions() -> None:
    """The action process alone (started by `serve`)."""
    from bot.engine import action_server as process

    process.run(Settings.from_environment())
