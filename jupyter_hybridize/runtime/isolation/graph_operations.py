"""The types of the operations in a graph and in the functions it calls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tensorflow.python.eager import context
from tensorflow.python.framework import op_def_registry

from jupyter_hybridize.runtime.op_state import state_kind

_UNREPEATABLE = ("io", "python")  # reads or writes files, or runs Python: what it does may differ from call to call


def operation_types(graph: Any) -> Counter[str]:
    """Return how many operations of each type *graph* has, the bodies of its loops, branches and calls included."""
    return Counter(_types(graph))


def random_types(types: Counter[str]) -> tuple[str, ...]:
    """Return those whose results differ from call to call because they keep a state of their own."""
    return tuple(sorted(name for name in types if _kind(name) == "random"))


def io_types(types: Counter[str]) -> tuple[str, ...]:
    """Return those that reach outside TensorFlow, printing excepted, or take elements from an iterator."""
    return tuple(sorted(name for name in types if _kind(name) in _UNREPEATABLE or name.startswith("IteratorGetNext")))


def _kind(name: str) -> str | None:
    definition = op_def_registry.get(name)
    return state_kind(name, is_stateful=bool(definition is not None and definition.is_stateful))


def _types(graph: Any) -> Iterator[str]:
    pending: list[str] = []
    for operation in graph.get_operations():
        yield operation.type
        pending += _called(operation.node_def)
    seen: set[str] = set()
    while pending:
        name = pending.pop()
        if name not in seen and context.context().has_function(name):
            seen.add(name)
            for node in context.context().get_function_def(name).node_def:
                yield node.op
                pending += _called(node)


def _called(node: Any) -> list[str]:
    single = [value.func.name for value in node.attr.values() if value.HasField("func")]
    return single + [each.name for value in node.attr.values() for each in value.list.func]
