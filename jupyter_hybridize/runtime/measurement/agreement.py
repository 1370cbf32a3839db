"""Whether a graph gave what the function gives, in a few words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from jupyter_hybridize.runtime.verification.compare import compare
from jupyter_hybridize.runtime.verification.plain import Plain, plain

# XLA replaces functions by polynomials and fuses sums: power iteration of a 64×64 matrix moved by 9e-5.
LOOSENESS = {"graph": 1.0, "xla": 20.0}


@dataclass(frozen=True, slots=True)
class Observation:
    """What a call returned, and the variables after it."""

    outputs: Plain
    variables: Mapping[str, np.ndarray]


def observe(outputs: object, variables: Mapping[str, np.ndarray]) -> Observation:
    """Return copies, which later calls do not change."""
    return Observation(plain(outputs), variables)


def agreement(expected: Observation, got: Observation, variant: str, random: Sequence[str] = ()) -> str:
    """Return "equal", "largest difference 3e-8" (relative, within tolerance), "differs: …" or "not comparable: random".

    *random* are the types of the graph's operations that draw numbers which no seed makes the same.
    """
    looseness = LOOSENESS[variant]
    found = [compare(expected.outputs, got.outputs, "result", looseness=looseness)]
    for name, value in expected.variables.items():
        if name in got.variables:
            found.append(compare(plain(value), plain(got.variables[name]), name, looseness=looseness))
    different = next((each for each in found if each.found), None)
    if different is not None:
        return "not comparable: random" if random else f"differs: {different.text}"
    largest = max(each.largest for each in found)
    return f"largest difference {largest:.0e}" if largest else "equal"


def worst(agreements: Sequence[str]) -> str:
    """Return the first that is no agreement, or else the last."""
    return next((each for each in agreements if each.startswith(("differs", "not"))), agreements[-1])
