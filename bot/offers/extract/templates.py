"""The notation of phrases in `data/offers`, and how it spells out into plain phrases.

`(a|b)` is one of several, `[a|b]` one of several or nothing, `[a|b]*` up to two of them one after
another. "on[ ]going [in[ ]house ]training" stands for eight phrases. What no list of phrases can
say (any word, any number, a gap) is a regular expression between slashes: `/\\d+ weeks? contract/`.
"""

from __future__ import annotations

from bot.errors import ContentError

_MOST = 500  # a template that spells out into more is better written as an expression


def is_expression(phrase: str) -> bool:
    """Whether an entry is a regular expression and not a template."""
    return len(phrase) > 2 and phrase.startswith("/") and phrase.endswith("/")


def spell_out(template: str) -> list[str]:
    """Every phrase that a template stands for, each once, in the order of writing.

    Raises:
        ContentError: a bracket has no partner, or the phrases are too many to list.
    """
    phrases, rest = _choice(template, 0, "")
    if rest != len(template):
        raise ContentError(f"A bracket too many in the phrase {template!r}, at {rest + 1}.")
    return list(dict.fromkeys(" ".join(phrase.split()) for phrase in phrases))


def _choice(template: str, at: int, closing: str) -> tuple[list[str], int]:
    """The phrases of `a|b|c` from `at` on, and where they end (at `closing`)."""
    found: list[str] = []
    current = [""]
    while at < len(template) and template[at] != closing:
        sign = template[at]
        if sign == "|":
            found += current
            current = [""]
            at += 1
        elif sign in "([":
            options, at = _choice(template, at + 1, ")" if sign == "(" else "]")
            if at >= len(template):
                raise ContentError(f"A bracket is not closed in the phrase {template!r}.")
            at += 1
            if sign == "[":
                twice = at < len(template) and template[at] == "*"
                at += twice
                both = [a + b for a in options for b in options] if twice else []
                options = ["", *options, *both]
            current = _joined(current, options, template)
        elif sign in ")]":
            break
        else:
            current = [phrase + sign for phrase in current]
            at += 1
    return found + current, at


def _joined(first: list[str], second: list[str], template: str) -> list[str]:
    if len(first) * len(second) > _MOST:
        raise ContentError(f"The phrase {template!r} stands for too many; write it as /.../.")
    return [a + b for a in first for b in second]
