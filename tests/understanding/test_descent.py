"""The descent that fits our regressions finds the lowest place, and never goes up."""

from __future__ import annotations

import numpy as np
import pytest

from bot.language.descent import Floats, descend


def _bowl(seed: int, size: int = 12) -> tuple[Floats, Floats]:
    """Return the steepness and the lowest place of a bowl that is long in some directions."""
    dice = np.random.default_rng(seed)
    turn, _ = np.linalg.qr(dice.normal(size=(size, size)))
    steep = turn @ np.diag(np.logspace(-1, 1.5, size)) @ turn.T
    return steep.astype(np.float32), dice.normal(size=size).astype(np.float32)


@pytest.mark.parametrize("seed", range(5))
def test_it_finds_the_lowest_place_of_a_bowl(seed: int) -> None:
    steep, lowest = _bowl(seed)

    def loss(there: Floats) -> tuple[float, Floats]:
        off = there - lowest
        return float(0.5 * off @ steep @ off), steep @ off

    found = descend(loss, np.zeros_like(lowest), 200)
    assert np.allclose(found, lowest, atol=1e-2)


def test_more_rounds_never_end_higher() -> None:
    steep, lowest = _bowl(7)
    heights = []
    for rounds in range(0, 30, 3):
        end = descend(
            lambda x: (_height(x, steep, lowest), steep @ (x - lowest)), lowest + 1, rounds
        )
        heights.append(_height(end, steep, lowest))
    assert heights == sorted(heights, reverse=True)


def test_a_flat_place_is_left_as_it_is() -> None:
    start = np.ones((3, 2), dtype=np.float32)
    assert descend(lambda x: (0.0, np.zeros_like(x)), start, 10) is start


def _height(there: Floats, steep: Floats, lowest: Floats) -> float:
    off = (there - lowest).astype(np.float64)
    return float(0.5 * off @ steep @ off)
