"""The function has tensor control flow and holds syntax that AutoGraph gives up on.

A walrus, ``for … else``, ``match`` on a name, ``self.__private`` or an inner generator makes AutoGraph fall back to
plain Python for the *whole* function, with a warning at most. A tensor condition anywhere in it then raises. Without
tensor control flow nothing is lost.

**Refused:**

    import tensorflow as tf


    def clipped(x):
        if (total := tf.reduce_sum(x)) > 1.0:  # HYB215
            x = x / total
        return x


    RESULT = [clipped(tf.constant([1.0, 3.0])), clipped(tf.constant([0.5, 0.25]))]

**Accepted:**

    import tensorflow as tf


    def clipped(x):
        total = tf.reduce_sum(x)
        if total > 1.0:
            x = x / total
        return x


    RESULT = [clipped(tf.constant([1.0, 3.0])), clipped(tf.constant([0.5, 0.25]))]

**Refused:** a loop's `else`

    import tensorflow as tf


    def folded(x):
        for _ in range(3):
            x = x * 2.0
        else:
            x = x + 1.0
        if tf.reduce_sum(x) > 20.0:  # HYB215
            x = -x
        return x


    RESULT = [folded(tf.constant([1.0])), folded(tf.constant([9.0]))]

**Accepted:** without tensor control flow nothing is lost

    import tensorflow as tf


    def folded(x):
        for _ in range(3):
            x = x * 2.0
        else:
            x = x + 1.0
        return tf.where(tf.reduce_sum(x) > 20.0, -x, x)


    RESULT = [folded(tf.constant([1.0])), folded(tf.constant([9.0]))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule, subject, with_detail

_ADVICE = {
    "walrus": "Assign the name in a statement of its own, before the condition.",
    "match": "Write `if` and `elif` instead of `match`.",
    "else": "Use a flag instead of the loop's `else`.",
    "private": "Use one leading underscore instead of two.",
    "generator": "Move the generator out of the function.",
    "async": "Make it a plain function.",
    "lambda": "Write one lambda a line, or a `def`.",
}
_REWRITE = "Rewrite that syntax, or use `tf.cond`, `tf.where` and `tf.while_loop`."


@rule("HYB215", Kind.SAFETY, Fix.GUIDED)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report the tensor control flow that stays plain Python."""
    for effect in facts.effects_of(EffectKind.UNCONVERTED_SYNTAX):
        message = f"`{effect.target}` stays plain Python, as AutoGraph gives up on the whole function"
        yield Reason.of(effect, with_detail(message, effect), _ADVICE.get(subject(effect), _REWRITE))
