"""The function reads a Python value that changes after it was traced.

The graph holds what a global, an attribute or a closure variable was at the first call. TensorFlow does not trace
again when it is bound anew or changed in place, not even for a new ``tf.Variable`` under the old name: the graph
silently goes on with the old one. Values given by ``assign`` are seen.

**Refused:**

    import tensorflow as tf

    rate = 0.5


    def step(x):
        return x * rate  # HYB303


    first = step(tf.constant(1.0))
    rate = 0.25
    RESULT = [first, step(tf.constant(1.0))]

**Accepted:**

    import tensorflow as tf

    rate = tf.Variable(0.5)


    def step(x):
        return x * rate


    first = step(tf.constant(1.0))
    rate.assign(0.25)
    RESULT = [first, step(tf.constant(1.0))]

**Refused:** an attribute

    import tensorflow as tf


    class Scaler:
        def __init__(self):
            self.factor = 2.0

        def scale(self, x):
            return x * self.factor  # HYB303


    scaler = Scaler()
    first = scaler.scale(tf.constant(1.0))
    scaler.factor = 3.0
    RESULT = [first, scaler.scale(tf.constant(1.0))]

**Accepted:** another object has a trace of its own

    import tensorflow as tf


    class Scaler:
        def __init__(self, factor):
            self.factor = factor

        def scale(self, x):
            return x * self.factor


    scaler, other = Scaler(2.0), Scaler(3.0)
    first = scaler.scale(tf.constant(1.0))
    RESULT = [first, other.scale(tf.constant(1.0))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule


@rule("HYB303", Kind.SAFETY, Fix.GUIDED)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each captured value that a later call would miss the change of; the path ends at the change."""
    for stale in facts.stale_reads:
        verb = "changes" if stale.answer is Answer.NO else "may change"
        message = f"`{stale.name}` {verb} after `{facts.name}` is traced, and the graph keeps the old value"
        advice = f"Pass `{stale.name}` as an argument, or make it a `tf.Variable` and `assign` to it."
        yield Reason(message, stale.read, stale.answer, (*stale.path, stale.write), advice)
