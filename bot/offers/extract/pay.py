"""Basic pay: which of the sums in a text is the rate for the job."""

from __future__ import annotations

import re
from decimal import Decimal

import attrs

from bot.offers.extract.money import Money, find_money
from bot.offers.extract.share import full_time_hours, is_share
from bot.offers.extract.text import Plain
from bot.offers.offer import Evidence, Pay, Period

Span = tuple[int, int]

_NOT_PAY_BEFORE = re.compile(
    r"(?:\b(?:bonus(?:es)?|referral|refer an?|friend|deposit|fees?|fined?|"
    r"costs?|costing|charged?|charges|"
    r"deduct\w*|dock\w*|stop|stopped|take(?! (?:it|this|the job)\b)|takes|taken|voucher|worth|"
    r"badge|apron|tabard|night out(?: money)?|"
    r"discounts?|savings?|saving|save|"
    r"allowance|contribution|package|uniform|dbs|crb|checks?|insurance|rent|(?<!per )(?<!each "
    r")rooms?|caravans?|"
    r"house|accommodation|lodging|commission|"
    r"mileage|tips?|tronc|gratuit\w+|service charge|mains|menus?|plans?|tickets?|memberships?|"
    r"(?:parents|clients|customers|patients|guests|tenants) pay|owe|funding|funded|budget|"
    r"turnover|revenue|investment|grant|loans?|awards?|"
    r"spend|buy|lose|sleep ins?|sleep overs?|sleeping|retainer|stand by|standby|on call|"
    r"wants?(?! to pay)|asking|asked|asks|needs?|hazard|housing|furnishings|travel|"
    r"(?:does|do|sell|sells|get) the lot|"
    r"petrol|fuel|van|overtime|supplement|enhancement|premium|bill|price|"
    r"pension|stipend|penalty|cash ?back|old job|last job|current(?:ly)"
    r"?|used to|was on|inconveniences|"
    r"value|valued|equipment|upfront|up front|pay (?:them|him|her|for|back)|ticket|amount|"
    r"limit|cover|relocation|golden hello|welcome|joining|expenses?|"
    r"benefits?|universal credit|credit|uc)"
    r"(?:[ :(=-]+(?:laundering|hire|of|is|are|at|up|to|from|around|about|approx\.?|"
    r"approximately|circa|"
    r"me|you|us|them|him|her|an?|the|paid|payment|my|your|for|"
    r"only|was|just|over|it|costs?|will|be|off|per|month|week|day|shift|"
    r"pay|friend|money|allowance|i|we|they|on)\b){0,5}"
    r"[ :(=-]*|(?:(?<!\d)\+|\bplus|\bextra|\badditional|\banother|\bfurther)"
    r"\s*(?:an? )?(?:up to )?)$"
)
_NOT_PAY_AFTER = re.compile(
    r"^[ (-]*(?:(?:for |on )?overtime\b|(?:per|an?|/) ?mile\b|million|"
    r"billion|bn\b|m\b|(?:(?!plus\b|"
    r"and\b|then\b|with\b|inc\w*\b|or\b|basic\b|per\b|on\b)\w+ ){0,2}"
    r"(?:bonus(?:es)?|vouchers?|uniform|tunic|boots|headset|badge|deposit|fees?|discount|allowance|commission|contribution|package|"
    r"refer\w*|welcome|joining|enhancements?|"
    r"supplement|tips|rent\b|accommodation|loan|budget|cashback|fine\b|"
    r"penalty|premium|uplift|retention|sleep ?(?:in|over)s?)\b"
    r"|(?:return|each way|single|a ticket)\b|extra\b|more\b|off\b|towards\b|on top\b|deducted\b|"
    r"for each friend|"
    r"(?:taken )?(?:from|out of|off) (?:the |my |your )?(?:1st|first|"
    r"wages?|pay\b|salary)"
    r"|(?:per|a|each) (?:\w+ )?(?:sleep ?in|sleep ?over)|for (?:the|"
    r"a|my|your|our|each|every|an?)? ?(?:\w+ )?(?:uniform|dbs|check|"
    r"van|"
    r"room|house|caravan|training|badge|shirt|t shirt|tabard|tunic|boots|"
    r"petrol|fuel|tools|kit|starter|bus|minibus|coach|"
    r"equipment|registration|admin|course|card|licen[cs]e|sleep|food|meals?|transport|lift|friend)"
    r"(?! (?:driv|clean|work|fitt|job|mechanic|assist))"
    r"|(?:a|per|each|every) ?(?:day|week|month|shift)? (?:for|towards)"
    r" (?:the |a |my |your |their )?(?:van|room|house|caravan|"
    r"rent|transport|minibus|lift|food|meals?|uniform|petrol|fuel|accommodation|"
    r"bike|insurance|tools|phone|kit|parking)(?! (?:driv|clean|work|fitt|job|mechanic|assist)))"
)
_CLAIM_BEFORE = re.compile(
    r"\b(?:ote|earn(?:s|ings?|ing)?|make|takes? home)\b[^.£$\n]{0,45}$|\b(?:potential|realistic|"
    r"achievable|uncapped|on target)\b[^.£$\n]{0,30}$"
)
_CLAIM_AFTER = re.compile(
    r"^[^.,£$\n+;]{0,14}\b(?:ote(?! (?:of )?(?:[£\d]|$))|on target|potential|"
    r"realistic|achievable|possible|"
    r"with commission|in commission|uncapped|including commission)\b"
)
# "You will earn £12 an hour" is a rate; "earn up to £600 a week" is a claim.
_PLAIN_EARN = re.compile(
    r"\bearn(?:s|ing)? (?:a )?(?:minimum (?:of )?|at least |from |around |"
    r"about |a basic (?:of )?|basic )?$"
)
_UP_TO = re.compile(r"(?<!goes )(?<!going )(?<!go )\b(?:up to|upto|maximum(?: of)?|max)\s*$")
_BASE = re.compile(
    r"\b(?:salary|pay|pays|paid|paying|rates?|wages?|basic|base|payrate|"
    r"pay rate|money)\b[^.£$\n]{0,30}$"
)
_I_CHARGE = re.compile(r"\bi charge(?: them| people| about| around)? $")
_SLEEP_IN = re.compile(r"\bsleep(?:ing)?[ -]?(?:in|over|night|shift)s?\b")
# "basic £25k and uncapped commission": what follows is not what the sum is for.
_BASIC = re.compile(r"\b(?:basic|base)(?: salary| pay| wage| rate)?(?: of| is|:)?[ (]*$")
_TIME_WORDS = re.compile(
    r"\b(?:nights?|days?|daytime|weekdays?|weekends?|saturdays?|sundays?|bank holidays?|evenings?|"
    r"earl(?:y|ies)|lates?|probation|over \d+|under \d+|aged?|year olds?|\d\d\s?(?:\+|-|to)|"
    r"after|monday|friday|unsocial|starter|trained|qualified|experienced)\b"
)
_NIGHT = re.compile(r"\bnights?\b")
_NOT_ACTUAL = re.compile(
    r"\b(?:actual|equates?|equivalent|fte|full time equivalent|annual equivalent|"
    r"which is|equal to|works out|approx)\b"
)
# "I must buy their headset, £25", "she has to find £180 for her scissors"
_BOUGHT = re.compile(
    r"\b(?:buy|buying|purchase|(?:to|must) find|pay out|fork out)\b"
    r"(?:(?! (?:and|but|then|pay|pays|paid|get|earn)\b)[^£;.\d]){0,40}$"
)
_FOR_A_WEEK = re.compile(r"\b(?:hours?(?: (?:a|per|each|every) week|)|week) for $")
_SOMEONE_ELSE = re.compile(
    r"^,? (?:for|to|with|off) the (?:other|last|previous)\b|^ last (?:week|time|month)\b"
)
_LAW = re.compile(r"\b(?:legal|the) minimum wage (?:is|of|being)\b[^.£]{0,12}$")


_LEAST_A_WEEK = 150


@attrs.frozen
class _Rate:
    """A sum that may be the rate for the job."""

    money: Money
    period: Period
    guessed: bool
    up_to: bool
    labelled: bool

    @property
    def strength(self) -> int:
        """How plainly this is the rate: a written period counts most."""
        known = not self.guessed or self.money.low >= 8000
        return 2 * known + self.labelled + (self.money.signed) - (self.period == "piece") * 2


def find_pay(plain: Plain, taken: list[Span]) -> tuple[Pay, list[Evidence]]:
    """The basic pay, and the words it was understood from.

    Args:
        taken: stretches of the plain text already understood as deductions or rent.
    """
    sums = list(find_money(plain))
    rates = [
        rate
        for i, money in enumerate(sums)
        if (rate := _as_rate(plain, sums, i, taken)) is not None
    ]
    if not rates:
        return Pay(), []
    if any(r.period == "piece" and r.money.signed for r in rates):
        rates = [r for r in rates if r.money.signed]  # "£2.10 a parcel, I do 90 a day"
    main = max(rates, key=lambda rate: rate.strength)  # the first of the strongest
    alike = [r for r in rates if r is main or _goes_with(plain, main, r)]
    evidence = [plain.evidence("pay", r.money.start, max(r.money.stop, r.money.end)) for r in alike]
    night = _night_amount(plain, alike)
    low, high = _span(alike)
    pay = Pay(low, high, main.period, main.guessed, night)
    if main.period == "year" and is_share(plain, alike[0].money.start, alike[-1].money.end):
        pay = attrs.evolve(pay, pro_rata=True, full_time_hours=full_time_hours(plain))
    return pay, evidence


def _span(rates: list[_Rate]) -> tuple[Decimal | None, Decimal | None]:
    """Lowest and highest of absolute rates; one figure is a minimum only, "up to" a maximum."""
    if len(rates) == 1 and rates[0].up_to and rates[0].money.high is None:
        return None, rates[0].money.low
    values = [r.money.low for r in rates] + [r.money.high for r in rates if r.money.high]
    low, high = min(values), max(values)
    return low, high if high > low else None


def _as_rate(plain: Plain, sums: list[Money], i: int, taken: list[Span]) -> _Rate | None:
    money = sums[i]
    if any(start < money.stop and money.start < end for start, end in taken):
        return None
    left = sums[i - 1].stop if i else 0
    right = sums[i + 1].start if i + 1 < len(sums) else len(plain.text)
    before = (
        plain.before(money.start, 60)[-(money.start - left) or 60 :] if money.start > left else ""
    )
    after = plain.text[money.end : min(right, money.end + 50)]
    after = re.split(r"[\n;]", after)[0]
    tail = after[max(0, money.stop - money.end) :]
    charged = _NOT_PAY_BEFORE.search(before) and not _I_CHARGE.search(before)
    if charged or _LAW.search(before) or _BOUGHT.search(before) or _SOMEONE_ELSE.match(tail):
        return None
    if _SLEEP_IN.search(before) and 25 <= money.low <= 120:
        return None  # what is paid for a night asleep is not the rate
    bought = money.period != "piece" and _NOT_PAY_AFTER.match(after)  # "£3.80 for each room"
    other = bought or _NOT_PAY_AFTER.match(tail) or _is_claim(before, tail)
    if money.high and money.period not in (None, "hour") and _CLAIM_BEFORE.search(before):
        return None  # "earn £700 to £1,000 a week"
    if other and not _BASIC.search(before):
        return None
    labelled = bool(_BASE.search(before))
    period, guessed = money.period, False
    if period is None and money.low >= _LEAST_A_WEEK and _FOR_A_WEEK.search(before):
        period = "week"  # "55 hours a week for £600"
    if period is None:
        period, guessed = _plain_period(money, labelled), True
    if period is None:
        return None
    return _Rate(money, period, guessed, bool(_UP_TO.search(before)), labelled)


def _is_claim(before: str, after: str) -> bool:
    if _CLAIM_AFTER.search(after):
        return True
    return bool(_CLAIM_BEFORE.search(before)) and not _PLAIN_EARN.search(before)


def _plain_period(money: Money, labelled: bool) -> Period | None:
    """The period that is plain from the figure alone; None where it is not."""
    value = money.high or money.low
    if 6 <= value <= 40:
        return "hour"
    if value >= 8000:
        return "year" if value < 150000 else None
    if not labelled:
        return None
    if 1000 <= value <= 5000:
        return "month"
    if 250 <= value < 900:
        return "week"
    return "day" if 60 <= value < 250 else None


def _goes_with(plain: Plain, main: _Rate, other: _Rate) -> bool:
    """Whether `other` is another absolute rate of the same job (by time, age or stage)."""
    if other.period != main.period or other.up_to or main.period == "piece":
        return False
    low, high = sorted((main.money.low, other.money.low))
    if high > low * (2 if other.guessed else 3):
        return False
    before = plain.before(other.money.start, 40)
    if re.match(
        r"[ (]*(?:inc\w*) (?:\w+ )?enhance", plain.text[other.money.stop : other.money.stop + 30]
    ):
        return False
    after = plain.after(other.money.stop, 20)
    return not (_NOT_ACTUAL.search(before) or _NOT_ACTUAL.search(after))


def _night_amount(plain: Plain, rates: list[_Rate]) -> Decimal | None:
    """The rate for nights where it differs from the lowest rate."""
    if len(rates) < 2:
        return None
    for rate in rates:
        money = rate.money
        near = plain.text[money.stop : money.stop + 25]
        near = re.split(r"[£\n.;]|\band\b|,", near)[0]
        ahead = re.split(r"[£\n.;]|\band\b|,", plain.text[max(0, money.start - 22) : money.start])[
            -1
        ]
        if _NIGHT.search(near) or _NIGHT.search(ahead):
            return money.low
    return None
