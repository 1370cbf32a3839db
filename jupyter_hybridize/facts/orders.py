"""Functions that mean something else in the order in which the cells were run than in the document's.

Execution counts tell when each cell was run last. What a function reads, and what calls it, may then have been bound
by another cell than the document says. Cells that were not run, and bindings whose earlier runs no count tells of,
say nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import Effect, EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.interpreter.language.names import module_scope
from jupyter_hybridize.interpreter.trace import Code, Delayed, Trace, Trial, Write
from jupyter_hybridize.source.order import orders_agree
from jupyter_hybridize.source.program import Program, Unit
from jupyter_hybridize.source.span import Span

_Read = tuple[str, Span, tuple[Span, ...]]


def disputes(program: Program, trace: Trace) -> dict[str, tuple[Effect, ...]]:
    """Return, by definition, what is bound by different cells in the two orders."""
    found: dict[str, tuple[Effect, ...]] = {}
    for unit in program.units:
        if not orders_agree(unit):
            found.update(_Orders(unit, trace).disputes(trace))
    return found


def with_other_order(facts: Iterable[FunctionFacts], others: Iterable[FunctionFacts]) -> tuple[FunctionFacts, ...]:
    """Return *facts* in which the disputed definitions have what is held against them in the other order too."""
    known = {other.definition.id: other for other in others}
    return tuple(_with(each, known.get(each.definition.id)) for each in facts)


def is_disputed(facts: FunctionFacts) -> bool:
    """Return whether the definition means something else in the other order."""
    return any(e.kind is EffectKind.MEANS_ANOTHER for e in facts.effects)


def _with(facts: FunctionFacts, other: FunctionFacts | None) -> FunctionFacts:
    if other is None or not is_disputed(facts):
        return facts
    more = tuple(e for e in other.effects if e not in facts.effects and e.kind is not EffectKind.MEANS_ANOTHER)
    stale = tuple(s for s in other.stale_reads if s not in facts.stale_reads)
    return replace(facts, effects=(*facts.effects, *more), stale_reads=(*facts.stale_reads, *stale))


class _Orders:
    """The cells of one notebook that were run, and which of them bind each global name."""

    def __init__(self, unit: Unit, trace: Trace) -> None:
        self._unit = unit.name
        self._counts = {cell.index: cell.count for cell in unit.cells if cell.count is not None}
        self._binders: dict[str, set[int]] = {}
        for event in trace.events:
            write = event.write if isinstance(event, Delayed) else event
            if isinstance(write, Write) and not write.writers and not write.is_guess and self._is_global(write):
                self._binders.setdefault(write.location[2], set()).add(write.span.cell)

    def _is_global(self, write: Write) -> bool:
        kind, scope, _ = write.location
        is_own = kind == "variable" and scope == module_scope(self._unit) and write.span.unit == self._unit
        return is_own and write.span.cell in self._counts

    def disputes(self, trace: Trace) -> dict[str, tuple[Effect, ...]]:
        """Return the disputes about each reported definition of the notebook."""
        uses: dict[str, set[int]] = {}
        for call in trace.calls:
            if not call.is_guess and call.cell in self._counts:
                uses.setdefault(call.definition, set()).add(call.cell)
        found = {}
        for code in trace.codes.values():
            if code.is_reported and code.unit == self._unit:
                reads = self._reads(code, trace.trials_of.get(code.id, ()))
                effects = tuple(self._about(reads, sorted(uses.get(code.id, ()))))
                if effects:
                    found[code.id] = effects
        return found

    def _reads(self, code: Code, trials: Iterable[Trial]) -> Iterator[_Read]:
        span = code.parsed.span(code.unit, code.node)
        if "." not in code.name:
            yield code.name, span, ()
        for trial in trials:
            for read in trial.reads.values():
                kind, scope, name = read.location
                if kind == "variable" and scope == module_scope(self._unit):
                    yield name, read.span, read.path

    def _about(self, reads: Iterable[_Read], uses: Sequence[int]) -> Iterator[Effect]:
        seen: set[str] = set()
        for name, span, path in reads:
            binders = self._binders.get(name, set())
            if name in seen or len(binders) < 2:
                continue
            seen.add(name)
            for documented, run in self._bound(binders, uses):
                detail = f"cell {documented} or cell {run}"
                yield Effect(EffectKind.MEANS_ANOTHER, name, span, Answer.UNKNOWN, path, detail, "order")
                break

    def _bound(self, binders: set[int], uses: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield the cells that bind a name for each use in the two orders, where they differ; with none, at the end."""
        count = self._counts
        for use in uses:
            above = [cell for cell in binders if cell < use]
            before = [cell for cell in binders if count[cell] < count[use]]
            if use not in binders and above and before and max(above) != max(before, key=count.__getitem__):
                yield max(above), max(before, key=count.__getitem__)
        if not uses and max(binders) != max(binders, key=count.__getitem__):
            yield max(binders), max(binders, key=count.__getitem__)
