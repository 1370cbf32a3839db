"""How the makers of arguments register, and what they draw from."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from tests.conformance.specimen import Case, N, T

Maker = Callable[[random.Random, str], Case]
FLOATS = ("float32", "float64")
NUMBERS = ("float32", "float64", "int32", "int64")
MAKERS: dict[str, Maker] = {}


def maker(*families: str) -> Callable[[Maker], Maker]:
    def register(make: Maker) -> Maker:
        MAKERS.update(dict.fromkeys(families, make))
        return make

    return register


def dims(rng: random.Random, low: int = 0, high: int = 3) -> tuple[int, ...]:
    return tuple(rng.choice((1, 2, 3, 4)) for _ in range(rng.randint(low, high)))


def one(rng: random.Random, dtypes: tuple[str, ...], low: int = 0) -> Any:
    """Return a tensor, an array or a Python value."""
    dtype = rng.choice(dtypes)
    luck = rng.random()
    if luck < 0.65:
        return T(dtype, dims(rng, low))
    if luck < 0.8 and dtype != "string":
        return N(dtype, None if low == 0 and rng.random() < 0.2 else dims(rng, low))
    leaf: Any = {"float": 1.0, "int": 1, "bool": True, "string": "a", "complex": 1j}[dtype.strip("u0123456789")]
    return leaf if low == 0 and rng.random() < 0.5 else [leaf] * 2 if low < 2 else [[leaf] * 2] * 2


def partner(rng: random.Random, dtypes: tuple[str, ...]) -> tuple[Any, Any]:
    """Return two operands, often of one dtype and of shapes that broadcast."""
    dtype = rng.choice(dtypes)
    whole = dims(rng)
    part = tuple(rng.choice((1, dim)) for dim in whole[rng.randint(0, len(whole)) :])
    other = rng.choice(dtypes) if rng.random() < 0.2 else dtype
    pair = [dressed(rng, dtype, whole), dressed(rng, other, part)]
    rng.shuffle(pair)
    return pair[0], pair[1]


def dressed(rng: random.Random, dtype: str, shape: tuple[int, ...]) -> Any:
    luck = rng.random()
    if luck < 0.6:
        return T(dtype, shape)
    if luck < 0.75 and dtype != "string":
        return N(dtype, shape or None)
    leaf: Any = {"float": 1.0, "int": 1, "bool": True, "string": "a"}[dtype.strip("u0123456789")]
    return leaf if rng.random() < 0.7 else [leaf] * (shape[-1] if shape else 1)
