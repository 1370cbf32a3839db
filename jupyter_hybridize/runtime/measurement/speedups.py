"""Eager against another way of running a function: the ratio, and after how many calls tracing is paid back."""

from __future__ import annotations

import math

from jupyter_hybridize.results.benchmark import Speedup, Timing
from jupyter_hybridize.runtime.measurement.bootstrap import ratio_of_medians


def speedup(eager: Timing, other: Timing, agreement: str) -> Speedup:
    """Return how much faster than *eager* the *other* is; both have blocks."""
    ratio = ratio_of_medians(eager.blocks, other.blocks)
    calls = break_even_calls(eager.median, other.median, other.first_call or other.median)
    return Speedup(other.variant, ratio.value, ratio.low, ratio.high, calls, agreement)


def break_even_calls(eager: float, other: float, first_call: float) -> int | None:
    """Return the number of calls from which on *other* took less time in total, None if it never does; in seconds."""
    gain = eager - other
    if gain <= 0:
        return None
    tracing = max(0.0, first_call - other)
    return max(1, math.ceil(tracing / gain))
