"""Training goes on after a trial, bit for bit, as if there had been none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

pytest.importorskip("tensorflow")

import tensorflow as tf

from jupyter_hybridize.runtime.state.guard import StateGuard
from tests.runtime.state.small_models import Program, data
from tests.untraced import untraced

pytestmark = pytest.mark.tensorflow

X, Y = data()


def eager(program: Program, guard: StateGuard) -> None:
    program.step(X, Y)
    program.step(X, Y)


def graph(program: Program, guard: StateGuard) -> None:
    traced = tf.function(program.step)
    traced(X, Y)
    traced(X, Y)


def graph_with_values_reset(program: Program, guard: StateGuard) -> None:
    program.step(X, Y)
    guard.reset_values()
    traced = tf.function(program.step)
    traced(X, Y)
    guard.reset_values()
    traced(X, Y)


def compiled(program: Program, guard: StateGuard) -> None:
    tf.function(program.step, jit_compile=True)(X, Y)


def failing_trace(program: Program, guard: StateGuard) -> None:
    def broken(x: tf.Tensor, y: tf.Tensor) -> tf.Tensor:
        loss = program.step(x, y)
        raise RuntimeError(str(loss.shape))

    with pytest.raises(RuntimeError):
        tf.function(broken)(X, Y)


def failing_call(program: Program, guard: StateGuard) -> None:
    with pytest.raises((ValueError, tf.errors.InvalidArgumentError)):
        program.step(X, tf.zeros([3, 2]))


def tracing_only(program: Program, guard: StateGuard) -> None:
    tf.function(program.step).get_concrete_function(X, Y)


TRIALS: tuple[Callable[[Program, StateGuard], None], ...] = (
    eager,
    graph,
    graph_with_values_reset,
    failing_trace,
    failing_call,
    tracing_only,
)


def trial_of(seed: int) -> Callable[[Program, StateGuard], None]:
    return compiled if seed in (0, 25) else TRIALS[seed % len(TRIALS)]


# The first twelve have each trial after each number of steps.
@pytest.mark.parametrize("seed", [*range(12), *(pytest.param(n, marks=pytest.mark.no_cover) for n in range(12, 50))])
def test_training_goes_on_as_if_never_measured(seed: int) -> None:
    steps_before = (0, 2, 0, 1)[seed % 4]
    with untraced():
        never_measured = Program(seed)
        never_measured.observe(X, Y, steps_before)
        expected = never_measured.observe(X, Y, 2)

    program = Program(seed)
    program.observe(X, Y, steps_before)
    guard = StateGuard(program.step, (X, Y))
    with guard:
        with untraced():  # but what the guard does itself is covered
            trial_of(seed)(program, guard)
        guard.reset()
        with untraced():
            program.step(X, Y)

    assert guard.differences() == ()
    assert program.observe(X, Y, 2) == expected


@pytest.mark.parametrize("seed", [1, 2])
def test_without_the_guard_training_does_not_go_on_as_if_never_measured(seed: int) -> None:
    expected = Program(seed).observe(X, Y, 2)
    program = Program(seed)
    program.step(X, Y)
    seen = program.observe(X, Y, 2)
    assert all(one != other for one, other in zip(seen[:2], expected[:2], strict=True))
