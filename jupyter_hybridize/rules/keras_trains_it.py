"""The function is a method that the library above its class calls by itself.

Keras traces what belongs to a model when `fit`, `evaluate` and `predict` run it, and behind a layer's `__call__`
AutoGraph converts nothing. What gains is the step that calls the model, with everything in it. So do other libraries
that call the methods of classes derived from theirs, or run what one of their decorators takes: they decide how.

**Refused:**

    import keras
    import tensorflow as tf


    class Scaled(keras.layers.Layer):
        def call(self, x):  # HYB411
            return tf.nn.relu(x * 2.0) + tf.sin(x)


    layer = Scaled()
    RESULT = [layer(tf.ones([3])), layer(tf.zeros([3]))]

**Accepted:** a step that is called by its name

    import keras
    import tensorflow as tf


    class Scaled(keras.layers.Layer):
        def call(self, x):
            return tf.nn.relu(x * 2.0) + tf.sin(x)


    layer = Scaled()
    RESULT = [layer.call(tf.ones([3])), layer.call(tf.zeros([3]))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Kind, Reason, rule

# by which library a function is run that one of its decorators takes
_RUNNERS = (
    "airflow", "apache_beam", "celery", "dask", "fastapi", "flask", "jax", "kfp", "modal", "numba", "prefect", "pytest",
    "ray", "streamlit", "tensorflow_federated", "tensorflow_probability",
)  # fmt: skip
_LEAVE = "Leave it plain: the library decides how it runs."
_ADVICE = "Decorate the function that calls the layer or model, or let `fit` trace it."


@rule("HYB411", Kind.BENEFIT)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Ask whether the program itself calls the method anywhere."""
    if facts.is_hybrid or (facts.eager_calls if facts.direct_calls is None else facts.direct_calls):
        return
    if facts.is_hook and not facts.has_loop:  # one that loops is slow wherever it is called
        message = f"`{facts.name}` is called by Keras, which decides how it runs"
        yield Reason.about(facts, message, Answer.NO, _ADVICE)
    elif facts.library and not facts.callers:  # what another method of its class calls is no hook
        message = f"`{facts.name}` is called by nothing but what `{facts.library}` belongs to"
        yield Reason.about(facts, message, Answer.NO, _LEAVE)
    elif (taker := _taker(facts)) and not facts.eager_calls and not facts.traced_calls:
        message = f"`{facts.name}` is run by nothing but what `{taker}` makes of it"
        yield Reason.about(facts, message, Answer.NO, _LEAVE)


def _taker(facts: FunctionFacts) -> str:
    """Return the decorator that gives the function to a library to run."""
    taken = (d for d in facts.definition.other_decorators if d.partition(".")[0] in _RUNNERS)
    return next(taken, "")
