"""The function loses a gradient in a graph: its loss is chosen by a tensor after the tape has closed.

Eagerly an `if` that is not taken leaves the loss as the tape recorded it. A graph makes a conditional of it, whose
result is a new tensor that the tape has never seen, and the gradient is None. A function under `tf.custom_gradient`
returns a Python function beside its result: `tf.function` goes above that decorator, directly under it tracing raises.

**Refused:**

    import tensorflow as tf

    weight = tf.Variable(3.0)


    def gradient(x):
        with tf.GradientTape() as tape:
            loss = weight * x
        if loss > 100.0:
            loss = loss / 2.0
        return tape.gradient(loss, weight)  # HYB308


    RESULT = [gradient(tf.constant(1.0)), gradient(tf.constant(2.0))]

**Accepted:**

    import tensorflow as tf

    weight = tf.Variable(3.0)


    def gradient(x):
        with tf.GradientTape() as tape:
            loss = weight * x
            if loss > 100.0:
                loss = loss / 2.0
        return tape.gradient(loss, weight)


    RESULT = [gradient(tf.constant(1.0)), gradient(tf.constant(2.0))]

**Refused:** a conditional expression

    import tensorflow as tf

    weight = tf.Variable(3.0)


    def gradient(x):
        with tf.GradientTape() as tape:
            loss = weight * x
        loss = loss / 2.0 if loss > 100.0 else loss
        return tape.gradient(loss, weight)  # HYB308


    RESULT = [gradient(tf.constant(1.0)), gradient(tf.constant(2.0))]

**Accepted:** under another name

    import tensorflow as tf

    weight = tf.Variable(3.0)


    def gradient(x):
        with tf.GradientTape() as tape:
            loss = weight * x
        shown = loss / 2.0 if loss > 100.0 else loss
        return tape.gradient(loss, weight), shown


    RESULT = [gradient(tf.constant(1.0)), gradient(tf.constant(2.0))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule

_INSIDE = "Choose within the `with` of the tape, where it is recorded, or under another name."
_ITERATOR = "Take the gradient within the loop, or loop over `iter(data)`."
_BOTH_WAYS = "Use it on both ways, or ask for `unconnected_gradients='zero'`."
_ABOVE = "Put `tf.function` above `tf.custom_gradient`."


@rule("HYB308", Kind.SAFETY, Fix.GUIDED)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each gradient that a graph does not find."""
    for effect in facts.effects_of(EffectKind.LOSES_GRADIENT):
        if effect.reason == "order":
            message = f"`{effect.target}` returns the function of its gradient, which a trace cannot return"
            yield Reason.of(effect, message, _ABOVE)
        elif effect.reason == "returned":
            message = f"a gradient is asked of its result `{effect.target}`, which it may have got from the tape"
            yield Reason.of(effect, message, _INSIDE)
        elif effect.reason == "data set":
            message = f"a graph has no gradient of `{effect.target}` through a loop over a data set"
            yield Reason.of(effect, message, _ITERATOR)
        elif effect.reason == "one way":
            message = f"a gradient of `{effect.target}` is zero in a graph where eagerly there is none"
            yield Reason.of(effect, message, _BOTH_WAYS)
        else:
            message = f"a graph makes another `{effect.target}` after the tape has closed, and has no gradient of it"
            yield Reason.of(effect, message, _INSIDE)
