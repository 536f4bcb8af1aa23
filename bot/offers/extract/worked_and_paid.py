"""Working time beyond what is paid, where somebody tells both: "out seven hours, paid for five".

All of it counts for the minimum wage: travel between jobs (National Minimum Wage Regulations 2015,
regulation 34), hours beyond the contract, and a break that is taken off pay and never given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import attrs

from bot.offers.extract.numbers import decimal
from bot.offers.extract.text import Plain
from bot.offers.offer import Evidence

_N = r"(?<![\d.£:])\d{1,2}(?:\.\d{1,2})?"
_LONGEST_DAY = 16  # hours; more than that is a week
_LONGEST_BREAK = 2
_MOST_A_DAY, _MOST_A_WEEK = 6, 30

_OUT = (
    # "I'd be out seven hours and they'd pay five and a half"
    re.compile(
        rf"\b(?:out|away|on the (?:go|road)|on shift|gone|working)(?: for)?(?: about| around| "
        rf"maybe)? (?P<worked>{_N}) hours?\b(?:(?!£)[^;]){{0,120}}?\b(?:pays?|paid|payslip|"
        rf"pay ?roll|time ?sheet|wages)\b[^;.£\d]{{0,30}}?(?P<paid>{_N})(?=(?: of (?:them|those|"
        r"it)| hours?)?(?:[,.;)]| (?:and|the|rest|then|but|of|hours)\b|$))"
    ),
    # "the app shows six hours paid on a day when she is out for nine"
    re.compile(
        rf"\b(?P<paid>{_N}) (?:paid hours?|hours? paid)\b[^;.£\d]{{0,40}}?\b(?:out|away|on the "
        rf"(?:go|road)|there)(?: for)?(?: about| around)? (?P<worked>{_N}) hours?\b"
    ),
)
_ON_THE_ROAD = (
    r"(?:bus(?:es)?|cars?|traffic|driv\w+|travel\w*|road|walk\w*|train|between|getting (?:to|from))"
)
_MORE = (
    # "six hours paid a day and two more sat in traffic"
    re.compile(
        rf"\b(?:hours? (?:are |is |of )?paid|paid hours?)\b[^;.£\d]{{0,25}}?\b"
        rf"(?:and|plus|then|with)(?: about| around| maybe| another)? (?P<more>{_N}) "
        rf"(?:more|extra|or so|hours?)\b"
        rf"[^;.£\d]{{0,40}}?\b{_ON_THE_ROAD}\b"
    ),
    # "with another six or so on buses between the visits, which she is not paid for"
    re.compile(
        rf"\b(?:another|extra|plus|and) (?P<more>{_N})(?: or so| odd| more| extra)?(?: hours?)?"
        rf"(?: or so)? (?:on|in|sat|stuck|spent|going)\b[^;.£\d]{{0,30}}?\b{_ON_THE_ROAD}\b"
        r"[^;.£\d]{0,60}?\b(?:not (?:be |get |getting )?pa(?:id|y)|unpaid|no pay|"
        r"for (?:nothing|free))"
    ),
)
# "six hours of visits and an hour and a half in the car", where the drive is said to be unpaid
_VISITS = re.compile(
    rf"{_N} hours? of (?:visits|calls|care|contact|cleans|jobs)\b[^;.£\d]{{0,25}}?\b"
    rf"(?:and|plus|with)(?: about| around| another)? (?P<more>{_N}|\d{{2,3}}) "
    rf"(?:more |extra )?(?P<unit>hours?|minutes?)\b[^;.£\d]{{0,20}}?\b{_ON_THE_ROAD}\b"
)
_ROAD_UNPAID = re.compile(
    rf"\b{_ON_THE_ROAD}\b[^.;£]{{0,40}}\b(?:not (?:be |get |getting )?paid|unpaid|no pay|for "
    r"(?:nothing|free)|clock stops)\b"
)
_WEEKLY = re.compile(r"\b(?:[1-6]\d(?:\.\d)? (?:paid )?hours?|(?:a|per|each|every) week|weekly)\b")

# "contract says 40, but it is really 55 every week and nothing for the extra"
_ON_PAPER = re.compile(
    rf"\b(?:contract(?:ed)?|paper(?:work)?)(?: hours)?(?: is| are| of| for| says?| to| at)?"
    rf"(?: only| just)? (?P<paid>{_N})(?: hours?)?\b(?:(?!£)[^;]){{0,90}}?\b(?:really|actually|"
    rf"expect(?:ed)?|more like|nearer|closer to|in practice|reality|it is|it's|do|does|works?|"
    rf"ends? up)\b"
    rf"(?: (?:it is|at|to do|to be|you to do|about|around|more like|like|you|everyone|on|with|"
    rf"doing|people|is|do|does|work)){{0,4}} (?P<worked>{_N})(?: ?(?:-|to|or) ?\d\d)?\b"
    rf"(?! ?(?:minutes|days?|%|p\b|years?|miles))(?P<after>(?:(?!£)[^;]){{0,110}})"
)
_NOT_FOR_THAT = re.compile(
    r"\b(?:no|not|never|none|nothing|without|nor|a penny|unpaid|for free)\b[^;]{0,45}?\b(?:extra|"
    r"paid|pay|penny|pennies|money|overtime|rest|other|difference|it)\b|\bunpaid\b|\b(?:rest|extra|"
    r"other \d+)[^;]{0,25}\b(?:free|nothing|unpaid|on the house)\b"
)

# "they knock half an hour off every shift for a break and nobody ever gets it"
_DOCKED = (
    re.compile(
        r"\b(?:(?:knock|dock|deduct)\w*|stop(?:s|ped)?|lose|clock\w* (?:you|me|us)|"
        r"(?:take[ns]?|taking|comes?)(?=[^;£]{0,40}\b(?:off|out|from)\b))[^;.£]{0,20}? "
        r"(?P<n>\d{1,2}(?:\.\d{1,2})?|an?) ?(?P<unit>hours?|minutes?)\b[^;£]{0,60}?"
        r"\b(?:breaks?|lunch|dinner|rest)\b(?P<after>[^;£]{0,110})"
    ),
    re.compile(
        r"\b(?P<n>\d{1,2}(?:\.\d{1,2})?|an?) (?P<unit>hours?|minutes?) (?:is |are |gets? )?"
        r"(?:taken|knocked|docked|deducted|stopped)\b[^;£]{0,40}?"
        r"\b(?:breaks?|lunch|dinner|rest)\b(?P<after>[^;£]{0,110})"
    ),
)
_NEVER_GIVEN = re.compile(
    r"\b(?:no ?one|nobody|never|not|no chance|barely|hardly|without)\b(?: \w+){0,5}? (?:take|takes|"
    r"took|taken|get|gets|got|have|has|had|stop|leave|sit|manage|manages|given|gives|it|them|one|"
    r"any)\b|\b(?:work|working|works) (?:straight |right )?through\b"
)


@attrs.frozen
class WorkedUnpaid:
    """Working time that nobody pays for.

    Attributes:
        weekly: hours a week.
        evidence: the words that say so.
        by_the_day: it was told for a day.
        on_paper: the hours a week that are paid, where the contract gives fewer than are worked.
    """

    weekly: Decimal
    evidence: Evidence
    by_the_day: bool = False
    on_paper: Decimal | None = None


def find_worked_unpaid(plain: Plain, days: Decimal) -> WorkedUnpaid | None:
    """Return the hours a week that are worked and not paid; None where nobody tells of any.

    Args:
        days: shifts a week.
    """
    if plain.is_advert:
        return None
    found = (found for find in (_out, _more, _on_paper, _docked) for found in find(plain, days))
    return next((each for each in found if 0 < each.weekly <= _MOST_A_WEEK), None)


def _out(plain: Plain, days: Decimal) -> Iterator[WorkedUnpaid]:
    for pattern in _OUT:
        for match in pattern.finditer(plain.text):
            worked, unpaid = (
                decimal(match["worked"]),
                decimal(match["worked"]) - decimal(match["paid"]),
            )
            daily = worked <= _LONGEST_DAY
            if unpaid <= _MOST_A_DAY or not daily:
                yield _told(plain, match, unpaid * (days if daily else 1), by_the_day=daily)


def _more(plain: Plain, days: Decimal) -> Iterator[WorkedUnpaid]:
    unpaid = _ROAD_UNPAID.search(plain.text)
    for pattern in (*_MORE, _VISITS) if unpaid else _MORE:
        for match in pattern.finditer(plain.text):
            weekly = _WEEKLY.search(plain.text[max(0, match.start() - 40) : match.end()])
            more = decimal(match["more"])
            if (match.groupdict().get("unit") or "").startswith("minute"):
                more /= 60
            if weekly or more <= _MOST_A_DAY:
                yield _told(plain, match, more * (1 if weekly else days), by_the_day=not weekly)


def _on_paper(plain: Plain, days: Decimal) -> Iterator[WorkedUnpaid]:
    for match in _ON_PAPER.finditer(plain.text):
        paid = decimal(match["paid"])
        if _NOT_FOR_THAT.search(match["after"]):
            yield attrs.evolve(_told(plain, match, decimal(match["worked"]) - paid), on_paper=paid)


def _docked(plain: Plain, days: Decimal) -> Iterator[WorkedUnpaid]:
    for match in (match for pattern in _DOCKED for match in pattern.finditer(plain.text)):
        docked = decimal(match["n"]) if match["n"][0].isdigit() else Decimal(1)
        docked /= 60 if match["unit"].startswith("minute") else 1
        if docked <= _LONGEST_BREAK and _NEVER_GIVEN.search(match["after"]):
            yield _told(plain, match, docked * days, by_the_day=True)


def _told(
    plain: Plain, match: re.Match[str], weekly: Decimal, *, by_the_day: bool = False
) -> WorkedUnpaid:
    end = match.start("after") if "after" in match.re.groupindex else match.end()
    return WorkedUnpaid(weekly, plain.evidence("unpaid_time", match.start(), end), by_the_day)
