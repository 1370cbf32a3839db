"""The function does no TensorFlow work, neither itself nor in what it calls.

A graph speeds up operations, by running many without returning to Python. Where there are none, the call through
``tf.function`` costs time and turns Python results into tensors.

**Refused:**

    import tensorflow as tf


    def decayed(step):  # HYB401
        return 0.1 * 0.5 ** (step // 10)


    RESULT = [tf.constant(decayed(0)), tf.constant(decayed(20))]

**Accepted:**

    import tensorflow as tf


    def decayed(step):
        return 0.1 * tf.pow(0.5, tf.cast(step // 10, tf.float32))


    RESULT = [decayed(tf.constant(0)), decayed(tf.constant(20))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Kind, Reason, rule


@rule("HYB401", Kind.BENEFIT)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Ask whether any operation runs."""
    if facts.tensor_work is Answer.NO:
        yield Reason.about(facts, f"`{facts.name}` does no tensor computation", Answer.NO, "Leave it a plain function.")
    elif facts.tensor_work is Answer.UNKNOWN:
        yield Reason.about(facts, f"whether `{facts.name}` does any tensor computation is not known", Answer.UNKNOWN)
