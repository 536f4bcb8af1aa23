"""The one base class of all actions: between Rasa's tracker and the core's turn.

Rasa drops an action that fails, and the person hears nothing. Ours never does: what goes wrong is
logged without the person's words, and they get a clear sentence and a way on.
"""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import structlog
from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from bot.dialogue.dates import date_asked
from bot.dialogue.listen import Heard, hear
from bot.dialogue.questions import asker, fencing
from bot.dialogue.turn import Outcome, Turn
from bot.errors import BadInput, NotEnoughKnown
from bot.offers.whereabouts import hear_of_a_job
from bot.replies import Button, Reply
from bot.situation import Situation

log = structlog.get_logger()

#: Parts of the situation that are kept between turns, each in a slot of its own name.
KEPT = tuple(f.name for f in attrs.fields(Situation) if f.name != "on")
_NUMBERS = ("hours_per_week", "shift_hours")

#: Parts of the situation that a button can state.
STATED_BY_BUTTONS = ("nation", "status", "speaker")

#: Intents whose text is about a job: what it says of the person is read with the offer.
ABOUT_A_JOB = frozenset({"score_offer", "compare_offers"})

#: Intents whose words may ask about the law at another time, for this answer only.
ABOUT_THE_LAW = ("ask_", "set_", "say_")

WENT_WRONG = Reply(
    "Something went wrong on our side. What you told us before is still here. "
    "Try again in a moment, or ask in other words.",
    (Button("Menu", "/help"), Button("Talk to a person", "/talk_to_a_person")),
)


class GuideAction(Action, ABC):
    """An action is a name and a call into the core."""

    #: Without the prefix `action_`.
    called: str
    #: Whether the question that is open is asked again after this answer.
    returns_to_question = True

    def name(self) -> str:
        """Return the name that the rules use."""
        return f"action_{self.called}"

    @abstractmethod
    def reply(self, turn: Turn) -> Outcome:
        """Return what to say and what to remember."""

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any
    ) -> list[dict[str, Any]]:
        """Answer one turn. Never raises."""
        try:
            turn, heard = turn_from(tracker)
            outcome = self.reply(turn)
            replies = [*outcome.replies, *self._back_to_question(turn, outcome)]
            kept = {} if heard.hypothetical else _to_slots(heard.facts)
            remember = {**kept, **outcome.remember}
        except (BadInput, NotEnoughKnown) as problem:  # told in words that a person can act on
            replies, remember = [Reply(str(problem), WENT_WRONG.buttons)], {}
        except Exception as problem:  # the person must never be met with silence
            kind = type(problem).__name__
            log.error("action_failed", action=self.name(), kind=kind, where=_where(problem))
            replies, remember = [WENT_WRONG], {}
        for reply in replies:
            _send(dispatcher, reply)
        offered = [attrs.asdict(b) for reply in replies for b in reply.buttons]
        remember["buttons"] = offered[-10:] or None
        return [SlotSet(name, value) for name, value in remember.items()]

    def _back_to_question(self, turn: Turn, outcome: Outcome) -> list[Reply]:
        question = turn.memory.get("open_question")
        if not (question and self.returns_to_question) or "open_question" in outcome.remember:
            return []
        again = asker(question).ask_again(question, turn)
        return [again] if again else []


def turn_from(tracker: Tracker) -> tuple[Turn, Heard]:
    """Return the turn that the tracker stands at, and what its words say of the person."""
    message = tracker.latest_message
    memory = {k: v for k, v in tracker.slots.items() if v is not None}
    intent = (message.get("intent") or {}).get("name") or "nlu_fallback"
    text = message.get("text") or ""
    pressed = bool(message.get("pressed")) or text.startswith("/")
    words = "" if pressed else text
    of_another = pressed or intent == "out_of_scope" or fencing(memory)
    listen = hear_of_a_job if intent in ABOUT_A_JOB else hear
    heard = Heard({}) if of_another else listen(words)
    values = message.get("values") or {}
    stated = {name: values[name] for name in STATED_BY_BUTTONS if name in values}
    situation = attrs.evolve(heard.update(situation_from(memory)), **stated)
    if intent.startswith(ABOUT_THE_LAW) and (asked := date_asked(words, situation.on)):
        situation = attrs.evolve(situation, on=asked)
    ranking = message.get("intent_ranking") or ()
    turn = Turn(
        text=words,
        intent=intent,
        situation=situation,
        confidence=float((message.get("intent") or {}).get("confidence") or 0.0),
        ranking=tuple((r["name"], float(r["confidence"])) for r in ranking),
        values=values,
        reading=message.get("reading"),
        memory=memory,
        safety=message.get("safety_finding"),
        channel=tracker.get_latest_input_channel() or "",
    )
    return turn, heard


def situation_from(memory: Mapping[str, Any]) -> Situation:
    """Return the situation that the slots hold; the date is today's in the UK unless set."""
    kept = {name: memory.get(name) for name in KEPT}
    for name in _NUMBERS:
        if kept[name] is not None:
            kept[name] = Decimal(str(kept[name]))
    on = memory.get("today")
    return Situation(on=date.fromisoformat(on) if on else uk_today(), **kept)


def uk_today() -> date:
    """Return today's date in the UK, or the one that GOODWORK_TODAY sets (for fact-checking)."""
    fixed = os.environ.get("GOODWORK_TODAY")
    return date.fromisoformat(fixed) if fixed else datetime.now(ZoneInfo("Europe/London")).date()


def _to_slots(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {k: str(v) if isinstance(v, Decimal) else v for k, v in facts.items()}


def _send(dispatcher: CollectingDispatcher, reply: Reply) -> None:
    data = reply.as_dict()
    dispatcher.utter_message(
        text=data["text"],
        buttons=data["buttons"],
        json_message={"card": data["card"], "facts": data["facts"]},
    )


def _where(problem: BaseException) -> str:
    """Return file and line of a failure: enough to mend it, and none of the person's words."""
    frame = problem.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    return f"{frame.tb_frame.f_code.co_filename}:{frame.tb_lineno}" if frame else "unknown"
