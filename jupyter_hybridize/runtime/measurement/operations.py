"""How many operations a call executes, and how many nodes its graph has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from tensorflow.python.framework import op_callbacks, op_def_registry

from jupyter_hybridize.runtime.isolation.graph_operations import operation_types
from jupyter_hybridize.runtime.op_state import state_kind

_NO_WORK = frozenset({"Placeholder", "Const", "NoOp", "Identity", "IdentityN"})


@dataclass(slots=True)
class OperationCount:
    """The operations executed eagerly while counting."""

    total: int = 0
    types: dict[str, int] = field(default_factory=dict)

    def _add(self, op_type: Any, inputs: Any, attrs: Any, outputs: Any, op_name: Any = None, graph: Any = None) -> None:
        if graph is None:  # else it is a node of a graph being traced
            self.total += 1
            name = op_type if isinstance(op_type, str) else op_type.decode()
            self.types[name] = self.types.get(name, 0) + 1


@contextmanager
def counted() -> Iterator[OperationCount]:
    """Count the operations executed within; a call of a graph is one operation."""
    count = OperationCount()
    callback: Callable[..., None] = count._add
    try:
        op_callbacks.add_op_callback(callback)
        yield count
    finally:
        with suppress(KeyError):  # interrupted before it was added
            op_callbacks.remove_op_callback(callback)


@dataclass(frozen=True, slots=True)
class GraphNodes:
    """The nodes of a graph and of the bodies of its loops, branches and calls, each counted once."""

    total: int  # without inputs, constants and nodes that only pass on
    random: tuple[str, ...]  # the types of those that draw random numbers
    own_stream: tuple[str, ...]  # of these, those whose stream is hidden in the operation and cannot be set


def graph_nodes(concrete: Any) -> GraphNodes:
    """Return the nodes of a traced (concrete) function."""
    types = operation_types(concrete.graph)
    random = tuple(name for name in types if state_kind(name, is_stateful=True) == "random")
    own_stream = tuple(name for name in random if _has_own_stream(name))
    return GraphNodes(sum(count for name, count in types.items() if name not in _NO_WORK), random, own_stream)


def _has_own_stream(name: str) -> bool:
    """Return whether the state is in the kernel; a generator's (`RngReadAndSkip`, `StatefulUniform`) is a variable."""
    definition = op_def_registry.get(name)
    return definition is not None and definition.is_stateful and not name.startswith(("Rng", "Stateful"))
