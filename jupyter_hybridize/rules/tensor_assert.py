"""The function asserts or raises on a condition that depends on a tensor.

``assert`` asks the condition for its value, which a traced tensor does not have. ``raise`` under a tensor condition
is worse: both branches are traced, so it is raised at every call. So is the error of an op that does not fit, in a
branch that would not be taken.

**Refused:**

    import tensorflow as tf


    def checked_root(x):
        assert tf.reduce_all(x >= 0.0)  # HYB214
        return tf.sqrt(x)


    RESULT = [checked_root(tf.constant([4.0])), checked_root(tf.constant([9.0]))]

**Accepted:**

    import tensorflow as tf


    def checked_root(x):
        tf.debugging.assert_non_negative(x)
        return tf.sqrt(x)


    RESULT = [checked_root(tf.constant([4.0])), checked_root(tf.constant([9.0]))]

**Refused:** always raised

    import tensorflow as tf


    def inverse(x):
        if x == 0.0:
            raise ZeroDivisionError("x is zero")  # HYB214
        return 1.0 / x


    RESULT = [inverse(tf.constant(2.0)), inverse(tf.constant(4.0))]

**Accepted:** on a static condition

    import tensorflow as tf


    def inverse(x):
        if x.dtype != tf.float32:
            raise TypeError("x is no float32")
        return 1.0 / x


    RESULT = [inverse(tf.constant(2.0)), inverse(tf.constant(4.0))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule, subject, with_detail

_UNTAKEN = "Choose by what is known while tracing, `x.shape[0]` say, or write what fits in any case."
_ADVICE = "Use `tf.debugging.assert_equal`, `tf.debugging.Assert` or one of their kind instead."


@rule("HYB214", Kind.SAFETY, Fix.AUTOMATIC)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each assertion on a tensor."""
    for effect in facts.effects_of(EffectKind.ASSERTS_TENSOR):
        message = f"`{effect.target}` is asserted, and a traced tensor has no value"
        if subject(effect) == "raise":
            message = f"`{effect.target}` is raised at every call, as both branches are traced"
        if subject(effect) == "untaken":
            verb = "raises" if effect.answer is Answer.NO else "may raise"
            message = f"`{effect.target}` {verb} at every call, as it is traced whether or not a tensor lets it run"
            yield Reason.of(effect, with_detail(message, effect), _UNTAKEN)
            continue
        yield Reason.of(effect, with_detail(message, effect), _ADVICE)
