"""Reading a whole offer: every part is found in turn and put together."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import cast, get_args

import attrs

from bot.offers.extract.at_the_start import find_start
from bot.offers.extract.clock import Span, find_spans, find_starts
from bot.offers.extract.corrected import with_corrections
from bot.offers.extract.costs import Costs, find_costs
from bot.offers.extract.elsewhere import without_other_jobs
from bot.offers.extract.hours import find_hours
from bot.offers.extract.opposites import asked, not_taken_back, waived
from bot.offers.extract.pairs import find_pairs
from bot.offers.extract.pay import find_pay
from bot.offers.extract.person import find_age, is_past_first_year
from bot.offers.extract.phrases import Found, find, word_list
from bot.offers.extract.piecework import find_piece_time
from bot.offers.extract.share import IS_SHARE
from bot.offers.extract.shifts import Shape, find_shape
from bot.offers.extract.terms import (
    Said,
    breaks_of,
    find_break_minutes,
    find_holiday,
    find_leaving_notice,
    find_pension_percent,
    find_place,
    find_probation,
    find_shift_notice,
    sick_pay_of,
)
from bot.offers.extract.text import Plain, plain
from bot.offers.offer import Contract, Evidence, Hours, Mention, Offer, Pattern, Pay, RedFlag
from bot.offers.said import find_said

_LONGEST = 10_000
_WHOLE_WEEK = 7
_ELSEWHERE = (0, 0)  # worked out from another part, whose evidence stands for it


def extract(text: str, *, sideways: bool = True) -> Offer:
    """What an advert or a description of a job says, each part with the words it came from.

    Args:
        text: as typed or pasted; anything beyond 10,000 characters is not read.
        sideways: whether red flags are also sought by likeness, in short texts.
    """
    page = without_other_jobs(with_corrections(plain(text[:_LONGEST])))
    signs = _said(page, "signs")
    plainly = not_taken_back(page, find_pairs(page)) | _said(page, "red_flags")
    likely = not_taken_back(page, find_said(page.text)) if sideways else {}
    flags = {
        flag: where
        for flag, where in ({**likely, **plainly}).items()
        if not asked(page, where) and not waived(page, flag, where)
    }
    contract = _contracts(page)
    shape = find_shape(page)
    costs = find_costs(page, shape.shifts)
    pay, pay_evidence = find_pay(page, list(costs.spans))
    if "commission_only" not in plainly and pay.period not in {None, "piece"}:
        flags.pop("commission_only", None)  # a rate by time that is stated says more
    if "commission_only" in flags and pay.period != "piece":
        pay, pay_evidence = Pay(), []  # what is promised of commission is no rate
    if pay.period == "piece" and pay_evidence:
        words = plain(pay_evidence[0].text).text
        if takes := find_piece_time(page, words):
            pay = attrs.evolve(pay, piece_hours=takes.fewest)
            pay_evidence = [*pay_evidence, takes.evidence]
    minutes, minutes_evidence = find_break_minutes(page)
    breaks, breaks_said = breaks_of(signs, flags)
    guarantees = [
        Found(k.split(".")[1], *where) for k, where in signs.items() if k.startswith("guarantee.")
    ]
    hours, hours_evidence = find_hours(
        page,
        shape,
        minutes if breaks in {"unpaid", None} else 0,
        breaks is not None or minutes is not None,
        guarantees,
        tuple(contract),
    )
    if costs.paid_hours is not None:  # what is worked beyond them is not paid
        hours = attrs.evolve(hours, week_min=costs.paid_hours, week_max=costs.paid_hours)
    if "bogus_self_employment" not in flags and _looks_bogus(page, contract):
        flags["bogus_self_employment"] = contract["self_employed"]
    if "over_48_hours" not in flags and (_over_48(hours, costs) or _long_by_clock(hours, shape)):
        flags["over_48_hours"] = _ELSEWHERE
    own_business = "self_employed" in contract and "bogus_self_employment" not in flags
    if own_business and not _HIRED_FROM_THEM.search(page.text):
        flags.pop("pay_for_uniform_or_kit", None)  # their own tools are their own affair
        if _FREE.search(page.text):
            flags.pop("deductions", None)  # and so is the rent of their chair
    if costs.unpaid_time and (on_the_road := _BETWEEN_JOBS.search(page.text)):
        flags.setdefault("unpaid_travel_between_jobs", on_the_road.span())
    mentions = _mentions(page, flags)
    if "unpaid_trial" in mentions:
        flags["unpaid_trial"] = mentions["unpaid_trial"]
    if costs.deductions and "deductions" not in flags and not own_business:
        flags["deductions"] = _ELSEWHERE
    start = find_start(page, flags, pay, list(costs.spans))
    patterns = _patterns(page, hours, flags)
    sick, sick_said = sick_pay_of(signs, flags)
    holiday, bank_extra, holiday_evidence, limit = find_holiday(page)
    notice, notice_evidence = find_shift_notice(page)
    leaving, leaving_evidence = find_leaving_notice(page)
    probation, probation_evidence = find_probation(page)
    percent, percent_evidence = find_pension_percent(page)
    place, place_evidence = find_place(page)
    age, age_evidence = find_age(page)
    written = False if "no_written_terms" in flags else True if "written.yes" in signs else None
    phrases: list[Evidence] = []
    for field, said in (
        ("contract.", contract),
        ("patterns.", patterns),
        ("mentions.", mentions),
        ("red_flags.", flags),
        ("", breaks_said),
        ("", sick_said),
    ):
        phrases += [
            page.evidence(field + k, *where) for k, where in said.items() if where != _ELSEWHERE
        ]
    if hours_evidence and "over_48_hours" in flags and flags["over_48_hours"] == _ELSEWHERE:
        first = hours_evidence[0]
        phrases.append(Evidence("red_flags.over_48_hours", first.text, first.start, first.end))
    if "deductions" in flags and flags["deductions"] == _ELSEWHERE:
        phrases += [
            Evidence("red_flags.deductions", e.text, e.start, e.end)
            for e in costs.evidence
            if e.field == "deductions"
        ]
    hedged, hedge_evidence = _words(page, "hedges", "hedged")
    vague, vague_evidence = _words(page, "vague", "vague")
    if limit:
        hedged = (*hedged, holiday_evidence[0].text)
    return Offer(
        pay=pay,
        hours=hours,
        contract=cast("tuple[Contract, ...]", _ordered(contract, get_args(Contract))),
        patterns=cast("tuple[Pattern, ...]", _ordered(patterns, get_args(Pattern))),
        mentions=cast("tuple[Mention, ...]", _ordered(mentions, get_args(Mention))),
        red_flags=cast("tuple[RedFlag, ...]", _ordered(flags, get_args(RedFlag))),
        shift_hours=shape.shift_hours or _clock_hours(shape, breaks, minutes),
        clock_hours=shape.by_clock,
        shifts_per_week=shape.shifts,
        break_minutes=minutes,
        breaks=breaks,
        sick_pay=sick,
        written_terms=written,
        holiday_days=holiday,
        bank_holidays_extra=bank_extra,
        shift_notice_days=notice,
        probation_months=probation,
        notice_weeks=leaving,
        pension_percent=percent,
        unpaid_time=costs.unpaid_time,
        deductions=costs.deductions,
        unpaid_start=start.unpaid,
        start_costs=start.costs,
        accommodation_per_day=costs.accommodation_per_day,
        worker_age=age,
        past_first_year=is_past_first_year(page),
        tips_only_topup=True if "tips.topup" in signs else None,
        fixed_times=True if "times.fixed" in signs else None,
        cancelled_shifts_unpaid=True if "cancel.unpaid" in signs else None,
        place=place,
        umbrella="umbrella" in signs,
        scam_signs=_signs(signs, "scam."),
        exploitation_signs=_signs(signs, "exploitation."),
        vague=vague,
        hedged=hedged,
        evidence=tuple(
            pay_evidence
            + hours_evidence
            + phrases
            + list(shape.evidence)
            + list(costs.evidence)
            + list(start.evidence)
            + minutes_evidence
            + holiday_evidence
            + notice_evidence
            + leaving_evidence
            + probation_evidence
            + percent_evidence
            + place_evidence
            + age_evidence
            + hedge_evidence
            + vague_evidence
            + _sign_evidence(page, signs)
        ),
    )


def _clock_hours(shape: Shape, breaks: str | None, minutes: int | None) -> Decimal | None:
    """The length of a shift by the clock, where its breaks are known too.

    Without them the working time is not known: an hour off makes nine to six eight hours.
    """
    return shape.by_clock if breaks in {"none", "paid"} or minutes else None


def _said(page: Plain, name: str) -> Said:
    return {found.label: (found.start, found.end) for found in find(page, name)}


def _ordered(said: Said, order: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(label for label in order if label in said)


def _contracts(page: Plain) -> Said:
    said = _said(page, "contract")
    # NHS Professionals is a staff bank, whatever the advert calls it.
    if "casual_bank" in said and re.search(r"\bnhs professionals\b|\bnhsp\b", page.text):
        said.pop("agency", None)
    # Someone who works for themselves and has no set hours is not on a zero-hours contract.
    if "self_employed" in said and "zero hours contract" not in page.text:
        said.pop("zero_hours", None)
    return said


def _mentions(page: Plain, flags: Said) -> Said:
    said = _said(page, "mentions")
    for flag, mention in (
        ("no_sick_pay_claimed", "sick_pay"),
        ("pay_for_uniform_or_kit", "uniform_provided"),
        ("unpaid_training", "paid_training_or_qualification"),
    ):
        if flag in flags:
            said.pop(mention, None)
    if "dbs_paid_by_employer" in said:
        said.pop("dbs_paid_by_worker", None)
    return said


def _patterns(page: Plain, hours: Hours, flags: Said) -> Said:
    said = _said(page, "patterns")
    if {"nights", "evenings", "weekends"} & set(said):
        said.pop("days_only", None)
    if "hybrid" in said and "fully remote" not in page.text:
        said.pop("remote", None)
    if hours.week_max is not None and hours.week_max <= 30 and IS_SHARE.search(page.text):
        said.pop("full_time", None)  # "28,000 pro rata, full time is 37 hours"
    spans = list(find_spans(page))
    least = hours.week_min or Decimal(0)
    if least >= 35:
        said.setdefault("full_time", _ELSEWHERE)
    elif hours.week_max is not None and hours.week_max <= 30 and "full_time" not in said:
        said.setdefault("part_time", _ELSEWHERE)
    for span in spans:
        where = (span.start, span.end)
        if span.begins < 7 and span.begins >= 3 and span.ends <= 24:
            said.setdefault("early", where)
        if _is_night(span):
            said.setdefault("nights", where)
        elif _is_evening(span):
            said.setdefault("evenings", where)
    for begins, start, end in find_starts(page):
        if 3 <= begins < 7:
            said.setdefault("early", (start, end))
    unsocial = {"nights", "evenings", "early", "weekends", "rotating"} & set(said)
    if spans and not unsocial and all(s.begins >= 7 and s.ends <= Decimal("18.5") for s in spans):
        said.setdefault("days_only", (spans[0].start, spans[0].end))
    return said


def _is_night(span: Span) -> bool:
    """Most of the shift between 23:00 and 6:00, or work past one in the morning."""
    return span.ends >= 25 or (span.begins < 3 and span.ends <= 10)


def _is_evening(span: Span) -> bool:
    """Most of the shift after 17:00."""
    return span.ends > 17 and span.ends - max(span.begins, Decimal(17)) > span.length / 2


def _over_48(hours: Hours, costs: Costs) -> bool:
    """Whether the week passes 48 hours at the least, with what is worked and not paid."""
    least = hours.week_min if hours.week_min is not None else hours.week_max
    unpaid = sum((time.hours_per_week for time in costs.unpaid_time), Decimal(0))
    return least is not None and least + unpaid > 48


def _long_by_clock(hours: Hours, shape: Shape) -> bool:
    """Whether the shifts by the clock pass 48 hours even with an hour off in each.

    Weekly hours that are written say more than the clock does.
    """
    if hours.week_min is not None or hours.week_max is not None:
        return False
    if shape.by_clock is None or shape.shifts is None or shape.shifts == _WHOLE_WEEK:
        return False  # "7 days a week" is mostly said of the place
    return (shape.by_clock - 1) * shape.shifts > 48


_BETWEEN_JOBS = re.compile(
    r"\b(?:driv\w+|bus(?:es)?|walk\w*|travel\w*|cycl\w+|car|tram|train)\b[^.;£]{0,30}?"
    r"\b(?:from one to|between(?! \d)|to the (?:next|other))\b"
)


_FREE = re.compile(
    r"\b(?:when(?:ever)? (?:i|you) (?:like|want|can|choose)"
    r"|(?<!not )(?:i|you|we|can) (?:can |get to |just |always )?(?:choose|pick|decide|turn down)\b"
    r"|work for (?:anyone|anybody|others|who)|(?:choose|"
    r"pick) (?:my|your)(?: own)? \w+|(?:my|your) own (?:hours|boss|prices|"
    r"clients|time)|"
    r"no set hours|own hours|no obligation|"
    r"(?<!not )send (?:a|someone|my|another)(?: \w+)? (?:substitute|else|instead))\b"
)
_HIRED_FROM_THEM = re.compile(
    r"\b(?:hire|rent|lease|hiring|renting|leasing) (?:their|one of their)\b"
)
_CONTROL = re.compile(
    r"\b(?:rota|set hours|fixed hours|set shifts|my shifts|"
    r"(?:they|he|she|boss|manager|foreman|company|owner) "
    r"(?:tells?|sets?|gives?|decides?|chooses?|controls?|fix|fixes)|tells? (?:me|you|us)|uniform|"
    r"(?:every|each) (?:day|shift)|have to (?:be|work|wear|do|start|"
    r"ask|turn|use)|must (?:be|work|wear)|can ?not (?:send|refuse|work|"
    r"turn|say)|"
    r"not (?:allowed|send|refuse)|manager|supervisor|(?:their|his|her) (?:van|hours|"
    r"shifts|prices|equipment|tools|salon|shop|desk|site|logo|uniform|rules)|they set|same "
    r"(?:gang|gaffer|"
    r"site|crew)|pick(?:s|ed)? (?:me|us) up|wear|when to come|same hours|"
    r"9 ?- ?5|monday to (?:friday|saturday)|clock in|ask (?:for )?(?:permission|"
    r"before)|fixed (?:days|times)|boss|shifts?|\d\d hours|full time|"
    r"they want me|told (?:me|us) (?:when|where|what|i have)|per hour|"
    r"days? a week|how and when|when and (?:where|how)|route|in-?house)"
    r"\b"
)


def _looks_bogus(page: Plain, contract: Said) -> bool:
    """Called self-employed, and yet told when, where or how to work."""
    if "self_employed" not in contract or _FREE.search(page.text):
        return False
    return bool(_CONTROL.search(page.text)) or any(find_spans(page))


def _signs(signs: Said, prefix: str) -> tuple[str, ...]:
    return tuple(k.removeprefix(prefix) for k in signs if k.startswith(prefix))


def _sign_evidence(page: Plain, signs: Said) -> list[Evidence]:
    names = {"scam": "scam_signs.", "exploitation": "exploitation_signs."}
    out = []
    for label, where in signs.items():
        family, _, name = label.partition(".")
        if family in names:
            out.append(page.evidence(names[family] + name, *where))
        elif label in {"cancel.unpaid", "times.fixed", "written.yes", "tips.topup"}:
            field = {
                "cancel.unpaid": "cancelled_shifts_unpaid",
                "times.fixed": "fixed_times",
                "written.yes": "written_terms",
                "tips.topup": "tips_only_topup",
            }[label]
            out.append(page.evidence(field, *where))
    return out


def _words(page: Plain, name: str, field: str) -> tuple[tuple[str, ...], list[Evidence]]:
    evidence = [page.evidence(field, *place) for place in word_list(name).places(page)]
    return tuple(dict.fromkeys(e.text for e in evidence)), evidence
