"""What rounding does to a training step is no difference; what is larger than that is one."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.tensorflow
tf = pytest.importorskip("tensorflow")
keras = pytest.importorskip("keras")

from jupyter_hybridize.results.verification import Outcome, Verification  # noqa: E402
from jupyter_hybridize.runtime.verification.verify import verify  # noqa: E402


def ask(function: Any, *args: Any) -> Verification:
    return verify(function, args, name=function.__name__, digest="", call="f(x)")


def training(rate: float, noise: float = 0.0) -> tuple[Any, list[Any]]:
    """Return a training step and what is to stay; a bias before a normalization has a gradient of rounding alone."""
    keras.utils.set_random_seed(2)
    layers = [keras.layers.Conv2D(16, 3), keras.layers.BatchNormalization(), keras.layers.ReLU()]
    model = keras.Sequential([*layers, keras.layers.Flatten(), keras.layers.Dense(10)])
    optimizer = keras.optimizers.Adam(rate)

    def step(x: Any) -> Any:
        if noise:
            x = x + noise * tf.random.normal(tf.shape(x))
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(model(x, training=True)))
        variables = model.trainable_variables
        optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
        return loss

    return step, [model, optimizer]


@pytest.mark.parametrize("noise", [0.0, 0.1])
@pytest.mark.parametrize("is_built", [True, False])
def test_adam_may_move_a_weight_by_its_rate_for_no_more_than_rounding(is_built: bool, noise: float) -> None:
    step, parts = training(1e-2, noise)
    x = tf.random.stateless_normal([8, 12, 12, 3], [1, 2])
    if is_built:
        step(x)
    found = ask(step, x)
    assert found.outcome is Outcome.VERIFIED, found
    assert [part.built for part in parts] == [is_built, is_built]


def test_a_small_difference_that_rounding_does_not_make_is_refused() -> None:
    def nearly(x: Any) -> Any:
        return x * 1.0 if tf.executing_eagerly() else x * 1.0005

    found = ask(nearly, tf.constant([1.0, 2.0, 3.0]))
    assert found.outcome is Outcome.REFUSED, found


@pytest.mark.parametrize("noise", [0.0, 0.1])
def test_a_weight_that_moves_by_more_than_rounding_makes_is_refused(noise: float) -> None:
    weight = tf.Variable([1.0, 2.0, 3.0])

    def step(x: Any) -> Any:
        rate = 0.1 if tf.executing_eagerly() else 0.1005
        weight.assign_sub(rate * (weight * x + noise * tf.random.normal([3])))

    found = ask(step, tf.constant([1.0, 2.0, 3.0]))
    assert found.outcome is Outcome.REFUSED, found


def test_a_clock_is_not_taken_for_rounding() -> None:
    import time

    def timed(x: Any) -> Any:
        return x * (time.perf_counter() % 1.0)

    assert ask(timed, tf.ones([3])).outcome is Outcome.REFUSED


def test_a_clock_beside_random_numbers_is_not_taken_for_rounding_of_a_weight() -> None:
    import time

    weight = tf.Variable([1.0, 2.0])

    def step(x: Any) -> None:
        weight.assign_add(x * (time.perf_counter() % 1.0) + tf.random.normal([2]))

    assert ask(step, tf.ones([2])).outcome is Outcome.REFUSED


def test_a_result_computed_with_trained_weights_may_differ_by_what_rounding_makes_of_them() -> None:
    keras.utils.set_random_seed(2)
    layers = [keras.layers.Dense(64, activation="tanh") for _ in range(3)]
    model = keras.Sequential([*layers, keras.layers.Dense(10)])
    optimizer = keras.optimizers.Adam(0.1)
    inputs = [10.0 * tf.random.stateless_normal([8, 432], [seed, 2]) for seed in range(3)]
    model(inputs[0])
    optimizer.build(model.trainable_variables)

    def step(x: Any) -> Any:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(model(x, training=True) - 1.0))
        variables = model.trainable_variables
        optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
        return loss

    further = [((x,), {}) for x in inputs[1:]]
    found = verify(step, (inputs[0],), name="step", digest="", call="step(x)", further=further)
    assert found.outcome is Outcome.VERIFIED, found


def test_a_result_that_differs_by_more_than_rounding_once_the_weights_are_trained_is_refused() -> None:
    weight = tf.Variable(1.0)

    def step(x: Any) -> Any:
        value = weight * x
        weight.assign_sub(0.1)
        return value if tf.executing_eagerly() else value * (1.0 + 1e-3 * (value - x))

    found = ask(step, tf.constant(1.0))
    assert found.outcome is Outcome.REFUSED, found
