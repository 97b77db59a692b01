"""Minimises a smooth function by L-BFGS with backtracking (Nocedal 1980); for `train_quotes.py`."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

__all__ = ["Loss", "least_of"]

Loss = Callable[[NDArray[np.float64]], tuple[float, NDArray[np.float64]]]


def least_of(loss: Loss, w: NDArray[np.float64], steps: int = 80, memory: int = 8) -> NDArray[np.float64]:
    """The weights of least loss: L-BFGS with backtracking."""
    value, slope = loss(w)
    past: list[tuple[NDArray[np.float64], NDArray[np.float64]]] = []
    for _ in range(steps):
        way = slope.copy()
        shares = []
        for s, y in reversed(past):
            shares.append(s @ way / (y @ s))
            way -= shares[-1] * y
        way *= past[-1][0] @ past[-1][1] / (past[-1][1] @ past[-1][1]) if past else 10 / np.abs(slope).sum()
        for (s, y), share in zip(past, reversed(shares), strict=True):
            way += s * (share - y @ way / (y @ s))
        size = 1.0
        while True:
            after = w - size * way
            lower, steeper = loss(after)
            if lower <= value - 1e-4 * size * (slope @ way) or size < 1e-6:
                break
            size /= 2
        if (after - w) @ (steeper - slope) > 1e-10:
            past = [*past, (after - w, steeper - slope)][-memory:]
        small = abs(value - lower) < 1e-5 * abs(value)
        w, value, slope = after, lower, steeper
        if small:
            break
    return w
