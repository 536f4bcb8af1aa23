"""Save under a code, resume with it, answer as a team, and erase."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from bot.dialogue.subjects import SLOT as SUBJECT
from bot.dialogue.turn import Outcome, Turn
from bot.handover.words import counted
from bot.replies import Reply
from bot.settings import Settings
from bot.toolkit.answers import Answers, next_part
from bot.toolkit.asking import ask_next, ask_role, opened, ready, which_part
from bot.toolkit.content import STAFF, USERS, load_toolkit
from bot.toolkit.keeping import Own, Team, TooManyTries, keeper
from bot.toolkit.state import SLOT, State
from bot.toolkit.tell import go, press


def save(state: State, turn: Turn) -> Outcome:
    """Save the answers, and tell the code once more where they are saved already."""
    say = load_toolkit().say
    if state.answers is None or not state.given.begun():
        return opened(state, (Reply(say["nothing_yet"]),), "menu")
    state, told = saved(state, turn)
    if not told:
        told = (Reply(say["already_saved"].format(code=state.code)),)
    *first, last = told
    return opened(state, (*first, attrs.evolve(last, buttons=ready(state))), "menu")


def saved(state: State, turn: Turn, team: str | None = None) -> tuple[State, tuple[Reply, ...]]:
    """Return the state with its answers saved, and what to say where they were not before."""
    say, on = load_toolkit().say, turn.situation.on
    team = team or state.team
    if state.row and keeper().update(state.row, state.given, team, _done(state), on):
        return attrs.evolve(state, team=team), ()
    row, code = keeper().save(state.given, team, on)
    keeper().update(row, state.given, team, _done(state), on)
    days = counted(Settings.from_environment().keep_days, "day")
    told = (Reply(say["saved"].format(code=code)), Reply(say["saved_until"].format(days=days)))
    return state.at(row, code, team), told


def bring_up_to_date(
    state: State, turn: Turn, done: bool = False
) -> tuple[State, tuple[Reply, ...]]:
    """Save a change where the answers are saved; tell where they are gone in the meantime."""
    if state.answers is None:
        return state, ()
    if not state.row:  # who joined a team is saved with the first answer
        return saved(state, turn) if state.team and state.given.begun() else (state, ())
    on = turn.situation.on
    if keeper().update(state.row, state.given, state.team, done or _done(state), on):
        return state, ()
    lost = attrs.evolve(state, row=None, code=None, team=None)
    return lost, (Reply(load_toolkit().say["lost"]),)


def ask_code(state: State, _turn: Turn) -> Outcome:
    """Ask for a code."""
    return opened(state, (Reply(load_toolkit().say["ask_code"]),), "code")


def take_code(code: str, state: State, turn: Turn) -> Outcome:
    """Open saved answers, or join the team, that the code belongs to."""
    say = load_toolkit().say
    try:
        found = keeper().find(code)
    except TooManyTries:
        return opened(state, (Reply(say["too_many_codes"]),), "code")
    if found is None:
        return opened(state, (Reply(say["no_such_code"]),), "code")
    if isinstance(found, Team):
        return _join(found, state, turn)
    return _resume(found, code, state)


def _resume(found: Own, code: str, state: State) -> Outcome:
    toolkit = load_toolkit()
    role = toolkit.say["roles"][found.answers.role].lower()
    words = toolkit.say["resumed"].format(role=role if found.answers.role in STAFF else "a user")
    part = next_part(found.answers, toolkit)
    state = State(found.answers, part, rows=state.rows).at(found.row, code, found.team)
    return ask_next(state, (Reply(words),))


def _join(team: Team, state: State, turn: Turn) -> Outcome:
    """Join a team; what was answered before goes along, as the person was told it would."""
    say, answers = load_toolkit().say, state.answers
    fits = answers is not None and (answers.role == "user") == team.for_users
    if not fits:
        state = state.put_aside()
        answers = Answers("user") if team.for_users else None
    told = [Reply(say["team_joined"])]
    if answers is None:
        # The role comes next; the first answer saves them as a member.
        outcome = ask_role(attrs.evolve(state, team=team.id), opening=False)
        return attrs.evolve(outcome, replies=(*told, Reply(say["team_for_staff"]), _roles()))
    if answers.begun():
        told.append(Reply(say["team_joined_more"]))
    elif team.for_users:
        told.append(Reply(say["team_for_users"]))
    state, also = saved(state.with_answers(answers), turn, team.id)
    part = USERS if team.for_users else state.part
    return ask_next(attrs.evolve(state, part=part), (*told, *also, *_rules()))


def _roles() -> Reply:
    say = load_toolkit().say
    roles = tuple(press(say["roles"][role], role=role) for role in STAFF)
    return Reply(say["team_rules"][0], roles)


def _rules() -> tuple[Reply, ...]:
    return tuple(Reply(words) for words in load_toolkit().say["team_rules"])


def offer_team(state: State, _turn: Turn) -> Outcome:
    """Say how answering as a team goes."""
    say = load_toolkit().say
    if state.team:
        words = say["in_team_already"]
        return opened(state, (Reply(words, ready(state)),), "menu")
    buttons = (go(say["start_team"], do="new_team"), go(say["have_code"], do="have_code"))
    return opened(state, (Reply(say["team"], buttons),), "menu")


def start_team(state: State, turn: Turn) -> Outcome:
    """Make a team with this person in it, and tell its codes."""
    say = load_toolkit().say
    if state.answers is None or state.team or state.given.role == "user":
        return offer_team(state, turn)
    team = keeper().new_team(turn.situation.on)
    state, told = saved(state, turn, team.id)
    replies: list[Reply] = [
        Reply(say["team_made"].format(staff=team.staff_code)),
        Reply(say["team_made_users"].format(users=team.user_code)),
        *_rules(),
        *told,
    ]
    return _go_on(state, turn, replies)


def _go_on(state: State, turn: Turn, told: Sequence[Reply]) -> Outcome:
    if state.part is None and not state.given.begun():
        outcome = which_part(state, turn)
        return attrs.evolve(outcome, replies=(*told, *outcome.replies))
    *first, last = told
    return opened(state, (*first, attrs.evolve(last, buttons=ready(state))), "menu")


def ask_erase(state: State, _turn: Turn) -> Outcome:
    """Ask before anything is erased."""
    say = load_toolkit().say
    buttons = (press(say["yes"], say="yes"), press(say["no"], say="no"))
    return opened(state, (Reply(say["erase_sure"], buttons),), "erase")


def erase(state: State, turn: Turn, said: str | None) -> Outcome:
    """Erase this person's saved answers, and those of this conversation."""
    say = load_toolkit().say
    if said != "yes":
        return opened(state, (Reply(say["not_erased"], ready(state)),), "menu")
    keeper().forget(tuple(dict.fromkeys((*state.rows, *((state.row,) if state.row else ())))))
    remember = {SLOT: None, "open_question": None, SUBJECT: None, "missed": None}
    return Outcome((Reply(say["erased"]),), remember)


def _done(state: State) -> bool:
    return state.answers is not None and next_part(state.given, load_toolkit()) is None
