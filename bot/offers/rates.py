"""Which rate of the minimum wage is for whom: by age, apprenticeship and date."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import attrs

from bot.errors import FactError
from bot.facts import Fact, FactStore
from bot.offers.model import SCORING, read_yaml
from bot.offers.offer import Offer
from bot.situation import Situation


@attrs.frozen
class Rates:
    """The rates that may be for this person, for the date of the offer.

    Attributes:
        strict: the rate that the arithmetic is held against: the person's own where age is
            known, otherwise the adult rate (or the apprentice rate on an apprenticeship).
        lowest, highest: the rates between which theirs lies.
        bands: each rate with its words, where age is not known.
    """

    strict: Fact
    lowest: Fact
    highest: Fact
    bands: tuple[tuple[Fact, str], ...] = ()


def rates_for(offer: Offer, situation: Situation, store: FactStore) -> Rates | None:
    """Return the rates that may be for this person, or None where no rate is known or holds.

    Below school leaving age there is no minimum wage.
    """
    settings = wage_settings()
    bands = settings["bands"]
    try:
        facts = [store.get(band["fact"], situation.on) for band in bands]
        trainee = store.get(settings["apprentice"]["fact"], situation.on)
    except FactError:
        return None
    age = situation.age
    own = None if age is None else _band(age, bands, facts)
    if age is not None and own is None:
        return None
    words = tuple((fact, band["words"]) for fact, band in zip(facts, bands, strict=True))
    on_apprenticeship = situation.apprentice
    if on_apprenticeship is None:
        on_apprenticeship = "apprenticeship" in offer.contract
    if not on_apprenticeship:
        return Rates(own, own, own) if own else Rates(facts[0], facts[-1], facts[0], words)
    if age is not None and age < settings["apprentice"]["under_age"]:
        return Rates(trainee, trainee, trainee)
    if own is None:
        return Rates(trainee, trainee, trainee)
    if offer.past_first_year:
        return Rates(own, own, own)
    trainee_words = (trainee, settings["apprentice"]["words"])
    return Rates(trainee, trainee, own, ((own, "after the first year"), trainee_words))


def bands_in_words(rates: Rates) -> str:
    """Return the rates by age in a sentence, empty where age is known."""
    if not rates.bands:
        return ""
    listed = [f"{fact.words} {words}" for fact, words in rates.bands]
    return f"The minimum is {', '.join(listed[:-1])} and {listed[-1]}."


def wage_settings() -> dict[str, Any]:
    """Return which rate is for whom (`data/scoring/minimum_wage.yml`)."""
    return _settings()


@lru_cache(maxsize=1)
def _settings() -> dict[str, Any]:
    content: dict[str, Any] = read_yaml(SCORING / "minimum_wage.yml")
    return content


def _band(age: int, bands: list[dict[str, Any]], facts: list[Fact]) -> Fact | None:
    return next((f for b, f in zip(bands, facts, strict=True) if age >= b["from_age"]), None)
