"""The function works on models or optimizers that make their variables when they are first used.

A graph creates variables on its first call only, so a second model or optimizer that is not built yet raises. And
Keras builds a layer without ``build`` by running its ``call`` on symbols: a ``tf.function`` met there keeps the initial
weights of unbuilt sublayers as constants, never sees them change, and gives no gradients.

**Refused:**

    import tensorflow as tf


    class Policy(tf.keras.Model):
        def __init__(self):
            super().__init__()
            self.dense = tf.keras.layers.Dense(1, kernel_initializer="ones")

        def call(self, x):  # HYB219?
            return self.dense(x)


    policy = Policy()
    first = policy(tf.ones([2, 4])) + 0.0
    policy.dense.kernel.assign_add(tf.ones([4, 1]))
    RESULT = [first, policy(tf.ones([2, 4]))]

**Accepted:** the sublayer is built before

    import tensorflow as tf


    class Policy(tf.keras.Model):
        def __init__(self):
            super().__init__()
            self.dense = tf.keras.layers.Dense(1, kernel_initializer="ones")

        def build(self, shape):
            self.dense.build(shape)

        def call(self, x):
            return self.dense(x)


    policy = Policy()
    first = policy(tf.ones([2, 4])) + 0.0
    policy.dense.kernel.assign_add(tf.ones([4, 1]))
    RESULT = [first, policy(tf.ones([2, 4]))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule, subject


@rule("HYB219", Kind.SAFETY, Fix.GUIDED)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each object that may have no variables yet when it is traced."""
    for effect in facts.effects_of(EffectKind.BUILDS_LAZILY):
        if subject(effect) == "sublayer":
            early = f"Keras runs `{effect.target}` while `{effect.detail}` has no weights yet"
            message = f"{early}, and a graph made then keeps the first ones"
            advice = f"Build `{effect.detail}` in a `build` method, or decorate what calls the layer instead."
        else:
            message = f"`{effect.target}` gets {effect.detail}, and a graph creates them for the first only"
            advice = "Build them before the first call, or make a tf.function for each."
        yield Reason.of(effect, message, advice)
