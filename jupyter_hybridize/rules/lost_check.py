"""The function runs an operation whose result it does not use.

Eagerly the operation runs, and raises if its operands do not fit. A graph leaves out what nothing depends on, and the
error with it. Operations that check something (``tf.debugging.assert_greater`` …) are kept.

**Refused:**

    import tensorflow as tf


    def first(x):
        tf.gather(x, [1])  # HYB307?
        return x[0]


    try:
        RESULT = first(tf.constant([3.0]))
    except tf.errors.InvalidArgumentError:
        RESULT = -1.0

**Accepted:**

    import tensorflow as tf


    def first(x):
        tf.debugging.assert_greater(x, 0.0)
        return x[0]


    try:
        RESULT = first(tf.constant([-3.0]))
    except tf.errors.InvalidArgumentError:
        RESULT = -1.0
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule


@rule("HYB307", Kind.SAFETY, Fix.GUIDED)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each operation that nothing depends on."""
    for effect in facts.effects_of(EffectKind.LOSES_CHECK):
        message = f"nothing uses the result of `{effect.target}`, so a graph does not run it and cannot raise its error"
        yield Reason.of(effect, message, "Use the result, or check with `tf.debugging`.")
