"""Understanding in context: what a message means, given what the guide last said.

The classifier sees one message on its own. "2", "about twenty" and "yes" mean nothing without the
buttons and the question before them, so this step comes after it. Safety stays above all of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from bot.dialogue.buttons import chosen
from bot.dialogue.dates import names_a_time
from bot.dialogue.languages import language_of
from bot.dialogue.questions import asker, fencing
from bot.dialogue.subjects import SLOT

SAFETY = ("distress", "danger")

#: Words that end or leave whatever is open; these keep their own meaning in any question.
WAYS_OUT = ("stop", "start_over", "delete_my_data", "talk_to_a_person")

#: How sure the classifier must be before a way out overrides an open question.
SURE = 0.5

#: Short questions that are about whatever is in hand. The classifier, which sees them alone, may
#: take "what can I do about it?" for a new subject.
_FOLLOWS_UP = re.compile(
    r"(?:ok |okay |and |so |but )*(?:"
    r"why(?: is that| so| not)?|how come|says who|really"
    r"|where (?:does|did|do|is) (?:that|this|it|you)\b.{0,30}"
    r"|(?:what(?:'s| is) )?(?:your|the) sources?"
    r"|who (?:can|do i|should i|could) (?:help|ask|tell|ring|call|contact|talk to)\b.{0,20}"
    r"|what (?:can|should|do|could|shall) (?:i|we|she|he|they) (?:do|ask)\b.{0,25}"
    r"|(?:what|which) (?:are |about )?(?:my|his|her|their|our|your) rights\b.{0,20}"
    r"|what (?:do|would|should) (?:good|decent) employers? do|(?:good|decent) employers?"
    r"|what (?:now|next)|tell me more|more|more please|go on|show me why"
    r")\s*[?.!]*$"
)

#: A message of so few words that names a time asks about the subject in hand at that time.
FEW_WORDS = 8

#: What a message inside a fence is, where whoever asked says nothing else.
_CALM = {"intent": {"name": "answer", "confidence": 1.0}, "safety": None, "safety_finding": None}

_PAYLOAD = re.compile(r"^/(?P<intent>\w+)\s*(?P<values>\{.*\})?$", re.DOTALL)


def read_payload(payload: str) -> tuple[str, dict[str, Any]]:
    """Return the intent and the values of a button's payload."""
    match = _PAYLOAD.match(payload)
    if not match:
        return "nlu_fallback", {}
    return match["intent"], json.loads(match["values"] or "{}")


def in_context(understood: Mapping[str, Any], memory: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was understood, seen in the light of what the guide last said.

    Args:
        understood: Rasa's parse data: `text`, `intent`, `entities`, `intent_ranking`, `safety`.
        memory: the slots of the conversation.
    """
    result = dict(understood)
    intent = result["intent"]
    alarm = result.get("safety") or intent["name"] in SAFETY
    inside = fencing(memory)
    if inside and (not alarm or inside.meant_inside(memory, result["text"])):
        return {**result, **_CALM, **inside.read(memory, result)}
    if alarm:
        return result
    payload = chosen(result["text"], memory.get("buttons") or ())
    if payload:
        name, values = read_payload(payload)
        return {**result, **_certain(name), "values": values, "pressed": True}
    if language_of(result["text"]):  # the classifier knows English; its guess would mislead
        return {**result, **_certain("out_of_scope")}
    question = memory.get("open_question")
    leaving = intent["name"] in WAYS_OUT and intent["confidence"] >= SURE
    if question and not leaving and _answers(question, result["text"], intent["name"]):
        return {**result, **_certain("answer")}
    if memory.get(SLOT):
        words = result["text"].strip().lower()
        if _FOLLOWS_UP.match(words):
            return {**result, **_certain("say_more")}
        elsewhere = intent["name"].startswith("ask_") and intent["confidence"] >= SURE
        if not elsewhere and len(words.split()) <= FEW_WORDS and names_a_time(words):
            return {**result, **_certain("set_nation")}  # the same answer, for another time
    return result


def _answers(question: Mapping[str, Any], text: str, intent: str) -> bool:
    return asker(question).understands(question, text, intent)


def _certain(name: str) -> dict[str, Any]:
    return {"intent": {"name": name, "confidence": 1.0}}
