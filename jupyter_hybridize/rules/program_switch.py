"""The function runs under a program-wide switch that changes what is known of TensorFlow.

``tf.config.run_functions_eagerly(True)`` makes ``tf.function`` a no-op, ``disable_eager_execution`` makes everything
a graph, ``enable_numpy_behavior`` gives tensors NumPy's methods and promotion, ``set_floatx`` and a mixed-precision
policy change dtypes, and the optimizer's ``debug_stripper`` leaves checks and ``tf.print`` out of graphs. What the
rules know was observed without them.

**Refused:**

    import tensorflow as tf

    tf.config.run_functions_eagerly(True)  # HYB106


    def double(x):
        return x * 2.0


    RESULT = [double(tf.constant(1.0)), double(tf.constant(2.0))]

**Accepted:**

    import tensorflow as tf

    tf.random.set_seed(3)


    def double(x):
        return x * 2.0


    RESULT = [double(tf.constant(1.0)), double(tf.constant(2.0))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Kind, Reason, rule


@rule("HYB106", Kind.EVIDENCE)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each switch thrown in the program."""
    for switch in facts.switches:
        message = f"`{switch.name}` changes how TensorFlow behaves in the whole program"
        yield Reason(
            message, switch.span, Answer.UNKNOWN, (), f"Remove `{switch.name}`, or verify the function by tracing it."
        )
