"""Abstract values: what joins, what is capped, how they are written."""

from __future__ import annotations

import pytest

from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import (
    ANY,
    BOTTOM,
    NONE,
    TOP,
    AbstractValue,
    Api,
    Array,
    Dataset,
    Form,
    Function,
    Instance,
    Scalar,
    Tensor,
    Tuple,
    array,
    constant,
    depth,
    join_all,
    scalar,
    tensor,
    tuple_of,
    value,
)


def test_tensors_of_one_form_join_point_by_point() -> None:
    joined = tensor("float32", Shape.of(2, 3)).join(tensor("float32", Shape.of(4, 3)))
    assert str(joined) == "f32[?,3]"
    assert str(tensor("float32", Shape.of(2)).join(tensor("int32", Shape.of(2)))) == "?[2]"


def test_tensors_of_different_forms_stay_apart() -> None:
    both = tensor("float32", Shape.of(2)).join(tensor("float32", Shape.of(3), Form.VARIABLE))
    assert str(both) == "f32[2] | var f32[3]"


def test_arrays_and_numpy_scalars_stay_apart() -> None:
    assert str(array("float64", Shape.of(2)).join(array("float64", is_scalar=True))) == "np f64 | np f64[2]"


def test_few_constants_are_kept_and_many_are_not() -> None:
    assert str(join_all(constant(n) for n in (3, 1, 2))) == "1 | 2 | 3"
    assert join_all(constant(n) for n in range(5)) == scalar("int")


def test_equal_constants_of_different_types_stay_apart() -> None:
    assert len(join_all([constant(1), constant(1.0), constant(True)]).atoms) == 3


def test_a_number_that_python_does_not_write_in_digits_is_no_constant() -> None:
    assert constant(10**5_000) == scalar("int")
    assert str(constant(10**4_000)) == str(10**4_000)


def test_negative_zero_and_nan_are_no_constants() -> None:
    assert constant(-0.0) == scalar("float")
    assert constant(float("nan")) == scalar("float")
    assert constant(0.0).constant() == 0.0


def test_tuples_join_element_by_element_while_their_lengths_agree() -> None:
    one, two = tuple_of(constant(1), NONE), tuple_of(constant(2), NONE)
    assert str(one.join(two)) == "(1 | 2, None)"
    assert str(one.join(tuple_of(constant(2)))) == "(1 | 2 | None…)"


def test_namedtuples_of_different_classes_stay_apart() -> None:
    point, pair = (value(Tuple((NONE,), None, name, ("x",))) for name in ("a:Point", "a:Pair"))
    assert str(point.join(pair)) == "Pair(None) | Point(None)"


def test_too_many_identities_are_anything() -> None:
    functions = [value(Function(f"f{n}", "")) for n in range(9)]
    assert len(join_all(functions[:8]).atoms) == 8
    assert join_all(functions).is_unknown


def test_anything_swallows_all_but_the_taint() -> None:
    joined = TOP.join(constant(1).with_origins({"x"}))
    assert joined.is_unknown
    assert joined.origins == {"x"}


def test_nesting_ends_somewhere() -> None:
    item = constant(1)
    for _ in range(6):
        item = tuple_of(item)
    assert depth(item) == 6
    assert value(Tuple((item,))).is_unknown


@pytest.mark.parametrize("width", [2, 50])
def test_a_tuple_that_holds_another_often_ends_somewhere(width: int) -> None:
    item = constant(1)
    for _ in range(40):
        item = tuple_of(*[item] * width)
        assert depth(item) <= 6


def test_questions_about_a_value() -> None:
    both = constant(1).join(tensor("int32"))
    assert both.has(Tensor)
    assert not both.has(Array)
    assert both.only() is None
    assert both.first(Scalar) == Scalar("int", 1)
    assert both.constant() is ANY
    assert constant("a").constant() == "a"
    assert BOTTOM.is_bottom
    assert str(BOTTOM) == "⊥"
    assert str(TOP) == "?"


def test_atoms_read_as_people_write_them() -> None:
    items = [Instance("a.ipynb#1@2|c:Model", "s"), Api("tensorflow.exp"), Dataset(tensor("string", Shape.of()))]
    assert [str(item) for item in items] == ["Model", "tensorflow.exp", "dataset of str"]


def test_equal_values_are_equal_however_they_were_made() -> None:
    assert value(Scalar("int", 1), Scalar("int", 2)) == constant(2).join(constant(1))
    assert hash(constant(1)) == hash(AbstractValue(frozenset({Scalar("int", 1)})))
