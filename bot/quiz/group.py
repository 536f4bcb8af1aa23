"""A round for a group: to print or read out, with something to talk about after each answer."""

from __future__ import annotations

from typing import Any

from bot.facts import FactStore
from bot.quiz.questions import Posed, load_words
from bot.quiz.rounds import Progress
from bot.replies import Button, Reply
from bot.situation import Situation

LETTERS = "ABCD"


def sheet(progress: Progress, situation: Situation, store: FactStore) -> list[Posed]:
    """Return the questions of a round, all at once."""
    posed, left = [], progress
    while (each := left.posed(situation, store)) is not None:
        posed.append(each)
        left = left.answered(each.id, True)
    return posed


def tell_sheet(posed: list[Posed]) -> tuple[Reply, ...]:
    """Return the sheet as messages: questions first, then the answers with what to discuss."""
    words = load_words()
    questions = [Reply(f"{n}. {_asked(each)}") for n, each in enumerate(posed, 1)]
    answers = [
        Reply(
            f"{n}. {each.options[each.right]}. {each.explain}",
            facts=tuple(fact.id for fact in each.facts),
        )
        for n, each in enumerate(posed, 1)
    ]
    talk = [Reply(f"To talk about: {words['discuss'][each.topic]}") for each in posed]
    paired = [reply for pair in zip(answers, talk, strict=True) for reply in pair]
    buttons = (Button("Four more", '/rights_quiz{"how": "group"}'), Button("Menu", "/help"))
    return (
        Reply(words["group_opening"], card=_card(posed)),
        *questions,
        Reply(words["group_answers"]),
        *paired,
        Reply(words["group_close"], buttons),
    )


def _asked(posed: Posed) -> str:
    options = "  ".join(f"{letter}: {o}" for letter, o in zip(LETTERS, posed.options, strict=False))
    return f"{posed.ask}\n{options}"


def _card(posed: list[Posed]) -> dict[str, Any]:
    """Return the sheet as data, for printing."""
    words = load_words()
    return {
        "kind": "quiz_sheet",
        "title": words["group_title"],
        "questions": [
            {
                "ask": each.ask,
                "options": list(each.options),
                "answer": each.options[each.right],
                "explain": each.explain,
                "source": each.source,
                "discuss": words["discuss"][each.topic],
            }
            for each in posed
        ],
    }
