"""Compares the gradients that flow through a function and through its graph."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import tensorflow as tf

from jupyter_hybridize.results.verification import Agreement, Check
from jupyter_hybridize.runtime.verification.compare import Differences, compare
from jupyter_hybridize.runtime.verification.deadline import Deadline
from jupyter_hybridize.runtime.verification.judgement import Aspect, Finding
from jupyter_hybridize.runtime.verification.plain import plain
from jupyter_hybridize.runtime.verification.sides import Arguments

_LOOSENESS = 10.0  # as of variables after a step: a gradient is a sum over the batch
_UNABLE = (LookupError, NotImplementedError, ValueError, RuntimeError, TypeError, tf.errors.OpError)


@dataclass(frozen=True, slots=True)
class Gradient:
    """A gradient, and what it is taken of."""

    name: str
    variable: object | None  # None: an argument
    value: Any


Gradients = tuple[Gradient, ...]


def gradients_of(call: Callable[..., object], arguments: Arguments, deadline: Deadline) -> Gradients | None:
    """Return the gradients of the summed floating-point results.

    They are taken of the tensors among the arguments and of the variables that the call reads, in the order in which
    these were made. None: there is nothing to differentiate, or TensorFlow cannot.

    Raises:
        Expired: the time is over.
    """
    tensors = [item for item in tf.nest.flatten([arguments.args, dict(arguments.kwargs)]) if _is_source(item)]
    with tf.GradientTape() as tape:
        for tensor in tensors:
            tape.watch(tensor)
        result = deadline.run(call, *arguments.args, **arguments.kwargs)
        outputs = [item for item in _flat(result) if isinstance(item, tf.Tensor) and item.dtype.is_floating]
        total = tf.add_n([tf.reduce_sum(tf.cast(item, tf.float64)) for item in outputs]) if outputs else None
    if total is None:
        return None
    watched = tape.watched_variables()
    try:
        found = deadline.run(tape.gradient, total, [*tensors, *watched])
    except _UNABLE:
        return None
    of = [(f"argument {n}", None) for n in range(1, len(tensors) + 1)] + [
        (_name(n, v), v) for n, v in enumerate(watched, 1)
    ]
    return tuple(Gradient(name, variable, value) for (name, variable), value in zip(of, found, strict=True))


def gradient_finding(eager: Gradients | None, graph: Gradients | None) -> Finding:
    """Return how two sets of gradients compare."""
    aspect = Aspect.GRADIENTS
    if eager is None or not any(each.value is not None for each in eager):
        return Finding(aspect, Check(aspect.value, Agreement.NOT_THERE))
    if graph is None:
        return Finding(
            aspect, Check(aspect.value, Agreement.DIFFERENT, "TensorFlow cannot take them through the graph")
        )
    differences = Differences()
    for left, right in _pairs(eager, graph):
        _compare_one(left.name, left.value, None if right is None else right.value, differences)
    if differences.found:
        return Finding(aspect, Check(aspect.value, Agreement.DIFFERENT, differences.text))
    detail = f"largest difference {differences.largest:.0e}" if differences.largest else ""
    return Finding(aspect, Check(aspect.value, Agreement.EQUAL, detail))


def _pairs(eager: Gradients, graph: Gradients) -> Iterator[tuple[Gradient, Gradient | None]]:
    """Pair what the gradients are taken of; variables that each side makes for itself, by the order of their making."""
    there = {_identity(each): each for each in graph}
    here = {_identity(each) for each in eager}
    made = iter([each for key, each in there.items() if key not in here])
    for left in eager:
        yield left, there.get(_identity(left)) or next(made, None)


def _identity(gradient: Gradient) -> object:
    return gradient.name if gradient.variable is None else id(gradient.variable)


def _compare_one(name: str, left: Any, right: Any, into: Differences) -> None:
    if left is None and right is None:
        return
    if left is not None and right is None:
        into.add(f"that of `{name}` is lost in the graph")
        return
    left = tf.zeros_like(right) if left is None else left  # a graph branch gives zeros where nothing flows
    into.take(compare(plain(_dense(left)), plain(_dense(right)), name, looseness=_LOOSENESS))


def _dense(gradient: Any) -> Any:
    return tf.convert_to_tensor(gradient)  # slices, which a graph's boundary makes dense


def _flat(result: object) -> list[Any]:
    try:
        return list(tf.nest.flatten(result, expand_composites=True))
    except (TypeError, ValueError):
        return []


def _is_source(item: object) -> bool:
    return isinstance(item, tf.Tensor) and item.dtype.is_floating and hasattr(item, "numpy")


def _name(number: int, variable: Any) -> str:
    return f"variable {number}, {variable.name}"
