"""Which jobs one message describes: "two jobs: a care home at £12.90, and a shop at £13.40"."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.offers.extract import extract
from bot.offers.extract.money import find_money
from bot.offers.extract.text import plain
from bot.offers.offer import LONGEST_DESCRIPTION

#: Where the words plainly go over from one job to the other.
_OTHER_JOB = (
    r"\bthe other (?:one|job|offer|is|at|in|pays)\b|\banother (?:one|job|offer|place|at|in|with)\b"
    r"|\b(?:second|2nd) (?:one|job|offer)\b|\b(?:job|offer|option) (?:b|2|two)\b"
)
_PLAINLY = re.compile(_OTHER_JOB, re.IGNORECASE)
#: Where they do so in a message that asks for a comparison.
_COMPARED = re.compile(
    rf"{_OTHER_JOB}|\bversus\b|\bvs\.?\b|\bthe other\b|\bor (?:a|the|one)\b|\n\s*\n", re.IGNORECASE
)
#: Words that say how many jobs will follow.
_SEVERAL = re.compile(
    r"\b(?:two|2|three|3|four|4|both|a couple of|couple of|a few)(?: of)?"
    r"(?: (?:different|possible|other|new|job|my|these|the|care|shop))*"
    r" (?:jobs?|offers?|roles?|options?|interviews?|positions?|places|gigs)\b(?: are)?[\s:.,-]*",
    re.IGNORECASE,
)
#: Where the next of them may begin.
_NEXT = re.compile(
    r"(?:[;\n]|[.,](?=\s)(?!\s*(?:and|but|so|which|with|plus)\b(?! (?:an?|one|the)\b)))\s*(?:and )?"
    r"|\s+and (?=(?:an?|one|the|another)\b)|\s+(?=(?:\(?[2-4b-d][).:]) )",
    re.IGNORECASE,
)


def jobs_in(text: str, describes: Callable[[str], bool], *, asked: bool) -> tuple[str, ...]:
    """Return the stretch of a message that describes each job; the whole where there is one.

    Args:
        text: as typed.
        describes: whether words describe a job at all.
        asked: whether a comparison was asked for. Otherwise each job must tell a pay of its own.
    """
    short = len(text) <= LONGEST_DESCRIPTION
    if not asked and not short:
        return (text,)
    for match in (_COMPARED if asked else _PLAINLY).finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if all(map(describes if asked else _pays, (before, after))):
            return before, after
    opener = _SEVERAL.search(text) if short else None
    listed = _listed(text[opener.end() :]) if opener else ()
    if not opener or len(listed) < 2:
        return (text,)
    ahead = text[: opener.start()]  # "I'm 19 and I have two offers: ..."
    return listed if _pays(ahead) else tuple(f"{ahead}{job}" for job in listed)


def _listed(text: str) -> tuple[str, ...]:
    """Cut a list of jobs before each one that has a pay of its own."""
    page = plain(text)
    sums = [page.starts[money.start] for money in find_money(page)]
    for match in _NEXT.finditer(text):
        if not sums or not sums[0] < match.start() <= sums[-1]:
            continue  # reading a whole offer costs milliseconds, and there is no pay on one side
        before, after = text[: match.start()], text[match.end() :]
        if _pays(before) and _pays(after):
            return before, *_listed(after)
    return (text,)


def _pays(text: str) -> bool:
    pay = extract(text, sideways=False).pay
    return (pay.amount_min or pay.amount_max) is not None
