"""The function reads the size of an axis as a Python number, or calls what asks for one.

``x.shape[0]`` is a number while the signature fixes that axis, or where there is none. With a signature that leaves it
open, or under ``reduce_retracing=True``, it is None, and ``np.zeros(x.shape[0])``, ``range(x.shape[0])`` or a division
raises. ``tf.shape(x)[0]`` is a tensor and always works. ``tf.unstack`` and many Keras layers ask for a size by
themselves. The decorator alone is safe: this is a note, and no signature is proposed that leaves the axis open.

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
from jupyter_hybridize.domain.effect import Effect, EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule

_OPENING = {"input_signature", "reduce_retracing", "experimental_relax_shapes"}


@rule("HYB209", Kind.SAFETY, Fix.AUTOMATIC)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Note each static read; under a decorator that may open axes it is more than a note."""
    for effect in facts.effects_of(EffectKind.READS_STATIC_SHAPE):
        is_open = effect.reason.startswith("open")
        reason = Reason.of(effect, _message(effect, is_open), _advice(effect, is_open))
        is_note = not is_open and not may_open_axes(facts)
        yield replace(reason, is_note=is_note, answer=Answer.UNKNOWN)


def _message(effect: Effect, is_open: bool) -> str:
    """Return who asks for a size, and what that means: a layer and an op ask for one of what they are given."""
    asked = f"`{effect.target}` is read as a Python number"
    if _is_taken_apart(effect):
        asked = "a shape is taken apart into Python numbers"
    elif effect.reason.endswith("layer"):
        asked = f"`{effect.target}` may ask for the sizes of its argument"
    elif effect.detail:
        asked = f"`{effect.target}` asks for the rank of its argument"
    elif effect.reason != "axis":
        asked = f"`{effect.target}` asks for a size of its argument"
    return f"{asked}, which {'only the values tell, not the graph' if is_open else 'a signature must then fix'}"


def _advice(effect: Effect, is_open: bool) -> str:
    if effect.reason == "axis" or _is_taken_apart(effect):
        return "Use `tf.shape(…)[axis]`, which works for every size."
    return "Tell the size with `tf.ensure_shape`." if is_open else "Let the `input_signature` tell it, or write none."


def _is_taken_apart(effect: Effect) -> bool:
    return effect.target == "shape"


def may_open_axes(facts: FunctionFacts) -> bool:
    """Return whether the present decorator can leave the size of an axis open."""
    decoration = facts.definition.decoration
    if decoration is None or decoration.fixes_axes:
        return False
    return any(name in _OPENING for name, _ in decoration.arguments)
