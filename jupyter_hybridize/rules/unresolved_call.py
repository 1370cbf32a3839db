"""The function calls something the analysis cannot see into.

An unknown library, ``exec``, or ``getattr`` with a computed name may do anything: print, keep a tensor, ask for a
value. What it returns is not known either, and so neither is what follows. TensorFlow may well agree; that can be
found out by trying, not by reading.

**Refused:**

    import os

    import tensorflow as tf

    operation = getattr(tf, os.environ.get("OPERATION", "square"))


    def apply(x):
        return operation(x)  # HYB102


    RESULT = [apply(tf.constant(2.0)), apply(tf.constant(3.0))]

**Accepted:**

    import tensorflow as tf

    operation = getattr(tf, "square")


    def apply(x):
        return operation(x)


    RESULT = [apply(tf.constant(2.0)), apply(tf.constant(3.0))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Kind, Reason, rule, with_detail

_ADVICE = "Verify the function by tracing it, or call something the analysis knows."


@rule("HYB102", Kind.EVIDENCE)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each call and each value that is not known."""
    for effect in facts.effects_of(EffectKind.UNKNOWN_CALL):
        message = with_detail(f"what `{effect.target}` does is not known", effect)
        yield Reason.of(effect, message, _ADVICE).at_most_unknown()
    for effect in facts.effects_of(EffectKind.UNKNOWN_VALUE):
        message = with_detail(f"what `{effect.target}` gives is not known", effect)
        if effect.reason == "parameter":
            message = f"what `{effect.target}` is, is not known"
        if effect.reason == "iterate":
            message = f"which items {effect.target} has is not known"
        yield Reason.of(effect, message, _ADVICE).at_most_unknown()
