"""The rights quiz in conversation: one question at a time, each answer explained."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from bot.dialogue.questions import OpenQuestion
from bot.dialogue.turn import Outcome, Turn
from bot.dialogue.yes_no import yes_no_in
from bot.facts import load_facts
from bot.quiz.group import LETTERS, sheet, tell_sheet
from bot.quiz.questions import NO, YES, Posed, load_words
from bot.quiz.rounds import Progress, subjects_in
from bot.replies import Button, Reply

SLOT = "quiz"
NOT_SURE = "not_sure"
_GROUP = re.compile(r"\b(?:group|class|clients|participants|read out|print|workshop|session)\b")
_ASKS = re.compile(r"\?|^(?:what|why|how|who|when|where|which|can|could|should|do|does)\b")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def start(turn: Turn) -> Outcome:
    """Begin a round, for one person or for a group."""
    kept = Progress.from_data(turn.memory.get(SLOT))
    if named := subjects_in(turn.text):
        kept = attrs.evolve(kept, subjects=named)
    begun = kept.begin(turn.situation, load_facts())
    if not begun.left:
        kept = Progress(again=kept.again, wordings=kept.wordings, subjects=kept.subjects)
        begun = kept.begin(turn.situation, load_facts())
    if turn.values.get("how") == "group" or _GROUP.search(turn.text.lower()):
        return _group(begun, turn)
    words = load_words()
    opening = words["next_round"] if kept.asked else words["opening"]
    extra: tuple[Reply, ...] = ()
    if turn.situation.speaker == "key_worker":
        extra = (Reply(words["group"], (Button("For a group", '/rights_quiz{"how": "group"}'),)),)
    return _ask(begun, turn, (*extra, Reply(opening)))


def understands(question: OpenQuestion, text: str, intent: str) -> bool:
    """Return whether the words pick one of the answers, or say that they do not know."""
    if intent == "not_sure" or yes_no_in(text) == NOT_SURE:
        return True
    if _ASKS.search(text.strip().lower()) and intent.startswith(("ask_", "barrier_")):
        return False
    return _chosen(text, question["options"]) is not None


def answer(question: OpenQuestion, turn: Turn) -> Outcome:
    """Say whether it was right, why, and where that comes from; then ask the next one."""
    progress = Progress.from_data(turn.memory.get(SLOT))
    posed = progress.posed(turn.situation, load_facts())
    if posed is None or posed.id != question["about"]:
        return start(turn)
    picked = _picked(turn, posed)
    if picked is None:
        return Outcome((Reply(load_words()["not_taken"]), _put(posed)), {"open_question": question})
    told = _explained(posed, picked, len(progress.asked))
    after = progress.answered(posed.id, picked == posed.right)
    return _ask(after, turn, told) if after.left else _end(after, told)


def ask_again(question: OpenQuestion, turn: Turn) -> Reply | None:
    """Return the question once more."""
    posed = Progress.from_data(turn.memory.get(SLOT)).posed(turn.situation, load_facts())
    if posed is None:
        return None
    put = _put(posed)
    return attrs.evolve(put, text=load_words()["back"] + put.text)


def _ask(progress: Progress, turn: Turn, before: Sequence[Reply]) -> Outcome:
    posed = progress.posed(turn.situation, load_facts())
    if posed is None:
        return _end(progress, before)
    asked = {"by": "quiz", "about": posed.id, "options": list(posed.options)}
    remember = {SLOT: progress.to_data(), "open_question": asked, "missed": None}
    return Outcome((*before, _put(posed)), remember)


def _put(posed: Posed) -> Reply:
    """Put the question with its answers as buttons; typed, the letter or the words will do."""
    choices = tuple(
        Button(option[:20], f'/answer{{"say": "{place}"}}')
        for place, option in enumerate(posed.options)
    )
    unsure = Button("Not sure", '/answer{"say": "not_sure"}')
    lettered = "\n".join(f"{LETTERS[n]}: {option}" for n, option in enumerate(posed.options))
    card = {"kind": "quiz", "ask": posed.ask, "options": list(posed.options)}
    facts = tuple(fact.id for fact in posed.facts)
    return Reply(f"{posed.ask}\n{lettered}", (*choices, unsure), card, facts)


def _picked(turn: Turn, posed: Posed) -> int | str | None:
    said = turn.values.get("say")
    if said == NOT_SURE or turn.intent == NOT_SURE or yes_no_in(turn.text) == NOT_SURE:
        return NOT_SURE
    return int(said) if said is not None else _chosen(turn.text, posed.options)


def _chosen(text: str, options: Sequence[str]) -> int | None:
    """Return the place of the answer that the words mean, or None."""
    words = " ".join(re.sub(r"[^\w\s.£%,-]", " ", text.lower().replace("'", "")).split())
    words = words.strip(" .,")
    letter = re.fullmatch(r"(?:answer |option |its |i say |the )?([a-d])", words)
    if letter and "abcd".index(letter[1]) < len(options):
        return "abcd".index(letter[1])
    if list(options) == [YES, NO]:
        return {"yes": 0, "no": 1, "true": 0, "false": 1}.get(yes_no_in(text) or words)
    matching = [n for n, option in enumerate(options) if option.lower().strip(".") in words]
    if not matching:
        said = _NUMBER.search(words)
        number = said and said[0].replace(",", "")
        shown = [(_NUMBER.search(option) or [""])[0].replace(",", "") for option in options]
        matching = [n for n, each in enumerate(shown) if number and _same(each, number)]
    return matching[0] if len(matching) == 1 else None


def _same(shown: str, said: str) -> bool:
    return bool(shown) and float(shown) == float(said)


def _explained(posed: Posed, picked: int | str, count: int) -> tuple[Reply, ...]:
    words = load_words()
    facts = tuple(fact.id for fact in posed.facts)
    right = posed.options[posed.right]
    if picked == posed.right:
        opening = words["right"][count % len(words["right"])]
    elif picked == NOT_SURE:
        opening = words["not_sure"].format(right=right)
    else:
        opening = words["wrong"][count % len(words["wrong"])]
        opening += " " + words["the_answer"].format(right=right.rstrip("."))
    told = [Reply(f"{opening} {posed.explain}", facts=facts)]
    if posed.source:
        told.append(Reply(words["source"].format(source=posed.source)))
    return tuple(told)


def _end(progress: Progress, before: Sequence[Reply]) -> Outcome:
    words = load_words()
    told = words["end"].format(right=progress.right, count=progress.count)
    told += " " + (words["again_later"] if progress.again else words["end_all"])
    buttons = (
        Button("Four more", "/rights_quiz"),
        Button("For a group", '/rights_quiz{"how": "group"}'),
        Button("Menu", "/help"),
    )
    remember = {SLOT: progress.to_data(), "open_question": None, "missed": None}
    return Outcome((*before, Reply(told, buttons)), remember)


def _group(progress: Progress, turn: Turn) -> Outcome:
    posed = sheet(progress, turn.situation, load_facts())
    after = progress
    for each in posed:
        after = after.answered(each.id, True)
    remember = {SLOT: after.to_data(), "open_question": None, "missed": None}
    return Outcome(tell_sheet(posed), remember)
