"""What a value is called in a message."""

from __future__ import annotations

import pytest

from jupyter_hybridize.domain.atoms import Container, Form, Instance, Tuple
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.spoken import spoken
from jupyter_hybridize.domain.value import (
    TOP,
    AbstractValue,
    array,
    constant,
    join_all,
    scalar,
    tensor,
    value,
)

SAID = {
    "a float32 tensor of shape [2, None]": tensor("float32", Shape.of(2, None)),
    "a tensor of unknown shape": tensor(),
    "an int32 variable of shape []": tensor("int32", Shape.of(), Form.VARIABLE),
    "a KerasTensor of unknown shape": tensor(form=Form.KERAS_SYMBOLIC),
    "a float64 NumPy array of shape [3]": array("float64", Shape.of(3)),
    "a NumPy float64": array("float64", is_scalar=True),
    "a uint8 tensor of unknown shape": tensor("uint8"),
    "None": constant(None),
    "the int 2": constant(2),
    "the str 'x'": constant("x"),
    "a str": constant("x" * 100),
    "an int": scalar("int"),
    "something unknown": TOP,
    "a TensorShape": value(Tuple((), name="tf.TensorShape")),
    "a tuple": value(Tuple(())),
    "a Decoder": value(Instance("nb.ipynb:Decoder", "one"), Instance("nb.ipynb:Decoder", "other")),
    "None or a list": join_all([constant(None), value(Container("list", "one"))]),
}


@pytest.mark.parametrize(("words", "item"), SAID.items(), ids=SAID)
def test_a_value_is_said_in_words(words: str, item: AbstractValue) -> None:
    assert spoken(item) == words


def test_a_value_that_may_be_much_is_said_in_part() -> None:
    many = join_all([constant(None), constant("x"), scalar("float"), tensor("int32")])
    assert spoken(many).endswith(" or more")
