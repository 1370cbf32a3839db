"""Subscripts against TensorFlow, NumPy and Python themselves."""

from __future__ import annotations

from typing import Any

import pytest

from jupyter_hybridize.domain.value import AbstractValue
from jupyter_hybridize.knowledge import subscripts
from jupyter_hybridize.knowledge.host import Host
from tests.knowledge.concrete_values import compare

pytestmark = pytest.mark.tensorflow


def owners() -> list[Any]:
    import keras
    import numpy as np
    import tensorflow as tf

    python = [[1, 2.0, "a"], (1, 2.0, "a"), "abc", b"abc", {0: 1, "k": 2.0}, [], (), tf.ones([2, 3]).shape]
    arrays = [np.arange(6).reshape(2, 3), np.ones(4, "float32"), np.ones([2, 3, 4])]
    tensors = [tf.ones([2, 3]), tf.ones([4], tf.int64), tf.ones([2, 3, 4]), tf.constant(1.0), tf.Variable([1.0, 2.0])]
    others = [tf.ragged.constant([[1.0, 2.0], [3.0]]), tf.sparse.eye(2), keras.Input((3, 4))]
    return [*python, *arrays, *tensors, *others]


def indices() -> list[Any]:
    import numpy as np
    import tensorflow as tf

    numbers = [0, 1, -1, 7, 1.0, "k", None, ..., True]
    slices = [slice(None), slice(1, None), slice(None, -1), slice(None, None, 2), slice(5, 2), slice(None, None, -1)]
    tuples = [(0, 1), (slice(None), 0), (..., 0), (..., None), (0, slice(1, 3)), (None, 0), (0, 0, 0, 0), ()]
    arrays = [np.int64(1), np.array([0, 1]), np.array([True, False]), [0, 1], [True, False], np.array([[0], [1]])]
    tensors = [tf.constant(1), tf.constant([0, 1]), tf.constant([True, False]), slice(tf.constant(0), tf.constant(1))]
    return [*numbers, *slices, *tuples, *arrays, *tensors, (tf.constant(0), slice(None)), (np.array([0, 1]), 0)]


def model(host: Host, owner: AbstractValue, index: AbstractValue) -> AbstractValue:
    return subscripts.get_item(host, owner, index, "it")


def test_subscripts_are_those_of_tensorflow_numpy_and_python() -> None:
    found = []
    for owner in owners():
        for index in indices():
            made = compare(lambda a, i: a[i], model, owner, index).complaints()
            found += [f"{owner!r:.60}[{index!r:.60}]: {each}" for each in made]
    assert not found, "\n".join(found[:40])
