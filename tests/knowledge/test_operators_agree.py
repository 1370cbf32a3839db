"""Operators against TensorFlow, NumPy and Python themselves."""

from __future__ import annotations

import operator
from typing import Any

import pytest

from jupyter_hybridize.domain.value import AbstractValue
from jupyter_hybridize.knowledge import operators
from jupyter_hybridize.knowledge.host import Host
from tests.knowledge.concrete_values import Model, compare, compare_each

pytestmark = pytest.mark.tensorflow

BINARY = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "//": operator.floordiv,
    "%": operator.mod, "**": operator.pow, "@": operator.matmul, "<<": operator.lshift, "&": operator.and_,
    "|": operator.or_, "<": operator.lt, ">=": operator.ge, "==": operator.eq, "!=": operator.ne,
}  # fmt: skip


def tensors() -> list[Any]:
    import tensorflow as tf

    numbers = [tf.ones([2, 3], dtype) for dtype in (tf.float32, tf.float64, tf.int32, tf.int64, tf.uint8, tf.bool)]
    others = [tf.constant(2.0), tf.ones([3]), tf.ones([1, 3], tf.float16), tf.ones([4]), tf.constant("a")]
    return [*numbers, *others, tf.ones([3, 2]), tf.Variable([1.0, 2.0, 3.0])]


def arrays() -> list[Any]:
    import numpy as np

    kinds = ("float16", "float32", "float64", "int8", "int32", "int64", "uint8", "bool", "complex64")
    whole = [np.ones([2, 3], kind) for kind in kinds]
    return [*whole, *(np.dtype(kind).type(1) for kind in ("float32", "float64", "int64", "bool")), np.ones([3, 2])]


def plain() -> list[Any]:
    scalars = [2, 0, True, 2.5, 1j, "a", None, b"b"]
    return [*scalars, [1, 2, 3], [1.0, 2.0, 3.0], (1, 2, 3), [], (), [[1.0], [2.0], [3.0]], [1.0, 2]]


def model_of(symbol: str) -> Model:
    return lambda host, one, other: operators.binary(host, symbol, one, other, "it")


CALLS = [(operate, model_of(symbol)) for symbol, operate in BINARY.items()]


def complaints(left: Any, right: Any) -> list[str]:
    import numpy as np

    with np.errstate(all="ignore"):
        made = zip(BINARY, compare_each(CALLS, left, right), strict=True)
        return [f"{left!r:.60} {symbol} {right!r:.60}: {each}" for symbol, one in made for each in one.complaints()]


@pytest.mark.parametrize("group", ["tensors", "arrays", "plain"])
def test_operators_on_tensors_are_those_of_tensorflow(group: str) -> None:
    partners = {"tensors": tensors, "arrays": arrays, "plain": plain}[group]()
    found = [each for left in tensors() for right in partners for each in complaints(left, right)]
    assert not found, "\n".join(found[:40])


@pytest.mark.parametrize("group", ["tensors", "arrays", "plain"])
def test_operators_on_arrays_are_those_of_numpy(group: str) -> None:
    partners = {"tensors": tensors, "arrays": arrays, "plain": plain}[group]()
    found = [each for left in arrays() for right in partners for each in complaints(left, right)]
    assert not found, "\n".join(found[:40])


@pytest.mark.parametrize("group", ["tensors", "arrays", "plain"])
def test_operators_on_python_values_are_those_of_python(group: str) -> None:
    partners = {"tensors": tensors, "arrays": arrays, "plain": plain}[group]()
    found = [each for left in plain() for right in partners for each in complaints(left, right)]
    assert not found, "\n".join(found[:40])


def unusual() -> list[Any]:
    import keras
    import tensorflow as tf

    ragged = tf.ragged.constant([[1.0, 2.0], [3.0]])
    return [ragged, tf.sparse.eye(2), keras.Input((3,)), keras.Input((3,), dtype="int32"), keras.Input((3, 3))]


def few() -> list[Any]:
    import numpy as np
    import tensorflow as tf

    return [2, 2.5, True, None, "a", np.ones([3]), np.float32(2), tf.constant(2.0), tf.ones([2, 1]), tf.ones([3, 3])]


@pytest.mark.parametrize("is_left", [True, False])
def test_operators_on_ragged_sparse_and_symbolic_tensors_agree(is_left: bool) -> None:
    pairs = [(one, other) for one in unusual() for other in [*few(), one]]
    found = [each for one, other in pairs for each in complaints(*((one, other) if is_left else (other, one)))]
    assert not found, "\n".join(found[:40])


UNARY = {"-": operator.neg, "+": operator.pos, "~": operator.invert, "not": operator.not_}


@pytest.mark.parametrize("symbol", UNARY)
def test_unary_operators_agree(symbol: str) -> None:
    def model(host: Host, one: AbstractValue) -> AbstractValue:
        return operators.unary(host, symbol, one, "it")

    subjects = [*tensors(), *arrays(), *plain(), *unusual()]
    made = [(each, compare(UNARY[symbol], model, each).complaints()) for each in subjects]
    assert not [pair for pair in made if pair[1]]
