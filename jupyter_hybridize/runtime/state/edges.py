"""Yields what an object leads to, by its kind."""

from __future__ import annotations

import collections
import functools
import types
import weakref
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any  # objects of every type are read

import numpy as np

from jupyter_hybridize.runtime.state.kinds import Kind, Kinds
from jupyter_hybridize.runtime.state.raw_access import ancestry, attributes, class_name, namespace

# A layer's variables and sublayers belong to it whether or not the code names them.
_GATED_IN_LIBRARY_OBJECTS = frozenset(
    {Kind.REFUSED, Kind.OPAQUE, Kind.NDARRAY, Kind.FUNCTION, Kind.METHOD, Kind.CLASS, Kind.DATASET}
)


@dataclass(frozen=True, slots=True)
class Edge:
    """One step from an object to another."""

    step: str  # what it adds to the path: ".dense", "[3]", or nothing
    value: object
    key: str | None = None  # the attribute's name
    gate: str | None = None  # only code that mentions this name goes there

    @property
    def is_private(self) -> bool:
        """Return whether the attribute's name begins with an underscore."""
        return self.key is not None and self.key.startswith("_")


class Edges:
    """Knows the ways from an object of each kind."""

    def __init__(self, kinds: Kinds) -> None:
        self._kinds = kinds
        self._ways: dict[Kind, Callable[[Any], Iterable[Edge]]] = {
            Kind.LIST: lambda value: self._items(list(list.__iter__(value))),
            Kind.FIXED: lambda value: self._items(list(_fixed_iterator(value))),
            Kind.DEQUE: lambda value: self._items(list(collections.deque.__iter__(value))),
            Kind.SET: lambda value: self._items(list(set.__iter__(value))),
            Kind.DICT: self._entries,
            Kind.NDARRAY: self._elements,
            Kind.CELL: _content,
            Kind.FUNCTION: _function,
            Kind.METHOD: _method,
            Kind.WRAPPER: _wrapper,
            Kind.PARTIAL: _partial,
            Kind.CACHE: lambda value: (),
            Kind.CLASS: self._class,
            Kind.MODULE: self._module,
            Kind.CONCRETE: _graph_variables,
            Kind.WEAK: lambda value: (Edge("", weakref.ref.__call__(value)),),
        }

    def of(self, value: object, kind: Kind) -> Iterator[Edge]:
        """Yield the ways from *value*."""
        way = self._ways.get(kind)
        if way is not None:
            yield from way(value)
        if kind not in (Kind.CLASS, Kind.MODULE, Kind.VARIABLE, Kind.CONCRETE):
            yield from self._attributes(value)

    def _items(self, items: list[object]) -> Iterator[Edge]:
        if not self._all_atoms(items):
            for index, item in enumerate(items):
                yield Edge(f"[{index}]", item)

    def _entries(self, value: dict[object, object]) -> Iterator[Edge]:
        values = list(dict.values(value))
        if not self._all_atoms(values):
            for index, (key, item) in enumerate(dict.items(value)):
                yield Edge(_key_step(key, index), item)

    def _all_atoms(self, items: list[object]) -> bool:
        examples = dict(zip(map(id, map(type, items)), items, strict=False))
        return all(self._kinds.of(each) is Kind.ATOM for each in examples.values())

    def _elements(self, value: Any) -> Iterator[Edge]:
        if np.ndarray.dtype.__get__(value).hasobject:
            yield from self._items(list(np.ndarray.view(value, np.ndarray).flat))

    def _attributes(self, value: object) -> Iterator[Edge]:
        facts = self._kinds.facts(value)
        if facts.layout.target is not None:
            yield Edge("", facts.layout.target.__get__(value))
        if facts.is_users:
            yield Edge("", facts.cls)
        for name, descriptor in facts.layout.slots:
            try:
                yield Edge(f".{name}", descriptor.__get__(value), key=name)
            except AttributeError:
                continue
        for name, item in list((facts.layout.attributes(value) or {}).items()):
            if self._kinds.of(item) is not Kind.ATOM:
                yield self._attribute(name, item, facts.is_library_made)

    def _is_gated(self, name: str, item: object, library: bool) -> bool:
        if name == "__wrapped__" or (library and name.startswith("_")):
            return False
        return not library or self._kinds.of(item) in _GATED_IN_LIBRARY_OBJECTS

    def _attribute(self, name: object, item: object, library: bool) -> Edge:
        if type(name) is not str:
            return Edge("", item)
        gate = name if self._is_gated(name, item, library) else None
        shown = name.lstrip("_") if library else name
        return Edge("" if name in ("_value", "__wrapped__") else f".{shown}", item, key=name, gate=gate)

    def _class(self, cls: type) -> Iterator[Edge]:
        if not self._kinds.is_users(cls):
            return
        bases = [each for each in ancestry(cls)[1:-1] if not self._kinds.is_users(each)]
        inherited = {name for each in bases for name in namespace(each)}
        for each in ancestry(cls)[1:]:
            if self._kinds.is_users(each):
                yield Edge("", each)
        for name, item in list(namespace(cls).items()):
            is_called = name != "__init__" and (name in inherited or name.startswith("__"))
            yield Edge(f".{name}", item, key=name, gate=None if is_called else name)
        yield Edge(".__init__", namespace(cls).get("__init__"), gate=class_name(cls))

    def _module(self, module: types.ModuleType) -> Iterator[Edge]:
        found = types.ModuleType.__getattribute__(module, "__dict__")
        if self._kinds.is_users(module):
            for name, item in list(found.items()):
                yield Edge(f".{name}", item, key=name, gate=name)


def _fixed_iterator(value: Any) -> Iterator[object]:
    cls: Any = tuple if any(each is tuple for each in ancestry(type(value))) else frozenset
    found: Iterator[object] = cls.__iter__(value)
    return found


def _key_step(key: object, index: int) -> str:
    if type(key) is int:
        return f"[{key}]"
    if type(key) is str and len(key) <= 40 and key.replace("_", "").replace("-", "").isalnum():
        return f"['{key}']"
    return f"[item {index}]"


def _content(cell: types.CellType) -> Iterator[Edge]:
    try:
        yield Edge("", cell.cell_contents)
    except ValueError:  # not assigned yet
        return


def _function(function: types.FunctionType) -> Iterator[Edge]:
    for name, cell in zip(function.__code__.co_freevars, function.__closure__ or (), strict=False):
        # TensorFlow binds a decorated method to its instance in this way
        yield Edge("<self>" if name == "weak_instance" else f"<{name}>", cell)
    parameters = function.__code__.co_varnames[: function.__code__.co_argcount]
    defaults = function.__defaults__ or ()
    for name, item in zip(parameters[len(parameters) - len(defaults) :], defaults, strict=False):
        yield Edge(f"<{name}>", item)
    for name, item in (function.__kwdefaults__ or {}).items():
        yield Edge(f"<{name}>", item)


def _method(method: Any) -> Iterator[Edge]:
    yield Edge("<self>", method.__self__)
    if type(method) is types.MethodType:
        yield Edge("", method.__func__)


def _wrapper(value: Any) -> Iterator[Edge]:
    if any(each is property for each in ancestry(type(value))):
        found = [property.__dict__[name].__get__(value) for name in ("fget", "fset", "fdel")]
    elif any(each is functools.cached_property for each in ancestry(type(value))):
        found = [(attributes(value) or {}).get("func")]
    else:
        cls: Any = staticmethod if any(each is staticmethod for each in ancestry(type(value))) else classmethod
        found = [cls.__dict__["__func__"].__get__(value)]
    for each in found:
        yield Edge("", each)


def _partial(value: Any) -> Iterator[Edge]:
    cls: Any = functools.partial
    if not any(each is cls for each in ancestry(type(value))):
        return  # a partialmethod keeps all in its attributes
    yield Edge("", cls.__dict__["func"].__get__(value))
    yield Edge(".args", cls.__dict__["args"].__get__(value))
    yield Edge(".keywords", cls.__dict__["keywords"].__get__(value))


def _graph_variables(function: Any) -> Iterator[Edge]:
    # `graph.variables` raises where one is gone, as after the cell that makes the model was run again.
    for index, reference in enumerate(function.graph._weak_variables):
        variable = reference()
        if variable is not None:
            yield Edge(f".variables[{index}]", variable, key="_variables")
