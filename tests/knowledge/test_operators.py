"""Operators: what they record, and what they keep exact."""

from __future__ import annotations

import pytest

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    TOP,
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
from jupyter_hybridize.knowledge import operators
from jupyter_hybridize.knowledge.host import Mode
from tests.knowledge.recording_host import RecordingHost

FLOATS = tensor("float32", Shape((2, 3)))
WHOLE = tensor("int32", Shape((2, 3)))


def traced() -> RecordingHost:
    return RecordingHost(mode=Mode.CONVERTED)


def binary(host: RecordingHost, left: AbstractValue, symbol: str, right: AbstractValue) -> AbstractValue:
    return operators.binary(host, symbol, left, right, "it")


def test_constants_are_computed() -> None:
    assert binary(RecordingHost(), constant(7), "//", constant(2)) == constant(3)
    assert binary(RecordingHost(), constant("a"), "*", constant(3)) == constant("aaa")


def test_a_power_too_large_to_keep_is_not_computed() -> None:
    assert binary(RecordingHost(), constant(10), "**", constant(10**10)).has(type(scalar("int").only()))
    assert binary(RecordingHost(), constant(1), "<<", constant(10**12)) == scalar("int")


def test_division_by_zero_has_no_result_and_is_recorded() -> None:
    host = RecordingHost()
    assert binary(host, constant(1), "/", constant(0)).is_bottom
    assert host.kinds() == [EffectKind.RAISES]


def test_joined_constants_stay_exact() -> None:
    both = constant(1).join(constant(2))
    assert binary(RecordingHost(), both, "+", constant(10)) == constant(11).join(constant(12))


def test_origins_of_both_operands_reach_the_result() -> None:
    left, right = FLOATS.with_origins({"x"}), constant(2.0).with_origins({"y"})
    assert binary(traced(), left, "*", right).origins == {"x", "y"}


def test_a_traced_tensor_of_other_dtype_is_reported() -> None:
    host = traced()
    binary(host, FLOATS, "+", tensor("float64", Shape((3,))))
    assert [(e.kind, e.answer) for e in host.effects] == [(EffectKind.MIXES_DTYPES, Answer.NO)]


def test_eager_tensors_of_two_dtypes_raise() -> None:
    host = RecordingHost()
    binary(host, FLOATS, "+", tensor("float64", Shape((3,))))
    assert host.kinds() == [EffectKind.RAISES]


def test_an_array_that_is_closed_over_takes_the_dtype_of_the_tensor() -> None:
    host = traced()
    assert binary(host, array("float64", Shape((3,))), "+", FLOATS) == FLOATS
    assert not host.effects


def test_an_integer_tensor_does_not_take_a_float() -> None:
    host = traced()
    binary(host, WHOLE, "+", constant(0.5))
    assert host.kinds() == [EffectKind.MIXES_DTYPES]


def test_an_integer_tensor_takes_an_integer() -> None:
    host = traced()
    assert binary(host, WHOLE, "+", constant(2)) == WHOLE
    assert not host.effects


def test_an_unknown_dtype_may_differ_where_it_comes_from_a_parameter() -> None:
    host = traced()
    binary(host, tensor(None, Shape((3,))).with_origins({"x"}), "+", constant(0.5))
    assert [(e.kind, e.answer) for e in host.effects] == [(EffectKind.MIXES_DTYPES, Answer.UNKNOWN)]


def test_an_unknown_dtype_from_elsewhere_is_left_alone() -> None:
    host = traced()
    binary(host, tensor(None, Shape((3,))), "+", constant(0.5))
    assert not host.effects


def test_each_operator_on_tensors_is_one_op() -> None:
    host = traced()
    binary(host, FLOATS, "@", tensor("float32", Shape((3, 4))))
    assert host.ops == ["MatMul"]


def test_operators_on_python_values_run_no_op() -> None:
    host = traced()
    binary(host, constant(1), "+", constant(2))
    assert not host.ops


def test_a_tensor_in_a_list_needs_a_value_when_traced() -> None:
    host = traced()
    numbers = host.new_list([constant(1.0), constant(2.0)])
    assert binary(host, tensor("float32", Shape(())), "in", numbers) == scalar("bool")
    assert host.kinds() == [EffectKind.NEEDS_VALUE]


def test_a_name_in_a_tuple_needs_no_value() -> None:
    host = traced()
    names = tuple_of(constant("relu"), constant("tanh"))
    assert binary(host, constant("relu"), "in", names) == constant(True)
    assert binary(host, constant("gelu"), "not in", names) == constant(True)
    assert not host.effects


def test_searching_a_symbolic_tensor_needs_a_value() -> None:
    host = traced()
    binary(host, constant(1.0), "in", FLOATS)
    assert host.kinds() == [EffectKind.NEEDS_VALUE]


def test_a_tensor_is_never_none() -> None:
    assert binary(traced(), FLOATS, "is", NONE) == constant(False)
    assert binary(traced(), FLOATS, "is not", NONE) == constant(True)
    assert binary(traced(), FLOATS.join(NONE), "is", NONE) == scalar("bool")


def test_unknown_operands_stay_visible() -> None:
    host = traced()
    assert binary(host, TOP, "+", FLOATS).is_unknown
    assert host.kinds() == [EffectKind.UNKNOWN_VALUE]


def test_nothing_comes_of_nothing() -> None:
    assert binary(traced(), BOTTOM, "+", FLOATS).is_bottom


def test_not_of_a_tensor_is_an_op_where_autograph_converts_it() -> None:
    host = traced()
    found = operators.unary(host, "not", tensor("bool", Shape(())), "not t")
    assert found == value(Tensor("bool", Shape(()), staged=True))
    assert host.ops == ["LogicalNot"]
    assert not host.effects


def test_not_of_a_tensor_needs_a_value_where_autograph_is_absent() -> None:
    host = RecordingHost(mode=Mode.UNCONVERTED)
    assert operators.unary(host, "not", tensor("bool", Shape(())), "not t") == scalar("bool")
    assert host.kinds() == [EffectKind.NEEDS_VALUE]


def test_not_of_a_constant_is_a_constant() -> None:
    assert operators.unary(traced(), "not", NONE, "not x") == constant(True)


@pytest.mark.parametrize(("template", "kinds"), [
    ("%s", [EffectKind.ASKS_MODE]), ("%.2f", [EffectKind.NEEDS_VALUE]), ("100%%", []),
])  # fmt: skip
def test_formatting_a_symbolic_tensor_depends_on_the_template(template: str, kinds: list[EffectKind]) -> None:
    host = traced()
    binary(host, constant(template), "%", FLOATS)
    assert host.kinds() == kinds


def test_lists_are_joined_and_repeated() -> None:
    host = RecordingHost()
    joined = binary(host, host.new_list([constant(1)]), "+", host.new_list([constant(2)]))
    assert host.items(joined) == (constant(1), constant(2))
    repeated = binary(host, host.new_list([constant(0)]), "*", constant(3))
    assert host.items(repeated) == (constant(0),) * 3


def test_a_list_repeated_by_an_unknown_number_keeps_its_element() -> None:
    host = RecordingHost()
    repeated = binary(host, host.new_list([constant(0)]), "*", scalar("int"))
    assert host.items(repeated) is None
    assert host.iterate(repeated) == constant(0)


def test_a_numpy_float_makes_an_integer_array_double() -> None:
    whole = array("int64", Shape((3,)))
    assert binary(RecordingHost(), whole, "+", constant(0.5)) == array("float64", Shape((3,)))
    single = array("float32", Shape((3,)))
    assert binary(RecordingHost(), single, "+", constant(0.5)) == single


def test_a_keras_symbol_stays_symbolic() -> None:
    symbol = tensor("float32", Shape((None, 3)), Form.KERAS_SYMBOLIC)
    assert binary(RecordingHost(), symbol, "+", FLOATS) == tensor("float32", Shape((2, 3)), Form.KERAS_SYMBOLIC)


def test_shapes_that_cannot_fit_are_reported() -> None:
    host = RecordingHost()
    binary(host, FLOATS, "+", tensor("float32", Shape((4,))))
    assert host.kinds() == [EffectKind.RAISES]


def test_an_open_axis_fits_any_size() -> None:
    open_axis = tensor("float32", Shape((None, 3)))
    assert binary(traced(), open_axis, "*", tensor("float32", Shape((5, 1)))) == tensor("float32", Shape((5, 3)))
