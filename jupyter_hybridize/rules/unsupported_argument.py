"""The function takes or returns what a trace cannot.

A trace is looked up by the types of the arguments, and results become tensors: a set, an unfrozen dataclass or an
unhashable object as argument, and a generator, a function or a model as result, raise. A list or dict argument that
the function changes raises too, and a gradient tape passed in records nothing.

**Refused:**

    import tensorflow as tf


    def chosen(x, indices):
        return x * float(len(indices))


    RESULT = [chosen(tf.constant([1.0, 2.0]), {0, 1}), chosen(tf.constant([3.0, 4.0]), {0, 1})]  # HYB217 of chosen

**Accepted:**

    import tensorflow as tf


    def chosen(x, indices):
        return x * float(len(indices))


    RESULT = [chosen(tf.constant([1.0, 2.0]), (0, 1)), chosen(tf.constant([3.0, 4.0]), (0, 1))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Kind, Reason, rule, subject

_ADVICE = {
    "set": "Pass a tuple instead.",
    "mutated": "Change a copy and return it.",
    "tape": "Open the tape inside the function.",
    "slots": "Decorate a function that takes the object instead of the method.",
    "keras variable": "Pass the layer or model, and read its variables inside.",
    "temporary": "Keep the object in a name before calling its method.",
    "dataclass": "Freeze the dataclass, or pass its fields.",
}
_OTHER = "Pass and return tensors, numbers, strings, and tuples, lists or dicts of them."


@rule("HYB217", Kind.SAFETY)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each argument or result that tf.function rejects."""
    for effect in facts.effects_of(EffectKind.UNSUPPORTED_ARGUMENT):
        what = effect.detail or "a value"
        if effect.target == "return":
            message = f"it returns {what}, which a `tf.function` cannot return"
        elif effect.reason == "keras variable":
            message = f"`{effect.target}`: a trace gets the value of a Keras variable, and {what} is lost"
        else:
            message = f"`{effect.target}` is {what}, which a `tf.function` cannot take"
        yield Reason.of(effect, message, _ADVICE.get(subject(effect), _OTHER))
