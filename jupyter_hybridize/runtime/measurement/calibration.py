"""Times the reference calls of the cost model on this machine, in less than half a second.

The machine may be busy. So each constant is the least of many blocks of a few calls, which other programs can only make
longer; and the blocks of all references take turns, so that a busy moment does not fall on one of them alone.
"""

from __future__ import annotations

import gc
import math
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import tensorflow as tf

from jupyter_hybridize.facts.calibration import Calibration, plausible
from jupyter_hybridize.runtime.measurement.devices import default_device, synchronise
from jupyter_hybridize.runtime.measurement.operations import counted
from jupyter_hybridize.runtime.measurement.silence import Silence

_BLOCK_SECONDS = 0.0002  # a scheduler gives a program ten times as much before another's turn
_ROUNDS = 100
_SECONDS = 0.35  # after which no further round begins, once there were a few
_FEW = 16
_SELDOM = 8  # rounds from one block of a large call to the next
_LARGE = 0.002  # seconds of a large call
_NODES = 64  # of the graph whose nodes are timed
_TRACED = 32  # operations of the function whose tracing is timed
_TRACES = 2
_SMALLEST = 1e-9
_OWN_THREAD = ("op", "composite", "step")
_OTHER_THREADS = ("graph", "chain")  # that a busy machine seldom wakes at once
_MORE = 4
_QUICKER = 0.2  # of their blocks are quicker than usual: the other thread happened to be awake
_MATRIX = 512
_VECTOR = 1 << 20
Call = Callable[[], object]


def calibrate() -> Calibration:
    """Return the constants of this machine; the program's random numbers, names and variables are not touched."""
    end = time.perf_counter() + _SECONDS
    with Silence()(), _no_collection():
        x, y = tf.linspace(0.1, 0.9, 8), tf.linspace(0.2, 0.8, 8)
        calls, layer_operations = _references(x, y)
        base, traced = _tracing(x, y)
        seconds = _least(calls, end)
    node = (seconds["chain"] - seconds["graph"]) / _NODES
    found = Calibration(
        eager_op=seconds["op"],
        eager_composite=seconds["composite"],
        graph_call=seconds["graph"],
        graph_op=max(_SMALLEST, node),
        flops_per_second=2 * _MATRIX**3 / seconds["matrix"],
        bytes_per_second=3 * 4 * _VECTOR / seconds["vector"],  # two read, one written, of four bytes each
        trace_base=base,
        trace_op=traced,
    )
    step = seconds.get("step")
    tape = found.eager_tape * found.eager_op / Calibration().eager_op if step is None else step / layer_operations
    return plausible(replace(found, eager_tape=tape))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Let no garbage be collected within, which would take longer than what is timed."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _references(x: tf.Tensor, y: tf.Tensor) -> tuple[dict[str, Call], int]:
    """Return the calls to time, and how many operations the one called ``step`` runs."""
    small, large = tf.function(lambda a: tf.add(a, a)), tf.function(lambda a: _chain(a, y, _NODES))
    matrix, vector = tf.ones([_MATRIX, _MATRIX]), tf.ones([_VECTOR])
    calls: dict[str, Call] = {
        "op": lambda: tf.add(x, y),
        "graph": lambda: small(x),
        "chain": lambda: large(x),
        "composite": lambda: tf.math.reduce_std(x),
        "matrix": lambda: tf.matmul(matrix, matrix),
        "vector": lambda: tf.add(vector, vector),
    }
    step = _layer_step()
    if step is None:
        return calls, 1
    with counted() as operations:
        step()
    return {**calls, "step": step}, max(1, operations.total)


def _layer_step() -> Call | None:
    """Return a layer's step under a tape; None where the program does not use Keras."""
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

    return step


# -- timing ---------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Reference:
    """A call to time, how many of it make a block, and the least seconds of one so far."""

    call: Call
    clock: Callable[[], float]
    calls: int = 1
    seconds: float = math.inf
    blocks: list[float] = field(default_factory=list)

    def quantile(self, share: float) -> float:
        """Return the seconds of a call that *share* of the blocks stayed below."""
        return sorted(self.blocks)[int(share * len(self.blocks))]


def _least(calls: Mapping[str, Call], end: float) -> dict[str, float]:
    """Return the least seconds of each call, over blocks that take turns until the clock shows *end*."""
    device = default_device()
    references = {name: _warmed(call, _clock(name, device), device) for name, call in calls.items()}
    for number in range(_ROUNDS):
        for name, each in references.items():
            if each.seconds < _LARGE or number % _SELDOM == 0:
                for _ in range(_MORE if name in _OTHER_THREADS else 1):
                    _time_block(each, device)
        if time.perf_counter() > end and number >= _FEW:
            break
    shares = {name: _QUICKER if name in _OTHER_THREADS else 0.0 for name in references}
    return {name: max(_SMALLEST, each.quantile(shares[name])) for name, each in references.items()}


def _clock(name: str, device: str) -> Callable[[], float]:
    """Return the processor's clock for what the calling thread does alone, which other programs do not add to."""
    return time.thread_time if name in _OWN_THREAD and device.startswith("CPU") else time.perf_counter


def _warmed(call: Call, clock: Callable[[], float], device: str) -> _Reference:
    synchronise(device, call())
    made = _Reference(call, clock)
    for _ in range(3):
        _time_block(made, device)
    made.calls = max(1, int(_BLOCK_SECONDS / max(_SMALLEST, made.seconds)))
    return made


def _time_block(reference: _Reference, device: str) -> None:
    outputs: object = None
    begin = reference.clock()
    for _ in range(reference.calls):
        outputs = reference.call()
    synchronise(device, outputs)
    reference.blocks.append((reference.clock() - begin) / reference.calls)
    reference.seconds = min(reference.seconds, reference.blocks[-1])


def _tracing(x: tf.Tensor, y: tf.Tensor) -> tuple[float, float]:
    """Return the seconds of tracing one operation, and those of one operation more."""
    small, large = [], []
    for _ in range(_TRACES):
        small.append(_trace_seconds(lambda a: tf.add(a, a), x))
        large.append(_trace_seconds(lambda a: _chain(a, y, _TRACED), x))
    return min(small), max(_SMALLEST, (min(large) - min(small)) / _TRACED)


def _chain(a: tf.Tensor, y: tf.Tensor, length: int) -> tf.Tensor:
    for _ in range(length // 2):  # nothing that the graph could be simplified by
        a = tf.add(tf.tanh(a), y)
    return a


def _trace_seconds(function: Callable[[tf.Tensor], tf.Tensor], x: tf.Tensor) -> float:
    """Return the processor time of a first call, which is Python's work and too long to pass between two turns."""
    graph = tf.function(function)
    begin = time.thread_time()
    graph(x)
    return time.thread_time() - begin
