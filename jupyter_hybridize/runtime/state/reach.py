"""Finds everything that a call of a function can change: by its code's names, its closure, its arguments."""

from __future__ import annotations

import collections
import sys
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any  # functions of every signature

from jupyter_hybridize.runtime.state.code_names import CodeNames, read_names
from jupyter_hybridize.runtime.state.edges import Edge, Edges
from jupyter_hybridize.runtime.state.kinds import Facts, Kind, Kinds
from jupyter_hybridize.runtime.state.raw_access import attributes, class_name
from jupyter_hybridize.runtime.state.unrestorable import Unrestorable, effects_of

MOST_OBJECTS = 200_000
LIBRARY_PATHS = ("keras", "tf.random.get_global_generator()")
# Keras lists its variables again under these names; the attribute that the layer itself uses makes the better path.
_LATE = frozenset(
    "_tracker _created_variables _trainable_variables _non_trainable_variables _trackable_variables "
    "_variables _trainable_tracker _self_unconditional_checkpoint_dependencies "
    "_self_unconditional_dependency_names".split()
)


@dataclass(slots=True)
class Reached:
    """One object that the function can get at."""

    path: str  # "model.layers[0].kernel"
    value: Any
    facts: Facts
    parent: Reached | None
    key: str | None  # the parent's attribute
    is_near: bool  # code in reach names every step of the way
    is_users: bool  # the user's code, or of a class of the user's

    @property
    def kind(self) -> Kind:
        """Return how its state is read."""
        return self.facts.kind

    @property
    def is_library_made(self) -> bool:
        """Return whether a library other than the standard one had a part in its class."""
        return self.facts.is_library_made


@dataclass(slots=True)
class Reach:
    """All that a function can get at."""

    objects: list[Reached] = field(default_factory=list)
    written_names: dict[int, tuple[dict[str, Any], set[str]]] = field(default_factory=dict)  # of global namespaces
    written_attributes: set[str] = field(default_factory=set)
    effects: list[Unrestorable] = field(default_factory=list)
    is_complete: bool = True

    def is_internal(self, item: Reached) -> bool:
        """Return whether *item* is held by a library's object under a name that no code of the user assigns."""
        following: Reached | None = item
        while following is not None and not following.is_users:
            parent = following.parent
            if parent is None:
                return following.path in LIBRARY_PATHS
            if parent.is_library_made and parent.kind is Kind.OBJECT and following.key not in self.written_attributes:
                return True
            following = parent
        return False

    def users_name(self, item: Reached) -> str:
        """Return the path of what holds *item* and is not a library's inside."""
        while item.parent is not None and self.is_internal(item):
            item = item.parent
        return item.path


def find_reach(function: Callable[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any], also: Any = ()) -> Reach:
    """Return all that a call of *function* with these arguments can get at."""
    return _Walk().run(list(_roots(function, args, kwargs, also)))


def _roots(
    function: Callable[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any], also: Sequence[Any]
) -> Iterator[Edge]:
    yield Edge(_name(function), function)
    for step, value in zip(_parameters(function, len(args)), args, strict=False):
        yield Edge(step, value)
    for key, value in kwargs.items():
        yield Edge(key, value)
    for index, value in enumerate(also):
        yield Edge(f"also[{index}]", value)
    yield from library_roots()


def library_roots() -> Iterator[Edge]:
    """Yield what Keras and TensorFlow hold for the whole process."""
    from keras.src.backend.common import global_state
    from tensorflow.python.ops import stateful_random_ops

    yield Edge(LIBRARY_PATHS[0], vars(global_state.GLOBAL_STATE_TRACKER))
    yield Edge(LIBRARY_PATHS[0], vars(global_state.GLOBAL_SETTINGS_TRACKER))
    yield Edge(LIBRARY_PATHS[1], stateful_random_ops.global_generator)


def _name(function: Any) -> str:
    if type(function) is types.MethodType:
        function = function.__func__
    if type(function) is types.FunctionType:
        return str(function.__name__)
    found = (attributes(function) or {}).get("__name__")
    return found if type(found) is str else class_name(type(function))


def _parameters(function: Any, count: int) -> list[str]:
    skipped = 0
    if type(function) is types.MethodType:
        function, skipped = function.__func__, 1
    function = (attributes(function) or {}).get("_python_function", function)
    names: list[str] = []
    if type(function) is types.FunctionType:
        names = list(function.__code__.co_varnames[skipped : function.__code__.co_argcount])
    return [names[index] if index < len(names) else f"args[{index}]" for index in range(count)]


class _Walk:
    """The work list; what is only behind names that no code mentions comes last."""

    def __init__(self) -> None:
        self._kinds = Kinds()
        self._edges = Edges(self._kinds)
        self._queue: collections.deque[tuple[Reached | None, Edge]] = collections.deque()
        self._late: collections.deque[tuple[Reached | None, Edge]] = collections.deque()
        self._waiting: dict[str, list[tuple[Reached | None, Edge]]] = {}
        self._mentioned: set[str] = set()
        self._is_dynamic = False
        self._is_near = True
        self._seen: set[int] = set()
        self._reach = Reach()

    def run(self, roots: list[Edge]) -> Reach:
        """Return everything behind *roots*."""
        self._queue.extend((None, edge) for edge in roots)
        self._drain()
        self._is_near = False
        for waiting in list(self._waiting.values()):
            self._queue.extend((parent, edge) for parent, edge in waiting if not _is_module(parent))
        self._waiting.clear()
        self._drain()
        return self._reach

    def _drain(self) -> None:
        while self._queue or self._late:
            parent, edge = (self._queue or self._late).popleft()
            facts = self._kinds.facts(edge.value)
            if facts.kind is Kind.ATOM or id(edge.value) in self._seen:
                continue
            if len(self._seen) >= MOST_OBJECTS:
                self._reach.is_complete = self._reach.is_complete and not self._is_near
                return
            self._seen.add(id(edge.value))
            self._visit(parent, edge, facts)

    def _visit(self, parent: Reached | None, edge: Edge, facts: Facts) -> None:
        users = self._kinds.is_users(edge.value)
        item = Reached(_join(parent, edge.step), edge.value, facts, parent, edge.key, self._is_near, users)
        self._reach.objects.append(item)
        if facts.kind is Kind.FUNCTION and users:
            self._read_code(item)
        for each in self._edges.of(edge.value, facts.kind):
            self._follow(item, each)

    def _follow(self, parent: Reached, edge: Edge) -> None:
        if edge.gate is None or not self._is_near or self._is_dynamic or edge.gate in self._mentioned:
            (self._late if edge.key in _LATE else self._queue).append((parent, edge))
        else:
            self._waiting.setdefault(edge.gate, []).append((parent, edge))

    def _read_code(self, item: Reached) -> None:
        function: types.FunctionType = item.value
        names = read_names(function.__code__)
        namespace: dict[str, Any] = function.__globals__
        if names.written_globals:
            written = self._reach.written_names.setdefault(id(namespace), (namespace, set()))
            written[1].update(names.written_globals)
        self._reach.written_attributes |= names.written_attributes
        for chain in names.chains:
            self._follow_chain(item, chain, namespace)
        if self._is_near:
            self._reach.effects += effects_of(names, namespace)
            self._mention(names)

    def _follow_chain(self, item: Reached, chain: tuple[str, ...], namespace: dict[str, Any]) -> None:
        if chain[0] in namespace:
            self._queue.append((item, Edge(f"<{chain[0]}>", namespace[chain[0]])))
            return
        for length in range(len(chain), 0, -1):
            module = sys.modules.get(".".join(chain[:length]))
            if module is not None:
                self._queue.append((item, Edge(f"<{chain[length - 1]}>", module)))
                return

    def _mention(self, names: CodeNames) -> None:
        self._mentioned |= names.mentioned
        self._is_dynamic = self._is_dynamic or names.is_dynamic
        for name in list(self._waiting) if self._is_dynamic else names.mentioned & self._waiting.keys():
            self._queue.extend(self._waiting.pop(name))


def _is_module(item: Reached | None) -> bool:
    return item is not None and item.kind is Kind.MODULE


def _join(parent: Reached | None, step: str) -> str:
    if parent is None:
        return step
    if not step.startswith("<"):
        return parent.path + step
    return step[1:-1]  # a name that the user's code has for it
