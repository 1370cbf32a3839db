"""The gain that is foretold of one call of a kernel's function: by the types its arguments have, not their values."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence

from jupyter_hybridize.results.evidence import observed
from jupyter_hybridize.results.observed import ObservedCall
from jupyter_hybridize.results.report import GainReport, Report
from jupyter_hybridize.source.program import Program
from jupyter_hybridize.surfaces.probe import Probe
from jupyter_hybridize.surfaces.standing import Standing, standing


def foretold(
    found: Standing,
    program: Program,
    function: Callable[..., object],
    args: Sequence[object],
    kwargs: Mapping[str, object],
    analyse: Callable[[ObservedCall], Report],
) -> GainReport | None:
    """Return the gain of the call ``function(*args, **kwargs)``, None where it cannot be told.

    *analyse* returns the report on *program* in the light of a call; it is asked only where *found*, what is said
    without it, tells too little.
    """
    gain = found.report.gain
    if gain is not None and not gain.at_least:
        return gain
    call = _observed(found, function, args, kwargs)
    again = standing((found.report.name,), analyse(call), program) if call is not None else None
    return again.report.gain if again is not None and again.report.gain is not None else gain


def _observed(
    found: Standing, function: Callable[..., object], args: Sequence[object], kwargs: Mapping[str, object]
) -> ObservedCall | None:
    """Return the call in descriptions; None where one of its arguments cannot be described, or does not fit."""
    try:
        bound = inspect.signature(function).bind(*args, **kwargs)
    except (TypeError, ValueError):
        return None
    bound.apply_defaults()
    probe = Probe()
    described = {name: probe.describe(item) for name, item in bound.arguments.items()}
    if any(item["kind"] == "unknown" for item in described.values()):
        return None
    return ObservedCall(
        found.report.name, found.digest, tuple((name, observed(item)) for name, item in described.items())
    )
