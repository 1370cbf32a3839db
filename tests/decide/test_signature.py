"""Signatures: the join of what was passed, or the code of why there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jupyter_hybridize.decide.signature import Signature, infer
from jupyter_hybridize.domain.effect import Effect, EffectKind
from jupyter_hybridize.domain.shape import SCALAR_SHAPE, UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    TOP,
    AbstractValue,
    Container,
    Form,
    array,
    constant,
    scalar,
    tensor,
    tuple_of,
    value,
)
from jupyter_hybridize.facts.function import FunctionFacts, ParameterFacts
from tests.decide.test_verdict import FACTS, HERE

IMAGE = tensor("float32", Shape.of(32, 28, 28))


def taking(*items: AbstractValue) -> FunctionFacts:
    parameters = (ParameterFacts(f"p{n}", item, (item,)) for n, item in enumerate(items))
    return replace(FACTS, parameters=tuple(parameters))


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
    assert infer(taking(item)) == Signature(expected)


@pytest.mark.parametrize(
    ("item", "absence"),
    [
        (TOP, "unknown-type"),
        (BOTTOM, "unknown-type"),
        (tensor(None, Shape.of(2)), "dtype"),
        (tensor("float32", Shape.of(2)).join(tensor("int32", Shape.of(2))), "dtype"),
        (tensor("float32", Shape.of(2)).join(array("float64", Shape.of(2))), "dtype"),
        (scalar("int"), "mixed-parameters"),
        (constant(True), "mixed-parameters"),
        (NONE, "mixed-parameters"),
        (IMAGE.join(NONE), "mixed-parameters"),
        (IMAGE.join(constant(1.0)), "mixed-parameters"),
        (tuple_of(IMAGE), "mixed-parameters"),
        (value(Container("list", "s")), "mixed-parameters"),
        (tensor("float32", Shape.of(2), Form.RAGGED), "form"),
        (tensor("float32", Shape.of(2), Form.SPARSE), "form"),
        (tensor("float32", Shape.of(2), Form.KERAS_SYMBOLIC), "form"),
        (IMAGE.join(tensor("float32", Shape.of(2), Form.RAGGED)), "form"),
    ],
)
def test_a_signature_is_withheld_with_a_reason(item: AbstractValue, absence: str) -> None:
    assert infer(taking(item)) == Signature(None, absence)
    assert infer(taking(IMAGE, item)) == Signature(None, absence)


def test_each_parameter_has_its_spec() -> None:
    found = infer(taking(IMAGE, tensor("int32", Shape.of(32))))
    assert found.text == "[tf.TensorSpec([32, 28, 28], tf.float32), tf.TensorSpec([32], tf.int32)]"


def test_the_receiver_has_none() -> None:
    facts = taking(value(Container("object", "s")), IMAGE)
    receiver = replace(facts.parameters[0], is_receiver=True)
    assert infer(replace(facts, parameters=(receiver, facts.parameters[1]))) == infer(taking(IMAGE))
    assert infer(replace(facts, parameters=(receiver,))).absence == "no-tensor"


def test_a_function_that_nobody_calls_has_no_signature() -> None:
    assert infer(replace(taking(IMAGE), has_evidence=False)).absence == "no-call"


def test_an_axis_that_is_read_statically_withholds_it() -> None:
    effect = Effect(EffectKind.READS_STATIC_SHAPE, "x.shape[0]", HERE)
    assert infer(replace(taking(IMAGE), effects=(effect,))).absence == "static-shape"


def test_the_signature_is_spelled_as_the_notebook_spells_the_library() -> None:
    assert infer(taking(tensor("int8", Shape.of(1))), "tensorflow").text == (
        "[tensorflow.TensorSpec([1], tensorflow.int8)]"
    )
