"""``tf.TensorArray``: writing gives a new array; in a graph the old one keeps what it had."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import SCALAR_SHAPE, UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import (
    ANY,
    BOTTOM,
    NONE,
    AbstractValue,
    Form,
    Instance,
    Scalar,
    Tensor,
    constant,
    join_all,
    scalar,
    tensor,
    value,
)
from jupyter_hybridize.knowledge.families.dtype_names import dtype_of
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.iteration import without_first
from jupyter_hybridize.knowledge.operands import operand_of
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import CREATION
from jupyter_hybridize.knowledge.tensorflow.control import as_tensors, check_dtype
from jupyter_hybridize.knowledge.tensorflow.tensors import tensor_shape

OVERLAY: Final = Overlay()
ARRAY: Final = "tensorflow.TensorArray"
WRITTEN: Final = "elements written"  # their dtype and shape, which an array shares with those that writing made of it
DTYPE: Final = "dtype"
OVERLAY.cls(ARRAY)


@OVERLAY.function(ARRAY)
def _make(call: Call) -> AbstractValue:
    names = {dtype_of(atom) for atom in call.argument(0, "dtype").atoms}
    dtype = names.pop() if len(names) == 1 else None
    call.host.tensor_op("TensorListReserve")
    check_dtype(call, call.argument(1, "size"), "int32")
    asked = call.argument(2, "dynamic_size")
    grows = constant(False) if asked.is_bottom else asked
    kind = value(Scalar("tf.DType", dtype or ANY))
    kept = constant(call.argument(3, "clear_after_read").constant() is False)
    held = {DTYPE: kind, WRITTEN: BOTTOM, "length": call.argument(1, "size"), "grows": grows, "kept": kept}
    held["declared"] = call.argument(8, "element_shape")
    return call.host.new_object(ARRAY, held)


def _held(call: Call, name: str) -> AbstractValue:
    sites = [atom.site for atom in call.receiver.each(Instance)]
    return join_all(call.host.load(site).attributes.get(name, BOTTOM) for site in sites)


def _dtype(call: Call) -> str | None:
    held = _held(call, DTYPE).only()
    return held.constant if isinstance(held, Scalar) and isinstance(held.constant, str) else None


def _again(call: Call, written: AbstractValue) -> AbstractValue:
    known = _held(call, WRITTEN).join(written)
    for each in call.receiver.each(Instance):
        call.host.store(each.site, call.host.load(each.site).with_attribute(WRITTEN, known), call.text, CREATION)
    kept = {name: _held(call, name) for name in (DTYPE, "length", "grows", "kept", "reads", "declared")}
    return call.host.new_object(ARRAY, {**kept, WRITTEN: known})


def _element(call: Call) -> Shape:
    shapes = [atom.shape for atom in _held(call, WRITTEN).each(Tensor)]
    return shapes[0] if len(shapes) == 1 else UNKNOWN_SHAPE


@OVERLAY.method(ARRAY, "write")
def _write(call: Call) -> AbstractValue:
    _check_index(call, call.argument(0, "index"))
    given = as_tensors(call.host, call.argument(1, "value"))
    wanted = _dtype(call)
    call.host.tensor_op("TensorListSetItem", fits=_fits(call, given, wanted))
    if any(each.staged and each.dtype != wanted for each in call.argument(1, "value").each(Tensor)):
        detail = f"a tensor is not converted to {wanted}"
        call.host.effect(EffectKind.MIXES_DTYPES, call.text, answer=Answer.UNKNOWN, detail=detail, reason="dtype")
    shapes = [tensor(wanted, atom.shape) for atom in given.each(Tensor)]
    return _again(call, join_all(shapes) if shapes else tensor(wanted))


def _fits(call: Call, given: AbstractValue, wanted: str | None) -> bool:
    """Return whether a graph takes the element also where it is only traced: all must have one shape and dtype."""
    atom, earlier = given.only(), _held(call, WRITTEN)
    if not isinstance(atom, Tensor) or atom.form is not Form.DENSE or atom.dtype != wanted or not atom.shape.is_static:
        return False
    is_open = _held(call, "declared") in (BOTTOM, NONE)
    return is_open and (earlier.is_bottom or earlier.only() == Tensor(wanted, atom.shape))


@OVERLAY.method(ARRAY, "unstack", "scatter", "split")
def _fill(call: Call) -> AbstractValue:
    call.host.tensor_op("TensorListFromTensor")
    if call.name == "scatter":
        check_dtype(call, call.argument(0, "indices"), "int32")
    given = call.argument(1 if call.name == "scatter" else 0, "value")
    found = [operand_of(call.host, atom) for atom in given.atoms]
    if call.name == "split" or not found or any(each is None for each in found):
        return _again(call, tensor(_dtype(call)))
    shapes = [without_first(each.shape) for each in found if each is not None]
    return _again(call, join_all(tensor(_dtype(call), each) for each in shapes))


def _check_read(call: Call) -> None:
    if not _held(call, "reads").is_bottom:
        _cleared(call)


def _cleared(call: Call) -> None:
    """Reading clears an element in eager execution, where it cannot be read again; a graph keeps it."""
    if _held(call, "kept").constant() is not True:
        detail = "what was read is cleared"
        call.host.effect(EffectKind.RAISES, call.text, answer=Answer.UNKNOWN, detail=detail, reason="clear_after_read")


def _check_index(call: Call, index: AbstractValue) -> None:
    check_dtype(call, index, "int32")
    number, size = index.constant(), _held(call, "length").constant()
    is_fixed = _held(call, "grows").constant() is False
    if is_fixed and isinstance(number, int) and isinstance(size, int) and not 0 <= number < size:
        call.host.effect(EffectKind.RAISES, call.text, detail="the index is out of range", reason="index")


@OVERLAY.method(ARRAY, "read")
def _read(call: Call) -> AbstractValue:
    call.host.tensor_op("TensorListGetItem")
    index = call.argument(0, "index")
    _check_index(call, index)
    read = _held(call, "reads")
    if index.constant() in {each.constant for each in read.each(Scalar)} - {ANY}:
        _cleared(call)
    for instance in call.receiver.each(Instance):
        content = call.host.load(instance.site).with_attribute("reads", read.join(index))
        call.host.store(instance.site, content, call.text, CREATION)
    return tensor(_dtype(call), _element(call))


@OVERLAY.method(ARRAY, "stack", "gather")
def _stack(call: Call) -> AbstractValue:
    call.host.tensor_op("TensorListStack")
    _check_read(call)
    check_dtype(call, call.argument(0, "indices"), "int32")
    element = _element(call)
    if element.dims is None:
        return tensor(_dtype(call))
    return tensor(_dtype(call), Shape((_length(call), *element.dims)))


def _length(call: Call) -> int | None:
    size = _held(call, "length").constant()
    grows = _held(call, "grows").constant() is not False
    return size if isinstance(size, int) and not grows and call.name == "stack" else None


@OVERLAY.method(ARRAY, "concat")
def _concat(call: Call) -> AbstractValue:
    call.host.tensor_op("TensorListConcatV2")
    _check_read(call)
    element = _element(call)
    return tensor(_dtype(call), UNKNOWN_SHAPE if not element.dims else Shape((None, *element.dims[1:])))


@OVERLAY.method(ARRAY, "size")
def _size(call: Call) -> AbstractValue:
    call.host.tensor_op("TensorListLength")
    return tensor("int32", SCALAR_SHAPE)


@OVERLAY.method(ARRAY, "identity")
def _identity(call: Call) -> AbstractValue:
    return _again(call, BOTTOM)


@OVERLAY.method(ARRAY, "close")
def _close(call: Call) -> AbstractValue:
    return NONE


@OVERLAY.property(ARRAY, "dynamic_size")
def _dynamic(call: Call) -> AbstractValue:
    return scalar("bool")


@OVERLAY.property(ARRAY, "element_shape")
def _element_shape(call: Call) -> AbstractValue:
    return tensor_shape(call.host, UNKNOWN_SHAPE)
