"""The function is called with Python values that are equal but behave differently.

``tf.function`` looks a trace up by the argument's value, and ``1 == 1.0 == True`` and ``0.0 == -0.0``: the second
call gets the first one's graph. So do two objects that are equal by ``__eq__`` but differ in what the function reads.

**Refused:**

    import tensorflow as tf


    def halved(x, by):  # HYB310
        return x * (1.0 if isinstance(by, int) else 0.5)


    RESULT = [halved(tf.constant(3.0), 2), halved(tf.constant(3.0), 2.0)]

**Accepted:**

    import tensorflow as tf


    def halved(x, by):
        return x * (1.0 if isinstance(by, int) else 0.5)


    RESULT = [halved(tf.constant(3.0), 2), halved(tf.constant(3.0), 3.0)]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule, with_detail


@rule("HYB310", Kind.SAFETY, Fix.GUIDED)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each parameter that gets equal values of different kinds."""
    for effect in facts.effects_of(EffectKind.COLLIDES_IN_CACHE):
        message = with_detail(
            f"`{effect.target}` gets values that are equal but differ, and one graph serves them all", effect
        )
        yield Reason.of(effect, message, f"Pass `{effect.target}` with one type everywhere, or as a tensor.")
