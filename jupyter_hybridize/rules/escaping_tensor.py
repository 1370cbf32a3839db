"""The function stores a tensor where it outlives the call.

While tracing, that tensor is symbolic and belongs to the graph. Kept in an attribute, a global or a list it has no
value later: reading it raises "out of scope". A ``tf.Variable`` is the place for it.

**Refused:**

    import tensorflow as tf


    class Layer:
        def __init__(self):
            self.last = tf.constant(0.0)

        def double(self, x):
            self.last = x * 2.0  # HYB305
            return x * 2.0


    layer = Layer()
    layer.double(tf.constant(1.0))
    layer.double(tf.constant(2.0))
    RESULT = layer.last + 1.0

**Accepted:**

    import tensorflow as tf


    class Layer:
        def __init__(self):
            self.last = tf.Variable(0.0)

        def double(self, x):
            self.last.assign(x * 2.0)
            return x * 2.0


    layer = Layer()
    layer.double(tf.constant(1.0))
    layer.double(tf.constant(2.0))
    RESULT = layer.last + 1.0

**Refused:** a list

    import tensorflow as tf

    activations = []


    def layer(x):
        activations.append(tf.nn.relu(x))  # HYB305
        return activations[-1] * 2.0


    layer(tf.constant(1.0))
    layer(tf.constant(2.0))
    RESULT = [a + 1.0 for a in activations]

**Accepted:** the caller collects

    import tensorflow as tf

    activations = []


    def layer(x):
        activation = tf.nn.relu(x)
        return activation * 2.0, activation


    for x in (1.0, 2.0):
        activations.append(layer(tf.constant(x))[1])
    RESULT = [a + 1.0 for a in activations]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule, with_detail


@rule("HYB305", Kind.SAFETY, Fix.GUIDED)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each tensor that escapes."""
    for effect in facts.effects_of(EffectKind.STORES_TENSOR):
        message = with_detail(
            f"`{effect.target}` keeps a tensor of the graph, which has no value after the call", effect
        )
        yield Reason.of(
            effect, message, f"Return the tensor, or make `{effect.target}` a `tf.Variable` and `assign` to it."
        )
