"""What a description says of other jobs: other people's, and the one that was left behind.

People compare: "my mate gets £15 but mine is £12.85", "my last job was all cash, this one is
through the books". What belongs to another job is blanked before anything is read, so that its
pay, hours and faults are not taken for those of the offer. Only short descriptions are treated
so: an advert speaks of one job.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.offers.extract.text import Plain

_LEFT_AT_LEAST = 12  # letters of the job itself; with less, the other job is the subject

_PERSON = (
    r"(?:mates?|friends?|cousin|sister(?: in law)?|brother(?: in law)?|neighbour|flatmate|"
    r"housemate|partner|husband|wife|girlfriend|boyfriend|dad|mum|uncle|aunt(?:ie|y)?|"
    r"colleagues?|bro|sis|other half|ex)"
)
_HAS_A_JOB = (
    r"(?:(?:he |she |they )?(?:works?|gets?|got|is|was|are|were|earns?|makes?|does|did|had|has|"
    r"on|pays?|paid|have|told|said|says|who|started|doing|working|getting|paying)\b)"
)
# What turns back to the job in question.
_MINE = (
    r"(?:but (?:mine|for me|this|with me|my one|i would|i(?:'?m| am) (?:going|only|getting|on)|"
    r"i will|the one i|"
    r"i got|i have got|they are offering me|here|my)\b|,? ?(?:whereas|while) (?:mine|this|i|my)\b"
    r"|[,;.] ?(?:mine|this (?:one|job|place)|my one|for me)\b)"
)
_THEIRS = re.compile(
    rf"(?:^|[.;,\n] ?|\b(?:my|a|her|his|the) (?:\w+ )?){_PERSON} "
    rf"{_HAS_A_JOB}[^\n;]{{0,140}}?(?={_MINE})"
)
# "My sister gets 26k in an office": told beside the pay of the job itself.
_THEIR_PAY = re.compile(
    rf"(?:^|[.;,\n] ?|\b(?:and|but|while) )(?:my|our) (?:\w+ )?{_PERSON} "
    rf"(?:have \d\d years and |(?:is|who is) \d\d and )?(?:gets?|earns?|makes?|is on|on) "
    rf"£?\d[^.;\n]*(?:\.\d[^.;\n]*)*"
)
_A_SUM = re.compile(r"£\d|\b\d{1,2}\.\d\d\b|\b\d+k\b")
_BEFORE = (
    r"(?:(?:^|(?<=[.;,]\s))(?:last|old|previous) (?:place|job|boss)\b|(?:^|(?<=[.;,]\s))before "
    r"(?=(?:she|he|i|they|we) (?:had|got|did|never|worked)\b)|"
    r"(?:my|the|an|his|her)\s(?:old|last|previous|former|ex)\s(?:\w+\s)?(?:jobs?|place|work|"
    r"boss|employers?|company|one|role|gig|manager|agency|position)|\bi (?:\w+ )?(?:left|quit|"
    r"packed in|walked out of|came from|resigned from|got sacked from) (?:a|an|my|the|that|this)\b"
    r"|\bused to (?=work|do|be|get|earn|have|make)|\b(?:i was|i were|been) (?:\w+ )?(?:on|"
    r"getting|paid|earning|doing) [^.;\n]{0,40}\b(?:before|previously|at my)\b"
    r"|\bwhere i (?:was|worked|am) (?:before|now|at the moment))"
)
_NOW = (
    r"(?:[,;.]? ?\b(?:but|now|whereas|so) (?:i|this|here|the new|it|these|they|now|mine|at)\b|"
    r"[,;:] ?(?:this|the new|new|now|here|mine|these|so|instead)\b|\. |[;\n]|"
    r"\bthis (?:one|job|place|new|is)\b|\b(?:the )?new (?:one|job|place)\b|$)"
)
_FORMER = re.compile(rf"{_BEFORE}[^\n;]{{0,160}}?(?={_NOW})")
_FIRST_OFFER = re.compile(
    r"\b(?:they|he|she|it|it was|pay was|first|originally|initially)(?: \w+)? "
    r"[^.;\n]{0,30}£?\d[^.;\n]{0,30}?"
    r"\b(?:at first|first|originally|initially)\b[^.;\n]{0,40}?(?=\b(?:but|so|and|"
    r"now)\b[^.;\n]*£?\d)"
    r"|(?<!\w)£?\d[\d.,]*[^.;\n£\d]{0,30}?\b(?:no,? wait|sorry,? (?:i mean|it|that)|i mean|"
    r"scrap that)\b"
)
_SAID_AT_FIRST = re.compile(
    r"\b(?:told me|told|said|says|promised|advertised|"
    r"advert)\b[^.;\n£\d]{0,30}£?\d[^;\n]{0,40}?(?=\bbut "
    r"(?:(?:the|my) (?:contract|letter|offer|email)|(?:(?:she|he|they) )?(?:told|"
    r"said)[^.;\n]{0,12}on the phone|"
    r"now|actually|in fact|it (?:is|turned out))\b[^.;\n]{0,40}£?\d)"
    r"|\b(?:meant|supposed) to be \d+ hours?[^.;\n]{0,15}?(?=\bbut\b)"
    r"|(?<!\w)£?\d[\d.,]*(?: an hour| per hour)? (?:last|the previous) "
    r"year[^.;\n£\d]{0,12}(?=\bnow\b)"
)
_CURRENT = re.compile(
    r"\b(?:i am )?(?:currently|at the moment i|right now i|at present i)\b[^\n;.]{0,100}?"
    r"(?=\b(?:but|and|then|,)? ?(?:have |has |am |just |got |been |being )*"
    r"(?:offered|(?:the|this|a) new|this (?:one|job)))"
)
# Words of the same clause before "at my old place" that speak of it too.
_PAST_AHEAD = re.compile(
    r"(?:^|[.;,\n]|\bbut\b|\bthan\b)(?P<past>(?:(?!\bthan\b)[^.;,\n])*\b(?:was|were|used to|did|"
    r"had|got|worked|paid|made|never)\b(?:(?!\bthan\b)[^.;,\n]){0,60})$"
)


def without_other_jobs(plain: Plain) -> Plain:
    """A copy with what is said of other jobs blanked, every character in its place."""
    if plain.is_advert:
        return plain
    kept = list(plain.text)
    for start, end in _of_other_jobs(plain.text):
        kept[start:end] = " " * (end - start)
    text = "".join(kept)
    if text == plain.text or sum(c.isalnum() for c in text) < _LEFT_AT_LEAST:
        return plain
    return plain.with_text(text)


def _of_other_jobs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches that speak of another job."""
    for match in _THEIR_PAY.finditer(text):
        if _A_SUM.search(text[: match.start()] + text[match.end() :]):
            yield match.span()
    for pattern in (_THEIRS, _CURRENT, _FIRST_OFFER, _SAID_AT_FIRST):
        yield from (match.span() for match in pattern.finditer(text))
    for match in _FORMER.finditer(text):
        yield _from(text, match.start()), match.end()


def _from(text: str, start: int) -> int:
    """Where the words about a former job begin, given where it is named."""
    ahead = _PAST_AHEAD.search(text[:start])
    return ahead.start("past") if ahead else start
