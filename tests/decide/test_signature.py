"""Signatures: the join of what was passed, or the code of why there is none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from jupyter_hybridize.decide.absence import Absence
from jupyter_hybridize.decide.signature import infer
from jupyter_hybridize.domain.effect import Effect, EffectKind
from jupyter_hybridize.domain.shape import SCALAR_SHAPE, UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    TOP,
    AbstractValue,
    Container,
    Form,
    Instance,
    Tuple,
    array,
    constant,
    scalar,
    tensor,
    tuple_of,
    value,
)
from jupyter_hybridize.facts.function import FunctionFacts, Opening, ParameterFacts, ParameterKind
from tests.decide.test_verdict import FACTS, HERE

IMAGE = tensor("float32", Shape.of(32, 28, 28))


def taking(*items: AbstractValue) -> FunctionFacts:
    parameters = (ParameterFacts(f"p{n}", item, (item,), layout=item) for n, item in enumerate(items))
    return replace(FACTS, parameters=tuple(parameters))


def with_default(facts: FunctionFacts, place: int, default: AbstractValue) -> FunctionFacts:
    parameters = [replace(p, default=default) if n == place else p for n, p in enumerate(facts.parameters)]
    return replace(facts, parameters=tuple(parameters))


def nest(kind: str, *items: AbstractValue, keys: tuple[str, ...] = ()) -> AbstractValue:
    return value(Tuple(items, None, kind, keys))


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (IMAGE, "[tf.TensorSpec([32, 28, 28], tf.float32)]"),
        (IMAGE.join(tensor("float32", Shape.of(7, 28, 28))), "[tf.TensorSpec([None, 28, 28], tf.float32)]"),
        (tensor("int64", SCALAR_SHAPE), "[tf.TensorSpec([], tf.int64)]"),
        (tensor("string", UNKNOWN_SHAPE), "[tf.TensorSpec(None, tf.string)]"),
        (array("float64", Shape.of(3)), "[tf.TensorSpec([3], tf.float64)]"),
        (array("float32", is_scalar=True), "[tf.TensorSpec([], tf.float32)]"),
        (tensor("float32", Shape.of(2)).join(array("float32", Shape.of(3))), "[tf.TensorSpec([None], tf.float32)]"),
        (tensor("bool", Shape.of(0)), "[tf.TensorSpec([0], tf.bool)]"),
    ],
)
def test_what_was_passed_is_described(item: AbstractValue, expected: str) -> None:
    assert infer(taking(item)).text == expected


VECTOR = tensor("float32", Shape.of(2))
SPEC = "tf.TensorSpec([2], tf.float32)"


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (tuple_of(VECTOR, VECTOR), f"[({SPEC}, {SPEC})]"),
        (tuple_of(VECTOR), f"[({SPEC},)]"),
        (tuple_of(), "[()]"),
        (nest("list", VECTOR), f"[[{SPEC}]]"),
        (nest("dict", VECTOR, keys=("a",)), f"[{{'a': {SPEC}}}]"),
        (nest("dict", tuple_of(VECTOR), keys=("a",)), f"[{{'a': ({SPEC},)}}]"),
        (tensor("float32", Shape.of(4, 2), Form.SPARSE), "[tf.SparseTensorSpec([4, 2], tf.float32)]"),
        (
            tuple_of(VECTOR).join(tuple_of(tensor("float32", Shape.of(3)))),
            "[(tf.TensorSpec([None], tf.float32),)]",
        ),
    ],
)
def test_a_structure_is_described(item: AbstractValue, expected: str) -> None:
    assert infer(taking(item)).text == expected


@pytest.mark.parametrize(
    ("item", "absence"),
    [
        (TOP, Absence.UNKNOWN_TYPE),
        (BOTTOM, Absence.UNKNOWN_TYPE),
        (tensor(None, Shape.of(2)), Absence.DTYPE),
        (VECTOR.join(tensor("int32", Shape.of(2))), Absence.DTYPE),
        (VECTOR.join(array("float64", Shape.of(2))), Absence.DTYPE),
        (tensor("variant", SCALAR_SHAPE), Absence.DTYPE),
        (scalar("int"), Absence.PYTHON_VALUE),
        (constant(True), Absence.PYTHON_VALUE),
        (constant(True).join(constant("a")), Absence.PYTHON_VALUE),
        (NONE, Absence.PYTHON_VALUE),
        (IMAGE.join(NONE), Absence.MIXED),
        (IMAGE.join(constant(1.0)), Absence.MIXED),
        (IMAGE.join(tuple_of(IMAGE)), Absence.MIXED),
        (tuple_of(IMAGE, constant(1)), Absence.PYTHON_VALUE),
        (tuple_of(IMAGE, rest=IMAGE), Absence.ARITY),
        (tuple_of(IMAGE).join(tuple_of(IMAGE, IMAGE)), Absence.ARITY),
        (nest("dict", IMAGE, keys=("a",)).join(nest("dict", IMAGE, keys=("b",))), Absence.ARITY),
        (tuple_of(IMAGE).join(nest("list", IMAGE)), Absence.NESTING),
        (nest("list", IMAGE).join(value(Container("list", "s"))), Absence.ARITY),
        (value(Container("set", "s")), Absence.STRUCTURE),
        (tuple_of(constant(1), name="slice"), Absence.STRUCTURE),
        (value(Tuple((IMAGE,), None, "unit:Point", ("x",))), Absence.NAMED_TUPLE),
        (value(Instance("unit:Model", "s")), Absence.OBJECT),
        (tensor("float32", Shape.of(2), Form.VARIABLE), Absence.VARIABLE),
        (VECTOR.join(tensor("float32", Shape.of(2), Form.VARIABLE)), Absence.VARIABLE),
        (tensor("float32", Shape.of(2, None), Form.RAGGED), Absence.RAGGED_RANK),
        (tensor("float32", Shape.of(2), Form.KERAS_SYMBOLIC), Absence.SYMBOLIC),
        (IMAGE.join(tensor("float32", Shape.of(2), Form.RAGGED)), Absence.FORM),
    ],
)
def test_a_signature_is_withheld_with_a_reason(item: AbstractValue, absence: Absence) -> None:
    assert infer(taking(item)).absence is absence
    found = infer(taking(IMAGE, item))
    assert (found.text, found.absence, found.parameter) == (None, absence, "p1")
    assert "`p1`" in str(found.reason)


def test_every_reason_has_a_sentence() -> None:
    for absence in Absence:
        sentence = absence.sentence("x")
        assert sentence[0].isupper() or sentence.startswith("`x`")
        assert sentence.endswith(".")


def test_each_parameter_has_its_spec() -> None:
    found = infer(taking(IMAGE, tensor("int32", Shape.of(32))))
    assert found.text == "[tf.TensorSpec([32, 28, 28], tf.float32), tf.TensorSpec([32], tf.int32)]"


def test_a_flag_that_always_is_its_default_is_left_to_it() -> None:
    facts = with_default(taking(VECTOR, constant(True)), 1, constant(True))
    assert infer(facts).text == f"[{SPEC}]"


@pytest.mark.parametrize("default", [constant(False), constant(1), TOP, BOTTOM])
def test_a_flag_that_is_not_always_its_default_withholds_it(default: AbstractValue) -> None:
    facts = with_default(taking(VECTOR, constant(True)), 1, default)
    assert infer(facts).absence is Absence.PYTHON_VALUE


def test_a_tensor_after_a_default_cannot_be_described() -> None:
    facts = with_default(taking(VECTOR, constant(True), VECTOR), 1, constant(True))
    assert infer(facts).absence is Absence.PYTHON_VALUE


def test_a_tensor_that_only_some_calls_give_withholds_it() -> None:
    facts = with_default(taking(VECTOR, VECTOR.join(NONE)), 1, NONE)
    assert infer(facts).absence is Absence.SOMETIMES_GIVEN


@pytest.mark.parametrize(
    ("kind", "absence"),
    [
        (ParameterKind.KEYWORD_ONLY, Absence.KEYWORD_ONLY),
        (ParameterKind.KEYWORDS, Absence.KEYWORDS),
        (ParameterKind.VARIADIC, Absence.VARIADIC),
    ],
)
def test_what_is_not_given_by_position_withholds_it(kind: ParameterKind, absence: Absence) -> None:
    facts = taking(VECTOR, tuple_of(VECTOR))
    other = replace(facts.parameters[1], kind=kind)
    assert infer(replace(facts, parameters=(facts.parameters[0], other))).absence is absence


def test_the_receiver_has_none() -> None:
    facts = taking(value(Container("object", "s")), IMAGE)
    receiver = replace(facts.parameters[0], name="self", is_receiver=True)
    assert infer(replace(facts, parameters=(receiver, facts.parameters[1]))).text == infer(taking(IMAGE)).text
    assert infer(replace(facts, parameters=(receiver,))).absence is Absence.NO_TENSOR


def test_tensorflow_knows_the_receiver_by_its_name() -> None:
    facts = taking(value(Container("object", "s")), IMAGE)
    receiver = replace(facts.parameters[0], name="cls", is_receiver=True)
    assert infer(replace(facts, parameters=(receiver, facts.parameters[1]))).absence is Absence.RECEIVER
    named = replace(facts.parameters[1], name="self")
    assert infer(replace(facts, parameters=(named,))).absence is Absence.RECEIVER


@pytest.mark.parametrize(
    ("change", "absence"),
    [
        ({"has_evidence": False}, Absence.NO_CALL),
        ({"eager_calls": 0, "traced_calls": 0}, Absence.NO_CALL),
        ({"is_meant_to_fail": True}, Absence.EXPECTED_FAILURE),
        ({"is_given_away": True}, Absence.UNSEEN_CALLS),
        ({"is_unbound": True}, Absence.UNBOUND),
        ({"opening": Opening(is_open=True, is_tried=False)}, Absence.OPEN_AXES),
    ],
)
def test_the_calls_seen_may_tell_too_little(change: dict[str, Any], absence: Absence) -> None:
    assert infer(replace(taking(IMAGE), **change)).absence is absence


def test_an_axis_that_is_read_statically_may_not_be_open() -> None:
    effect = Effect(EffectKind.READS_STATIC_SHAPE, "x.shape[0]", HERE)
    facts = replace(taking(IMAGE), effects=(effect,))
    assert infer(facts).text is not None
    opened = replace(facts, opening=Opening(is_open=True, is_tried=True))
    assert infer(opened).absence is Absence.STATIC_SHAPE


def test_what_only_open_axes_bring_about_withholds_it() -> None:
    effect = Effect(EffectKind.RAISES, "tf.reshape(x, [3])", HERE)
    opening = Opening(is_open=True, is_tried=True, effects=(effect,))
    assert infer(replace(taking(IMAGE), opening=opening)).absence is Absence.OPEN_AXES
