"""Lets a function be traced whose variables do not exist yet, without running their initialisers."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import numpy as np
import tensorflow as tf


class ZeroVariables:
    """Makes each variable that is created hold zeros, of the shape and dtype its initial value would have.

    An initialiser draws random numbers or multiplies matrices, which needs threads that a forked process has lost.
    """

    def __init__(self) -> None:
        self.created = 0

    @contextlib.contextmanager
    def installed(self) -> Iterator[None]:
        """Take over the creation of variables."""
        with tf.variable_creator_scope(self._create):
            yield

    def _create(self, next_creator: Any, **options: Any) -> Any:
        """Create the variable outside the function that is traced.

        The next creator is tf.function's own. It notes that the first trace has made a variable, and raises in the
        second; but out here it takes the initial value as it is, where it would else build a graph that computes it.
        """
        with tf.init_scope():
            initial = _without_running(options.pop("initial_value", None), options)
            variable = next_creator(initial_value=initial, **options)
        self.created += 1
        return variable


def _without_running(initial: Any, options: dict[str, Any]) -> Any:
    """Return a value to initialise a variable with that nothing needs to be run for."""
    dtype = options.get("dtype")
    if initial is None or isinstance(initial, int | float | complex | str | bytes | np.ndarray | np.generic):
        return initial
    if isinstance(initial, tf.Tensor) and hasattr(initial, "_numpy"):
        return initial  # it exists already
    if callable(initial) or not isinstance(initial, tf.Tensor):
        with tf.__internal__.FuncGraph("initial_value").as_default():
            initial = tf.convert_to_tensor(initial() if callable(initial) else initial, dtype=dtype)
    shape = initial.shape if options.get("shape") is None else tf.TensorShape(options["shape"])
    if not shape.is_fully_defined():
        return initial
    return tf.constant(np.zeros(shape, initial.dtype.as_numpy_dtype), dtype=initial.dtype)
