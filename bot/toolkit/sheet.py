"""The answers as a sheet to print, or to save as PDF from the browser."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

from jinja2 import Template

from bot.facts.words import date_in_words
from bot.organisation import load_organisation
from bot.printing import html_templates
from bot.toolkit.content import Toolkit
from bot.toolkit.report import Data


def to_html(data: Data, path: str, toolkit: Toolkit) -> str:
    """Return the sheet.

    Args:
        data: as `report` makes it.
        path: where the sheet is on this server, for the links to its table.
    """
    say, sharing = toolkit.say["sheet"], toolkit.sharing
    return _template().render(
        data=data,
        say=say,
        path=path,
        on=say["as_of"].format(on=date_in_words(date.fromisoformat(data["on"]))),
        organisation=load_organisation().name,
        few_staff=say["few_staff"].format(
            least=sharing["least_staff"], count=data.get("colleagues", 0)
        ),
        few_users=say["few_users"].format(batch=sharing["batch_of_users"]),
        roles=toolkit.say["roles"],
    )


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = html_templates(Path(__file__).parent / "templates").overlay(lstrip_blocks=True)
    return environment.get_template("sheet.html")
