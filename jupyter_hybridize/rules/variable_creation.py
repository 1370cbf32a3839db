"""The function creates a variable, or something that holds one, on a later call.

A graph is built once, but a variable made in Python would be made again at each call; ``tf.function`` allows that on
the first call only and then raises a ``ValueError``. Layers with weights, ``Dropout``, optimizers, metrics and
``tf.random.Generator`` hold variables. Layers without state (``Flatten``, ``ReLU``) and losses do not, and a creation
guarded by ``if self.v is None`` on one object is fine.

**Refused:**

    import tensorflow as tf


    def scaled(x):
        scale = tf.Variable(2.0)  # HYB206
        return x * scale


    RESULT = [scaled(tf.constant(1.0)), scaled(tf.constant(3.0))]

**Accepted:**

    import tensorflow as tf

    scale = tf.Variable(2.0)


    def scaled(x):
        return x * scale


    RESULT = [scaled(tf.constant(1.0)), scaled(tf.constant(3.0))]

**Refused:** a layer with weights

    import tensorflow as tf


    def embed(x):
        return tf.keras.layers.Dense(2, kernel_initializer="ones")(x)  # HYB206


    RESULT = [embed(tf.ones([1, 3])), embed(tf.zeros([1, 3]))]

**Accepted:** a layer without

    import tensorflow as tf


    def embed(x):
        return tf.keras.layers.Flatten()(x)


    RESULT = [embed(tf.ones([1, 3])), embed(tf.zeros([1, 3]))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule, with_detail

_FIRST_USE = {
    "first use": "`{}` creates variables when it is first used, which here is in a later trace than the first",
    "lazy": "`{}` gets several objects that create variables when they are first used, and a graph may only once",
}
_BUILD = "Build each before, as with `optimizer.build(variables)` or `model.build(shape)`, or make a graph for each."


@rule("HYB206", Kind.SAFETY, Fix.GUIDED)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each creation of a variable."""
    for effect in facts.effects_of(EffectKind.CREATES_VARIABLE):
        if effect.reason in _FIRST_USE:
            yield Reason.of(effect, _FIRST_USE[effect.reason].format(effect.target), _BUILD)
            continue
        message = with_detail(
            f"`{effect.target}` creates a variable at each call, and a graph may only on the first", effect
        )
        yield Reason.of(effect, message, f"Create `{effect.target}` once, outside the function, and use it here.")
