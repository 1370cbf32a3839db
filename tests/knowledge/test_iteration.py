"""Iteration: what it yields, and what of it Python does."""

from __future__ import annotations

import pytest

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import (
    NONE,
    TOP,
    Dataset,
    Form,
    array,
    constant,
    scalar,
    tensor,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge import iteration
from jupyter_hybridize.knowledge.host import Mode
from jupyter_hybridize.knowledge.tensorflow.tensors import tensor_shape
from tests.knowledge.recording_host import RecordingHost

ROWS = tensor("float32", Shape((2, 3)))
ROW = tensor("float32", Shape((3,)))


def traced(mode: Mode = Mode.CONVERTED) -> RecordingHost:
    return RecordingHost(mode=mode)


def test_a_tensor_yields_its_rows() -> None:
    host = RecordingHost()
    assert iteration.elements(host, ROWS, by_python=True) == ROW
    assert not host.effects


def test_a_converted_loop_over_a_symbolic_tensor_is_a_graph_loop() -> None:
    host = traced()
    assert iteration.elements(host, ROWS, by_python=False) == ROW
    assert not host.effects


@pytest.mark.parametrize(("mode", "by_python"), [(Mode.CONVERTED, True), (Mode.UNCONVERTED, False)])
def test_python_does_not_iterate_a_symbolic_tensor(mode: Mode, by_python: bool) -> None:
    host = traced(mode)
    iteration.elements(host, ROWS, by_python=by_python)
    assert [(e.kind, e.answer) for e in host.effects] == [(EffectKind.ITERATES_TENSOR, Answer.NO)]


def test_a_tensor_of_unknown_rank_may_not_be_iterated() -> None:
    host = traced()
    iteration.elements(host, tensor("float32", UNKNOWN_SHAPE), by_python=False)
    assert [(e.kind, e.answer) for e in host.effects] == [(EffectKind.ITERATES_TENSOR, Answer.UNKNOWN)]


def test_an_open_leading_axis_is_no_obstacle() -> None:
    host = traced()
    iteration.elements(host, tensor("float32", Shape((None, 3))), by_python=False)
    assert not host.effects


def test_a_scalar_tensor_cannot_be_iterated() -> None:
    host = RecordingHost()
    assert iteration.elements(host, tensor("float32", Shape(())), by_python=True).is_bottom
    assert host.kinds() == [EffectKind.RAISES]


def test_python_over_a_data_set_is_endless_when_traced() -> None:
    host = traced()
    assert iteration.elements(host, value(Dataset(ROW)), by_python=True) == ROW
    assert host.kinds() == [EffectKind.ITERATES_TENSOR]


def test_a_loop_over_a_data_set_is_a_graph_loop() -> None:
    host = traced()
    assert iteration.elements(host, value(Dataset(ROW)), by_python=False) == ROW
    assert not host.effects


def test_an_iterator_is_advanced_and_tells_which() -> None:
    host = traced()
    iterator = host.new_iterator(constant(1))
    assert iteration.elements(host, iterator, by_python=True) == constant(1)
    (effect,) = host.effects
    assert effect.kind is EffectKind.ADVANCES_ITERATOR
    assert effect.reason in host.heap


def test_the_iterator_of_a_data_set_may_be_advanced() -> None:
    host = traced()
    iteration.elements(host, host.new_iterator(ROW, is_dataset=True), by_python=False)
    assert not host.effects


def test_reading_all_axes_of_a_shape_reads_the_open_one() -> None:
    host = traced()
    iteration.elements(host, tensor_shape(host, Shape((None, 3))), by_python=True)
    assert host.kinds() == [EffectKind.READS_STATIC_SHAPE]


def test_unpacking_a_fixed_shape_gives_numbers() -> None:
    host = traced()
    assert iteration.items(host, tensor_shape(host, Shape((2, 3)))) == (constant(2), constant(3))
    assert not host.effects


def test_a_dict_yields_its_keys() -> None:
    host = RecordingHost()
    owner = host.new_dict({"a": constant(1), "b": constant(2)})
    assert iteration.elements(host, owner, by_python=True) == constant("a").join(constant("b"))
    assert iteration.items(host, owner) == (constant("a"), constant("b"))


def test_an_array_yields_rows_and_a_vector_numbers() -> None:
    host = RecordingHost()
    assert iteration.elements(host, array("int64", Shape((2, 3))), by_python=True) == array("int64", Shape((3,)))
    assert iteration.elements(host, array("int64", Shape((2,))), by_python=True) == array("int64", is_scalar=True)


def test_text_yields_its_characters() -> None:
    assert iteration.items(RecordingHost(), constant("ab")) == (constant("a"), constant("b"))


def test_a_long_array_is_not_taken_apart() -> None:
    assert iteration.items(RecordingHost(), array("int64", Shape((10_000,)))) is None


@pytest.mark.parametrize("item", [constant(3), constant(1.5), NONE])
def test_numbers_cannot_be_iterated(item: object) -> None:
    host = RecordingHost()
    assert iteration.elements(host, item, by_python=True).is_bottom  # type: ignore[arg-type]
    assert host.kinds() == [EffectKind.RAISES]


def test_a_ragged_tensor_yields_rows_of_their_own_length() -> None:
    ragged = tensor("float32", Shape((2, None)), Form.RAGGED)
    assert iteration.elements(traced(), ragged, by_python=False) == tensor("float32", Shape((None,)))


def test_origins_reach_the_elements() -> None:
    assert iteration.elements(traced(), ROWS.with_origins({"x"}), by_python=False).origins == {"x"}
    found = iteration.items(traced(), tuple_of(constant(1)).with_origins({"x"}))
    assert found == (constant(1).with_origins({"x"}),)


def test_the_unknown_yields_the_unknown() -> None:
    host = traced()
    assert iteration.elements(host, TOP, by_python=True).is_unknown
    assert host.kinds() == [EffectKind.UNKNOWN_VALUE]


def test_no_items_are_known_of_a_join() -> None:
    assert iteration.items(RecordingHost(), tuple_of(constant(1)).join(scalar("str"))) is None
