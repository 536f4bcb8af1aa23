"""The `goodwork` command."""

from __future__ import annotations

import sys

import typer
from rich.console import Console

from bot.cli import content, money, offers, playing, rehearsal, talk
from bot.cli import serve as serving
from bot.cli import staff as key_workers
from bot.errors import GoodWorkError
from bot.logs import quiet_logs

app = typer.Typer(
    name="goodwork",
    help="The Good Work Guide: serve it, train it, talk to it, check what it says.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for module in (serving, key_workers, talk, offers, money, rehearsal, playing, content):
    module.add_to(app)


def main() -> None:
    """Run a command; problems that a person can mend are told in one line."""
    quiet_logs()
    try:
        app()
    except Exception as failed:
        problem = _ours(failed)
        if problem is None:
            raise
        Console(stderr=True).print(f"[bold red]Problem:[/] {problem}", highlight=False)
        sys.exit(1)


def _ours(failed: BaseException | None) -> GoodWorkError | None:
    """Return the error of ours behind a failure: Rasa wraps what its components raise."""
    while failed is not None and not isinstance(failed, GoodWorkError):
        failed = failed.__cause__
    return failed
