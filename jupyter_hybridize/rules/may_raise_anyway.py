"""The function raises when run eagerly already, or may.

A graph and eager execution often raise different exceptions for the same mistake: a shape that does not fit is an
``InvalidArgumentError`` eagerly and a ``ValueError`` in a graph, and an exception with its own constructor becomes a
``StagingError``. What runs after such a line is not known, so nothing is proved of it.

**Refused:**

    import tensorflow as tf


    def product(a, b):
        return tf.matmul(a, b)  # HYB107


    try:
        RESULT = product(tf.ones([2, 3]), tf.ones([2, 3]))
    except Exception as error:
        RESULT = "the shapes do not fit"

**Accepted:**

    import tensorflow as tf


    def product(a, b):
        return tf.matmul(a, b, transpose_b=True)


    try:
        RESULT = product(tf.ones([2, 3]), tf.ones([2, 3]))
    except Exception as error:
        RESULT = "the shapes do not fit"
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Kind, Reason, rule, with_detail


@rule("HYB107", Kind.EVIDENCE)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report what raises, or may raise, in eager mode."""
    for effect in facts.effects_of(EffectKind.RAISES):
        verb = "raises" if effect.answer is Answer.NO else "may raise"
        message = with_detail(f"`{effect.target}` {verb} eagerly too", effect)
        if effect.reason == "iterate":
            message = f"iterating over {effect.target} {verb} eagerly too"
        yield Reason.of(effect, message, "Make the eager call work first, then ask again.").at_most_unknown()
