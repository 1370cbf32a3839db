"""The function gets Python numbers or strings that vary from call to call.

Each new Python value is a new trace, which costs a thousand times the call itself. A few fixed values, flags, modes
and None are fine, and so is a tensor or a NumPy scalar: one trace serves all its values.

**Refused:**

    import tensorflow as tf


    def faded(x, step):  # HYB402
        return x / (1.0 + step)


    RESULT = [faded(tf.constant(1.0), step) for step in range(10)]

**Accepted:**

    import tensorflow as tf


    def faded(x, step):
        return x / (1.0 + step)


    RESULT = [faded(tf.constant(1.0), step) for step in tf.range(10.0)]

**Refused:** a number that decays

    import tensorflow as tf


    def decayed(x, rate):  # HYB402
        return x * rate


    rate = 1.0
    RESULT = []
    for _ in range(10):
        RESULT.append(decayed(tf.constant(1.0), rate))
        rate *= 0.5

**Accepted:** a flag

    import tensorflow as tf


    def decayed(x, is_last):
        return x * (0.25 if is_last else 0.5)


    RESULT = []
    for step in range(10):
        RESULT.append(decayed(tf.constant(1.0), step == 9))
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.value import ANY, AbstractValue, Scalar
from jupyter_hybridize.facts.function import FunctionFacts, ParameterFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule

_KEYED_BY_VALUE = {"int", "float", "complex", "str", "bytes"}
_FEW = 4  # as many constants as an abstract value tells apart


@rule("HYB402", Kind.BENEFIT, Fix.GUIDED)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Ask of each parameter whether tracing for each of its values would go on and on."""
    for parameter in facts.parameters:
        advice = f"Pass `{parameter.name}` as a tensor, `tf.constant(…)`."
        if (parameter.varies and _is_keyed_by_value(parameter)) or _has_many_values(parameter):
            message = f"`{parameter.name}` is another Python value at each call, and each is traced anew"
            yield Reason.about(facts, message, Answer.NO, advice)
        elif facts.called_in_loop and _is_open(parameter.value):
            message = f"`{parameter.name}` may be another Python value at each call, and each is traced anew"
            yield Reason.about(facts, message, Answer.UNKNOWN, advice)


def _is_keyed_by_value(parameter: ParameterFacts) -> bool:
    return parameter.value.is_unknown or any(_scalars(parameter.value))


def _has_many_values(parameter: ParameterFacts) -> bool:
    seen = {s.constant for value in parameter.observations for s in _scalars(value) if s.constant is not ANY}
    return len(seen) > _FEW


def _is_open(value: AbstractValue) -> bool:
    return any(s.constant is ANY for s in _scalars(value))


def _scalars(value: AbstractValue) -> Iterator[Scalar]:
    return (s for s in value.each(Scalar) if s.type in _KEYED_BY_VALUE)
