"""Lets graphs go that TensorFlow's registry of gradients would keep for ever."""

from __future__ import annotations

import types
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tensorflow.python.framework import ops, registry

_DEEPEST = 3


@contextmanager
def gradients_let_go() -> Iterator[None]:
    """Make what is traced within disappear with its graph.

    An operation with a custom gradient (a cross-entropy, a ``relu`` of Keras) is registered by a name of its own each
    time that it is traced, with a function that holds the whole graph: a training step keeps 1 MB a trace. Here the
    registry holds it weakly, and the graphs themselves hold it, so that one which is still in use loses nothing.
    """
    entries: dict[str, dict[str, Any]] = ops.gradient_registry._registry
    before = set(entries)
    try:
        yield
    finally:
        for name in entries.keys() - before:
            _loosen(entries, name)


def _loosen(entries: dict[str, dict[str, Any]], name: str) -> None:
    gradient = entries[name][registry._TYPE_TAG]
    graph = _graph_of(gradient, _DEEPEST)
    if graph is None:
        return
    while graph is not None:  # a branch may be made again, from its text, by the function around it
        graph._registered_gradients = (*getattr(graph, "_registered_gradients", ()), gradient)
        graph = graph.outer_graph if hasattr(graph.outer_graph, "outer_graph") else None
    held = weakref.ref(gradient, lambda _: entries.pop(name, None))

    def call(*args: Any) -> Any:
        return held()(*args)  # type: ignore[misc]  # alive as long as a graph asks for it

    entries[name][registry._TYPE_TAG] = call


def _graph_of(function: Callable[..., Any], depth: int) -> Any:
    """Return the graph that the tensors in a function's closure belong to."""
    for cell in getattr(function, "__closure__", None) or ():
        content = cell.cell_contents
        if isinstance(content, types.FunctionType) and depth:
            found = _graph_of(content, depth - 1)
        else:
            items = content if isinstance(content, list | tuple) else [content]
            found = next((g for item in items if (g := _symbolic_graph(item)) is not None), None)
        if found is not None:
            return found
    return None


def _symbolic_graph(item: object) -> Any:
    """Return the function's graph that a tensor is in."""
    graph = item.graph if isinstance(item, ops.SymbolicTensor) else None
    return graph if hasattr(graph, "outer_graph") else None
