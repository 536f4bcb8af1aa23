"""What the form of a sentence tells: how it opens, whether it asks, whom it is about.

A sentence embedding blurs form: "You want nights" and "Do you want nights" lie close together. A
handful of patterns keeps them apart. They are hints that the learning weighs, not rules.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from bot.rehearsal.skills.sentences import sentences_of

Floats = npt.NDArray[np.float32]

_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'"})
_APOSTROPHES = re.compile(
    r"\b(you|they|we|i)(re|ve|ll|d)\b|\b(it|that|what|there|how|he|she|who|where)(s)\b"
    r"|\b(do|does|did|is|are|was|were|have|has|had|would|could|should|wo|ca)(nt)\b"
)
_NOT_WORDS = {"were", "well", "ill", "id", "wed", "shell"}

_FILLER = re.compile(
    r"(?:(?:so|and|but|okay|ok|right|well|u+m+|u+h+|er+m*|now|then|yeah|yep|yes|m+h*m*|mm-hmm|"
    r"hm+|alright|all right|aye|like|i mean|you know|oh|ah|great|good|lovely|brilliant|cool|sure|"
    r"no|see|look|listen|hi|hello|hiya|thanks|thank you|fair enough|i see|anyway|because|cos|"
    r"first(?: of all)?|just|also|actually|really|love|mate|pet|hen|duck|exactly|got it|"
    r"absolutely|perfect|wow|gosh|uh-huh|uh huh|mhm)\b[\s,.\-–…]*)+"
)

_BE = r"(?:do|did|does|are|is|was|were|have|has|had|can|could|would|will|should|might|may|shall|am)"
_NT = r"(?:n't)?"
_WHOM = (
    r"(?:you|he|she|they|it|that|this|there|we|i|your|anyone|anybody|any|the|these|those|his|her|"
    r"their|my|people|things|work)"
)

_PATTERNS = {
    "mark": r"\?",
    "asks_openly": (
        r"^(?:(?:in )?what\b(?! time| day| date| age| year| number| size)"
        r"|how\b(?! many| much| old| long| often| far| soon| big| come)|why\b)"
    ),
    "asks_for_fact": (
        r"^(?:how (?:many|much|old|long|often|far|soon|big)|what (?:time|day|date|age|year|number)"
        r"|when|where|who|which|whose|whereabouts|what's your (?:name|number|address|postcode))\b"
    ),
    "what_inside": (
        r"\b(?:what|how|why)(?:'s|'re|'d| is| do| does| did| would| are| have| has| was| were"
        r"| might| could| can| will| about| else| kind| sort| makes?| made)\b"
    ),
    "how_many_inside": r"\bhow (?:many|much|old|long|often|far|soon)\b",
    "inverted": rf"^{_BE}{_NT} {_WHOM}\b",
    "inverted_inside": rf"\b{_BE}{_NT} (?:you|he|she|they|it|there|we|anyone|your)\b",
    "or_in_question": r"\bor\b.*\?",
    "tag": (
        r"(?:\w,? \b(?:is it|isn't it|are you|aren't you|right|yeah|do you|don't you|didn't you|did you|"
        r"wouldn't you|haven't you|have you|eh|no|doesn't it|does it|can't you|innit|correct))\?*$"
    ),
    "checks_back": (
        r"\b(?:is that (?:right|fair|it|how|about right)|have i (?:got|understood)|does that sound"
        r"|did i (?:get|hear)|am i (?:right|close|hearing|getting)|correct me|is that close|"
        r"(?:tell|let) me (?:if|know if) i)\b"
    ),
    "tell_me": (
        r"\b(?:tell me|talk me|talk to me about|say (?:a bit|a little|more|some more)|describe|"
        r"walk me|fill me in|give me (?:an idea|a sense|a feel|a picture)|take me through|"
        r"help me understand|paint me|like to hear|love to hear|like to know|love to know|"
        r"explain (?:to me|a bit|what|how))\b"
    ),
    "wonders": r"\b(?:i wonder|wondering|curious|interested (?:in|to))\b",
    "sounds": (
        r"\b(?:sounds? (?:like|as)|(?:it|that|this|which) sounds|you sound|seems? (?:like|as|to)|"
        r"(?:it|that) seems|you seem|feels like|looks like|you look)\b"
    ),
    "you_first": r"^(?:you|you're|you've|you'd|you'll|your|yourself)\b",
    "you_feel": (
        r"\byou(?:'re| are| were|'ve been| feel| felt| really| just| also| still| don't| didn't|"
        r" do| kind of| sort of)* ?(?:feel|feeling|felt|want|wanted|worried|scared|afraid|hoping|"
        r"hope|wish|wondering|love|loved|miss|care|angry|upset|frustrated|proud|torn|tired|"
        r"concerned|sure|unsure|ready|hate|hated|dread|thinking|looking|struggling|trying|used to)\b"
    ),
    "gives_back": (
        r"\b(?:what i(?:'m| am) hearing|i(?:'m| am) hearing|i hear|(?:from )?what you(?:'re|'ve| are"
        r"| have)? (?:saying|said|told|telling|described)|you(?:'re| are) saying|you said|you told|"
        r"you mentioned|let me see if|if i(?:'ve| have)? (?:got|understood|understand|hear)|"
        r"on (?:the )?one hand|on the other|part of you|at the same time|in other words)\b"
    ),
    "it_first": r"^(?:it's|it is|it was|it|that's|that|there's|there is|this|for you)\b",
    "i_first": r"^(?:i|i'm|i've|i'd|i'll|me|my)\b",
    "we_first": r"^(?:we|we're|we'll|we've|let's|let me|let us)\b",
    "orders": (
        r"^(?:please |you )?(?:try|get|go|make|take|stop|start|put|keep|think|look|remember|don't|"
        r"be|give|apply|ring|phone|call|send|write|ask|use|find|sign|bring|come|have a|smile|cheer|"
        r"chin|hang|drop|lower|accept|forget|never mind|calm)\b"
    ),
    "must": (
        r"\byou(?:'ll|'ve| will| really| just| do)* (?:need to|needs to|have to|must|got to|gotta|"
        r"ought to|should|better|want to be|wanna)\b|\byou'd better\b"
    ),
    "if_i_were_you": (
        r"\b(?:if i (?:was|were) you|in your (?:shoes|position)|my advice|i'd (?:advise|suggest|"
        r"recommend)|why don't you|why not|you could always|have you tried|what you (?:need|should)|"
        r"the (?:best|first|only) thing|the thing (?:is|to do))\b"
    ),
    "permission": (
        r"\b(?:would it be (?:ok|okay|all ?right|useful|helpful)|is it (?:ok|okay|all ?right)|do you "
        r"mind|(?:can|could|may) i (?:ask|share|suggest|tell|offer|check|say)|if (?:that's|it's|you) "
        r"(?:ok|okay|all ?right|like|want|prefer|'d like)|with your permission|would you be (?:ok|"
        r"okay|open|up for|willing)|shall (?:we|i)|happy for me)\b"
    ),
    "choice": (
        r"\b(?:would you (?:like|prefer|rather|want)|up to you|your (?:choice|call|decision|say)|"
        r"you (?:choose|decide|pick|get to)|either way|whichever|whatever you|no pressure|in your "
        r"hands|only you|you're the (?:one|boss|expert)|fine (?:if|not)|don't have to)\b"
    ),
    "affirms": (
        r"\b(?:(?:it|that|which)(?:'s)? (?:took|takes|must have taken|shows|says|taken)|"
        r"proud|impress\w*|credit|strength|courage|brave|determin\w*|persist\w*|effort|commit\w*|"
        r"resourceful|resilien\w*|appreciate|admire|well done|you've (?:managed|kept|worked|already|"
        r"clearly|shown|stuck)|despite|even though|thank you for|thanks for)\b"
    ),
    "law": (
        r"\b(?:by law|legal\w*|the law|entitle\w*|(?:a|the|your|any|every) rights?|right to|minimum "
        r"wage|statutory|employers? (?:must|have to|can't|cannot|should)|they (?:must|have to|can't|"
        r"cannot|aren't allowed)|acas|equality act|tribunal|written statement|allowed to)\b|£"
    ),
    "sanction": (
        r"\b(?:sanction\w*|(?:stop|cut|lose|dock|reduce|suspend)\w* (?:your|the|you) (?:money|"
        r"benefits?|claim|payments?|uc|allowance|off)|decision maker|report (?:you|this|it)|"
        r"refer (?:you|this|it)|your (?:money|payments?|claim|uc|benefits?)|consequences|"
        r"close your claim|on your record)\b"
    ),
    "job_terms": (
        r"\b(?:pay|paid|pays|hourly|hours?|contract|shifts?|rota|notice|sick|breaks?|holidays?|"
        r"training|zero|guaranteed|overtime|pension|permanent|temporary|temp|rates?|wages?|salary|"
        r"weekends?|union|supervisor|probation|tips|mileage|travel time|written)\b"
    ),
    "outside": (
        r"\b(?:employers?|childcare|nursery|bus|buses|the system|the rules|discriminat\w*|not (?:you|"
        r"your|about you)|isn't (?:you|your|about you|down to you)|nothing to do with you|no "
        r"reflection|taper|built|designed|set up|stacked|rents?|labour market|ageis[mt]|racis[mt]|"
        r"costs?|barriers?|round here|bias\w*|prejudice|cuts?)\b"
    ),
    "matters": (
        r"\b(?:matters?|important|want|hoping|hope|ideal\w*|dream|suit|enjoy|love|like|values?|"
        r"prefer|good (?:job|week|day|life)|look like|care about|proud|non-negotiable|work for you)\b"
    ),
    "brushes_off": (
        r"\b(?:don't (?:worry|be|let|get|dwell)|at least|every(?:body|one) (?:feels|gets|has|goes|is)"
        r"|we all|could be worse|worse off|not (?:that|so) bad|get over|calm down|no point|cheer up|"
        r"no use|never mind|no big deal|everyone's|others have|not the end|move on|toughen|over it)\b"
    ),
    "cheers": (
        r"\b(?:be (?:fine|okay|ok|grand|great)|work(?:s)? (?:itself )?out|bright side|something will|"
        r"positive|chin up|any day|i'm sure|i just know|smash|fantastic|amazing|brilliant|exciting|"
        r"onwards|sky's|happens for a reason|round the corner|sunshine|got this|come good|turn up)\b"
    ),
    "faults": (
        r"\b(?:your (?:own )?(?:fault|attitude|doing|mess)|if you'd|if you had|you should(?:'ve| "
        r"have)|you (?:never|always|keep|didn't|won't|can't be)|haven't (?:even )?(?:tried|bothered)|"
        r"excuses?|lazy|hard enough|motivat\w*|want it|other people|effort|only (?:got )?yourself|"
        r"let yourself|bothered|brought|whose fault)\b"
    ),
    "any_job": (
        r"\b(?:any job|anything|foot in the door|beggars|realistic\w*|better than nothing|a job's a "
        r"job|a job is a job|take (?:it|what|the|this|that|whatever)|lower your|stepping stone|"
        r"(?:pick and|be) choos\w*|fuss\w*|picky|for now|stop ?gap|hold out|turn (?:it|things|down)|"
        r"out there|somewhere|grab|bite)\b"
    ),
    "others_do": r"\b(?:lots of people|many people|some people|most people|other people|people)\b",
    "shouts": r"!",
    "hears_out": (
        r"^[\W]*(?:(?:mm+|mhm|mm-hmm|uh-huh|okay|ok|right|yeah|sure|i see|great|good|wow|gosh|yes|"
        r"absolutely|exactly|gotcha|got it|hmm|oh|alright|fair enough|lovely|thanks|thank you|"
        r"cool|perfect|of course|no problem|aye|well|um|uh|and|so|go on|excellent)\b[\W]*)+$"
    ),
}
_CUES = {name: re.compile(pattern) for name, pattern in _PATTERNS.items()}

_ASKS_CLOSED = ("inverted", "asks_for_fact")
_LONGEST = 40

WIDTH = 2 * len(_CUES) + 14
"""How many numbers `cues` returns."""


def cues(text: str) -> Floats:
    """Return the form of a turn as numbers between 0 and 1.

    First whether any sentence shows each pattern, then whether the last one does, then how long
    the turn is and how much it asks.
    """
    spoken = [plain(sentence) for sentence in sentences_of(text)]
    shown = np.array([_shown(sentence) for sentence in spoken], dtype=np.float32)
    return np.concatenate([shown.max(axis=0), shown[-1], _amounts(text, spoken, shown)])


def plain(sentence: str) -> str:
    """Return a sentence in lower case with its apostrophes, without the words it warms up with."""
    lowered = " ".join(sentence.translate(_QUOTES).lower().split())
    written = _APOSTROPHES.sub(_with_apostrophe, lowered)
    start = _FILLER.match(written)
    if start and start.end() < len(written):
        return written[start.end() :]
    return written


def closed_questions(text: str) -> int:
    """Return how many sentences of a turn open as closed questions do."""
    spoken = [plain(sentence) for sentence in sentences_of(text)]
    return sum(any(_CUES[name].search(each) for name in _ASKS_CLOSED) for each in spoken)


def _with_apostrophe(found: re.Match[str]) -> str:
    word = found[0]
    if word in _NOT_WORDS:
        return word
    ending = found[2] or found[4] or found[6]
    return word[: -len(ending)] + ("n't" if ending == "nt" else f"'{ending}")


def _shown(sentence: str) -> list[bool]:
    return [bool(cue.search(sentence)) for cue in _CUES.values()]


def _amounts(text: str, spoken: Sequence[str], shown: Floats) -> Floats:
    names = list(_CUES)
    marks = text.count("?")
    closed = sum(shown[:, names.index(name)] for name in _ASKS_CLOSED)
    asking = int(np.count_nonzero(closed))
    openly = int(np.count_nonzero(shown[:, names.index("asks_openly")]))
    words = len(text.split())
    steps = [
        min(math.log1p(words) / math.log1p(_LONGEST), 1.5),
        words <= 3,
        words <= 8,
        words > _LONGEST,
        len(spoken) >= 2,
        len(spoken) >= 4,
        marks >= 1,
        marks >= 2,
        marks >= 3,
        asking >= 2,
        asking >= 3,
        openly >= 2,
        asking >= 1 and openly >= 1,
        text.rstrip().endswith("?"),
    ]
    return np.array(steps, dtype=np.float32)
