"""Renders everything that the guide can say about barriers and feelings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.barriers import conversation as barriers
from bot.barriers.content import load_entries
from bot.barriers.voice import VOICES
from bot.dialogue.turn import Outcome, Turn
from bot.situation import NATIONS, Situation

TODAY = date(2026, 11, 22)
SOMEWHERE = (None, *NATIONS)


class Talk:
    """A conversation with the core alone: what is remembered is carried from turn to turn."""

    def __init__(self, on: date = TODAY, **known) -> None:
        self.memory: dict = {}
        self.situation = Situation(on=on, **known)

    def say(self, does, text="", intent="say_more", ranking=(), **values) -> Outcome:
        turn = Turn(
            text=text,
            intent=intent,
            situation=self.situation,
            ranking=ranking,
            values=values,
            memory=self.memory,
        )
        outcome = does(turn)
        self.memory = {
            k: v for k, v in {**self.memory, **outcome.remember}.items() if v is not None
        }
        return outcome

    def begin(self, name: str, text: str = "") -> Outcome:
        entry = load_entries()[name]
        if entry.kind == "path":
            if "topic" not in self.memory:
                self.begin("benefits_pressure")
            return self.say(barriers.more, text, path=name)
        if entry.kind == "feeling":
            return self.say(barriers.hear_feeling, text, intent=name)
        return self.say(barriers.hear_barrier, text, intent=f"barrier_{name}")


def outcomes() -> Iterator[tuple[str, Outcome]]:
    """Every entry and part, in every voice and nation, told several times over."""
    for name, entry in load_entries().items():
        for speaker in VOICES:
            for nation in SOMEWHERE:
                talk = Talk(speaker=speaker, nation=nation)
                where = f"{name}/{speaker}/{nation}"
                for telling in range(5):
                    yield f"{where}/telling {telling + 1}", talk.begin(name)
                for part in (*entry.parts, "who", "why", "sources"):
                    yield f"{where}/{part}", talk.say(barriers.more, part=part)
                yield f"{where}/simpler", talk.say(barriers.simpler)
                yield f"{where}/again", talk.say(barriers.again)
                talk.memory["heard"] = [*entry.parts]
                yield f"{where}/done", talk.say(barriers.more, "more")


ALL = list(outcomes())
