"""Asks TensorFlow itself whether a function and its graph do the same, and leaves everything as it was."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from jupyter_hybridize.results.report import Place
from jupyter_hybridize.results.verification import Verification
from jupyter_hybridize.runtime.isolation.isolated import can_fork
from jupyter_hybridize.runtime.isolation.trial_trace import CRASHED, HUNG, IMPOSSIBLE, TrialTrace, trial_trace
from jupyter_hybridize.runtime.isolation.zygote import ReplayError
from jupyter_hybridize.runtime.state.guard import StateGuard
from jupyter_hybridize.runtime.verification.deadline import Deadline, Expired
from jupyter_hybridize.runtime.verification.live import LiveRun
from jupyter_hybridize.runtime.verification.refusal import TEMPORARY, certain_refusal
from jupyter_hybridize.runtime.verification.replayed import Replay, compare_by_replay
from jupyter_hybridize.runtime.verification.seen import Raised, Seen
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
) -> Verification:
    """Return whether the graph of *function* does what it does, on these arguments.

    It is traced in a forked child first. Only what survives that is run here, under a guard that restores everything
    the function can reach, also when it is interrupted. *digest* and *name* are those of the definition, *call* is the
    call as the notebook writes it, *locate* finds the place of a line of a file, *timeout* is in seconds. *further* are
    arguments of other calls, which the same graph, or another trace of it, has to serve. With *replay* a function that
    cannot be run here without leaving traces is compared in a replay of the notebook's cells.
    """
    others = tuple(Arguments(each, named) for each, named in further)
    request = Request(function, Arguments(args, kwargs or {}), name, digest, call, locate, others, replay)
    started = time.monotonic()
    found = _Verifier(request, Deadline(timeout)).run()
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
        if is_on_temporary(self.request.function, self.request.call):
            return self.verdicts.refused(TEMPORARY)
        arguments = self.request.arguments
        limit = min(_LONGEST_TRIAL, self.deadline.left)
        self.trial = trial_trace(self.request.function, arguments.args, dict(arguments.kwargs), timeout=limit)
        if self.trial.status == HUNG:
            return self.verdicts.unverified(f"tracing it did not end within {limit:.0f} s")
        if self.trial.status == CRASHED:
            return self.verdicts.unverified(f"tracing it ended the process it was tried in: {self.trial.reason}")
        why = self._why_not_here()
        return self._run_elsewhere(why) if why else self._without_running(is_final=False) or self._run_live()

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
        request = self.request
        if request.replay is not None:
            try:
                return self.verdicts.judged(self._replayed(request.replay), self.trial.effects)
            except ReplayError as error:
                why = f"{why}; and in a replay of the cells {error.reason}"
        if self.trial.error is not None:
            raised = self.trial.error
            return self.verdicts.refused_by(Raised(raised.type, (raised.type,), raised.message, raised.frames))
        return self._without_running(is_final=True) or self.verdicts.unverified(why)

    def _replayed(self, replay: Replay) -> Seen:
        return compare_by_replay(replay, self.request.call, self.request.digest, self.deadline.left)

    def _run_live(self) -> Verification:
        asked = self.request
        live = LiveRun(asked.function, asked.digest, asked.arguments, asked.further, self.guard, self.deadline)
        try:
            with self.guard:
                seen = live.compare()
        except Expired:
            found = self.verdicts.unverified("it did not end within the time limit")
        else:
            found = self.verdicts.judged(seen, self.trial.effects)
        return self._with_leftovers(found)

    def _with_leftovers(self, found: Verification) -> Verification:
        left = self.guard.differences()
        if not left:
            return found
        return replace(found, reason=f"{found.reason}; not everything is as it was: {left[0]}")
