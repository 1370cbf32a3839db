"""``tf.Variable`` and ``keras.Variable``: making them, reading them, assigning to them."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import SCALAR_SHAPE, UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import (
    NONE,
    TOP,
    AbstractValue,
    Atom,
    Form,
    Instance,
    Tensor,
    Tuple,
    constant,
    join_all,
    scalar,
    tensor,
    value,
)
from jupyter_hybridize.knowledge.families.dtype_names import dtype_of
from jupyter_hybridize.knowledge.host import Arguments, Call
from jupyter_hybridize.knowledge.keras.passed import OF_KERAS
from jupyter_hybridize.knowledge.operands import Grip, Operand, operand_of
from jupyter_hybridize.knowledge.overlay import Overlay

OVERLAY: Final = Overlay()
VARIABLE: Final = "tensorflow.Variable"
_CALLABLES: Final = ("Function", "Method", "Partial", "Hybrid", "Instance")


def creates_variable(call: Call, what: str = "variable") -> None:
    """Record that a variable is made; a trace may do that on its first call only."""
    call.host.effect(EffectKind.CREATES_VARIABLE, call.text or call.name, reason=what)


@OVERLAY.function(VARIABLE, "tensorflow.compat.v1.Variable")
def make_variable(call: Call) -> AbstractValue:
    """``tf.Variable(initial_value)``."""
    creates_variable(call)
    initial = _initial_value(call, call.argument(0, "initial_value"))
    asked = _asked_dtype(call.argument(4, "dtype"))
    found = [operand_of(call.host, atom) for atom in initial.atoms]
    shape = _declared_shape(call) or _joined_shape(found)
    dtype = asked if asked is not None else _joined_dtype(found)
    if asked is None and not _is_absent(call.argument(4, "dtype")):
        dtype = None
    made = call.host.new_object(VARIABLE).each(Instance)
    return value(Tensor(dtype, shape, Form.VARIABLE, made=frozenset(each.site for each in made)))


def _initial_value(call: Call, given: AbstractValue) -> AbstractValue:
    if any(type(atom).__name__ in _CALLABLES for atom in given.atoms):
        return call.host.call(given, Arguments())
    return given


def _is_absent(item: AbstractValue) -> bool:
    return item.is_bottom or item == NONE


def _asked_dtype(item: AbstractValue) -> str | None:
    names = {dtype_of(atom) for atom in item.atoms}
    return names.pop() if len(names) == 1 else None


def _declared_shape(call: Call) -> Shape | None:
    asked = call.argument(8, "shape")
    if _is_absent(asked):
        return None
    atom = asked.only()
    if isinstance(atom, Tuple) and atom.rest is not None:
        return UNKNOWN_SHAPE
    items = call.host.items(asked)
    return UNKNOWN_SHAPE if items is None else Shape(tuple(_size(each) for each in items))


def _size(item: AbstractValue) -> int | None:
    known = item.constant()
    return known if isinstance(known, int) else None


def _joined_shape(found: list[Operand | None]) -> Shape:
    shapes = [each.shape for each in found if each is not None]
    if not shapes or len(shapes) < len(found):
        return UNKNOWN_SHAPE
    shape = shapes[0]
    for other in shapes[1:]:
        shape = shape.join(other)
    return shape


def _joined_dtype(found: list[Operand | None]) -> str | None:
    names = {None if each is None else each.dtype for each in found}
    return names.pop() if len(names) == 1 else None


@OVERLAY.function("keras.Variable")
def _make_keras(call: Call) -> AbstractValue:
    creates_variable(call)
    initializer = call.argument(0, "initializer")
    asked = _asked_dtype(call.argument(2, "dtype"))
    sizes = call.argument(1, "shape")
    if not _is_absent(sizes):
        items = call.host.items(sizes)
        shape = UNKNOWN_SHAPE if items is None else Shape(tuple(_size(each) for each in items))
        default = "float32" if _is_absent(call.argument(2, "dtype")) else None
        return tensor(asked or default, shape, Form.VARIABLE).with_origins({OF_KERAS})
    found = [operand_of(call.host, atom) for atom in initializer.atoms]
    return tensor(asked or _joined_dtype(found), _joined_shape(found), Form.VARIABLE).with_origins({OF_KERAS})


@OVERLAY.method(VARIABLE, "assign", "assign_add", "assign_sub")
def _assign(call: Call) -> AbstractValue:
    item = call.argument(0, "value", "delta")
    call.host.tensor_op("AssignVariableOp", fits=all(_fits(call, each, item) for each in call.receiver.ordered()))
    for variable in call.receiver.each(Tensor):
        _check_assigned(call, variable, item)
    if call.argument(3, "read_value").constant() is False:
        return call.host.new_object("tensorflow.Operation") if call.host.mode.is_traced else NONE
    return _written(call)


def _fits(call: Call, variable: Atom, item: AbstractValue) -> bool:
    """Return whether a graph takes *item* for the variable also where it is only traced."""
    atom = item.only()
    given = None if atom is None else operand_of(call.host, atom)
    if not isinstance(variable, Tensor) or given is None or given.dtype is None or not given.shape.is_static:
        return False
    return variable.dtype == given.dtype and variable.shape == given.shape


def _check_assigned(call: Call, variable: Tensor, item: AbstractValue) -> None:
    """Record dtypes that do not fit; a ``keras.Variable`` casts them, so the answer stays open."""
    for atom in item.atoms:
        given = operand_of(call.host, atom)
        if given is None or given.grip is not Grip.TENSOR or variable.dtype is None or given.dtype == variable.dtype:
            continue
        if given.dtype is None and not item.origins:
            continue
        kind = EffectKind.MIXES_DTYPES if call.host.mode.is_traced else EffectKind.RAISES
        detail = f"a {dtypes.named(variable.dtype)} variable gets {dtypes.named(given.dtype)}"
        call.host.effect(kind, call.text, answer=Answer.UNKNOWN, detail=detail, reason="dtype")


def _written(call: Call) -> AbstractValue:
    """Return what assigning gives: ``tf.Variable`` a variable, ``keras.Variable`` a tensor."""
    return call.receiver.join(_read(call))


def _read(call: Call) -> AbstractValue:
    return join_all(tensor(atom.dtype, atom.shape) for atom in call.receiver.each(Tensor))


@OVERLAY.method(VARIABLE, "value", "read_value", "read_value_no_copy", "initialized_value")
def _value(call: Call) -> AbstractValue:
    call.host.tensor_op("ReadVariableOp")
    return _read(call)


@OVERLAY.method(
    VARIABLE,
    "scatter_add", "scatter_sub", "scatter_update", "scatter_max", "scatter_min", "scatter_mul", "scatter_div",
    "scatter_nd_add", "scatter_nd_sub", "scatter_nd_update", "scatter_nd_max", "scatter_nd_min", "batch_scatter_update",
)  # fmt: skip
def _scatter(call: Call) -> AbstractValue:
    call.host.tensor_op("ResourceScatterUpdate")
    return _written(call)


@OVERLAY.method(VARIABLE, "sparse_read", "gather_nd")
def _gather(call: Call) -> AbstractValue:
    call.host.tensor_op("ResourceGather")
    return join_all(tensor(atom.dtype) for atom in call.receiver.each(Tensor))


@OVERLAY.method(VARIABLE, "is_initialized")
def _is_initialized(call: Call) -> AbstractValue:
    call.host.tensor_op("VarIsInitializedOp")
    return tensor("bool", SCALAR_SHAPE)


@OVERLAY.method(VARIABLE, "count_up_to")
def _count_up_to(call: Call) -> AbstractValue:
    call.host.tensor_op("ResourceCountUpTo")
    return _read(call)


@OVERLAY.method(VARIABLE, "load", "eval", "to_proto", "from_proto")
def _unsupported(call: Call) -> AbstractValue:
    call.host.effect(EffectKind.RAISES, call.text, detail="needs a session", reason=call.name)
    return TOP


@OVERLAY.property(VARIABLE, "trainable")
def _trainable(call: Call) -> AbstractValue:
    return scalar("bool")


@OVERLAY.property(VARIABLE, "handle")
def _handle(call: Call) -> AbstractValue:
    return tensor("resource", SCALAR_SHAPE)


@OVERLAY.property(VARIABLE, "constraint", "regularizer", "synchronization", "aggregation", "initializer")
def _other(call: Call) -> AbstractValue:
    return TOP


@OVERLAY.property(VARIABLE, "overwrite_with_gradient")
def _overwrite(call: Call) -> AbstractValue:
    return constant(False).join(scalar("bool"))
