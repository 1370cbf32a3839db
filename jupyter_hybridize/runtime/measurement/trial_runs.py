"""The first calls of each way of running a function: what they cost, count, return and leave behind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tensorflow.python.eager import context

from jupyter_hybridize.runtime.measurement.agreement import Observation, agreement, observe, worst
from jupyter_hybridize.runtime.measurement.devices import short_name, synchronise
from jupyter_hybridize.runtime.measurement.input_signature import Signature
from jupyter_hybridize.runtime.measurement.one_line import one_line
from jupyter_hybridize.runtime.measurement.operations import counted, graph_nodes
from jupyter_hybridize.runtime.measurement.peak_memory import peak_memory
from jupyter_hybridize.runtime.measurement.silence import Silence
from jupyter_hybridize.runtime.measurement.timing import timed_call
from jupyter_hybridize.runtime.measurement.variants import as_graph, python_function
from jupyter_hybridize.runtime.state.guard import StateGuard
from jupyter_hybridize.runtime.verification.randomness import equal_streams

_QUICK_CALL = 1.0  # seconds; a slower function is called once where a second call would only make it surer


@dataclass(slots=True)
class Attempt:
    """One way of running the function, and what its first calls showed."""

    variant: str
    call: Callable[[], object]
    graph: Any = None  # the tf.function
    error: str | None = None
    first_call: float | None = None  # seconds, with tracing and compiling
    call_seconds: float = 0.0  # of the latest call
    operations: int | None = None
    peak_bytes: int | None = None
    agreement: str = ""
    elsewhere: str | None = None  # a device on which it found a variable

    @property
    def traces(self) -> int:
        """Return how often it was traced up to now."""
        return 0 if self.graph is None else int(self.graph.experimental_get_tracing_count())


@dataclass(slots=True)
class Trial:
    """A function with its arguments, in the hands of a guard."""

    function: Callable[..., object]
    args: tuple[object, ...]
    kwargs: Mapping[str, object]
    guard: StateGuard
    device: str
    quiet: Silence = field(default_factory=Silence)
    reference: tuple[Observation, ...] = ()  # after each call of the eager function
    seed: int = 0  # of the random numbers that the eager function drew then
    is_unseeded: bool = field(default_factory=lambda: context.global_seed() is None)

    def wait(self, outputs: object) -> None:
        """Wait until the device has computed *outputs*."""
        synchronise(self.device, outputs)

    def reset(self) -> None:
        """Put all values back, for the next block of calls."""
        self.guard.reset_values()
        if self.is_unseeded:  # a seed, which the guard sets, makes every random operation slower
            context.context()._seed = None

    def eager(self) -> Attempt:
        """Run the function eagerly and keep what it did for comparison.

        Called once more if it is quick, or if the first call built something: a build draws random numbers and adds
        operations.
        """
        plain = python_function(self.function)
        attempt = Attempt("eager", lambda: plain(*self.args, **self.kwargs))
        before = self.guard.variables().keys()
        self._observe(attempt, calls=1)
        if attempt.call_seconds < _QUICK_CALL or self.guard.variables().keys() != before:
            calls = 2 if attempt.call_seconds < _QUICK_CALL else 1
            self._observe(attempt, calls)
        return attempt

    def _observe(self, attempt: Attempt, calls: int) -> None:
        self.reset()
        seen = []
        with self.quiet(), equal_streams() as draws:
            self.seed = draws.seed
            for _ in range(calls):
                draws.begin()
                with peak_memory(self.device) as peak, counted() as operations:
                    attempt.call_seconds, outputs = timed_call(attempt.call, self.wait)
                seen.append(observe(outputs, self.guard.variables()))
                attempt.operations, attempt.peak_bytes = operations.total, peak.bytes
                del outputs
        self.reference = tuple(seen)

    def graph(self, variant: str, signature: Signature | None) -> Attempt:
        """Trace the function, compile it if *variant* is ``"xla"``, and compare it with the eager one."""
        function = as_graph(self.function, variant, signature)
        attempt = Attempt(variant, lambda: function(*self.args, **self.kwargs), function)
        self.reset()
        try:
            with self.quiet(), equal_streams(self.seed):
                self._first_calls(attempt)
        except Exception as error:
            attempt.error = one_line(error)
        return attempt

    def _first_calls(self, attempt: Attempt) -> None:
        seen = []
        for number in range(len(self.reference)):
            with peak_memory(self.device) as peak:
                seconds, outputs = timed_call(attempt.call, self.wait)
            attempt.first_call = attempt.first_call if number else seconds
            attempt.call_seconds, attempt.peak_bytes = seconds, peak.bytes
            seen.append(observe(outputs, self.guard.variables()))
            del outputs
        concrete = attempt.graph.get_concrete_function(*self.args, **self.kwargs)
        nodes = graph_nodes(concrete)
        attempt.operations = nodes.total
        random = nodes.random if attempt.variant == "xla" else nodes.own_stream  # XLA has streams of its own
        pairs = zip(self.reference, seen, strict=True)
        attempt.agreement = worst([agreement(one, other, attempt.variant, random) for one, other in pairs])
        places = {short_name(variable.device) for variable in concrete.graph.variables}
        attempt.elsewhere = next(iter(sorted(places - {self.device, ""})), None)
