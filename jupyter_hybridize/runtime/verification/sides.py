"""Runs a function some times, one way or the other, and keeps what each call did."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from jupyter_hybridize.runtime.state.guard import StateGuard
from jupyter_hybridize.runtime.verification.deadline import Deadline
from jupyter_hybridize.runtime.verification.plain import Plain, plain
from jupyter_hybridize.runtime.verification.printed import captured
from jupyter_hybridize.runtime.verification.randomness import Draws

_PYTHONS_OWN = (".__annotations__", "dispatch_cache")  # of a class; of `functools.singledispatch`


@dataclass(frozen=True, slots=True)
class Record:
    """What one call did."""

    output: Plain
    error: Exception | None
    printed: str
    variables: Mapping[str, np.ndarray[Any, Any]]  # after it
    state: Mapping[str, Plain]  # the Python objects it can reach, by path, after it
    draws_in_python: bool  # from `random` or `numpy.random`
    seconds: float


@dataclass(frozen=True, slots=True)
class Side:
    """The calls of one side, in order; with an error it ends."""

    calls: tuple[Record, ...]
    traces: tuple[int, ...] = ()  # in all, after each call
    draws: int = 0  # operations of the last call, or of the graph, that draw with a seed of the counter's
    afterwards: tuple[Plain, ...] = ()  # the outputs again, after the last call: a call may change an earlier one's

    @property
    def traced_anew(self) -> tuple[int, ...]:
        """Return the calls after the first, by their places, for which another graph was traced."""
        return tuple(n for n in range(1, len(self.traces)) if self.traces[n] > self.traces[n - 1])

    @property
    def error(self) -> Exception | None:
        """Return what the last call raised."""
        return self.calls[-1].error if self.calls else None


@dataclass(frozen=True, slots=True)
class Arguments:
    """What every call gets."""

    args: tuple[object, ...]
    kwargs: Mapping[str, object]


def failed(error: Exception) -> Side:
    """Return the side that raised before there was anything to call."""
    nothing = plain(None)
    return Side((Record(nothing, error, "", {}, {}, False, 0.0),))


def until_error(eager: Side, graph: Side) -> tuple[Side, Side]:
    """Return both sides without the calls from the one on that raises eagerly, if it is not the first.

    What can be called only once, as a tape can be asked for gradients, is compared by its first call.
    """
    kept = len(eager.calls) - 1
    if eager.error is None or kept == 0 or (graph.error is not None and len(graph.calls) <= kept):
        return eager, graph
    return _first(eager, kept), _first(graph, kept)


def _first(side: Side, calls: int) -> Side:
    return replace(side, calls=side.calls[:calls], traces=side.traces[:calls], afterwards=())


def run_side(
    call: Callable[..., object],
    sequence: Sequence[Arguments],
    guard: StateGuard,
    draws: Draws,
    deadline: Deadline,
    traces: Callable[[], int] = lambda: 0,
) -> Side:
    """Call *call* with each of *sequence* in turn, on whatever state the calls before leave.

    Raises:
        Expired: the time is over.
    """
    draws.traced.clear()
    records: list[Record] = []
    counts: list[int] = []
    outputs: list[object] = []
    for place, arguments in enumerate(sequence):
        draws.begin(place)
        record, output = _record(call, arguments, guard, deadline)
        records.append(record)
        outputs.append(output)
        counts.append(traces())
        if record.error is not None:
            break
    afterwards = tuple(plain(each) for each in outputs)
    return Side(tuple(records), tuple(counts), max(draws.count, draws.in_graph), afterwards)


def _record(
    call: Callable[..., object], arguments: Arguments, guard: StateGuard, deadline: Deadline
) -> tuple[Record, object]:
    before = _streams()
    output: object = None
    error: Exception | None = None
    started = time.perf_counter()
    with captured() as printed:
        try:
            output = deadline.run(call, *arguments.args, **arguments.kwargs)
        except Exception as raised:
            error = raised
    seconds = time.perf_counter() - started
    draws_in_python = _streams() != before
    record = Record(plain(output), error, printed.text, guard.variables(), _state(guard), draws_in_python, seconds)
    return record, output


def _state(guard: StateGuard) -> dict[str, Plain]:
    """Return the Python state, without what Python itself adds to it when it is asked."""
    found = guard.python_state().items()
    return {path: plain(value) for path, value in found if not any(each in path for each in _PYTHONS_OWN)}


def _streams() -> tuple[object, ...]:
    """Return where Python's and NumPy's streams stand."""
    kind, keys, *position = np.random.get_state(legacy=True)
    return random.getstate(), kind, np.asarray(keys).tobytes(), tuple(position)
