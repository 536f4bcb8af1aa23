"""What a description says of the person that the offer is for: age, and year as an apprentice."""

from __future__ import annotations

import re

from bot.offers.extract.text import Plain
from bot.offers.offer import Evidence

_OLD = r"(?P<{name}>1[4-9]|[2-6]\d)"
_NOT_AGE = (
    r"(?! ?(?:hours?|minutes|days?|weeks?|months|miles|%|per|an? (?!work|stud|liv|look|new)|on\b|"
    r"in\b|£|k\b|p\b|:|"
    r"\.\d|,\d|"
    r"-|to\b|or\b|stone|shifts?|pounds?|next|soon|tomorrow))"
)
_MY_OWN = (
    r"\b(?:my|ma|our|oor|wur) (?:\w+ )?(?:son|daughter|brother|sister|nephew|niece|grandson|"
    r"granddaughter|grandbairn|lad|laddie|lass|lassie|girl|boy|kid|wean|bairn|mate|pal|friend|"
    r"cousin|partner|wife|husband|client|learner|participant|service user|tenant)"
)
_AGE = re.compile(
    rf"(?:\bi am|\bi'?m|{_MY_OWN},?"
    rf"(?: is|'s| who is| who'?s)?)"
    rf"(?: only| just| now| aged?| a)* "
    rf"{_OLD.format(name='said')}\b{_NOT_AGE}"
    rf"|\bi have {_OLD.format(name='years')} years\b(?! (?:experience|of|in|on))"
    rf"|\b(?:our|wee) [a-z]+(?: is|'s) {_OLD.format(name='ours')}\b{_NOT_AGE}"
    rf"|(?:^|[.,;] ?|\bi (?:have )?(?:just )?)turned {_OLD.format(name='turned')}\b"
    rf"|(?<!have a )(?<!have an )(?<!got a )(?<!got an )(?<!and a ){_OLD.format(name='old')}"
    r" ?-?years? ?-?olds?\b(?! ?(?:company|firm|business|building|house|van|car|kids?|child|at))"
    rf"|\byoung (?:people|person|man|woman|lad|lass|mum|dad),? (?:who is )?"
    rf"{_OLD.format(name='young')}\b{_NOT_AGE}|\baged "
    rf"{_OLD.format(name='aged')}\b(?! ?(?:to|-|and|or))"
    rf"|\b(?:man|woman|lad|lass|girl|boy|lady|person|client) of {_OLD.format(name='of')}\b"
    rf"|(?:^|[.;] ?)at {_OLD.format(name='at')},? i\b"
)
_NOT_YET = re.compile(
    r"\b(?:nearly|almost|turn(?:ing|s)?|until|when|if|once|over|under|until i am|after|"
    r"caring for|minding|teaching|tutoring)\b[^.\n]{0,12}$"
)


SOMEBODY_ELSE = re.compile(rf"{_MY_OWN}\b|\ba young (?:man|woman|person|lad|mum|mam)\b")
_THEIR_AGE = re.compile(
    rf"\b(?:she|he)(?: is|'?s)(?: only| just)? {_OLD.format(name='said')}\b{_NOT_AGE}"
)


_PAST_FIRST_YEAR = re.compile(
    r"\b(?:second|third|fourth|2nd|3rd|4th|final|last) year (?:of (?:my|his|her|their|the|an) )?"
    r"(?:\w+ )?apprentice|\byears? (?:2|3|4|two|three|four) (?:of (?:my|his|her|their|the|an) )?"
    r"(?:\w+ )?apprentice|\bapprentice\w*\b[^.;]{0,20}\b(?:second|third|fourth|2nd|3rd|4th) year"
)


def is_past_first_year(plain: Plain) -> bool:
    """Whether an apprentice is said to be past the first year, when the apprentice rate may end."""
    return not plain.is_advert and bool(_PAST_FIRST_YEAR.search(plain.text))


def find_age(plain: Plain) -> tuple[int | None, list[Evidence]]:
    """How old the person is, in whole years, where it is said in passing ("I'm 19")."""
    if plain.is_advert:
        return None, []
    told = list(_AGE.finditer(plain.text))
    if SOMEBODY_ELSE.search(plain.text):
        told += _THEIR_AGE.finditer(plain.text)
    for match in told:
        if not _NOT_YET.search(plain.text[: match.start()][-20:]):
            years = next(n for n in match.groupdict().values() if n)
            return int(years), [plain.evidence("worker_age", *match.span())]
    return None, []
