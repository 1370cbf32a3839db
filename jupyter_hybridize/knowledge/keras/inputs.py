"""Where a functional model begins: symbolic inputs, and the layer that only says what comes in."""

from __future__ import annotations

from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import TOP, AbstractValue, Form, tensor
from jupyter_hybridize.knowledge.host import Call, Host
from jupyter_hybridize.knowledge.keras import values as k
from jupyter_hybridize.knowledge.keras.layer_classes import initializer
from jupyter_hybridize.knowledge.keras.layers import LAYER, named_dtype
from jupyter_hybridize.knowledge.overlay import Overlay

OVERLAY = Overlay()
_INPUT_LAYER = "keras.layers.InputLayer"

OVERLAY.cls(_INPUT_LAYER, bases=(LAYER,))


@OVERLAY.function(_INPUT_LAYER)
def input_layer(call: Call) -> AbstractValue:
    """Make the layer that only says what shape comes in."""
    return call.host.new_object(_INPUT_LAYER, {})


OVERLAY.method(_INPUT_LAYER, "__init__")(initializer("InputLayer", state=False))


@OVERLAY.method(_INPUT_LAYER, "__call__")
def pass_through(call: Call) -> AbstractValue:
    """Give what is given."""
    return call.argument(0, "inputs")


@OVERLAY.function("keras.Input")
def symbolic_input(call: Call) -> AbstractValue:
    """Return the symbolic tensor a functional model begins with."""
    host = call.host
    given, batched = call.argument(0, "shape"), call.argument(None, "batch_shape")
    if not call.argument(None, "tensor").is_bottom:
        return TOP
    batch = k.integer(call.argument(1, "batch_size"))
    shape = k.shape_of(host, batched) if not k.is_nothing(batched) else _batched(host, given, batch)
    return tensor(input_dtype(call.argument(2, "dtype")), shape, Form.KERAS_SYMBOLIC)


def _batched(host: Host, given: AbstractValue, batch: int | None) -> Shape:
    if host.items(given) is None and k.integer(given) is not None:
        return Shape((batch, k.integer(given)))
    inner = k.shape_of(host, given)
    return inner if inner.dims is None else Shape((batch, *inner.dims))


def input_dtype(given: AbstractValue) -> str | None:
    """Return the dtype asked for, float32 if none is."""
    return "float32" if k.is_nothing(given) else named_dtype(given)
