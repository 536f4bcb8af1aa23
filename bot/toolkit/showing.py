"""Show what the answers come to: ranges, reasons, steps, differences and the sheet."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from bot.dialogue.turn import Outcome, Turn
from bot.organisation import load_organisation
from bot.replies import Reply, packed
from bot.toolkit import sharing
from bot.toolkit.asking import ask_role, opened, ready
from bot.toolkit.content import DIMENSIONS, Role, Toolkit, load_toolkit
from bot.toolkit.keeping import keeper
from bot.toolkit.placing import Placing, place
from bot.toolkit.state import State
from bot.toolkit.steps import suggest
from bot.toolkit.team import Counted, TeamView, asked_on, ranges_of, view
from bot.toolkit.tell import card, lies, reasons, tell_placing, tell_steps

#: How many differences are told in the chat; the sheet holds all.
DIFFERENCES_TOLD = 3
BESIDE_TOLD = 2


def end_of_part(state: State, before: Sequence[Reply] = ()) -> Outcome:
    """Show where the answers of the part lie, and what can come next."""
    toolkit = load_toolkit()
    role, part = state.given.role, state.part
    if role == "user":
        told: tuple[Reply, ...] = (Reply(toolkit.say["user_done"]),)
    elif part in DIMENSIONS:
        told = tell_placing(_placed(part, state, toolkit), toolkit.parts[part], toolkit)
    else:
        told = (Reply(toolkit.say["direction_done"]),)
    closing = Reply(toolkit.say["what_next"], ready(state))
    return opened(state, (*before, *told, closing), "menu")


def tell_reasons(state: State) -> Outcome:
    """Say what points which way, for the part in hand or for all."""
    toolkit = load_toolkit()
    told = [
        Reply(words)
        for placing in _in_hand(state, toolkit)
        for words in packed(reasons(placing, toolkit.parts[placing.dimension], toolkit))
    ]
    return opened(state, _or_nothing(told, state), "menu")


def tell_ranges(state: State) -> Outcome:
    """Say where the answers lie, on all that was answered."""
    toolkit = load_toolkit()
    entry = "placed_user" if state.given.role == "user" else "placed"
    told = []
    for placing in ranges_of(state.given, toolkit):
        part = toolkit.parts[placing.dimension]
        words = lies(placing, part, entry, toolkit)
        told.append(Reply(words, card=card(placing, part, toolkit)))
    return opened(state, _or_nothing(told, state), "menu")


def tell_next_steps(state: State, before: Sequence[Reply] = ()) -> Outcome:
    """Tell steps for the part in hand, or for every dimension that was answered."""
    toolkit = load_toolkit()
    answers = state.given
    placed = [placing.dimension for placing in ranges_of(answers, toolkit)]
    names = [state.part] if state.part in DIMENSIONS else placed or list(DIMENSIONS)
    told = list(before)
    if answers.limits:
        named = ", ".join(toolkit.limits[name].name for name in answers.limits)
        told.append(Reply(toolkit.say["limits_heard"].format(limits=named)))
    used = [practice for ids in answers.chosen.values() for practice in ids]
    for name in names:
        fitting = suggest(name, _staff(answers.role), used, answers.limits, toolkit)
        told += tell_steps(toolkit.parts[name], fitting, answers.limits, toolkit)
    told.append(Reply(toolkit.say["steps_close"], ready(state)))
    return opened(state, told, "menu")


def tell_differences(state: State, turn: Turn) -> Outcome:
    """Show where colleagues differ, and where staff and users do; or say what is missing."""
    toolkit = load_toolkit()
    if not state.team:
        return sharing.offer_team(state, turn)
    if state.answers is not None and state.given.role == "user":
        return opened(state, (Reply(toolkit.say["team_rules"][1], ready(state)),), "menu")
    seen = view(keeper().members(state.team), toolkit)
    told = [*_of_colleagues(seen, toolkit), *_of_users(seen, toolkit)]
    *first, last = [Reply(words) for words in packed(told)]
    return opened(state, (*first, attrs.evolve(last, buttons=ready(state))), "menu")


def tell_examples(state: State, _turn: Turn) -> Outcome:
    """Tell of two teams, nearer to either end."""
    toolkit = load_toolkit()
    told = [
        Reply(words if number else f"{example['name']}. {words}")
        for example in toolkit.examples.values()
        for number, words in enumerate(example["says"])
    ]
    told.append(Reply(toolkit.say["examples_from"].format(source=toolkit.source["short"])))
    if state.answers is None:
        outcome = ask_role(state, opening=False)
        return attrs.evolve(outcome, replies=(*told, *outcome.replies))
    told.append(Reply(toolkit.say["after_examples"], ready(state)))
    return opened(state, told, "menu")


def where_sheet(state: State, turn: Turn) -> Outcome:
    """Save the answers where they are not, and say where the sheet is."""
    toolkit = load_toolkit()
    if state.answers is None or not state.given.begun():
        return opened(state, (Reply(toolkit.say["nothing_yet"]),), "menu")
    state, told = sharing.saved(state, turn)
    assert state.row is not None
    replies = [*told, _sheet(keeper().sheet_path("own", state.row), "where_sheet", toolkit)]
    if state.team and state.given.role != "user":
        path = keeper().sheet_path("team", state.team)
        replies.append(_sheet(path, "where_team_sheet", toolkit))
    replies.append(Reply(toolkit.say["link_care"], ready(state)))
    return opened(state, replies, "menu")


def _sheet(path: str, entry: str, toolkit: Toolkit) -> Reply:
    words = toolkit.say[entry].format(address=load_organisation().address + path)
    title = toolkit.say["sheet"]["of_team" if "team" in entry else "of_one"]
    return Reply(words, card={"kind": "sheet", "title": f"{title} (sheet to print)", "path": path})


def _of_colleagues(seen: TeamView, toolkit: Toolkit) -> list[str]:
    say, least = toolkit.say, toolkit.sharing["least_staff"]
    if not seen.staff:
        return [str(say["waiting_staff"].format(count=seen.colleagues, least=least))]
    told = [str(say["colleagues"].format(count=seen.colleagues))]
    told += [
        lies(placing, toolkit.parts[placing.dimension], "team_span", toolkit)
        for placing in seen.ranges
    ]
    told += [
        str(say["differs"].format(short=each.question.short, answers=counted_words(each)))
        for each in seen.differences[:DIFFERENCES_TOLD]
    ]
    return told if seen.differences else [*told, str(say["no_difference"])]


def _of_users(seen: TeamView, toolkit: Toolkit) -> list[str]:
    say = toolkit.say
    if not seen.users:
        return [str(say["waiting_users"].format(batch=toolkit.sharing["batch_of_users"]))]
    told = [
        lies(placing, toolkit.parts[placing.dimension], "users_span", toolkit)
        for placing in seen.user_ranges
    ]
    return told + [
        str(
            say["beside"].format(
                short=each.staff.question.short,
                staff=counted_words(each.staff),
                users=counted_words(each.users),
            )
        )
        for each in seen.beside[:BESIDE_TOLD]
    ]


def counted_words(counted: Counted) -> str:
    """Return how many chose what: "Any with vacancies (2), A written standard (1)"."""
    return ", ".join(f"{practice.label} ({count})" for practice, count in counted.counts)


def _placed(part: str, state: State, toolkit: Toolkit) -> Placing:
    questions = asked_on(part, (state.given.role,), toolkit)
    return place(part, state.given.chosen, questions)


def _in_hand(state: State, toolkit: Toolkit) -> Sequence[Placing]:
    if state.part in DIMENSIONS:
        placing = _placed(state.part, state, toolkit)
        return (placing,) if placing.known else ()
    return ranges_of(state.given, toolkit)


def _or_nothing(told: list[Reply], state: State) -> tuple[Reply, ...]:
    if not told:
        return (Reply(load_toolkit().say["nothing_yet"], ready(state)),)
    return (*told[:-1], attrs.evolve(told[-1], buttons=ready(state)))


def _staff(role: Role) -> Role:
    return "key_worker" if role == "user" else role
