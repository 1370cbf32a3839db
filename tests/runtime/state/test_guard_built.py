"""What a trial builds is there until it is reset, and begins where it began."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("tensorflow")

import keras
import numpy as np
import tensorflow as tf

from jupyter_hybridize.runtime.state.guard import StateGuard
from tests.untraced import functions_called, least_seconds, machine_seconds, untraced

pytestmark = pytest.mark.tensorflow

X = tf.constant(np.random.RandomState(0).randn(8, 3), tf.float32)


class Program:
    """An unbuilt model and optimizer, and some Python state."""

    def __init__(self) -> None:
        keras.utils.set_random_seed(1)
        self.model = keras.Sequential([keras.layers.Dense(4), keras.layers.Dropout(0.5), keras.layers.Dense(1)])
        self.optimizer = keras.optimizers.Adam(0.1)
        self.history: list[int] = []
        self.extra: tf.Variable | None = None
        self.is_ready = False
        self.calls = 0

    def step(self, x: tf.Tensor) -> tf.Tensor:
        if not self.is_ready:
            self.extra = tf.Variable(tf.ones([2]))
            self.is_ready = True
        self.calls += 1
        self.history.append(self.calls)
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(self.model(x, training=True) ** 2)
        gradients = tape.gradient(loss, self.model.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.model.trainable_variables, strict=True))
        self.extra.assign_add([1.0, 1.0])
        return loss


def same(left: dict[str, np.ndarray], right: dict[str, np.ndarray]) -> bool:
    return left.keys() == right.keys() and all(left[key].tobytes() == right[key].tobytes() for key in left)


@pytest.mark.parametrize("wrap", [lambda function: function, tf.function], ids=["eager", "graph"])
def test_values_reset_leaves_what_was_built_with_its_first_values(
    wrap: Callable[..., Callable[..., tf.Tensor]],
) -> None:
    program = Program()
    with StateGuard(program.step, (X,)) as guard:
        step = wrap(program.step)
        first = [float(step(X)), float(step(X))]
        paths = guard.variables().keys()
        guard.reset_values()
        assert (program.model.built, program.optimizer.built, program.is_ready) == (True, True, True)
        assert (program.calls, program.history) == (0, [])
        assert program.extra.numpy().tolist() == [1.0, 1.0]
        assert int(program.optimizer.iterations) == 0
        assert [float(step(X)), float(step(X))] == pytest.approx(first, rel=1e-5)
        assert guard.variables().keys() == paths
    assert (program.model.built, program.optimizer.built, program.extra) == (False, False, None)
    assert guard.differences() == ()


def test_a_graph_begins_with_the_values_that_the_eager_function_begins_with() -> None:
    program = Program()
    with StateGuard(program.step, (X,)) as guard:
        program.step(X)
        guard.reset_values()
        eager = guard.variables()
        guard.reset()
        tf.function(program.step)(X)
        guard.reset_values()
        assert same(eager, guard.variables())


def test_a_graph_is_not_traced_anew_after_values_were_reset() -> None:
    program = Program()
    with StateGuard(program.step, (X,)) as guard:
        step = tf.function(program.step)
        step(X)
        count = step.experimental_get_tracing_count()
        for _ in range(3):
            guard.reset_values()
            step(X)
        assert step.experimental_get_tracing_count() == count


@pytest.mark.parametrize("is_compiled", [False, True])
def test_a_graph_that_builds_much_runs_its_first_call_in_the_graph_of_the_later_ones(is_compiled: bool) -> None:
    layer = keras.layers.Dense(80)  # a graph captures what is as large, and holds what is smaller

    def step(x: tf.Tensor) -> tf.Tensor:
        noise = tf.constant(0.0) if is_compiled else tf.random.normal([], seed=3)  # XLA has streams of its own
        return tf.reduce_sum(layer(x)) * 0.0 + noise

    with StateGuard(step, (X,)):
        graph = tf.function(step, jit_compile=is_compiled)
        calls = [float(graph(X)) for _ in range(3)]
        assert graph.experimental_get_tracing_count() == 2
    assert len(set(calls)) == (1 if is_compiled else 3)
    assert not layer.built


def test_a_variable_whose_shape_is_open_stays_so_in_a_trial() -> None:
    made: list[tf.Variable] = []

    def step(x: tf.Tensor) -> tf.Tensor:
        if not made:
            made.append(tf.Variable(tf.zeros_like(x), shape=[None, 3], name="open"))
        made[0].assign(tf.concat([x, x], 0))
        return made[0] * 1.0

    with StateGuard(step, (X,)):
        assert tf.function(step)(X).shape == [16, 3]
        assert (made[0].shape.as_list(), made[0].name) == ([None, 3], "open:0")
    assert made == []


def test_variables_have_the_paths_that_people_write() -> None:
    program = Program()
    program.step(X)
    paths = StateGuard(program.step, (X,)).variables().keys()
    expected = {"self.model.layers[1].kernel", "self.model.layers[3].bias", "self.optimizer.iterations", "self.extra"}
    assert expected <= paths
    assert len(paths) == 2 * 2 + 2 * 4 + 2 + 1 + 1  # weights, moments, iterations and rate, seed, extra


def test_python_state_names_what_changed_and_nothing_of_kerass_own() -> None:
    program = Program()
    guard = StateGuard(program.step, (X,))
    before = guard.python_state()
    program.step(X)
    after = guard.python_state()
    changed = {key for key in before.keys() | after.keys() if repr(before.get(key)) != repr(after.get(key))}
    assert changed == {"self.calls", "self.history", "self.is_ready", "self.extra"}
    assert (after["self.history"], after["self.calls"]) == ([1], 1)


def test_python_state_is_the_same_after_the_graph_traced_once() -> None:
    history: list[float] = []
    table = {"calls": 0}

    def step(x: tf.Tensor) -> tf.Tensor:
        history.append(1.0)
        table["calls"] += 1
        return x

    with StateGuard(step, (X,)) as guard:
        step(X)
        eager = guard.python_state()
        guard.reset()
        tf.function(step)(X)
        assert repr(guard.python_state()) == repr(eager)


def test_a_leaked_tensor_of_a_graph_is_seen_and_taken_away() -> None:
    leaked: list[tf.Tensor] = []

    def step(x: tf.Tensor) -> None:
        leaked.append(x + 1)

    with StateGuard(step, (X,)) as guard:
        tf.function(step)(X)
        assert not isinstance(guard.python_state()["leaked"][0], np.ndarray)
    assert leaked == []


def test_a_failing_trace_does_not_brick_an_unbuilt_model() -> None:
    program = Program()

    def broken(x: tf.Tensor) -> tf.Tensor:
        raise RuntimeError(str(program.step(x).shape))

    with pytest.raises(RuntimeError), StateGuard(broken, (X,)):
        tf.function(broken)(X)
    assert not program.model.built
    assert float(program.step(X)) == float(Program().step(X))


class Decorated:
    """A program whose step is a graph already, as notebooks write it."""

    def __init__(self) -> None:
        keras.utils.set_random_seed(1)
        self.layer = keras.layers.Dense(1)

    @tf.function
    def step(self, x: tf.Tensor) -> tf.Tensor:
        return tf.reduce_sum(self.layer(x))


def test_the_first_trace_of_a_decorated_method_is_forgotten_with_what_it_built() -> None:
    program = Decorated()
    expected = float(program.step(X))
    program = Decorated()
    with StateGuard(program.step, (X,)) as guard:
        program.step(X)
        assert guard.variables().keys() == {"self.layer.kernel", "self.layer.bias"}
    assert (program.layer.built, program.step.experimental_get_tracing_count()) == (False, 0)
    assert float(program.step(X)) == expected


def test_differences_name_what_could_not_be_put_back() -> None:
    history: list[int] = []
    variable = tf.Variable(1.0)
    guard = StateGuard(lambda: (history, variable))
    with guard:
        pass
    history.append(1)
    variable.assign(2.0)
    assert set(guard.differences()) == {"history", "variable"}


def test_taking_and_giving_back_a_usual_train_step_is_quick() -> None:
    program = Program()
    program.step(X)

    def cycle() -> None:
        with StateGuard(program.step, (X,)):
            pass

    assert functions_called(cycle) < 220_000
    assert least_seconds(cycle) < machine_seconds(0.2)  # 25 ms on an idle machine


def resident_bytes() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
def test_two_hundred_guards_leave_no_memory_behind() -> None:
    layer, big = keras.layers.Dense(3), np.zeros(1_000_000)

    def step() -> tf.Tensor:
        big.fill(1)
        return layer(X)

    def cycle() -> None:
        with StateGuard(step) as guard:
            step()
            guard.reset()
            step()

    for _ in range(20):
        cycle()
    gc.collect()
    before = resident_bytes()
    with untraced():
        for _ in range(200):
            cycle()
    gc.collect()
    assert resident_bytes() - before < 20e6
