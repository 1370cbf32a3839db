"""The function reaches tensor control flow behind Keras' ``__call__``, which AutoGraph does not convert.

Keras 3 calls a layer's or a loss's ``call`` as plain Python, and so every helper it calls. A tensor condition or loop
there raises, from a decorated function as from ``fit``. Decorating that ``call`` itself cures it.

AutoGraph converts the calls that stand in the text, and no others. What Python calls by itself stays as it is too: a
property, an operator's method, ``__init__``, ``__enter__`` of a ``with``, a function given to ``map`` or ``sorted``.

**Refused:**

    import tensorflow as tf


    class Positive(tf.keras.layers.Layer):
        def call(self, x):
            if tf.reduce_sum(x) > 0.0:  # HYB216 of apply
                return x
            return -x


    layer = Positive()


    def apply(x):
        return layer(x)


    RESULT = [apply(tf.constant([1.0])), apply(tf.constant([-2.0]))]

**Accepted:**

    import tensorflow as tf


    class Positive(tf.keras.layers.Layer):
        @tf.function
        def call(self, x):
            if tf.reduce_sum(x) > 0.0:
                return x
            return -x


    layer = Positive()


    def apply(x):
        return layer(x)


    RESULT = [apply(tf.constant([1.0])), apply(tf.constant([-2.0]))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule

_BY_NAME = "Call a method by its name instead of an operator, property or constructor, or use `tf.where` or `tf.cond`."
_ADVICE = "Put `@tf.function` on that `call` itself, or use `tf.where` or `tf.cond` there."


@rule("HYB216", Kind.SAFETY, Fix.AUTOMATIC)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report the tensor control flow that Keras hides from AutoGraph."""
    for effect in facts.effects_of(EffectKind.UNCONVERTED_CALL):
        if effect.reason == "python":
            message = f"`{effect.target}` is tensor control flow that Python reaches without a call AutoGraph could see"
            yield Reason.of(effect, message, _BY_NAME)
        else:
            message = f"`{effect.target}` is tensor control flow that Keras runs as plain Python"
            yield Reason.of(effect, message, _ADVICE)
