"""Hold an offer against the law: alerts, apart from the score and never netted off.

The words, nations and facts of each case are data (`data/scoring/alerts.yml`). This file decides
only whether a case holds, and does the arithmetic that is shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any, Literal

import attrs

from bot.errors import ContentError, FactError
from bot.facts import FactStore, fill
from bot.offers.minimum_wage import WageCheck, check, minutes_that_fit
from bot.offers.model import SCORING, load_model, read_yaml
from bot.offers.offer import Offer
from bot.offers.pay import number, usual_hours, week_hours
from bot.offers.rates import bands_in_words
from bot.situation import Nation, Situation

_MOST_ASKS = 3

AlertStatus = Literal["clear", "depends", "not_a_breach"]


@attrs.frozen
class LegalAlert:
    """Something in an offer that the law speaks about.

    Attributes:
        rule: its code, L01 to L22.
        case: which case of the rule, for instance `unpaid_trial`.
        status: clear on the words given, depends on a fact, or lawful though it may seem unfair.
        why: plain words, with the arithmetic.
        fact_ids: the dated facts that it rests on.
        source: where the first of them that names a source was read.
        next_step: one thing to do.
        what_would_change_it: the facts that could turn it round.
        measures: the measures of the score that it bears on.
        safety: a scam or exploitation; answered first, and nothing is scored.
    """

    rule: str
    case: str
    status: AlertStatus
    title: str
    why: str
    next_step: str
    what_would_change_it: str
    fact_ids: tuple[str, ...]
    source: str
    measures: tuple[str, ...] = ()
    safety: bool = False

    def as_dict(self) -> dict[str, Any]:
        """Return the alert as plain data, ready for JSON."""
        plain = attrs.asdict(self)
        return {key: list(v) if isinstance(v, tuple) else v for key, v in plain.items()}


@attrs.frozen
class Seen:
    """What the conditions look at."""

    offer: Offer
    situation: Situation
    store: FactStore
    wage: WageCheck
    signs: frozenset[str] = frozenset()

    def flag(self, name: str) -> bool:
        """Say if the offer has a red flag or one of its wordings was recognised as this sign."""
        return name in self.offer.red_flags or name in self.signs


def alerts(
    offer: Offer,
    situation: Situation,
    store: FactStore,
    signs: Collection[str] = (),
    wage: WageCheck | None = None,
) -> tuple[LegalAlert, ...]:
    """Return what the law says about an offer on its date, safety first, then by certainty.

    A case whose facts are not known for the date or the nation is left out: the guide does not
    guess what the law was. Where the nation is not known, the law of Great Britain is told and
    named so.

    Args:
        signs: names of wordings that were recognised (`data/scoring/signs.yml`).
        wage: the minimum-wage check, where it was made already.
    """
    wage = wage or check(offer, situation, store)
    seen = Seen(offer, situation, store, wage, frozenset(signs))
    found = []
    for case in _cases()["cases"]:
        if not _here(case["nations"], situation.nation):
            continue
        sums = _holds(case["when"], seen)
        if sums is not None:
            alert = _alert(case, sums, seen)
            if alert:
                found.append(alert)
    order = {"clear": 0, "depends": 1, "not_a_breach": 2}
    return tuple(sorted(found, key=lambda a: (not a.safety, order[a.status], a.rule)))


def asks_of_the_law(found: Iterable[LegalAlert]) -> list[str]:
    """Return what the alerts would have a person ask the employer, each once, a sentence each."""
    steps = (re.split(r"(?<=[.?]) ", alert.next_step)[0] for alert in found)
    asks = dict.fromkeys(step for step in steps if step.startswith(("Ask ", "You could say")))
    return list(asks)[:_MOST_ASKS]


def _here(nations: str, nation: Nation | None) -> bool:
    if nations == "everywhere":
        return True
    return (nations == "northern_ireland") == (nation == "northern_ireland")


def _holds(when: str, seen: Seen) -> str | None:
    """Return the arithmetic of a case that holds (perhaps empty), or None."""
    if when.startswith("sign."):
        return "" if when.removeprefix("sign.") in seen.signs else None
    condition = CONDITIONS.get(when)
    if condition is None:
        return "" if seen.flag(when) else None
    return condition(seen)


def _alert(case: Mapping[str, Any], sums: str, seen: Seen) -> LegalAlert | None:
    nation = seen.situation.nation
    on, store = seen.situation.on, seen.store
    used: dict[str, None] = dict.fromkeys(case["facts"])
    try:
        rests_on = [store.get(name, on, nation or "england") for name in case["facts"]]
        texts = []
        for key in ("why", "next_step", "changes"):
            filled = fill(_named(case[key], nation), store, on, nation or "england")
            used.update(dict.fromkeys(filled.facts))
            texts.append(filled.text.replace(SUMS, sums).replace("  ", " ").strip())
    except FactError:
        return None
    if seen.wage.rates and case["code"] in ("L01", "L02", "L03"):
        rates = seen.wage.rates
        told = [fact for fact, _ in rates.bands] or [rates.strict]
        used.update(dict.fromkeys(fact.id for fact in told))
    why = texts[0]
    source = next((fact.source for fact in rests_on if fact.source), "")
    if nation is None and case["nations"] == "great_britain":
        why = f"In England, Wales and Scotland: {why[0].lower()}{why[1:]}"
    return LegalAlert(
        rule=case["code"],
        case=case["case"],
        status=case["status"],
        title=case["title"],
        why=why,
        next_step=texts[1],
        what_would_change_it=texts[2],
        fact_ids=tuple(used),
        source=source,
        measures=tuple(case.get("measures", ())),
        safety=bool(case.get("safety", False)),
    )


SUMS = "\x00sums\x00"


def _named(text: str, nation: Nation | None) -> str:
    """Put in the helpline of the nation, and a mark where the arithmetic goes."""
    here = "northern_ireland" if nation == "northern_ireland" else "great_britain"
    adviser: str = _cases()["advisers"][here]
    capital = adviser[0].upper() + adviser[1:]
    text = text.replace("{adviser:cap}", capital).replace("{adviser}", adviser)
    return text.replace("{sums}", SUMS)


@lru_cache(maxsize=1)
def _cases() -> dict[str, Any]:
    path = SCORING / "alerts.yml"
    content: dict[str, Any] = read_yaml(path)
    for case in content["cases"]:
        missing = {"code", "case", "when", "nations", "status", "title", "why", "next_step",
                   "changes", "facts"} - case.keys()  # fmt: skip
        if missing:
            raise ContentError(f"{path}, case {case.get('case', '?')}: {sorted(missing)} missing.")
    return content


def _wage_case(verdict: str, cause: str | None = None) -> Callable[[Seen], str | None]:
    def holds(seen: Seen) -> str | None:
        wage = seen.wage
        if wage.verdict != verdict or (cause and wage.cause != cause):
            return None
        return " ".join((*wage.sums, _against(wage)))

    return holds


def _against(wage: WageCheck) -> str:
    if wage.rates is None:
        return ""
    return bands_in_words(wage.rates) or f"The minimum is {wage.rates.strict.words} an hour."


def _unpaid_time_may_be_below(seen: Seen) -> str | None:
    wage, rates = seen.wage, seen.wage.rates
    unsized = seen.flag("unpaid_travel_between_jobs") and not seen.offer.unpaid_time
    by_hours = wage.cause == "unpaid_time" and wage.verdict in _OPEN
    if by_hours and not unsized:
        return " ".join((*wage.sums, _against(wage)))
    if not unsized or wage.verdict == "below":
        return None
    return minutes_that_fit(seen.offer, rates) if rates else ""


_OPEN = ("depends_on_age", "depends_on_hours", "depends_on_status")


def _costs_may_be_below(seen: Seen) -> str | None:
    wage = seen.wage
    if wage.cause == "costs" and wage.verdict in _OPEN:
        return " ".join((*wage.sums, _against(wage)))
    if wage.verdict == "below" and wage.cause == "costs":
        return None
    told = any(seen.flag(f) for f in ("pay_for_uniform_or_kit", "pay_for_check"))
    return "" if told else None


def _no_break(seen: Seen, *, shift_known: bool) -> str | None:
    offer = seen.offer
    if shift_known != bool(offer.shift_hours):
        return None
    none = seen.flag("no_breaks") or offer.breaks == "none"
    if not offer.shift_hours:
        return "" if none else None
    try:
        least = seen.store.get("rest.break", seen.situation.on, seen.situation.nation or "england")
        over = seen.store.get("rest.break.after", seen.situation.on, "england")
    except FactError:
        return None
    minutes = 0 if none else offer.break_minutes
    short = minutes is not None and minutes < Decimal(str(least.value))
    return "" if short and offer.shift_hours > Decimal(str(over.value)) else None


def _over_hours(seen: Seen, fact_id: str) -> str | None:
    most = week_hours(usual_hours(seen.offer))[1]
    try:
        limit = seen.store.get(fact_id, seen.situation.on, seen.situation.nation or "england")
    except FactError:
        return None
    figures = limit.value if isinstance(limit.value, tuple) else (limit.value,)
    if most is not None and most + _unpaid(seen) > Decimal(str(figures[-1])):
        return f"The hours come to {number(most + _unpaid(seen))} a week."
    return None


def _unpaid(seen: Seen) -> Decimal:
    return sum((time.hours_per_week for time in seen.offer.unpaid_time), Decimal(0))


def _over_48(seen: Seen) -> str | None:
    if seen.situation.age is not None and _young(seen):
        return None
    sums = _over_hours(seen, "hours.weekly_max")
    return sums if sums is not None else ("" if seen.flag("over_48_hours") else None)


def _young(seen: Seen) -> bool:
    age = seen.situation.age
    return age is not None and age < int(load_model().settings["law"]["adult_age"])


def _exclusivity(seen: Seen, *, zero_hours: bool) -> str | None:
    none_set = "zero_hours" in seen.offer.contract or "casual_bank" in seen.offer.contract
    return "" if seen.flag("exclusivity") and none_set == zero_hours else None


def _too_little_holiday(seen: Seen) -> str | None:
    offer = seen.offer
    days_a_week = load_model().settings["levels"]["days_in_week"]
    full = "full_time" in offer.patterns and "part_time" not in offer.patterns
    if offer.holiday_days is None or not full or offer.bank_holidays_extra:
        return None
    try:
        weeks = Decimal(str(seen.store.get("holiday.weeks", seen.situation.on).value))
    except FactError:
        return None
    if offer.bank_holidays_extra is None:
        # Bank holidays may well come on top, as in "20 days plus"; only fewer weeks than even
        # those could fill is worth a question.
        weeks -= Decimal(load_model().settings["law"]["bank_holiday_days"]) / days_a_week
    if offer.holiday_days >= weeks * days_a_week:
        return None
    return f"{number(offer.holiday_days)} days at {days_a_week} days a week is less."


def _when(test: Callable[[Seen], bool]) -> Callable[[Seen], str | None]:
    return lambda seen: "" if test(seen) else None


CONDITIONS: Mapping[str, Callable[[Seen], str | None]] = {
    "pay_below_minimum": _wage_case("below", "rate"),
    "pay_depends_on_age": _wage_case("depends_on_age", "rate"),
    "pay_depends_on_hours": _wage_case("depends_on_hours", "rate"),
    "pay_depends_on_status": _wage_case("depends_on_status", "rate"),
    "unpaid_time_below_minimum": _wage_case("below", "unpaid_time"),
    "unpaid_time_may_be_below": _unpaid_time_may_be_below,
    "costs_below_minimum": _wage_case("below", "costs"),
    "costs_may_be_below": _costs_may_be_below,
    "tips_only_topup": _when(lambda seen: bool(seen.offer.tips_only_topup)),
    "no_written_terms": _when(
        lambda seen: seen.flag("no_written_terms") or seen.offer.written_terms is False
    ),
    "no_sick_pay": _when(
        lambda seen: seen.flag("no_sick_pay_claimed") or seen.offer.sick_pay == "none"
    ),
    "too_little_holiday": _too_little_holiday,
    "no_break": lambda seen: _no_break(seen, shift_known=True),
    "no_break_shift_not_known": lambda seen: _no_break(seen, shift_known=False),
    "over_48_hours": _over_48,
    "exclusivity_zero_hours": lambda seen: _exclusivity(seen, zero_hours=True),
    "exclusivity_with_hours": lambda seen: _exclusivity(seen, zero_hours=False),
    "unpaid_trial": _when(
        lambda seen: seen.flag("unpaid_trial") or "unpaid_trial" in seen.offer.mentions
    ),
    "agency_fee": _when(lambda seen: seen.flag("fee_for_job") and "agency" in seen.offer.contract),
    "umbrella": _when(lambda seen: seen.offer.umbrella),
    "scam": _when(
        lambda seen: (
            bool(seen.offer.scam_signs)
            or (seen.flag("fee_for_job") and "agency" not in seen.offer.contract)
        )
    ),
    "exploitation": _when(
        lambda seen: bool(seen.offer.exploitation_signs) or seen.flag("passport_kept")
    ),
    "under_18_hours": lambda seen: _over_hours(seen, "hours.under18_max") if _young(seen) else None,
    "under_18_nights": _when(lambda seen: _young(seen) and "nights" in seen.offer.patterns),
}
