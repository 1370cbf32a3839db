"""Attributes and methods of tensors, variables, shapes and dtypes against TensorFlow itself."""

from __future__ import annotations

from typing import Any

import pytest

from jupyter_hybridize.domain.value import AbstractValue
from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.knowledge.host import Arguments, Call, Host
from jupyter_hybridize.knowledge.names import class_name
from tests.knowledge.concrete_values import compare

pytestmark = pytest.mark.tensorflow
KNOWLEDGE = Knowledge.load()

TENSOR = [
    "shape",
    "dtype",
    "ndim",
    "device",
    "numpy()",
    "get_shape()",
    "set_shape([2, 3])",
    "mean()",
    "T",
    "astype('int32')",
]
NOT_THERE = ["item()", "tolist()", "size", "reshape(-1)", "flatten()", "copy()", "name", "op", "cpu()", "eval()"]
VARIABLE = [
    "shape", "dtype", "numpy()", "value()", "read_value()", "trainable", "name", "assign([1.0, 2.0])",
    "assign_add([1, 2])", "assign_sub(x)", "assign(i)", "is_initialized()", "sparse_read([0])", "device",
    "assign(np.ones(2))", "scatter_nd_update([[0]], [3.0])",
]  # fmt: skip
SHAPE = [
    "as_list()", "rank", "ndims", "num_elements()", "is_fully_defined()", "concatenate([4])", "with_rank(2)",
    "is_compatible_with([2, 3])", "assert_has_rank(2)", "with_rank_at_least(1)", "merge_with([2, 3])",
]  # fmt: skip
DTYPE = [
    "name", "is_floating", "is_integer", "is_bool", "is_complex", "is_unsigned", "size", "base_dtype", "real_dtype",
    "min", "max", "is_compatible_with('float32')",
]  # fmt: skip
RAGGED = [
    "shape", "dtype", "numpy()", "to_tensor()", "row_lengths()", "values", "flat_values", "nrows()", "to_list()",
    "row_splits", "to_sparse()", "bounding_shape()", "value_rowids()", "ragged_rank", "merge_dims(0, 1)",
]  # fmt: skip
SPARSE = ["shape", "dtype", "indices", "values", "dense_shape", "get_shape()"]
KERAS = ["shape", "dtype", "ndim", "name"]


def named() -> dict[str, Any]:
    import numpy as np
    import tensorflow as tf

    return {"x": tf.ones([2]), "i": tf.ones([2], tf.int32), "np": np, "tf": tf}


def subjects() -> list[tuple[Any, list[str]]]:
    import keras
    import tensorflow as tf

    tensors = [(tf.ones([2, 3], dtype), TENSOR + NOT_THERE) for dtype in (tf.float32, tf.int64, tf.bool)]
    others = [(tf.constant("a"), ["numpy()", "shape", "dtype"]), (tf.constant(1.0), ["numpy()", "ndim"])]
    variables = [(tf.Variable([1.0, 2.0]), VARIABLE), (tf.ones([2, 3]).shape, SHAPE)]
    kinds = [(dtype, DTYPE) for dtype in (tf.float32, tf.int64, tf.uint8, tf.bool, tf.complex64) if dtype != tf.bool]
    ragged = (tf.ragged.constant([[1.0, 2.0], [3.0]]), RAGGED)
    return [*tensors, *others, *variables, *kinds, ragged, (tf.sparse.eye(2), SPARSE), (keras.Input((3,)), KERAS)]


def look_up(host: Host, subject: AbstractValue, text: str, *arguments: AbstractValue) -> AbstractValue:
    name = text.partition("(")[0]
    atom = subject.only()
    assert atom is not None
    cls = class_name(atom)
    assert cls is not None
    call = Call(name, host, Arguments(arguments), subject, f"x.{name}")
    found = KNOWLEDGE.call_method(cls, call) if "(" in text else KNOWLEDGE.read(cls, call)
    assert found is not None, f"{cls}.{text} is not known"
    return found


def given(text: str) -> tuple[Any, ...]:
    inner = text.partition("(")[2].removesuffix(")")
    return eval(f"({inner},)" if inner else "()", named())


def test_attributes_are_those_of_tensorflow() -> None:
    found = []
    for subject, texts in subjects():
        for text in texts:

            def operate(item: Any, *arguments: Any, text: str = text) -> Any:
                member = getattr(item, text.partition("(")[0])
                return member(*arguments) if "(" in text else member

            def model(host: Host, *items: AbstractValue, text: str = text) -> AbstractValue:
                return look_up(host, items[0], text, *items[1:])

            made = compare(operate, model, subject, *given(text)).complaints()
            found += [f"{subject!r:.60} {text}: {each}" for each in made]
    assert not found, "\n".join(found[:40])
