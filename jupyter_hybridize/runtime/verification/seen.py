"""What a comparison saw, as plain data: it may have been made in another process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jupyter_hybridize.results.verification import Agreement, Check
from jupyter_hybridize.runtime.isolation.user_frames import Frame, described, user_frames
from jupyter_hybridize.runtime.verification.judgement import Aspect, Finding
from jupyter_hybridize.runtime.verification.sides import Side


@dataclass(frozen=True, slots=True)
class Raised:
    """An exception."""

    type: str
    bases: tuple[str, ...]  # the class itself and those it is derived from
    message: str
    frames: tuple[Frame, ...]  # of the user's code, outermost first

    @classmethod
    def of(cls, error: BaseException) -> Raised:
        """Describe *error*, whose type is the one that tracing gave it."""
        kind, message = described(error)
        bases = tuple(base.__name__ for base in type(error).__mro__)
        return cls(kind, bases, message, user_frames(error))

    @property
    def is_of_operation(self) -> bool:
        """Return whether an operation refused its inputs: what tracing says of the same shapes is a ValueError."""
        return "OpError" in self.bases

    def is_kind_of(self, other: Raised) -> bool:
        """Return whether who catches *other* catches this: tracing raises subclasses with longer messages."""
        return other.bases[0] in self.bases


@dataclass(frozen=True, slots=True)
class Seen:
    """What both sides did, and how it compares; no findings if one of them raised."""

    eager: Raised | None
    graph: Raised | None
    findings: tuple[Finding, ...] = ()
    calls: int = 0  # of each side
    traces: int = 0

    @classmethod
    def of(cls, eager: Side, graph: Side, findings: Sequence[Finding] = ()) -> Seen:
        """Describe both sides."""
        errors = [None if side.error is None else Raised.of(side.error) for side in (eager, graph)]
        calls = min(len(eager.calls), len(graph.calls))
        return cls(errors[0], errors[1], tuple(findings), calls, graph.traces[-1] if graph.traces else 0)

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        findings = [
            [f.aspect.name, f.check.agreement.name, f.check.detail, f.is_frozen, f.leaks, f.is_alias]
            for f in self.findings
        ]
        errors = [_error_to_json(each) for each in (self.eager, self.graph)]
        return {"errors": errors, "findings": findings, "calls": self.calls, "traces": self.traces}

    @classmethod
    def from_json(cls, given: Mapping[str, Any]) -> Seen:
        """Read what :meth:`to_json` wrote."""
        eager, graph = (_error_from_json(each) for each in given["errors"])
        findings = tuple(_finding_from_json(*each) for each in given["findings"])
        return cls(eager, graph, findings, int(given["calls"]), int(given["traces"]))


def _error_to_json(error: Raised | None) -> list[Any] | None:
    return None if error is None else [error.type, list(error.bases), error.message, [list(f) for f in error.frames]]


def _error_from_json(given: Sequence[Any] | None) -> Raised | None:
    if given is None:
        return None
    kind, bases, message, frames = given
    return Raised(kind, tuple(bases), message, tuple((file, line, function) for file, line, function in frames))


def _finding_from_json(aspect: str, agreement: str, detail: str, *marks: bool) -> Finding:
    check = Check(Aspect[aspect].value, Agreement[agreement], detail)
    return Finding(Aspect[aspect], check, *marks)
