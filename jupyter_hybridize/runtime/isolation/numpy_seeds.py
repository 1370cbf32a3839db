"""Leaves out the seeds that Keras' old backend functions, as ``tf.keras.backend.random_normal``, draw from NumPy.

They draw one for TensorFlow's operation at each call, so that a graph has one for good. What it draws from that is new
at each call all the same, as what `tf.random.normal` draws.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any, Final

import numpy as np

_MODULE: Final = "keras.src.legacy.backend"


@contextlib.contextmanager
def numpy_seeds_left_out() -> Iterator[None]:
    """Let those functions give their operations no seed within, which is as random, and touches no state of NumPy's."""
    module = sys.modules.get(_MODULE)
    names: dict[str, Any] = {} if module is None else vars(module)
    if names.get("np") is not np:
        yield
        return
    names["np"] = _NumPy()
    try:
        yield
    finally:
        names["np"] = np


class _NumPy:
    """NumPy, but for the random number that becomes a seed."""

    random = SimpleNamespace(randint=lambda *_: None)

    def __getattr__(self, name: str) -> Any:
        return getattr(np, name)
