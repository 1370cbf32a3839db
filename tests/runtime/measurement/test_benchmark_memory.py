"""What a trace leaves behind is let go, and what is still in use is not."""

from __future__ import annotations

import gc

import pytest

pytest.importorskip("tensorflow")

import tensorflow as tf
from tensorflow.python.framework import ops
from tensorflow.python.framework.func_graph import FuncGraph

from jupyter_hybridize.runtime.measurement.benchmark import benchmark
from jupyter_hybridize.runtime.measurement.gradient_registry import gradients_let_go

pytestmark = pytest.mark.tensorflow


@tf.custom_gradient
def doubled(x: tf.Tensor) -> object:
    return 2.0 * x, lambda upstream: 7.0 * upstream  # not its gradient, to be told from it


def registered() -> set[str]:
    gc.collect()
    return {name for name in ops.gradient_registry.list() if name.startswith("CustomGradient")}


def graphs() -> int:
    gc.collect()
    return sum(issubclass(type(each), FuncGraph) for each in gc.get_objects())  # asks no object for its class


def slope(function: object, x: tf.Tensor) -> float:
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = function(x)  # type: ignore[operator]
    return float(tape.gradient(y, x))


def test_a_graph_that_nobody_has_any_more_leaves_the_registry() -> None:
    before, count = registered(), graphs()
    with gradients_let_go():
        function = tf.function(lambda x: doubled(x) + doubled(x + 1.0))
        assert slope(function, tf.constant(1.0)) == 14.0
    del function
    assert registered() == before
    assert graphs() == count


def test_a_graph_that_is_still_in_use_keeps_its_gradients() -> None:
    with gradients_let_go():
        function = tf.function(lambda x: doubled(x))
        function(tf.constant(1.0))
    gc.collect()
    assert slope(function, tf.constant(1.0)) == 7.0


def test_a_helper_that_the_user_has_as_a_graph_keeps_its_gradients() -> None:
    helper = tf.function(lambda x: doubled(x))
    with gradients_let_go():
        tf.function(lambda x: helper(x) + 1.0)(tf.constant(1.0))
    gc.collect()
    assert slope(helper, tf.constant(1.0)) == 7.0


def test_gradients_in_branches_and_loops_live_as_long_as_the_function_around_them() -> None:
    def both(x: tf.Tensor) -> tf.Tensor:
        if x > 0.0:
            x = doubled(x)
        for _ in tf.range(2):
            x = doubled(x)
        return x

    before = registered()
    with gradients_let_go():
        function = tf.function(both)
        function(tf.constant(1.0))
    gc.collect()
    assert slope(function, tf.constant(1.0)) == 343.0
    del function
    with gradients_let_go():
        pass
    assert len(registered() - before) <= 6  # those that taking the gradient registered, outside


def test_benchmarks_keep_no_graphs() -> None:
    weight = tf.Variable(2.0)

    def step(x: tf.Tensor) -> tf.Tensor:
        with tf.GradientTape() as tape:
            loss = doubled(weight * x)
        weight.assign_sub(0.1 * tape.gradient(loss, weight))
        return loss

    def run() -> None:
        benchmark(step, (tf.constant(1.0),), name="step", seconds=0.02, variants=("eager", "graph"))

    run()
    before, count = registered(), graphs()
    run()
    run()
    assert registered() == before
    assert graphs() == count
