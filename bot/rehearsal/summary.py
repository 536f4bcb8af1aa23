"""What is said about a whole talk: what was asked and heard, where it turned, what to try."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from bot.errors import FactError
from bot.facts import FactStore, fill
from bot.rehearsal.feedback import labels_of, why
from bot.rehearsal.loading import DATA, load_words, read
from bot.rehearsal.play import OFF_SCRIPT, THANKS, Moment, Position
from bot.rehearsal.run import Run
from bot.rehearsal.scene import LEAST_TRUST, MOST_TRUST, Scene
from bot.rehearsal.skills.labels import SLIPS
from bot.replies import Reply, packed
from bot.situation import Situation

FEW_TURNS = 2
"""So short a talk is not looked at closely."""

MOST_NAMED = 2
"""Things that were not found out are named up to here; the others are counted in the card."""


def tell(run: Run, store: FactStore, here: Situation) -> tuple[Reply, ...]:
    """Return how a talk went, once it is over: in words, and as a picture over time."""
    position = run.position()
    ended = (position.state.means,) if position.over and position.state.means else ()
    first = ended or (load_words()["say"]["ended"],)
    seen = list(_seen(run.scene, position, store, here))
    replies = [Reply(text) for text in packed([*first, *seen])]
    picture = picture_of(run.scene, position)
    closing = Reply(load_words()["say"]["what_next"])
    return (*replies, *((picture,) if picture else ()), closing)


def so_far(run: Run) -> tuple[Reply, ...]:
    """Return the counts and one thing to try, in the middle of a talk."""
    position, words = run.position(), load_summary()["summary"]
    if len(position.moments) < FEW_TURNS:
        return (Reply(words["short"]),)
    parts = [
        *_counts(run.scene, position),
        words["to_try"].format(what=_to_try(run.scene, position)),
    ]
    return tuple(Reply(text) for text in packed(_named(parts, run.scene)))


def picture_of(scene: Scene, position: Position) -> Reply | None:
    """Return the scene over time as a card; its text says the same."""
    moments = position.moments
    if len(moments) < FEW_TURNS:
        return None
    moods = [f"{m.number} {m.mood}" for m in _changes(moments)]
    text = load_summary()["summary"]["picture"].format(moods=", ".join(moods))
    points = [
        {"turn": m.number, "mood": m.mood, "level": m.trust, "marks": _marks(m)} for m in moments
    ]
    ends = {"least": LEAST_TRUST, "most": MOST_TRUST, "began": scene.trust}
    card = {"kind": "scene_over_time", "name": scene.person.name, "points": points, **ends}
    return Reply(text, card={**card, "words": text})


def turning_point(run: Run) -> int | None:
    """Return the turn at which most was lost: the best to try again; None where none was."""
    down = _lowest(run.position())
    return down.number if down else None


@lru_cache(maxsize=1)
def load_summary() -> Mapping[str, Any]:
    """Return what is said about whole talks."""
    return read(DATA / "summary.yml")


def _seen(scene: Scene, position: Position, store: FactStore, here: Situation) -> Iterator[str]:
    words = load_summary()["summary"]
    if len(position.moments) < FEW_TURNS:
        yield words["short"]
        return
    parts = [
        *(_counts(scene, position) if scene.practising == "key_worker" else ()),
        *(_clarity(scene, position)),
        *_rights(scene, position, store, here),
        *_heard(scene, position),
        *_turns(scene, position),
        words["strength"].format(what=_strength(scene, position)),
        words["to_try"].format(what=_to_try(scene, position)),
    ]
    yield from _named(parts, scene)


def _counts(scene: Scene, position: Position) -> Iterator[str]:
    """Yield the counts, the balance of questions, and reflections per question."""
    words = load_summary()["summary"]
    counts = _tally(position)
    opened, closed = counts["open_question"], counts["closed_question"]
    given = counts["reflection"]
    if scene.practising == "key_worker":
        yield words["counts"].format(
            turns=_times(len(position.moments), "turn"),
            open=_times(opened, "open question"),
            closed=_times(closed, "closed question"),
            reflections=_how_often(given),
        )
    asked = opened + closed
    if not asked:
        yield words["no_questions"]
        return
    if opened == closed:
        yield words["balance_even"]
    else:
        yield words["balance_open" if opened > closed else "balance_closed"]
    if scene.practising == "key_worker" and given:
        name = "more_back" if given >= asked else "less_back"
        yield words[name].format(questions=round(asked / given))


def _clarity(scene: Scene, position: Position) -> Iterator[str]:
    if not scene.asks:
        return
    words = load_summary()["summary"]
    clear = next((m for m in position.moments if set(m.step.about) & set(scene.asks)), None)
    yield words["clear"].format(number=clear.number) if clear else words["unclear"]


def _rights(scene: Scene, position: Position, store: FactStore, here: Situation) -> Iterator[str]:
    words = load_summary()["summary"]
    told = [
        (right.cue in position.heard, _filled(right.say, store, here)) for right in scene.rights
    ]
    used = [text for was_used, text in told if text and was_used]
    left = [text for was_used, text in told if text and not was_used]
    if used:
        yield words["rights_used"].format(things=" ".join(used[:MOST_NAMED]))
    if left:
        yield words["rights_left"].format(things=" ".join(left[:MOST_NAMED]))


def _filled(text: str, store: FactStore, here: Situation) -> str:
    """Return a right with its figures; empty where they are not known for the date and nation."""
    try:
        filled = fill(text, store, here.on, here.nation)
    except FactError:
        return ""
    return "" if any(fact.unsure for fact in filled.told) else filled.text


def _heard(scene: Scene, position: Position) -> Iterator[str]:
    words = load_summary()["summary"]
    hidden = [secret.missed for secret in scene.secrets if secret.id not in position.told]
    if hidden:
        yield words["not_found"].format(things=" ".join(hidden[:MOST_NAMED]))
    elif scene.secrets:
        yield words["all_found"]
    standing = [
        o.missed for o in scene.objections if o.id in position.raised and o.id not in position.met
    ]
    if standing:
        yield words["objections_left"].format(things=" ".join(standing[:MOST_NAMED]))


def _turns(scene: Scene, position: Position) -> Iterator[str]:
    """Yield where the mood rose and fell most, with the words that did it and what they did."""
    words = load_summary()["summary"]
    for name, moment in (("up", _highest(scene, position)), ("down", _lowest(position))):
        if moment is None:
            continue
        quote, did = moment.step.quote, why(scene, moment)
        key = name if quote and did else f"{name}_unquoted"
        yield words[key].format(
            number=moment.number, quote=quote, why=did, mood=moment.mood, name="{name}"
        )


def _highest(scene: Scene, position: Position) -> Moment | None:
    risen = [m for m in position.moments if m.change > 0 and _helped(scene, m)]
    return max(risen, key=lambda m: (m.told is not None, m.change), default=None)


def _helped(scene: Scene, moment: Moment) -> bool:
    """Return whether a turn did more than say thank you or give way."""
    if moment.told or moment.met:
        return True
    names = {*moment.step.does, *moment.step.about}
    good = {name for name in names if scene.effects.get(name, 0) > 0}
    return "gives_way" not in names and bool(good - {THANKS})


def _lowest(position: Position) -> Moment | None:
    fallen = [m for m in position.moments if m.change < 0]
    return min(fallen, key=lambda m: (m.change, m.number), default=None)


def _strength(scene: Scene, position: Position) -> str:
    strengths: Mapping[str, str] = load_summary()["strengths"]
    shown = {label for m in position.moments for label in labels_of(scene, m.step)}
    return next((text for name, text in strengths.items() if name in shown), strengths["anything"])


def _to_try(scene: Scene, position: Position) -> str:
    tries: Mapping[str, str] = load_summary()["to_try"]
    there = {*_weak(scene, position), "anything"}
    name = next(name for name in tries if name in there)
    thing = next((s.missed for s in scene.secrets if s.id not in position.told), "")
    return tries[name].format(name="{name}", thing=thing)


def _weak(scene: Scene, position: Position) -> Iterator[str]:
    """Yield what could be done in another way; data says in which order it matters."""
    counts = _tally(position)
    yield from (name for name in (*SLIPS, "angry", "gives_way") if counts[name])
    if scene.asks and not position.heard & set(scene.asks):
        yield "no_ask"
    if scene.practising == "job_seeker":
        if "asks_in_writing" in scene.cues and not counts["asks_in_writing"]:
            yield "no_written"
        return
    asked = counts["open_question"] + counts["closed_question"]
    if counts["reflection"] * 2 < asked:
        yield "few_reflections"
    if counts["closed_question"] > counts["open_question"]:
        yield "few_open"
    if any(secret.id not in position.told for secret in scene.secrets):
        yield "not_found"
    if not counts["asks_about_job_quality"]:
        yield "no_job_quality"


def _tally(position: Position) -> Counter[str]:
    steps = [m.step for m in position.moments if OFF_SCRIPT not in m.step.about]
    return Counter(name for step in steps for name in {*step.does, *step.about})


def _changes(moments: Sequence[Moment]) -> list[Moment]:
    return [
        m
        for m, before in zip(moments, (None, *moments), strict=False)
        if before is None or m.mood != before.mood
    ]


def _marks(moment: Moment) -> list[str]:
    marks = [name for name in moment.step.does if name in SLIPS]
    return [*marks, *(["told"] if moment.told else []), *(["met"] if moment.met else [])]


def _named(parts: Sequence[str], scene: Scene) -> list[str]:
    return [part.replace("{name}", scene.person.name) for part in parts]


def _times(number: int, thing: str) -> str:
    return f"{_NUMBERS.get(number, str(number))} {thing}{'' if number == 1 else 's'}"


def _how_often(number: int) -> str:
    return {0: "not once", 1: "once", 2: "twice"}.get(number, f"{number} times")


_NUMBERS = {0: "no", 1: "one"}
