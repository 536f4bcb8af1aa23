"""The toolkit in messages: questions with their practices, ranges with their reasons, steps."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from bot.facts.words import joined
from bot.replies import MOST_WORDS, Button, Reply, packed
from bot.toolkit.answers import Chosen
from bot.toolkit.content import Part, Question, Toolkit
from bot.toolkit.placing import Placing, words_for
from bot.toolkit.steps import Suggested


def press(title: str, **values: str) -> Button:
    """Return a button that answers the question that is open."""
    return Button(title, f"/answer{json.dumps(values)}")


def go(title: str, **values: str) -> Button:
    """Return a button that works at any time."""
    return Button(title, f"/toolkit{json.dumps(values)}")


def put(
    question: Question, toolkit: Toolkit, can_go_back: bool, picked: Sequence[str] = ()
) -> tuple[Reply, ...]:
    """Put a question; the ways to skip it, to ask why and to go back stand beside it."""
    say = toolkit.say
    if question.open:
        agree = (press(say["agree_yes"], do="agree"), press(say["agree_no"], do="skip"))
        buttons = (*agree, *ways(toolkit, can_go_back)[1:])
        return (Reply(question.ask), Reply(say["agree"], buttons))
    left = [
        (number, practice)
        for number, practice in enumerate(question.practices, 1)
        if practice.id not in picked
    ]
    choices = tuple(press(practice.label, pick=practice.id) for _, practice in left)
    done = (press(say["ways"]["all"], do="all"),) if picked else ()
    buttons = (*choices, *done, *ways(toolkit, can_go_back))
    if picked:
        return (Reply(say["anything_else"], buttons),)
    lines = [f"{number}. {practice.say}" for number, practice in left]
    first = question.ask
    if question.many and "several" not in first:
        first = f"{first} {say['several']}"
    *before, last = packed([first, *lines], MOST_WORDS, "\n")
    return (*map(Reply, before), Reply(last, buttons))


def ways(toolkit: Toolkit, can_go_back: bool) -> tuple[Button, ...]:
    """Return the ways on that every question has."""
    words = toolkit.say["ways"]
    names = ("skip", "why", *(("back",) if can_go_back else ()), "finish")
    return tuple(press(words[name], do=name) for name in names)


def tell_why(question: Question, toolkit: Toolkit) -> tuple[Reply, ...]:
    """Say why it is asked, and where it comes from."""
    source = toolkit.say["from"].format(source=toolkit.source["short"])
    return (Reply(question.why), Reply(source))


def tell_placing(placing: Placing, part: Part, toolkit: Toolkit) -> tuple[Reply, ...]:
    """Say where the answers of one person lie, and what points which way."""
    if not placing.known:
        return (Reply(toolkit.say["not_placed"].format(name=part.name)),)
    first = Reply(lies(placing, part, "placed", toolkit), card=card(placing, part, toolkit))
    return (first, *map(Reply, packed([*reasons(placing, part, toolkit), toolkit.say["no_mark"]])))


def lies(placing: Placing, part: Part, entry: str, toolkit: Toolkit) -> str:
    """Return the sentence for a range, in the words of the entry."""
    low, high = words_for(placing.span, part)
    one = f"{entry}_one"
    words = toolkit.say[one if low == high and one in toolkit.say else entry]
    return str(words.format(name=part.name, low=low, high=high))


def reasons(
    placing: Placing, part: Part, toolkit: Toolkit, chosen: Chosen | None = None
) -> list[str]:
    """Return what points which way, and what is not known; with `chosen`, name the answers too."""
    say = toolkit.say
    rows: tuple[tuple[str, Iterable[Question], str], ...] = (
        ("up", placing.expansive, part.ends[-1]),
        ("between", placing.between, ""),
        ("down", placing.restrictive, part.ends[0]),
        ("unknown", placing.unknown, ""),
    )
    told = [
        str(
            say[name].format(
                end=end, shorts=_list(_subject(question, chosen or {}) for question in asked)
            )
        )
        for name, asked, end in rows
        if asked
    ]
    return told if placing.unknown else [*told, str(say["all_known"])]


def card(placing: Placing, part: Part, toolkit: Toolkit) -> dict[str, object]:
    """Return a range as data for the page: words, and where on the bar they stand."""
    low, high = words_for(placing.span, part)
    return {
        "kind": "spectrum",
        "title": part.name,
        "from": low,
        "to": high,
        "ends": [part.ends[0], part.ends[-1]],
        "places": list(part.ends),
        "reasons": reasons(placing, part, toolkit),
    }


def tell_steps(
    part: Part, suggested: Sequence[Suggested], limits: Sequence[str], toolkit: Toolkit
) -> tuple[Reply, ...]:
    """Tell steps for a dimension, each with the limits that it fits or that stand in its way."""
    say = toolkit.say
    if not suggested:
        return (Reply(say["no_steps"].format(name=part.name)),)
    opening = say["steps_opening" if limits else "steps_opening_free"].format(name=part.name)
    told = [step_words(each, toolkit) for each in suggested]
    numbered = [f"{number}. {words}" for number, words in enumerate(told, 1)]
    return tuple(map(Reply, packed([opening, *numbered], MOST_WORDS, "\n")))


def step_words(suggested: Suggested, toolkit: Toolkit) -> str:
    """Return a step in words, with how it stands to the limits that were named."""
    fits = " ".join(limit.fits for limit in suggested.fits[:2])
    hinders = [
        toolkit.say["hinders"].format(name=_upper(limit.name), hinders=limit.hinders)
        for limit in suggested.hinders[:1]
    ]
    return " ".join(part for part in (suggested.step.say, fits, *hinders) if part)


def _upper(words: str) -> str:
    return words[0].upper() + words[1:]


def _subject(question: Question, chosen: Chosen) -> str:
    labels = [practice.label for practice in question.chosen(chosen.get(question.id, ()))]
    return f"{question.short} (“{'”, “'.join(labels)}”)" if labels else question.short


def _list(items: Iterable[str]) -> str:
    """List things, three to a sentence."""
    names = list(items)
    groups = [names[start : start + 3] for start in range(0, len(names), 3)]
    return ". Also ".join(joined(tuple(group)) for group in groups)
