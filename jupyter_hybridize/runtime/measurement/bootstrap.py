"""How sure a ratio of two medians is, by resampling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

_RESAMPLES = 4000
_LEVEL = 95.0  # percent


@dataclass(frozen=True, slots=True)
class Ratio:
    """A ratio of medians with its 95 % percentile interval."""

    value: float
    low: float
    high: float


def ratio_of_medians(numerator: Sequence[float], denominator: Sequence[float], seed: int = 0) -> Ratio:
    """Return median(*numerator*) / median(*denominator*) of two independent, positive samples.

    With few values the interval is too narrow: below five of each do not rely on it.
    """
    random = np.random.default_rng(seed)
    resampled = _medians(numerator, random) / _medians(denominator, random)
    low, high = np.percentile(resampled, [(100 - _LEVEL) / 2, (100 + _LEVEL) / 2])
    return Ratio(float(np.median(numerator) / np.median(denominator)), float(low), float(high))


def _medians(sample: Sequence[float], random: np.random.Generator) -> np.ndarray:
    values = np.asarray(sample, float)
    return np.asarray(np.median(values[random.integers(0, len(values), (_RESAMPLES, len(values)))], axis=1))
