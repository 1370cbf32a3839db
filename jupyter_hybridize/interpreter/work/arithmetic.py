"""Additions and multiplications of a call, from the sizes of what goes in and comes out."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import Final

Sizes = tuple[int, ...]
_CONTRACTIONS: Final = ("matmul", "MatMul", "matvec", "tensordot", "einsum", "Dense.__call__", "linalg.matmul")
_KERNEL: Final = 3  # along each axis, where a kernel's size is not known: the commonest
_SLIDING: Final = ("conv1d", "conv2d", "conv3d", "convolution")
_GATES: Final = {"LSTM": 4, "GRU": 3, "SimpleRNN": 1}  # products of the input and of the state in each step


def operations(name: str, given: Sequence[Sizes], made: Sizes, kernel: Sequence[int | None] = ()) -> float:
    """Return how many a call of *name* runs; *kernel* is the size of a layer's kernel, as far as it is known."""
    size = float(prod(made))
    if not given or not given[0]:
        return size
    if name.endswith(_CONTRACTIONS):
        return 2.0 * size * given[0][-1]
    cls, _, method = name.rpartition(".")
    layer = cls.rpartition(".")[2] if method == "__call__" else ""
    if layer in _GATES and len(given[0]) == 3:
        batch, steps, width = given[0]
        return 2.0 * _GATES[layer] * batch * steps * made[-1] * (width + made[-1])
    if any(part in (layer or method).lower() for part in _SLIDING):
        return _convolution(layer, method, given, made, kernel)
    return size


def _convolution(layer: str, method: str, given: Sequence[Sizes], made: Sizes, kernel: Sequence[int | None]) -> float:
    """Return the operations of sliding a kernel, which a function is given and a layer holds."""
    what, entering, leaving = (layer or method).lower(), given[0][-1], made[-1]
    if layer:
        area = prod(_KERNEL if size is None else size for size in kernel or (None,) * (len(made) - 2))
    else:
        area = prod(given[1][:-2]) if len(given) > 1 else _KERNEL ** max(0, len(made) - 2)
    if "transpose" in what:
        return 2.0 * prod(given[0]) * area * leaving
    places = prod(made[:-1])
    if "separable" in what:
        return 2.0 * places * entering * (area + leaving)
    return 2.0 * places * leaving * area * (1 if "depthwise" in what else entering)
