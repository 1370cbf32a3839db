"""How long a call takes eagerly, as a graph, and to trace, by the work it does and what work costs on the machine."""

from __future__ import annotations

from jupyter_hybridize.domain.work import Work
from jupyter_hybridize.facts.calibration import Calibration

_LARGE = 4e6  # bytes an operation from which each result is memory new to the process
_NEW_MEMORY = 1.7  # eagerly so much slower than in a graph, which uses it again: measured 1.3 to 2.7 at 1e6 elements
_FEW = 2


def overhead(work: Work, calibration: Calibration) -> float:
    """Return the seconds that an eager call spends on running operations one by one, whatever their size."""
    return (
        work.plain * calibration.eager_op
        + work.composite * calibration.eager_composite
        + work.tape * calibration.eager_tape
        + work.graph_calls * calibration.graph_call
    )


def kernels(work: Work, calibration: Calibration) -> float:
    """Return the seconds that arithmetic and memory traffic take eagerly."""
    return _seconds(work.flops, work.bytes, calibration)


def _needed(work: Work, calibration: Calibration) -> float:
    """Return the seconds that what a graph keeps of them takes."""
    return _seconds(work.flops - work.idle_flops, work.bytes - work.idle_bytes, calibration)


def _seconds(flops: float, traffic: float, calibration: Calibration) -> float:
    return max(flops / calibration.flops_per_second, traffic / calibration.bytes_per_second)


def eager_seconds(work: Work, calibration: Calibration) -> float:
    """Return the seconds of an eager call."""
    large = work.ops > _FEW and work.bytes > _LARGE * work.ops
    return overhead(work, calibration) + kernels(work, calibration) * (_NEW_MEMORY if large else 1.0)


def graph_seconds(work: Work, calibration: Calibration) -> float:
    """Return the seconds of a call of the traced function."""
    return graph_overhead(work, calibration) + _needed(work, calibration)


def graph_overhead(work: Work, calibration: Calibration) -> float:
    """Return the seconds that a graph takes beside arithmetic and memory traffic."""
    return calibration.graph_call + work.nodes * calibration.graph_op


def tracing_seconds(work: Work, calibration: Calibration) -> float:
    """Return the seconds that tracing takes, once."""
    return calibration.trace_base + work.traced * calibration.trace_op
