"""The function is called with what its `input_signature` rejects.

A signature fixes how many tensors a call gives, of which dtypes, and which sizes they have; `None` leaves an axis open.
Arrays, numbers and lists are converted to it. A tensor is not: one of another dtype or size, or a tuple in place of a
list, raises. So does any value but its default for a parameter that the signature says nothing about.

The signature is compared with the calls that the program makes. It is never overwritten: what it should be is shown.

**Refused:** of another dtype

    import tensorflow as tf


    @tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
    def doubled(x):
        return tf.reduce_sum(x) * tf.reduce_max(x)


    RESULT = [doubled(tf.constant([n, 1])) for n in range(10)]  # HYB221 of doubled

**Accepted:** converted

    import tensorflow as tf


    @tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
    def doubled(x):
        return tf.reduce_sum(x) * tf.reduce_max(x)


    RESULT = [doubled([n, 1]) for n in range(10)]

**Refused:** of another size

    import tensorflow as tf


    @tf.function(input_signature=[tf.TensorSpec([4], tf.float32)])
    def doubled(x):
        return tf.reduce_sum(x) * tf.reduce_max(x)


    RESULT = [doubled(tf.ones([4])), doubled(tf.ones([2]))]  # HYB221 of doubled

**Accepted:** the axis is open

    import tensorflow as tf


    @tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
    def doubled(x):
        return tf.reduce_sum(x) * tf.reduce_max(x)


    RESULT = [doubled(tf.ones([4])), doubled(tf.ones([2]))]

**Refused:** a flag that the signature says nothing about

    import tensorflow as tf


    @tf.function(input_signature=[tf.TensorSpec([2], tf.float32)])
    def halved(x, training=False):
        return x / 2.0 if training else x


    RESULT = [halved(tf.ones([2]), training=True) for _ in range(10)]  # HYB221 of halved

**Accepted:** always its default

    import tensorflow as tf


    @tf.function(input_signature=[tf.TensorSpec([2], tf.float32)])
    def halved(x, training=False):
        return x / 2.0 if training else x


    RESULT = [halved(tf.ones([2]), training=False) for _ in range(10)]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule, with_detail


@rule("HYB221", Kind.SAFETY, Fix.GUIDED)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each call whose arguments do not fit."""
    for effect in facts.effects_of(EffectKind.REJECTED_ARGUMENT):
        message = with_detail(f"`{effect.target}` does not fit the `input_signature` of `{facts.name}`", effect)
        yield Reason.of(effect, message, "Widen the signature, or convert the argument before the call.")
