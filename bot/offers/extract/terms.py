"""Single facts of an offer: holiday, notice, breaks, sick pay, probation, pension, place."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from bot.offers.extract.numbers import decimal, tidy
from bot.offers.extract.text import Plain
from bot.offers.offer import Evidence

Said = dict[str, tuple[int, int]]

_LEAVE = (
    r"(?:annual leave|holidays?|paid leave|leave|time off|vacation|paid holidays?|"
    r"holiday (?:entitlement|allowance|pay))"
)
_HOLIDAY = (
    re.compile(
        rf"(?<![\d.])(?P<n>\d{{1,2}}(?:\.\d)?)\s*(?:\+\s*8\s*)?(?P<unit>days?|"
        rf"weeks?)'?(?!\s*(?:a|per|each|every) week)[^.\n;£\d]{{0,32}}?\b{_LEAVE}\b"
    ),
    re.compile(
        rf"\b{_LEAVE}\b(?: \(?(?:entitlement|allowance|pay|per year|is|of|"
        rf"package|scheme))*[^.\n;£\d]{{0,16}}?(?P<n>\d{{1,2}}(?:\.\d)?)\s*(?P<unit>days?|"
        r"weeks?)\b(?! (?:notice|a week))"
    ),
    re.compile(
        r"(?<![\d.])(?P<n>\d{2})\s*(?P<unit>days?)\s*(?:\+|plus|and|including|"
        r"inc\.?|inclusive of)\s*(?:8 |the |all )?(?:bank|public|statutory|"
        r"stat|bhs?\b)"
    ),
    re.compile(r"(?<![\d.])(?P<n>5\.6)\s*(?P<unit>weeks?)"),
    re.compile(
        r"(?<![\d.])(?P<n>[2-3]\d|5\.6)\s*(?P<unit>days?|weeks?) paid\b"
        r"(?! (?:training|trial|induction|breaks?|work|placement))"
    ),
)
_NOT_ALLOWANCE = re.compile(
    r"\b(?:extra|additional|rising|increas\w*|up) (?:of |to |by )?(?:annual )"
    r"?$|\bafter \d+ |birthday|(?:up )?to $|bank holidays? of|\bbuy\b[^.\n]{0,20}$|"
    r"notice"
)
_BANK_EXTRA = re.compile(
    r"^[^.\n;]{0,30}?(?:\+|plus|and|as well as|on top of) (?:\d+ |the |"
    r"all |8 |statutory |usual |paid )*(?:bank|public|statutory|stat)"
)
_BANK_INSIDE = re.compile(
    r"^[^.\n;]{0,40}?(?:inc\.?|incl\w*|including|inclusive of|with) (?:all |"
    r"the |8 )*(?:bank|public)"
)

_SHIFT_WORDS = r"(?:rotas?|shifts?|rosters?|schedules?|hours|working|work|days)"
_NOTICE = (
    re.compile(
        rf"\b{_SHIFT_WORDS}\b[^.\n;£]{{0,45}}?(?P<n>\d+)\s*(?P<unit>hours?|"
        r"days?|weeks?|months?)(?:'s?|s)?\s*(?:in advance|notice|ahead|before|"
        r"advance|beforehand)"
    ),
    re.compile(
        r"(?P<n>\d+)\s*(?P<unit>hours?|days?|weeks?|months?)(?:'s?)?\s*(?:in advance|"
        rf"notice|ahead|before|advance notice)[^.\n;]{{0,20}}?\b(?:of |for |"
        rf"with )?(?:my |the |your |what )?{_SHIFT_WORDS}\b"
    ),
    re.compile(
        rf"\b{_SHIFT_WORDS}\b[^.\n;]{{0,40}}?\b(?P<one>a|one|1) (?P<unit>day|"
        r"week|month|fortnight)\s*(?:in advance|ahead|before|notice|beforehand)"
        r"|\b(?P<one2>a) (?P<unit2>day|week|month|fortnight)'?s? (?:in advance|"
        rf"ahead|notice|before)[^.\n;]{{0,25}}\b{_SHIFT_WORDS}\b"
    ),
    re.compile(
        r"\b(?:text|message|ring|call|tell|told|let (?:me|you|us) know|email)s?\b[^.\n;]{0,20}?"
        r"\b(?P<n>\d+|(?:a|one)(?= )) ?(?P<unit>days?|weeks?|month|fortnight)"
        r" (?:before|ahead|in advance|beforehand)"
    ),
    re.compile(
        rf"\b{_SHIFT_WORDS}\b[^.\n;]{{0,40}}?\b(?P<n>\d+)\s*(?P<unit>days?|"
        r"weeks?)\s*(?:at a time|out)"
    ),
)
_NIGHT_BEFORE = re.compile(
    r"\b(?:the )?(?:night|day|evening) (?:before|b4|be4)\b|\bday to day\b|"
    r"\b(?:text|ring|call|message|tell|told|know|find out|let)\w*[^.\n;]{0,30}(?:the "
    r")?(?:night before|day before|evening before)|\bthe night beforehand\b"
)
_SAME_DAY = re.compile(
    r"\b(?:on the (?:same )?day|same day|that morning|morning of|on the morning|"
    r"in the morning if|same morning|hour before|hours? before (?:the |"
    r"my |a )?shifts?|no notice|without (?:any )?notice|each morning|"
    r"every morning|last minute)\b"
)
_NOTICE_CONTEXT = re.compile(
    rf"\b(?:{_SHIFT_WORDS}|text|ring|rings|call|calls|tell|told|know|"
    r"find out|message|working|need(?:ed)?|app)\b"
)
_WEEK_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_OUT_ON = re.compile(
    r"\b(?:rotas?|shifts?|hours|roster)\b[^.\n;]{0,45}?\b(?P<day>monday|"
    r"tuesday|wednesday|thursday|friday|saturday|sunday)s?\b[^.\n;]{0,20}?\bfor (?:th"
    r"e )?(?:next|following|coming|week|monday|that)(?: week)?(?P<after> after)"
    r"?"
)

_LEAVE_NOTICE = re.compile(
    r"\b(?P<n>\d+|a|one) ?(?P<unit>weeks?|months?)'?s? ?'?notice(?! (?:of|"
    r"for) (?:my |the |your )?(?:rota|shift|hours))"
)
_PROBATION = re.compile(
    r"(?P<n>\d+)\s*-?(?P<unit>months?|weeks?)(?:'s?)?\s*(?:paid )?probation|"
    r"probation\w*(?: period)?(?: is| of| lasts| for|:)*\s*(?P<n2>\d+)"
    r"\s*(?P<unit2>months?|weeks?)"
)
_PENSION = re.compile(
    r"(?P<n>\d{1,2}(?:\.\d)?) ?%[^.\n;%]{0,30}\bpension|\bpension[^.\n;%]{0,40}?(?P<n"
    r"2>\d{1,2}(?:\.\d)?) ?%"
)
_BREAK_LENGTH = re.compile(
    r"(?P<n>\d+)\s*(?P<unit>minutes?|hours?)\s*(?:\w+ ){0,2}?(?:breaks?|"
    r"lunch|dinner|piece(?! ?(?:work|of|rate))|bait|snap|scran)\b|"
    r"(?:breaks?|lunch)(?: break)?\s*:?\s*(?:\w+ ){0,2}?(?:of |is |"
    r"for )?(?P<n2>\d+)\s*(?P<unit2>minutes?|hours?)|\b(?P<hour>an hour|"
    r"1 hour|hour)(?:'s)? (?:\w+ )?(?:for )?(?:breaks?|lunch)"
    r"|\b(?:less|minus|take off|with) (?:(?P<hour2>an hour|1 hour)|(?P<n5>\d\d) minutes)"
    r"(?: off\b| for (?:lunch|dinner|breaks?)|(?=[,.;\n]|$))"
    r"|(?P<n3>\d\d) minutes (?:is |are )?unpaid\b(?! ?(?:set|travel|early|before|late|training|"
    r"clean|"
    r"prep|hand|work|over|every|each|at))|\bunpaid (?P<n4>\d\d) minutes\b"
)
_PLACE = re.compile(
    r"(?:^|\n|\|)\s*(?:job )?(?:location|based|place of work|base|where)"
    r"(?:/trust)?\s*[:-]?\s*(?P<place>\n?[^\n|]{2,60})"
)


def find_holiday(plain: Plain) -> tuple[Decimal | None, bool | None, list[Evidence], bool]:
    """Paid days off a year as stated, whether bank holidays come on top, and if it is a limit.

    Weeks are counted as five days ("5.6 weeks" is 28 days).
    """
    for pattern in _HOLIDAY:
        for match in pattern.finditer(plain.text):
            start, end = match.span()
            if _NOT_ALLOWANCE.search(plain.text[max(0, start - 22) : start]):
                continue
            if re.search(
                r"notice|birthday|\b(?:extra|additional|off in)\b|training|sick", match.group()
            ):
                continue
            days = decimal(match.group("n")) * (5 if match.group("unit").startswith("week") else 1)
            if not 3 <= days <= 70:
                continue
            tail = plain.text[match.end("unit") : match.end("unit") + 75]
            extra = (
                True if _BANK_EXTRA.search(tail) else False if _BANK_INSIDE.search(tail) else None
            )
            limit = bool(
                re.search(
                    r"\b(?:up to|minimum|at least|from)\b", plain.before(start, 18) + tail[:22]
                )
            )
            return tidy(days), extra, [plain.evidence("holiday_days", start, end)], limit
    return None, None, [], False


def find_shift_notice(plain: Plain) -> tuple[int | None, list[Evidence]]:
    """Days between hearing of a shift and working it: the night before is 1, the same day 0."""
    for match in _OUT_ON.finditer(plain.text):
        day = _WEEK_DAYS.index(match.group("day"))
        return 7 - day + (7 if match.group("after") else 0), [
            plain.evidence("shift_notice_days", *match.span())
        ]
    for pattern in _NOTICE:
        for match in pattern.finditer(plain.text):
            unit = match.groupdict().get("unit") or match.groupdict().get("unit2") or ""
            number = match.groupdict().get("n") or "1"
            count = int(number) if number.isdigit() else 1
            if re.search(
                r"\b(?:leave|quit|resign|contract|probation|cancel|holiday)\b",
                plain.before(match.start(), 30) + match.group(),
            ):
                continue
            days = {"h": round(count / 24), "d": count, "w": 7 * count, "f": 14, "m": 28 * count}[
                unit[0]
            ]
            return days, [plain.evidence("shift_notice_days", *match.span())]
    for pattern, days in ((_NIGHT_BEFORE, 1), (_SAME_DAY, 0)):
        for match in pattern.finditer(plain.text):
            left, right = plain.clause(*match.span())
            around = plain.text[max(left, match.start() - 70) : min(right, match.end() + 40)]
            ahead, behind = around.split(match.group(), 1)
            said = ahead.split(",")[-1] + match.group() + behind.split(",")[0]
            if re.search(
                r"\b(?:paid|pay|cash|wages|cancel\w*|sent home|send\w* \w+ home|"
                r"sick)\b",
                said,
            ):
                continue
            if _NOTICE_CONTEXT.search(around):
                return days, [plain.evidence("shift_notice_days", *match.span())]
    return None, []


def find_leaving_notice(plain: Plain) -> tuple[Decimal | None, list[Evidence]]:
    """Weeks of notice either side gives to end the job; a month is counted as four weeks."""
    for match in _LEAVE_NOTICE.finditer(plain.text):
        around = plain.before(match.start(), 30) + plain.after(match.end(), 30)
        if re.search(r"\b(?:rotas?|shifts?|hours)\b", around) and not re.search(
            r"\b(?:leave|quit|contract|end)\b", around
        ):
            continue
        count = 1 if match.group("n") in {"a", "one"} else int(match.group("n"))
        weeks = count * (4 if match.group("unit").startswith("month") else 1)
        return Decimal(weeks), [plain.evidence("notice_weeks", *match.span())]
    return None, []


def find_probation(plain: Plain) -> tuple[Decimal | None, list[Evidence]]:
    """Length of probation in months; weeks are turned into months of 52/12 weeks."""
    match = _PROBATION.search(plain.text)
    if not match:
        return None, []
    count = decimal(match.group("n") or match.group("n2"))
    unit = match.group("unit") or match.group("unit2")
    months = count if unit.startswith("month") else tidy(count * 12 / 52)
    return months, [plain.evidence("probation_months", *match.span())]


def find_pension_percent(plain: Plain) -> tuple[Decimal | None, list[Evidence]]:
    """What the employer pays into the pension, per cent of pay."""
    match = _PENSION.search(plain.text)
    if not match:
        return None, []
    value = decimal(match.group("n") or match.group("n2"))
    return (
        (value, [plain.evidence("pension_percent", *match.span())]) if value <= 40 else (None, [])
    )


def find_break_minutes(plain: Plain) -> tuple[int | None, list[Evidence]]:
    """Length of the break in a shift, minutes."""
    match = _BREAK_LENGTH.search(plain.text)
    if not match:
        return None, []
    if match.group("hour") or match.group("hour2"):
        minutes = Decimal(60)
    elif alone := match.group("n3") or match.group("n4") or match.group("n5"):
        minutes = decimal(alone)
    else:
        unit = match.group("unit") or match.group("unit2")
        minutes = decimal(match.group("n") or match.group("n2")) * (
            60 if unit.startswith("hour") else 1
        )
    return (
        (int(minutes), [plain.evidence("break_minutes", *match.span())])
        if minutes <= 120
        else (None, [])
    )


def find_place(plain: Plain) -> tuple[str | None, list[Evidence]]:
    """The place that a label names ("Location: ..."), in the typed words."""
    match = _PLACE.search(plain.text)
    if not match:
        return None, []
    evidence = plain.evidence("place", *match.span("place"))
    return evidence.text.strip(" :-"), [evidence]


def breaks_of(said: Said, flags: Said) -> tuple[Literal["none", "unpaid", "paid"] | None, Said]:
    """Whether there are breaks and whether they are paid; docked but never given is none."""
    if "no_breaks" in flags:
        return "none", {"breaks": flags["no_breaks"]}
    if "breaks.unpaid" in said:
        return "unpaid", {"breaks": said["breaks.unpaid"]}
    if "breaks.paid" in said:
        return "paid", {"breaks": said["breaks.paid"]}
    return None, {}


def sick_pay_of(
    said: Said, flags: Said
) -> tuple[Literal["none", "statutory", "better"] | None, Said]:
    """What is paid when ill: none at all, the legal least, or more."""
    if "no_sick_pay_claimed" in flags:
        return "none", {"sick_pay": flags["no_sick_pay_claimed"]}
    if "sick.statutory" in said:
        return "statutory", {"sick_pay": said["sick.statutory"]}
    if "sick.better" in said:
        return "better", {"sick_pay": said["sick.better"]}
    return None, {}
