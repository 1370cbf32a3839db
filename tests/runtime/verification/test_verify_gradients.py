"""Verification of the gradients of variables that a function makes at its first call, on each side its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.tensorflow
tf = pytest.importorskip("tensorflow")
keras = pytest.importorskip("keras")

from jupyter_hybridize.results.verification import Agreement, Outcome, Verification  # noqa: E402
from jupyter_hybridize.runtime.verification.verify import verify  # noqa: E402


class Pair(keras.layers.Layer):  # type: ignore[misc]
    """Makes its parts when it is built, so that what is built again has others."""

    def __init__(self, between: Callable[[Any], Any]) -> None:
        super().__init__()
        self.between = between

    def build(self, input_shape: Any) -> None:
        self.first, self.second = keras.layers.Dense(3), keras.layers.Dense(2)
        super().build(input_shape)

    def call(self, inputs: Any) -> Any:
        return self.second(self.between(self.first(inputs)))


class Net:
    """Runs a layer that is not built yet."""

    def __init__(self, between: Callable[[Any], Any]) -> None:
        self.pair = Pair(between)

    def __call__(self, x: Any) -> Any:
        return self.pair(x)


def ask(between: Callable[[Any], Any]) -> Verification:
    return verify(Net.__call__, (Net(between), tf.ones([4, 5])), name="Net.__call__", digest="", call="net(x)")


def test_gradients_of_variables_that_each_side_makes_are_compared() -> None:
    found = ask(tf.nn.relu)

    assert found.outcome is Outcome.VERIFIED, found.reason
    assert {check.aspect: check.agreement for check in found.checks}["gradients"] is Agreement.EQUAL


def test_a_gradient_that_the_graph_loses_of_a_variable_it_makes_is_refused() -> None:
    found = ask(lambda x: x if tf.executing_eagerly() else tf.stop_gradient(x))

    assert found.outcome is Outcome.REFUSED
    assert "is lost in the graph" in found.reason
