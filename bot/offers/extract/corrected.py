"""What people take back while they write: "£14, no wait, £13 an hour", "30 ... sorry, 35 hours".

The first figure is dropped and the second one kept, with the unit of the first where it has none.
Both must be of one kind: "£13 an hour, sorry, 20 hours" corrects nothing.
"""

from __future__ import annotations

import re

from bot.offers.extract.text import Plain

_FIGURE = r"£?\d[\d,]*(?:\.\d+)?k?"
_TAKES_BACK = (
    r"(?:no,? wait|wait,? no|no,? sorry|sorry,? no|no,? actually|actually,? no|no,? tell a lie|"
    r"tell a lie|hang on|i mean|i meant|(?:scratch|scrap|ignore) that|make that|or rather|"
    r"my mistake|correction|no,? (?:it is|it's|that's|that is)|(?<=[,.-] )(?:wait|sorry|no))"
)
_CORRECTED = re.compile(
    rf"(?<![\w.£]){_FIGURE}(?P<unit>(?:(?![.,-] )[^\n;£\d]){{0,28}}?)[ ,.-]*[ ,.-]"
    rf"{_TAKES_BACK}(?:[ ,.-]+(?:{_TAKES_BACK}|it is|it's|its|that's|more like|about|actually))*"
    rf"[ ,.-]+(?P<second>{_FIGURE})(?![\d:])"
)
_TIME = r"(?:hour|day|week|fortnight|month|year|shift|night|[1-9] weeks)"
_UNIT = re.compile(
    rf" ?(?:-?hours?\b|%|days?\b|shifts?\b|nights?\b|minutes?\b|(?:per|an?|each|every) {_TIME}|"
    r"weekly|monthly|weeks?\b|months?\b|people\b|(?:per|an?|each) \w+|am\b|pm\b)"
)
_HOURS = re.compile(r"^ ?-?hours?\b")
_COUNTED = re.compile(r"^ ?-?(?:hours?|days?|shifts?|nights?|weeks?|months?|minutes?)\b")
_RATE = re.compile(r"(?:per|an?|each) hour\b")


def with_corrections(plain: Plain) -> Plain:
    """A copy in which a figure that was taken back is gone and its correction stands alone."""
    return plain if plain.is_advert else plain.replace(_CORRECTED, _second)


def _second(match: re.Match[str]) -> str | None:
    first, unit, second = match.group(), match.group("unit"), match.group("second")
    after = match.string[match.end() : match.end() + 24]
    own = _UNIT.match(after)
    money = first.startswith("£") or bool(_RATE.search(unit))
    hours = bool(_HOURS.match(unit))
    if (money and _COUNTED.match(after)) or (hours and (second[0] == "£" or _RATE.search(after))):
        return None
    if own is None:
        return f"{second}{unit.rstrip(' ,.-')}"
    if hours and not _HOURS.match(after):
        return f"{second} hours"
    return f"£{second}" if first[0] == "£" and second[0] != "£" else second
