"""The function reads a model's variables before the model's first call and uses the list afterwards.

An unbuilt model has no variables, so ``trainable_variables`` read before its first call is an empty list in Python. A
trace that creates variables is made a second time, now with the variables in place: the graph works with the full list
from the first call on, and Python only from the second.

**Refused:**

    import tensorflow as tf

    model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones")])


    def gradients(x):
        variables = model.trainable_variables  # HYB207
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(model(x))
        return tape.gradient(loss, variables)


    RESULT = [gradients(tf.ones([2, 3])), gradients(tf.zeros([2, 3]))]

**Accepted:**

    import tensorflow as tf

    model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones")])


    def gradients(x):
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(model(x))
        return tape.gradient(loss, model.trainable_variables)


    RESULT = [gradients(tf.ones([2, 3])), gradients(tf.zeros([2, 3]))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule, with_detail


@rule("HYB207", Kind.SAFETY, Fix.GUIDED)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each list of variables read too early."""
    for effect in facts.effects_of(EffectKind.STALE_VARIABLE_READ):
        message = f"`{effect.target}` is empty at the first call, but not in the graph, which is traced twice then"
        yield Reason.of(
            effect,
            with_detail(message, effect),
            f"Read `{effect.target}` after the model's call, or build the model first.",
        )
