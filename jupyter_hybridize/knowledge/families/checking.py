"""The family of ops that are run for what they do: assertions and printing."""

from __future__ import annotations

from jupyter_hybridize.domain.value import NONE, AbstractValue
from jupyter_hybridize.knowledge.families.operation import Operation
from jupyter_hybridize.knowledge.families.registration import family


@family("assertion")
def assertion(operation: Operation) -> AbstractValue:
    """Give None eagerly, and an operation in a graph."""
    if not operation.is_traced:
        return NONE
    return NONE.join(operation.host.new_object("tensorflow.Operation"))
