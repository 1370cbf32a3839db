"""TensorFlow's own initializers: objects that make a tensor of a shape."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.value import NONE, AbstractValue, Instance, tensor
from jupyter_hybridize.knowledge.families.dtype_names import dtype_of
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.keras.values import is_nothing, shape_of
from jupyter_hybridize.knowledge.overlay import Overlay

OVERLAY = Overlay()
_DRAWN: Final = ("tensorflow.random_normal_initializer", "tensorflow.random_uniform_initializer")
_FILLED: Final = ("tensorflow.zeros_initializer", "tensorflow.ones_initializer")
_CONSTANT: Final = "tensorflow.constant_initializer"

for _name in (*_DRAWN, *_FILLED, _CONSTANT):
    OVERLAY.cls(_name)


@OVERLAY.function(*_DRAWN, *_FILLED, _CONSTANT)
def make(call: Call) -> AbstractValue:
    """Keep the options; nothing is drawn yet."""
    return call.host.new_object(call.name, {})


def initial_value(call: Call) -> AbstractValue:
    """Return a tensor of a shape, of float32 unless asked otherwise; a constant tells its own dtype."""
    classes = {each.cls for each in call.receiver.each(Instance)}
    call.host.tensor_op("random_initializer" if classes & set(_DRAWN) else "initializer", 3)
    asked = call.argument(1, "dtype")
    dtype = None if _CONSTANT in classes else "float32"
    shape = shape_of(call.host, call.argument(0, "shape"))
    return tensor(dtype if is_nothing(asked) else dtype_of(asked.only()), shape)


for _name in (*_DRAWN, *_FILLED, _CONSTANT):
    OVERLAY.method(_name, "__call__")(initial_value)
    OVERLAY.method(_name, "__init__")(lambda _call: NONE)
