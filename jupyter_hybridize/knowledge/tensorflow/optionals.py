"""``tf.experimental.Optional``: an element of a data set, or none."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.shape import SCALAR_SHAPE
from jupyter_hybridize.domain.value import BOTTOM, TOP, AbstractValue, tensor
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.tensorflow.control import as_tensors
from jupyter_hybridize.knowledge.tensorflow.datasets_elements import from_spec

OVERLAY: Final = Overlay()
OPTIONAL: Final = "tensorflow.experimental.Optional"
OVERLAY.cls(OPTIONAL)


@OVERLAY.method("tensorflow.data.Iterator", "get_next_as_optional")
def _next(call: Call) -> AbstractValue:
    call.host.tensor_op("IteratorGetNextAsOptional")
    return call.host.new_object(OPTIONAL, {"held": call.host.iterate(call.receiver, by_python=False)})


@OVERLAY.function(f"{OPTIONAL}.from_value")
def _from_value(call: Call) -> AbstractValue:
    call.host.tensor_op("OptionalFromValue")
    return call.host.new_object(OPTIONAL, {"held": as_tensors(call.host, call.argument(0, "value"))})


@OVERLAY.function(f"{OPTIONAL}.empty")
def _empty(call: Call) -> AbstractValue:
    call.host.tensor_op("OptionalNone")
    spec = call.argument(0, "element_spec")
    return call.host.new_object(OPTIONAL, {"held": from_spec(call.host, spec, BOTTOM)})


@OVERLAY.method(OPTIONAL, "has_value")
def _has_value(call: Call) -> AbstractValue:
    call.host.tensor_op("OptionalHasValue")
    return tensor("bool", SCALAR_SHAPE)


@OVERLAY.method(OPTIONAL, "get_value")
def _get_value(call: Call) -> AbstractValue:
    call.host.tensor_op("OptionalGetValue")
    return call.host.attribute(call.receiver, "held")


@OVERLAY.property(OPTIONAL, "element_spec")
def _spec(call: Call) -> AbstractValue:
    return TOP
