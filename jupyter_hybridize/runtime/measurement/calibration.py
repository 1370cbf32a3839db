"""Times the reference calls of the cost model on this machine, in less than half a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from statistics import median
from typing import Any

import tensorflow as tf

from jupyter_hybridize.facts.calibration import DEFAULT, Calibration
from jupyter_hybridize.runtime.measurement.devices import default_device, synchronise
from jupyter_hybridize.runtime.measurement.operations import counted
from jupyter_hybridize.runtime.measurement.silence import Silence

_BLOCK_SECONDS = 0.002
_BLOCKS = 7
_NODES = 128  # of the graph whose nodes are timed
_SMALLEST = 1e-9


def calibrate() -> Calibration:
    """Return the constants of this machine; the program's random numbers, names and variables are not touched."""
    with Silence()():
        x, y = tf.linspace(0.1, 0.9, 8), tf.linspace(0.2, 0.8, 8)
        eager_op = _seconds(lambda: tf.add(x, y))
        call, node = _graph(x, y)
        base, traced = _tracing(x, y)
        return Calibration(
            eager_op=eager_op,
            eager_composite=_seconds(lambda: tf.math.reduce_std(x)),
            eager_tape=_tape() or DEFAULT.eager_tape * eager_op / DEFAULT.eager_op,
            graph_call=call,
            graph_op=node,
            flops_per_second=_flops_per_second(),
            bytes_per_second=_bytes_per_second(),
            trace_base=base,
            trace_op=traced,
        )


def _graph(x: tf.Tensor, y: tf.Tensor) -> tuple[float, float]:
    """Return the seconds of calling a graph of one operation, and those of one operation more."""
    small, large = tf.function(lambda a: tf.add(a, a)), tf.function(lambda a: _chain(a, y))
    small(x), large(x)
    call = _seconds(lambda: small(x))
    return call, max(_SMALLEST, (_seconds(lambda: large(x)) - call) / _NODES)


def _tracing(x: tf.Tensor, y: tf.Tensor) -> tuple[float, float]:
    """Return the seconds of tracing one operation, and those of one operation more."""
    small = min(_trace_seconds(lambda a: tf.add(a, a), x) for _ in range(3))
    large = min(_trace_seconds(lambda a: _chain(a, y), x) for _ in range(2))
    return small, max(_SMALLEST, (large - small) / _NODES)


def _chain(a: tf.Tensor, y: tf.Tensor) -> tf.Tensor:
    for _ in range(_NODES // 2):  # nothing that the graph could be simplified by
        a = tf.add(tf.tanh(a), y)
    return a


def _trace_seconds(function: Callable[[tf.Tensor], tf.Tensor], x: tf.Tensor) -> float:
    graph = tf.function(function)
    begin = time.perf_counter()
    graph.get_concrete_function(x)
    return time.perf_counter() - begin


def _tape() -> float | None:
    """Return the seconds per operation of a layer's step; None where the program does not use Keras."""
    keras: Any = sys.modules.get("keras")
    if keras is None:
        return None
    # A name and constants: neither Keras' counter of names nor its random numbers move on.
    layer = keras.layers.Dense(4, name="reference", kernel_initializer="ones")
    batch = tf.ones([4, 4])
    layer(batch)

    def step() -> object:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(layer(batch))
        return tape.gradient(loss, layer.trainable_variables)

    with counted() as operations:
        step()
    return _seconds(step) / max(1, operations.total)


def _flops_per_second() -> float:
    size = 512
    a = tf.ones([size, size])
    return 2 * size**3 / _seconds(lambda: tf.matmul(a, a))


def _bytes_per_second() -> float:
    size = 1 << 20
    a = tf.ones([size])
    return 3 * 4 * size / _seconds(lambda: tf.add(a, a))  # two read, one written, of four bytes each


def _seconds(call: Callable[[], object]) -> float:
    """Return the median seconds of a call over a few short blocks."""
    device = default_device()
    synchronise(device, call())
    begin = time.perf_counter()
    synchronise(device, call())
    calls = max(1, int(_BLOCK_SECONDS / max(_SMALLEST, time.perf_counter() - begin)))
    return median(_block(call, calls, device) for _ in range(_BLOCKS))


def _block(call: Callable[[], object], calls: int, device: str) -> float:
    outputs: object = None
    begin = time.perf_counter()
    for _ in range(calls):
        outputs = call()
    synchronise(device, outputs)
    return (time.perf_counter() - begin) / calls
