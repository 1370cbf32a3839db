"""Describes the Python objects in reach of a function so that two moments can be compared."""

from __future__ import annotations

import array
import collections
from collections.abc import Iterator
from typing import Any  # objects of every type are described

import numpy as np

from jupyter_hybridize.runtime.state.kinds import Kind, Kinds
from jupyter_hybridize.runtime.state.raw_access import class_name, namespace
from jupyter_hybridize.runtime.state.reach import Reach, Reached

_WITHOUT_PATH = (Kind.CELL, Kind.METHOD, Kind.WRAPPER, Kind.WEAK)  # they lead to what people know by the name


def unique_paths(items: list[Reached]) -> Iterator[tuple[str, Reached]]:
    """Yield each item with its path, a number added to one that was there before."""
    seen: dict[str, int] = {}
    for item in items:
        if item.kind in _WITHOUT_PATH:
            continue
        number = seen[item.path] = seen.get(item.path, 0) + 1
        yield (item.path if number == 1 else f"{item.path}#{number}"), item


def describe_state(reach: Reach) -> dict[str, object]:
    """Return what the user's containers, attributes, arrays and names hold, by path.

    What cannot change stands for itself; anything else is named by its own path, or by its class where it has none.
    """
    return _Description(reach).entries()


class _Description:
    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._kinds = Kinds()
        self._items = [(path, item) for path, item in unique_paths(reach.objects) if not reach.is_internal(item)]
        self._paths = {id(item.value): path for path, item in self._items}

    def entries(self) -> dict[str, object]:
        found: dict[str, object] = {}
        for path, item in self._items:
            found.update(self._describe(path, item))
        for item in self._reach.objects:
            if item.kind is Kind.CELL and not self._reach.is_internal(item):
                found.update(self._binding(item))
        for namespace_, names in self._reach.written_names.values():
            found.update((name, self._shown(namespace_[name])) for name in sorted(names) if name in namespace_)
        return found

    def _describe(self, path: str, item: Reached) -> Iterator[tuple[str, object]]:
        value = item.value
        if item.kind in (Kind.LIST, Kind.DEQUE, Kind.SET, Kind.DICT, Kind.NDARRAY, Kind.BYTES, Kind.ARRAY):
            yield path, self._contents(item)
        if item.kind is Kind.CLASS:
            yield from self._named(path, dict(namespace(value)), item)
        elif item.kind is Kind.MODULE:
            names = self._reach.written_attributes & vars(value).keys() if item.is_users else set()
            yield from ((f"{path}.{name}", self._shown(vars(value)[name])) for name in sorted(names))
        elif item.kind is not Kind.FUNCTION or item.is_users:
            yield from self._named(path, item.facts.layout.attributes(value) or {}, item)
            for name, descriptor in item.facts.layout.slots:
                if _has(descriptor, value):
                    yield f"{path}.{name}", self._shown(descriptor.__get__(value))

    def _binding(self, item: Reached) -> Iterator[tuple[str, object]]:
        try:
            shown = self._shown(item.value.cell_contents)
        except ValueError:  # not assigned yet
            return
        if shown != f"<{item.path}>":
            yield item.path, shown

    def _named(self, path: str, found: dict[str, Any], item: Reached) -> Iterator[tuple[str, object]]:
        for name, value in list(found.items()):
            if type(name) is not str or name.startswith("__"):
                continue
            if not item.is_library_made or name in self._reach.written_attributes:
                yield f"{path}.{name}", self._shown(value)

    def _contents(self, item: Reached) -> object:
        value = item.value
        if item.kind is Kind.LIST:
            return [self._shown(each) for each in list.__iter__(value)]
        if item.kind is Kind.DEQUE:
            return [self._shown(each) for each in collections.deque.__iter__(value)]
        if item.kind is Kind.SET:
            return sorted((self._shown(each) for each in set.__iter__(value)), key=_order)
        if item.kind is Kind.DICT:
            return [(self._shown(key), self._shown(each)) for key, each in dict.items(value)]
        if item.kind is Kind.BYTES:
            return bytes(bytearray.__getitem__(value, slice(None)))
        if item.kind is Kind.ARRAY:
            return array.array.tolist(value)
        plain = np.ndarray.view(value, np.ndarray)
        return [self._shown(each) for each in plain.ravel()] if plain.dtype.hasobject else np.array(plain)

    def _shown(self, value: object) -> object:
        kind = self._kinds.of(value)
        if kind is Kind.ATOM:
            return value
        if kind is Kind.FIXED and type(value) is tuple:
            return tuple(self._shown(each) for each in value)
        if id(value) in self._paths:
            return f"<{self._paths[id(value)]}>"
        return f"<{class_name(type(value))}>"


def _has(descriptor: Any, value: object) -> bool:
    try:
        descriptor.__get__(value)
    except AttributeError:
        return False
    return True


def _order(shown: object) -> tuple[str, str]:
    return type(shown).__name__, str(shown) if type(shown) in (int, float, str, bytes, bool) else ""
