"""Attributes of library objects whose assignment is no plain attribute write."""

from __future__ import annotations

from jupyter_hybridize.domain.value import AbstractValue, Array, Instance, Scalar, Tensor
from jupyter_hybridize.interpreter.attributes import mro
from jupyter_hybridize.interpreter.machine import Machine

_RATES = frozenset({"learning_rate", "lr"})


def library_setter(m: Machine, atom: Instance, name: str, item: AbstractValue) -> bool:
    """Do ``object.name = item`` where the library keeps *name* in a variable; return whether it does.

    ``optimizer.learning_rate = 0.1`` assigns a variable, which a graph sees; a schedule put there it does not see.
    """
    if name in _RATES and any(base.startswith("keras.optimizers.") for base in mro(m, atom.cls)):
        return item.has(Scalar, Array, Tensor) and not item.has(Instance)
    return False
