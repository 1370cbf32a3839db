"""The function leaves a name with different types after the two branches of a tensor condition.

The branch becomes one operation of the graph, and what it gives out has one dtype and one structure. A name that is
undefined, None, or of another dtype in one branch, or a list of another length, raises if it is read afterwards;
Python's ``0`` against ``0.5`` counts. Other shapes are fine.

**Refused:**

    import tensorflow as tf


    def sign(x):
        if tf.reduce_sum(x) > 0.0:  # HYB212
            result = 1
        else:
            result = -0.5
        return x * tf.cast(result, tf.float32)


    RESULT = [sign(tf.constant([1.0])), sign(tf.constant([-1.0]))]

**Accepted:**

    import tensorflow as tf


    def sign(x):
        if tf.reduce_sum(x) > 0.0:
            result = 1.0
        else:
            result = -0.5
        return x * tf.cast(result, tf.float32)


    RESULT = [sign(tf.constant([1.0])), sign(tf.constant([-1.0]))]

**Refused:** defined in one branch

    import tensorflow as tf


    def positive_part(x):
        if tf.reduce_sum(x) > 0.0:  # HYB212
            result = x
        return result


    RESULT = [positive_part(tf.constant([1.0])), positive_part(tf.constant([2.0]))]

**Accepted:** defined before it

    import tensorflow as tf


    def positive_part(x):
        result = tf.zeros_like(x)
        if tf.reduce_sum(x) > 0.0:
            result = x
        return result


    RESULT = [positive_part(tf.constant([1.0])), positive_part(tf.constant([2.0]))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule, with_detail

_DEFINE = "Give it a value of the same dtype before the condition."
_OUTSIDE = "Bind it before the condition, and not in its branches."
_AGREE = "Give it the same dtype and structure in both branches."


@rule("HYB212", Kind.SAFETY, Fix.GUIDED)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each name on which the branches disagree."""
    for effect in facts.effects_of(EffectKind.BRANCH_DIFFERS):
        what = "what it returns" if effect.target == "return" else f"`{effect.target}`"
        message = f"{what} differs between the branches, which in a graph have one dtype and structure"
        if effect.reason == "undefined":
            yield Reason.of(effect, f"`{effect.target}` has a value in one branch only", _DEFINE)
        elif effect.reason == "foreign":
            yield Reason.of(effect, f"`{effect.target}` {effect.detail}", _OUTSIDE)
        else:
            yield Reason.of(effect, with_detail(message, effect), _AGREE)
