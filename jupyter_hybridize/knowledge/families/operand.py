"""How TensorFlow takes a Python value as the operand of an op."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce
from typing import Final

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.shape import SCALAR_SHAPE, UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import AbstractValue, Array, Atom, Container, Form, Scalar, Tensor, Tuple, value
from jupyter_hybridize.knowledge.host import Host

_LARGEST_INT32: Final = 2**31 - 1


class Kind(enum.Enum):
    """Where an operand comes from; it decides who gives the op its dtype."""

    PYTHON = "python"  # a number, a string, or a list of them: takes the dtype of its partner
    ARRAY = "array"  # NumPy: has a dtype, but gives way to a tensor
    TENSOR = "tensor"
    COMPOSITE = "composite"  # ragged or sparse
    KERAS = "keras"  # symbolic, of the Functional API: no op of TensorFlow takes it
    UNKNOWN = "unknown"

    __hash__ = object.__hash__  # that of `Enum` is run by Python, and sets and tables ask for it all the time


@dataclass(frozen=True, slots=True)
class Operand:
    """One possible operand of an op."""

    dtype: str | None
    shape: Shape
    kind: Kind = Kind.TENSOR
    is_numpy_list: bool = False  # a list of NumPy scalars, which tracing converts to another dtype

    def join(self, other: Operand) -> Operand:
        """Return what describes both."""
        return Operand(
            self.dtype if self.dtype == other.dtype else None,
            self.shape.join(other.shape),
            max(self.kind, other.kind, key=_STRENGTH.index),
            self.is_numpy_list or other.is_numpy_list,
        )


_STRENGTH = (Kind.PYTHON, Kind.ARRAY, Kind.TENSOR, Kind.COMPOSITE, Kind.KERAS, Kind.UNKNOWN)
UNKNOWN_OPERAND: Final = Operand(None, UNKNOWN_SHAPE, Kind.UNKNOWN)
_DEEPEST: Final = 16  # a list may hold itself
_KINDS = {Form.RAGGED: Kind.COMPOSITE, Form.SPARSE: Kind.COMPOSITE, Form.KERAS_SYMBOLIC: Kind.KERAS}


def operands(host: Host, item: AbstractValue, depth: int = _DEEPEST) -> tuple[Operand, ...]:
    """Return the operands that *item* may be, one an atom; none for what no op takes, as None."""
    found = (_operand(host, atom, depth) for atom in item.ordered())
    return tuple(operand for operand in found if operand is not None)


def _operand(host: Host, atom: Atom, depth: int) -> Operand | None:
    match atom:
        case Tensor(dtype, shape, form):
            return Operand(dtype, shape, _KINDS.get(form, Kind.TENSOR))
        case Array(dtype, shape, is_scalar):
            return Operand(dtype, SCALAR_SHAPE if is_scalar else shape, Kind.ARRAY)
        case Scalar(type=name):
            return _of_scalar(atom) if dtypes.of_python(name) else None
        case Tuple() | Container(type="list" | "builtins.list"):
            return _of_sequence(host, atom, depth - 1) if depth else UNKNOWN_OPERAND
        case _:
            return UNKNOWN_OPERAND


def _of_scalar(atom: Scalar) -> Operand:
    dtype = dtypes.of_python(atom.type)
    if dtype == "int32" and isinstance(atom.constant, int) and abs(atom.constant) > _LARGEST_INT32:
        dtype = "int64"
    return Operand(dtype, SCALAR_SHAPE, Kind.PYTHON)


def _of_sequence(host: Host, atom: Tuple | Container, depth: int) -> Operand:
    items = host.items(value(atom))
    if items is None:
        inner = host.iterate(value(atom), by_python=False)
        if inner.is_bottom:
            return Operand("float32", Shape.of(0), Kind.PYTHON)
        return _stacked(None, [_joined(operands(host, inner, depth))])
    if not items:
        return Operand("int32" if isinstance(atom, Tuple) and atom.name else "float32", Shape.of(0), Kind.PYTHON)
    each = dict.fromkeys(items)  # `x = [x, x]` doubles how often the innermost would be looked at
    return _stacked(len(items), [_joined(operands(host, item, depth)) for item in each])


def _joined(found: Iterable[Operand]) -> Operand:
    rows = list(found)
    return reduce(Operand.join, rows) if rows else UNKNOWN_OPERAND


def _stacked(length: int | None, rows: list[Operand]) -> Operand:
    shape = reduce(Shape.join, (row.shape for row in rows))
    kind = max((row.kind for row in rows), key=_STRENGTH.index)
    dims = None if shape.dims is None else (length, *shape.dims)
    if kind in (Kind.COMPOSITE, Kind.KERAS, Kind.UNKNOWN):
        return replace(UNKNOWN_OPERAND, kind=kind)
    has_numpy = any(row.is_numpy_list or row.kind is Kind.ARRAY for row in rows)
    return Operand(_packed_dtype(rows, kind), Shape(dims), kind, has_numpy and kind is Kind.ARRAY)


def _packed_dtype(rows: list[Operand], kind: Kind) -> str | None:
    """Return the dtype of a list: that of its tensors, else what Python's numbers promote to."""
    deciding = {row.dtype for row in rows if row.kind is kind}
    if len(deciding) == 1:
        return deciding.pop()
    if kind is Kind.PYTHON and deciding <= {"int32", "float32"}:
        return "float32"
    return None
