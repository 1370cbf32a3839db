"""The function passes something that is no string where an operation takes its name.

The last parameter of most operations is ``name``. Eager execution ignores it, so a misplaced argument goes unnoticed; a
graph names its operations with it and raises a ``TypeError``.

**Refused:**

    import tensorflow as tf


    def scaled(x):
        return tf.exp(x, 2)  # HYB205


    RESULT = [scaled(tf.constant(1.0)), scaled(tf.constant(2.0))]

**Accepted:**

    import tensorflow as tf


    def scaled(x):
        return tf.exp(x, "scaled")


    RESULT = [scaled(tf.constant(1.0)), scaled(tf.constant(2.0))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule, with_detail

_ADVICE = "Remove the argument, or pass a string; perhaps another parameter was meant."


@rule("HYB205", Kind.SAFETY, Fix.AUTOMATIC)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each name that is no string."""
    for effect in facts.effects_of(EffectKind.INVALID_NAME):
        message = with_detail(f"`{effect.target}` gets a name that is no string, which only a graph minds", effect)
        yield Reason.of(effect, message, _ADVICE)
