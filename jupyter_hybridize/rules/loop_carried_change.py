"""The function changes the dtype, shape or structure of a name from one round of a graph loop to the next.

What a graph loop carries has one dtype and one shape. ``s = 0`` followed by ``s += 0.5`` raises, a tensor that grows
raises, and a Python list appended to in the loop holds tensors that do not exist outside it. A Python number becomes
an int32 or float32 tensor.

**Refused:**

    import tensorflow as tf


    def total(xs):
        result = 0
        for x in xs:  # HYB213
            result += x
        return result


    RESULT = [total(tf.constant([1.0, 2.0])), total(tf.constant([3.0, 4.0]))]

**Accepted:**

    import tensorflow as tf


    def total(xs):
        result = 0.0
        for x in xs:
            result += x
        return result


    RESULT = [total(tf.constant([1.0, 2.0])), total(tf.constant([3.0, 4.0]))]

**Refused:** a list

    import tensorflow as tf


    def doubled(xs):
        result = []
        for x in xs:
            result.append(2.0 * x)  # HYB213
        return tf.stack(result)


    RESULT = [doubled(tf.constant([1.0, 2.0])), doubled(tf.constant([3.0, 4.0]))]

**Accepted:** a TensorArray

    import tensorflow as tf


    def doubled(xs):
        result = tf.TensorArray(tf.float32, size=0, dynamic_size=True)
        for x in xs:
            result = result.write(result.size(), 2.0 * x)
        return result.stack()


    RESULT = [doubled(tf.constant([1.0, 2.0])), doubled(tf.constant([3.0, 4.0]))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule, subject, with_detail

_LIST = {"append", "extend", "insert", "pop", "list", "add", "update", "setitem"}


@rule("HYB213", Kind.SAFETY, Fix.GUIDED)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each name a graph loop cannot carry."""
    for effect in facts.effects_of(EffectKind.CHANGES_IN_LOOP):
        message = with_detail(f"`{effect.target}` changes its type in a loop that becomes a graph loop", effect)
        if effect.reason == "undefined":
            message = f"`{effect.target}` {effect.detail}, and the graph loop needs it there"
        elif effect.reason == "foreign":
            message = f"`{effect.target}` {effect.detail} from round to round"
        elif effect.reason == "none":
            message = f"`{effect.target}` is None before a graph loop, and its first round finds zeros instead"
        start = f"Start `{effect.target}` with the dtype and shape it ends with, `0.` for a float."
        array = f"Make `{effect.target}` a `tf.TensorArray`."
        yield Reason.of(effect, message, array if subject(effect) in _LIST else start)
