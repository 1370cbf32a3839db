"""The function calls itself on a condition that depends on a tensor.

Both branches of a tensor condition are traced, so the recursive call is traced too, and the one in it, without end:
``RecursionError``. Recursion that a Python value ends unrolls while tracing and works.

**Refused:**

    import tensorflow as tf


    def power(x, n):
        if n == 0:
            return x
        return 2.0 * power(x, n - 1)  # HYB210


    RESULT = [power(tf.constant(1.0), tf.constant(3)), power(tf.constant(1.0), tf.constant(2))]

**Accepted:**

    import tensorflow as tf


    def power(x, n):
        if n == 0:
            return x
        return 2.0 * power(x, n - 1)


    RESULT = [power(tf.constant(1.0), 3), power(tf.constant(2.0), 3)]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Kind, Reason, rule, with_detail

_ADVICE = "Write a `while` loop, which becomes a graph loop, or pass the depth as a Python number."


@rule("HYB210", Kind.SAFETY)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each recursive call that only a tensor can end."""
    for effect in facts.effects_of(EffectKind.RECURSES_ON_TENSOR):
        message = with_detail(
            f"`{effect.target}` calls itself until a tensor says stop, and tracing never stops", effect
        )
        yield Reason.of(effect, message, _ADVICE)
