"""Tells a pasted advert or a described offer from a question about a job one has.

Adverts are long and full of words that the topics share (hours, pay, shifts, sick pay), so the
classifier can not be sure of them. Their wording gives them away: they talk of pay, of hours, of
the kind of contract, of what is looked for and of how to apply, and nobody in them says "my boss".
"""

from __future__ import annotations

import re

_LONG = 100  # words
_SHORT_ADVERTS = ((12, 4), (18, 3))  # at least so many words need at least so many signs
_FEWEST_WORDS_OF_DESCRIPTION = 10
_SIGNS_OF_DESCRIPTION = 3


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_SIGNS = {
    "pay": _any(
        r"£\s?\d",
        r"\d\s?(?:p/h|ph|pa|p\.a\.|per hour|per annum|an hour|a year|a week|per week)\b",
        r"\b(?:competitive|negotiable) (?:salary|pay|rate)",
        r"\bsalary\b",
        r"\b(?:minimum|national living) wage\b",
    ),
    "hours": _any(
        r"\d\s?(?:\+ )?(?:hours|hrs)\b",
        r"\bfull[- ]time\b",
        r"\bpart[- ]time\b",
        r"\b(?:early|late|night|day|weekend|rotating) shifts?\b",
        r"\bmon(?:day)?s?\s?(?:-|–|to)\s?(?:fri|sat|sun)",
        r"\b\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm)?\s?(?:-|–|to)\s?\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm)\b",
        r"\b\d on,? \d off\b",
    ),
    "contract": _any(
        r"\b(?:permanent|temporary|temp to perm|fixed[- ]term|zero[- ]hours?|0 hours?)\b",
        r"\bcasual (?:contract|role|position)",
        r"\bself[- ]employed\b",
        r"\bcontract (?:says|states|is for|gives)\b",
        r"\bjob type\b",
        r"\bcontract type\b",
    ),
    "sought": _any(
        r"\bwe(?: are|'re|’re)? (?:currently )?(?:looking for|seeking|recruiting|hiring)\b",
        r"\b(?:is|are) (?:looking|seeking|recruiting|hiring)\b",
        r"\b(?:looking|required|wanted) (?:for|to join)\b",
        r"\b(?:wanted|required|needed)\b",
        r"\b(?:vacancy|vacancies|candidates?|applicants?|the role|this role|job title)\b",
        r"\byou(?: will|'ll|’ll) (?:be|need|have|work|join|get)\b",
        r"\b(?:must have|experience (?:is )?(?:preferred|required|essential|desirable|not))",
        r"\b(?:no experience (?:needed|necessary|required))",
        r"\b(?:duties|responsibilities|requirements|benefits) ?(?:include|:)",
    ),
    "apply": _any(
        r"\bapply\b(?! for (?:universal|uc|pip|benefit))",
        r"\b(?:send|email|submit) (?:us )?(?:your |a )?(?:cv|application)\b",
        r"\bimmediate start\b",
        r"\bstart(?:ing)? (?:date|asap|immediately)\b",
        r"\bjoin (?:our|us|the|a)\b",
        r"\binterested\b.{0,40}\b(?:call|contact|email|text|message)\b",
        r"\b(?:location|salary|hours|pay|contract)\s*:",
    ),
}
_OWN_JOB = _any(
    r"\bmy (?:boss|manager|employer|supervisor|wages?|payslips?|shifts?|rota|contract|hours|job)\b",
    r"\bi(?: have|'ve|’ve|ve)? (?:been working|worked|work|working)\b",
    r"\bi(?: am|'m|’m|m) (?:paid|working|on|owed|still)\b",
    r"\b(?:owe|owes|owed) me\b",
    r"\bwhere i work\b",
    r"\bmy (?:work|company|agency|firm)\b",
)
_I = re.compile(r"\b[Ii](?=[ '’][a-z])")
_OFFERED = _any(
    r"\b(?:been|got|was|were|being|get|have) offered\b",
    r"\boffered (?:me|him|her|us|my|a)\b",
    r"\b(?:job|work) offer\b",
    r"\b(?:this|the|that|an) offer\b",
    r"\b(?:saw|seen|found|spotted) (?:this|a|an) (?:job|advert|ad|vacancy|role)\b",
    r"\bhere(?:'s| is|’s) (?:the|a|an) (?:ad|advert|job|offer)\b",
)
_ASKS_FOR_A_VIEW = _any(
    r"\bis (?:this|it|that) (?:a )?(?:good|ok|okay|decent|fair|bad|any good|worth)\b",
    r"\b(?:any )?good\?",
    r"\bgood job\?",
    r"\bworth (?:it|taking)\b",
    r"\bshould i (?:take|accept|go for)\b",
    r"\b(?:what do you|your) (?:think|reckon|thoughts)\b",
    r"\b(?:score|check|rate|look at|look over) (?:it|this|the|my)\b",
)
_OTHER_REQUEST = _any(
    r"\bbetter off\b",
    r"\btake[- ]home\b",
    r"\buniversal credit\b",
    r"\b(?:two|2|both) (?:jobs|offers)\b",
    r"\bwhich (?:one|job|of (?:them|these|the two))\b",
    r"\bother (?:one|job|offer)\b",
    r"\bsanction",
    r"\bcan they\b",
    r"\bare they allowed\b",
    r"\b(?:write|draft|help me (?:write|say))\b",
)


def looks_like_advert(text: str) -> bool:
    """Say whether a text reads as an advert: several of its signs, and nobody's own job.

    The longer the text, the fewer signs it needs, since people do not write to the guide at
    length about "the role" and "candidates".
    """
    words, signs = len(text.split()), _signs(text)
    if words >= _LONG and "sought" in signs:
        return len(signs) >= 2 and (len(signs) >= 4 or not _OWN_JOB.search(text))
    if _OWN_JOB.search(text) or _asks_for_something_else(text):
        return False
    if len(_I.findall(text)) > 1:
        return False  # a person telling a story, not an employer
    return any(words >= fewest and len(signs) >= needed for fewest, needed in _SHORT_ADVERTS)


def looks_like_described_offer(text: str) -> bool:
    """Say whether a person describes an offer they got and wants it looked at."""
    if len(text.split()) < _FEWEST_WORDS_OF_DESCRIPTION:
        return False
    if _OTHER_REQUEST.search(text) or _OWN_JOB.search(text):
        return False
    signs = _signs(text)
    asks = _ASKS_FOR_A_VIEW.search(text) is not None
    if "pay" not in signs or not (asks or _OFFERED.search(text)):
        return False
    return len(signs) >= (_SIGNS_OF_DESCRIPTION - 1 if asks else _SIGNS_OF_DESCRIPTION)


def looks_like_offer(text: str) -> bool:
    """Say whether a text is an advert or the description of an offer."""
    return looks_like_advert(text) or looks_like_described_offer(text)


def _signs(text: str) -> set[str]:
    return {sign for sign, pattern in _SIGNS.items() if pattern.search(text)}


def _asks_for_something_else(text: str) -> bool:
    return bool(_OTHER_REQUEST.search(text)) and "?" in text
