"""Keeps the state of random number generators of Python and NumPy."""

from __future__ import annotations

import random
from typing import Any  # the states are the libraries' own structures

import numpy as np

from jupyter_hybridize.runtime.state.raw_access import ancestry, is_kind, namespace


class RandomSnapshot:
    """The state of one generator object."""

    def __init__(self, path: str, generator: Any) -> None:
        self.path = path
        self._generator = generator
        self._kept = _state(generator)

    def is_changed(self) -> bool:
        """Return whether anything was drawn or seeded since."""
        return not same_state(_state(self._generator), self._kept)

    def restore(self) -> None:
        """Let it give the same numbers again."""
        if self._kept is not None and self.is_changed():
            _set_state(self._generator, self._kept)


def same_state(left: object, right: object) -> bool:
    """Return whether two states, of dicts, tuples, arrays and numbers, are equal."""
    if isinstance(left, np.ndarray) and isinstance(right, np.ndarray):
        return bool(np.array_equal(left, right))
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same_state(left[key], right[key]) for key in left)
    if isinstance(left, tuple) and isinstance(right, tuple):
        return len(left) == len(right) and all(map(same_state, left, right))
    return bool(left == right)


def _state(generator: Any) -> Any:
    if is_kind(generator, random.SystemRandom):
        return None
    if is_kind(generator, random.Random):
        return random.Random.getstate(generator)
    if is_kind(generator, np.random.RandomState):
        return np.random.RandomState.get_state(generator, legacy=False)
    return _state_property(generator).__get__(_bits(generator))


def _set_state(generator: Any, kept: Any) -> None:
    if is_kind(generator, random.Random):
        random.Random.setstate(generator, kept)
    elif is_kind(generator, np.random.RandomState):
        np.random.RandomState.set_state(generator, kept)
    else:
        _state_property(generator).__set__(_bits(generator), kept)


def _bits(generator: Any) -> Any:
    if is_kind(generator, np.random.Generator):
        return np.random.Generator.bit_generator.__get__(generator)
    return generator


def _state_property(generator: Any) -> Any:
    classes = ancestry(type(_bits(generator)))
    return next(namespace(cls)["state"] for cls in classes if "state" in namespace(cls))
