"""The abstract state: what each name and each heap object is at one point of the program."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import AbstractValue, Instance, Site, value
from jupyter_hybridize.interpreter.memory.layers import Layers

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
    """Names by scope and objects by site; forking is cheap, and joining looks only at what changed since."""

    __slots__ = ("_heap", "_owned", "_scopes", "watch")

    def __init__(self) -> None:
        self._scopes: Layers[dict[str, AbstractValue]] = Layers()
        self._heap: Layers[HeapObject] = Layers()
        self._owned: set[ScopeId] = set()
        self.watch: Watch | None = None

    def fork(self) -> State:
        """Return an equal state that can be changed independently."""
        other = State.__new__(State)
        other._scopes = self._scopes.fork()
        other._heap = self._heap.fork()
        other._owned = set()
        other.watch = self.watch
        self._owned = set()
        return other

    def get(self, scope: ScopeId, name: str) -> AbstractValue | None:
        """Return what *name* is in *scope*, None if it is not bound there."""
        if self.watch is not None:
            self.watch.names.add((scope, name))
        names = self._scopes.get(scope)
        if names is None or name not in names:
            return None
        return names[name]

    def set(self, scope: ScopeId, name: str, item: AbstractValue) -> None:
        """Bind *name* in *scope*."""
        if self.watch is not None:
            self.watch.names.add((scope, name))
        self._writable(scope)[name] = item

    def delete(self, scope: ScopeId, name: str) -> None:
        """Unbind *name* in *scope*."""
        if self.watch is not None:
            self.watch.names.add((scope, name))
            if name in (self.watch.start._scopes.get(scope) or {}):
                self.watch.scopes.add(scope)  # where it is bound again it stands after all others
        self._writable(scope).pop(name, None)

    def names(self, scope: ScopeId) -> dict[str, AbstractValue]:
        """Return the bindings of *scope* (not to be changed)."""
        if self.watch is not None:
            self.watch.scopes.add(scope)
        return self._scopes.get(scope) or {}

    def drop(self, scope: ScopeId) -> None:
        """Forget *scope*."""
        if self.watch is not None:
            self.watch.scopes.add(scope)
        if self._scopes.get(scope) is not None:
            self._scopes.put(scope, None)
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
        self._heap.put(site, content)

    def join(self, other: State | None) -> State:
        """Return what is true of both (⊔); None stands for an unreachable point."""
        if other is None or other is self:
            return self
        result = self.fork()
        _add(result, other, self)
        return result

    def _writable(self, scope: ScopeId) -> dict[str, AbstractValue]:
        names = self._scopes.get(scope)
        if names is None or scope not in self._owned:
            names = dict(names or {})
            self._scopes.put(scope, names)
            self._owned.add(scope)
        return names

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, State)
            and all(here == there for _, here, there in self._scopes.differing(other._scopes))
            and all(here == there for _, here, there in self._heap.differing(other._heap))
        )

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
    return iter(state._heap.whole().values())


def bindings_used(state: State) -> Iterator[tuple[ScopeId, str, AbstractValue]]:
    """Yield the names, with their values, that were looked up or bound since *state* is watched; every name if not."""
    watch = state.watch
    if watch is None:
        yield from bindings_of(state)
        return
    for scope in watch.scopes:
        for name, item in (state._scopes.get(scope) or {}).items():
            yield scope, name, item
    for scope, name in watch.names:
        names = state._scopes.get(scope)
        if names is not None and name in names and scope not in watch.scopes:
            yield scope, name, names[name]


def contents_used(state: State) -> Iterator[HeapObject]:
    """Yield the objects that were looked up or changed since *state* is watched; every object if it is not."""
    if state.watch is None:
        return contents_of(state)
    held = (state._heap.get(site) for site in state.watch.sites)
    return (content for content in held if content is not None)


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
        state._scopes.put(scope, names)


def widened(
    old: State, new: State, scope: ScopeId, widen: Callable[[AbstractValue, AbstractValue], AbstractValue]
) -> State:
    """Return *new* with what *widen* makes of each name of *scope* that is not what it was."""
    wide = new.fork()
    before = old._scopes.get(scope) or {}
    for name, item in (new._scopes.get(scope) or {}).items():
        was = before.get(name)
        if was is not None and was is not item and was != item:
            wide.set(scope, name, widen(was, item))
    return wide


def instance_in(state: State, scope: ScopeId, cls: str) -> AbstractValue | None:
    """Return the first object of class *cls* that a name of *scope* is bound to, None if there is none."""
    names = state._scopes.get(scope) or {}
    each = (instance for item in names.values() for instance in item.each(Instance))
    atom = next((instance for instance in each if instance.cls == cls), None)
    found = None if atom is None else value(atom)
    if state.watch is not None:
        state.watch.instances[scope, cls] = found
    return found


def is_unchanged(state: State, later: State) -> bool:
    """Return whether *later*, which was forked from *state* or the other way round, has not been written to."""
    return state._heap.is_shared_with(later._heap) and not any(state._scopes.differing(later._scopes))


def changed_names(now: State, earlier: State) -> tuple[tuple[ScopeId, str], ...]:
    """Return the names, each with its scope, that are *now* something else than *earlier*, those bound since too."""
    return tuple(
        (scope, name)
        for scope, after, before in now._scopes.differing(earlier._scopes)
        for name, item in (after or {}).items()
        if (before or {}).get(name) != item
    )


def changed_objects(now: State, earlier: State) -> frozenset[Site]:
    """Return the sites of *earlier* whose objects *now* differ."""
    return frozenset(
        site
        for site, after, before in now._heap.differing(earlier._heap)
        if after is not None and before is not None and after != before
    )


def forget(state: State, site: Site) -> None:
    """Let nothing stand at *site*."""
    if state.watch is not None:
        state.watch.sites.add(site)
    state._heap.put(site, None)


def new_objects(now: State, earlier: State) -> tuple[dict[Site, HeapObject], list[HeapObject]]:
    """Return the objects that were made since *earlier*, and those of then that are *now* others."""
    made: dict[Site, HeapObject] = {}
    changed: list[HeapObject] = []
    for site, after, before in now._heap.differing(earlier._heap):
        if after is not None and before is None:
            made[site] = after
        elif after is not None:
            changed.append(after)
    return made, changed


def rebound(now: State, earlier: State) -> Iterator[AbstractValue]:
    """Yield what names were bound to since *earlier*."""
    for _, after, before in now._scopes.differing(earlier._scopes):
        bound = before or {}
        yield from (item for name, item in (after or {}).items() if bound.get(name) is not item)


def join_states(left: State | None, right: State | None) -> State | None:
    """Return the join of two points, either of which may be unreachable."""
    return right if left is None else left.join(right)


def join_along(states: Sequence[State]) -> State | None:
    """Return the join of points that a program passes one after the other: what one leaves as it was is joined once."""
    if len(states) < 2:
        return states[0] if states else None
    joined = states[0].fork()
    for before, state in pairwise(states):
        _add(joined, state, before)
    return joined


def _add(joined: State, other: State, before: State) -> None:
    """Let *joined* be its join with *other*, as far as that is not as *before*, which was joined already."""
    scopes, objects = list(before._scopes.differing(other._scopes)), list(before._heap.differing(other._heap))
    for scope, _, theirs in scopes:
        ours = joined._scopes.get(scope)
        if ours is None:
            joined._scopes.put(scope, theirs)
        elif theirs is not None and theirs is not ours:
            joined._scopes.put(scope, _join_names(ours, theirs))
            joined._owned.add(scope)
    for site, _, its in objects:
        mine = joined._heap.get(site)
        if its is not None and its is not mine:
            joined.store(site, its if mine is None else mine.join(its))


def _join_names(ours: dict[str, AbstractValue], theirs: dict[str, AbstractValue]) -> dict[str, AbstractValue]:
    joined = dict(ours)
    for name, item in theirs.items():
        if name not in joined:
            joined[name] = item
        elif joined[name] is not item:
            joined[name] = _either(joined[name], item)
    return joined


def _either(mine: AbstractValue, theirs: AbstractValue) -> AbstractValue:
    """Return the join, as an object of its own: a name may have been bound, be it to an equal value."""
    joined = mine.join(theirs)
    return AbstractValue(joined.atoms, joined.origins)
