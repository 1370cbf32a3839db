"""The function is traced anew for each of many shapes.

Without a signature, each new shape of an argument costs a trace, which takes as long as many calls. Tracing once with
the axes left open serves all: an `input_signature` with `None` says so, and `reduce_retracing=True` lets TensorFlow
find it out. Both need a function that asks for sizes with `tf.shape`: where it reads one as a Python number, there is
none.

Where the axes can be left open the decorator is proposed with `reduce_retracing=True`, or with the signature if asked
for, and there is nothing to report.

**Refused:**

    import tensorflow as tf


    def mean(x):  # HYB404?
        for _ in range(40):
            x = x / 2.0 + tf.sin(x)
        return tf.reduce_sum(x) / x.shape[0]


    RESULT = [mean(tf.ones([2])), mean(tf.ones([3])), mean(tf.ones([4]))]

**Accepted:**

    import tensorflow as tf


    def mean(x):
        for _ in range(40):
            x = x / 2.0 + tf.sin(x)
        return tf.reduce_sum(x) / tf.cast(tf.shape(x)[0], tf.float32)


    RESULT = [mean(tf.ones([2])), mean(tf.ones([3])), mean(tf.ones([4]))]

**Refused:** as a `tf.function` already

    import tensorflow as tf


    @tf.function
    def mean(x):  # HYB404?
        for _ in range(40):
            x = x / 2.0 + tf.sin(x)
        return tf.reduce_sum(x) / x.shape[0]


    RESULT = [mean(tf.ones([2])), mean(tf.ones([3])), mean(tf.ones([4]))]

**Accepted:** for few shapes a trace each is all right

    import tensorflow as tf


    @tf.function
    def mean(x):
        for _ in range(40):
            x = x / 2.0 + tf.sin(x)
        return tf.reduce_sum(x) / x.shape[0]


    RESULT = [mean(tf.ones([2])), mean(tf.ones([3]))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule


@rule("HYB404", Kind.BENEFIT, Fix.AUTOMATIC)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Ask whether many shapes are seen that one trace cannot serve."""
    decoration = facts.definition.decoration
    has_fixed_traces = decoration.has_fixed_traces if decoration is not None else facts.is_hook
    if has_fixed_traces or not facts.has_many_shapes or facts.traces_open is not Answer.NO:
        return
    message = f"`{facts.name}` is traced anew for each of the {facts.shapes_seen} shapes its arguments have"
    advice = "Read sizes with `tf.shape(…)`; then `reduce_retracing=True` makes one trace serve all."
    yield Reason.about(facts, message, Answer.UNKNOWN, advice)
