"""The voice of the guide, as far as a rule can hold it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textstat import textstat

from bot.checks.problem import Problem
from bot.checks.sentences import Spoken, spoken
from bot.errors import FactError
from bot.facts import FactStore, load_facts, placeholders
from bot.facts.wording import PLACEHOLDER

MOST_WORDS_IN_A_SENTENCE = 25

#: Above this the words of a file are harder than a pupil of about fourteen reads. A trip-wire:
#: what crosses it is read again by a person.
HARDEST = 11.0

BLAMING = re.compile(
    r"\b(?:just|simply|should have|all you need|be realistic|unrealistic|work-ready|job-ready|"
    r"motivated|excuses?|hard to reach|scroungers?|don't worry|stay positive|lazy|workshy)\b"
    r"|illegal employer|\bbad job\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+|\b[\w.-]+\.(?:org|gov|co|scot|uk|com)\b[\w./-]*")
_FORM = re.compile(r"\b[A-Z]{1,4}\d{1,2}\b")
#: A law is named with its year in letters, where it has to be taken seriously.
_LAW = re.compile(r"\b(?:Act|Order|Regulations)(?: \([A-Z][\w ]+\))? \d{4}\b")
_NAKED_LINK = re.compile(r"^https?://\S+$")


def check_wording() -> Iterator[Problem]:
    """Yield sentences that are too long, that blame or cheer, or that hold their own figure."""
    for text in spoken():
        bare = PLACEHOLDER.sub("figure", text.text)
        yield from _length(text, bare)
        if not text.quoted:
            yield from _tone(text, bare)
        if not text.own_figures:
            yield from _figures(text)


def check_readability() -> Iterator[Problem]:
    """Yield files whose words are harder than our readers want (Coleman-Liau, by file)."""
    by_file: dict[str, list[str]] = {}
    for text in spoken():
        file = text.where.partition(",")[0].split(" ")[0]
        by_file.setdefault(file, []).append(PLACEHOLDER.sub("six", text.text))
    for file, texts in by_file.items():
        grade = textstat.coleman_liau_index(" ".join(texts))
        if grade > HARDEST:
            yield Problem(file, f"reads at grade {grade:.1f}; the trip-wire is {HARDEST}")


def check_placeholders() -> Iterator[Problem]:
    """Yield figures that no fact stands behind."""
    store = load_facts()
    for text in spoken():
        try:
            # A name without a dot is filled in by the code that says the sentence.
            named = [name for name in placeholders(text.text) if "." in name]
            unknown = [name for name in named if name not in store]
        except FactError as wrong:
            yield Problem(text.where, str(wrong))
            continue
        for name in unknown:
            yield Problem(text.where, f"there is no fact {name}")
        for match in PLACEHOLDER.finditer(text.text):
            if match["id"] in named and match["id"] not in unknown and not match["style"]:
                yield from _run_on(text.where, match, store)


def _run_on(where: str, match: re.Match[str], store: FactStore) -> Iterator[Problem]:
    """Yield a fact that is a whole sentence where it stands inside another one."""
    if not any(str(fact.value).endswith(".") for fact in store.history(match["id"])):
        return
    before, after = match.string[: match.start()].rstrip(" *"), match.string[match.end() :]
    if (before and before[-1] not in ".?:}\n") or after.startswith((".", ",")):
        yield Problem(where, f"{match['id']} is a whole sentence, and stands inside another one")


def _length(text: Spoken, bare: str) -> Iterator[Problem]:
    for sentence in re.split(r"(?<=[.?!:])[\"')”]?\s+|\n+", bare):
        count = len(sentence.split())
        if count > MOST_WORDS_IN_A_SENTENCE:
            yield Problem(text.where, f"a sentence of {count} words: {sentence[:60]} ...")


def _tone(text: Spoken, bare: str) -> Iterator[Problem]:
    if match := BLAMING.search(bare):
        yield Problem(text.where, f"“{match[0]}” can blame or push; say it in another way")
    if "!" in bare:
        yield Problem(text.where, "no exclamation marks")
    if _NAKED_LINK.match(text.text):
        yield Problem(text.where, "a link has to say where it goes")


def _figures(text: Spoken) -> Iterator[Problem]:
    bare = PLACEHOLDER.sub("", text.text)
    for fine in (_ADDRESS, _FORM, _LAW):
        bare = fine.sub("", bare)
    if re.search(r"£\s?\d|\d\s?%|\b\d{2,}\b", bare):
        yield Problem(text.where, f"a figure of its own; use a fact: {bare[:60]} ...")
