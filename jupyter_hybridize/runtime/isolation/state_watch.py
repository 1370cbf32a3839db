"""Takes note of the Python state that a function reaches, to tell afterwards what of it was changed."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from jupyter_hybridize.runtime.isolation.watched_state import (
    Contents,
    NamedHolder,
    Names,
    Snapshot,
    contents_of,
    global_random_state,
)
from jupyter_hybridize.runtime.state.kinds import Kind
from jupyter_hybridize.runtime.state.raw_access import Layout
from jupyter_hybridize.runtime.state.reach import Reach, Reached, find_reach


def watch_state(function: Callable[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any]) -> tuple[Snapshot, bool]:
    """Return a snapshot of what a call can change, and whether it holds all of it."""
    reach = find_reach(function, args, kwargs)
    holders = (*_holders(reach), *_globals(reach), *global_random_state())
    return Snapshot(holders), reach.is_complete


def _holders(reach: Reach) -> Iterator[NamedHolder | Contents]:
    for item in reach.objects:
        if reach.is_internal(item):
            continue
        contents = contents_of(item.value)
        if contents is not None:
            yield Contents(contents[0], item.path, contents[1])
        elif item.kind is Kind.CELL:
            yield NamedHolder("global", "", functools.partial(_cell, item.path, item.value))
        elif item.kind is Kind.CLASS:
            yield NamedHolder("attribute", f"{item.path}.", functools.partial(_class_body, item.value))
        elif item.kind in (Kind.OBJECT, Kind.FUNCTION):
            yield NamedHolder("attribute", f"{item.path}.", _attribute_reader(item, reach))


def _globals(reach: Reach) -> Iterator[NamedHolder]:
    """Yield the namespaces of the user's functions and modules, each once."""
    found: dict[int, tuple[str, dict[str, Any]]] = {}
    for item in reach.objects:
        if item.kind is Kind.FUNCTION and item.is_users:
            found.setdefault(id(item.value.__globals__), ("", item.value.__globals__))
        elif item.kind is Kind.MODULE and item.is_users:
            found.setdefault(id(vars(item.value)), (f"{item.path}.", vars(item.value)))
    for prefix, names in found.values():
        yield NamedHolder("global", prefix, functools.partial(_visible, names))


def _attribute_reader(item: Reached, reach: Reach) -> Callable[[], Names]:
    """Return a reader of an object's attributes: of those of a library's object, what the user's code assigns.

    A library keeps notes of its own in its objects, as Keras does when it builds a layer. It does so in private
    attributes, and makes one of `trainable` when the user assigns it.
    """
    assigned = reach.written_attributes if item.is_library_made else None
    return functools.partial(_attributes, item.value, item.facts.layout, assigned)


def _attributes(value: object, layout: Layout, assigned: set[str] | None) -> Names:
    found: dict[str, Any] = {**(layout.attributes(value) or {})}
    for name, descriptor in layout.slots:
        try:
            found[name] = descriptor.__get__(value)
        except AttributeError:
            continue
    if assigned is None:
        return found
    return {name: part for name, part in found.items() if name in assigned or name.removeprefix("_") in assigned}


def _cell(name: str, cell: Any) -> Names:
    try:
        return {name: cell.cell_contents}
    except ValueError:  # not assigned yet
        return {}


def _class_body(cls: type) -> Names:
    return _visible(dict(vars(cls)))


def _visible(names: Mapping[str, Any]) -> Names:
    return {name: value for name, value in names.items() if not name.startswith("__")}
