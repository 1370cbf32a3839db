"""Attributes of arrays, and the methods that convert, copy or change them."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import (
    ANY,
    NONE,
    TOP,
    AbstractValue,
    Array,
    Scalar,
    array,
    constant,
    join_all,
    scalar,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.numpy.data import DTYPE, anything, dtype_named, leave, real
from jupyter_hybridize.knowledge.numpy.elementwise import clipped
from jupyter_hybridize.knowledge.numpy.reductions import receiver_data
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import BYTES, INT, perform_io

OVERLAY = Overlay()
ARRAY: Final = "numpy.ndarray"
_KINDS: Final = {"f": "float", "i": "int", "u": "int", "c": "complex", "b": "bool", "s": "str"}


def _arrays(call: Call) -> list[Array]:
    return list(call.receiver.each(Array))


def python_scalar(dtype: str | None) -> AbstractValue:
    """Return the Python number that an element of this dtype becomes."""
    return scalar(_KINDS[dtype[0]]) if dtype is not None and dtype != "bfloat16" else TOP


@OVERLAY.property(ARRAY, "shape")
def shape(call: Call) -> AbstractValue:
    """``x.shape``."""
    return join_all(_dims(each.shape) for each in _arrays(call))


def _dims(dims: Shape) -> AbstractValue:
    if dims.dims is None:
        return tuple_of(rest=INT)
    return tuple_of(*(INT if dim is None else constant(dim) for dim in dims.dims))


@OVERLAY.property(ARRAY, "dtype")
def dtype(call: Call) -> AbstractValue:
    """``x.dtype``."""
    return value(*(Scalar(DTYPE, ANY if each.dtype is None else each.dtype) for each in _arrays(call)))


@OVERLAY.property(ARRAY, "ndim")
def ndim(call: Call) -> AbstractValue:
    """``x.ndim``."""
    return join_all(INT if each.shape.rank is None else constant(each.shape.rank) for each in _arrays(call))


@OVERLAY.property(ARRAY, "size")
def size(call: Call) -> AbstractValue:
    """``x.size``."""
    return join_all(INT if each.shape.size is None else constant(each.shape.size) for each in _arrays(call))


@OVERLAY.property(ARRAY, "nbytes", "itemsize")
def bytes_of(call: Call) -> AbstractValue:
    """``x.nbytes``."""
    return INT


@OVERLAY.property(ARRAY, "T", "mT")
def transposed(call: Call) -> AbstractValue:
    """``x.T``."""
    return value(*(Array(each.dtype, _reversed(each.shape, call.name), each.scalar) for each in _arrays(call)))


def _reversed(dims: Shape, name: str) -> Shape:
    if dims.dims is None:
        return dims
    return Shape((*dims.dims[:-2], *dims.dims[-2:][::-1])) if name == "mT" else Shape(dims.dims[::-1])


@OVERLAY.property(ARRAY, "real", "imag")
def part(call: Call) -> AbstractValue:
    """``x.real``."""
    return value(*(Array(real(each.dtype), each.shape, each.scalar) for each in _arrays(call)))


@OVERLAY.property(ARRAY, "flat")
def flat(call: Call) -> AbstractValue:
    """``x.flat``: it iterates as the array of one axis does, and setting its items sets those of *x*."""
    return value(*(Array(each.dtype, Shape((each.shape.size,))) for each in _arrays(call)))


@OVERLAY.property(ARRAY, "base", "data", "flags", "ctypes", "strides")
def rest(call: Call) -> AbstractValue:
    """Attributes seldom asked for."""
    return TOP


@OVERLAY.method(ARRAY, "astype", "view")
def astype(call: Call) -> AbstractValue:
    """``x.astype(dtype)``."""
    given = call.argument(0, "dtype")
    if call.name == "view" and not given.is_bottom:
        return anything()
    return value(*(_cast(each, given) for each in _arrays(call)))


def _cast(atom: Array, given: AbstractValue) -> Array:
    return Array(atom.dtype if given.is_bottom else dtype_named(given), atom.shape, atom.scalar)


@OVERLAY.method(ARRAY, "tolist")
def tolist(call: Call) -> AbstractValue:
    """``x.tolist()``."""
    return join_all(_listed(call, each.dtype, each.shape) for each in _arrays(call))


def _listed(call: Call, dtype: str | None, dims: Shape) -> AbstractValue:
    element = python_scalar(dtype)
    if dims.dims is None:
        return element.join(call.host.new_list(None, TOP))
    for _axis in dims.dims:
        element = call.host.new_list(None, element)
    return element


@OVERLAY.method(ARRAY, "item")
def item(call: Call) -> AbstractValue:
    """``x.item()``."""
    leave(call, *call.arguments.every())
    return join_all(python_scalar(each.dtype) for each in _arrays(call))


@OVERLAY.method(ARRAY, "round")
def round_(call: Call) -> AbstractValue:
    """``x.round(n)``."""
    leave(call, *call.arguments.every())
    return value(
        *(Array(None if each.dtype == "bool" else each.dtype, each.shape, each.scalar) for each in _arrays(call))
    )


@OVERLAY.method(ARRAY, "clip")
def clip(call: Call) -> AbstractValue:
    """``x.clip(low, high)``."""
    leave(call, *call.arguments.every())
    return clipped(call, receiver_data(call), [call.argument(0, "min", "a_min"), call.argument(1, "max", "a_max")])


@OVERLAY.method(ARRAY, "nonzero")
def nonzero(call: Call) -> AbstractValue:
    """``x.nonzero()``."""
    index = array("int64", Shape((None,)))
    ranks = {each.shape.rank for each in _arrays(call)}
    rank = ranks.pop() if len(ranks) == 1 else None
    return tuple_of(*[index] * rank) if rank else tuple_of(rest=index)


@OVERLAY.method(ARRAY, "take", "diagonal", "compress", "choose", "searchsorted", "trace", "byteswap", "getfield")
def some(call: Call) -> AbstractValue:
    """Methods that give an array, or a scalar, nothing more is known of."""
    leave(call, *call.arguments.every())
    if call.name == "byteswap" and call.arguments.every():  # in place
        call.host.effect(EffectKind.MUTATES_OBJECT, call.text, answer=Answer.UNKNOWN, reason="array")
    return anything()


@OVERLAY.method(ARRAY, "fill", "sort", "partition", "put", "resize", "itemset", "setfield", "setflags")
def change(call: Call) -> AbstractValue:
    """Methods that change the array in place."""
    leave(call, *call.arguments.every())
    call.host.effect(EffectKind.MUTATES_OBJECT, call.text, answer=Answer.UNKNOWN, reason="array")
    return NONE


@OVERLAY.function(
    "numpy.copyto", "numpy.fill_diagonal", "numpy.place", "numpy.put", "numpy.putmask", "numpy.put_along_axis",
    "numpy.add.at", "numpy.subtract.at", "numpy.maximum.at",
)  # fmt: skip
def change_argument(call: Call) -> AbstractValue:
    """Functions that change their first argument in place."""
    leave(call, *call.arguments.every())
    call.host.effect(EffectKind.MUTATES_OBJECT, call.text, answer=Answer.UNKNOWN, reason="array")
    return NONE


@OVERLAY.method(ARRAY, "tobytes", "tostring", "dumps")
def tobytes(call: Call) -> AbstractValue:
    """``x.tobytes()``."""
    return BYTES


@OVERLAY.method(ARRAY, "tofile", "dump")
def tofile(call: Call) -> AbstractValue:
    """``x.tofile(path)``."""
    perform_io(call, "file")
    return NONE


@OVERLAY.method(ARRAY, "is_integer")
def is_integer(call: Call) -> AbstractValue:
    """``np.float64(2).is_integer()``."""
    return scalar("bool")
