"""What can be asked once an offer was weighed, in words or by a button.

What to watch for in the first month, how to ask for a better deal, what turning it down can mean,
why the guide asks, and which words a part was taken from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import attrs

from bot.facts import load_facts
from bot.offers.advice import (
    BETTER_OFF,
    FIRST_MONTH,
    MAKE_BETTER,
    TITLES,
    TURN_DOWN,
    WHY_ASK,
    WORDS,
    advice,
    button,
    first_month,
    make_better,
    refusing,
    structure,
)
from bot.offers.assess import Assessment
from bot.offers.explain import ASK as ASK_THEM
from bot.offers.explain import explain
from bot.offers.model import load_model
from bot.offers.suits import CHANGE
from bot.replies import Button, Reply, packed

__all__ = ["TITLES", "WHY_ASK", "WORDS", "asked_in", "tell", "words"]

HOW_IT_FEELS = Button("How it feels", '/score_offer{"tell": "feels"}')
SANCTIONS = Button("About sanctions", "/ask_sanctions")
LONGEST_QUOTE = 60

_JOB = r"(?:it|this|that|them|(?:the|this|that) (?:job|offer|one|work|role))"
_END = r"(?= to (?:it|this|that|them|the job|the offer)\b| and | what | will | would |\W*$)"
_MEANS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        FIRST_MONTH,
        re.compile(
            r"\b(?:first|opening|early) (?:few |couple of )?(?:month|weeks?|days?)\b|\bweek one\b"
            r"|\b(?:watch(?:ing)?|look(?:ing)?) (?:out )?(?:for|at) (?:when|once|if|after) i\b"
            r"|\bwhat (?:should|do|must|can) i (?:need to |have to )?"
            r"(?:watch|keep an eye|look out|be careful)\b"
            r"|\b(?:keep an eye on|watch (?:out )?for|look out for|be careful (?:of|about|with))\b"
            r"|\b(?:when|once|after) i(?:'ve| have)? start(?:ed)?,? what (?:should|do|must|can) i\b"
            r"|\b(?:early on|at the start|to begin with|starting out)\b"
        ),
    ),
    (
        TURN_DOWN,
        re.compile(
            rf"(?<!was )(?<!been )(?<!got )(?<!were )(?<!they )"
            rf"\b(?:turn(?:ed|ing)?|knock(?:ed|ing)?) (?:{_JOB} )?(?:down|back)\b"
            r"(?! (?:my|me|a|any|overtime|shifts?|hours|extra|work)\b)"
            rf"|\b(?:refus(?:e|ed|ing)|reject(?:ed|ing)?|declin(?:e|ed|ing)) {_JOB}\b"
            r"|\b(?:if i|can i|could i|should i|allowed to|right to|free to|ok(?:ay)? to)"
            rf" (?:say no|said no|refused?){_END}"
            r"|\b(?:if i|can i|could i|should i) (?:decline|reject|refuse)\W*$"
            r"|\bif i (?:do not|don'?t) (?:accept|take it|say yes)\b"
            rf"|\b(?:do not|don'?t) (?:think i |really )?want {_JOB}(?:\W| job|$)(?! *[a-z]+ed\b)"
            rf"|\b(?:if i|can i|could i|should i) (?:pass|passed) (?:on|up) {_JOB}\b"
            rf"|\b(?:if i|can i) (?:pass {_JOB} up|walk away|say no thanks|give {_JOB} a miss)\b"
            rf"|\b(?:if i|do i have to|must i) (?:do not |don'?t |didn'?t )(?:take|want) {_JOB}\b"
            rf"|\b(?:do i have to|must i|have i got to) (?:(?:take|accept) {_JOB}|say yes)\b"
            rf"|\bsay(?:ing)? no to {_JOB}\b"
        ),
    ),
    (
        MAKE_BETTER,
        re.compile(
            r"\b(?:make|made|making) (?:it|this|that|this job|the job|this one|them)"
            r"(?: any| a bit| a little| at all)?"
            r" (?:less (?:poor|bad|rubbish|rough|awful)|not so bad|better(?! off)|fairer)\b"
            r"|\bget (?:them|the boss|the employer) to (?:give|offer|pay|agree|change|improve)\b"
            r"|\b(?:can|could|should) i ask (?:them )?for more\b"
            r"|\b(?:be|get) (?:made )?(?:less (?:poor|bad)|any better(?! off)|improved)\b"
            r"|\b(?:it|this|this job|the job) (?:be|get) better(?! off)\b"
            rf"|\b(?:improve|haggle over|push for better on) (?:on )?{_JOB}\b"
            r"|\b(?:ask|push|go) (?:them )?for (?:something |anything )?(?:better|a better deal)\b"
            r"|\b(?:get(?:ting)?|ask(?:ing)? for|push for) (?:a |any )?better (?:deal|terms)\b"
            r"|\bask them to change\b|\b(?:bargain|haggle)\b|\bmake (?:it|this) a better job\b"
            r"|\bbetter (?:deal|terms|hours) (?:from|out of|with) them\b|\bmade (?:any )?fairer\b"
            r"|\bwhat (?:could|can|should) i (?:push|bargain|hold out) for\b"
            r"|\bmake the (?:best|most) of (?:it|this)\b|\bnegotiate\b"
        ),
    ),
    (
        WORDS,
        re.compile(
            r"\b(?:which|what|my|the|exact) words\b"
            r"|\bwhere (?:did|do|have) you (?:got?|get|take|taken|read|see) (?!from)\w"
            r"|\bwhat (?:did i|have i) (?:say|said|write|type)\b|\bi never said\b"
            r"|\bshow (?:me )?(?:what|where) (?:i|you) (?:said|wrote|typed|based|read|got|took)\b"
            r"|\b(?:what|which bit) made you (?:say|think)\b"
            r"|\bhow do you know (?:that )?(?:it'?s|it is|its|they'?re|i)\b"
            r"|\bwhere (?:did|does|do) (?:the )?(?!(?:that|this|it)\b)\S+"
            r"(?: hours| an hour| pay)? come from\b"
            r"|\bwhich (?:bit|part) of (?:my|the|what)\b|\bhow did you work out (?:the|my)\b"
            r"|\bhow did you get the\b"
        ),
    ),
    (
        WHY_ASK,
        re.compile(
            r"\bwhy (?:do|are|did|would) you (?:need to |want to |have to )?"
            r"(?:ask(?:ing)?|know|need)\b"
            r"|\bwhy (?:do|should|would) i (?:need to |have to )?(?:ask|tell|say)\b"
            r"|\bwhat do you (?:need|want) (?:to know )?(?:it|that|this|all that)?"
            r" ?(?:to know )?for\b"
            r"|\bhow come you (?:ask|want to know|need)\b"
            r"|\bwhy (?:ask|these|those) (?:these|those|questions?)\b"
            r"|\b(?:point|use|purpose) of (?:asking|(?:these|those|all the|the) questions?)\b"
        ),
    ),
)
#: Words that ask for the law, for a letter or for practice: those have answers of their own.
_ELSEWHERE = re.compile(
    r"\b(?:law|legal|illegal|minimum wage|rights?|rules?|entitled|letters?|emails?|practi[sc]e|sick"
    r"|holidays?|breaks?|can they|are they allowed|(?<!how )do i get|will i get"
    r"|notice period|sack(?:ed)?)\b"
)
#: "They keep the first week's pay" tells of the job; only a question asks what to watch for.
_ASKS = re.compile(
    r"\?|^(?:and |so |ok(?:ay)?,? )?(?:what|how|which|is there|are there|should|tell|show|any\w*)\b"
    r"|\b(?:watch|look(?:ing)? out|keep an eye|careful|tips|warning signs"
    r"|what (?:should|do|can|must) i)\b"
)
#: Longer messages describe a job, whatever they ask besides.
MOST_WORDS = 25
_NOT_THEN = (FIRST_MONTH, MAKE_BETTER, WORDS)

#: Words for the parts of an offer, and what a person calls them.
_FIELDS: tuple[tuple[str, str, str], ...] = (
    ("pay", "Pay", r"\b(?:pay|wages?|money|salary|rate|£)"),
    ("hours", "Hours", r"\bhours?\b|\bhrs\b"),
    ("contract", "Contract", r"\bcontract|permanent|temp|zero|agency"),
    ("patterns", "Times", r"\btimes?\b|nights?|weekends?|evenings?|shifts?"),
    ("shift_notice_days", "Notice of shifts", r"\bnotice|rota\b"),
    ("breaks", "Breaks", r"\bbreaks?\b"),
    ("holiday_days", "Holiday", r"\bholidays?\b"),
    ("sick_pay", "Sick pay", r"\bsick"),
    ("mentions", "What comes with it", r"\bpension|training|uniform|tips\b"),
    ("red_flags", "Worth asking about", r"\bflags?\b|law|worr"),
    ("unpaid_time", "Unpaid time", r"\bunpaid\b"),
    ("deductions", "Costs", r"\bcosts?\b|deduct"),
    ("unpaid_start", "Unpaid at the start", r"\bunpaid\b|training|trial"),
    ("start_costs", "Costs at the start", r"\bcosts?\b"),
)


def asked_in(text: str) -> str | None:
    """Return which of the follow-ups the words ask for, or None."""
    words = text.strip().lower().replace("’", "'")
    if len(words.split()) > MOST_WORDS:
        return None
    found = next((name for name, pattern in _MEANS if pattern.search(words)), None)
    if found == FIRST_MONTH and not _ASKS.search(words):
        return None
    return None if found in _NOT_THEN and _elsewhere(found, words) else found


def _elsewhere(name: str, words: str) -> bool:
    """Say if the words ask for the law, a letter or practice; a part of the offer may be named."""
    match = _ELSEWHERE.search(words)
    parts = ("holiday", "break", "sick")
    return bool(match) and not (name == WORDS and match and match[0].startswith(parts))


def tell(name: str, found: Assessment, text: str = "") -> tuple[Reply, ...]:
    """Return the replies to a follow-up.

    Under signs of a scam or of exploitation the safety answer comes again, and nothing else.

    Args:
        name: one of the follow-ups.
        found: the offer, weighed.
        text: the person's words, which may name a part.
    """
    if found.safety:
        return explain(found)
    tells: dict[str, Callable[[], tuple[Reply, ...]]] = {
        FIRST_MONTH: lambda: _first_month(found),
        MAKE_BETTER: lambda: _make_better(found),
        TURN_DOWN: lambda: _turn_down(found),
        WHY_ASK: lambda: _why_ask(found),
        WORDS: lambda: words(found, text),
    }
    return tells[name]()


def words(found: Assessment, text: str = "") -> tuple[Reply, ...]:
    """Show the words that each part, or the part that is named, was understood from."""
    named = [row for row in _FIELDS if re.search(row[2], text.lower())]
    say = advice()["following"]
    quoted = [
        f"{name}: {quotes}."
        for field, name, _ in named or _FIELDS
        if (quotes := _quotes(found, field))
    ]
    if not quoted:
        return (Reply(say["no_words"], (CHANGE,)),)
    return _messages([say["words"], *quoted], (CHANGE, button(WHY_ASK)))


def _first_month(found: Assessment) -> tuple[Reply, ...]:
    lines = [advice()["following"]["first_month"], *first_month(found)]
    return _messages(lines, (button(MAKE_BETTER), HOW_IT_FEELS, BETTER_OFF))


def _make_better(found: Assessment) -> tuple[Reply, ...]:
    say, cause = advice()["following"], structure(found)
    opening = [cause] if cause else []
    lines = [*opening, say["make_better"], *make_better(found), say["your_choice"]]
    return _messages(lines, (ASK_THEM, button(FIRST_MONTH), button(TURN_DOWN)))


def _turn_down(found: Assessment) -> tuple[Reply, ...]:
    """Say what turning it down can mean, and who can advise first; never that they should."""
    say = advice()["turning_down"]
    if found.situation.universal_credit is False:
        first = Reply(say["not_claiming"])
    else:
        first = attrs.evolve(refusing(found, load_facts()), buttons=())
    after = _messages([say["reasons"], say["before"]], (button(MAKE_BETTER), BETTER_OFF, SANCTIONS))
    return (first, *after)


def _why_ask(found: Assessment) -> tuple[Reply, ...]:
    """Say why the questions about this offer are worth asking."""
    say = advice()["following"]
    shown = int(load_model().settings["questions"]["shown"])
    if not found.ask:
        return (Reply(say["nothing_open"], (CHANGE,)),)
    lines = [f"{question.text} {question.why}" for question in found.ask[:shown]]
    return _messages([say["why_ask"], *lines, say["may_skip"]], (ASK_THEM, CHANGE))


def _quotes(found: Assessment, field: str) -> str:
    """Return the words behind a part of the offer, each once, joined."""
    said = (e.text for e in found.offer.evidence if e.field.split(".")[0] == field)
    quotes = dict.fromkeys(" ".join(text.split())[:LONGEST_QUOTE].strip() for text in said)
    return " and ".join(f"“{quote}”" for quote in list(quotes)[:3] if quote)


def _messages(lines: Iterable[str], buttons: tuple[Button, ...]) -> tuple[Reply, ...]:
    """Share lines over messages; the buttons stand under the last."""
    *first, last = packed(lines, joint="\n")
    return (*(Reply(text) for text in first), Reply(last, buttons))
