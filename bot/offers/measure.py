"""How well offers are understood: precision and recall per field on labelled descriptions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

import attrs

from bot.offers.extract import extract
from bot.offers.offer import Offer

_SETS = {
    "contract": "contract",
    "patterns": "patterns",
    "mentions": "mentions",
    "flags": "red_flags",
}
_VALUES = {"holiday": "holiday_days", "notice": "shift_notice_days", "breaks": "breaks"}


@attrs.define
class Counts:
    """Hits, false finds and misses of one field."""

    hit: int = 0
    false: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.hit / (self.hit + self.false) if self.hit + self.false else 1.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found."""
        return self.hit / (self.hit + self.missed) if self.hit + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@attrs.define
class Report:
    """The figures of one labelled set, and each case that was read wrongly."""

    cases: int
    fields: dict[str, Counts]
    wrong: list[tuple[str, str, Any, Any]]

    def as_data(self) -> dict[str, Any]:
        """For metrics: cases, and precision, recall and F1 per field, to three places."""
        return {
            "cases": self.cases,
            "fields": {
                name: {
                    "precision": round(c.precision, 3),
                    "recall": round(c.recall, 3),
                    "f1": round(c.f1, 3),
                    "n": c.hit + c.missed,
                }
                for name, c in sorted(self.fields.items())
            },
        }


def measure(cases: Iterable[Mapping[str, Any]]) -> Report:
    """Read every case and compare it with its labels.

    Args:
        cases: each with `text` and any of `pay` [min, max, period], `hours` [min, max],
            `contract`, `patterns`, `mentions`, `flags` (lists), `holiday`, `notice`, `breaks`,
            `guaranteed`, `unpaid` (hours a week). A label that a case lacks is not measured on it;
            `mentions` of a chat case are only what must be found.
    """
    report = Report(0, {}, [])
    for case in cases:
        report.cases += 1
        _compare(report, case, extract(str(case["text"])))
    return report


def _compare(report: Report, case: Mapping[str, Any], offer: Offer) -> None:
    name = str(case.get("id") or case["text"])[:90]
    for label, field in _SETS.items():
        if label in case:
            _sets(report, name, label, set(case[label]), set(getattr(offer, field)))
    for label, got in _read_values(offer).items():
        if label in case:
            _value(report, name, label, _plain(case[label]), got)


def _read_values(offer: Offer) -> dict[str, Any]:
    values: dict[str, Any] = {
        label: _plain(getattr(offer, field)) for label, field in _VALUES.items()
    }
    values["pay"] = _plain([offer.pay.amount_min, offer.pay.amount_max, offer.pay.period])
    if offer.pay.amount_min is None and offer.pay.amount_max is None:
        values["pay"] = [None, None, None]
    values["hours"] = _plain([offer.hours.week_min, offer.hours.week_max])
    values["guaranteed"] = offer.hours.guaranteed
    values["unpaid"] = _plain(sum((u.hours_per_week for u in offer.unpaid_time), Decimal(0)))
    return values


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(v) for v in value]
    return (
        round(float(value), 2)
        if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)
        else value
    )


def _sets(report: Report, name: str, field: str, want: set[str], got: set[str]) -> None:
    counts = report.fields.setdefault(field, Counts())
    counts.hit += len(want & got)
    counts.false += len(got - want)
    counts.missed += len(want - got)
    if want != got:
        report.wrong.append((name, field, sorted(want - got), sorted(got - want)))


def _value(report: Report, name: str, field: str, want: Any, got: Any) -> None:
    counts = report.fields.setdefault(field, Counts())
    nothing = (None, [None, None], [None, None, None], 0.0)
    if want == got:
        counts.hit += want not in nothing
        return
    counts.missed += want not in nothing
    counts.false += got not in nothing
    report.wrong.append((name, field, want, got))
