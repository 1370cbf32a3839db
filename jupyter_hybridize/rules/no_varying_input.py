"""The function takes no tensor and reads no variable, random stream or other state.

Its result is the same at each call, so a graph of it is a constant. Compute it once and keep it. A step without
arguments that reads variables, or draws with ``tf.random``, is something else.

**Refused:**

    import tensorflow as tf


    def basis():  # HYB409
        return tf.linalg.diag(tf.range(3.0))


    RESULT = [basis(), basis()]

**Accepted:**

    import tensorflow as tf

    scale = tf.Variable(1.0)


    def basis():
        return tf.linalg.diag(tf.range(3.0)) * scale


    RESULT = [basis(), basis()]

**Refused:**

    import tensorflow as tf


    def sample():  # HYB409
        return tf.linspace(0.0, 1.0, 8) * 2.0


    RESULT = [sample().shape, sample().shape]

**Accepted:** a random stream varies

    import tensorflow as tf


    def sample():
        return tf.random.uniform([8], seed=3) * 2.0


    RESULT = [sample().shape, sample().shape]

**Refused:**

    import tensorflow as tf


    def hour():  # HYB409
        return tf.cast(tf.constant(90000.0) % 86400.0 // 3600.0, tf.int32)


    RESULT = [hour().shape, hour().shape]

**Accepted:** the time is another at each call

    import tensorflow as tf


    def hour():
        return tf.cast(tf.timestamp() % 86400.0 // 3600.0, tf.int32)


    RESULT = [hour().shape, hour().shape]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Kind, Reason, rule


@rule("HYB409", Kind.BENEFIT)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Ask whether anything that varies goes in; a function without tensor work is another rule's matter."""
    if facts.tensor_work is Answer.NO:
        return
    if facts.varying_input is Answer.NO:
        message = f"`{facts.name}` computes the same at each call"
        yield Reason.about(facts, message, Answer.NO, "Compute it once and keep the result.")
    elif facts.varying_input is Answer.UNKNOWN:
        yield Reason.about(facts, f"whether anything varies that `{facts.name}` reads is not known", Answer.UNKNOWN)
