"""Keeps the values of TensorFlow's variables and tables, and puts them back."""

from __future__ import annotations

from typing import Any  # TensorFlow has no types of its own

import numpy as np
import tensorflow as tf
from tensorflow.python.ops import gen_lookup_ops, gen_resource_variable_ops

from jupyter_hybridize.runtime.state.raw_access import attributes
from jupyter_hybridize.runtime.state.snapshot_contents import same_elements


class VariableSnapshot:
    """The value of a variable.

    The tensor kept shares the variable's memory until one of the two is written to, as every read of a variable does:
    TensorFlow copies before it writes in place to what somebody else holds.
    """

    def __init__(self, path: str, variable: Any) -> None:
        self.path = path
        self.variable = variable
        self.kept = read_variable(variable)

    def is_changed(self) -> bool:
        """Return whether a bit of the value, or its shape, is not what it was."""
        if self.kept is None:
            return False
        now = read_variable(self.variable)
        return now is None or not same_tensors(now, self.kept)

    def restore(self) -> None:
        """Assign the value that it had."""
        if self.kept is not None:
            write_variable(self.variable, self.kept)


class TableSnapshot:
    """The keys and values of a mutable lookup table."""

    def __init__(self, path: str, table: Any) -> None:
        self.path = path
        self._table = table
        self._kept = table.export()

    def is_changed(self) -> bool:
        """Return whether an entry was added, taken away or replaced."""
        return _entries(self._table.export()) != _entries(self._kept)

    def restore(self) -> None:
        """Fill the table with what it held, and nothing else."""
        if self.is_changed():
            with tf.init_scope():
                gen_lookup_ops.lookup_table_import_v2(self._table.resource_handle, *self._kept)


def read_variable(variable: Any) -> Any:
    """Return the value as a tensor, or None where the variable has none yet."""
    found = attributes(variable) or {}
    handle = found.get("_handle")
    with tf.init_scope():
        if not gen_resource_variable_ops.var_is_initialized_op(handle):
            return None
        return gen_resource_variable_ops.read_variable_op(handle, dtype=found["_dtype"])


def write_variable(variable: Any, value: Any) -> None:
    """Give the variable *value*, past its constraint and whatever an own class does on assignment."""
    with tf.init_scope():
        gen_resource_variable_ops.assign_variable_op((attributes(variable) or {})["_handle"], value)


def is_eager_variable(variable: Any) -> bool:
    """Return whether the variable lives outside of graphs, so that its value can be read now."""
    found = attributes(variable) or {}
    return not found.get("_in_graph_mode") and isinstance(found.get("_handle"), tf.Tensor)


def same_tensors(left: Any, right: Any) -> bool:
    """Return whether two eager tensors have one shape and dtype and the same bits."""
    if left.dtype != right.dtype or left.shape != right.shape:
        return False
    if left.dtype == tf.string:
        return bool(np.array_equal(left.numpy(), right.numpy()))
    if left.dtype in (tf.variant, tf.resource):
        return left is right
    return same_elements(np.asarray(left.numpy()), np.asarray(right.numpy()))


def _entries(exported: Any) -> dict[Any, Any]:
    keys, values = (each.numpy() for each in exported)
    shown = [key.tobytes() if hasattr(key, "tobytes") else key for key in keys]
    return dict(zip(shown, (np.asarray(item).tolist() for item in values), strict=True))
