"""Attributes and methods of tensors: what symbolic ones lack, and what only arrays have."""

from __future__ import annotations

import pytest

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import NONE, array, constant, scalar, tensor, tuple_of
from jupyter_hybridize.knowledge.host import Mode
from tests.knowledge.overlay_calls import method, read
from tests.knowledge.recording_host import RecordingHost

FLOATS = tensor("float32", Shape((None, 3)))


def traced() -> RecordingHost:
    return RecordingHost(mode=Mode.CONVERTED)


def test_numpy_needs_a_value_when_traced() -> None:
    host = traced()
    assert method(host, FLOATS, "numpy") == array("float32", Shape((None, 3)))
    assert host.kinds() == [EffectKind.NEEDS_VALUE]


def test_numpy_of_an_eager_tensor_is_an_array() -> None:
    host = RecordingHost()
    assert method(host, tensor("float32", Shape(())), "numpy") == array("float32", is_scalar=True)
    assert method(host, tensor("string", Shape(())), "numpy") == scalar("bytes")
    assert not host.effects


@pytest.mark.parametrize("name", ["mean", "sum", "reshape", "astype", "item", "tolist", "flatten", "copy"])
def test_an_array_argument_loses_its_methods_when_traced(name: str) -> None:
    host = traced()
    method(host, FLOATS, name)
    assert host.kinds() == [EffectKind.NEEDS_VALUE]


@pytest.mark.parametrize("name", ["mean", "astype", "item"])
def test_an_eager_tensor_never_had_the_methods_of_an_array(name: str) -> None:
    host = RecordingHost()
    method(host, FLOATS, name)
    assert host.kinds() == [EffectKind.RAISES]


@pytest.mark.parametrize("name", ["T", "size", "real"])
def test_an_array_argument_loses_its_attributes_when_traced(name: str) -> None:
    host = traced()
    read(host, FLOATS, name)
    assert host.kinds() == [EffectKind.NEEDS_VALUE]


@pytest.mark.parametrize("name", ["shape", "dtype", "ndim"])
def test_static_facts_ask_nothing_of_the_graph(name: str) -> None:
    host = traced()
    read(host, FLOATS, name)
    assert not host.effects


def test_the_shape_of_a_traced_tensor_may_hold_none() -> None:
    assert read(traced(), FLOATS, "shape") == tuple_of(scalar("int").join(NONE), constant(3), name="tf.TensorShape")


def test_the_shape_of_an_eager_tensor_holds_numbers() -> None:
    assert read(RecordingHost(), FLOATS, "shape") == tuple_of(scalar("int"), constant(3), name="tf.TensorShape")


def test_a_shape_as_a_list_reads_its_open_axis() -> None:
    host = traced()
    method(host, read(host, FLOATS, "shape"), "as_list")
    assert host.kinds() == [EffectKind.READS_STATIC_SHAPE]


def test_the_rank_is_known_where_the_sizes_are_not() -> None:
    host = traced()
    assert read(host, read(host, FLOATS, "shape"), "rank") == constant(2)
    assert read(host, FLOATS, "ndim") == constant(2)
    assert not host.effects


@pytest.mark.parametrize("name", ["device", "name", "op"])
def test_what_differs_in_a_graph_is_recorded(name: str) -> None:
    host = traced()
    read(host, FLOATS, name)
    assert host.kinds() == [EffectKind.ASKS_MODE]


def test_a_dtype_knows_its_name_and_kind() -> None:
    host = traced()
    dtype = read(host, FLOATS, "dtype")
    assert read(host, dtype, "name") == constant("float32")
    assert read(host, dtype, "is_floating") == constant(True)
    assert read(host, read(host, tensor("int8", Shape(())), "dtype"), "max") == constant(127)
