"""Subscripts: what they record, and what they change."""

from __future__ import annotations

import pytest

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import NONE, TOP, AbstractValue, Form, array, constant, scalar, tensor, tuple_of
from jupyter_hybridize.knowledge import subscripts
from jupyter_hybridize.knowledge.host import Mode
from jupyter_hybridize.knowledge.tensorflow.tensors import tensor_shape
from tests.knowledge.recording_host import RecordingHost

INDEX = tensor("int32", Shape(()))
ROWS = tensor("float32", Shape((2, 3)))


def traced() -> RecordingHost:
    return RecordingHost(mode=Mode.CONVERTED)


def slice_of(start: AbstractValue, stop: AbstractValue, step: AbstractValue = NONE) -> AbstractValue:
    return tuple_of(start, stop, step, name="slice")


@pytest.mark.parametrize("kind", ["list", "tuple", "str", "slice"])
def test_a_symbolic_tensor_indexes_no_python_sequence(kind: str) -> None:
    host = traced()
    items = [constant(1), constant(2)]
    owner = {"list": host.new_list(items), "tuple": tuple_of(*items), "str": constant("ab")}.get(
        kind, host.new_list(items)
    )
    subscripts.get_item(host, owner, slice_of(NONE, INDEX) if kind == "slice" else INDEX, "xs[i]")
    assert host.kinds() == [EffectKind.NEEDS_VALUE]


def test_an_eager_tensor_indexes_a_list() -> None:
    host = RecordingHost()
    found = subscripts.get_item(host, host.new_list([constant(1), constant("a")]), INDEX, "xs[i]")
    assert found == constant(1).join(constant("a"))
    assert not host.effects


def test_a_constant_indexes_a_list_exactly() -> None:
    host = traced()
    assert subscripts.get_item(host, host.new_list([constant(1), constant(2)]), constant(-1), "xs[-1]") == constant(2)


def test_an_index_out_of_range_is_recorded() -> None:
    host = RecordingHost()
    assert subscripts.get_item(host, tuple_of(constant(1)), constant(3), "x[3]").is_bottom
    assert host.kinds() == [EffectKind.RAISES]


def test_a_symbolic_tensor_indexes_a_tensor() -> None:
    host = traced()
    assert subscripts.get_item(host, ROWS, INDEX, "x[i]") == tensor("float32", Shape((3,)))
    assert not host.effects
    assert host.ops == ["StridedSlice"]


def test_a_symbolic_tensor_indexes_no_array() -> None:
    host = traced()
    subscripts.get_item(host, array("float32", Shape((4,))), INDEX, "table[i]")
    assert host.kinds() == [EffectKind.NEEDS_VALUE]


def test_a_mask_chooses_rows_of_a_tensor() -> None:
    host = traced()
    mask = tensor("bool", Shape((2,)))
    assert subscripts.get_item(host, ROWS, mask, "x[m]") == tensor("float32", Shape((None, 3)))
    assert not host.effects


def test_a_list_index_is_positions_for_an_array_and_one_element_for_a_tensor() -> None:
    host = traced()
    rows = host.new_list([constant(0), constant(1)])
    found = subscripts.get_item(host, ROWS.with_origins({"x"}), rows, "x[[0, 1]]")
    assert found == tensor("float32", Shape(())).with_origins({"x"})
    assert [(e.kind, e.answer) for e in host.effects] == [(EffectKind.NEEDS_VALUE, Answer.UNKNOWN)]


def test_an_open_axis_may_be_none_when_traced() -> None:
    host = traced()
    shape = tensor_shape(host, Shape((None, 3)))
    assert subscripts.get_item(host, shape, constant(0), "x.shape[0]") == scalar("int").join(NONE)
    assert [(e.kind, e.answer) for e in host.effects] == [(EffectKind.READS_STATIC_SHAPE, Answer.UNKNOWN)]


def test_a_fixed_axis_is_a_number() -> None:
    host = traced()
    assert subscripts.get_item(host, tensor_shape(host, Shape((None, 3))), constant(-1), "x.shape[-1]") == constant(3)
    assert not host.effects


def test_the_rest_of_a_shape_is_a_shape() -> None:
    host = traced()
    rest = subscripts.get_item(host, tensor_shape(host, Shape((None, 3))), slice_of(constant(1), NONE), "x.shape[1:]")
    assert rest == tuple_of(constant(3), name="tf.TensorShape")
    assert not host.effects


def test_a_dict_gives_what_its_key_holds() -> None:
    host = traced()
    owner = host.new_dict({"a": constant(1), "b": constant("x")})
    assert subscripts.get_item(host, owner, constant("b"), "d['b']") == constant("x")
    assert subscripts.get_item(host, owner, scalar("str"), "d[k]") == constant(1).join(constant("x"))


@pytest.mark.parametrize(("mode", "kind"), [
    (Mode.EAGER, EffectKind.RAISES), (Mode.CONVERTED, EffectKind.NEEDS_VALUE),
])  # fmt: skip
def test_a_tensor_takes_no_item(mode: Mode, kind: EffectKind) -> None:
    host = RecordingHost(mode=mode)
    subscripts.set_item(host, ROWS, constant(0), constant(1.0), "x[0]")
    assert host.kinds() == [kind]


def test_an_array_takes_an_item_and_is_changed() -> None:
    host = RecordingHost()
    subscripts.set_item(host, array("float64", Shape((3,))), constant(0), constant(1.0), "a[0]")
    assert host.kinds() == [EffectKind.MUTATES_OBJECT]


def test_an_array_that_is_closed_over_takes_no_symbolic_tensor() -> None:
    host = traced()
    subscripts.set_item(host, array("float64", Shape((3,))), constant(0), tensor("float64", Shape(())), "a[0]")
    assert EffectKind.LEAVES_TENSORFLOW in host.kinds()


def test_a_list_item_is_replaced() -> None:
    host = RecordingHost()
    owner = host.new_list([constant(1), constant(2)])
    subscripts.set_item(host, owner, constant(0), constant("a"), "xs[0]")
    assert host.items(owner) == (constant("a"), constant(2))


def test_an_item_at_an_unknown_position_may_be_any() -> None:
    host = RecordingHost()
    owner = host.new_list([constant(1), constant(2)])
    subscripts.set_item(host, owner, scalar("int"), constant("a"), "xs[i]")
    assert host.items(owner) == (constant(1).join(constant("a")), constant(2).join(constant("a")))


def test_a_dict_item_is_added_and_deleted() -> None:
    host = RecordingHost()
    owner = host.new_dict({})
    subscripts.set_item(host, owner, constant("a"), constant(1), "d['a']")
    assert subscripts.get_item(host, owner, constant("a"), "d['a']") == constant(1)
    subscripts.delete_item(host, owner, constant("a"), "d['a']")
    host.effects.clear()
    assert subscripts.get_item(host, owner, constant("a"), "d['a']").is_bottom
    assert host.kinds() == [EffectKind.RAISES]


def test_an_item_of_the_unknown_is_unknown() -> None:
    host = traced()
    assert subscripts.get_item(host, TOP, constant(0), "x[0]").is_unknown
    assert host.kinds() == [EffectKind.UNKNOWN_VALUE]


def test_rows_of_a_ragged_tensor_are_dense() -> None:
    ragged = tensor("float32", Shape((2, None)), Form.RAGGED)
    assert subscripts.get_item(traced(), ragged, constant(0), "r[0]") == tensor("float32", Shape((None,)))
