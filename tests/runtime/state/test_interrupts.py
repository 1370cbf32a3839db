"""An interrupt at any moment leaves the user's state as it was."""

from __future__ import annotations

import _thread
import contextlib
import ctypes
import gc
import itertools
import random
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from types import FrameType

import pytest

pytest.importorskip("tensorflow")

import keras
import numpy as np
import tensorflow as tf
from tensorflow.python.framework import ops

from jupyter_hybridize.runtime.state import (
    created_variables,
    interrupt_gate,
    snapshot,
    snapshot_contents,
    surroundings,
    tensorflow_context,
)
from jupyter_hybridize.runtime.state import guard as guard_module
from jupyter_hybridize.runtime.state.guard import StateGuard
from jupyter_hybridize.runtime.state.surroundings import Surroundings

pytestmark = pytest.mark.tensorflow

AT_WORK = {
    module.__file__
    for module in (
        guard_module,
        surroundings,
        interrupt_gate,
        snapshot,
        snapshot_contents,
        tensorflow_context,
        created_variables,
    )
}
X = tf.constant(np.random.RandomState(0).randn(8, 3), tf.float32)


class Program:
    """An unbuilt model and optimizer with Python state of several kinds."""

    def __init__(self) -> None:
        keras.backend.clear_session()
        keras.utils.set_random_seed(1)
        self.model = keras.Sequential([keras.layers.Dense(4), keras.layers.BatchNormalization(), keras.layers.Dense(1)])
        self.optimizer = keras.optimizers.Adam(0.1)
        self.history: list[int] = []
        self.array = np.zeros(3)
        self.variable = tf.Variable(0.0)
        self.calls = 0

    def step(self, x: tf.Tensor) -> tf.Tensor:
        self.calls += 1
        self.history.append(self.calls)
        self.array += 1
        self.variable.assign_add(1.0)
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(self.model(x, training=True) ** 2)
        gradients = tape.gradient(loss, self.model.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.model.trainable_variables, strict=True))
        return loss

    def observe(self) -> list[object]:
        """Return what there is, and what two more steps show."""
        state = [self.calls, list(self.history), self.array.tolist(), float(self.variable), self.model.built]
        streams = [random.random(), np.random.rand(), float(tf.random.normal([])), keras.layers.Dense(1).name]
        return [state, streams, [float(self.step(X)) for _ in range(2)]]

    def try_out(self) -> StateGuard:
        """Call, trace and reset inside of a guard."""
        guard = StateGuard(self.step, (X,))
        with guard:
            self.step(X)
            guard.reset()
            tf.function(self.step)(X)
            guard.reset_values()
            self.step(X)
        return guard


def raise_signal() -> None:
    signal.raise_signal(signal.SIGINT)


@pytest.fixture(scope="module")
def expected() -> list[object]:
    return Program().observe()


def check_untouched(program: Program, expected: list[object]) -> None:
    assert tf.executing_eagerly()
    assert tf.constant(1.0).device  # not a graph's tensor
    assert program.observe() == expected


@contextlib.contextmanager
def interrupted_at(
    wanted: Callable[[FrameType], bool], send: Callable[[], object] = raise_signal
) -> Iterator[list[int]]:
    """Send an interrupt when a call, or a line of the guard's modules, begins for which *wanted* holds."""
    sent: list[int] = []

    def trace(frame: FrameType, event: str, argument: object) -> object:
        if not sent and wanted(frame):
            sent.append(frame.f_lineno)
            sys.settrace(None)
            send()
        return trace if frame.f_code.co_filename in AT_WORK else None

    sys.settrace(trace)
    try:
        yield sent
    finally:
        sys.settrace(None)


def count_down(count: int, of: Callable[[FrameType], bool]) -> Callable[[FrameType], bool]:
    """Return a test that holds for the moment number *count* of those for which *of* holds."""
    numbers = itertools.count()
    return lambda frame: of(frame) and next(numbers) == count


def is_of_the_guard(frame: FrameType) -> bool:
    """Return whether the line is of a module that takes state or gives it back."""
    return frame.f_code.co_filename in AT_WORK


def test_a_signal_while_the_guard_works(expected: list[object]) -> None:
    seen = []
    with interrupted_at(lambda frame: is_of_the_guard(frame) and bool(seen.append(frame.f_lineno))):
        Program().try_out()
    for moment in sorted(random.Random(0).sample(range(len(seen)), 6)):
        program = Program()
        with interrupted_at(count_down(moment, is_of_the_guard)) as sent, pytest.raises(KeyboardInterrupt):
            program.try_out()
        assert sent, moment
        check_untouched(program, expected)


def test_a_signal_while_the_trial_runs(expected: list[object]) -> None:
    for moment in (0, 3, 60, 500, 3000, 9000):
        program = Program()
        with (
            interrupted_at(count_down(moment, lambda frame, program=program: program.calls > 0)) as sent,
            pytest.raises(KeyboardInterrupt),
        ):
            program.try_out()
        assert sent, moment
        check_untouched(program, expected)


def test_an_interrupt_that_a_library_turned_into_an_error_is_one_again(expected: list[object]) -> None:
    program = Program()

    def step() -> None:
        try:
            program.step(X)
            raise_signal()
        except KeyboardInterrupt:
            raise RuntimeError from None

    with pytest.raises(KeyboardInterrupt), StateGuard(step):
        step()
    check_untouched(program, expected)


def test_an_interrupt_that_was_dealt_with_stays_so(expected: list[object]) -> None:
    program = Program()
    with StateGuard(program.step), contextlib.suppress(KeyboardInterrupt):
        raise_signal()
    check_untouched(program, expected)


@pytest.mark.parametrize("delay", np.random.RandomState(1).uniform(0.001, 0.9, 20).round(4))
def test_a_timer_at_a_random_moment(delay: float, expected: list[object]) -> None:
    program = Program()
    before = signal.signal(signal.SIGALRM, lambda *_: raise_signal())
    try:
        with contextlib.suppress(KeyboardInterrupt):
            try:
                signal.setitimer(signal.ITIMER_REAL, delay)
                program.try_out()
            finally:
                signal.setitimer(signal.ITIMER_REAL, 0)
    finally:
        signal.signal(signal.SIGALRM, before)
    check_untouched(program, expected)


def test_two_signals_in_a_row_while_state_is_put_back(expected: list[object]) -> None:
    program = Program()

    def twice() -> None:
        raise_signal()
        _thread.interrupt_main()

    is_restoring = lambda frame: frame.f_code is Surroundings.give_back.__code__  # noqa: E731
    with interrupted_at(count_down(2, is_restoring), twice) as sent, pytest.raises(KeyboardInterrupt):
        program.try_out()
    assert sent
    check_untouched(program, expected)


def test_an_exception_sent_from_another_thread_while_state_is_put_back(expected: list[object]) -> None:
    def send() -> None:
        identity = ctypes.c_ulong(threading.main_thread().ident or 0)
        ctypes.pythonapi.PyThreadState_SetAsyncExc(identity, ctypes.py_object(KeyboardInterrupt))

    for line in (1, 3, 5):
        program = Program()
        is_restoring = lambda frame: frame.f_code is Surroundings._restore.__code__  # noqa: E731
        with interrupted_at(count_down(line, is_restoring), send) as sent, pytest.raises(KeyboardInterrupt):
            program.try_out()
        assert sent
        check_untouched(program, expected)


def test_the_handler_that_was_there_is_asked_and_is_there_again(expected: list[object]) -> None:
    asked: list[int] = []

    def handler(number: int, frame: FrameType | None) -> None:
        asked.append(number)

    before = signal.signal(signal.SIGINT, handler)
    try:
        program = Program()
        with StateGuard(program.step, (X,)) as guard:
            raise_signal()
            program.step(X)
            with interrupted_at(lambda frame: frame.f_code is Surroundings.reset.__code__, raise_signal):
                guard.reset()
        assert asked == [signal.SIGINT, signal.SIGINT]
        assert signal.getsignal(signal.SIGINT) is handler
        check_untouched(program, expected)
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_guard_in_another_thread_leaves_handlers_alone(expected: list[object]) -> None:
    program = Program()
    before = signal.getsignal(signal.SIGINT)
    seen: list[object] = []

    def run() -> None:
        with StateGuard(program.step, (X,)):
            program.step(X)
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert seen == [before]
    assert program.calls == 0


def test_a_context_that_an_interrupt_left_half_entered_ends_before_everything_is_put_back() -> None:
    def step() -> None:
        with tf.Graph().as_default():
            entered = tf.init_scope()  # eager again, until it ends: then it goes back to the graph
            entered.__enter__()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), StateGuard(step):
        step()
    gc.collect()  # whatever the exception held is gone now
    assert tf.executing_eagerly()
    assert ops.get_default_graph().building_function is False


def test_an_interrupt_leaves_the_frames_of_an_earlier_exception_to_the_debugger() -> None:
    def step() -> None:
        raise KeyboardInterrupt

    def fail() -> None:
        kept = "to be looked at"
        raise ValueError(kept)

    try:
        fail()
    except ValueError as error:
        with pytest.raises(KeyboardInterrupt), StateGuard(step):
            step()
        *_, (frame, _) = traceback.walk_tb(error.__traceback__)
    assert frame.f_locals == {"kept": "to be looked at"}
