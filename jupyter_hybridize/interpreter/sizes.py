"""Arithmetic and memory traffic of a call, from the sizes of what goes in and comes out."""

from __future__ import annotations

from collections.abc import Iterable
from math import prod
from typing import Final

from jupyter_hybridize.domain.value import AbstractValue, Array, Container, Form, Tensor, Tuple
from jupyter_hybridize.domain.work import Work

NOMINAL: Final = 32  # an axis of unknown size, most often the batch
_BYTES: Final = {"float64": 8, "int64": 8, "uint64": 8, "complex64": 8, "complex128": 16, "float16": 2, "bfloat16": 2,
                 "int16": 2, "uint16": 2, "int8": 1, "uint8": 1, "bool": 1}  # fmt: skip
_CONTRACTIONS: Final = ("matmul", "MatMul", "matvec", "tensordot", "einsum", "Dense.__call__", "linalg.matmul")
_CONVOLUTIONS: Final = ("conv2d", "Conv2D.__call__", "Conv1D.__call__", "Conv2DTranspose.__call__")
_FREE: Final = ("reshape", "expand_dims", "squeeze", "shape", "Shape", "zeros", "ones", "constant", "range", "rank")
_KERNEL: Final = 9  # the area of a kernel whose size is not known: 3 by 3, the commonest
Sized = Tensor | Array


def work_of(name: str, given: Iterable[AbstractValue], result: AbstractValue) -> Work | None:
    """Return what the sizes tell, None where no tensor comes out."""
    outs = list(_tensors(result))
    if not outs or name.endswith(_FREE):
        return None
    parts = [atom for item in given for atom in _tensors(item)]
    sizes = [_size(atom) for atom in (*parts, *outs)]
    is_sized = None not in sizes
    traffic = sum(
        (size or 0) * _BYTES.get(atom.dtype or "", 4) for size, atom in zip(sizes, (*parts, *outs), strict=True)
    )
    return Work(flops=_flops(name, parts, outs), bytes=float(traffic), is_sized=is_sized)


def _tensors(item: AbstractValue) -> list[Sized]:
    found: list[Sized] = []
    for atom in item.atoms:
        if (isinstance(atom, Tensor) and atom.form in (Form.DENSE, Form.VARIABLE)) or isinstance(atom, Array):
            found.append(atom)
        elif isinstance(atom, Tuple):
            found.extend(part for each in atom.items for part in _tensors(each))
        elif isinstance(atom, Container):
            continue
    return found


def _dims(atom: Sized) -> tuple[int, ...] | None:
    if atom.shape.dims is None:
        return None
    return tuple(NOMINAL if size is None else size for size in atom.shape.dims)


def _size(atom: Sized) -> int | None:
    dims = _dims(atom)
    return None if dims is None else prod(dims)


def _flops(name: str, given: list[Sized], outs: list[Sized]) -> float:
    dims, size = (_dims(given[0]) if given else None), _size(outs[0])
    if dims is None or size is None or not dims:
        return float(size or 0)
    if name.endswith(_CONTRACTIONS):
        return 2.0 * size * dims[-1]
    if name.endswith(_CONVOLUTIONS):
        kernel = _dims(given[1]) if len(given) > 1 else None
        return 2.0 * size * (prod(kernel[:-1]) if kernel else _KERNEL * dims[-1])
    return float(size)
