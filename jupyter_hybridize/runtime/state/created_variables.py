"""Notes the variables that come into being during a trial, with the values that they begin with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any  # TensorFlow has no types of its own

import tensorflow as tf
from tensorflow.python.framework import ops
from tensorflow.python.trackable.base import CheckpointInitialValueCallable

from jupyter_hybridize.runtime.state.snapshot_tensorflow import is_eager_variable, read_variable, write_variable

_LAST = 100  # the priority of tf.variable_creator_scope


class CreatedVariables:
    """The variables made since ``watch``, with their first values."""

    def __init__(self) -> None:
        self._found: dict[int, tuple[Any, Any]] = {}

    def __contains__(self, variable: object) -> bool:
        return id(variable) in self._found

    def __len__(self) -> int:
        return len(self._found)

    def clear(self) -> None:
        """Forget them all."""
        self._found.clear()

    def reset(self) -> None:
        """Give each the value that it began with, where that is known."""
        for variable, value in self._found.values():
            if value is not None and is_eager_variable(variable):
                write_variable(variable, value)

    def watch(self) -> None:
        """Note what is created from now on, until the graph's stack of creators is put back."""
        graph = ops.get_default_graph()
        graph._variable_creator_stack = [*graph._variable_creator_stack, (_LAST, self._create)]

    def _create(self, following: Callable[..., Any], **kwargs: Any) -> Any:
        value = _drawn_outside_of_the_graph(kwargs.get("initial_value"), kwargs.get("dtype"))
        symbolic = kwargs.get("initial_value")
        variable = following(**kwargs) if value is None else _made_outside_of_the_graph(following, value, kwargs)
        if value is None and is_eager_variable(variable):
            value = read_variable(variable)
            if value is None and isinstance(symbolic, tf.Tensor) and tf.get_static_value(symbolic) is not None:
                value = tf.get_static_value(symbolic)
                with tf.init_scope():
                    value = tf.constant(value, variable.dtype)
        self._found[id(variable)] = (variable, value)
        return variable


def _drawn_outside_of_the_graph(initial_value: Any, dtype: Any) -> Any:
    """Return the value that an initializer gives eagerly, so that it is known and equal to that of an eager run."""
    if not tf.inside_function() or not callable(initial_value):
        return None
    if isinstance(initial_value, CheckpointInitialValueCallable):
        return None
    try:
        with tf.init_scope():
            return tf.convert_to_tensor(initial_value(), dtype) if tf.executing_eagerly() else None
    except Exception:  # an initializer that needs the graph's tensors: it is left to TensorFlow
        return None


def _made_outside_of_the_graph(following: Callable[..., Any], value: tf.Tensor, kwargs: dict[str, Any]) -> Any:
    """Return the variable, made with *value* at once.

    A graph captures the value if it is large, and then cannot lift the variable's initialization out: it runs its first
    call in another graph than the later ones, and XLA does not compile it.
    """
    kwargs = {**kwargs, "initial_value": value}
    if kwargs.get("shape") is not None and tf.TensorShape(kwargs["shape"]) != value.shape:
        return following(**kwargs)  # out there it would have the shape of the value
    with tf.init_scope():
        return following(**kwargs)
