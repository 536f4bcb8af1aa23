"""A key worker asks the person in the scene about suicide or safety, as they should.

The safety check reads one message alone and sees despair. Here it is asked who the words are
about. Sentences put to the person in the scene are taken out; what is left is checked again.
Where it is not clear, the guide answers and the scene waits.
"""

from __future__ import annotations

import re

from bot.rehearsal.cues import plain
from bot.rehearsal.scene import Scene
from bot.safety import detect

_SENTENCE = re.compile(r"(?<=[.!?;\n])\s+|\n+")
_YOU = re.compile(r"\b(?:you|your|yours|yourself|youre|youve|youd|youll|u|ur)\b")
_I = re.compile(r"\b(?:i|im|ive|id|ill|me|my|mine|myself|we|us|our)\b")

#: How a question or a sentence to somebody begins, though it says "I".
_LEADS = re.compile(
    r"^(?:(?:ok|okay|so|and|but|right|well|now|look|thank you|thanks|sorry|hi|hello|because) ?\b ?"
    r"|(?:can|could|may) i (?:just )?(?:ask|check)|is it (?:ok|okay|all right) if i (?:ask|check)"
    r"|i (?:just )?(?:want|need|have|would like|have got) to (?:ask|check)|ive got to ask"
    r"|id like to (?:ask|check)|im going to ask|let me ask|i ask|i hope you dont mind me asking"
    r"|i(?:m| am) (?:asking|wondering)|i wonder(?:ed)?|i can (?:hear|see)|i hear|tell me"
    r"|i(?:m| am) (?:a bit |really |quite )?(?:worried|concerned) about you"
    r"|\b(?:ask|asking|check|wondering|wonder|wondered|everyone|everybody|people)\b"
    r"|(?:you |this |that )?(?:something |a (?:hard|direct|difficult|straight) question |"
    r"directly|straight(?: out)?)|you(?= if| whether| directly| straight| a )"
    r"|(?:this|if|whether|that)\b"
    r"| )*"
)
_IN_GENERAL = re.compile(
    r"\b(?:people|somebody|someone|anyone|many|lots)\b.*\b(?:they|them|think|feel|have)\b"
)
_ASKS = re.compile(
    r"\b(?:have|has|had|are|were|do|did|does|is|was|would|could|can|will|when|what|how|who)"
    r"(?: \w+){0,2} (?:you|your|youre|youve|anyone|anybody|someone|somebody|he|she|they|there)\b"
    r"|^(?:have|has|are|were|do|did|does|is|was)\b.*\byou|^(?:any|ever|thoughts|feeling)\b.*"
)
_GIVES_BACK = re.compile(
    r"^(?:it |that |this |you )?(?:sounds?|seems?|looks?|feels?)\b"
    r"|^(?:so )?(?:youre|youve|you (?:are|have|were|said|told|feel|felt|dont|cant))\b"
)
_NOT_TO_THEM = re.compile(
    r"^(?:you know (?:when|that|how)|when you(?! (?:say|said|told|talk|feel|felt))"
    r"|sometimes you|some days you|do you know (?:what|how))\b"
)
_OFFERS = re.compile(
    r"^(?:you (?:can|could) (?:ring|call|talk|text|speak)|there (?:is|are)|(?:the )?samaritans)\b"
)


def said_to_the_person(scene: Scene, text: str) -> bool:
    """Return whether words that raised the alarm are meant for the person in the scene.

    Only a key worker who talks with a job-seeker asks about these things.
    """
    if scene.practising != "key_worker" or scene.partner != "job_seeker":
        return False
    parts = [part for part in _SENTENCE.split(text) if part.strip()]
    to_them = [part for part in parts if _addressed(scene, part)]
    others = [part for part in parts if part not in to_them]
    if not to_them:
        return False
    if any(detect(part) for part in others) or (others and detect(" ".join(others))):
        return False
    own = any(_I.search(_without_lead(scene, part)) for part in others)
    return not own or any(detect(part) for part in to_them)


def _addressed(scene: Scene, sentence: str) -> bool:
    words = _without_lead(scene, sentence)
    if _I.search(words) or _NOT_TO_THEM.search(words):
        return False
    if _OFFERS.search(words) or _IN_GENERAL.search(words):
        return True
    to_you = bool(_YOU.search(plain(sentence)))
    return to_you and bool(not words or _ASKS.search(words) or _GIVES_BACK.search(words))


def _without_lead(scene: Scene, sentence: str) -> str:
    words = plain(sentence).removeprefix(f"{plain(scene.person.name)} ")
    match = _LEADS.match(words)
    return words[match.end() :].strip() if match else words
