"""The function takes or returns what a trace cannot.

A trace is looked up by the types of the arguments, and results become tensors: a set, a deque, an unfrozen dataclass, a
`SimpleNamespace`, parsed options, a picture of PIL's or another object without a hash as argument, and a generator, a
function or a model as result, raise. A list or dict argument that the function changes raises too, and a gradient tape
passed in records nothing. Of a class of its own, a dict is made anew from its pairs, a list becomes a plain one, and
what has `__array__` becomes a tensor.

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

**Refused:** an object without a hash

    import types

    import tensorflow as tf


    def scaled(x, options):
        return x * options.scale


    OPTIONS = types.SimpleNamespace(scale=2.0)
    RESULT = [scaled(tf.constant([n, 1.0]), OPTIONS) for n in (1.0, 2.0)]  # HYB217 of scaled

**Accepted:** its field

    import types

    import tensorflow as tf


    def scaled(x, scale):
        return x * scale


    OPTIONS = types.SimpleNamespace(scale=2.0)
    RESULT = [scaled(tf.constant([n, 1.0]), OPTIONS.scale) for n in (1.0, 2.0)]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts import passed_variables
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Kind, Reason, rule, subject

_ADVICE = {
    "set": "Pass a tuple instead.",
    "mutated": "Change a copy and return it.",
    "tape": "Open the tape inside the function.",
    "slots": "Decorate a function that takes the object instead of the method.",
    "keras variable": "Pass the layer or model, and read its variables inside.",
    passed_variables.OUTSIDE: "Read the variables from outside only, or make a tf.function for each.",
    passed_variables.KEPT_FOR: "Make a tf.function for each variable.",
    "temporary": "Keep the object in a name before calling its method.",
    "dataclass": "Freeze the dataclass, or pass its fields.",
}
_OTHER = "Pass and return tensors, numbers, strings, and tuples, lists or dicts of them."


@rule("HYB217", Kind.SAFETY)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each argument or result that tf.function rejects."""
    for effect in facts.effects_of(EffectKind.UNSUPPORTED_ARGUMENT, EffectKind.KEEPS_FOR_VARIABLE):
        what = effect.detail or "a value"
        if effect.target == "return":
            message = f"it returns {what}, which a `tf.function` cannot return"
        elif effect.reason == "keras variable":
            message = f"`{effect.target}`: a trace gets the value of a Keras variable, and {what} is lost"
        elif effect.reason == passed_variables.OUTSIDE:
            message = f"`{effect.target}` gets several variables, and a graph of one may use it for `{what}` too"
        elif effect.kind is EffectKind.KEEPS_FOR_VARIABLE:
            message = f"`{effect.target}` is given several variables in turn, and a graph keeps the slots of the first"
        elif effect.answer is Answer.UNKNOWN:
            message = f"`{effect.target}` is {what}, which a `tf.function` may refuse or take for another"
        else:
            message = f"`{effect.target}` is {what}, which a `tf.function` cannot take"
        yield Reason.of(effect, message, _ADVICE.get(subject(effect), _OTHER))
