"""How arguments reach the program's ``call``, and what library layers record, on a recording host."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import AbstractValue, Form, Tensor, array, constant, join_all, tensor, value
from jupyter_hybridize.knowledge.host import Arguments, Call, Mode
from jupyter_hybridize.knowledge.keras.layer_classes import OVERLAY as LAYERS
from jupyter_hybridize.knowledge.keras.layer_shapes import transposed_window, window
from jupyter_hybridize.knowledge.keras.layers import call_layer
from tests.knowledge.recording_host import RecordingHost

F32 = tensor("float32", Shape.of(2, 3))


@dataclass
class DeclaringHost(RecordingHost):
    """A host that also knows how the program's functions are declared."""

    declared: tuple[str, ...] | None = None
    given: list[Arguments] = field(default_factory=list)

    def parameters(self, function: AbstractValue) -> tuple[str, ...] | None:
        return self.declared


def called(host: DeclaringHost, *positional: AbstractValue, **keywords: AbstractValue) -> Arguments:
    """Call a layer of the program and return what its ``call`` got."""

    def run(arguments: Arguments) -> AbstractValue:
        host.given.append(arguments)
        return F32

    layer = host.new_object("unit:Layer")
    host.method("unit:Layer", "call", run)
    host.set_attribute(layer, "call", host.function("call", run))
    call_layer(Call("__call__", host, Arguments(positional, keywords), layer, "layer"))
    return host.given[-1]


def test_training_is_dropped_where_call_does_not_take_it() -> None:
    assert called(DeclaringHost(declared=("x",)), F32, training=constant(True)).keywords == {}


def test_training_is_passed_on_where_call_takes_it() -> None:
    given = called(DeclaringHost(declared=("x", "training")), F32, training=constant(True))
    assert given.keywords == {"training": constant(True)}


def test_training_is_passed_on_where_the_declaration_is_not_known() -> None:
    assert called(DeclaringHost(), F32, training=constant(True)).keywords == {"training": constant(True)}


def test_training_that_the_context_decides_may_be_anything() -> None:
    given = called(DeclaringHost(declared=("x", "training")), F32)
    assert given.keywords["training"] == join_all((constant(None), constant(True), constant(False)))


def test_arrays_and_doubles_reach_call_as_float32_tensors() -> None:
    given = called(DeclaringHost(), array("float64", Shape.of(2, 3)), tensor("float64"), array("int64", Shape.of(2)))
    assert [str(each) for each in given.positional] == ["f32[2,3]", "f32[…]", "i64[2]"]


def test_a_symbolic_input_is_a_tensor_inside_call_and_call_is_not_converted() -> None:
    host = DeclaringHost()
    given = called(host, tensor("float32", Shape.of(None, 3), Form.KERAS_SYMBOLIC))
    assert given.positional == (tensor("float32", Shape.of(None, 3)),)
    assert host.calls[-1][2] is Mode.UNCONVERTED


def test_eager_input_leaves_call_eager() -> None:
    host = DeclaringHost()
    called(host, F32)
    assert host.calls[-1][2] is Mode.EAGER


@pytest.mark.parametrize("name", ["Dense", "Flatten", "ReLU", "Conv2D", "BatchNormalization", "Embedding", "Rescaling"])
def test_making_a_layer_eagerly_records_nothing(name: str) -> None:
    host = RecordingHost()
    LAYERS.functions[f"keras.layers.{name}"](host.invoke(f"keras.layers.{name}", constant(3)))
    assert host.effects == []


@pytest.mark.parametrize(
    ("name", "holds_state"),
    [
        *[("Dense", True), ("Dropout", True), ("RandomFlip", True), ("BatchNormalization", True), ("Flatten", False)],
        *[("ReLU", False), ("MaxPooling2D", False), ("Rescaling", False), ("LeakyReLU", False), ("Reshape", False)],
    ],
)
def test_making_a_layer_while_tracing_creates_variables_where_it_holds_any(name: str, *, holds_state: bool) -> None:
    host = RecordingHost(Mode.CONVERTED)
    LAYERS.functions[f"keras.layers.{name}"](host.invoke(f"keras.layers.{name}", constant(3)))
    assert (EffectKind.CREATES_VARIABLE in host.kinds()) is holds_state


def test_a_symbolic_call_runs_no_op() -> None:
    host = RecordingHost()
    layer = LAYERS.functions["keras.layers.Dense"](host.invoke("keras.layers.Dense", constant(5)))
    symbolic = tensor("float32", Shape.of(None, 3), Form.KERAS_SYMBOLIC)
    made = LAYERS.methods["keras.layers.Dense", "__call__"](host.invoke("__call__", symbolic, receiver=layer))
    assert made == value(Tensor("float32", Shape.of(None, 5), Form.KERAS_SYMBOLIC))
    assert host.ops == []


@pytest.mark.parametrize(
    ("size", "kernel", "stride", "padding", "expected"),
    [
        *[(7, 3, 2, "valid", 3), (7, 3, 2, "same", 4), (7, 3, 2, "VALID", 3), (2, 3, 1, "valid", 0)],
        *[(None, 3, 2, "valid", None), (7, None, 2, "valid", None), (7, None, 2, "same", 4), (7, 3, 2, None, None)],
    ],
)
def test_windows_along_an_axis(size: int | None, kernel: int | None, stride: int, padding: str, expected: int) -> None:
    assert window(size, kernel, stride, padding) == expected


@pytest.mark.parametrize(
    ("size", "kernel", "stride", "padding", "expected"),
    [(7, 3, 2, "valid", 15), (7, 2, 3, "valid", 21), (7, 5, 2, "same", 14), (None, 5, 2, "same", None)],
)
def test_transposed_windows(size: int | None, kernel: int, stride: int, padding: str, expected: int | None) -> None:
    assert transposed_window(size, kernel, stride, padding) == expected
