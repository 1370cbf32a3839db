"""What became known of each watched definition: its traces, why each came, and how long tracing took."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from dataclasses import dataclass, field
from types import CodeType
from typing import Any

from jupyter_hybridize.results.report import Place
from jupyter_hybridize.results.watch import ArgumentChange, RetraceReason, TraceCause, TraceEvent, WatchedFunction
from jupyter_hybridize.runtime.watching.hybrid_functions import Definition
from jupyter_hybridize.runtime.watching.trace_cause import nearest
from jupyter_hybridize.runtime.watching.trace_hook import Traced
from jupyter_hybridize.runtime.watching.trace_words import Words, joined, words_for

CONTEXTS = {
    "parent_graph": "inside another graph",
    "device_functions": "on another device",
    "colocation_stack": "beside another op",
    "in_cross_replica_context": "in another context of the distribution strategy",
    "variable_policy": "while a SavedModel is written",
    "xla_context_id": "inside another XLA computation",
}


@dataclass(slots=True)
class DefinitionLog:
    """All that was seen of one definition."""

    name: str
    code: CodeType | None
    defined: Place | None
    traces: int = 0
    seconds: float = 0.0
    made: int = 0  # tf.function objects that were traced
    living: list[weakref.ref[Any]] = field(default_factory=list)  # of these
    reasons: dict[tuple[TraceCause, str | None], tuple[int, TraceEvent]] = field(default_factory=dict)

    def record(self, traced: Traced, definition: Definition, call: Place | None) -> TraceEvent:
        """Add a trace, and return what is said about it."""
        cause, changes, words = self._explained(traced, definition)
        self.traces += 1
        if all(held() is not traced.function for held in self.living):
            self.made += 1
            self.living = [*(held for held in self.living if held() is not None), weakref.ref(traced.function)]
        event = TraceEvent(
            function=self.name,
            number=self.traces,
            cause=cause,
            changes=changes,
            message=words.message,
            shown=words.shown,
            advice=words.advice,
            is_fine=words.is_fine,
            call=call,
        )
        if cause is not TraceCause.FIRST:
            key = cause, changes[0].parameter if changes else None
            self.reasons[key] = self.reasons.get(key, (0, event))[0] + 1, event
        return event

    def _explained(
        self, traced: Traced, definition: Definition
    ) -> tuple[TraceCause, tuple[ArgumentChange, ...], Words]:
        if not traced.earlier:
            return self._of_new_object(definition)
        types = [function_type for _, function_type in traced.earlier]
        compared = nearest(traced.function_type, types)
        if not compared.changes:
            return self._of_context(traced, compared.before)
        relaxes = bool(getattr(traced.function, "_reduce_retracing", False))
        known = [*types, traced.function_type]
        pairs = [(change, words_for(change, known, relaxes=relaxes)) for change in compared.changes]
        pairs.sort(key=lambda pair: pair[1].is_fine)
        changes = tuple(change for change, _ in pairs)
        return changes[0].cause, changes, joined([words for _, words in pairs])

    def _of_new_object(self, definition: Definition) -> tuple[TraceCause, tuple[ArgumentChange, ...], Words]:
        """Explain the first trace of a ``tf.function`` object."""
        if not self.made:
            words = f"`{self.name}` is traced for the first time"
            return TraceCause.FIRST, (), Words(words, words, "", is_fine=True)
        is_fine = sum(held() is not None for held in self.living) == self.made
        if definition.instance is not None:
            owner = type(definition.instance).__name__
            words = f"`{self.name}` is traced anew for each `{owner}` object"
            advice = "" if is_fine else f"Make the `{owner}` once, outside the loop."
            return TraceCause.INSTANCE, (), Words(words, words, advice, is_fine)
        words = f"another tf.function was made of `{self.name}`, and each one is traced anew"
        advice = "" if is_fine else "Make it once, outside the loop or the function that makes it, and call that one."
        return TraceCause.FUNCTION, (), Words(words, words, advice, is_fine)

    def _of_context(self, traced: Traced, before: Any) -> tuple[TraceCause, tuple[ArgumentChange, ...], Words]:
        """Explain a trace for arguments that have one already."""
        other = next(context for context, function_type in reversed(traced.earlier) if function_type is before)
        where = _difference(other, traced.context)
        if where is None:
            words = f"`{self.name}` created variables in its first trace, so TensorFlow traced it a second time"
            return TraceCause.VARIABLES, (), Words(words, words, "", is_fine=True)
        words = f"`{self.name}` was called with the same arguments {where}"
        return TraceCause.CONTEXT, (), Words(words, words, "", is_fine=True)

    def summary(self) -> WatchedFunction:
        """Return what was seen so far."""
        ordered = sorted(self.reasons.items(), key=lambda item: -item[1][0])
        reasons = tuple(RetraceReason(cause, name, count, event) for (cause, name), (count, event) in ordered)
        return WatchedFunction(self.name, self.traces, self.made, self.seconds, reasons, self.defined)


def _difference(before: Any, after: Any) -> str | None:
    """Return what differs between two contexts of TensorFlow's, or None if that is only the leave to make variables."""
    old, new = getattr(before, "context", None), getattr(after, "context", None)
    for name, words in CONTEXTS.items():
        if getattr(old, name, None) != getattr(new, name, None):
            return words
    return None if getattr(before, "scope_type", 0) != getattr(after, "scope_type", 0) else "under other conditions"


class TracingClock:
    """Tells how long each trace took, from TensorFlow's own count of the time spent building graphs.

    TensorFlow adds a trace to that count after its callbacks have run, and one inside another only as a part of the
    outer one; so what has been added since the last trace was seen belongs to that one.
    """

    def __init__(self, count: Callable[[], int]) -> None:
        """*count* returns microseconds."""
        self._read = count
        self._last = self._read()
        self._log: DefinitionLog | None = None

    def turn_to(self, log: DefinitionLog | None) -> None:
        """Book what has been added, and book for *log* from now on."""
        now = self._read()
        if self._log is not None:
            self._log.seconds += (now - self._last) / 1e6
        self._last, self._log = now, log


def tracing_count() -> Callable[[], int]:
    """Return the way to ask TensorFlow how many microseconds this process has spent building graphs."""
    try:
        from tensorflow.python.eager.polymorphic_function import tracing_compilation

        cell = tracing_compilation._graph_building_time_counter.get_cell()
        cell.value()
    except (ImportError, AttributeError):  # times stay 0
        return int
    read: Callable[[], int] = cell.value
    return read
