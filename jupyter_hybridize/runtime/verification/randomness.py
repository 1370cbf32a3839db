"""Makes eager and graph draw the same random numbers, where TensorFlow lets them.

Keras, ``tf.random.Generator`` and the stateless operations keep their state in variables and arguments, which whoever
compares sets back. The others take a seed from a counter, which eager execution and a graph keep each for itself.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import tensorflow as tf
from tensorflow.python.framework import random_seed

from jupyter_hybridize.runtime.isolation.numpy_seeds import numpy_seeds_left_out


@dataclass(slots=True)
class Draws:
    """How many operations asked for a seed since the last call began, and in each graph since its tracing began."""

    seed: int
    count: int = 0
    traced: list[tuple[object, int]] = field(default_factory=list)
    anew: tuple[int, ...] = ()  # the calls, by their places in a sequence, for which another graph was traced
    graphs_before: int = 0  # of them, those that came before the call that runs

    def renew(self, anew: tuple[int, ...] = ()) -> None:
        """Take a seed that was not used before: an operation that ran eagerly goes on where its stream was.

        The operations of another graph begin streams of their own, and so must those that run eagerly in its stead:
        *anew* are the calls from which on that is so.
        """
        self.seed = _fresh_seed()
        self.traced.clear()
        self.anew = anew

    def begin(self, place: int = 0) -> None:
        """Begin the call at this place: its first operation gets the first seed again, as the nodes of a graph do."""
        self.count = 0
        self.graphs_before = sum(each <= place for each in self.anew)

    def next(self) -> int:
        """Return the number of the operation that asks now, counted from 1."""
        graph = _outermost_graph()
        if graph is None:
            self.count += 1
            return self.count
        if not self.traced or self.traced[-1][0] is not graph:
            self.traced.append((graph, 0))
        number = self.traced[-1][1] + 1
        self.traced[-1] = (graph, number)
        return number

    @property
    def in_graph(self) -> int:
        """Return how many operations of the graph traced last draw."""
        return self.traced[-1][1] if self.traced else 0


def _fresh_seed() -> int:
    return secrets.randbits(31)


def _outermost_graph() -> object | None:
    if tf.executing_eagerly():
        return None
    graph: Any = tf.compat.v1.get_default_graph()
    while getattr(graph, "outer_graph", None) is not None and hasattr(graph.outer_graph, "outer_graph"):
        graph = graph.outer_graph
    found: object = graph
    return found


@contextlib.contextmanager
def equal_streams(seed: int | None = None) -> Iterator[Draws]:
    """Give the n-th unseeded random operation of a call the seed n, eagerly and while tracing.

    With the *seed* of other streams they draw what those drew, else what nothing drew before. The numbers are equal
    where each operation runs once a call. In a graph loop one operation stands for all rounds, and in a branch those
    that are not run count as well.
    """
    draws = Draws(_fresh_seed() if seed is None else seed)
    original = random_seed.get_seed

    def numbered(op_seed: Any) -> Any:
        return (draws.seed + draws.graphs_before, draws.next()) if op_seed is None else original(op_seed)

    random_seed.get_seed = numbered
    try:
        with numpy_seeds_left_out():
            yield draws
    finally:
        random_seed.get_seed = original
