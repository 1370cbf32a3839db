"""A verification that is stopped, out of time or interrupted leaves everything as it was, on any thread."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.tensorflow
tf = pytest.importorskip("tensorflow")
keras = pytest.importorskip("keras")

from tensorflow.python.framework import random_seed  # noqa: E402

from jupyter_hybridize.results.verification import Outcome, Verification  # noqa: E402
from jupyter_hybridize.runtime.verification.deadline import Deadline, Expired, Stopped  # noqa: E402
from jupyter_hybridize.runtime.verification.verify import verify  # noqa: E402
from tests.patience import GROWING, PATIENCE  # noqa: E402

HISTORY: list[int] = []


def spin() -> None:
    while True:
        pass


def burn(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def elsewhere(work: Callable[[], object]) -> object:
    """Return what *work* returns, or the exception it raises, on another thread."""
    found: list[object] = []

    def run() -> None:
        try:
            found.append(work())
        except BaseException as error:
            found.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(PATIENCE)
    assert found, "it did not end"
    return found[0]


def here(work: Callable[[], object]) -> object:
    try:
        return work()
    except BaseException as error:
        return error


PLACES = pytest.mark.parametrize("at", [here, elsewhere])


@PLACES
def test_an_expired_deadline_interrupts_and_a_later_call_does_not_begin(at: Callable[..., object]) -> None:
    deadline = Deadline(0.05)
    assert type(at(lambda: deadline.run(spin))) is Expired
    assert type(at(lambda: deadline.run(HISTORY.append, 1))) is Expired
    assert HISTORY == []


@PLACES
def test_a_deadline_that_is_kept_leaves_nothing_behind(at: Callable[..., object]) -> None:
    def keep_it() -> str:
        for seconds in (0.2, *GROWING):
            with contextlib.suppress(Expired):  # not kept, on a busy machine
                Deadline(seconds).run(burn, 0.01)
                burn(2 * seconds)
                return "done"
        return "never kept"

    before = signal.getsignal(signal.SIGALRM)
    assert at(keep_it) == "done"
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL)[1] == 0.0  # it does not ring again


@PLACES
def test_time_that_is_over_cannot_be_swallowed_or_made_into_an_error(at: Callable[..., object]) -> None:
    def swallow() -> None:
        with contextlib.suppress(BaseException):
            spin()

    def replace() -> None:
        try:
            spin()
        except BaseException:
            raise ValueError from None

    assert type(at(lambda: Deadline(0.05).run(swallow))) is Expired
    assert type(at(lambda: Deadline(0.05).run(replace))) is Expired


def test_time_that_ends_with_the_call_is_never_raised_after_it() -> None:
    def often() -> str:
        for _ in range(30):
            end = time.monotonic() + 0.05
            deadline = Deadline(0.05)
            with contextlib.suppress(Expired):
                deadline.run(burn, end - time.monotonic())
            burn(0.01)
        return "done"

    assert elsewhere(often) == "done"


def test_a_stop_ends_a_call_on_another_thread() -> None:
    begun = threading.Event()

    def work() -> None:
        begun.set()
        spin()

    assert type(elsewhere(lambda: Deadline(60.0, begun.is_set).run(work))) is Stopped


def note_and_wait(x: Any) -> Any:
    HISTORY.append(1)
    while tf.executing_eagerly():
        pass
    return x


def trace_for_ever(x: Any) -> Any:
    while True:
        pass


def ask(function: Callable[..., Any], **options: Any) -> Verification:
    settings = {"timeout": PATIENCE, **options}
    return verify(function, (tf.ones([3]),), name="f", digest="", call="f(x)", **settings)


@pytest.mark.parametrize("function", [note_and_wait, trace_for_ever])
@PLACES
def test_a_stop_from_the_start_or_in_the_midst(function: Callable[..., Any], at: Callable[..., Any]) -> None:
    end = time.monotonic() + (1.5 if at is elsewhere else 0.0)
    found = at(lambda: ask(function, stop=lambda: time.monotonic() > end))
    assert isinstance(found, Verification), found
    assert (found.outcome, found.reason) == (Outcome.UNVERIFIED, "it was stopped")
    assert found.seconds < PATIENCE
    assert HISTORY == []


def test_a_time_limit_holds_on_another_thread() -> None:
    found = elsewhere(lambda: ask(note_and_wait, timeout=2.0))
    assert isinstance(found, Verification), found
    assert found.reason == "it did not end within the time limit"
    assert HISTORY == []


class Training:
    """An unbuilt model and optimizer, with Python state."""

    def __init__(self) -> None:
        keras.utils.set_random_seed(1)
        self.model = keras.Sequential([keras.layers.Dense(4), keras.layers.Dropout(0.5), keras.layers.Dense(1)])
        self.optimizer = keras.optimizers.Adam(0.1)
        self.history: list[int] = []

    def step(self, x: Any) -> Any:
        self.history.append(1)
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(self.model(x, training=True) ** 2)
        variables = self.model.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
        return loss

    def observe(self) -> list[object]:
        state = [self.model.built, self.optimizer.built, list(self.history), random.random()]
        return [state, [float(self.step(tf.ones([8, 3]))) for _ in range(2)]]


def surroundings() -> list[object]:
    streams = [os.fstat(number).st_ino for number in (1, 2)]
    return [random_seed.get_seed, sys.stdout, sys.stderr, signal.getsignal(signal.SIGINT), streams]


@contextlib.contextmanager
def interrupted_after(seconds: float) -> Iterator[None]:
    timer = threading.Timer(seconds, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()


def test_an_interrupt_at_any_moment_leaves_everything_as_it_was() -> None:
    expected, around = Training().observe(), surroundings()
    ask(Training().step)  # the first of a process takes longer
    usual = ask(Training().step).seconds
    shares, interrupted, tried = random.Random(0), 0, 0
    while tried < 12 or interrupted <= 2:
        assert tried < 100, "hardly ever interrupted"
        share, tried = shares.randrange(100), tried + 1
        training = Training()
        try:
            with interrupted_after(usual * share / 100):
                usual = ask(training.step).seconds  # as long as it takes on a machine as busy as this one is now
        except KeyboardInterrupt:
            interrupted += 1
        assert surroundings() == around, share
        assert training.observe() == expected, share


def test_an_interrupt_that_comes_between_calls_is_delivered_at_the_end() -> None:
    asked: list[str] = []

    def stop() -> bool:
        files = {Path(frame.filename).name for frame in traceback.extract_stack()}
        if "live.py" in files:  # not where the function is tried in isolation, which ends at once
            asked.append("between calls")
            if len(asked) == 2:
                signal.raise_signal(signal.SIGINT)
        return False

    with pytest.raises(KeyboardInterrupt):
        ask(tf.square, stop=stop)
    assert len(asked) > 2


PROFILED = """
import sys, threading, time
from jupyter_hybridize.runtime.verification.thread_exception import Thrower

class Ended(BaseException): pass

def run(reason, work):
    try:
        with Thrower(reason, Ended, 0.01):
            work()
    except Ended:
        print("raised")

def swallowing():
    try:
        while True: pass
    except Ended:
        pass

def late():
    asked.wait()
    time.sleep(0.2)

asked = threading.Event()

def ended():
    asked.set()
    return Ended

def never():
    asked.set()

for reason, work in ((never, late), (ended, swallowing), (ended, late)):
    asked.clear()
    thread = threading.Thread(target=run, args=(reason, work))
    thread.start()
    thread.join()
sys.setprofile(lambda *_: None)
(lambda: None)()
sys.setprofile(None)
print("profiled")
"""


def test_a_profiler_goes_on_after_a_limit_on_another_thread() -> None:
    command = [sys.executable, "-X", "faulthandler", "-c", PROFILED]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert (done.stdout.split(), done.stderr) == (["raised", "raised", "profiled"], "")
