"""The function catches an error that only running the operations raises.

In a graph the operations run after Python has left the ``try`` block: the handler never sees their errors. What
raises while tracing is caught as before, but a shape that does not fit is a ``ValueError`` then, and no longer an
``InvalidArgumentError``.

**Refused:**

    import tensorflow as tf


    def root_or_zero(x):
        try:
            tf.debugging.assert_non_negative(x)
            return tf.sqrt(x)
        except tf.errors.InvalidArgumentError:  # HYB218
            return tf.zeros_like(x)


    RESULT = [root_or_zero(tf.constant([4.0])), root_or_zero(tf.constant([-4.0]))]

**Accepted:**

    import tensorflow as tf


    def root_or_zero(x):
        if tf.reduce_all(x >= 0.0):
            return tf.sqrt(x)
        else:
            return tf.zeros_like(x)


    RESULT = [root_or_zero(tf.constant([4.0])), root_or_zero(tf.constant([-4.0]))]

**Refused:** the error has another type in a graph

    import tensorflow as tf


    def product(a, b):
        try:
            return tf.matmul(a, b)
        except tf.errors.InvalidArgumentError:  # HYB218
            return tf.matmul(a, b, transpose_b=True)


    RESULT = [product(tf.ones([2, 3]), tf.ones([2, 3])), product(tf.ones([2, 3]), tf.ones([3, 2]))]

**Accepted:** a shape is known while tracing

    import tensorflow as tf


    def product(a, b):
        if a.shape[-1] == b.shape[0]:
            return tf.matmul(a, b)
        return tf.matmul(a, b, transpose_b=True)


    RESULT = [product(tf.ones([2, 3]), tf.ones([2, 3])), product(tf.ones([2, 3]), tf.ones([3, 2]))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Kind, Reason, rule, with_detail

_ADVICE = "Test for the condition with `if` or `tf.where`, or catch the error outside the function."


@rule("HYB218", Kind.SAFETY)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each handler that a graph passes by."""
    for effect in facts.effects_of(EffectKind.CATCHES_OP_ERROR):
        if effect.reason == "caller":
            message = f"`{effect.target}` ends with an OutOfRangeError in a graph, and a caller waits for StopIteration"
        else:
            message = with_detail(f"`{effect.target}` is raised after the graph has left this handler", effect)
        yield Reason.of(effect, message, _ADVICE)
