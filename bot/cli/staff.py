"""`goodwork staff`: who may sign in at the staff page."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import typer
from rich.console import Console

from bot.settings import Settings

if TYPE_CHECKING:
    from bot.handover.accounts import Accounts

console = Console()
accounts = typer.Typer(help="Key workers who may sign in at /staff.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(accounts, name="staff")


@accounts.command("add")
def add(name: str) -> None:
    """Add a key worker, or set a new password; asked for, or from GOODWORK_STAFF_PASSWORD."""
    password = os.environ.get("GOODWORK_STAFF_PASSWORD") or typer.prompt(
        "Password (12 characters or more)", hide_input=True, confirmation_prompt=True
    )
    _accounts().add(name, password)
    console.print(f"{name} can sign in at /staff.", highlight=False)


@accounts.command("remove")
def remove(name: str) -> None:
    """Take a key worker's account away; their sessions end at once."""
    gone = _accounts().remove(name)
    console.print(f"{name} is removed." if gone else f"There is no {name}.", highlight=False)


@accounts.command("list")
def show() -> None:
    """Print who may sign in."""
    for name in _accounts().names():
        console.print(name, highlight=False)


def _accounts() -> Accounts:
    from bot.handover.accounts import Accounts  # late: other commands need no database
    from bot.store.conversations import open_engine

    return Accounts(open_engine(Settings.from_environment().database_url))
