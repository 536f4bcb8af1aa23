"""Plain spelling of what was typed, with the way back to the typed words.

Phone messages write "12 quid an hr", "twelve fifty ph" and "0hr contract no brekas". The
patterns of an offer are written once, for plain spelling; `Plain` carries that spelling together
with, for each of its characters, where in the typed text it came from, so that evidence always
quotes what the person wrote.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property, lru_cache

import attrs

from bot.offers.extract.numbers import read_number_words, words_pattern
from bot.offers.extract.phrases import find_listed, load_data
from bot.offers.offer import LONGEST_DESCRIPTION, Evidence

_SAME_LENGTH = str.maketrans(
    {
        "\u2019": "'",
        "\u2018": "'",
        "\u00b4": "'",
        "`": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2013": "-",
        "\u2014": "-",
        "\u2012": "-",
        "\u2010": "-",
        "\u2011": "-",
        "\u2212": "-",
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\t": " ",
        "\r": "\n",
        "\u2028": "\n",
        "\u2022": "\n",
        "\u00b7": "\n",
        "\uff1a": ":",
        "\u00d7": "x",
        "\uffe1": "£",
    }
)


@attrs.frozen(slots=False)
class Plain:
    """Text in plain spelling.

    Attributes:
        typed: what the person wrote.
        text: the plain spelling, lower case.
        starts, ends: for each character of `text`, the typed characters it stands for.
    """

    typed: str
    text: str
    starts: list[int]
    ends: list[int]

    @property
    def is_advert(self) -> bool:
        """Whether this is too long for somebody's own words of a job."""
        return len(self.text) > LONGEST_DESCRIPTION

    def evidence(self, field: str, start: int, end: int) -> Evidence:
        """The typed words behind `text[start:end]`, without outer blanks."""
        first, last = self.starts[start], self.ends[max(start, end - 1)]
        words = self.typed[first:last]
        first += len(words) - len(words.lstrip())
        words = words.strip()
        return Evidence(field=field, text=words, start=first, end=first + len(words))

    def replace(self, pattern: re.Pattern[str], by: Callable[[re.Match[str]], str | None]) -> Plain:
        """A copy with every match of `pattern` respelled; None from `by` leaves it alone."""
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for match in pattern.finditer(self.text):
            new = by(match)
            start, end = match.span()
            if new is None or new == match.group() or start == end:
                continue
            pieces += (self.text[done:start], new)
            starts += self.starts[done:start] + [self.starts[start]] * len(new)
            ends += self.ends[done:start] + [self.ends[end - 1]] * len(new)
            done = end
        if not pieces:
            return self
        pieces.append(self.text[done:])
        starts += self.starts[done:]
        ends += self.ends[done:]
        return attrs.evolve(self, text="".join(pieces), starts=starts, ends=ends)

    def with_text(self, text: str) -> Plain:
        """A copy with other letters in the same places, as many of them."""
        return attrs.evolve(self, text=text)

    @cached_property
    def phrases(self) -> dict[str, list[tuple[int, int]]]:
        """Where the plain phrases of each list of the data stand."""
        return find_listed(self.text)

    @cached_property
    def _breaks(self) -> list[int]:
        """Where clauses end: the places of full stops, semicolons and line ends."""
        return [match.start() for match in _BREAK.finditer(self.text)]

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """Where the clause around `text[start:end]` begins and ends."""
        before, after = bisect_left(self._breaks, start), bisect_left(self._breaks, end)
        left = self._breaks[before - 1] + 1 if before else 0
        right = self._breaks[after] if after < len(self._breaks) else len(self.text)
        return max(left, start - 300), min(right, end + 300)

    def before(self, start: int, most: int = 60) -> str:
        """Up to `most` characters of the same clause before `start`."""
        left, _ = self.clause(start, start)
        return self.text[max(left, start - most) : start]

    def after(self, end: int, most: int = 60) -> str:
        """Up to `most` characters of the same clause after `end`."""
        _, right = self.clause(end, end)
        return self.text[end : min(right, end + most)]


_BREAK = re.compile(r"[.!?](?=\s|$)|[;\n]")


# No sum has twelve digits, and blank lines say nothing: long runs only cost time.
_LONG_RUN = re.compile(r"\d{12,}|\n{3,}| {3,}|_{3,}")
# Pasted adverts lose line ends: "Full TimeMonthly Salary", "is needed.Apply".
_RUN_TOGETHER = re.compile(r"(?<=[a-z][a-z])[a-z](?=[A-Z][a-z]{2})|(?<=[a-z])[.,](?=[A-Z£])")


def plain(typed: str) -> Plain:
    """Respell what was typed. Deterministic; keeps the way back to every typed character."""
    apart = Plain(typed, typed, list(range(len(typed))), list(range(1, len(typed) + 1)))
    apart = apart.replace(_LONG_RUN, lambda m: "#" if m.group()[0].isdigit() else m.group()[:2])
    apart = apart.replace(_RUN_TOGETHER, lambda m: m.group() + " ")
    lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in apart.text)
    text = lowered.translate(_SAME_LENGTH)
    out = attrs.evolve(apart, text=text)
    spelling = _spelling()
    out = out.replace(_CONTRACTED, _write_out)
    out = out.replace(_WORD, lambda m: spelling.word(m.group()))
    out = out.replace(
        words_pattern(),
        _write_number,
    )
    for pattern, new in spelling.rules:
        out = out.replace(pattern, lambda m, new=new: m.expand(new))  # type: ignore[misc]
    return out


_WORD = re.compile(r"(?<![\w£/.])[a-z]{1,}(?:/[a-z]{1,4})?(?!\w)")
_CONTRACTED = re.compile(
    r"\b(?:(do|does|did|is|are|was|were|have|has|had|would|could|should|must|need)n'?t"
    r"|(wo|ca|ai|sha)n'?t|cannot)\b|(?<=[a-z])'(?P<short>ll|re|ve)\b"
)


def _write_number(match: re.Match[str]) -> str | None:
    text, start, end = match.string, *match.span()
    return read_number_words(match.group(), text[end : end + 40], text[max(0, start - 10) : start])


def _write_out(match: re.Match[str]) -> str | None:
    """Write "doesn't", "wont", "cannot" as two words, so that "not" is one word everywhere."""
    if match.group("short"):
        return {"ll": " will", "re": " are", "ve": " have"}[match.group("short")]
    whole = match.group().replace("'", "")
    odd = {
        "wont": "will not",
        "cant": "can not",
        "cannot": "can not",
        "aint": "is not",
        "shant": "shall not",
    }
    if whole in odd:
        return odd[whole]
    return f"{match.group(1)} not"


@attrs.frozen
class _Spelling:
    """Respellings of whole words, slips near known words, and rules over several words."""

    words: dict[str, str]
    known: frozenset[str]
    not_slips: frozenset[str]
    near: dict[str, str]
    rules: tuple[tuple[re.Pattern[str], str], ...]

    def word(self, word: str) -> str | None:
        """The plain spelling of one word, or None to keep it."""
        if word in self.words:
            return self.words[word]
        if "/" in word:
            parts = [self.words.get(part, part) for part in word.split("/")]
            return "/".join(parts)
        if len(word) < 6 or word in self.known or word in self.not_slips or "/" in word:
            return None
        return self._slip(word)

    def _slip(self, word: str) -> str | None:
        """The known word one slip away: a letter dropped, doubled, swapped or mistyped."""
        found = self.near.get(word)  # a letter dropped
        if found:
            return found
        for i in range(1, len(word)):
            if word[:i] + word[i + 1 :] in self.known:  # a letter too many
                return word[:i] + word[i + 1 :]
            swapped = word[: i - 1] + word[i] + word[i - 1] + word[i + 1 :]
            if i > 1 and swapped in self.known:
                return swapped
            found = self.near.get(word[:i] + word[i + 1 :])
            if found and len(found) == len(word) >= 8:  # a letter mistyped
                return found
        return None


@lru_cache(maxsize=1)
def _spelling() -> _Spelling:
    data = load_data("spelling")
    known = frozenset(data["known"])
    near: dict[str, str] = {}
    for word in sorted(known):
        for i in range(1, len(word)):
            if len(word) >= 6:
                near.setdefault(word[:i] + word[i + 1 :], word)
    words = {old: new for new, olds in data["words"].items() for old in olds}
    rules = tuple((re.compile(rule["find"]), rule["write"]) for rule in data["rules"])
    return _Spelling(words, known, frozenset(data["not_slips"]), near, rules)
