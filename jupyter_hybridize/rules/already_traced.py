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


    RESULT = [step(tf.constant(1.0)), *(halve(tf.random.normal([8], seed=3)) for _ in range(100))]

**Refused:** `Dataset.map` traces

    import tensorflow as tf


    def halve(x):  # HYB403
        return x / 2.0


    data = tf.data.Dataset.from_tensor_slices([1.0, 2.0]).map(halve)
    RESULT = list(data)

**Accepted:** a loop does not trace

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

_FEW = 3  # calls: fewer than would pay for a trace of any function


@rule("HYB403", Kind.BENEFIT)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Ask whether any call is left to gain from."""
    if not facts.traced_calls or (facts.eager_calls and not _is_shown_only(facts)):
        return
    advice = "Leave it a plain function; what calls it is a graph."
    if facts.eager_calls:
        message = f"`{facts.name}` works in code that is traced already; its other calls are too few to gain"
        yield Reason.about(facts, message, Answer.NO, advice)
        return
    if facts.is_handed_on and not facts.is_hook:
        yield Reason.about(facts, f"`{facts.name}` may be called only from traced code", Answer.UNKNOWN, advice)
    else:
        yield Reason.about(facts, f"`{facts.name}` is called only from code that is traced already", Answer.NO, advice)


def _is_shown_only(facts: FunctionFacts) -> bool:
    """Return whether the eager calls are a few at the top level, which show what it does."""
    few = facts.top_calls is not None and facts.top_calls < _FEW
    return few and facts.eager_callers == ("",) and not facts.called_in_loop and not facts.is_handed_on
