"""What a team's answers say together: differences, and users beside staff. Nobody stands out.

Colleagues are shown to one another once `least_staff` of them answered. Programme users are shown
in batches of `batch_of_users`, in the order in which they finished: a further one changes nothing
until their batch is full, so that comparing two days shows nobody's answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from bot.toolkit.answers import Answers
from bot.toolkit.content import DIMENSIONS, STAFF, Practice, Question, Role, Toolkit
from bot.toolkit.keeping import Member
from bot.toolkit.placing import Placing, place, span_of, together


@attrs.frozen
class Counted:
    """A question with how many chose each practice."""

    question: Question
    counts: tuple[tuple[Practice, int], ...]
    people: int

    @property
    def differs(self) -> bool:
        """Whether they did not all choose alike."""
        return any(count < self.people for _, count in self.counts)


@attrs.frozen
class Beside:
    """What staff and users say of the same thing."""

    staff: Counted
    users: Counted


@attrs.frozen
class TeamView:
    """All that may be shown of a team.

    Attributes:
        colleagues: how many colleagues answered.
        staff, users: those whose answers may be shown; empty until there are enough.
        ranges: the colleagues' range on each dimension.
        by_role: the same for managers and for key workers, where there are enough of each.
        each: every colleague's range on each dimension, in the order of where they stand.
        user_ranges: the range as users see it.
        counted: the colleagues' answers.
        differences: those in which they differ, the widest apart first.
        beside: what staff and users say of the same things.
        user_counted: the users' answers.
        limits: the limits that colleagues named, the most named first.
        quotes: own words, by question, for staff and users.
    """

    colleagues: int
    staff: tuple[Answers, ...]
    users: tuple[Answers, ...]
    ranges: tuple[Placing, ...]
    by_role: tuple[tuple[Role, tuple[Placing, ...]], ...]
    each: tuple[tuple[str, tuple[Placing, ...]], ...]
    user_ranges: tuple[Placing, ...]
    counted: tuple[Counted, ...]
    differences: tuple[Counted, ...]
    beside: tuple[Beside, ...]
    user_counted: tuple[Counted, ...]
    limits: tuple[tuple[str, int], ...]
    quotes: tuple[tuple[Question, tuple[str, ...]], ...]


def view(members: Iterable[Member], toolkit: Toolkit) -> TeamView:
    """Return what may be shown of a team."""
    everybody = [m for m in members if m.answers.begun()]
    colleagues = [m.answers for m in everybody if m.answers.role in STAFF]
    least = toolkit.sharing["least_staff"]
    staff = colleagues if len(colleagues) >= least else []
    users = _in_batches(everybody, toolkit.sharing["batch_of_users"])
    counted = _counted(staff, least, toolkit)
    user_counted = _counted(users, toolkit.sharing["batch_of_users"], toolkit)
    return TeamView(
        colleagues=len(colleagues),
        staff=tuple(staff),
        users=tuple(users),
        ranges=_ranges(staff, toolkit, least),
        by_role=_by_role(staff, least, toolkit),
        each=_each(staff, toolkit),
        user_ranges=_ranges(users, toolkit, toolkit.sharing["batch_of_users"]),
        counted=counted,
        differences=tuple(sorted((c for c in counted if c.differs), key=_apart, reverse=True)),
        beside=_beside(counted, user_counted),
        user_counted=user_counted,
        limits=tuple(Counter(name for a in staff for name in a.limits).most_common()),
        quotes=_quotes([*staff, *users], toolkit),
    )


def ranges_of(answers: Answers, toolkit: Toolkit) -> tuple[Placing, ...]:
    """Return one person's ranges, on the dimensions of which they said something."""
    return _ranges([answers], toolkit)


def asked_on(dimension: str, roles: Iterable[Role], toolkit: Toolkit) -> tuple[Question, ...]:
    """Return the questions on a dimension that any of the roles is asked."""
    wanted = set(roles)
    return tuple(
        q for q in toolkit.questions.values() if q.places == dimension and wanted & set(q.roles)
    )


def _in_batches(members: Sequence[Member], size: int) -> list[Answers]:
    done = [m for m in members if m.answers.role == "user" and m.finished is not None]
    done.sort(key=lambda member: member.finished or 0)
    return [member.answers for member in done[: len(done) // size * size]]


def _by_role(
    staff: Sequence[Answers], least: int, toolkit: Toolkit
) -> tuple[tuple[Role, tuple[Placing, ...]], ...]:
    """Return the ranges of each role, where there are enough of both."""
    groups = [(role, [a for a in staff if a.role == role]) for role in STAFF]
    if any(len(group) < least for _, group in groups):
        return ()
    return tuple((role, _ranges(group, toolkit, least)) for role, group in groups)


def _ranges(people: Sequence[Answers], toolkit: Toolkit, least: int = 1) -> tuple[Placing, ...]:
    """Return ranges; what fewer than `least` answered counts as not known."""
    if not people:
        return ()
    answered = Counter(name for answers in people for name, ids in answers.chosen.items() if ids)
    chosen = {
        name: ids
        for name, ids in together(answers.chosen for answers in people).items()
        if answered[name] >= least
    }
    roles = {answers.role for answers in people}
    placed = (place(name, chosen, asked_on(name, roles, toolkit)) for name in DIMENSIONS)
    return tuple(placing for placing in placed if placing.known)


def _each(
    staff: Sequence[Answers], toolkit: Toolkit
) -> tuple[tuple[str, tuple[Placing, ...]], ...]:
    found = []
    for name in DIMENSIONS:
        own = [p for a in staff for p in _ranges([a], toolkit) if p.dimension == name]
        own.sort(key=lambda placing: (placing.span.low, placing.span.high))
        if len(own) >= toolkit.sharing["least_staff"]:
            found.append((name, tuple(own)))
    return tuple(found)


def _counted(people: Sequence[Answers], least: int, toolkit: Toolkit) -> tuple[Counted, ...]:
    found = []
    for question in toolkit.questions.values():
        chosen = [ids for a in people if (ids := a.chosen.get(question.id))]
        if len(chosen) < least:
            continue
        counts = Counter(name for ids in chosen for name in ids)
        rows = tuple((p, counts[p.id]) for p in question.practices if counts[p.id])
        found.append(Counted(question, rows, len(chosen)))
    return tuple(found)


def _apart(counted: Counted) -> tuple[float, int]:
    """Return how far apart the answers lie: first on the spectrum, then in number."""
    span = span_of(counted.question, tuple(practice.id for practice, _ in counted.counts))
    return (float(span.high - span.low) if span else 0.0, len(counted.counts))


def _beside(staff: Sequence[Counted], users: Sequence[Counted]) -> tuple[Beside, ...]:
    by_question = {counted.question.id: counted for counted in staff}
    return tuple(
        Beside(by_question[counted.question.beside], counted)
        for counted in users
        if counted.question.beside in by_question
    )


def _quotes(
    people: Sequence[Answers], toolkit: Toolkit
) -> tuple[tuple[Question, tuple[str, ...]], ...]:
    found = []
    for question in toolkit.questions.values():
        # In the order of the alphabet: the order of answering could say whose they are.
        words = sorted(a.quotes[question.id] for a in people if question.id in a.quotes)
        if words:
            found.append((question, tuple(words)))
    return tuple(found)
