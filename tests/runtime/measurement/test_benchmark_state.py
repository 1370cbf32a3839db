"""What a benchmark leaves behind: nothing, whatever happens."""

from __future__ import annotations

import gc
import os
import random
import signal
import threading
import types
from collections.abc import Callable

import pytest

pytest.importorskip("tensorflow")

import keras
import numpy as np
import tensorflow as tf

from jupyter_hybridize.runtime.measurement.benchmark import BenchmarkError, benchmark

pytestmark = pytest.mark.tensorflow
X = tf.constant(np.random.default_rng(0).normal(size=[16, 4]), tf.float32)
Y = tf.constant(np.random.default_rng(1).normal(size=[16, 1]), tf.float32)


def training() -> types.SimpleNamespace:
    """Return a training that has not begun: nothing of it is built."""
    keras.utils.set_random_seed(7)
    layers = [keras.layers.Dense(8, activation="relu"), keras.layers.BatchNormalization()]
    model = keras.Sequential([*layers, keras.layers.Dropout(0.3), keras.layers.Dense(1)])
    optimizer = keras.optimizers.Adam(keras.optimizers.schedules.ExponentialDecay(0.01, 2, 0.9))
    metric = keras.metrics.Mean()
    log: list[int] = []

    def step(x: tf.Tensor, y: tf.Tensor) -> tf.Tensor:
        log.append(len(log))
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(model(x, training=True) - y))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
        metric.update_state(loss)
        return loss

    return types.SimpleNamespace(step=step, model=model, optimizer=optimizer, metric=metric, log=log)


def trajectory(world: types.SimpleNamespace, steps: int = 4) -> list[object]:
    losses: list[object] = [world.step(X, Y).numpy().tobytes() for _ in range(steps)]
    drawn = [random.random(), float(np.random.rand()), tf.random.normal([2]).numpy().tobytes()]
    return [
        *losses,
        *(v.numpy().tobytes() for v in world.model.variables),
        float(world.metric.result()),
        world.log,
        *drawn,
    ]


def bench(function: Callable[..., object], **options: object) -> object:
    settings: dict[str, object] = {"name": "step", "seconds": 0.15, "variants": ("eager", "graph")}
    return benchmark(function, (X, Y), **{**settings, **options})  # type: ignore[arg-type]


@pytest.mark.parametrize("steps_before", [0, 3])
def test_training_goes_on_bit_for_bit_as_if_nothing_had_been_measured(steps_before: int) -> None:
    untouched = training()
    trajectory(untouched, steps_before)
    expected = trajectory(untouched)
    measured = training()
    trajectory(measured, steps_before)
    result = bench(measured.step)
    assert result.state_restored  # type: ignore[attr-defined]
    assert measured.optimizer.built is (steps_before > 0)
    assert trajectory(measured) == expected


@pytest.mark.parametrize("moment", [0.01, 0.05, 0.2, 0.45, 0.8, 1.3])
def test_an_interrupt_in_the_middle_changes_nothing_and_is_passed_on(
    moment: float, capfd: pytest.CaptureFixture[str]
) -> None:
    expected = trajectory(training())
    world = training()

    def interrupted() -> None:
        threading.Timer(moment, os.kill, (os.getpid(), signal.SIGINT)).start()  # what the stop button sends
        while True:  # the timer may be late
            bench(world.step, seconds=60.0)

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert gc.isenabled()
    print("heard")
    assert capfd.readouterr().out == "heard\n"
    assert trajectory(world) == expected


def test_a_function_that_raises_in_its_second_half_changes_nothing() -> None:
    expected = trajectory(training())
    world = training()

    def step(x: tf.Tensor, y: tf.Tensor) -> tf.Tensor:
        world.step(x, y)
        raise ValueError("late")

    with pytest.raises(BenchmarkError, match="`step` raises ValueError: late"):
        bench(step)
    assert trajectory(world) == expected


def test_a_graph_that_cannot_be_made_changes_nothing() -> None:
    expected = trajectory(training())
    world = training()

    def step(x: tf.Tensor, y: tf.Tensor) -> float:
        return float(world.step(x, y).numpy())

    result = bench(step)
    assert "cannot run as a graph" in result.sentence  # type: ignore[attr-defined]
    assert trajectory(world) == expected


def test_stopping_changes_nothing() -> None:
    expected = trajectory(training())
    world = training()
    asked = iter([False] * 9)
    bench(world.step, stop=lambda: next(asked, True))
    assert trajectory(world) == expected
