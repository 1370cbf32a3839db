"""``f.get_concrete_function(…)``: tracing a function for specs, and the graph it gives."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.value import TOP, AbstractValue, Atom, Instance, value
from jupyter_hybridize.knowledge.host import Arguments, Call, Host
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.structures import map_structure
from jupyter_hybridize.knowledge.tensorflow.control import as_tensors
from jupyter_hybridize.knowledge.tensorflow.datasets_elements import of_spec

OVERLAY: Final = Overlay()
TRACEABLE: Final = "tensorflow.types.experimental.PolymorphicFunction"
CONCRETE: Final = "tensorflow.types.experimental.ConcreteFunction"
OVERLAY.cls(TRACEABLE, CONCRETE)


def described(host: Host, item: AbstractValue) -> AbstractValue:
    """Return *item* with each spec replaced by what it describes."""

    def leaf(atom: Atom) -> AbstractValue:
        found = of_spec(host, atom) if isinstance(atom, Instance) else None
        return value(atom) if found is None else found

    return map_structure(host, leaf, item)


@OVERLAY.method(TRACEABLE, "get_concrete_function")
def _trace(call: Call) -> AbstractValue:
    """Call the function with what the specs describe: so it will be called, once it is decorated."""
    given = call.arguments
    arguments = Arguments(
        tuple(described(call.host, item) for item in given.positional),
        {name: described(call.host, item) for name, item in given.keywords.items()},
        given.star,
        given.double_star,
    )
    result = call.host.call(call.receiver, arguments)
    return call.host.new_object(CONCRETE, {"result": as_tensors(call.host, result)})


@OVERLAY.method(CONCRETE, "__call__")
def _run(call: Call) -> AbstractValue:
    call.host.tensor_op("PartitionedCall")
    return call.host.attribute(call.receiver, "result")


@OVERLAY.property(
    CONCRETE, "graph", "inputs", "outputs", "structured_outputs", "structured_input_signature", "output_shapes",
    "variables", "trainable_variables", "captured_inputs", "function_def", "name", "function_type",
)  # fmt: skip
def _described(call: Call) -> AbstractValue:
    return TOP
