"""What was seen of hybrid functions while a notebook ran: their traces, why each came, and captures gone stale."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace

from jupyter_hybridize.results.report import Place


class TraceCause(enum.Enum):
    """Why TensorFlow traced a function again."""

    FIRST = "first"  # nothing to explain
    NUMBER = "python-number"  # a Python number with another value
    FLAG = "python-flag"  # a bool, a string or None with another value
    SHAPE = "shape"
    RANK = "rank"
    DTYPE = "dtype"
    KIND = "kind"  # a tensor where there was none, a variable instead of a tensor …
    STRUCTURE = "structure"  # another length, other keys, other arguments
    OBJECT = "object"  # another Python object
    ALIAS = "alias"  # arguments that are the same variable, or no longer are
    FUNCTION = "new-function"  # another tf.function of the same definition
    INSTANCE = "new-instance"  # the method of another object
    VARIABLES = "variables-created"  # the second trace of a function that created variables in its first
    CONTEXT = "context"  # the same arguments under another graph, strategy, or device
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ArgumentChange:
    """One argument, or one part of it, that differs from the nearest earlier trace; types only, never values."""

    parameter: str  # "x", "batch[0]", "options['rate']"
    cause: TraceCause
    before: str  # "float32[32,10]", "int", "list of 3"; "" where there was none
    after: str


@dataclass(frozen=True, slots=True)
class TraceEvent:
    """One trace."""

    function: str  # qualified, without <locals>
    number: int  # 1 for the first trace of this definition
    cause: TraceCause
    changes: tuple[ArgumentChange, ...]
    message: str  # one clause without values: "`epoch` is a Python int, and each new value is a new trace"
    shown: str  # the same with the last few numbers, for the person at the kernel: "`epoch` is a Python int: 3, 4, 5 …"
    advice: str  # what to do, one sentence, or ""
    is_fine: bool  # nothing to do about it: a first trace, a flag, a relaxed shape
    call: Place | None = None  # the user's line that made the call

    def stored(self) -> TraceEvent:
        """Return the event as it may be written to a file: without values."""
        return replace(self, shown=self.message)


@dataclass(frozen=True, slots=True)
class RetraceReason:
    """All traces of one function that came for the same reason."""

    cause: TraceCause
    parameter: str | None  # None: not an argument's doing
    count: int
    latest: TraceEvent


@dataclass(frozen=True, slots=True)
class StaleCapture:
    """Something that a graph took over when it was traced, and that has changed since."""

    function: str  # the hybrid function, qualified, without <locals>
    path: str  # "lr", "config.rate", "options['rate']", "self.scale"
    reader: str  # the function that reads it: the hybrid one, or a function it calls
    change: str  # "rebound" | "changed in place" | "set anew" | "(un)frozen"
    message: str  # one clause: "`lr` was rebound (In [7]) after `train_step` was traced: the graph keeps the old value"
    advice: str  # the re-run that cures it, one sentence
    cell: int | None = None  # after which cell it was noticed
    defined: Place | None = None  # where the hybrid function is defined


@dataclass(frozen=True, slots=True)
class WatchedFunction:
    """One definition and all its traces since watching began."""

    name: str  # qualified, without <locals>
    traces: int
    functions: int  # tf.function objects made of this definition that were traced
    seconds: float  # spent in tracing it, what it calls included
    reasons: tuple[RetraceReason, ...]  # the most frequent first, the first trace left out
    defined: Place | None = None

    @property
    def avoidable(self) -> int:
        """Return the number of traces that the advice would spare."""
        return sum(reason.count for reason in self.reasons if not reason.latest.is_fine)

    def stored(self) -> WatchedFunction:
        """Return it as it may be written to a file: without values."""
        return replace(self, reasons=tuple(replace(reason, latest=reason.latest.stored()) for reason in self.reasons))


@dataclass(frozen=True, slots=True)
class WatchReport:
    """Everything seen so far; the field names are the JSON contract's."""

    functions: tuple[WatchedFunction, ...]
    stale: tuple[StaleCapture, ...]  # stale now
    obstacle: str = ""  # why nothing can be seen, one sentence; "" while watching works

    def stored(self) -> WatchReport:
        """Return the report as it may be written to a file: without values."""
        return replace(self, functions=tuple(function.stored() for function in self.functions))
