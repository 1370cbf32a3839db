"""The function returns Python or NumPy values that its callers use as such.

What a ``tf.function`` returns comes back as tensors: a float is a float32 tensor, an array has no ``.astype``, a
shape is a vector. A caller that formats the number, or calls NumPy's methods on the array, raises or shows something
else.

**Refused:**

    import tensorflow as tf


    def total_and_size(x):
        return tf.reduce_sum(x), x.shape


    total, size = [total_and_size(tf.constant([x, x])) for x in (1.0, 2.0)][1]  # HYB309 of total_and_size
    RESULT = size.rank

**Accepted:**

    import tensorflow as tf


    def total_and_size(x):
        return tf.reduce_sum(x), tf.shape(x)


    total, size = [total_and_size(tf.constant([x, x])) for x in (1.0, 2.0)][1]
    RESULT = tf.size(size)
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import Effect, EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Kind, Reason, rule, subject, with_detail

_ADVICE = "Return only tensors, and keep what is Python or NumPy in the caller."


@rule("HYB309", Kind.SAFETY)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each result that comes back as something else."""
    for effect in facts.effects_of(EffectKind.CHANGES_TYPE):
        if subject(effect) == "copy":
            message = with_detail("what it returns comes back as a copy", effect)
        elif subject(effect) == "dtype":
            message = with_detail("what it returns has another dtype in a graph", effect)
        else:
            message = f"{_given(effect)} comes back as {'a list' if subject(effect) == 'list' else 'a tensor'}"
        yield Reason.of(effect, message, _ADVICE)


def _given(effect: Effect) -> str:
    if effect.target != "return":
        return with_detail(f"`{effect.target}`", effect)
    return f"what it returns, {effect.detail}," if effect.detail else "what it returns"
