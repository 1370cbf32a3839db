"""Arithmetic and memory traffic of a call, from the sizes of what goes in and comes out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import prod
from typing import Final

from jupyter_hybridize.domain.value import AbstractValue, Array, Form, Tensor, Tuple
from jupyter_hybridize.domain.work import Work
from jupyter_hybridize.interpreter.work import arithmetic

NOMINAL: Final = 32  # an axis of unknown size, most often the batch
_BYTES: Final = {"float64": 8, "int64": 8, "uint64": 8, "complex64": 8, "complex128": 16, "float16": 2, "bfloat16": 2,
                 "int16": 2, "uint16": 2, "int8": 1, "uint8": 1, "bool": 1}  # fmt: skip
_FREE: Final = ("reshape", "expand_dims", "squeeze", "shape", "Shape", "zeros", "ones", "constant", "range", "rank")
Sized = Tensor | Array


def work_of(
    name: str, given: Iterable[AbstractValue], result: AbstractValue, kernel: Sequence[int | None] = ()
) -> Work | None:
    """Return what the sizes tell, None where no tensor comes out; *kernel* is the size of a layer's kernel."""
    if name.endswith(_FREE):
        return None
    outs = _tensors(result)
    if not outs:
        return None
    parts = [atom for item in given for atom in _tensors(item)]
    traffic, is_sized = 0, True
    for atom in (*parts, *outs):
        size = _size(atom)
        is_sized = is_sized and size is not None
        traffic += (size or 0) * _BYTES.get(atom.dtype or "", 4)
    return Work(flops=_flops(name, parts, outs, kernel), bytes=float(traffic), is_sized=is_sized)


def _tensors(item: AbstractValue) -> list[Sized]:
    found: list[Sized] = []
    for atom in item.atoms:
        if type(atom) is Tensor:
            if atom.form is Form.DENSE or atom.form is Form.VARIABLE:
                found.append(atom)
        elif type(atom) is Array:
            found.append(atom)
        elif type(atom) is Tuple:
            for each in atom.items:
                found += _tensors(each)
    return found


def _dims(atom: Sized) -> tuple[int, ...] | None:
    if atom.shape.dims is None:
        return None
    return tuple(NOMINAL if size is None else size for size in atom.shape.dims)


def _size(atom: Sized) -> int | None:
    dims = _dims(atom)
    return None if dims is None else prod(dims)


def _flops(name: str, given: list[Sized], outs: list[Sized], kernel: Sequence[int | None]) -> float:
    made, sizes = _dims(outs[0]), [_dims(atom) for atom in given]
    if made is None or (sizes and sizes[0] is None):
        return float(_size(outs[0]) or 0)
    return arithmetic.operations(name, [dims for dims in sizes if dims is not None], made, kernel)
