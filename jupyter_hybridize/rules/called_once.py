"""The function is called about once, with no loop around it or in it.

Tracing costs some milliseconds and about half a millisecond an operation, many times what running the operation once
costs. It pays from the second call on, or where the function itself loops. A test, and what prepares one, is called
once by what runs the tests.

**Refused:**

    import tensorflow as tf


    def normalized(x):  # HYB405
        return (x - tf.reduce_mean(x)) / tf.math.reduce_std(x)


    RESULT = normalized(tf.constant([1.0, 2.0, 3.0]))

**Accepted:**

    import tensorflow as tf


    def normalized(x):
        return (x - tf.reduce_mean(x)) / tf.math.reduce_std(x)


    RESULT = [normalized(tf.random.normal([8], seed=3)) for _ in range(100)]

**Refused:**

    import tensorflow as tf


    def settled(x):  # HYB405
        return tf.sin(tf.cos(x))


    RESULT = settled(tf.constant([1.0, 2.0, 3.0]))

**Accepted:** it loops itself

    import tensorflow as tf


    def settled(x):
        for _ in range(100):
            x = tf.sin(tf.cos(x))
        return x


    RESULT = settled(tf.constant([1.0, 2.0, 3.0]))
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Kind, Reason, rule


@rule("HYB405", Kind.BENEFIT)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Ask whether tracing could be paid back."""
    if facts.is_test and not facts.is_hybrid:
        message = f"`{facts.name}` is called by a test runner, which waits for no second call"
        yield Reason.about(facts, message, Answer.NO, "Decorate what it tests.")
        return
    if facts.eager_calls != 1 or facts.called_in_loop or facts.has_loop or _may_be_used_elsewhere(facts):
        return
    doubtful = facts.traced_calls > 0 or facts.tensor_work is Answer.UNKNOWN or _may_loop(facts) or _is_rerun(facts)
    advice = "Decorate it when it is called repeatedly."
    message = f"`{facts.name}` is called once, and tracing costs more than one call gains"
    yield Reason.about(facts, message, Answer.UNKNOWN if doubtful else Answer.NO, advice)


def _may_loop(facts: FunctionFacts) -> bool:
    """Return whether something it calls, which nobody can see into, may sample or iterate itself."""
    return any(facts.effects_of(EffectKind.UNKNOWN_CALL))


def _is_rerun(facts: FunctionFacts) -> bool:
    """Return whether the call stands in a notebook's cell, which its user runs again."""
    return facts.definition.span.cell >= 0 and facts.callers == ("",)


def _may_be_used_elsewhere(facts: FunctionFacts) -> bool:
    decoration = facts.definition.decoration
    return facts.is_handed_on or (decoration is not None and decoration.uses_attributes)
