"""The function asks a tensor for its value, or calls what exists only eagerly.

While a function is traced its tensors are symbolic: they have a dtype and a shape but no value. ``.numpy()``,
``bool(t)``, ``math.sqrt(t)``, ``t in [...]``, ``'%.2f' % t`` need one and raise; so do Keras' ``fit`` and
``predict``, ``get_weights`` and ``checkpoint.save``. ``float(t)``, ``int(t)`` and ``len(t)`` work because AutoGraph
replaces them, but they give a tensor: what then uses it as a Python number raises.

**Refused:**

    import tensorflow as tf


    def norm(x):
        total = tf.reduce_sum(x * x)
        return total.numpy() ** 0.5  # HYB201


    RESULT = [norm(tf.constant([3.0, 4.0])), norm(tf.constant([1.0, 0.0]))]

**Accepted:**

    import tensorflow as tf


    def norm(x):
        total = tf.reduce_sum(x * x)
        return total**0.5


    RESULT = [norm(tf.constant([3.0, 4.0])), norm(tf.constant([1.0, 0.0]))]

**Refused:** `math` wants a Python number

    import math

    import tensorflow as tf


    def root(x):
        return x * math.sqrt(tf.reduce_sum(x))  # HYB201


    RESULT = [root(tf.constant([3.0, 6.0])), root(tf.constant([1.0, 0.0]))]

**Accepted:** and has one

    import math

    import tensorflow as tf


    def root(x):
        return x * math.sqrt(9.0)


    RESULT = [root(tf.constant([3.0, 6.0])), root(tf.constant([1.0, 0.0]))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule, subject, with_detail

_TENSORFLOW = "Use `{}` instead."
_MOVE = "Call it outside, on what the function returns."
_ADVICE = {
    "numpy": "Work with the tensor itself, and ask for `.numpy()` outside, on what the function returns.",
    "tolist": "Work with the tensor itself, and ask for its values outside.",
    "item": "Work with the tensor itself, and ask for its value outside.",
    "bool": "Write the condition as a plain `if`, which becomes a graph branch, or use `tf.cast(…, tf.bool)`.",
    "max": _TENSORFLOW.format("tf.maximum"),
    "min": _TENSORFLOW.format("tf.minimum"),
    "pow": _TENSORFLOW.format("tf.pow"),
    "round": _TENSORFLOW.format("tf.round"),
    "in": "Use `tf.reduce_any(tf.equal(…))` instead.",
    "index": "Use `tf.gather` instead.",
    "getitem": "Use `tf.gather` instead.",
    "format": "Use `tf.strings.format` or `tf.print` instead.",
    "f-string": "Use `tf.strings.format` or `tf.print` instead.",
    "sqrt": _TENSORFLOW.format("tf.sqrt"),
    "exp": _TENSORFLOW.format("tf.exp"),
    "log": _TENSORFLOW.format("tf.math.log"),
    "sin": _TENSORFLOW.format("tf.sin"),
    "cos": _TENSORFLOW.format("tf.cos"),
    "tan": _TENSORFLOW.format("tf.tan"),
    "tanh": _TENSORFLOW.format("tf.tanh"),
    "floor": _TENSORFLOW.format("tf.floor"),
    "ceil": _TENSORFLOW.format("tf.math.ceil"),
    "erf": _TENSORFLOW.format("tf.math.erf"),
    "fit": "Call `fit` outside; Keras traces the training step itself.",
    "predict": "Call the model, `model(x)`, instead.",
    "predict_on_batch": "Call the model, `model(x)`, instead.",
    "evaluate": "Call the model and the metric instead, or `evaluate` outside.",
    "get_weights": "Read `model.variables` instead.",
    "set_weights": "Use `variable.assign` instead.",
    "save": "Save outside; of a checkpoint, `write` works inside.",
}


@rule("HYB201", Kind.SAFETY, Fix.GUIDED)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each use that needs a tensor's value."""
    for effect in facts.effects_of(EffectKind.NEEDS_VALUE):
        message = with_detail(f"`{effect.target}` needs a value, and a traced tensor has none", effect)
        yield Reason.of(effect, message, _ADVICE.get(subject(effect), _MOVE))
