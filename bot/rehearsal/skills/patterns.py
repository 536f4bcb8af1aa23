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
    "hindsight": (
        r"\b(?:if you'd|if you had|if you hadn't|had you)\b|\byou(?:'d| would| could|"
        r" might)(?:n't| not| never)? (?:\w+ )?(?:have|be|'ve|get|hear|do)\b.* if you"
    ),
    "scolds": (
        r"\b(?:how could you|how (?:can|do) you expect|what did you (?:think|expect|"
        r"imagine)|what were you|did you (?:not|even|never|honestly)|"
        r"didn't you (?:think|even)|have you (?:even|not|never)|do you (?:not|even|ever|"
        r"actually|honestly)|could you not|can you not|why (?:do|must|"
        r"are) you (?:always|keep|never|so)|why (?:on earth|didn't|can't|couldn't|"
        r"haven't) |whose|when (?:are|will) you|don't you (?:think|care|want)|"
        r"aren't you\b|surely)"
    ),
    "poor_trait": (
        r"\b(?:lazy|rude|careless|negative|selfish|sloppy|scruffy|late|unreliable|"
        r"disorganised|irresponsible|attitude|temper|moan\w*|complain\w*|whin\w*|"
        r"sulk\w*|stubborn|difficult|silly|daft|stupid|half asleep|weak|spoilt|hopeless|"
        r"idle|excuses?|discipline|drive|commitment|willpower|self control|authority|"
        r"problem with|chip on|in denial|comfortable|dependent|handouts)\b"
    ),
    "wasted": (
        r"\b(?:threw|thrown|throw|wast\w+|blew|blown|squander\w*|ruin\w*|mess(?:ed)?|"
        r"let (?:me|us|them|yourself|people|him|her) down|fail(?:ed)?|walked out|"
        r"gave up|giv(?:e|en) up|burn\w*|lost|los(?:e|ing)|quit|sacked|missed|"
        r"late again)\b"
    ),
    "on_you": (
        r"\b(?:that's (?:on|down to) you|yourself to blame|own (?:fault|doing|making|"
        r"worst|choice)|brought (?:it|this|that) on|got yourself|put yourself|"
        r"made your bed|no wonder|small wonder|surpris\w*|serves you|obviously|"
        r"you (?:knew|chose|signed|decided|made)|poor choices?|responsib\w*|blame|"
        r"to yourself)\b"
    ),
    "you_lack": (
        r"\byou(?:'re| are|'ve| have)?(?: just| simply| really| obviously)? (?:not|"
        r"never|no|lack|didn't|won't|haven't|can't)\b"
    ),
    "only_that": (
        r"\b(?:it's|it was|that's|this is|they're|he was|she was|just|"
        r"only)(?: \w+)? (?:only|just|nothing|hardly|normal|part of|one of those)\b|"
        r"\bonly (?:a|an|one|\w+,)"
    ),
    "moves_on": (
        r"\b(?:anyway|moving on|next question|let's (?:move|get on|crack|focus|park|"
        r"leave|not|look)|enough (?:of|about)|back to the|so,? (?:references|"
        r"availability)|we've (?:a lot|work|ten|only))\b"
    ),
    "compares": (
        r"\b(?:worse|harder|luck(?:y|ier)|thankful|grateful|other people|others|"
        r"some people|plenty of|loads of|lots of|everyone|everybody|all of us|we've all|"
        r"we all|most people|who (?:isn't|doesn't)|happens to|same (?:for|here)|"
        r"special)\b"
    ),
    "forbids_feeling": (
        r"\b(?:don't(?: you)?|do not|stop|no need to|no point|no use|no sense|"
        r"no reason to|shouldn't|never mind|try not to|can't|you've no) (?:\w+ )?(?:be|"
        r"get|getting|being|feel|feeling|worr\w*|fret\w*|cry\w*|upset|dwell\w*|take|let|"
        r"fuss\w*|panic\w*|sulk\w*|mope|start|stress\w*|sit|need|reason|cause)\b"
    ),
    "will_pass": (
        r"\b(?:get over|get used|got over|soon|pass(?:es)?|forget|blow over|settle|"
        r"laugh about|feel better|be (?:fine|alright|okay|ok)|you'll live|over it)\b"
    ),
    "minimises": (
        r"\b(?:making (?:more|too much|a mountain|a fuss)|overthink\w*|over ?react\w*|"
        r"dramatic|(?:over|too|so|that) ?sensitive|too (?:personal\w*|soft|much into)|"
        r"imagin\w*|in your head|reading (?:too|more)|exaggerat\w*|pull yourself|"
        r"get a grip|snap out|toughen|man up|thicker|grin and|silly|nonsense|"
        r"give over)\b"
    ),
    "loses_if": (
        r"\b(?:if|unless|or|otherwise|else|miss|refuse|turn\w* (?:it|this) down|say no|"
        r"carry on|keep)\b.*\b(?:money|payments?|benefits?|claim|sanction\w*|nothing|"
        r"penny|allowance|credit|report|refer|refusal|penalis\w*|stopp?\w*|cut|"
        r"back to (?:court|jail))\b"
    ),
    "will_report": (
        r"\b(?:i'll|i will|i'd|i have|i'm going|i'm obliged|i'm afraid|i can|i could|"
        r"have to|need to|going to)(?: \w+){0,3} (?:report|refer|tell (?:the|them|your)|"
        r"flag|raise|put (?:it|this|that|you)|let (?:them|your|the)|inform|mark|record|"
        r"stop|close|cut|recommend\w*)\b"
    ),
    "without_money": (
        r"\b(?:no money|nothing|without (?:a penny|money|pay)|(?:days|weeks?|"
        r"months?) (?:with|without)|penny|your rent|get paid|no payment|lose it|strike|"
        r"warning|warned|penalt\w*|compulsory|mandatory)\b"
    ),
    "lowers": (
        r"\b(?:lower|sights?|expectations?|realis\w*|down to earth|level|compromise|"
        r"settl\w*|fuss\w*|picky|choos[ye]|choosing|ideal|perfect|dream\w*|glamorous|"
        r"aim\w*|not going to happen|on the cards|in (?:a|no) position|"
        r"not in a position|waiting (?:for|around)|bargain)\b"
    ),
    "take_it": (
        r"\b(?:take (?:it|the|this|that|what\w*|any\w*)|accept|grab|snap|jump at|go for|"
        r"say yes|sign (?:up|it)|bite|settle for|put (?:you|your name|you down)|"
        r"get (?:you|yourself|in|something|a start)|get in|apply for (?:all|every|any|"
        r"the lot))\b"
    ),
    "better_than": (
        r"\b(?:better than|beats|than no\w*|it's a start|a start|'s work|is work|"
        r"tick\w* the box|will do|it'll do|for now|(?:till|until) something|meantime|"
        r"once you're in|(?:look|think|worry|moan|ask) (?:\w+ )?(?:later|after)|later|"
        r"bottom|ladder|stepping|door|tomorrow)\b"
    ),
    "in_order": (
        r"\b(?:first|firstly|step one|number one|second|secondly|then you|and then|"
        r"third|finally|every (?:day|morning|time|night|single)|always|never|remember|"
        r"make sure|don't forget)\b"
    ),
    "i_would": (
        r"\b(?:what i'd do|i'd (?:ring|get|go|tell|sell|drop|leave|start|cancel|write|"
        r"ask|say)|you want to|you'd (?:be|do) (?:better|well|wise)|the (?:trick|secret|"
        r"key|golden rule|way)|it's (?:important|vital|all about)|when i was|in my day|"
        r"if i was)\b"
    ),
    "not_you": (
        r"\b(?:not|isn't|wasn't|aren't|weren't|nothing to do with|none of|rather than|"
        r"no reflection|haven't|didn't|more than)(?: \w+){0,4} (?:you|your|yours|failed|"
        r"wrong|fault|lazy|unreliable)\b"
    ),
    "they_cause": (
        r"\b(?:they(?:'ve|'re| won't| don't| only| want| could| cut| shut)?|employers?|"
        r"firms?|managers?|companies|landlords?|agenc(?:y|ies)|councils?|the (?:system|"
        r"rules?|government|job ?centre|computer|forms?|funding|home office|rota|hours|"
        r"wage|law)|sector|industry|trade|nobody|no one)\b"
    ),
    "scarce": (
        r"\b(?:there(?:'s| is| are)n't|there(?:'s| is| are|'re) (?:no|only|one|hardly|"
        r"not|four|thirty)|there's a (?:\w+ )?(?:wait|shortage|gap)|no (?:bus|buses|"
        r"places|nursery|jobs|trains?)|full|waiting list|wait(?:s|ing)?|shut|closed?|"
        r"dried up|nearest|afford|expensive|prices?)\b"
    ),
    "autonomy": (
        r"\b(?:you (?:decide|choose|pick|set|lead|say|judge|tell me)|your (?:pace|speed|"
        r"say|shout|business|life|terms|own way)|yours to|for you to|down to you|"
        r"(?:that's|it's|is) (?:fine|ok|okay|alright|grand) (?:too|if|either)?|"
        r"no (?:bother|rush|hurry)|free to|welcome to|rather|sooner|prefer|"
        r"whether (?:or not )?you|if you (?:don't )?(?:want|like|fancy|feel|need)|"
        r"only if|or (?:not|neither|leave)|either|neither|change your mind|"
        r"you don't have to|you needn't)\b"
    ),
    "asks_leave": (
        r"\b(?:would|do|is|are|can|could|may|shall|should)\b(?: \w+){0,4} (?:mind|okay|"
        r"ok|alright|all right|comfortable|happy|open|share|offer|explain|suggest|if i|"
        r"for me to|hear)\b"
    ),
    "strength": (
        r"\b(?:brave\w*|courage\w*|gutsy|guts|nerve|strength|strong|patien\w*|"
        r"kind(?:ness)?|caring|honest\w*|loyal\w*|skill\w*|gift|knack|talent\w*|"
        r"thought\w*|thorough|careful\w*|hard work|work(?:ed|ing) hard|stuck (?:at|with|"
        r"to)|kept (?:going|at|your|it)|keep going|proud|respect|leader\w*|(?:stood|"
        r"spoke|spoken) up|smart|insight\w*|wise|some going|trust\w*|reliable|tenac\w*|"
        r"resilien\w*|determin\w*|dignity|grace|graft\w*|achievement|accomplish\w*|"
        r"progress|asset|eye for|good at)\b"
    ),
    "grants": (
        r"\b(?:lawful\w*|unlawful\w*|illegal|offence|regulations?|within your rights|"
        r"protected|covered|allowed|(?:has|have|'ve|'s|got) to (?:pay|give|be|let|"
        r"provide|put|keep)|must|licen[cs]\w*|paid (?:holiday|leave|time|for)|tribunal|"
        r"eligible|qualify|the rate|weeks'? (?:notice|leave|pay|holiday)|an hour|"
        r"months? (?:less|minus)|time limit|adjustments?|employer has|appeal|challenge|"
        r"grievance)\b"
    ),
    "feeling_word": (
        r"\b(?:worn|tired|exhaust\w*|shatter\w*|frustrat\w*|angry|anger|sad|low|lonely|"
        r"alone|hurt\w*|ashamed|shame|guilt\w*|embarrass\w*|afraid|scar\w+|fright\w*|"
        r"dread\w*|anxious|nervous|worr\w+|stuck|torn|trapped|hope\w*|relie\w+|proud|"
        r"disappoint\w*|let down|overwhelm\w*|upset|invisible|judged|humiliat\w*|"
        r"stress\w*|hard|tough|difficult|mad|fed up|lost|miss)\b"
    ),
}
