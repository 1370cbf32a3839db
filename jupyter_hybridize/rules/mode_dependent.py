"""The function asks what changes in a graph.

``tf.executing_eagerly()``, ``hasattr(t, "numpy")``, ``isinstance(t, np.ndarray)`` on an argument, ``str(t)`` and ``a
is b`` on arguments have other answers while tracing. Nothing raises; the function goes another way, or the text shows
a symbolic tensor.

**Refused:**

    import tensorflow as tf


    def scaled(x):
        return x * (2.0 if tf.executing_eagerly() else 3.0)  # HYB311


    RESULT = [scaled(tf.constant(1.0)), scaled(tf.constant(2.0))]

**Accepted:**

    import tensorflow as tf


    def scaled(x):
        return x * (2.0 if tf.is_tensor(x) else 3.0)


    RESULT = [scaled(tf.constant(1.0)), scaled(tf.constant(2.0))]

**Refused:** the text of a tensor

    import tensorflow as tf


    def labelled(x):
        return tf.constant(f"value {x}")  # HYB311


    RESULT = [labelled(tf.constant(1.0)), labelled(tf.constant(2.0))]

**Accepted:** made by an operation

    import tensorflow as tf


    def labelled(x):
        return tf.strings.format("value {}", x)


    RESULT = [labelled(tf.constant(1.0)), labelled(tf.constant(2.0))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Kind, Reason, rule, with_detail

_ADVICE = "Decide by an argument or by dtype and shape, which are the same in both."


@rule("HYB311", Kind.SAFETY)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each question whose answer tracing changes."""
    for effect in facts.effects_of(EffectKind.ASKS_MODE):
        message = with_detail(f"`{effect.target}` has another answer while tracing", effect)
        yield Reason.of(effect, message, _ADVICE)
