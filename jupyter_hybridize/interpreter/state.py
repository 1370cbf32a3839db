"""The abstract state: what each name and each heap object is at one point of the program."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import AbstractValue, Instance, Site, value

ScopeId = str


@dataclass(slots=True)
class Watch:
    """What was looked up or changed in a state and those made from it; what was joined had been changed."""

    start: State  # which nothing changes
    names: set[tuple[ScopeId, str]] = field(default_factory=set)
    scopes: set[ScopeId] = field(default_factory=set)  # as a whole
    sites: set[Site] = field(default_factory=set)
    instances: dict[tuple[ScopeId, str], AbstractValue | None] = field(default_factory=dict)  # that were looked for
    is_whole: bool = False


class State:
    """Names by scope and objects by site; forking is cheap, writing copies only the scope written to."""

    __slots__ = ("_heap", "_owned", "_owns_heap", "_scopes", "watch")

    def __init__(self) -> None:
        self._scopes: dict[ScopeId, dict[str, AbstractValue]] = {}
        self._heap: dict[Site, HeapObject] = {}
        self._owned: set[ScopeId] = set()
        self._owns_heap = True
        self.watch: Watch | None = None

    def fork(self) -> State:
        """Return an equal state that can be changed independently."""
        other = State.__new__(State)
        other._scopes = dict(self._scopes)
        other._heap = self._heap
        other._owned = set()
        other._owns_heap = False
        other.watch = self.watch
        self._owned = set()
        self._owns_heap = False
        return other

    def get(self, scope: ScopeId, name: str) -> AbstractValue | None:
        """Return what *name* is in *scope*, None if it is not bound there."""
        if self.watch is not None:
            self.watch.names.add((scope, name))
        names = self._scopes.get(scope)
        return None if names is None else names.get(name)

    def set(self, scope: ScopeId, name: str, item: AbstractValue) -> None:
        """Bind *name* in *scope*."""
        if self.watch is not None:
            self.watch.names.add((scope, name))
        self._writable(scope)[name] = item

    def delete(self, scope: ScopeId, name: str) -> None:
        """Unbind *name* in *scope*."""
        if self.watch is not None:
            self.watch.names.add((scope, name))
            if name in self.watch.start._scopes.get(scope, {}):
                self.watch.scopes.add(scope)  # where it is bound again it stands after all others
        self._writable(scope).pop(name, None)

    def names(self, scope: ScopeId) -> dict[str, AbstractValue]:
        """Return the bindings of *scope* (not to be changed)."""
        if self.watch is not None:
            self.watch.scopes.add(scope)
        return self._scopes.get(scope, {})

    def drop(self, scope: ScopeId) -> None:
        """Forget *scope*."""
        if self.watch is not None:
            self.watch.scopes.add(scope)
        self._scopes.pop(scope, None)
        self._owned.discard(scope)

    def load(self, site: Site) -> HeapObject | None:
        """Return the object at *site*."""
        if self.watch is not None:
            self.watch.sites.add(site)
        return self._heap.get(site)

    def store(self, site: Site, content: HeapObject) -> None:
        """Replace the object at *site*."""
        if self.watch is not None:
            self.watch.sites.add(site)
        if not self._owns_heap:
            self._heap = dict(self._heap)
            self._owns_heap = True
        self._heap[site] = content

    def join(self, other: State | None) -> State:
        """Return what is true of both (⊔); None stands for an unreachable point."""
        if other is None or other is self:
            return self
        result = self.fork()
        for scope, theirs in other._scopes.items():
            ours = result._scopes.get(scope)
            if ours is theirs:
                continue
            if ours is None:
                result._scopes[scope] = theirs
            else:
                result._scopes[scope] = _join_names(ours, theirs)
                result._owned.add(scope)
        _join_heap(result, other)
        return result

    def _writable(self, scope: ScopeId) -> dict[str, AbstractValue]:
        names = self._scopes.get(scope)
        if names is None or scope not in self._owned:
            names = dict(names or {})
            self._scopes[scope] = names
            self._owned.add(scope)
        return names

    def __eq__(self, other: object) -> bool:
        return isinstance(other, State) and self._scopes == other._scopes and self._heap == other._heap

    __hash__ = None  # type: ignore[assignment]


def bindings_of(state: State) -> Iterator[tuple[ScopeId, str, AbstractValue]]:
    """Yield every name of every scope with its value."""
    if state.watch is not None:
        state.watch.is_whole = True
    for scope, names in state._scopes.items():
        for name, item in names.items():
            yield scope, name, item


def contents_of(state: State) -> Iterator[HeapObject]:
    """Yield every object of the heap."""
    if state.watch is not None:
        state.watch.is_whole = True
    return iter(state._heap.values())


def unwatched(state: State) -> State:
    """Return an equal state of which nobody sees what is looked up."""
    other = state.fork()
    other.watch = None
    return other


def scope_of(state: State, scope: ScopeId) -> dict[str, AbstractValue] | None:
    """Return the bindings of *scope*, None if there is no such scope."""
    return state._scopes.get(scope)


def put_scope(state: State, scope: ScopeId, names: dict[str, AbstractValue] | None) -> None:
    """Let *scope* have exactly these bindings."""
    state.drop(scope)
    if names is not None:
        state._scopes[scope] = names


def widened(
    old: State, new: State, scope: ScopeId, widen: Callable[[AbstractValue, AbstractValue], AbstractValue]
) -> State:
    """Return *new* with what *widen* makes of each name of *scope* that is not what it was."""
    wide = new.fork()
    before = old._scopes.get(scope, {})
    for name, item in new._scopes.get(scope, {}).items():
        was = before.get(name)
        if was is not None and was is not item and was != item:
            wide.set(scope, name, widen(was, item))
    return wide


def instance_in(state: State, scope: ScopeId, cls: str) -> AbstractValue | None:
    """Return the first object of class *cls* that a name of *scope* is bound to, None if there is none."""
    names = state._scopes.get(scope, {})
    each = (instance for item in names.values() for instance in item.each(Instance))
    atom = next((instance for instance in each if instance.cls == cls), None)
    found = None if atom is None else value(atom)
    if state.watch is not None:
        state.watch.instances[scope, cls] = found
    return found


def is_unchanged(state: State, later: State) -> bool:
    """Return whether *later*, which was forked from *state* or the other way round, has not been written to."""
    mine, theirs = state._scopes, later._scopes
    if state._heap is not later._heap or len(mine) != len(theirs):
        return False
    return all(theirs.get(scope) is names for scope, names in mine.items())


def changed_objects(now: State, earlier: State) -> frozenset[Site]:
    """Return the sites of *earlier* whose objects *now* differ."""
    if now._heap is earlier._heap:
        return frozenset()
    pairs = ((site, now._heap.get(site), before) for site, before in earlier._heap.items())
    return frozenset(
        site for site, after, before in pairs if after is not None and after is not before and after != before
    )


def join_states(left: State | None, right: State | None) -> State | None:
    """Return the join of two points, either of which may be unreachable."""
    return right if left is None else left.join(right)


def _join_heap(into: State, other: State) -> None:
    if into._heap is other._heap:
        return
    for site, content in other._heap.items():
        ours = into._heap.get(site)
        if ours is None:
            into.store(site, content)
        elif ours is not content:
            into.store(site, ours.join(content))


def _join_names(ours: dict[str, AbstractValue], theirs: dict[str, AbstractValue]) -> dict[str, AbstractValue]:
    joined = dict(ours)
    for name, item in theirs.items():
        mine = joined.get(name)
        joined[name] = item if mine is None or mine is item else _either(mine, item)
    return joined


def _either(mine: AbstractValue, theirs: AbstractValue) -> AbstractValue:
    """Return the join, as an object of its own: a name may have been bound, be it to an equal value."""
    joined = mine.join(theirs)
    return AbstractValue(joined.atoms, joined.origins)
