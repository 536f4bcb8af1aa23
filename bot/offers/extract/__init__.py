"""Understanding a described job offer: from what someone pasted or typed to an `Offer`.

`extract` is pure and deterministic. What phrases mean is data (`data/offers`); money, hours,
times and costs have a module each. The meaning of every field follows the labelling
conventions that `docs` and the tests hold; a thing nobody said stays None.
"""

from __future__ import annotations

from bot.offers.extract.detect import looks_like_offer
from bot.offers.extract.reading import extract

__all__ = ["extract", "looks_like_offer"]
