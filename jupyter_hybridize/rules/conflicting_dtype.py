"""The function receives an array or NumPy scalar whose dtype meets another one.

Eagerly each operation converts a NumPy operand to the dtype of its tensor partner, and NumPy arithmetic promotes. An
array *argument* of a ``tf.function`` is a tensor of its own dtype, float64 more often than not, and TensorFlow does
not promote: ``float64 * float32`` raises a ``TypeError``, and so does ``uint8 / 255.``. An array the function closes
over is converted as before.

**Refused:**

    import numpy as np
    import tensorflow as tf

    weight = tf.constant([1.0, 2.0])


    def weighted(x):
        return weight * x  # HYB208


    RESULT = [weighted(np.array([1.0, 2.0])), weighted(np.array([3.0, 4.0]))]

**Accepted:**

    import numpy as np
    import tensorflow as tf

    weight = tf.constant([1.0, 2.0])


    def weighted(x):
        return weight * x


    RESULT = [weighted(np.float32([1.0, 2.0])), weighted(np.float32([3.0, 4.0]))]

**Refused:** NumPy promotes and TensorFlow does not

    import numpy as np
    import tensorflow as tf


    def scaled(pixels):
        return tf.reduce_mean(pixels + 0.5)  # HYB208


    RESULT = [scaled(np.array([0, 128])), scaled(np.array([64, 255]))]

**Accepted:** a cast says what is meant

    import numpy as np
    import tensorflow as tf


    def scaled(pixels):
        return tf.reduce_mean(tf.cast(pixels, tf.float64) + 0.5)


    RESULT = [scaled(np.array([0, 128])), scaled(np.array([64, 255]))]

**Refused:** eager execution hands on what ``tf.numpy_function`` gives, whatever it declares

    import numpy as np
    import tensorflow as tf


    def spread(x):
        return tf.numpy_function(lambda a: float(np.std(a)), [x], tf.float32)  # HYB208


    RESULT = [spread(tf.constant([1.0, 2.0])), spread(tf.constant([3.0, 5.0]))]

**Accepted:** it gives what it declares

    import numpy as np
    import tensorflow as tf


    def spread(x):
        return tf.numpy_function(lambda a: np.std(a), [x], tf.float32)


    RESULT = [spread(tf.constant([1.0, 2.0])), spread(tf.constant([3.0, 5.0]))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule, with_detail

_ADVICE = "Cast with `tf.cast`, or pin the dtype of an argument in the `input_signature`."

_DECLARED = "Give what is declared: cast in the function, as `np.float32(…)` does, or declare what it gives."


@rule("HYB208", Kind.SAFETY, Fix.AUTOMATIC)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each meeting of dtypes that only eager execution reconciles."""
    for effect in facts.effects_of(EffectKind.MIXES_DTYPES):
        verb = "does" if effect.answer is Answer.NO else "might"
        if effect.reason == "declared":
            message = f"only a graph holds `{effect.target}` to the dtype it declares"
            yield Reason.of(effect, with_detail(message, effect), _DECLARED)
            continue
        message = f"a graph {verb} not bring the operands of `{effect.target}` to one dtype, as eager execution does"
        yield Reason.of(effect, with_detail(message, effect), _ADVICE)
