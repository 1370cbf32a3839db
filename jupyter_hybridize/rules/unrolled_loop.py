"""The function runs a long Python loop, which tracing unrolls: each round becomes operations of their own.

Tracing takes about half a millisecond an operation, thirty times what running it once takes. A loop of a few thousand
operations is traced for seconds, again for each new kind of arguments, and pays off only after dozens of calls. Over
`tf.range` the loop is traced once, whatever its length.

**Refused:**

    import tensorflow as tf


    def settled(x):
        for _ in range(1000):  # HYB407
            x = tf.sin(x) + tf.cos(x)
        return x


    RESULT = settled(tf.constant([1.0, 2.0]))

**Accepted:**

    import tensorflow as tf


    def settled(x):
        for _ in tf.range(1000):
            x = tf.sin(x) + tf.cos(x)
        return x


    RESULT = settled(tf.constant([1.0, 2.0]))

**Refused:** loops within loops

    import tensorflow as tf


    def settled(x):
        for _ in range(40):  # HYB407
            for _ in range(30):
                x = tf.sin(x) + tf.cos(x)
        return x


    RESULT = settled(tf.constant([1.0, 2.0]))

**Accepted:** few rounds

    import tensorflow as tf


    def settled(x):
        for _ in range(4):
            for _ in range(30):
                x = tf.sin(x) + tf.cos(x)
        return x


    RESULT = settled(tf.constant([1.0, 2.0]))
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule


@rule("HYB407", Kind.BENEFIT, Fix.GUIDED)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each loop that is traced for long; NO if its calls are known to be too few to pay for that."""
    for effect in facts.effects_of(EffectKind.UNROLLS_LOOP):
        message = f"tracing unrolls all `{effect.target}` rounds of this loop into {effect.detail}"
        never_pays = effect.reason == "endless" or _is_called_seldom(facts)
        answer = effect.answer if never_pays else Answer.UNKNOWN
        yield Reason(message, effect.span, answer, effect.path, "Loop over `tf.range`, which is traced once.")


def _is_called_seldom(facts: FunctionFacts) -> bool:
    """Return whether all calls are seen, and are too few to gain what tracing one operation costs."""
    known = facts.calibration
    if facts.is_handed_on or not facts.eager_calls or facts.callers != ("",) or facts.top_calls is None:
        return False
    return facts.top_calls * (known.eager_op - known.graph_op) < known.trace_op
