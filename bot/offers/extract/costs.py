"""Time left unpaid, money taken by the job and rent for housing, each turned into a weekly sum."""

from __future__ import annotations

import re
from decimal import Decimal

import attrs

from bot.offers.extract.before_the_clock import find_by_the_clock
from bot.offers.extract.numbers import decimal, tidy
from bot.offers.extract.text import Plain
from bot.offers.extract.worked_and_paid import find_worked_unpaid
from bot.offers.offer import Deduction, Evidence, UnpaidTime

_WEEKS_A_MONTH = Decimal(52) / 12
_MOST_FOR_BOARD = Decimal(150)  # a week; "live in, £650 a week" is pay
_MOST_RENT = Decimal(300)  # a week
_USUAL_DAYS = Decimal(5)  # assumed where nobody said how many days a week
_ASSUMED = f" (taken as {_USUAL_DAYS} days a week)"

_PER = (
    r"(?:(?:per|an?|each|every|for each|for every|the|/)\s*(?:single |"
    r"working )?(?P<per>day|shift|night|week|month|morning|evening|"
    r"visit|call|time)|(?P<every>daily|weekly|monthly|nightly)|(?P<bare>(?<=\d )week)\b)"
)
_AMOUNT = re.compile(
    r"£(?P<sum>\d[\d,]*(?:\.\d{1,2})?)(?:\s*(?:-|to)\s*£?\d[\d.]*)?(?P<mid>"
    r"(?:(?!(?:per|an?|each) hour|hourly)[^£.,\n;\d]){0,30}?)" + _PER
)
_NAMED = {"daily": "day", "weekly": "week", "monthly": "month", "nightly": "night"}
_EACH_TIME = re.compile(  # "every week £4.50 is taken for admin"
    r"\b(?:every|each) (?P<per>day|shift|week|month)\b(?P<mid>[^.;£\d]{0,20})"
    r"£(?P<sum>\d[\d,]*(?:\.\d{1,2})?)"
)
_HOUSING = (
    r"\b(?:rooms?|accom\w*|caravans?(?! (?:park|site))|housing|house|rent|lodgings?|digs|"
    r"bed\b|bunk|dorm|hostel|board|flat|bedsit|"
    r"place (?:upstairs|above|next door|to (?:stay|live|sleep))|somewhere to (?:stay|live|sleep))\b"
)
# "Room in the staff house if you like, £60 a week": a place to live, and no job in a house.
_A_ROOM = re.compile(
    r"\b(?:rooms? (?:in|above|over|on|upstairs|available|provided|if|there)|"
    r"staff (?:house|quarters|accom\w*|flat)|(?:flat|place|room) (?:upstairs|above)|"
    r"caravan (?:on|at)|live in|bedsit|digs|"
    r"lodgings?|accommodation (?:on|is|available|provided|if))\b"
)
_COST = (
    r"\b(?:(?:van|vehicle|uniform|transport|minibus|lift|bus|travel|petrol|"
    r"fuel|tools?|kit|equipment|insurance|"
    r"food|meals?|lunch|laundry|admin|clothes|clothing|ppe|boots|phone|app|bike|car|parking|locker)"
    r"(?! (?:driv|wash|park|sales|mechanic|clean|valet|shop|factory|production|job|company|depot|"
    r"station|hygiene|processing|prep|assist|engineer|fitter|work|club|hall|centre))|"
    r"taken|take(?! home)|takes(?! home)|taking|deduct\w*|dock\w*|stopped|stop|charged?|"
    r"charges|charging|pay for|pay them|keep|keeps|"
    r"out of (?:my|your|the|our) (?:wages?|pay)|off (?:my|your|the|our)"
    r" (?:wages?|pay)|from (?:my|your|the|our) (?:wages?|pay)|"
    r"hire|rental|lease|franchise|fee|payroll|umbrella|cost|costs|breakages?|till|chair|seat)\b"
)
_LENT = re.compile(r"\b(?:loan|lend|lent|advance|borrow\w*)\b")
_FOR_A_COST = re.compile(
    rf"\b(?:for|towards) ['\"]?(?!\d)(?:\w+ ){{0,3}}?{_COST}"
    r"|^\s*(?:van|hire)\b|^\s*(?:\w+ )?(?:fees?|charges?|rental|hire|levy|margin|deductions?)\b"
)
_GIVEN = re.compile(
    r"\b(?:allowance|they (?:give|pay|cover)|paid to you|bonus|(?:petrol|"
    r"fuel|travel|mileage|food|phone|meal) (?:money|allowance|paid|contribution)"
    r"|"
    r"towards|reimburse\w*|refund\w*|voucher|we (?:give|pay|cover)|free)\b"
)
_FROM_PAY = re.compile(r"\b(?:from|out of|off) (?:(?:the|his|her|my|your|our) )?(?:wages?|pay)\b")
_I_PAY = re.compile(r"\b(?:i|you|we|u) (?:have to |must |also )?pay\b")
_TAKEN = re.compile(
    r"\b(?:taken|take(?! home)|takes(?! home)|taking|deduct\w*|dock\w*|stopped|charged?|"
    r"gone|charges|charging|out of|off (?:my|your|the)|"
    r"have to pay|you pay|i pay|cost|costs|rent|hire|pay (?:them )?for)\b"
)

_DURATION = re.compile(
    r"(?P<n>\d{1,3}(?:\.\d)?)(?:\s*(?:-|to|or)\s*(?P<n2>\d{1,3}))?\s*(?P<unit>minutes?|hours?)\b"
)
_UNPAID = re.compile(
    r"\b(?:unpaid|none of (?:it|this|that)(?: is| gets)? paid|not paid|no pay|"
    r"(?:nobody|no one) (?:gets? |is )?pa(?:ys|id)|"
    r"(?:not|never|nor) (?:get |getting |be |being )?paid|not pay(?! (?:rise|rate|back|tax))|"
    r"for free|for nothing|"
    r"without pay|"
    r"own time|(?:do|does|will|would) not (?:get paid|pay|count)|not count\w*|"
    r"(?:off|not on) the clock|(?:do|does) not start until|before (?:you )?clock(?:ing)? (?:in|on)|"
    r"after (?:you )?clock(?:ing)? (?:out|off)|before (?:the |my |your )"
    r"?(?:paid )?(?:shift|start)\w*|free of charge|is not paid|are not paid|"
    r"pay (?:does not|only) start\w*|only paid from)\b"
)
_BARE_UNPAID = re.compile(
    r"\s*(?:is |are |of it )?(?:unpaid|not paid|off the clock)\s*(?:[,.;)\n]|so\b|$)"
)
_WORKED = re.compile(
    r"\b(?:stay\w*|before|after|early|set ?up|clos\w+|clean\w*|hand ?over|cash|open\w*|extra|"
    r"brief\w*|"
    r"travel\w*|driv\w+|prep\w*|training|start|work\w*|meeting|huddle)\b"
)
_BREAK_WORDS = re.compile(r"\b(?:breaks?|lunch|dinner|rest|meal break)\b")
_TIME_PER = re.compile(
    _PER + r"|(?P<all>every day|each day|daily|before (?:each|every|the|my|"
    r"your|a) shift|after (?:each|every|the|my|your|a) shift|before shifts?|"
    r"at the end|to close|early)"
)
_ONCE = re.compile(
    r"\b(?:trials?|induction|first (?:week|day|shift)|course|training (?:day|"
    r"week)|week of training|interview)\b"
)

# "25 hours of calls a week and 6 hours driving between them": so long only over a week
_ON_THE_ROAD = re.compile(r"\s*(?:of )?(?:travel\w*|driv\w+|on the road|walking|cycling)\b")
_MOST_ON_THE_ROAD = 20
# Where other pay or other hours begin; "half an hour a day, five days" goes on.
_ANOTHER_PART = re.compile(r",? but |, (?=£|\d+(?:\.\d+)? (?!days?\b|weeks?\b))")


@attrs.frozen
class Costs:
    """What the job takes from the worker, with the stretches of text it stands in.

    Attributes:
        paid_hours: hours a week that are paid, where more are worked and it is told how many.
    """

    unpaid_time: tuple[UnpaidTime, ...]
    deductions: tuple[Deduction, ...]
    accommodation_per_day: Decimal | None
    spans: tuple[tuple[int, int], ...]
    evidence: tuple[Evidence, ...]
    paid_hours: Decimal | None = None


def find_costs(plain: Plain, days_a_week: Decimal | None) -> Costs:
    """Unpaid time and money taken, per week; rent per day.

    Args:
        days_a_week: shifts a week where known; else five are assumed, and the note says so.
    """
    days = days_a_week or _USUAL_DAYS
    deductions: list[Deduction] = []
    evidence: list[Evidence] = []
    spans: list[tuple[int, int]] = []
    rent = None
    for match in (*_AMOUNT.finditer(plain.text), *_EACH_TIME.finditer(plain.text)):
        found = _sum_taken(plain, match, days)
        if found is None:
            continue
        kind, amount = found
        spans.append(match.span())
        if kind == "rent":
            rent = (rent or Decimal(0)) + amount
            evidence.append(plain.evidence("accommodation_per_day", *match.span()))
        else:
            deductions.append(Deduction(amount, plain.evidence("", *match.span()).text))
            evidence.append(plain.evidence("deductions", *match.span()))
    unpaid, more = _unpaid_time(plain, days, assumed=days_a_week is None)
    told = None if unpaid else find_by_the_clock(plain, days) or find_worked_unpaid(plain, days)
    if told:
        note = told.evidence.text + (_ASSUMED if told.by_the_day and days_a_week is None else "")
        unpaid, more = [UnpaidTime(tidy(told.weekly), note)], [told.evidence]
    on_paper = told.on_paper if told else None
    return Costs(
        tuple(unpaid), tuple(deductions), rent, tuple(spans), tuple(evidence + more), on_paper
    )


def _sum_taken(plain: Plain, match: re.Match[str], days: Decimal) -> tuple[str, Decimal] | None:
    """Whether a sum is rent or a cost, and how much: per day for rent, per week for a cost."""
    parts = re.split(r"£|, |\band\b|\bbut\b|\bplus\b|\bso\b", plain.before(match.start(), 60))
    before = parts[-1]
    ahead = parts[-2] if len(parts) > 1 else ""
    if not before.strip() and (_TAKEN.search(ahead) or _A_ROOM.search(ahead)):
        before = ahead  # "they charge for the uniform, £3 a week"
    after = re.split(r"£", plain.after(match.end(), 45))[0]
    after = re.split(r",|\band (?!it )|\bbut\b", after)[0]
    mid = match.group("mid")
    near = f"{before} {mid} {after}"
    if _LENT.search(plain.before(match.start(), 90)):
        return None  # paying back a loan takes nothing from pay
    given = _GIVEN.search(near) and not _FROM_PAY.search(near)
    if (given and not _I_PAY.search(before)) or re.search(
        r"\b(?:salary|wages? (?:is|are)|rate|paid)\b[^.]*$", before
    ):
        return None
    said = match.groupdict()
    period = said["per"] or said.get("bare") or _NAMED[said["every"]]
    amount = decimal(match.group("sum"))
    lodging = period == "week" and amount <= _MOST_FOR_BOARD and "live in" in near
    if lodging or re.search(_HOUSING, near):
        per_day = {
            "day": amount,
            "night": amount,
            "shift": amount,
            "week": amount / 7,
            "month": amount * 12 / 365,
        }
        fits = period in per_day and per_day[period] * 7 <= _MOST_RENT
        return ("rent", tidy(per_day[period])) if fits else None
    if not re.search(_COST, near) or re.search(
        r"(?<!i )(?<!you )(?<!we )(?<!to )\bpay(?:s|ing)?\b(?! (?:for|them|"
        r"the))",
        before,
    ):
        return None
    if (
        not _FOR_A_COST.search(mid + after)
        and not _TAKEN.search(near)
        and not re.search(_COST + r"[^.]{0,12}$", before)
    ):
        return None
    per_week = {"week": amount, "month": amount / _WEEKS_A_MONTH}.get(period, amount * days)
    return "cost", tidy(per_week)


def _unpaid_time(
    plain: Plain, days: Decimal, assumed: bool
) -> tuple[list[UnpaidTime], list[Evidence]]:
    """Stretches of working time that are said to be unpaid and come back every day or week."""
    found: list[UnpaidTime] = []
    evidence: list[Evidence] = []
    for match in _DURATION.finditer(plain.text):
        left, right = plain.clause(*match.span())
        left = max(left, match.start() - 60)
        right = min(right, match.end() + 110)
        around = plain.text[left:right]
        near = _ANOTHER_PART.split(plain.text[match.end() : right])[0]
        ahead = plain.text[left : match.start()]
        unpaid = _UNPAID.search(ahead + match.group() + near)
        if (
            not unpaid
            or _BREAK_WORDS.search(ahead[-18:] + match.group() + near[:35])
            or _ONCE.search(around)
        ):
            continue
        if re.match(r"\s*(?:shifts?|contract|week\b|days?)", plain.text[match.end() :]):
            continue
        if _BARE_UNPAID.match(plain.text[match.end() :]) and not _WORKED.search(ahead):
            continue  # "2pm to 10pm, half an hour unpaid": a break
        hours = _length(match)
        per = _TIME_PER.search(near) or _TIME_PER.search(ahead)
        on_the_road = hours > 2 and bool(_ON_THE_ROAD.match(plain.text[match.end() :]))
        period = (per.group("per") or per.group("every")) if per else None
        period = period or ("week" if on_the_road else "day")
        if hours >= (_MOST_ON_THE_ROAD if on_the_road else 6):
            continue
        if per is None and not on_the_road and hours > 4:
            continue
        weekly = hours * days
        if period in {"week", "weekly"}:
            weekly = hours
        elif period in {"month", "monthly"}:
            weekly = hours / _WEEKS_A_MONTH
        if weekly > 60:
            continue
        note = plain.evidence("", match.start(), right).text
        if assumed and period not in {"week", "weekly", "month", "monthly"}:
            note += _ASSUMED
        found.append(UnpaidTime(tidy(weekly), note))
        evidence.append(plain.evidence("unpaid_time", max(left, match.start() - 20), right))
    return found, evidence


def _length(match: re.Match[str]) -> Decimal:
    value = decimal(match.group("n"))
    return value / 60 if match.group("unit").startswith("minute") else value
