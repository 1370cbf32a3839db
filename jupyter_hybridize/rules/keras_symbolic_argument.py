"""The function is called with a KerasTensor of the Functional API.

A KerasTensor stands for the output of a layer while a model is put together. ``tf.function`` knows no such argument
and raises a ``ValueError``; plain Python that applies layers to it works.

**Refused:**

    import tensorflow as tf

    dense = tf.keras.layers.Dense(2, kernel_initializer="ones")


    def block(x):
        return dense(x)


    inputs = tf.keras.Input([3])
    model = tf.keras.Model(inputs, block(inputs))  # HYB204 of block
    RESULT = model(tf.ones([1, 3]))

**Accepted:**

    import tensorflow as tf

    dense = tf.keras.layers.Dense(2, kernel_initializer="ones")


    def block(x):
        return dense(x)


    inputs = tf.keras.Input([3])
    model = tf.keras.Model(inputs, dense(inputs))
    RESULT = [block(tf.ones([1, 3])), block(tf.zeros([1, 3]))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule, with_detail

_ADVICE = "Leave it undecorated: the model that is built with it is compiled as a whole."


@rule("HYB204", Kind.SAFETY, Fix.AUTOMATIC)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each KerasTensor that reaches the function."""
    for effect in facts.effects_of(EffectKind.TAKES_SYMBOLIC):
        message = with_detail(f"`{effect.target}` is a KerasTensor, which tf.function does not take", effect)
        yield Reason.of(effect, message, _ADVICE)
