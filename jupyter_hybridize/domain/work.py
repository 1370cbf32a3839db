"""How much work one call of a function does, by what it costs: operations of each class, arithmetic, memory traffic."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Work:
    """The work of one eager call, and of the graph in its place.

    Costs of operations are in multiples of the reference calls that a calibration times: ``plain`` of one tiny
    operation, ``composite`` of one call that runs several, ``tape`` of one operation of a layer's step under a tape.
    """

    ops: float = 0.0  # operations run eagerly
    plain: float = 0.0
    composite: float = 0.0
    tape: float = 0.0
    graph_calls: float = 0.0  # calls of functions that are graphs already
    nodes: float = 0.0  # operations that the graph runs
    traced: float = 0.0  # operations that tracing makes: of a loop that TensorFlow runs, one round
    flops: float = 0.0
    bytes: float = 0.0  # read and written
    idle_flops: float = 0.0  # of these, what no result needs: a graph leaves it out
    idle_bytes: float = 0.0
    back_ops: float = 0.0  # what taking a gradient of all this would add: operations,
    back_tape: float = 0.0  # and their cost
    variables: float = 0.0  # trainable variables of the layers that run
    is_bounded: bool = True  # False: it does this much or more
    is_sized: bool = True  # False: some tensor's size is not known, and what large ones cost is not all here

    def __add__(self, other: Work) -> Work:
        """Return both, one after the other."""
        return Work(
            self.ops + other.ops,
            self.plain + other.plain,
            self.composite + other.composite,
            self.tape + other.tape,
            self.graph_calls + other.graph_calls,
            self.nodes + other.nodes,
            self.traced + other.traced,
            self.flops + other.flops,
            self.bytes + other.bytes,
            self.idle_flops + other.idle_flops,
            self.idle_bytes + other.idle_bytes,
            self.back_ops + other.back_ops,
            self.back_tape + other.back_tape,
            self.variables + other.variables,
            self.is_bounded and other.is_bounded,
            self.is_sized and other.is_sized,
        )

    def repeated(self, times: float, *, in_graph: bool = False) -> Work:
        """Return the work of *times* rounds; with *in_graph* TensorFlow runs the loop, which is traced once."""
        return Work(
            self.ops * times,
            self.plain * times,
            self.composite * times,
            self.tape * times,
            self.graph_calls * times,
            self.nodes * times,
            self.traced * (1 if in_graph else times),
            self.flops * times,
            self.bytes * times,
            self.idle_flops * times,
            self.idle_bytes * times,
            self.back_ops * times,
            self.back_tape * times,
            self.variables,
            self.is_bounded,
            self.is_sized,
        )

    def since(self, earlier: Work) -> Work:
        """Return what was done after *earlier*, a part of this."""
        names = [each.name for each in fields(Work) if not each.name.startswith("is_")]
        amounts = {name: max(0.0, getattr(self, name) - getattr(earlier, name)) for name in names}
        return Work(**amounts, is_bounded=self.is_bounded, is_sized=self.is_sized)

    def or_else(self, other: Work) -> Work:
        """Return the larger of two alternatives; both are traced."""
        one, two = (self, other) if self.weight >= other.weight else (other, self)
        merged = one + Work(traced=two.traced)
        if two.is_bounded and two.is_sized:
            return merged
        return merged + Work(is_bounded=two.is_bounded, is_sized=two.is_sized)

    @property
    def weight(self) -> float:
        """Return a number by which amounts of work compare: tiny operations, roughly."""
        return self.plain + 5 * (self.composite + self.tape) + 13 * self.graph_calls


NOTHING = Work()
