"""The function changes Python state that outlives the call.

Python runs while the graph is traced and not when it is called: a counter counts traces, a list grows once. Only
operations run each time, so ``tf.Variable.assign``, metrics and optimizers are fine, and objects made in the call are
free. A local list changed under a tensor condition is not: both branches are traced, and both change it.

**Refused:**

    import tensorflow as tf

    calls = 0


    def double(x):
        global calls
        calls += 1  # HYB301
        return x * 2.0


    RESULT = [double(tf.constant(1.0)), double(tf.constant(2.0)), calls]

**Accepted:**

    import tensorflow as tf

    calls = tf.Variable(0)


    def double(x):
        calls.assign_add(1)
        return x * 2.0


    RESULT = [double(tf.constant(1.0)), double(tf.constant(2.0)), calls.numpy()]

**Refused:** a list that outlives the call

    import tensorflow as tf

    shapes = []


    def double(x):
        shapes.append(1)  # HYB301
        return x * 2.0


    RESULT = [double(tf.constant(1.0)), double(tf.constant(2.0)), len(shapes)]

**Accepted:** a list of the call's own

    import tensorflow as tf


    def double(x):
        parts = []
        parts.append(x)
        parts.append(x)
        return tf.add_n(parts)


    RESULT = [double(tf.constant(1.0)), double(tf.constant(2.0))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import Effect, EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule, subject

_GROWING = {"append", "appendleft", "extend", "insert", "add", "update", "setdefault"}
_SHRINKING = {"pop", "popleft", "popitem", "remove", "discard", "clear", "del", "delitem"}
_COLLECT = "Return the value and collect it in the caller; inside a graph loop use `tf.TensorArray`."


@rule("HYB301", Kind.SAFETY, Fix.GUIDED)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each change of Python state."""
    for effect in facts.effects_of(EffectKind.WRITES_GLOBAL, EffectKind.WRITES_NONLOCAL):
        yield Reason.of(effect, f"`{effect.target}` is assigned only while tracing", _keep(effect))
    for effect in facts.effects_of(EffectKind.MUTATES_OBJECT):
        verb = next((verb for names, verb in _VERBS if subject(effect) in names), "changes")
        advice = _COLLECT if verb == "grows" else _keep(effect)
        yield Reason.of(effect, f"`{effect.target}` {verb} only while tracing", advice)
    for effect in facts.effects_of(EffectKind.MUTATES_IN_BRANCH):
        message = f"`{effect.target}` changes whichever branch the tensor chooses, as both are traced"
        yield Reason.of(effect, message, "Choose the value with the condition first, and change the object after it.")


_VERBS = ((_GROWING, "grows"), (_SHRINKING, "shrinks"))


def _keep(effect: Effect) -> str:
    return f"Make `{effect.target}` a `tf.Variable` and `assign` to it, or return the new value."
