"""``tf.keras.backend``: what makes and changes variables, and what asks a tensor for its shape.

``K.ones`` makes a variable, unless an axis of it is 0, and takes no tensor as a shape in a graph.
"""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.value import NONE, TOP, AbstractValue, Tensor, constant, tuple_of
from jupyter_hybridize.knowledge.host import Arguments, Call
from jupyter_hybridize.knowledge.keras import values as k
from jupyter_hybridize.knowledge.keras.backend import FLOATX, MODULE, run
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.structures import every_leaf

OVERLAY: Final = Overlay()

# variables


def _made(call: Call, initial: AbstractValue, *, at: int) -> AbstractValue:
    """Make a variable of *initial*, whose dtype is the argument at *at*."""
    asked = call.argument(at, "dtype")
    dtype = FLOATX if k.is_nothing(asked) else asked
    return run(call, "Variable", initial, dtype=dtype)


@OVERLAY.function(f"{MODULE}variable")
def variable(call: Call) -> AbstractValue:
    """Make a variable."""
    return _made(call, call.argument(0, "value"), at=1)


@OVERLAY.function(f"{MODULE}zeros", f"{MODULE}ones")
def filled(call: Call) -> AbstractValue:
    """Make a variable, outside the graph that is being traced; a tensor if an axis is 0."""
    asked, dtype = call.argument(0, "shape"), call.argument(1, "dtype")
    if every_leaf(call.host, asked).has(Tensor):
        k.needs_value(call)
    named = FLOATX if k.is_nothing(dtype) else dtype
    made = run(call, call.name.removeprefix(MODULE), asked, dtype=named)
    shape = k.shape_of(call.host, asked)
    if shape.dims is not None and 0 in shape.dims:
        return made
    kept = _made(call, made, at=1)
    return kept if shape.dims is not None and None not in shape.dims else kept.join(made)


@OVERLAY.function(f"{MODULE}eye")
def eye(call: Call) -> AbstractValue:
    """Make a variable, of an identity matrix."""
    return _made(call, run(call, "eye", call.argument(0, "size")), at=1)


@OVERLAY.function(f"{MODULE}random_normal_variable", f"{MODULE}random_uniform_variable")
def drawn_variable(call: Call) -> AbstractValue:
    """Make a variable of random numbers."""
    drawn = run(call, "random.normal", call.argument(0, "shape"))
    return _made(call, drawn, at=3)


@OVERLAY.function(f"{MODULE}update", f"{MODULE}update_add", f"{MODULE}update_sub", f"{MODULE}set_value")
def update(call: Call) -> AbstractValue:
    """Assign to a variable; ``set_value`` wants the value."""
    names = {"update": "assign", "update_add": "assign_add", "update_sub": "assign_sub", "set_value": "assign"}
    name, given = call.name.removeprefix(MODULE), call.argument(1, "new_x", "increment", "decrement", "value")
    if name == "set_value" and every_leaf(call.host, given).has(Tensor):
        k.needs_value(call)
    result = call.host.call(call.host.attribute(call.argument(0, "x"), names[name]), Arguments((given,)))
    return NONE if name == "set_value" else result


@OVERLAY.function(f"{MODULE}moving_average_update")
def moving_average(call: Call) -> AbstractValue:
    """Move a variable towards a value."""
    average, moved = call.argument(0, "x"), call.argument(1, "value")
    return call.host.call(call.host.attribute(average, "assign_sub"), Arguments((moved,)))


# what Python asks of a tensor


@OVERLAY.function(f"{MODULE}int_shape")
def int_shape(call: Call) -> AbstractValue:
    """Return the sizes as a tuple, as far as they are known."""
    sizes = call.host.items(call.host.attribute(call.argument(0, "x"), "shape"))
    if sizes is None or any(k.integer(size) is None for size in sizes):
        return TOP
    return tuple_of(*sizes)


@OVERLAY.function(f"{MODULE}ndim")
def rank(call: Call) -> AbstractValue:
    """Return the rank."""
    return call.host.attribute(call.host.attribute(call.argument(0, "x"), "shape"), "rank")


@OVERLAY.function(f"{MODULE}count_params")
def count(call: Call) -> AbstractValue:
    """Return the number of elements."""
    found = call.argument(0, "x").only()
    is_known = isinstance(found, Tensor) and found.shape.dims is not None and None not in found.shape.dims
    return k.INT if is_known else TOP


@OVERLAY.function(f"{MODULE}dtype")
def dtype_name(call: Call) -> AbstractValue:
    """Return the name of the dtype."""
    found = call.argument(0, "x").only()
    return constant(found.dtype) if isinstance(found, Tensor) and found.dtype is not None else k.STRING


@OVERLAY.function(f"{MODULE}is_sparse")
def asks_for_sparse(call: Call) -> AbstractValue:
    """Return a bool."""
    return k.BOOL


@OVERLAY.function(f"{MODULE}batch_get_value")
def values(call: Call) -> AbstractValue:
    """Return arrays, which a graph has not got."""
    k.needs_value(call)
    return call.host.new_list(None, TOP)
