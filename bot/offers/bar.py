"""An organisation's bar: its own view of offers, for key workers only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal

import attrs

from bot.errors import BadInput
from bot.offers import thresholds
from bot.offers.law import LegalAlert
from bot.offers.model import SCORING, TOP_LEVEL, load_model, read_yaml
from bot.offers.offer import Offer
from bot.offers.score import Score, Weighed

Met = Literal["met", "not_met", "not_known_yet"]
RULE = re.compile(r"^(?P<measure>[A-Z]\d|any)(?P<sign>>=|<)(?P<level>[0-3])$")


@attrs.frozen
class Bar:
    """Thresholds as an organisation sets them.

    Attributes:
        must: rules such as `P1>=2` (a measure and its level) or `guaranteed_hours>=16` (a figure
            of the organisation's own), each of which holds, does not, or is not known yet.
        ask_first: measures whose questions come first for the key worker.
        alerts_block_referral: codes of legal alerts, or `all`.
        engage_employer_below: rules such as `T1<1`, where to speak to the employer.
        set_by, set_on: who set it and when, for the record.
    """

    name: str
    must: tuple[str, ...] = ()
    ask_first: tuple[str, ...] = ()
    alerts_block_referral: tuple[str, ...] | Literal["all"] = ()
    engage_employer_below: tuple[str, ...] = ()
    set_by: str = ""
    set_on: str = ""


@attrs.frozen
class BarView:
    """How an offer stands to a bar. It changes no level and hides no job."""

    bar: str
    must: Mapping[str, Met]
    blocking_alerts: tuple[str, ...]
    speak_to_employer_about: tuple[str, ...]
    ask_first: tuple[str, ...]

    @property
    def answer(self) -> Met:
        """The whole: not met if one is not, not known while one is open, otherwise met."""
        answers = set(self.must.values())
        if "not_met" in answers:
            return "not_met"
        return "not_known_yet" if "not_known_yet" in answers else "met"

    def as_dict(self) -> dict[str, Any]:
        """Return the view as plain data, ready for JSON."""
        return {**attrs.asdict(self), "must": dict(self.must), "answer": self.answer}


def load_bar(name: str, path: Path = SCORING / "bars.yml") -> Bar:
    """Return a bar by name: restrictive, middle, expansive, or one that was added to the file.

    Raises:
        BadInput: no bar has this name, or one of its rules can not be read.
    """
    bars: dict[str, dict[str, Any]] = read_yaml(path)
    if name not in bars:
        raise BadInput(f"There is no bar '{name}'. {path.name} has {', '.join(bars)}.")
    return bar_from(name, bars[name])


def bar_from(name: str, raw: Mapping[str, Any]) -> Bar:
    """Read an organisation's own bar.

    Raises:
        BadInput: a rule can not be read; says how to write one.
    """
    values: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in raw.items()}
    try:
        bar = Bar(name, **values)
    except TypeError as error:
        raise BadInput(f"The bar '{name}' can not be read: {error}.") from error
    figures = [rule for rule in bar.must if thresholds.reads(rule)]
    for rule in (*bar.must, *bar.engage_employer_below):
        if rule not in figures:
            _parts(rule)
    return bar


def view(
    bar: Bar, score: Score, alerts: Iterable[LegalAlert], offer: Offer | None = None
) -> BarView:
    """Hold an offer beside a bar. Without the offer, rules in figures are not known yet."""
    codes = dict.fromkeys(alert.rule for alert in alerts if alert.status != "not_a_breach")
    blocks = bar.alerts_block_referral
    return BarView(
        bar=bar.name,
        must={
            rule: _reached(rule, offer) if thresholds.reads(rule) else _met(rule, score)
            for rule in bar.must
        },
        blocking_alerts=tuple(code for code in codes if blocks == "all" or code in blocks),
        speak_to_employer_about=tuple(_below(bar.engage_employer_below, score)),
        ask_first=bar.ask_first,
    )


def rule_words(rule: str) -> str:
    """Write a rule in words: the measure, and the level it has to reach.

    Raises:
        BadInput: the rule can not be read.
    """
    if thresholds.reads(rule):
        return thresholds.words(rule)
    measure_id, sign, level = _parts(rule)
    limit = "at least" if sign == ">=" else "below"
    if measure_id == "any":
        return f"Any part: {limit} level {level}"
    measure = load_model().measure(measure_id)
    words = measure.levels.get(level, "")
    return f"{measure.name}: {limit} level {level}" + (f" ({words.rstrip('.')})" if words else "")


def cost(bar: Bar, offers: Iterable[tuple[Score, Iterable[LegalAlert]]]) -> str:
    """Say what a bar means for offers already seen: the trade-off of a higher bar."""
    answers = [view(bar, score, alerts).answer for score, alerts in offers]
    met, open_ = answers.count("met"), answers.count("not_known_yet")
    return f"With this bar, {met} of {len(answers)} offers meet it, {open_} are not known yet."


def _parts(rule: str) -> tuple[str, str, int]:
    match = RULE.match(rule)
    if match is None:
        raise BadInput(
            f"The rule '{rule}' can not be read. Write it like P1>=2 or T1<1, or for `must` like "
            f"guaranteed_hours>=16 (known are {', '.join(thresholds.KNOWN)})."
        )
    if match["measure"] != "any":
        load_model().measure(match["measure"])
    return match["measure"], match["sign"], int(match["level"])


def _reached(rule: str, offer: Offer | None) -> Met:
    reached = None if offer is None else thresholds.meets(rule, offer)
    if reached is None:
        return "not_known_yet"
    return "met" if reached else "not_met"


def _met(rule: str, score: Score) -> Met:
    measure, sign, level = _parts(rule)
    weighed = score.of(measure)
    if weighed.state == "not_applicable":
        return "met"
    low, high = weighed.low * TOP_LEVEL, weighed.high * TOP_LEVEL
    if sign == ">=":
        if low >= level and weighed.state != "unknown":
            return "met"
        return "not_met" if high < level else "not_known_yet"
    if high < level and weighed.state != "unknown":
        return "met"
    return "not_met" if low >= level else "not_known_yet"


def _below(rules: Iterable[str], score: Score) -> list[str]:
    found: dict[str, None] = {}
    for rule in rules:
        measure, _, level = _parts(rule)
        rows: Iterable[Weighed] = score.weighed if measure == "any" else (score.of(measure),)
        for weighed in rows:
            if weighed.levels is not None and weighed.levels[1] < level:
                found[weighed.measure.id] = None
    return list(found)
