"""Asks TensorFlow itself whether a function and its graph do the same, and leaves everything as it was."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from jupyter_hybridize.results.report import Place
from jupyter_hybridize.results.verification import Outcome, Verification
from jupyter_hybridize.runtime.isolation.isolated import can_fork
from jupyter_hybridize.runtime.isolation.trial_trace import CRASHED, HUNG, IMPOSSIBLE, TrialTrace, trial_trace
from jupyter_hybridize.runtime.isolation.zygote import ReplayError
from jupyter_hybridize.runtime.measurement.gradient_registry import gradients_let_go
from jupyter_hybridize.runtime.state.guard import StateGuard
from jupyter_hybridize.runtime.verification.alarm import interrupts_only_in_calls
from jupyter_hybridize.runtime.verification.deadline import Deadline, Expired, Stopped
from jupyter_hybridize.runtime.verification.live import LiveRun
from jupyter_hybridize.runtime.verification.moments import Moments
from jupyter_hybridize.runtime.verification.refusal import TEMPORARY, Refusal, certain_refusal
from jupyter_hybridize.runtime.verification.replayed import Replay, compare_by_replay
from jupyter_hybridize.runtime.verification.seen import Raised
from jupyter_hybridize.runtime.verification.sides import Arguments
from jupyter_hybridize.runtime.verification.temporary import is_on_temporary
from jupyter_hybridize.runtime.verification.verdicts import Locate, Request, Verdicts

_LONGEST_TRIAL = 20.0  # seconds; a training step takes about one
_WRITING_OPS = frozenset(
    {"WriteFile", "Save", "SaveSlices", "SaveV2", "MergeV2Checkpoints", "PrintV2File", "DatasetToTFRecord",
     "WriteSummary", "WriteScalarSummary", "WriteImageSummary", "WriteHistogramSummary", "WriteAudioSummary",
     "WriteGraphSummary", "WriteRawProtoSummary", "CreateSummaryFileWriter", "SaveDataset", "SaveDatasetV2"}
)  # fmt: skip


def _nowhere(file: str, line: int) -> Place | None:
    return None


def verify(
    function: Callable[..., object],
    args: tuple[object, ...] = (),
    kwargs: Mapping[str, object] | None = None,
    *,
    name: str,
    digest: str,
    call: str,
    locate: Locate = _nowhere,
    further: Sequence[tuple[tuple[object, ...], Mapping[str, object]]] = (),
    replay: Replay | None = None,
    timeout: float = 60.0,
    stop: Callable[[], bool] = lambda: False,
    moments: Moments | None = None,
) -> Verification:
    """Return whether the graph of *function* does what it does, on these arguments.

    It is traced in a forked child first. Only what survives that is run here, under a guard that restores everything
    the function can reach, also when it is interrupted. *digest* and *name* are those of the definition, *call* is the
    call as the notebook writes it, *locate* finds the place of a line of a file, *timeout* is in seconds. *further* are
    arguments of other calls, which the same graph, or another trace of it, has to serve. With *replay* a function that
    cannot be run here without leaving traces is compared in a replay of the notebook's cells. Once *stop* says yes,
    the outcome is that it was not verified; on another thread than the main one that is so in the midst of a call too.
    With *moments* a function is refused if something it takes over is not what it was when they first saw it.
    """
    others = tuple(Arguments(each, named) for each, named in further)
    request = Request(function, Arguments(args, kwargs or {}), name, digest, call, locate, others, replay, moments)
    started = time.monotonic()
    found = _Verifier(request, Deadline(timeout, stop)).run()
    return replace(found, seconds=time.monotonic() - started)


class _Verifier:
    """One verification: from the trial trace to the verdict."""

    def __init__(self, request: Request, deadline: Deadline) -> None:
        self.request = request
        self.verdicts = Verdicts(request)
        self.deadline = deadline
        arguments = request.arguments
        also = [(each.args, dict(each.kwargs)) for each in request.further]
        self.guard = StateGuard(request.function, arguments.args, dict(arguments.kwargs), also=also)
        self.trial = TrialTrace(IMPOSSIBLE)

    def run(self) -> Verification:
        """Return the verdict."""
        try:
            return self._run()
        except Stopped:
            found = self.verdicts.unverified("it was stopped")
        except Expired:
            found = self.verdicts.unverified("it did not end within the time limit")
        return self._with_leftovers(found)

    def _run(self) -> Verification:
        if is_on_temporary(self.request.function, self.request.call):
            return self.verdicts.refused(TEMPORARY)
        stale = self._stale()
        if stale is not None:
            return self.verdicts.refused(stale)
        self.deadline.check()
        limit = min(_LONGEST_TRIAL, self.deadline.left)
        self.trial = self._traced(limit)
        self.deadline.check()
        if self.trial.status == HUNG:
            return self.verdicts.unverified(f"tracing it did not end within {limit:.0f} s")
        if self.trial.status == CRASHED:
            return self.verdicts.unverified(f"tracing it ended the process it was tried in: {self.trial.reason}")
        why = self._why_not_here()
        if why:
            return self._run_elsewhere(why)
        return self._without_running(is_final=False) or self._replayed_first() or self._run_live()

    def _stale(self) -> Refusal | None:
        moments, function = self.request.moments, self.request.function
        return None if moments is None else moments.refusal(function)

    def _traced(self, limit: float) -> TrialTrace:
        arguments = self.request.arguments
        with _pipe() as (reading, writing), self.deadline.calling(lambda: _signal(writing)):
            return trial_trace(
                self.request.function, arguments.args, dict(arguments.kwargs), timeout=limit, watched=reading
            )

    def _why_not_here(self) -> str:
        """Return a clause on what would stay changed if the function were run in this process."""
        if self.guard.unrestorable:
            first = self.guard.unrestorable[0]
            return f"it uses {first.name}: {first.reason}"
        writing = sorted(_WRITING_OPS.intersection(self.trial.io_ops))
        if writing:
            return f"it writes files, which cannot be undone (`{writing[0]}`)"
        is_kept_from_it = self.trial.status == IMPOSSIBLE and can_fork() is None
        return self.trial.reason if is_kept_from_it else ""

    def _without_running(self, *, is_final: bool) -> Verification | None:
        """Return the refusal that the trial trace proves by itself."""
        refusal = certain_refusal(self.trial.effects, is_final=is_final)
        return None if refusal is None else self.verdicts.refused(refusal)

    def _run_elsewhere(self, why: str) -> Verification:
        """Return the verdict of a replay, or what can be said without running the function."""
        if self.request.replay is not None:
            try:
                return self._by_replay(self.request.replay, self.deadline.left)
            except ReplayError as error:
                why = f"{why}; and in a replay of the cells {error.reason}"
        if self.trial.error is not None:
            raised = self.trial.error
            return self.verdicts.refused_by(Raised(raised.type, (raised.type,), raised.message, raised.frames))
        return self._without_running(is_final=True) or self.verdicts.unverified(why)

    def _replayed_first(self) -> Verification | None:
        """Return what a replay finds wrong, where no child could be forked: nothing is run here that nobody tried."""
        if self.request.replay is None or self.trial.status != IMPOSSIBLE:
            return None
        try:
            found = self._by_replay(self.request.replay, self.deadline.left / 2)
        except ReplayError:  # the guard is what is left
            return None
        return None if found.outcome is Outcome.VERIFIED else found

    def _by_replay(self, replay: Replay, seconds: float) -> Verification:
        with self.deadline.calling(replay.zygote.close):
            try:
                seen = compare_by_replay(replay, self.request.call, self.request.digest, seconds)
            except ReplayError:
                self.deadline.check_stop()  # it was closed under the replay's feet, if that is why
                raise
        found = self.verdicts.judged(seen, self.trial.effects)
        is_agreed = found.outcome is Outcome.VERIFIED
        return replace(found, reason=f"{found.reason}, in a replay of the cells") if is_agreed else found

    def _run_live(self) -> Verification:
        asked = self.request
        has_run = asked.moments.begin(asked.function) if asked.moments else lambda: None
        live = LiveRun(asked.function, asked.digest, asked.arguments, asked.further, self.guard, self.deadline, has_run)
        with interrupts_only_in_calls(Deadline.run), gradients_let_go(), self.guard:
            seen = live.compare()
        return self._with_leftovers(self.verdicts.judged(seen, self.trial.effects))

    def _with_leftovers(self, found: Verification) -> Verification:
        left = self.guard.differences()
        if not left:
            return found
        return replace(found, reason=f"{found.reason}; not everything is as it was: {left[0]}")


@contextlib.contextmanager
def _pipe() -> Iterator[tuple[int, int]]:
    ends = os.pipe()
    try:
        yield ends
    finally:
        for end in ends:
            os.close(end)


def _signal(pipe: int) -> None:
    os.write(pipe, b"x")
