"""In which other language a message is, so that its writer gets a sentence that they can read.

The guide understands English alone. Languages in other letters are told by those letters, and
languages in Latin letters by words and letters that English does not have. Where it is not clear
which language it is, only that it is not English, the answer is in plain English.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import attrs
import yaml

DATA = Path(__file__).parents[2] / "data" / "languages"

#: A language that is not English and can not be told: answered in English.
UNKNOWN = "und"
#: Words of a language that a message holds at least, and the part of all its words that they are:
#: names and places bring a few.
FEWEST, SHARE = 3, 0.2
#: The same for a short message without any English word.
FEWEST_ALONE, SHARE_ALONE = 2, 0.5
#: Letters of another script that a message holds at least.
FEWEST_LETTERS = 3

_WORD = re.compile(r"[^\W\d_]+")
#: Letters that do not come apart into a plain one and an accent.
_PLAIN = str.maketrans({"ł": "l", "đ": "d", "ı": "i", "œ": "oe", "'": None, "\u2019": None})
#: How the names of letters begin in Unicode, by script.
_SCRIPTS = {
    "CYRILLIC": "cyrillic", "ARABIC": "arabic", "GURMUKHI": "gurmukhi", "BENGALI": "bengali",
    "DEVANAGARI": "devanagari", "CJK": "han", "ETHIOPIC": "ethiopic",
}  # fmt: skip


@attrs.frozen
class Language:
    """A language that can be told from a message.

    Attributes:
        code: as HTML names it, for instance `pl`.
        name: in English.
        say: what is said in it; holds the placeholder of the emergency number.
        script: of its letters.
        letters: those that mark it among the languages of its script.
        words: those that mark it, as they are compared.
    """

    code: str
    name: str
    say: str
    script: str = "latin"
    letters: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


def language_of(text: str) -> str | None:
    """Return the code of the language, `UNKNOWN`, or None where the message is English.

    A message in two languages is English where its English words are as many.
    """
    letters = [letter for letter in text.lower() if letter.isalpha()]
    scripts = Counter(map(_script, letters))
    latin = scripts.pop("latin", 0)
    foreign = sum(scripts.values())
    if foreign >= FEWEST_LETTERS and foreign > latin:
        (script, _), *_ = scripts.most_common(1)
        return _told(_in_script(script), set(letters), _WORD.findall(text.lower()))
    return _latin(text)


@lru_cache(maxsize=1)
def load_languages() -> Mapping[str, Language]:
    """Return the languages by code."""
    found = {}
    for name in ("latin", "scripts"):
        data = yaml.safe_load((DATA / f"{name}.yml").read_text(encoding="utf-8"))
        for code, entry in data.items():
            found[code] = Language(
                code,
                entry["name"],
                entry["say"].strip(),
                entry.get("script", "latin"),
                frozenset(entry.get("letters", "")),
                frozenset(str(word) for word in entry.get("words", ())),
            )
    return found


@lru_cache(maxsize=1)
def load_english() -> tuple[str, frozenset[str]]:
    """Return what is said in English, and the words that mark English."""
    data = yaml.safe_load((DATA / "english.yml").read_text(encoding="utf-8"))
    return data["say"], frozenset(str(word) for word in data["words"])


def _latin(text: str) -> str | None:
    words, (_, english) = _words(text), load_english()
    letters = set(text.lower())
    scores = {language.code: _score(language, words, letters) for language in _in_script("latin")}
    most, of_english = max(scores.values()), sum(word in english for word in words)
    enough = most >= FEWEST and most >= SHARE * len(words) and most > of_english
    alone = most >= FEWEST_ALONE and most >= SHARE_ALONE * len(words) and not of_english
    if not (enough or alone):
        return None
    best = [code for code, score in scores.items() if score == most]
    return best[0] if len(best) == 1 else UNKNOWN


def _score(language: Language, words: Iterable[str], letters: set[str]) -> int:
    """Return how many different words are of the language, and one for a letter of it."""
    found = len(set(words) & language.words)
    return found + bool(found and language.letters & letters)


def _told(languages: list[Language], letters: set[str], words: list[str]) -> str:
    """Return which language of a script it is."""
    if len(languages) == 1 and not languages[0].words:
        return languages[0].code
    scores = {
        language.code: len(language.letters & letters) + len(language.words & set(words))
        for language in languages
    }
    most = max(scores.values(), default=0)
    best = [code for code, score in scores.items() if score == most]
    return best[0] if most and len(best) == 1 else UNKNOWN


def _in_script(script: str) -> list[Language]:
    return [language for language in load_languages().values() if language.script == script]


def _words(text: str) -> list[str]:
    """Return the words without accents, in lower case."""
    apart = unicodedata.normalize("NFKD", text.lower().translate(_PLAIN))
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return _WORD.findall(plain)


def _script(letter: str) -> str:
    name = unicodedata.name(letter, "").split(" ")[0]
    return "latin" if name == "LATIN" else _SCRIPTS.get(name, name.lower())
