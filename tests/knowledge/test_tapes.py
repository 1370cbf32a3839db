"""Gradient tapes and tensor arrays."""

from __future__ import annotations

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import NONE, TOP, Form, Scalar, constant, tensor, value
from jupyter_hybridize.knowledge.host import Mode
from tests.knowledge.overlay_calls import call, method
from tests.knowledge.recording_host import RecordingHost

WEIGHTS = tensor("float32", Shape((3, 4)), Form.VARIABLE)
LOSS = tensor("float32", Shape(()))


def traced() -> RecordingHost:
    return RecordingHost(mode=Mode.CONVERTED)


def test_a_gradient_is_like_its_source_or_absent() -> None:
    host = traced()
    tape = call(host, "GradientTape")
    assert method(host, tape, "gradient", LOSS, WEIGHTS) == tensor("float32", Shape((3, 4))).join(NONE)
    assert not host.effects


def test_zero_for_unconnected_gradients_leaves_no_none() -> None:
    host = traced()
    found = method(host, call(host, "GradientTape"), "gradient", LOSS, WEIGHTS, unconnected_gradients=constant("zero"))
    assert found == tensor("float32", Shape((3, 4)))


def test_integers_have_no_gradient() -> None:
    host = traced()
    assert method(host, call(host, "GradientTape"), "gradient", LOSS, tensor("int32", Shape(()))) == NONE


def test_gradients_of_a_list_of_unknown_length_are_a_list() -> None:
    host = traced()
    found = method(host, call(host, "GradientTape"), "gradient", LOSS, host.new_list(None, WEIGHTS))
    assert host.items(found) is None
    assert host.iterate(found) == tensor("float32", Shape((3, 4))).join(NONE)


def test_gradients_of_the_unknown_are_unknown() -> None:
    host = traced()
    assert method(host, call(host, "GradientTape"), "gradient", LOSS, TOP).is_unknown


def test_entering_a_tape_gives_the_tape() -> None:
    host = traced()
    tape = call(host, "GradientTape", persistent=constant(True))
    assert method(host, tape, "__enter__") == tape


def test_writing_gives_another_tensor_array() -> None:
    host = traced()
    kind = value(Scalar("tf.DType", "float32"))
    first = call(host, "TensorArray", kind, constant(5))
    second = method(host, first, "write", constant(0), tensor("float32", Shape((3,))))
    assert second != first
    assert method(host, second, "stack") == tensor("float32", Shape((5, 3)))
    assert method(host, first, "stack") == tensor("float32", Shape((5, 3)))  # they share the shape of their elements


def test_a_growing_tensor_array_has_an_open_length() -> None:
    host = traced()
    kind = value(Scalar("tf.DType", "float32"))
    array = call(host, "TensorArray", kind, constant(0), dynamic_size=constant(True))
    written = method(host, array, "write", constant(0), tensor("float32", Shape((3,))))
    assert method(host, written, "stack") == tensor("float32", Shape((None, 3)))


def test_a_generator_made_in_the_function_creates_a_variable() -> None:
    host = traced()
    call(host, "random.Generator.from_seed", constant(1))
    assert host.kinds() == [EffectKind.CREATES_VARIABLE]
