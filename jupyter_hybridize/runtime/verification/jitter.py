"""Moves numbers by rounding, to see how far a function carries that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import tensorflow as tf

from jupyter_hybridize.runtime.state.kinds import Kind
from jupyter_hybridize.runtime.state.reach import find_reach
from jupyter_hybridize.runtime.state.snapshot_tensorflow import is_eager_variable
from jupyter_hybridize.runtime.verification.sides import Arguments


def jittered(arguments: Arguments, random: np.random.Generator) -> Arguments:
    """Return the arguments, each floating-point number of tensors and arrays moved by a unit in its last place."""
    args = tuple(_moved(each, random) for each in arguments.args)
    return Arguments(args, {name: _moved(each, random) for name, each in arguments.kwargs.items()})


def jitter_variables(function: Callable[..., object], arguments: Arguments, random: np.random.Generator) -> None:
    """Move the variables in reach likewise; a guard has to put them back."""
    reached = find_reach(function, arguments.args, dict(arguments.kwargs), ())
    for item in reached.objects:
        variable: Any = item.value
        if item.kind is Kind.VARIABLE and is_eager_variable(variable) and variable.dtype.is_floating:
            variable.assign(_moved(variable.read_value(), random))


def _moved(item: Any, random: np.random.Generator) -> Any:
    if type(item) in (list, tuple):
        return type(item)(_moved(each, random) for each in item)
    if type(item) is dict:
        return {key: _moved(each, random) for key, each in item.items()}
    if isinstance(item, np.ndarray) and item.dtype.kind == "f":
        return (item * _factors(item.shape, np.finfo(item.dtype).eps, random)).astype(item.dtype)
    if isinstance(item, tf.Tensor) and item.dtype.is_floating and hasattr(item, "numpy"):
        factors = _factors(item.shape, float(tf.experimental.numpy.finfo(item.dtype).eps), random)
        return tf.cast(tf.cast(item, tf.float64) * factors, item.dtype)
    return item


def _factors(shape: Any, epsilon: Any, random: np.random.Generator) -> Any:
    return 1.0 + float(epsilon) * random.choice((-1.0, 1.0), tuple(shape))
