"""The function is called only from code that is traced already.

A ``tf.function``, ``Dataset.map`` and its kin, and Keras' ``fit`` trace what they call. A decorator of its own adds a
call inside the graph and nothing else.

**Refused:**

    import tensorflow as tf


    def halve(x):  # HYB403
        return x / 2.0


    @tf.function
    def step(x):
        return halve(x) + halve(x * x)


    RESULT = [step(tf.constant(1.0)), step(tf.constant(2.0))]

**Accepted:**

    import tensorflow as tf


    def halve(x):
        return x / 2.0


    @tf.function
    def step(x):
        return halve(x) + halve(x * x)


    RESULT = [step(tf.constant(1.0)), halve(tf.constant(2.0)), halve(tf.constant(3.0))]

**Refused:** `Dataset.map` traces

    import tensorflow as tf


    def halve(x):  # HYB403
        return x / 2.0


    data = tf.data.Dataset.from_tensor_slices([1.0, 2.0]).map(halve)
    RESULT = list(data)

**Accepted:** a loop does not

    import tensorflow as tf


    def halve(x):
        return x / 2.0


    data = tf.data.Dataset.from_tensor_slices([1.0, 2.0])
    RESULT = [halve(x) for x in data]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Kind, Reason, rule


@rule("HYB403", Kind.BENEFIT)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Ask whether any call is left to gain from."""
    if facts.eager_calls or not facts.traced_calls:
        return
    advice = "Leave it a plain function; what calls it is a graph."
    if facts.is_handed_on and not facts.is_hook:
        yield Reason.about(facts, f"`{facts.name}` may be called only from traced code", Answer.UNKNOWN, advice)
    else:
        yield Reason.about(facts, f"`{facts.name}` is called only from code that is traced already", Answer.NO, advice)
