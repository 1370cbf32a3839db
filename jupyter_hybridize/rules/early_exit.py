"""The function leaves a loop or itself early, under a condition that depends on a tensor.

AutoGraph turns a tensor condition into a graph branch, and a branch cannot jump: ``return`` inside a loop, ``break``
out of a Python loop, or a ``return`` whose other path does not return a value raise while tracing. ``break`` and
``continue`` in a loop over a tensor work, and so does a ``return`` on every path.

**Refused:**

    import tensorflow as tf


    def first_large(xs):
        for x in xs:
            if x > 2.0:
                return x  # HYB211
        return tf.constant(0.0)


    RESULT = [first_large(tf.constant([1.0, 3.0, 4.0])), first_large(tf.constant([1.0, 1.0, 1.0]))]

**Accepted:**

    import tensorflow as tf


    def first_large(xs):
        found = tf.constant(0.0)
        for x in xs:
            if x > 2.0:
                found = x
                break
        return found


    RESULT = [first_large(tf.constant([1.0, 3.0, 4.0])), first_large(tf.constant([1.0, 1.0, 1.0]))]

**Refused:** leaving a Python loop

    import tensorflow as tf


    def grow(x):
        for _ in range(10):
            x = x * 2.0
            if tf.reduce_sum(x) > 50.0:
                break  # HYB211
        return x


    RESULT = [grow(tf.constant([1.0, 2.0])), grow(tf.constant([9.0, 9.0]))]

**Accepted:** leaving a graph loop

    import tensorflow as tf


    def grow(x):
        for _ in tf.range(10):
            x = x * 2.0
            if tf.reduce_sum(x) > 50.0:
                break
        return x


    RESULT = [grow(tf.constant([1.0, 2.0])), grow(tf.constant([9.0, 9.0]))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule, subject

_RETURN = "Assign the result to a name in each branch, and return it once at the end."
_ADVICE = {
    "break": "Loop over `tf.range(…)`, where `break` works, or give the loop a condition.",
    "continue": "Write the rest of the loop's body under the opposite condition.",
}


@rule("HYB211", Kind.SAFETY, Fix.GUIDED)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each jump out of a graph branch."""
    for effect in facts.effects_of(EffectKind.EXITS_EARLY):
        where = f" {effect.detail}" if effect.detail else ""
        message = f"`{effect.target}`{where} depends on a tensor, and a graph cannot jump"
        yield Reason.of(effect, message, _ADVICE.get(subject(effect), _RETURN))
