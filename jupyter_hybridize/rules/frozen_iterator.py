"""The function advances a Python iterator or generator.

``next(batches)`` runs while tracing: it takes one item, which becomes a constant of the graph, and every later call
sees that item again. The iterator of a ``tf.data.Dataset`` is advanced by an operation and is fine.

**Refused:**

    import tensorflow as tf

    batches = iter([tf.constant(1.0), tf.constant(2.0), tf.constant(3.0)])


    def step():
        return next(batches) * 2.0  # HYB306


    RESULT = [step(), step()]

**Accepted:**

    import tensorflow as tf

    batches = iter(tf.data.Dataset.from_tensor_slices([1.0, 2.0, 3.0]))


    def step():
        return next(batches) * 2.0


    RESULT = [step(), step()]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule, with_detail

_ADVICE = "Call `next` in the caller and pass the item as an argument, or use a `tf.data.Dataset`."


@rule("HYB306", Kind.SAFETY, Fix.GUIDED)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each step of a Python iterator."""
    for effect in facts.effects_of(EffectKind.ADVANCES_ITERATOR):
        message = with_detail(f"`{effect.target}` advances only while tracing, and its item becomes a constant", effect)
        yield Reason.of(effect, message, _ADVICE)
