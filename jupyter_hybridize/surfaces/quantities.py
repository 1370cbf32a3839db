"""Durations, amounts of memory and ratios as people read them: three figures and a unit."""

from __future__ import annotations

import math

_DURATIONS = ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs"), (1e-9, "ns"))
_SIZES = ((1e9, "GB"), (1e6, "MB"), (1e3, "kB"))


def duration(seconds: float | None) -> str:
    """Return *seconds* in the unit that suits: ``2.13 ms``, ``464 µs``, ``75 s``; a dash for what is not known."""
    if seconds is None or not math.isfinite(seconds):
        return "–"
    for size, unit in _DURATIONS:
        if abs(seconds) >= size * 0.9995:
            return f"{three_figures(seconds / size)} {unit}"
    return "0 s" if seconds == 0 else f"{three_figures(seconds / 1e-9)} ns"


def memory(size: int | None) -> str:
    """Return *size* bytes in the unit that suits: ``49.6 MB``; a dash for what is not known."""
    if size is None:
        return "–"
    for step, unit in _SIZES:
        if size >= step * 0.9995:
            return f"{three_figures(size / step)} {unit}"
    return f"{size} B"


def ratio(value: float) -> str:
    """Return a speed-up as people say it: ``4.6×``, ``17.8×`` and ``0.08×``."""
    if not math.isfinite(value):
        return "–"
    digits = 2 if value < 1 else 1 if value < 100 else 0
    return f"{value:,.{digits}f}×"


def three_figures(value: float) -> str:
    """Return *value* with three figures and no exponent: ``2.13``, ``46.4``, ``1,200``."""
    magnitude = abs(value)
    digits = 2 if magnitude < 9.995 else 1 if magnitude < 99.95 else 0
    return f"{value:,.{digits}f}"
