"""The function iterates over a tensor where AutoGraph leaves the iteration to Python.

A plain ``for v in t:`` becomes a loop in the graph and works. A comprehension, ``enumerate``, ``zip``, ``map``,
``list``, ``sum``, ``max``, star- and tuple-unpacking, or ``for … else`` ask the symbolic tensor for a Python
iterator, and it has none.

**Refused:**

    import tensorflow as tf


    def total(xs):
        return tf.add_n([2.0 * x for x in xs])  # HYB203


    RESULT = [total(tf.constant([1.0, 2.0])), total(tf.constant([3.0, 4.0]))]

**Accepted:**

    import tensorflow as tf


    def total(xs):
        result = 0.0
        for x in xs:
            result += 2.0 * x
        return result


    RESULT = [total(tf.constant([1.0, 2.0])), total(tf.constant([3.0, 4.0]))]

**Refused:** unpacking

    import tensorflow as tf


    def area(box):
        width, height = box  # HYB203
        return width * height


    RESULT = [area(tf.constant([1.0, 2.0])), area(tf.constant([3.0, 4.0]))]

**Accepted:** `tf.unstack` gives a list

    import tensorflow as tf


    def area(box):
        width, height = tf.unstack(box)
        return width * height


    RESULT = [area(tf.constant([1.0, 2.0])), area(tf.constant([3.0, 4.0]))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule, subject, with_detail

_UNSTACK = "Iterate over `tf.unstack(…)`, or use a plain `for` loop, which becomes a graph loop."
_ADVICE = {
    "comprehension": "Compute on the whole tensor, use `tf.map_fn`, or iterate over `tf.unstack(…)`.",
    "map": "Use `tf.map_fn` instead.",
    "sum": "Use `tf.reduce_sum` instead.",
    "max": "Use `tf.reduce_max` instead.",
    "min": "Use `tf.reduce_min` instead.",
    "any": "Use `tf.reduce_any` instead.",
    "all": "Use `tf.reduce_all` instead.",
    "reversed": "Use `tf.reverse` instead.",
    "reduce": "Use `tf.foldl` instead.",
    "unpacking": "Unpack `tf.unstack(…)` instead.",
    "unpack": "Unpack `tf.unstack(…)` instead.",
    "enumerate": "Loop over `tf.range(tf.shape(…)[0])` and index the tensor.",
    "zip": "Loop over `tf.range(tf.shape(…)[0])` and index both tensors.",
}


@rule("HYB203", Kind.SAFETY, Fix.GUIDED)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each iteration that Python itself would do."""
    for effect in facts.effects_of(EffectKind.ITERATES_TENSOR):
        message = with_detail(f"Python cannot iterate over `{effect.target}` while it is traced", effect)
        yield Reason.of(effect, message, _ADVICE.get(subject(effect), _UNSTACK))
