"""What takes a red flag back: a plain statement of the opposite, a waiver, or a mere question."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.offers.extract.phrases import load_data
from bot.offers.extract.terms import Said
from bot.offers.extract.text import Plain

_COSTS = {"pay_for_uniform_or_kit", "pay_for_check", "fee_for_job", "deductions"}
_WAIVED = re.compile(
    r"\b(?:not|never|no need to|without) (?:make|making|ask|asking|expect|"
    r"charge|charging|force|need|have|take|want)?"
    r"(?: (?:me|you|us|people|staff|anyone|to|having))* ?$"
)


def waived(page: Plain, flag: str, where: tuple[int, int]) -> bool:
    """Whether a cost is said not to fall on the worker ("they do not make you pay ...")."""
    return flag in _COSTS and bool(_WAIVED.search(page.before(where[0], 30)))


_DENIES = re.compile(
    r"\b(?:not|no|never|nothing|nobody|none|nor|without|until|unless|only|once|un\w*paid|"
    r"nowt|refus\w+)\b"
)


_OWN_BUSINESS = re.compile(
    r"\b(?<!not )send (?:a|someone|my|another)(?: \w+){0,2} (?:substitute|else|instead)\b"
    r"|\b(?:got|have) other (?:clients|customers)\b|\bi (?:pick|choose|set) my own (?:hours|days)\b"
    r"|\bwork for (?:\w+ )?(?:other|different|several) (?:firms|people|builders|clients)\b"
    r"|\bmy own (?:clients|customers|prices)\b"
)


def not_taken_back(page: Plain, likely: Mapping[str, tuple[int, int]]) -> Said:
    """What is left of mere likenesses after plain statements of the opposite."""
    back = load_data("takes_back")
    kept: Said = {}
    for flag, where in likely.items():
        sentence = page.text[slice(*page.clause(*where))]
        stated = re.search(back[flag], sentence) if flag in back else None
        own = flag == "bogus_self_employment" and _OWN_BUSINESS.search(page.text)
        if not own and (not stated or _denied(sentence, stated)):
            kept[flag] = where
    return kept


def _denied(sentence: str, stated: re.Match[str]) -> bool:
    """Whether a statement is denied in its own part of the sentence, before it or right after."""
    ahead = re.split(r"[,:]|\b(?:and|but)\b", sentence[: stated.start()])[-1]
    return bool(_DENIES.search(f"{ahead} | {sentence[stated.end() :][:12]}"))


def asked(page: Plain, where: tuple[int, int]) -> bool:
    """Whether the words are a question ("do I pay for the uniform?"), which states nothing."""
    left, right = page.clause(*where)
    if page.text[right : right + 1] != "?":
        return False
    return bool(
        re.match(
            r"\W*(?:and |but |so )?(?:do|does|will|would|is|are|should|can|could|what|which|how|"
            r"when|where|why|who)\b",
            page.text[left:],
        )
    )
