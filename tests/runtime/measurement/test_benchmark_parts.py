"""What a benchmark is made of: silence, counting, memory, devices, calibration, one line for an error."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import astuple

import pytest

pytest.importorskip("tensorflow")

import keras
import tensorflow as tf

from jupyter_hybridize.facts.calibration import Calibration
from jupyter_hybridize.runtime.measurement.calibration import calibrate
from jupyter_hybridize.runtime.measurement.devices import default_device, devices, moved, short_name
from jupyter_hybridize.runtime.measurement.one_line import one_line
from jupyter_hybridize.runtime.measurement.operations import counted, graph_nodes
from jupyter_hybridize.runtime.measurement.peak_memory import peak_memory
from jupyter_hybridize.runtime.measurement.silence import Silence
from jupyter_hybridize.runtime.measurement.speedups import break_even_calls
from tests.untraced import machine_seconds

pytestmark = pytest.mark.tensorflow


def test_silence_counts_lines_from_every_layer(capfd: pytest.CaptureFixture[str]) -> None:
    quiet = Silence()
    with quiet():
        print("one\ntwo")
        print("three", file=sys.stderr)
        os.write(1, b"four\n")
        tf.print("five")
        logging.getLogger("somewhere").error("six")
        warnings.warn("seven", stacklevel=1)
    with quiet():
        print("eight")
    assert quiet.lines == 6  # what is logged and warned of is not made at all
    assert capfd.readouterr() == ("", "")


def test_silence_ends_with_an_exception(capfd: pytest.CaptureFixture[str]) -> None:
    streams, filters, level = (sys.stdout, sys.stderr), list(warnings.filters), logging.root.manager.disable
    with pytest.raises(KeyboardInterrupt), Silence()():
        raise KeyboardInterrupt
    assert (sys.stdout, sys.stderr) == streams
    assert (list(warnings.filters), logging.root.manager.disable) == (filters, level)
    os.write(1, b"heard\n")
    assert capfd.readouterr().out == "heard\n"


def test_a_call_of_a_graph_is_one_operation_and_its_trace_is_none() -> None:
    function = tf.function(lambda x: tf.tanh(tf.tanh(x)))
    with counted() as count:
        function(tf.ones([2])) + 1.0
    assert count.total == sum(count.types.values())
    assert count.types["AddV2"] == 1
    assert "Tanh" not in count.types


def test_counting_ends_with_an_exception() -> None:
    with pytest.raises(ValueError, match="late"), counted() as count:
        raise ValueError("late")
    tf.ones([2]) + 1.0
    assert count.total == 0


def test_nodes_of_branches_and_loops_belong_to_the_graph() -> None:
    def function(x: tf.Tensor) -> tf.Tensor:
        while tf.reduce_sum(x) < 100.0:
            x = tf.exp(x) + tf.random.uniform([2])
        return x

    nodes = graph_nodes(tf.function(function).get_concrete_function(tf.ones([2])))
    assert nodes.total >= 4
    assert nodes.own_stream == ("RandomUniform",)


def test_seeded_and_stateless_random_numbers_have_no_stream_of_their_own() -> None:
    generator = tf.random.Generator.from_seed(1)

    def function(x: tf.Tensor) -> tf.Tensor:
        return x + generator.uniform([2]) + tf.random.stateless_uniform([2], [1, 2])

    nodes = graph_nodes(tf.function(function).get_concrete_function(tf.ones([2])))
    assert nodes.random
    assert nodes.own_stream == ()


def test_large_tensors_show_in_the_peak() -> None:
    x = tf.ones([1000, 1000])
    with peak_memory("CPU:0") as peak:
        _ = [x + float(number) for number in range(3)]
    assert peak.bytes is None or 12_000_000 <= peak.bytes < 40_000_000
    with peak_memory("TPU:0") as unknown:
        tf.ones([2])
    assert unknown.bytes is None


def test_devices_have_short_names() -> None:
    assert "CPU:0" in devices()
    assert default_device() in devices()
    assert short_name("/job:localhost/replica:0/task:0/device:GPU:1") == "GPU:1"
    assert short_name("/physical_device:CPU:0") == "CPU:0"
    assert short_name("") == ""


def test_arguments_that_are_where_they_should_be_are_not_copied() -> None:
    x = tf.ones([2])
    batch = {"x": x, "name": "text"}
    assert moved(batch, None) is batch
    assert moved(batch, "CPU:0")["x"] is x


@pytest.mark.parametrize(
    ("eager", "graph", "first", "calls"),
    [(2.0, 1.0, 11.0, 10), (2.0, 1.0, 1.0, 1), (1.0, 1.0, 5.0, None), (1.0, 2.0, 5.0, None), (2.0, 0.5, 2.5, 2)],
)
def test_break_even_is_when_the_trace_is_paid_back(eager: float, graph: float, first: float, calls: int | None) -> None:
    assert break_even_calls(eager, graph, first) == calls
    if calls is not None:
        assert calls * eager >= first + (calls - 1) * graph


def test_calibration_is_quick_and_touches_nothing_of_the_program() -> None:
    keras.utils.set_random_seed(3)
    expected = tf.random.normal([2]).numpy().tolist()
    name = keras.layers.Dense(1).name
    keras.utils.set_random_seed(3)
    calibrate()
    begin = time.process_time()
    found = calibrate()
    assert time.process_time() - begin < machine_seconds(2.0)  # 0.3 s on an idle machine, on all its cores
    assert all(constant > 0 for constant in astuple(found))
    assert 1e-6 < found.eager_op < found.eager_composite < 1e-2
    assert found.graph_op < found.graph_call
    assert tf.random.normal([2]).numpy().tolist() == expected
    assert _number(keras.layers.Dense(1).name) == _number(name) + 1


@pytest.fixture
def others() -> Iterator[list[subprocess.Popen[bytes]]]:
    """As many programs as there are processors, which would compute without end, but are stopped."""
    started = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(os.cpu_count() or 1)]
    _send(started, signal.SIGSTOP)
    yield started
    _send(started, signal.SIGKILL)
    for each in started:
        each.wait()


def _send(processes: Sequence[subprocess.Popen[bytes]], number: int) -> None:
    for each in processes:
        each.send_signal(number)


def test_calibration_does_not_mind_a_busy_machine(others: list[subprocess.Popen[bytes]]) -> None:
    calibrate()
    quiet: list[Calibration] = []
    busy: list[Calibration] = []
    # Other programs than these may run too, and only make it longer: the least of each comes down to the truth.
    while len(busy) < 3 or (apart := _apart(quiet, busy)):
        assert len(busy) < 15, (apart, quiet, busy)
        quiet.append(calibrate())
        _send(others, signal.SIGCONT)
        busy.append(calibrate())
        _send(others, signal.SIGSTOP)


def _apart(*found: Sequence[Calibration]) -> list[str]:
    """Return the constants whose least of the one and least of the other are not the same machine's."""
    names = ("eager_op", "eager_composite", "eager_tape", "graph_call", "trace_base", "trace_op")
    least = {name: sorted(min(getattr(each, name) for each in several) for several in found) for name in names}
    return [name for name, (one, other) in least.items() if other >= 2 * one]


def _number(name: str) -> int:
    """Return the number that Keras gave a layer: none to the first of its kind."""
    return int(name.removeprefix("dense").lstrip("_") or 0)


def test_an_error_of_autograph_is_told_without_its_traceback() -> None:
    def function(x: tf.Tensor) -> object:  # noqa: RET503 — this is what AutoGraph refuses
        if x > 0:
            return x

    with pytest.raises(ValueError, match="else") as caught:
        tf.function(function)(tf.constant(1.0))
    assert one_line(caught.value) == "ValueError: the else branch must also have a return statement."


def test_an_error_has_one_line_of_bounded_length() -> None:
    assert one_line(ValueError("first\nsecond")) == "ValueError: first"
    assert one_line(StopIteration()) == "StopIteration"
    assert len(one_line(ValueError("x" * 1000))) == 200
    assert one_line(ValueError(f"Too long. {'x' * 1000}")) == "ValueError: Too long"
