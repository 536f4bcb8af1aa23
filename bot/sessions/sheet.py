"""A plan as a sheet to print, or to save as PDF from the browser."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from jinja2 import Template

from bot.barriers.tell import facts_of
from bot.facts import FactStore, caveat_for
from bot.facts.words import date_in_words
from bot.organisation import load_organisation
from bot.printing import html_templates
from bot.sessions.content import filled
from bot.sessions.plans import Plan, load_shared, minutes
from bot.situation import NATION_NAMES, Situation


def to_html(plan: Plan, situation: Situation, store: FactStore) -> str:
    """Return the sheet for a day and a nation."""
    content = filled(plan, situation, store)
    said = (*content.figures, *content.helps, *content.upset)
    told = facts_of(dict.fromkeys(f for one in said for f in one.facts), situation, store)
    sources = {(s.title, s.url): s for fact in told for s in fact.sources}
    return _template().render(
        plan=plan,
        shared=load_shared(),
        content=content,
        minutes=minutes(),
        on=date_in_words(situation.on),
        nation=NATION_NAMES[situation.nation] if situation.nation else None,
        organisation=load_organisation().name,
        sources=list(sources.values()),
        caveat=caveat_for(told, situation.on),
    )


@lru_cache(maxsize=1)
def _template() -> Template:
    return html_templates(Path(__file__).parent / "templates").get_template("sheet.html")
