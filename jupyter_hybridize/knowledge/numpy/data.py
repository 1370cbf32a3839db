"""What NumPy makes of its arguments: dtype and shape of anything like an array, dtypes, shapes and axes by value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import SCALAR_SHAPE, UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    AbstractValue,
    Api,
    Array,
    Atom,
    Container,
    Form,
    Scalar,
    Tensor,
    Tuple,
    value,
)
from jupyter_hybridize.knowledge.host import Call, Host
from jupyter_hybridize.knowledge.numpy.arithmetic import of_python_in_array, promoted, with_python
from jupyter_hybridize.knowledge.python.arguments import happens, holds_symbolic, known
from jupyter_hybridize.knowledge.structures import has_too_much, holds_itself

DTYPE: Final = "numpy.dtype"  # the type of the scalar that stands for a dtype object
_PYTHON: Final = {"int": "int64", "float": "float64", "bool": "bool", "complex": "complex128", "str": "string"}
_NAMES: Final = {
    **{name: name for name in (
        "bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float16", "float32",
        "float64", "complex64", "complex128",
    )},
    "bool_": "bool", "int": "int64", "int_": "int64", "intp": "int64", "intc": "int32", "byte": "int8",
    "short": "int16", "long": "int64", "longlong": "int64", "ubyte": "uint8", "uint": "uint64", "uintc": "uint32",
    "half": "float16", "single": "float32", "float": "float64", "double": "float64", "float_": "float64",
    "complex": "complex128", "complex_": "complex128", "cdouble": "complex128", "csingle": "complex64",
    "str": "string", "str_": "string", "bytes": "string", "bytes_": "string",
}  # fmt: skip
_CODE: Final = re.compile(r"[<>=|]?([biufc?SU])(\d*)")
_KINDS: Final = {"i": "int", "u": "uint", "f": "float", "c": "complex", "b": "int"}
NAMES: Final = tuple(_NAMES)


@dataclass(frozen=True, slots=True)
class Data:
    """An argument seen as an array. ``python`` is its type if it is a Python scalar, whose dtype gives way."""

    dtype: str | None
    shape: Shape
    python: str | None = None


UNKNOWN_DATA: Final = Data(None, UNKNOWN_SHAPE)


def data_of(host: Host, item: AbstractValue) -> Data | None:
    """Return *item* as NumPy sees it, None if it may be something NumPy hands on to its own methods."""
    found = [_data_of_atom(host, atom) for atom in item.atoms]
    known_data = [each for each in found if each is not None]
    if not known_data or len(known_data) != len(found):
        return None
    result = known_data[0]
    for each in known_data[1:]:
        python = each.python if each.python == result.python else None
        dtype = each.dtype if each.dtype == result.dtype else None
        result = Data(dtype, result.shape.join(each.shape), python)
    return result


def _data_of_atom(host: Host, atom: Atom) -> Data | None:
    match atom:
        case Array(dtype=dtype, shape=shape):
            return Data(dtype, shape)
        case Tensor(dtype=dtype, shape=shape, form=Form.DENSE | Form.VARIABLE):
            return Data(None if dtype == "string" else dtype, shape)
        case Scalar(type=name) if name in _PYTHON:
            return Data(_PYTHON[name], SCALAR_SHAPE, name)
        case Scalar(type="NoneType" | "bytes"):
            return Data(None, SCALAR_SHAPE)
        case Tuple(name=name) if name not in ("slice",):
            return _data_of_sequence(host, value(atom))
        case Container(type="list"):
            return _data_of_sequence(host, value(atom))
        case Container(type="collections.deque"):
            return UNKNOWN_DATA
        case Container():
            return Data(None, SCALAR_SHAPE)
        case _:
            return None


def _data_of_sequence(host: Host, sequence: AbstractValue) -> Data | None:
    if has_too_much(host, sequence) or holds_itself(host, sequence):
        return UNKNOWN_DATA
    items = host.items(sequence)
    if items is not None and not items:
        return Data("float64", Shape((0,)))
    inner = items if items is not None else (host.iterate(sequence, by_python=False),)
    if items is None and inner[0].is_bottom:
        return Data("float64", Shape((None,)))
    parts = [data_of(host, each) for each in inner]
    known_parts = [each for each in parts if each is not None]
    if len(known_parts) != len(parts):
        return UNKNOWN_DATA  # whatever the elements are, NumPy makes an array of the sequence
    return _stacked(known_parts, len(inner) if items is not None else None)


def _stacked(parts: Sequence[Data], count: int | None) -> Data:
    dtype, shape = parts[0].dtype, parts[0].shape
    for part in parts[1:]:
        dtype, shape = promoted(dtype, part.dtype), shape.join(part.shape)
    return Data(dtype, shape if shape.dims is None else Shape((count, *shape.dims)))


def common_dtype(parts: Sequence[Data], *, weak: bool = True) -> str | None:
    """Return the dtype NumPy computes in; a Python scalar gives way to an array if *weak* (NEP 50)."""
    firm = [part for part in parts if part.python is None or not weak]
    soft = [part for part in parts if part.python is not None and weak]
    if not firm:
        return _promoted_all([of_python_in_array(part.python) for part in soft])
    dtype = _promoted_all([part.dtype for part in firm])
    for part in soft:
        dtype = with_python(dtype, part.python)
    return dtype


def _promoted_all(dtypes: Sequence[str | None]) -> str | None:
    result = dtypes[0] if dtypes else None
    for dtype in dtypes[1:]:
        result = promoted(result, dtype)
    return result


def floating(dtype: str | None) -> str | None:
    """Return the dtype in which a function such as ``np.sin`` computes."""
    if dtype is None or dtype.startswith(("float", "complex", "bfloat")):
        return dtype
    if dtype in ("bool", "int8", "uint8"):
        return "float16"
    if dtype in ("int16", "uint16"):
        return "float32"
    return "float64" if dtype.startswith(("int", "uint")) else None


def double(dtype: str | None) -> str | None:
    """Return the dtype of a mean: integers become float64."""
    if dtype is None or dtype.startswith(("float", "complex", "bfloat")):
        return dtype
    return "float64" if dtype.startswith(("int", "uint", "bool")) else None


def widened(dtype: str | None) -> str | None:
    """Return the dtype of a sum: small integers become 64 bits wide."""
    if dtype is None:
        return None
    if dtype.startswith("uint"):
        return "uint64"
    return "int64" if dtype.startswith(("int", "bool")) else dtype


def real(dtype: str | None) -> str | None:
    """Return the dtype of the absolute value."""
    return {"complex64": "float32", "complex128": "float64"}.get(dtype or "", dtype)


def dtype_named(item: AbstractValue) -> str | None:
    """Return the dtype that a ``dtype=`` argument names, None if it is not known."""
    atom = item.only()
    match atom:
        case Api(name=name):
            library, _, last = name.rpartition(".")
            return _NAMES.get(last) if library in ("numpy", "builtins") else None
        case Scalar(type="numpy.dtype" | "str", constant=str(name)):
            return _NAMES.get(name) or _coded(name)
        case _:
            return None


def _coded(name: str) -> str | None:
    match = _CODE.fullmatch(name)
    if match is None:
        return None
    kind, size = match[1], match[2]
    if kind in "SU":
        return "string"
    if kind == "?":
        return "bool"
    default = {"i": "4", "u": "4", "f": "4", "c": "8", "b": "1"}[kind]
    return f"{_KINDS[kind]}{int(size or default) * 8}"


def chosen_dtype(call: Call, position: int | None, default: str | None) -> str | None:
    """Return the dtype of a result: of the ``dtype`` argument if one is given, else *default*."""
    item = call.argument(position, "dtype")
    return default if item.is_bottom or item == NONE else dtype_named(item)


def dimension(item: AbstractValue) -> int | None:
    """Return the size that an int argument certainly is, None if it is not known."""
    found = known([item])
    return int(found[0]) if found and isinstance(found[0], int) else None


def shape_named(host: Host, item: AbstractValue) -> Shape:
    """Return the shape that a ``shape`` or ``size`` argument names."""
    atom = item.only()
    if isinstance(atom, Scalar) and atom.type in ("int", "bool"):
        return Shape((dimension(item),))
    if isinstance(atom, Array) and atom.shape.rank == 0:
        return Shape((None,))
    items = host.items(item)
    if items is not None:
        return Shape(tuple(dimension(each) for each in items))
    if (
        isinstance(atom, Array | Tensor)
        and atom.shape.rank == 1
        and atom.shape.is_static
        and atom.shape.size is not None
    ):
        return Shape((None,) * atom.shape.size)
    if item.atoms and all(isinstance(each, Scalar) and each.type in ("int", "NoneType") for each in item.atoms):
        return Shape((None,))  # a number, or an axis that may be open
    return UNKNOWN_SHAPE


def made(dtype: str | None, shape: Shape) -> AbstractValue:
    """Return what a computation gives: a NumPy scalar where the shape is (), an array otherwise."""
    if shape.dims is None:
        return value(Array(dtype, UNKNOWN_SHAPE), Array(dtype, SCALAR_SHAPE, True))
    return value(Array(dtype, shape, shape.dims == ()))


def leave(call: Call, *items: AbstractValue) -> Answer:
    """Record that NumPy is applied to a tensor, if one of *items* is, or holds, one without a value."""
    certainty = Answer.NO
    for item in items:
        certainty |= holds_symbolic(call.host, item)
    happens(call, EffectKind.LEAVES_TENSORFLOW, certainty, reason=call.name)
    return certainty


def writes_out(call: Call, inputs: int | None = None) -> None:
    """Record that *call* writes into the array it is given as ``out``, behind its *inputs* or by name."""
    out = call.argument(None, "out")
    behind = BOTTOM if inputs is None else call.argument(inputs)
    if (not out.is_bottom and out != NONE) or behind.has(Array):
        call.host.effect(EffectKind.MUTATES_OBJECT, call.text, answer=Answer.UNKNOWN, reason="array")


def anything() -> AbstractValue:
    """Return an array or NumPy scalar nothing more is known of."""
    return made(None, UNKNOWN_SHAPE)


def foreign(host: Host, *items: AbstractValue) -> bool:
    """Return whether one of *items* may bring its own idea of what NumPy's functions do."""
    return any(data_of(host, item) is None for item in items if not item.is_bottom)
