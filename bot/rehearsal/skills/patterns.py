"""What to look for in the form of a plain sentence (see `bot.rehearsal.skills.cues`).

Each pattern is a hint with a name, not a rule: how much it weighs, and for what, is learnt.
"""

PATTERNS = {
    "mark": r"\?",
    "asks_openly": (
        r"^(?:(?:in )?what\b(?! time| day| date| age| year| number| size)|how\b(?! many|"
        r" much| old| long| often| far| soon| big| come)|why\b)"
    ),
    "asks_for_fact": (
        r"^(?:how (?:many|much|old|long|often|far|soon|big)|what (?:time|day|date|age|"
        r"year|number)|when|where|who|which|whose|whereabouts|what's your (?:name|"
        r"number|address|postcode))\b"
    ),
    "what_inside": (
        r"\b(?:what|how|why)(?:'s|'re|'d| is| do| does| did| would| are| have| has| was|"
        r" were| might| could| can| will| about| else| kind| sort| makes?| made)\b"
    ),
    "how_many_inside": r"\bhow (?:many|much|old|long|often|far|soon)\b",
    "inverted": (
        r"^(?:do|did|does|are|is|was|were|have|has|had|can|could|would|will|should|"
        r"might|may|shall|am)(?:n't)? (?:you|he|she|they|it|that|this|there|we|i|your|"
        r"anyone|anybody|any|the|these|those|his|her|their|my|people|things|work)\b"
    ),
    "inverted_inside": (
        r"\b(?:do|did|does|are|is|was|were|have|has|had|can|could|would|will|should|"
        r"might|may|shall|am)(?:n't)? (?:you|he|she|they|it|there|we|anyone|your)\b"
    ),
    "or_in_question": r"\bor\b.*\?",
    "tag": (
        r"(?:\w,? \b(?:is it|isn't it|are you|aren't you|right|yeah|do you|don't you|"
        r"didn't you|did you|wouldn't you|haven't you|have you|eh|no|doesn't it|does it|"
        r"can't you|innit|correct))\?*$"
    ),
    "checks_back": (
        r"\b(?:is that (?:right|fair|it|how|about right)|have i (?:got|understood)|"
        r"does that sound|did i (?:get|hear)|am i (?:right|close|hearing|getting)|"
        r"correct me|is that close|(?:tell|let) me (?:if|know if) i)\b"
    ),
    "tell_me": (
        r"\b(?:tell me|talk me|talk to me about|say (?:a bit|a little|more|some more)|"
        r"describe|walk me|fill me in|give me (?:an idea|a sense|a feel|a picture)|"
        r"take me through|help me understand|paint me|like to hear|love to hear|"
        r"like to know|love to know|explain (?:to me|a bit|what|how))\b"
    ),
    "wonders": r"\b(?:i wonder|wondering|curious|interested (?:in|to))\b",
    "sounds": (
        r"\b(?:sounds? (?:like|as)|(?:it|that|this|which) sounds|you sound|"
        r"seems? (?:like|as|to)|(?:it|that) seems|you seem|feels like|looks like|"
        r"you look)\b"
    ),
    "you_first": r"^(?:you|you're|you've|you'd|you'll|your|yourself)\b",
    "you_feel": (
        r"\byou(?:'re| are| were|'ve been| feel| felt| really| just| also| still| don't|"
        r" didn't| do| kind of| sort of)* ?(?:feel|feeling|felt|want|wanted|worried|"
        r"scared|afraid|hoping|hope|wish|wondering|love|loved|miss|care|angry|upset|"
        r"frustrated|proud|torn|tired|concerned|sure|unsure|ready|hate|hated|dread|"
        r"thinking|looking|struggling|trying|used to)\b"
    ),
    "gives_back": (
        r"\b(?:what i(?:'m| am) hearing|i(?:'m| am) hearing|i hear|"
        r"(?:from )?what you(?:'re|'ve| are| have)? (?:saying|said|told|telling|"
        r"described)|you(?:'re| are) saying|you said|you told|you mentioned|"
        r"let me see if|if i(?:'ve| have)? (?:got|understood|understand|hear)|"
        r"on (?:the )?one hand|on the other|part of you|at the same time|"
        r"in other words)\b"
    ),
    "it_first": r"^(?:it's|it is|it was|it|that's|that|there's|there is|this|for you)\b",
    "i_first": r"^(?:i|i'm|i've|i'd|i'll|me|my)\b",
    "we_first": r"^(?:we|we're|we'll|we've|let's|let me|let us)\b",
    "orders": (
        r"^(?:please |you )?(?:try|get|go|make|take|stop|start|put|keep|think|look|"
        r"remember|don't|be|give|apply|ring|phone|call|send|write|ask|use|find|sign|"
        r"bring|come|have a|smile|cheer|chin|hang|drop|lower|accept|forget|never mind|"
        r"calm)\b"
    ),
    "must": (
        r"\byou(?:'ll|'ve| will| really| just| do)* (?:need to|needs to|have to|must|"
        r"got to|gotta|ought to|should|better|want to be|wanna)\b|\byou'd better\b"
    ),
    "if_i_were_you": (
        r"\b(?:if i (?:was|were) you|in your (?:shoes|position)|my advice|i'd (?:advise|"
        r"suggest|recommend)|why don't you|why not|you could always|have you tried|"
        r"what you (?:need|should)|the (?:best|first|only) thing|the thing (?:is|"
        r"to do))\b"
    ),
    "permission": (
        r"\b(?:would it be (?:ok|okay|all ?right|useful|helpful)|is it (?:ok|okay|"
        r"all ?right)|do you mind|(?:can|could|may) i (?:ask|share|suggest|tell|offer|"
        r"check|say)|if (?:that's|it's|you) (?:ok|okay|all ?right|like|want|prefer|"
        r"'d like)|with your permission|would you be (?:ok|okay|open|up for|willing)|"
        r"shall (?:we|i)|happy for me)\b"
    ),
    "choice": (
        r"\b(?:would you (?:like|prefer|rather|want)|up to you|your (?:choice|call|"
        r"decision|say)|you (?:choose|decide|pick|get to)|either way|whichever|"
        r"whatever you|no pressure|in your hands|only you|you're the (?:one|boss|"
        r"expert)|fine (?:if|not)|don't have to)\b"
    ),
    "affirms": (
        r"\b(?:(?:it|that|which)(?:'s)? (?:took|takes|must have taken|shows|says|taken)|"
        r"proud|impress\w*|credit|strength|courage|brave|determin\w*|persist\w*|effort|"
        r"commit\w*|resourceful|resilien\w*|appreciate|admire|well done|"
        r"you've (?:managed|kept|worked|already|clearly|shown|stuck)|despite|"
        r"even though|thank you for|thanks for)\b"
    ),
    "law": (
        r"\b(?:by law|legal\w*|the law|entitle\w*|(?:a|the|your|any|every) rights?|"
        r"right to|minimum wage|statutory|employers? (?:must|have to|can't|cannot|"
        r"should)|they (?:must|have to|can't|cannot|aren't allowed)|acas|equality act|"
        r"tribunal|written statement|allowed to)\b|£"
    ),
    "sanction": (
        r"\b(?:sanction\w*|(?:stop|cut|lose|dock|reduce|suspend)\w* (?:your|the|"
        r"you) (?:money|benefits?|claim|payments?|uc|allowance|off)|decision maker|"
        r"report (?:you|this|it)|refer (?:you|this|it)|your (?:money|payments?|claim|uc|"
        r"benefits?)|consequences|close your claim|on your record)\b"
    ),
    "job_terms": (
        r"\b(?:pay|paid|pays|hourly|hours?|contract|shifts?|rota|notice|sick|breaks?|"
        r"holidays?|training|zero|guaranteed|overtime|pension|permanent|temporary|temp|"
        r"rates?|wages?|salary|weekends?|union|supervisor|probation|tips|mileage|"
        r"travel time|written)\b"
    ),
    "outside": (
        r"\b(?:employers?|childcare|nursery|bus|buses|the system|the rules|"
        r"discriminat\w*|not (?:you|your|about you)|isn't (?:you|your|about you|"
        r"down to you)|nothing to do with you|no reflection|taper|built|designed|set up|"
        r"stacked|rents?|labour market|ageis[mt]|racis[mt]|costs?|barriers?|round here|"
        r"bias\w*|prejudice|cuts?)\b"
    ),
    "matters": (
        r"\b(?:matters?|important|want|hoping|hope|ideal\w*|dream|suit|enjoy|love|like|"
        r"values?|prefer|good (?:job|week|day|life)|look like|care about|proud|"
        r"non-negotiable|work for you)\b"
    ),
    "brushes_off": (
        r"\b(?:don't (?:worry|be|let|get|dwell)|at least|every(?:body|one) (?:feels|"
        r"gets|has|goes|is)|we all|could be worse|worse off|not (?:that|so) bad|"
        r"get over|calm down|no point|cheer up|no use|never mind|no big deal|everyone's|"
        r"others have|not the end|move on|toughen|over it)\b"
    ),
    "cheers": (
        r"\b(?:be (?:fine|okay|ok|grand|great)|work(?:s)? (?:itself )?out|bright side|"
        r"something will|positive|chin up|any day|i'm sure|i just know|smash|fantastic|"
        r"amazing|brilliant|exciting|onwards|sky's|happens for a reason|"
        r"round the corner|sunshine|got this|come good|turn up)\b"
    ),
    "faults": (
        r"\b(?:your (?:own )?(?:fault|attitude|doing|mess)|if you'd|if you had|"
        r"you should(?:'ve| have)|you (?:never|always|keep|didn't|won't|can't be)|"
        r"haven't (?:even )?(?:tried|bothered)|excuses?|lazy|hard enough|motivat\w*|"
        r"want it|other people|effort|only (?:got )?yourself|let yourself|bothered|"
        r"brought|whose fault)\b"
    ),
    "any_job": (
        r"\b(?:any job|anything|foot in the door|beggars|realistic\w*|"
        r"better than nothing|a job's a job|a job is a job|take (?:it|what|the|this|"
        r"that|whatever)|lower your|stepping stone|(?:pick and|be) choos\w*|fuss\w*|"
        r"picky|for now|stop ?gap|hold out|turn (?:it|things|down)|out there|somewhere|"
        r"grab|bite)\b"
    ),
    "others_do": (
        r"\b(?:lots of people|many people|some people|most people|other people|people)\b"
    ),
    "shouts": r"!",
    "hears_out": (
        r"^[\W]*(?:(?:mm+|mhm|mm-hmm|uh-huh|okay|ok|right|yeah|sure|i see|great|good|"
        r"wow|gosh|yes|absolutely|exactly|gotcha|got it|hmm|oh|alright|fair enough|"
        r"lovely|thanks|thank you|cool|perfect|of course|no problem|aye|well|um|uh|and|"
        r"so|go on|excellent)\b[\W]*)+$"
    ),
}
