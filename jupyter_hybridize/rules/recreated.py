"""The function is made anew again and again: it is defined, or given to `tf.function`, in a loop or at each call.

A graph belongs to one function object. The next one begins without any and is traced again, so that each trace serves
a call or two. Define the function once, outside, and pass in what differs. A method has graphs for each object, so one
that runs once for each object, as `__init__` does, is traced as often as it is called.

**Refused:**

    import tensorflow as tf


    RESULT = []
    for factor in (2.0, 3.0):

        def settled(x):  # HYB408 of settled
            for _ in range(20):
                x = tf.sin(x) + tf.cos(x)
            return x

        RESULT.append(factor * settled(tf.constant([1.0, 2.0])))

**Accepted:** called often before it is defined again

    import tensorflow as tf

    RESULT = []
    for factor in (2.0, 3.0):

        def settled(x):
            for _ in range(20):
                x = tf.sin(x) + tf.cos(x)
            return x

        RESULT += [factor * settled(tf.constant([1.0, 2.0])) for _ in range(100)]

**Refused:** wrapped at each call

    import tensorflow as tf


    def settled(x):  # HYB408
        for _ in range(20):
            x = tf.sin(x) + tf.cos(x)
        return x


    RESULT = [tf.function(settled)(tf.constant([1.0, 2.0])) for _ in range(3)]

**Accepted:** wrapped once

    import tensorflow as tf


    def settled(x):
        for _ in range(20):
            x = tf.sin(x) + tf.cos(x)
        return x


    graph = tf.function(settled)
    RESULT = [graph(tf.constant([1.0, 2.0])) for _ in range(3)]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule

_ONCE_EACH = frozenset({"__init__", "__new__", "__post_init__", "__init_subclass__", "__set_name__", "__del__"})


@rule("HYB408", Kind.BENEFIT, Fix.GUIDED)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Ask whether each trace would serve a call or two only."""
    if facts.definition.name.rpartition(".")[2] in _ONCE_EACH:
        message = f"`{facts.name}` runs once for each object, and each has graphs of its own"
        yield Reason.about(facts, message, Answer.NO, "Leave it a plain function.")
        return
    if not facts.is_remade:
        return
    verb = "is given to `tf.function`" if _is_wrapped(facts) else "is defined"
    message = f"`{facts.name}` {verb} anew again and again, and traced each time"
    answer = Answer.UNKNOWN if facts.is_handed_on else Answer.NO
    yield Reason.about(facts, message, answer, f"Make `{facts.name}` once, and pass what differs as arguments.")


def _is_wrapped(facts: FunctionFacts) -> bool:
    decoration = facts.definition.decoration
    return decoration is not None and decoration.is_call
