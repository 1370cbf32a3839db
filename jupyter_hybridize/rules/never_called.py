"""The function is called nowhere in the program, and neither a type hint nor the live kernel tells its arguments.

Whether tracing is safe depends on what is passed: an ndarray becomes a tensor and loses NumPy's behaviour, a Python
number is traced once for each value. Without a call, a hint or an observation nothing is known of the arguments, so
nothing is proved.

**Refused:**

    import tensorflow as tf


    def double(x):  # HYB101
        return tf.multiply(x, 2.0)


    RESULT = tf.constant(1.0)

**Accepted:**

    import tensorflow as tf


    def double(x):
        return tf.multiply(x, 2.0)


    RESULT = [double(tf.constant(1.0)), double(tf.constant(2.0))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Kind, Reason, rule


@rule("HYB101", Kind.EVIDENCE)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Ask whether anything tells the arguments; those of a test never matter."""
    if facts.has_evidence or facts.is_test:
        return
    advice = f"Call `{facts.name}` in a cell, annotate its parameters, or analyse with the kernel running."
    yield Reason.about(
        facts, f"`{facts.name}` is called nowhere, so its arguments are not known", Answer.UNKNOWN, advice
    )
