"""What one cell looked at and what it did: where it would look at the same again, it does the same again."""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Final

from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import AbstractValue, Site
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.memory.state import (
    ScopeId,
    State,
    Watch,
    instance_in,
    put_scope,
    scope_of,
    unwatched,
)
from jupyter_hybridize.interpreter.memory.tables import (
    Difference,
    Marks,
    Table,
    apply,
    begin,
    difference,
    fits,
    footprint,
    is_same,
)
from jupyter_hybridize.interpreter.syntax.last_bindings import Answers
from jupyter_hybridize.interpreter.trace import Trace

FLAGS: Final = (
    "has_own_layers",
    "entry",
    "is_by_library",
    "library",
    "doubts",
    "graphs_within",
    "opaque_since",
    "loaded",
    "is_guessing",
    "is_entry",
    "guess_until",
    "is_recalling",
    "trial_root",
)
AT_REST: Final = ("catchers", "estimates", "own_scopes", "frames", "layers")  # empty between two cells
LOGS: Final = ("calls", "events", "trials", "reveals")

Names = dict[str, AbstractValue]
_AnyTable = Table[object, object]


@dataclass(frozen=True, slots=True)
class _Change:
    """What a cell looked up in a table, and what it changed there."""

    before: dict[object, object]
    after: Difference[object, object]


_UNTOUCHED: Final = _Change({}, ())


@dataclass(frozen=True, slots=True)
class _StateChange:
    """The same of names and objects; None stands for what is not there."""

    names: tuple[tuple[ScopeId, str, AbstractValue | None, AbstractValue | None], ...]
    scopes: tuple[tuple[ScopeId, Names | None, Names | None], ...]
    heap: tuple[tuple[Site, HeapObject | None, HeapObject | None], ...]
    instances: tuple[tuple[tuple[ScopeId, str], AbstractValue | None], ...]


@dataclass(frozen=True, slots=True)
class CellRun:
    """One run of one cell."""

    flags_before: tuple[object, ...]
    flags_after: tuple[object, ...]
    tables: tuple[_Change, ...]
    state: _StateChange
    logs: tuple[tuple[object, ...], ...]
    answers: Answers
    statements: int
    steps: int
    ticks: int

    def fits(self, m: Machine) -> bool:
        """Return whether the cell would find in *m* all that it found then."""
        if m.trace.steps + self.steps > m.budget.ample or _flags(m) != self.flags_before:
            return False
        if m.kernel is not None and any(m.kernel.bindings.answer(q) != a for q, a in self.answers.items()):
            return False
        tables = zip(tables_of(m), self.tables, strict=True)
        return _state_fits(m.live, self.state) and all(fits(table, change.before) for table, change in tables)

    def repeat(self, m: Machine) -> None:
        """Do with *m* what the cell did then."""
        _set_flags(m, self.flags_after)
        for table, change in zip(tables_of(m), self.tables, strict=True):
            apply(table, change.after)
        for name, items in zip(LOGS, self.logs, strict=True):
            getattr(m.trace, name).extend(items)
        _change_state(m.live, self.state)
        m.trace.statements += self.statements
        m.trace.resumed += self.statements
        m.trace.steps += self.steps
        m.clock += self.ticks


class Recorder:
    """Watches the run of one cell."""

    def __init__(self, m: Machine) -> None:
        self._watch = m.live.watch = Watch(unwatched(m.live))
        for table in tables_of(m):
            begin(table)
        self._flags = _flags(m)
        self._lengths = tuple(map(len, _LOGS(m.trace)))
        if m.kernel is not None:
            m.kernel.bindings.recent.clear()
        self._statements, self._steps, self._clock = m.trace.statements, m.trace.steps, m.clock

    def finish(self, m: Machine) -> CellRun | None:
        """Return what the cell did; None if it is not known what that depends on."""
        if self._watch.is_whole or m.live.watch is not self._watch or m.trace.steps > m.budget.ample:
            return None
        if any(_AT_REST(m)):
            return None
        changes = []
        for table in tables_of(m):
            before = footprint(table)
            if before is None:
                return None
            if before:
                changes.append(_Change(before, difference(table)))
                begin(table)  # what is looked up from now on is not the cell's
            else:
                changes.append(_UNTOUCHED)  # as most tables are by most cells
        asked = {} if m.kernel is None else dict(m.kernel.bindings.recent)
        return CellRun(
            self._flags,
            _flags(m),
            tuple(changes),
            _state_change(m.live, self._watch),
            tuple([tuple(log[n:]) for log, n in zip(_LOGS(m.trace), self._lengths, strict=True)]),
            asked,
            m.trace.statements - self._statements,
            m.trace.steps - self._steps,
            m.clock - self._clock,
        )


def tables_of(m: Machine) -> tuple[_AnyTable, ...]:
    """Return every table of *m* and of its trace, always in the same order."""
    own = [item for item in vars(m).values() if type(item) in _KINDS]
    return (*own, *_TABLES_OF_TRACE(m.trace))


_KINDS: Final = frozenset({Table, Marks})
_TRACE: Final = Trace()
_TABLES_OF_TRACE: Final = attrgetter(
    *(each.name for each in fields(Trace) if isinstance(getattr(_TRACE, each.name), Table))
)
_FLAGS: Final = attrgetter(*FLAGS, "trace.switches")
_AT_REST: Final = attrgetter(*AT_REST)
_LOGS: Final = attrgetter(*LOGS)


def _flags(m: Machine) -> tuple[object, ...]:
    flags: tuple[object, ...] = _FLAGS(m)
    return flags


def _set_flags(m: Machine, flags: tuple[object, ...]) -> None:
    for name, item in zip(FLAGS, flags, strict=False):
        setattr(m, name, item)
    m.trace.switches = flags[-1]  # type: ignore[assignment]  # the last of `_flags`


# -- the state ------------------------------------------------------------------------------------------------------


def _state_change(end: State, watch: Watch) -> _StateChange:
    start, end = watch.start, unwatched(end)
    scopes = {scope for scope, _ in watch.names if scope_of(start, scope) is None} | watch.scopes
    names: list[tuple[ScopeId, str, AbstractValue | None, AbstractValue | None]] = []
    touched: dict[ScopeId, set[str]] = {}
    for scope, name in watch.names:
        if scope not in scopes:
            touched.setdefault(scope, set()).add(name)
    for scope, used in touched.items():
        before, after = start.names(scope), end.names(scope)
        names += [(scope, n, before.get(n), after.get(n)) for n in used if n in before or n not in after]
        names += [(scope, n, None, item) for n, item in after.items() if n in used and n not in before]
    whole = tuple((scope, scope_of(start, scope), scope_of(end, scope)) for scope in sorted(scopes))
    heap = tuple((site, start.load(site), end.load(site)) for site in watch.sites)
    return _StateChange(tuple(names), whole, heap, tuple(watch.instances.items()))


def _state_fits(state: State, change: _StateChange) -> bool:
    plain = unwatched(state)
    for scope, name, before, _ in change.names:
        now = plain.get(scope, name)
        if now is not before and now != before:
            return False
    for site, content, _ in change.heap:
        held = plain.load(site)
        if held is not content and not is_same(held, content):
            return False
    for scope, names, _ in change.scopes:
        found = scope_of(plain, scope)
        if found is not names and (found != names or list(found or ()) != list(names or ())):
            return False
    return all(instance_in(plain, scope, cls) == found for (scope, cls), found in change.instances)


def _change_state(state: State, change: _StateChange) -> None:
    for scope, name, before, after in change.names:
        if after is not before and after is not None:
            state.set(scope, name, after)
    for site, content, now in change.heap:
        if now is not content and now is not None:
            state.store(site, now)
    for scope, names, later in change.scopes:
        if names is not later:
            put_scope(state, scope, later)
