"""Every alias leads to one name, and every atom to its class."""

from __future__ import annotations

import pytest

from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import (
    Api,
    Array,
    Atom,
    Container,
    Dataset,
    Form,
    Instance,
    PythonIterator,
    Scalar,
    Tensor,
    Tuple,
    Unknown,
    tensor,
)
from jupyter_hybridize.knowledge.names import ALIASES, canonical, class_name

SHAPE = Shape.of(2)


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("tensorflow.math.reduce_sum", "tensorflow.reduce_sum"),
        ("tensorflow.reduce_sum", "tensorflow.reduce_sum"),
        ("tensorflow.compat.v2.math.reduce_sum", "tensorflow.reduce_sum"),
        ("tensorflow.keras.layers.MaxPool2D", "keras.layers.MaxPooling2D"),
        ("tensorflow.keras.models.Model.fit", "keras.Model.fit"),
        ("keras.losses.mse", "keras.losses.mean_squared_error"),
        ("tensorflow.losses.MSE", "keras.losses.mean_squared_error"),
        ("tensorflow.nn.silu", "tensorflow.nn.swish"),
        ("tensorflow.compat.v1.nn.relu", "tensorflow.nn.relu"),
        ("tensorflow.compat.v1.placeholder", "tensorflow.compat.v1.placeholder"),
        ("tensorflow.python.keras.Model", "tensorflow.python.keras.Model"),
        ("keras.src.layers.Dense", "keras.src.layers.Dense"),
        ("keras.optimizers.legacy.Adam", "keras.optimizers.legacy.Adam"),
        ("numpy.abs", "numpy.absolute"),
        ("pandas.DataFrame", "pandas.DataFrame"),
        ("builtins", "builtins"),
    ],
)
def test_alias_leads_to_its_canonical_name(alias: str, name: str) -> None:
    assert canonical(alias) == name


def test_canonical_name_is_its_own_canonical_name() -> None:
    assert [name for name in set(ALIASES.values()) if canonical(name) != name] == []


@pytest.mark.parametrize(
    ("atom", "name"),
    [
        (Tensor("float32", SHAPE), "tensorflow.Tensor"),
        (Tensor("float32", SHAPE, Form.VARIABLE), "tensorflow.Variable"),
        (Tensor("float32", SHAPE, Form.KERAS_SYMBOLIC), "keras.KerasTensor"),
        (Tensor("float32", SHAPE, Form.RAGGED), "tensorflow.RaggedTensor"),
        (Array("float64", SHAPE), "numpy.ndarray"),
        (Array("float64", SHAPE, scalar=True), "numpy.ndarray"),
        (Scalar("int", 1), "builtins.int"),
        (Scalar("NoneType", None), "builtins.NoneType"),
        (Scalar("tf.DType", "float32"), "tensorflow.DType"),
        (Tuple(()), "builtins.tuple"),
        (Tuple((), name="tf.TensorShape"), "tensorflow.TensorShape"),
        (Container("list", "s"), "builtins.list"),
        (Container("collections.deque", "s"), "collections.deque"),
        (Instance("keras.Sequential", "s"), "keras.Sequential"),
        (Dataset(tensor()), "tensorflow.data.Dataset"),
        (PythonIterator(tensor(), "s"), "builtins.generator"),
        (PythonIterator(tensor(), "s", is_dataset=True), "tensorflow.data.Iterator"),
        (Api("math.pi"), None),
        (Unknown(), None),
    ],
)
def test_atom_has_the_class_its_methods_are_registered_under(atom: Atom, name: str | None) -> None:
    assert class_name(atom) == name
