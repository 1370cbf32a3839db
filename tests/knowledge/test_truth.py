"""What is true, what is not, and what only a tensor knows."""

from __future__ import annotations

import pytest

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    TOP,
    AbstractValue,
    Api,
    Form,
    array,
    constant,
    scalar,
    tensor,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.truth import is_tensor, truth

BOOL = tensor("bool", Shape(()))


@pytest.mark.parametrize(("item", "answer"), [
    (constant(1), Answer.YES), (constant(0), Answer.NO), (constant(""), Answer.NO), (NONE, Answer.NO),
    (scalar("int"), Answer.UNKNOWN), (tuple_of(), Answer.NO), (tuple_of(NONE), Answer.YES), (BOOL, Answer.UNKNOWN),
    (constant(1).join(constant(2)), Answer.YES), (constant(0).join(constant(2)), Answer.UNKNOWN), (TOP, Answer.UNKNOWN),
    (tuple_of(rest=NONE), Answer.UNKNOWN), (array("bool", is_scalar=True), Answer.UNKNOWN), (BOTTOM, Answer.UNKNOWN),
])  # fmt: skip
def test_truth_is_known_of_python_values(item: AbstractValue, answer: Answer) -> None:
    assert truth(item) is answer


@pytest.mark.parametrize(("item", "answer"), [
    (BOOL, Answer.YES), (tensor("float32", Shape(()), Form.VARIABLE), Answer.YES), (constant(True), Answer.NO),
    (array("bool", is_scalar=True), Answer.NO), (BOOL.join(NONE), Answer.UNKNOWN), (TOP, Answer.UNKNOWN),
    (value(Api("numpy.sum")), Answer.NO), (tuple_of(BOOL), Answer.NO),
])  # fmt: skip
def test_only_a_tensor_leaves_its_truth_to_the_graph(item: AbstractValue, answer: Answer) -> None:
    assert is_tensor(item) is answer
