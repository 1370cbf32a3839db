"""Variables: making one is an effect, assigning to one is an op."""

from __future__ import annotations

import pytest

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import (
    NONE,
    AbstractValue,
    Form,
    Tensor,
    array,
    constant,
    scalar,
    tensor,
    tuple_of,
    value,
)
from jupyter_hybridize.domain.value import Scalar as ScalarAtom
from jupyter_hybridize.knowledge.host import Mode
from tests.knowledge.overlay_calls import call, method, read
from tests.knowledge.recording_host import RecordingHost

VARIABLE = tensor("float32", Shape((3,)), Form.VARIABLE)


def new(dtype: str | None, shape: Shape) -> AbstractValue:
    """Return the variable that the first call of a program makes: which one it is, is kept."""
    return value(Tensor(dtype, shape, Form.VARIABLE, made=frozenset({"test:0"})))


def traced() -> RecordingHost:
    return RecordingHost(mode=Mode.CONVERTED)


def test_a_variable_has_the_type_of_its_initial_value() -> None:
    host = RecordingHost()
    assert call(host, "Variable", array("float64", Shape((2, 3)))) == new("float64", Shape((2, 3)))
    assert host.kinds() == [EffectKind.CREATES_VARIABLE]


def test_an_asked_dtype_and_shape_come_first() -> None:
    asked = value(ScalarAtom("tf.DType", "float16"))
    made = call(RecordingHost(), "Variable", constant(1), dtype=asked, shape=tuple_of(NONE, name="tf.TensorShape"))
    assert made == new("float16", Shape((None,)))


def test_a_callable_gives_the_initial_value() -> None:
    host = RecordingHost()
    initial = host.function("zeros", lambda _: tensor("float32", Shape((3,))))
    assert call(host, "Variable", initial) == new("float32", Shape((3,)))


@pytest.mark.parametrize("name", ["assign", "assign_add", "assign_sub"])
def test_assigning_is_an_op_and_no_side_effect(name: str) -> None:
    host = traced()
    method(host, VARIABLE, name, tensor("float32", Shape((3,))))
    assert host.ops == ["AssignVariableOp"]
    assert not host.effects


def test_a_float64_argument_does_not_fit_a_float32_variable() -> None:
    host = traced()
    method(host, VARIABLE, "assign", tensor("float64", Shape((3,))))
    assert [(e.kind, e.answer) for e in host.effects] == [(EffectKind.MIXES_DTYPES, Answer.UNKNOWN)]


@pytest.mark.parametrize("item", [constant(1), array("float64", Shape((3,)))])
def test_numbers_and_closed_over_arrays_fit_any_variable(item: object) -> None:
    host = traced()
    method(host, VARIABLE, "assign", item)  # type: ignore[arg-type]
    assert not host.effects


def test_reading_a_variable_gives_a_tensor() -> None:
    assert method(traced(), VARIABLE, "read_value") == tensor("float32", Shape((3,)))


def test_attributes_of_a_variable_need_no_value() -> None:
    host = traced()
    assert read(host, VARIABLE, "trainable") == scalar("bool")
    assert read(host, VARIABLE, "name") == scalar("str")
    assert not host.effects


def test_numpy_of_a_variable_needs_a_value_when_traced() -> None:
    host = traced()
    method(host, VARIABLE, "numpy")
    assert host.kinds() == [EffectKind.NEEDS_VALUE]


def test_an_unknown_initial_value_leaves_the_type_open() -> None:
    assert call(RecordingHost(), "Variable", tensor()) == new(None, UNKNOWN_SHAPE)
