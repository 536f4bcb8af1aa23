"""Draft a message to an employer: a template, what was said, and the law of the nation.

Templates are jinja2 in `data/letters`. Figures stand in them as `{fact.id}` and names as
`[your name]`: the guide never invents one. Law is named only where the nation is known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

import attrs
import yaml
from jinja2 import Environment, StrictUndefined

from bot.errors import ContentError, FactError
from bot.facts import FactStore, fill
from bot.guide.content import Statement, read_when
from bot.situation import Situation

DATA = Path(__file__).parents[2] / "data" / "letters"

Form = Literal["text", "email", "letter"]
FORMS: tuple[Form, ...] = get_args(Form)
_KEYS = {"letter", "button", "subject", "title", "topics", "limit", "words", "short", "body"}
# Plain text, never HTML: nothing is escaped.
_TEMPLATES = Environment(undefined=StrictUndefined, autoescape=False)


@attrs.frozen
class Kind:
    """A kind of message.

    Attributes:
        id: its name.
        button, title, subject: words for a button, a heading and the subject line.
        topics: topics of the guide after which this message is the likely one.
        limit: whether a time limit runs beside it.
        words: patterns that ask for it.
        short: the text message, as a template.
        body: the paragraphs of an e-mail or letter, each with its conditions.
    """

    id: str
    button: str
    title: str
    subject: str
    topics: tuple[str, ...]
    limit: bool
    words: tuple[re.Pattern[str], ...]
    short: str
    body: tuple[Statement, ...]


@attrs.frozen
class Said:
    """What was said that belongs in the message; None stays open, in square brackets.

    Attributes:
        when: the day or month that it is about, in words.
        amount: an amount of money, as "£120".
        hours: a number of hours.
    """

    when: str | None = None
    amount: str | None = None
    hours: str | None = None


@attrs.frozen
class Letter:
    """A drafted message, in all its forms.

    Attributes:
        kind: its name.
        title: a heading for it.
        subject: its subject line.
        bodies: the whole words, by form.
        facts: ids of the facts it rests on.
        law_named: whether a law is named in it.
    """

    kind: str
    title: str
    subject: str
    bodies: Mapping[Form, str]
    facts: tuple[str, ...] = ()
    law_named: bool = False

    def as_card(self, form: Form) -> dict[str, Any]:
        """Return the message as a card, shown in one form; the page can switch to the others."""
        return {
            "kind": "letter",
            "title": self.title,
            "form": form,
            "body": self.bodies[form],
            "forms": list(FORMS),
            "bodies": dict(self.bodies),
        }


def draft(kind: Kind, said: Said, situation: Situation, store: FactStore) -> Letter:
    """Draft a message in all forms.

    A paragraph on a law is left out where the nation is not known or the law has no such rule.
    """
    shift = situation.shift_hours
    context: dict[str, Any] = {
        **attrs.asdict(said),
        "shift": f"{shift.normalize():f}" if shift else None,
        "nation": situation.nation,
    }
    laws = _laws(situation)
    paragraphs, facts = [], []
    for statement in kind.body:
        names_law = "laws." in statement.say
        if not statement.when.holds(situation) or (
            names_law and laws is None and _whole(statement)
        ):
            continue
        try:
            text = _render(statement.say, {**context, "laws": laws or {}})
            filled = fill(text, store, situation.on, situation.nation)
        except FactError:
            continue
        paragraphs.append(_one_line(filled.text))
        facts += [*filled.facts, *statement.relies_on]
    short = _one_line(_render(kind.short, context))
    parts = {"subject": kind.subject, "body": "\n\n".join(paragraphs), "short": short}
    frames = load_frame()["forms"]
    bodies = {form: _render(frames[form], parts) for form in FORMS}
    named = laws is not None and any(law in parts["body"] for law in laws.values())
    return Letter(
        kind.id, kind.title, kind.subject, bodies, tuple(dict.fromkeys(facts)), law_named=named
    )


def kind_in(text: str, topic: str | None = None) -> Kind | None:
    """Return the kind of message that the words ask for, or that follows the topic in hand."""
    words = " ".join(text.lower().replace("\u2019", "'").split())
    for name in _ORDER:
        if any(pattern.search(words) for pattern in load_kinds()[name].words):
            return load_kinds()[name]
    return next((kind for kind in load_kinds().values() if topic in kind.topics), None)


#: The more particular kinds are looked for first.
_ORDER = (
    "payslip", "holiday_pay", "breaks", "adjustments", "flexible_working", "grievance",
    "unpaid_wages", "more_hours", "written_terms", "shift_notice", "other",
)  # fmt: skip


def _whole(statement: Statement) -> bool:
    """Return whether a paragraph makes no sense without the law it names."""
    return "{% if nation %}" not in statement.say


def _laws(situation: Situation) -> dict[str, str] | None:
    if situation.nation is None:
        return None
    where = "northern_ireland" if situation.nation == "northern_ireland" else "gb"
    return {name: names[where] for name, names in load_frame()["laws"].items()}


def _render(template: str, context: Mapping[str, Any]) -> str:
    try:
        return _TEMPLATES.from_string(template).render(**context)
    except Exception as wrong:
        raise ContentError(f"letters: '{template[:40]}' can not be filled in: {wrong}") from wrong


def _one_line(text: str) -> str:
    return " ".join(text.split())


@lru_cache(maxsize=2)
def load_kinds(folder: Path = DATA) -> Mapping[str, Kind]:
    """Return all kinds of message by id.

    Raises:
        ContentError: a file is wrong; the message says which and where.
    """
    paths = [path for path in sorted(folder.glob("*.yml")) if path.name != "frame.yml"]
    return {path.stem: _kind(path) for path in paths}


@lru_cache(maxsize=2)
def load_frame(folder: Path = DATA) -> Mapping[str, Any]:
    """Return the frames, the names of laws, and the words around a draft."""
    frame: Mapping[str, Any] = _read(folder / "frame.yml")
    return frame


def _kind(path: Path) -> Kind:
    raw = _read(path)
    if raw.get("letter") != path.stem or set(raw) - _KEYS:
        raise ContentError(f"{path.name}: known keys are {sorted(_KEYS)}, `letter` is the name.")
    body = tuple(
        Statement(
            part["say"],
            read_when(part.get("when", {}), f"{path.name}, body {number}"),
            tuple(part.get("relies_on", ())),
        )
        for number, part in enumerate(raw["body"], 1)
    )
    return Kind(
        id=path.stem,
        button=raw["button"],
        title=raw["title"],
        subject=raw["subject"],
        topics=tuple(raw["topics"]),
        limit=bool(raw.get("limit")),
        words=tuple(re.compile(pattern) for pattern in raw["words"]),
        short=raw["short"],
        body=body,
    )


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
