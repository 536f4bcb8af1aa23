"""The conversation itself."""

from __future__ import annotations

from collections.abc import Callable

from actions.base import GuideAction
from bot.dialogue.turn import Outcome, Turn
from bot.handover import conversation as handover
from bot.talk import conversation as talk
from bot.talk.privacy import tell_privacy

#: What each intent of the conversation does; most only say their words.
DOES: dict[str, Callable[[Turn], Outcome]] = {
    "greet": talk.say,
    "goodbye": talk.say,
    "thanks": talk.say,
    "affirm": talk.say,
    "deny": talk.say_unless_rude,
    "not_sure": talk.say,
    "help": talk.say,
    "who_are_you": talk.say,
    "out_of_scope": talk.out_of_scope,
    "is_it_private": tell_privacy,
    "delete_my_data": talk.erase,
    "stop": talk.stop,
    "start_over": talk.start_over,
    "answer": talk.take_answer,
    "carry_on": talk.carry_on,
    "fallback": talk.fall_back,
    "talk_to_a_person": handover.start,
}


def _action(name: str, does: Callable[[Turn], Outcome]) -> type[GuideAction]:
    def reply(self: GuideAction, turn: Turn) -> Outcome:
        return does(turn)

    return type(f"Action{name.title()}", (GuideAction,), {"called": name, "reply": reply})


ACTIONS = [_action(name, does) for name, does in DOES.items()]
