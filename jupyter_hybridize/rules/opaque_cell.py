"""The function depends on a name that only a cell that cannot be read may bind.

A cell that does not parse, ``%run``, an automatic magic or a star import of an unknown module may bind the name to
anything. The other cells are analysed as usual, but a function that reads such a name is not proved.

**Refused:**

    import tensorflow as tf
    from stat import *


    def scaled(x):
        return x * float(ST_SIZE)  # HYB103


    RESULT = [scaled(tf.constant(1.0)), scaled(tf.constant(3.0))]

**Accepted:**

    import tensorflow as tf
    from stat import ST_SIZE


    def scaled(x):
        return x * float(ST_SIZE)


    RESULT = [scaled(tf.constant(1.0)), scaled(tf.constant(3.0))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Kind, Reason, rule, with_detail


@rule("HYB103", Kind.EVIDENCE)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each read of a name that code nobody can read may have bound."""
    for effect in facts.effects_of(EffectKind.READS_OPAQUE):
        message = with_detail(f"`{effect.target}` may be bound by code that cannot be read", effect)
        advice = f"Bind `{effect.target}` in a cell of its own, in plain Python."
        yield Reason.of(effect, message, advice).at_most_unknown()
