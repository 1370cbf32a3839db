"""Times a function eagerly and as a graph on the user's own arguments, and leaves their state as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import tensorflow as tf

from jupyter_hybridize.results.benchmark import BenchmarkResult, Progress, Speedup, Timing
from jupyter_hybridize.results.report import GainReport
from jupyter_hybridize.results.sentence import sentence
from jupyter_hybridize.runtime.measurement.devices import default_device, devices, moved, on_device
from jupyter_hybridize.runtime.measurement.gradient_registry import gradients_let_go
from jupyter_hybridize.runtime.measurement.input_signature import Signature, SignatureError, misfit, read_signature
from jupyter_hybridize.runtime.measurement.inputs import descriptions
from jupyter_hybridize.runtime.measurement.one_line import one_line
from jupyter_hybridize.runtime.measurement.speedups import speedup
from jupyter_hybridize.runtime.measurement.timing import Clockwork, Subject, measure
from jupyter_hybridize.runtime.measurement.trial_runs import Attempt, Trial
from jupyter_hybridize.runtime.measurement.variants import VARIANTS, is_compiled, python_function
from jupyter_hybridize.runtime.state.guard import StateGuard

_PREPARED = 0.3  # the share of the progress that the first calls are
_BEFORE_XLA = 0.4  # of the time, in which nothing is measured that XLA compiled
_STAGES = {"eager": "running eagerly", "graph": "tracing", "xla": "compiling"}
_STOPPED = "not measured: stopped early"
_ALONE = "not measured: there is nothing to compare with"


class BenchmarkError(Exception):
    """The function cannot be benchmarked; the message is one line for the user, and nothing was changed."""


def benchmark(
    function: Callable[..., object],
    args: Sequence[object] = (),
    kwargs: Mapping[str, object] | None = None,
    *,
    name: str,
    digest: str = "",
    call: str = "",
    signature: str | None = None,
    variants: Sequence[str] = VARIANTS,
    device: str | None = None,
    seconds: float = 5.0,
    predicted: GainReport | None = None,
    notes: Sequence[str] = (),
    progress: Callable[[Progress], None] | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> BenchmarkResult:
    """Return how fast *function* is eagerly and as a graph; every call begins with the state there is now.

    *signature* is the text of an ``input_signature`` for the graphs; *device* one of `devices()`, or None for where
    the kernel computes anyway; *seconds* the time for measuring, after the first calls of each variant. Between
    blocks of calls *stop* is asked: once it says yes, what was measured so far is the result.

    All state is put back, whatever happens, an interrupt included.

    Raises:
        BenchmarkError: there is state that cannot be put back, or the function raises when called eagerly.
    """
    _check(function, device)
    with on_device(device):
        values, named = moved((tuple(args), dict(kwargs or {})), device)
        trial = Trial(function, values, named, _guard(name, function, values, named), device or default_device())
        bench = _Bench(trial, name, seconds, stop, progress or (lambda _: None), predicted, list(notes))
        bench.choose(variants, signature)
        with gradients_let_go(), trial.guard:
            bench.run()
    return bench.result(digest, call, signature)


def _guard(
    name: str, function: Callable[..., object], args: tuple[object, ...], kwargs: Mapping[str, object]
) -> StateGuard:
    guard = StateGuard(python_function(function), args, kwargs)
    for each in guard.unrestorable:
        raise BenchmarkError(f"`{name}` cannot be benchmarked: {each.name}: {each.reason}")
    return guard


@dataclass(slots=True)
class _Bench:
    """The working state of one benchmark."""

    trial: Trial
    name: str
    seconds: float
    stop: Callable[[], bool]
    progress: Callable[[Progress], None]
    predicted: GainReport | None
    notes: list[str]
    variants: list[str] = field(default_factory=list)
    signature: Signature | None = None
    attempts: list[Attempt] = field(default_factory=list)
    subjects: dict[str, Subject] = field(default_factory=dict)
    joined: dict[str, int] = field(default_factory=dict)  # so many blocks the eager function had when a variant came in
    left: float = 1.0  # the share of the seconds
    done: float = 0.0  # the share of the progress
    was_stopped: bool = False

    def choose(self, variants: Sequence[str], signature: str | None) -> None:
        """Settle which graphs are made, and with which signature."""
        self.variants = ["eager", *(v for v in VARIANTS[1:] if v in variants)]
        if is_compiled(self.trial.function) and "xla" in self.variants:
            self.variants.remove("xla")
            self.notes.append("the graph is compiled by XLA, as its decorator says")
        if signature is None:
            return
        try:
            specs = read_signature(signature)
            reason = misfit(specs, python_function(self.trial.function), self.trial.args, self.trial.kwargs)
        except SignatureError as error:
            reason = str(error)
        if reason is None:
            self.signature = specs
        else:
            self.notes.append(f"without the inferred signature: {reason}")

    def run(self) -> None:
        """Make the first calls of each variant, and measure those that work.

        XLA comes last: nothing can stop its compiler, and what was measured before stays.
        """
        late = [variant for variant in self.variants if variant == "xla"]
        self._run([variant for variant in self.variants if variant not in late], _BEFORE_XLA if late else 1.0)
        if late and not self.was_stopped:
            self._run(late, self.left)

    def _run(self, variants: Sequence[str], share: float) -> None:
        """Try *variants*, and measure all that work so far for a *share* of the time."""
        for variant in variants:
            if self.stop():
                self.was_stopped = True
                return
            self.progress(Progress(_STAGES[variant], self.done))
            self.attempts.append(self._attempt(variant))
            self.done += _PREPARED / len(self.variants)
        working = [a for a in self.attempts if a.error is None]
        if len(working) > 1:
            self._join(working)
            self.was_stopped = not measure(list(self.subjects.values()), self._clockwork(share), share * self.seconds)
            self.left -= share
            self.done += share * (1 - _PREPARED)

    def _join(self, attempts: Sequence[Attempt]) -> None:
        before = self.subjects.get("eager")
        for each in attempts:
            if each.variant not in self.subjects:
                self.subjects[each.variant] = Subject(each.variant, each.call, each.call_seconds)
                self.joined[each.variant] = len(before.blocks) if before else 0

    def _attempt(self, variant: str) -> Attempt:
        graph = next((attempt for attempt in self.attempts if attempt.variant == "graph"), None)
        if graph is not None and graph.error is not None:  # the same trace would fail in the same way
            return replace(graph, variant=variant)
        if variant != "eager":
            return self.trial.graph(variant, self.signature)
        try:
            return self.trial.eager()
        except Exception as error:
            raise BenchmarkError(f"`{self.name}` raises {one_line(error)}") from error

    def _clockwork(self, share: float) -> Clockwork:
        def progress(measured: float) -> None:
            self.progress(Progress("measuring", self.done + share * (1 - _PREPARED) * min(1.0, measured)))

        return Clockwork(self.trial.wait, self.trial.reset, self.stop, self.trial.quiet, progress)

    def result(self, digest: str, call: str, signature: str | None) -> BenchmarkResult:
        """Return what was found, when the guard has put everything back."""
        trial = self.trial
        differences = trial.guard.differences()
        result = BenchmarkResult(
            function=self.name,
            digest=digest,
            call=call or f"{self.name}(…)",
            inputs=descriptions(python_function(trial.function), trial.args, trial.kwargs),
            device=trial.device,
            timings=self.timings(),
            speedups=self.speedups(),
            predicted=self.predicted,
            sentence="",
            notes=self.all_notes(differences),
            signature=signature if self.signature is not None else None,
            state_restored=not differences,
        )
        return replace(result, sentence=sentence(result))

    def timings(self) -> tuple[Timing, ...]:
        """Return what was measured of each variant that was wanted."""
        tried = {attempt.variant: attempt for attempt in self.attempts}
        return tuple(self._timing(variant, tried.get(variant)) for variant in self.variants)

    def _timing(self, variant: str, attempt: Attempt | None) -> Timing:
        subject = self.subjects.get(variant)
        if attempt is None:
            return Timing(variant, (), 1, error=_STOPPED)
        missing = None if subject is not None and subject.blocks else _STOPPED if self.was_stopped else _ALONE
        return Timing(
            variant=variant,
            blocks=tuple(subject.blocks) if subject else (),
            calls_per_block=subject.calls_per_block if subject else 1,
            first_call=attempt.first_call,
            traces=attempt.traces,
            operations=attempt.operations,
            peak_bytes=attempt.peak_bytes,
            error=attempt.error or missing,
        )

    def speedups(self) -> tuple[Speedup, ...]:
        """Return eager against each other variant that was measured, by the blocks that took turns with its own."""
        eager, *others = self.timings()
        agreed = {attempt.variant: attempt.agreement for attempt in self.attempts}
        found = []
        for other in others:
            if eager.blocks and other.blocks:
                beside = eager.blocks[self.joined[other.variant] :] or eager.blocks
                found.append(speedup(replace(eager, blocks=beside), other, agreed[other.variant]))
        return tuple(found)

    def all_notes(self, differences: Sequence[str]) -> tuple[str, ...]:
        """Return what limits the result."""
        notes = list(self.notes)
        if self.was_stopped:
            notes.append("stopped early")
        if self.trial.quiet.lines:
            notes.append(f"{self.trial.quiet.lines} lines that `{self.name}` printed were not shown")
        elsewhere = {a.elsewhere for a in self.attempts if a.elsewhere}
        notes += [f"variables of `{self.name}` are on {place}" for place in sorted(elsewhere)]
        return (*notes, *(f"not as it was: {difference}" for difference in differences))


def _check(function: object, device: str | None) -> None:
    if not callable(function):
        raise BenchmarkError("what is to be benchmarked is not a function")
    if not tf.executing_eagerly():
        raise BenchmarkError("eager execution is switched off in this kernel")
    if tf.config.functions_run_eagerly():
        raise BenchmarkError("`tf.config.run_functions_eagerly(True)` makes every graph run eagerly; switch it off")
    if device is not None and device not in devices():
        raise BenchmarkError(f"there is no device {device}; there is {', '.join(devices())}")
