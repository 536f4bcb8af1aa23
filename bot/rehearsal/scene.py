"""What a scene is: a person, what they know and hide, and how they move with what is said.

A scene is data (`data/rehearsal/scenes`, see docs/rehearsal.md). Nothing here knows a sentence of
any scene, and nothing is left to chance: the same turns lead to the same answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

import attrs

from bot.rehearsal.skills.labels import SKILLS, SLIPS

Practising = Literal["key_worker", "job_seeker"]
Partner = Literal["job_seeker", "employer", "work_coach"]
EndingKind = Literal["good", "partial", "poor", "closed"]

PRACTISING: tuple[Practising, ...] = get_args(Practising)
PARTNERS: tuple[Partner, ...] = get_args(Partner)
ENDING_KINDS: tuple[EndingKind, ...] = get_args(EndingKind)

#: What a turn can do, whatever the scene: read by `bot.rehearsal.skills`.
DOINGS = (*SKILLS, *SLIPS)

LEAST_TRUST, MOST_TRUST = -5, 5


@attrs.frozen
class When:
    """A condition; every part that is written must hold.

    Attributes:
        does: the turn does one of these skills or slips.
        about: the turn is about one of these cues.
        without: the turn does, and is about, none of these.
        trust: trust is at least so much (from -5 to 5).
        below: trust is less than this.
        turns: so many turns were spent in this state.
        told: these secrets were told before this turn, or in it.
        secrets: so many secrets were told.
        met: so many objections were met.
        so_far: all of these skills, slips or cues came up in the scene.
    """

    does: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    trust: int | None = None
    below: int | None = None
    turns: int = 0
    told: tuple[str, ...] = ()
    secrets: int = 0
    met: int = 0
    so_far: tuple[str, ...] = ()

    @property
    def heeds_turn(self) -> bool:
        """Whether it asks for something in the turn itself."""
        return bool(self.does or self.about)


@attrs.frozen
class Move:
    """A way from one state to another."""

    to: str
    when: When = When()


@attrs.frozen
class State:
    """Where the person stands.

    Attributes:
        id: its name.
        mood: one or two words for the picture of the scene ("guarded").
        says: what the person says on arriving and while staying; taken in turn.
        moves: ways out, the first that holds is taken.
        reacts: what they say to a skill, slip or cue while here.
        objects: the next objection is raised here.
        ending: how the scene ends here; None where it goes on.
        means: what the ending means, in the guide's words.
    """

    id: str
    mood: str
    says: tuple[str, ...]
    moves: tuple[Move, ...] = ()
    reacts: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    objects: bool = False
    ending: EndingKind | None = None
    means: str = ""


@attrs.frozen
class Answer:
    """What the person says freely, and how they say it when asked again."""

    says: tuple[str, ...]
    again: tuple[str, ...] = ()


@attrs.frozen
class Secret:
    """What the person says only when asked well.

    Attributes:
        id: its name.
        when: what finds it.
        says: how it is told.
        again: how it is touched on when asked again.
        trust: what telling it adds.
        missed: how the summary names it where it was never found, in the guide's words.
    """

    id: str
    when: When
    says: tuple[str, ...]
    again: tuple[str, ...]
    missed: str
    trust: int = 1


@attrs.frozen
class Objection:
    """What an employer or a work coach holds against it.

    Attributes:
        id: its name.
        says: how it is raised.
        when: what meets it.
        met: what they say once it is met.
        missed: how the summary names it where it was not met, in the guide's words.
    """

    id: str
    says: tuple[str, ...]
    when: When
    met: tuple[str, ...]
    missed: str


@attrs.frozen
class Right:
    """A right that helps in the scene.

    Attributes:
        cue: the cue that shows that it was used.
        say: what it is, in the guide's words, with figures as `{fact.id}`.
        facts: ids of the facts that it rests on; it is told only where they hold.
    """

    cue: str
    say: str
    facts: tuple[str, ...] = ()


@attrs.frozen
class Cue:
    """Something that a turn can be about.

    Attributes:
        words: words that show it; `*` stands for any end of a word, `..` for up to three words.
        like: sentences that mean it.
        shared: it belongs to every scene of its kind; a scene's own cues come before it.
    """

    id: str
    words: tuple[str, ...] = ()
    like: tuple[str, ...] = ()
    shared: bool = False


@attrs.frozen
class Person:
    """Who is played.

    Attributes:
        puzzled: what they say to what makes no sense in their life ("are you a bot").
        asked_about_life: what they say when asked about thoughts of suicide or self-harm.
        asked_about_home: what they say when asked whether they are safe.
    """

    id: str
    name: str
    age: int
    life: str
    role: str
    manner: str
    puzzled: tuple[str, ...]
    asked_about_life: tuple[str, ...] = ()
    asked_about_home: tuple[str, ...] = ()


@attrs.frozen
class Scene:
    """A talk to practise.

    Attributes:
        id: its name, that of its file.
        title: what it is about, in a line.
        label: the same for a button, at most 20 characters.
        practising: who the learner is.
        partner: who is played.
        person: the person who is played.
        about: words by which people ask for this scene.
        intro: what the learner is told first, in the guide's words.
        opens: how the person begins.
        start: the state at the beginning.
        trust: trust at the beginning.
        lasts: after so many turns the time is up.
        states: the states by id.
        anywhere: moves that hold in every state that is no ending, before its own.
        time_up: where the scene ends when the time is up; the last holds always.
        cues: what a turn can be about, the shared ones included.
        answers: what the person says freely when asked about a cue.
        reacts: what they say to a skill, slip or cue, where the state has nothing of its own.
        secrets, objections, rights: see there.
        asks: cues that count as saying clearly what one wants.
        effects: what skills, slips and cues add to trust.
        instead: other ways of saying it in this scene, by skill or slip, in the guide's words.
        hints: what to try, in the guide's words, in the order in which they help.
    """

    id: str
    title: str
    label: str
    practising: Practising
    partner: Partner
    person: Person
    about: tuple[str, ...]
    intro: tuple[str, ...]
    opens: tuple[str, ...]
    start: str
    lasts: int
    states: Mapping[str, State]
    time_up: tuple[Move, ...]
    effects: Mapping[str, int]
    cues: Mapping[str, Cue]
    trust: int = 0
    anywhere: tuple[Move, ...] = ()
    answers: Mapping[str, Answer] = attrs.field(factory=dict)
    reacts: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    secrets: tuple[Secret, ...] = ()
    objections: tuple[Objection, ...] = ()
    rights: tuple[Right, ...] = ()
    asks: tuple[str, ...] = ()
    instead: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    hints: tuple[str, ...] = ()
