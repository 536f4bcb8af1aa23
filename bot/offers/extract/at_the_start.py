"""What the start of a job takes once: days that nobody pays for, and money for kit or a check."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

import attrs

from bot.offers.extract.money import find_money
from bot.offers.extract.numbers import decimal
from bot.offers.extract.text import Plain
from bot.offers.offer import Evidence, Pay, StartCost, StartUnit, UnpaidStart

Where = tuple[int, int]

_UNITS: dict[str, tuple[StartUnit, int]] = {
    "day": ("day", 1), "shift": ("day", 1), "night": ("day", 1), "morning": ("day", 1),
    "saturday": ("day", 1), "sunday": ("day", 1), "week": ("week", 1), "fortnight": ("week", 2),
    "month": ("week", 4),
}  # fmt: skip
_UNIT = r"(?P<unit>days?|shifts?|nights?|mornings?|saturdays?|sundays?|weeks?|fortnight|month)\b"
_HOW = r"(?:(?:full|whole|solid|unpaid|free|trial|training|induction|shadow\w*|working|long) ){0,3}"
_LENGTH = (
    re.compile(rf"\b(?:first|opening|initial) (?:(?P<n>\d{{1,2}}) )?{_HOW}{_UNIT}"),
    re.compile(rf"(?<![\d.£:,-])(?P<n>\d{{1,2}}|an?) {_HOW}{_UNIT}"),
    re.compile(rf"\b(?:training|induction|trial) {_UNIT}"),
)
_LESSON = re.compile(
    r"(?<![\d.£])(?P<n>\d{1,2}(?:\.5)?) hours?(?= (?:of )?(?:\w+ )?(?:training|course|induction|"
    r"e ?learning|modules?))|\b(?:training|course|induction|e ?learning)\b[^.;£\d]{0,30}?"
    r"(?<![\d.£])(?P<n2>\d{1,2}) hours?\b(?! (?:a|per|each|every) )"
)
_AGAIN = re.compile(r"\b(?:every|each|once an?|per|quarterly|monthly|weekly|yearly|an? quarter)\b")
_NOT_A_LENGTH_BEFORE = re.compile(
    r"\b(?:after|for|over|within|every|each|per|in|notice|last|work|for the|about|hours?|days?|"
    r"shifts?|times|once|twice) $"
)
_NOT_A_LENGTH_AFTER = re.compile(
    r"^ (?:(?:a|per|each|every|in the) (?:week|month|year)|notice|holiday|off|in hand|contract|"
    r"probation|ago|later|old|on\b|paid)"
)
_SHORTEST_TRIAL = 2  # days; one short trial may rightly be unpaid

_KIT = re.compile(
    r"\b(?:uniforms?|tunics?|polo|shirts?|fleece|tabard|apron|boots?|shoes|trainers|wellies|"
    r"overalls|trousers|jackets?|hi ?vis|hard hat|ppe|gloves|kit|tools?|knives|scissors|clippers|"
    r"headset|laptop|badge|fob|lanyard|equipment|dbs|crb|pvg|access ?ni|check|vetting|screening|"
    r"licen[cs]e|medical)\b"
)
_COMES_BACK = re.compile(
    r"\b(?:back|refund\w*|reimburs\w*|return\w*|deposit|allowance|voucher|free|provided?|given|"
    r"they (?:pay|cover|give|buy))\b"
)
_LEAST, _MOST = 3, 400


@attrs.frozen
class Start:
    """What the start takes once, and the words that say so."""

    unpaid: tuple[UnpaidStart, ...] = ()
    costs: tuple[StartCost, ...] = ()
    evidence: tuple[Evidence, ...] = ()


def find_start(plain: Plain, flags: Mapping[str, Where], pay: Pay, taken: list[Where]) -> Start:
    """What is unpaid and what must be bought at the start, as far as somebody gave its size.

    Args:
        flags: red flags that were found, with their words.
        pay: the rate of the job, which is no cost.
        taken: stretches of the text that are costs which come back every week.
    """
    if plain.is_advert:
        return Start()
    unpaid = next(_unpaid(plain, flags), None)
    costs = list(_costs(plain, flags, pay, taken))
    return Start(
        (unpaid[0],) if unpaid else (),
        tuple(StartCost(amount, words.text) for amount, words in costs),
        (*([unpaid[1]] if unpaid else []), *(words for _, words in costs)),
    )


def _costs(
    plain: Plain, flags: Mapping[str, Where], pay: Pay, taken: list[Where]
) -> Iterator[tuple[Decimal | None, Evidence]]:
    """What must be bought, with its price; without one only where no price stands at all."""
    if not {"pay_for_uniform_or_kit", "pay_for_check"} & set(flags):
        return
    priced = False
    for money in find_money(plain):
        one_price = money.signed and money.period in (None, "piece") and money.high is None
        if not one_price or money.low in (pay.amount_min, pay.amount_max):
            continue
        if not _LEAST <= money.low <= _MOST or any(
            s < money.end and money.start < e for s, e in taken
        ):
            continue
        if near := _about_kit(plain, money.start, money.end):
            priced = True
            yield money.low, plain.evidence("start_costs", *near)
    where = flags.get("pay_for_uniform_or_kit")
    if where and not priced and not taken and _KIT.search(plain.text[slice(*where)]):
        yield None, plain.evidence("start_costs", *where)


def _unpaid(plain: Plain, flags: Mapping[str, Where]) -> Iterator[tuple[UnpaidStart, Evidence]]:
    for flag in ("unpaid_training", "unpaid_trial"):
        where = flags.get(flag)
        if where is None:
            continue
        left, right = plain.clause(*where)
        words = plain.text[left:right]
        unit: StartUnit
        if lesson := flag == "unpaid_training" and _LESSON.search(words):
            length, unit = decimal(lesson["n"] or lesson["n2"]), "hour"
            match = lesson
        else:
            found = _length(words)
            if found is None:
                continue
            match, length, unit = found
        if flag == "unpaid_trial" and unit == "day" and length < _SHORTEST_TRIAL:
            continue
        evidence = plain.evidence("unpaid_start", left + match.start(), left + match.end())
        yield UnpaidStart(length, unit, evidence.text), evidence


def _length(words: str) -> tuple[re.Match[str], Decimal, StartUnit] | None:
    for pattern in _LENGTH:
        for match in pattern.finditer(words):
            if (
                _NOT_A_LENGTH_BEFORE.search(words[: match.start()])
                or _NOT_A_LENGTH_AFTER.match(words[match.end() :])
                or _AGAIN.search(words[max(0, match.start() - 25) : match.end() + 25])
            ):
                continue
            number = match.groupdict().get("n")
            count = decimal(number) if number and number[0].isdigit() else Decimal(1)
            unit, times = _UNITS[match["unit"].removesuffix("s")]
            return match, count * times, unit
    return None


def _about_kit(plain: Plain, start: int, end: int) -> Where | None:
    """Where a sum stands with the thing that it buys; None where it buys nothing for the job."""
    before = re.split(r"£", plain.before(start, 60))[-1]
    after = re.split(r"£|, (?=\w+ (?:is|are|pays?)\b)", plain.after(end, 40))[0]
    if not _KIT.search(before + " | " + after) or _COMES_BACK.search(before[-40:] + after):
        return None
    return start - len(before), end + len(after)
