"""The constants of the cost model: how long this machine needs for a small operation, a graph call and a trace."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final


@dataclass(frozen=True, slots=True)
class Calibration:
    """What the parts of a call cost on one machine; the defaults are for two cores without an accelerator.

    Each constant is the time of one reference call, with `x` and `y` float32 tensors of 8 elements. The table of
    operation costs is in multiples of the same references, so a machine is known by these few numbers.
    """

    eager_op: float = 17e-6  # seconds for `tf.add(x, y)`
    eager_composite: float = 117e-6  # seconds for `tf.math.reduce_std(x)`, which runs five operations
    eager_tape: float = 119e-6  # seconds an operation of a Keras Dense layer's step under a tape, forward and gradient
    graph_call: float = 220e-6  # seconds to call a traced `lambda x: tf.add(x, x)`, whatever else it would hold
    graph_op: float = 0.5e-6  # seconds for one tiny operation more within a graph
    flops_per_second: float = 100e9  # of `tf.matmul` of two [512, 512]
    bytes_per_second: float = 7e9  # read and written by `tf.add` of two [1 << 20]
    trace_base: float = 5e-3  # seconds to trace a function of one operation
    trace_op: float = 0.6e-3  # seconds to trace one operation more


DEFAULT = Calibration()
_LIKE_AN_OPERATION: Final = ("eager_composite", "eager_tape", "graph_call", "graph_op", "trace_base", "trace_op")
_MOST: Final = 3.0  # these all take the interpreter's time, so their ratios differ by less from machine to machine


def plausible(found: Calibration) -> Calibration:
    """Return *found* with what cannot be right brought into bounds: a disturbed measurement, in most cases."""
    scale = found.eager_op / DEFAULT.eager_op
    usual = {name: getattr(DEFAULT, name) * scale for name in _LIKE_AN_OPERATION}
    bounded = {name: min(max(getattr(found, name), each / _MOST), each * _MOST) for name, each in usual.items()}
    return replace(found, **bounded)
