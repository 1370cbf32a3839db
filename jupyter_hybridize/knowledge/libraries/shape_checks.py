"""The library ``check_shapes``, whose decorator compares the shapes of arguments and results with a text.

A graph compares those that are known while tracing. Seen on check_shapes 1.1.1 below and above ``tf.function``; under
``inherit_check_shapes``, which works by ``__set_name__``, ``tf.function`` fails, so that one is left unknown.
"""

from __future__ import annotations

from jupyter_hybridize.domain.value import TOP, AbstractValue, Api, Function, Hybrid, value
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.overlay import Overlay

OVERLAY = Overlay()
_CHECKED = "check_shapes.check_shapes.checked"


@OVERLAY.function("check_shapes.check_shapes")
def check_shapes(call: Call) -> AbstractValue:
    """``@check_shapes("x: [n, d]")``; a text with a condition asks for the truth of an argument."""
    texts = [item.constant() for item in call.arguments.every()]
    if all(isinstance(text, str) and " if " not in text for text in texts):
        return value(Api(_CHECKED))
    return TOP


@OVERLAY.function(_CHECKED)
def checked(call: Call) -> AbstractValue:
    """Return the function that is decorated."""
    first = call.argument(0)
    return first if all(isinstance(atom, Function | Hybrid) for atom in first.atoms) else TOP


@OVERLAY.function("check_shapes.check_shape")
def check_shape(call: Call) -> AbstractValue:
    """``check_shape(x, "[n, d]")`` gives back what it is given."""
    return call.argument(0)
