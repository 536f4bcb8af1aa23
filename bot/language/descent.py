"""Finding the weights that make a smooth loss small, by L-BFGS.

SciPy's L-BFGS-B keeps a lower and an upper bound for every weight and works in double precision.
Our regressions have up to three million weights and no bounds: there it spends as long on itself
as on the loss. The method is that of Nocedal and Wright, Numerical Optimization, 2nd edition,
algorithms 7.4 and 3.1.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Loss = Callable[[Floats], tuple[float, Floats]]
"""Gives the loss at some weights, and its slope there."""

_MEMORY = 6  # a longer memory costs more than it saves
_ENOUGH = 1e-4  # share of what the slope promises that a step must bring
_SHORTEST = 2.0**-20
_FLAT = 1e-5  # no slope is steeper than this: nothing is left to gain


def descend(loss: Loss, start: Floats, rounds: int) -> Floats:
    """Return weights with a smaller loss.

    Args:
        loss: the loss, smooth and convex.
        start: the first weights, of any shape.
        rounds: how many steps to take at most.
    """
    weights, (height, slope) = start, loss(start)
    past: deque[tuple[Floats, Floats]] = deque(maxlen=_MEMORY)
    for _ in range(rounds):
        if np.abs(slope).max() < _FLAT:
            break
        down = _direction(slope, past)
        fall = _dot(down, slope)
        length = 1.0 if past else min(1.0, 1.0 / float(np.abs(slope).sum()))
        while True:
            there = weights + np.float32(length) * down
            height_there, slope_there = loss(there)
            if height_there <= height + _ENOUGH * length * fall:
                break
            length /= 2
            if length < _SHORTEST:  # single precision can not tell the heights apart any more
                return weights
        step, bend = there - weights, slope_there - slope
        if _dot(step, bend) > 0:
            past.append((step, bend))
        weights, height, slope = there, height_there, slope_there
    return weights


def _direction(slope: Floats, past: deque[tuple[Floats, Floats]]) -> Floats:
    """Return the way down that the last few steps suggest (the two loops of algorithm 7.4)."""
    down = -slope
    shares = []
    for step, bend in reversed(past):
        share = _dot(step, down) / _dot(step, bend)
        down -= np.float32(share) * bend
        shares.append(share)
    if past:
        step, bend = past[-1]
        down *= np.float32(_dot(step, bend) / _dot(bend, bend))
    for (step, bend), share in zip(past, reversed(shares), strict=True):
        down += np.float32(share - _dot(bend, down) / _dot(step, bend)) * step
    return down


def _dot(one: npt.NDArray[Any], other: npt.NDArray[Any]) -> float:
    return float(np.vdot(one, other))
