"""The function reads an axis as a Python number.

``x.shape[0]`` is a number while the signature fixes that axis. With a signature that leaves it open, or under
``reduce_retracing=True``, it is None, and ``np.zeros(x.shape[0])``, ``range(x.shape[0])`` or a division raises.
``tf.shape(x)[0]`` is a tensor and always works. The conversion itself is safe: this is a note, and it withholds an
open signature.

It is more than a note where the graph itself leaves the axis open: ``x[x > 0]``, ``tf.unique(x)``, the batches of a
data set have as many rows as the values say, and tracing has no values.

**Refused:**

    import tensorflow as tf


    def mean(x):
        return tf.reduce_sum(x) / x.shape[0]  # HYB209


    RESULT = [mean(tf.ones([2])), mean(tf.ones([3])), mean(tf.ones([4]))]

**Accepted:**

    import tensorflow as tf


    def mean(x):
        return tf.reduce_sum(x) / tf.cast(tf.shape(x)[0], tf.float32)


    RESULT = [mean(tf.ones([2])), mean(tf.ones([3])), mean(tf.ones([4]))]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule, with_detail

_OPENING = {"input_signature", "reduce_retracing", "experimental_relax_shapes"}


@rule("HYB209", Kind.SAFETY, Fix.AUTOMATIC)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Note each static read; under a decorator that may open axes it is more than a note."""
    for effect in facts.effects_of(EffectKind.READS_STATIC_SHAPE):
        message = with_detail(
            f"`{effect.target}` is read as a Python number, so the signature must fix that axis", effect
        )
        if effect.reason == "open":
            message = with_detail(f"`{effect.target}` may be None in the graph, where only the values tell", effect)
        reason = Reason.of(effect, message, "Use `tf.shape(…)[axis]`, which works for every size.")
        is_note = effect.reason != "open" and not may_open_axes(facts)
        yield replace(reason, is_note=is_note, answer=Answer.UNKNOWN)


def may_open_axes(facts: FunctionFacts) -> bool:
    """Return whether the present decorator can leave the size of an axis open."""
    decoration = facts.definition.decoration
    if decoration is None or decoration.fixes_axes:
        return False
    return any(name in _OPENING for name, _ in decoration.arguments)
