"""Functions under ``tf.custom_gradient``: they return a result, and the function that computes its gradient.

A trace cannot return a function, so ``tf.function`` directly under ``tf.custom_gradient`` raises. Above it there is
nothing wrong: what is traced returns the result alone. AutoGraph does not reach through ``tf.custom_gradient``.
"""

from __future__ import annotations

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import Effect, EffectKind
from jupyter_hybridize.domain.value import TOP, AbstractValue, Container, Tuple
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.trace import Code
from jupyter_hybridize.knowledge.host import Arguments, Mode
from jupyter_hybridize.knowledge.tensorflow.control import as_tensors

_CUSTOM = "tensorflow.custom_gradient"
_HYBRID = "tensorflow.function"


def is_around(m: Machine, code: Code) -> bool:
    """Return whether a function has a gradient of its own, which stands or would stand within the graph."""
    decorators = m.trace.decorators.get(code.id, ())
    if _CUSTOM not in decorators:
        return False
    return _HYBRID not in decorators or decorators.index(_HYBRID) < decorators.index(_CUSTOM)


def check_order(m: Machine, code: Code) -> bool:
    """Record where ``tf.function`` stands beside ``tf.custom_gradient``; return whether it stands directly under it.

    Beside a function that is no graph yet, above is the only place for it, which whoever decorates by hand must know.
    """
    decorators = m.trace.decorators.get(code.id, ())
    if _CUSTOM not in decorators or m.trial is None:
        return False
    is_under = not is_around(m, code)
    if is_under or _HYBRID not in decorators:
        answer = Answer.NO if is_under else Answer.UNKNOWN
        span = code.parsed.span(code.unit, code.node)
        m.trial.add(Effect(EffectKind.LOSES_GRADIENT, code.name, span, answer, (), "", "order"))
    return is_under


def result_of(m: Machine, pair: AbstractValue) -> AbstractValue:
    """Return the result of the *pair* that the function returned, having called the function of its gradient."""
    from jupyter_hybridize.interpreter.host import InterpreterHost

    host = InterpreterHost(m)
    items = host.items(pair)
    if items is None or len(items) != 2 or m.state is None:
        return TOP
    result, gradient = items
    outputs = host.items(result) if isinstance(result.only(), Tuple | Container) else (result,)
    upstream = (TOP,) if outputs is None else tuple(as_tensors(host, each) for each in outputs)
    host.call(gradient, Arguments(upstream), Mode.UNCONVERTED)
    return result
