"""Arithmetic of partly known shapes. Where no shape is possible the answer is None, and the op raises."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import zip_longest

from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Dimension, Shape


def broadcast(shapes: Sequence[Shape]) -> Shape | None:
    """Return the shape that *shapes* broadcast to."""
    found: Shape | None = Shape(())
    for shape in shapes:
        found = None if found is None else _broadcast_two(found, shape)
    return found


def _broadcast_two(left: Shape, right: Shape) -> Shape | None:
    if left.dims is None or right.dims is None:
        return UNKNOWN_SHAPE
    pairs = list(zip_longest(reversed(left.dims), reversed(right.dims), fillvalue=1))
    if any(None not in pair and 1 not in pair and pair[0] != pair[1] for pair in pairs):
        return None
    return Shape(tuple(_wider(a, b) for a, b in reversed(pairs)))


def _wider(left: Dimension, right: Dimension) -> Dimension:
    if left is None or right is None:
        known = right if left is None else left
        return None if known == 1 else known
    return right if left == 1 else left


def merge(shapes: Sequence[Shape]) -> Shape | None:
    """Return the shape of operands that must have the same one, each dimension known if any operand tells it."""
    ranked = [shape.dims for shape in shapes if shape.dims is not None]
    if not ranked:
        return UNKNOWN_SHAPE
    if len({len(dims) for dims in ranked}) > 1:
        return None
    columns = [set(column) - {None} for column in zip(*ranked, strict=True)]
    if any(len(column) > 1 for column in columns):
        return None
    return Shape(tuple(next(iter(column), None) for column in columns))


def times(*dims: Dimension) -> Dimension:
    """Return a product of dimensions."""
    if 0 in dims:
        return 0
    return None if None in dims else math.prod(dim for dim in dims if dim is not None)


def plus(*dims: Dimension) -> Dimension:
    """Return a sum of dimensions."""
    return None if None in dims else sum(dim for dim in dims if dim is not None)


def position(axis: int, rank: int) -> int | None:
    """Return *axis* counted from the front, None where it is out of bounds."""
    return axis + rank if -rank <= axis < 0 else axis if 0 <= axis < rank else None


def replaced(shape: Shape, axis: int, *dims: Dimension) -> Shape | None:
    """Return *shape* with dimension *axis* replaced by *dims*."""
    if shape.dims is None:
        return UNKNOWN_SHAPE
    index = position(axis, len(shape.dims))
    return None if index is None else Shape((*shape.dims[:index], *dims, *shape.dims[index + 1 :]))


def inserted(shape: Shape, axis: int, dim: Dimension) -> Shape | None:
    """Return *shape* with a new dimension at *axis*."""
    if shape.dims is None:
        return UNKNOWN_SHAPE
    index = position(axis, len(shape.dims) + 1)
    return None if index is None else Shape((*shape.dims[:index], dim, *shape.dims[index:]))


def reduced(shape: Shape, axes: Sequence[int], *, keep: bool) -> Shape | None:
    """Return *shape* without *axes*."""
    if shape.dims is None:
        return shape
    if any(position(axis, len(shape.dims)) is None for axis in axes):
        return None
    return shape.without(axes, keep=keep)


def reshaped(shape: Shape, wanted: tuple[Dimension, ...]) -> Shape | None:
    """Return the shape after ``tf.reshape(x, wanted)``; one entry may be -1."""
    if wanted.count(-1) > 1:
        return None
    given = [dim for dim in wanted if dim != -1]
    if None in wanted:
        return Shape(tuple(None if dim == -1 else dim for dim in wanted))
    product = math.prod(dim for dim in given if dim is not None)
    if -1 not in wanted:
        return None if shape.size not in (None, product) else Shape(wanted)
    free = None
    if shape.size is not None and product:
        if shape.size % product:
            return None
        free = shape.size // product
    return Shape(tuple(free if dim == -1 else dim for dim in wanted))


def windows(
    size: Dimension, window: Dimension, stride: Dimension, dilation: Dimension, padding: str | None
) -> Dimension:
    """Return how many windows a convolution or pooling finds along one dimension."""
    if size is None or not stride or padding is None:
        return None
    if padding == "SAME":
        return -(-size // stride)
    if padding != "VALID" or window is None or dilation is None:
        return None
    return max(0, -(-(size - (window - 1) * dilation) // stride))
