"""An offer on paper and in a spreadsheet, for key workers."""

from __future__ import annotations

import csv
import io
import json
from functools import lru_cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from bot.facts import FactStore
from bot.facts.words import date_in_words
from bot.offers.advice import first_month, make_better, refusing
from bot.offers.assess import Assessment
from bot.offers.bar import BarView
from bot.offers.card import dimension_words, level_words
from bot.offers.explain import understood
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
        understood=understood(assessment.offer).text,
        law=assessment.law,
        status=STATUS,
        fit=assessment.fit,
        rows=rows,
        overall=overall,
        coverage=round(score.coverage * 100) if score else 0,
        bar=bar,
        ask=assessment.ask,
        asks=make_better(assessment) if score else (),
        month=first_month(assessment) if score else (),
        refusing=refusing(assessment, store).text,
    )


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
