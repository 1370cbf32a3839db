"""The verdict on a function, from what was seen of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from jupyter_hybridize.results.report import Place
from jupyter_hybridize.results.verification import Agreement, Check, Outcome, Verification
from jupyter_hybridize.runtime.isolation.effect_log import Effect
from jupyter_hybridize.runtime.isolation.user_frames import Frame
from jupyter_hybridize.runtime.measurement.inputs import descriptions
from jupyter_hybridize.runtime.verification.decorated import eager_form
from jupyter_hybridize.runtime.verification.judgement import Aspect
from jupyter_hybridize.runtime.verification.moments import Moments
from jupyter_hybridize.runtime.verification.refusal import Refusal, is_refusal, refusal_of
from jupyter_hybridize.runtime.verification.replayed import Replay
from jupyter_hybridize.runtime.verification.reproduction import reproduction
from jupyter_hybridize.runtime.verification.seen import Raised, Seen
from jupyter_hybridize.runtime.verification.sides import Arguments
from jupyter_hybridize.runtime.verification.translate import translate

Locate = Callable[[str, int], Place | None]


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be verified."""

    function: Callable[..., object]
    arguments: Arguments
    name: str
    digest: str
    call: str
    locate: Locate
    further: tuple[Arguments, ...] = ()
    replay: Replay | None = None
    moments: Moments | None = None


class Verdicts:
    """Words the verdicts on one request."""

    def __init__(self, request: Request) -> None:
        self.request = request

    def judged(self, seen: Seen, effects: Sequence[Effect]) -> Verification:
        """Return the verdict on what was *seen*; *effects* are what tracing was seen to do."""
        eager, graph = seen.eager, seen.graph
        if eager is not None and (graph is None or graph.is_kind_of(eager) or eager.is_of_operation):
            return self.unverified(f"the call itself raises {eager.bases[0]}, also without a graph")
        return self._by_findings(seen, effects) if graph is None else self.refused_by(graph)

    def _by_findings(self, seen: Seen, effects: Sequence[Effect]) -> Verification:
        wrong = [f for f in seen.findings if is_refusal(f, effects)]
        checks = tuple(finding.check for finding in seen.findings)
        unclear = next((c for c in checks if c.agreement is Agreement.NOT_COMPARABLE), None)
        if wrong:
            found = self.refused(refusal_of(wrong[0], effects))
        elif unclear is not None:
            reason = f"the {unclear.aspect} of `{self.request.name}` cannot be compared: {unclear.detail}"
            found = self._verification(Outcome.NOT_COMPARABLE, reason)
        else:
            found = self._verified(seen.calls, checks)
        return replace(found, checks=checks, traces=seen.traces, calls=seen.calls)

    def _verified(self, calls: int, checks: tuple[Check, ...]) -> Verification:
        reason = f"the graph did what `{self.request.name}` does in {calls} calls"
        if any(c.aspect == Aspect.TRACES.value and c.agreement is Agreement.DIFFERENT for c in checks):
            found = self._verification(Outcome.VERIFIED, f"{reason}, but each call traces it anew")
            return replace(found, rule="HYB402", advice="Pass what changes from call to call as a tensor.")
        return self._verification(Outcome.VERIFIED, reason)

    def refused_by(self, error: Raised) -> Verification:
        """Return the refusal of a function whose graph raises."""
        said = translate(error.type, error.message, error.frames)
        found = self._verification(Outcome.REFUSED, f"tracing `{self.request.name}` raises: {said.message}")
        return replace(
            found,
            rule=said.rule,
            advice=said.advice,
            message=said.message,
            place=self._place(said.frame),
            reproduction=self._cell(f"as a graph it raises {said.message}", raises=True),
        )

    def refused(self, refusal: Refusal) -> Verification:
        """Return the refusal of a function whose graph does something else."""
        reason = f"`{self.request.name}` and its graph differ: {refusal.reason}"
        found = self._verification(Outcome.REFUSED, reason)
        cell = self._cell(refusal.reason, raises=False)
        return replace(
            found, rule=refusal.rule, advice=refusal.advice, place=self._place(refusal.frame), reproduction=cell
        )

    def unverified(self, reason: str) -> Verification:
        """Return that nothing can be said, and why."""
        return self._verification(Outcome.UNVERIFIED, reason)

    def _verification(self, outcome: Outcome, reason: str) -> Verification:
        request = self.request
        function = eager_form(request.function)
        inputs = descriptions(function, request.arguments.args, request.arguments.kwargs)
        return Verification(request.name, request.digest, outcome, reason, inputs)

    def _cell(self, seen: str, *, raises: bool) -> str:
        arguments = self.request.arguments
        return reproduction(self.request.call, arguments.args, arguments.kwargs, seen, raises=raises)

    def _place(self, frame: Frame | None) -> Place | None:
        return None if frame is None else self.request.locate(frame[0], frame[1])
