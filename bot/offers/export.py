"""An offer on paper and in a spreadsheet, for key workers."""

from __future__ import annotations

import csv
import io
import json
from functools import lru_cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from bot.errors import NationMatters
from bot.facts import FactStore
from bot.facts.words import date_in_words
from bot.offers.advice import first_month, make_better, refusing
from bot.offers.assess import Assessment
from bot.offers.bar import BarView, rule_words
from bot.offers.card import dimension_words, level_words
from bot.offers.explain import understood_words
from bot.offers.model import SCORING, load_model
from bot.offers.score import Withheld
from bot.situation import NATION_NAMES

STATUS = {
    "clear": "on the words given",
    "depends": "it depends",
    "not_a_breach": "not against the law",
}
WITHHELD: dict[Withheld, str] = {
    "legal_alert": "no range while a legal point is open.",
    "low_coverage": "no range, too little is known.",
    "few_dimensions": "no range, too few parts are known.",
}
ALL_OF_THEM = "all the anchors"  # said of a measure that every standard has
NOTHING_FOUND = "No pay, hours or contract was found in the words."
MET = {"met": "yes", "not_met": "no", "not_known_yet": "not known yet: something to ask"}
FORMULA = ("=", "+", "-", "@", "\t", "\r")
COLUMNS = ("dimension", "measure", "name", "state", "level_low", "level_high", "words", "evidence",
           "standard", "question")  # fmt: skip


def to_html(assessment: Assessment, store: FactStore, bar: BarView | None = None) -> str:
    """Return a one-page sheet to print or save as PDF. Whatever was typed is escaped."""
    score = assessment.score
    rows: list[dict[str, Any]] = []
    overall = ""
    if score:
        for info in load_model().dimensions:
            if info.id in score.dimensions:
                span = score.dimensions[info.id]
                rows.append(
                    {
                        "name": info.name,
                        "words": dimension_words(assessment, info.id),
                        "low": round(float(span.low), 1),
                        "high": round(float(span.high), 1),
                        "coverage": round(span.coverage * 100),
                    }
                )
        overall = (
            f"{float(score.overall.low):.1f} to {float(score.overall.high):.1f} of ten."
            if score.overall
            else WITHHELD[score.withheld[0]]
        )
    nation = assessment.situation.nation
    return _template().render(
        on=date_in_words(assessment.situation.on),
        nation=NATION_NAMES[nation] if nation else "",
        understood=" ".join(understood_words(assessment.offer)) or NOTHING_FOUND,
        law=assessment.law,
        status=STATUS,
        fit=assessment.fit,
        rows=rows,
        overall=overall,
        coverage=round(score.coverage * 100) if score else 0,
        bar=_bar(bar, assessment) if bar else None,
        ask=assessment.ask,
        asks=make_better(assessment) if score else (),
        month=first_month(assessment) if score else (),
        refusing=refusing(assessment, store).text,
        standards=_standards(assessment),
        facts=_facts(assessment, store),
    )


def _bar(bar: BarView, assessment: Assessment) -> dict[str, Any]:
    """Return the organisation's view in words."""
    model = load_model()
    titles = {alert.rule: alert.title for alert in assessment.law}
    return {
        "name": bar.bar,
        "answer": MET[bar.answer],
        "must": [(rule_words(rule), MET[answer]) for rule, answer in bar.must.items()],
        "blocking": [titles[code] for code in bar.blocking_alerts],
        "speak": [model.measure(name).name for name in bar.speak_to_employer_about],
        "ask_first": [model.measure(name).ask for name in bar.ask_first],
    }


def _standards(assessment: Assessment) -> list[str]:
    """Return the standards behind the measures that something is known of, each once."""
    weighed = assessment.score.weighed if assessment.score else ()
    anchors = (w.measure.anchor for w in weighed if w.levels is not None)
    parts = (part.strip() for anchor in anchors for part in anchor.split(";"))
    return list(dict.fromkeys(part for part in parts if part and part != ALL_OF_THEM))


def _facts(assessment: Assessment, store: FactStore) -> list[dict[str, str]]:
    """Return the official pages behind the sheet's law, each with the day of the last look."""
    on, nation = assessment.situation.on, assessment.situation.nation
    pages: dict[str, dict[str, str]] = {}
    for name in dict.fromkeys(name for alert in assessment.law for name in alert.fact_ids):
        try:
            fact = store.find(name, on, nation)
        except NationMatters:  # the sheet says no more than it knows of the place
            continue
        if fact and fact.official:
            page = {"page": fact.official.title, "url": fact.official.url or ""}
            page["checked"] = date_in_words(fact.checked_on)
            pages.setdefault(page["page"], page)
    return list(pages.values())


def to_csv(assessment: Assessment) -> str:
    """Return one line a measure. No cell can be read as a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for w in assessment.score.weighed if assessment.score else ():
        levels = w.levels or ("", "")
        evidence = "; ".join(f.quote for f in w.findings if f.quote)
        measure = w.measure
        row = (measure.dimension, measure.id, measure.name, w.state, *levels, level_words(w),
               evidence, measure.anchor, measure.ask)  # fmt: skip
        writer.writerow([_cell(value) for value in row])
    return out.getvalue()


def to_json(assessment: Assessment, bar: BarView | None = None) -> str:
    """Return the assessment as JSON, with the organisation's view where there is one."""
    content = assessment.as_dict()
    if bar:
        content["bar"] = bar.as_dict()
    return json.dumps(content, ensure_ascii=False, indent=2)


def _cell(value: object) -> str:
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(SCORING), autoescape=True, undefined=StrictUndefined
    )
    return environment.get_template("sheet.html.j2")
