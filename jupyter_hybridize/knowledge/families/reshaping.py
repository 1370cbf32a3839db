"""Families that give the same elements another shape, or repeat them."""

from __future__ import annotations

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import SCALAR_SHAPE, UNKNOWN_SHAPE, Dimension, Shape
from jupyter_hybridize.domain.value import BOTTOM, AbstractValue, Array, Scalar, Tensor
from jupyter_hybridize.knowledge.families.arguments import Sizes, integer, integers, is_none, sizes
from jupyter_hybridize.knowledge.families.conversion import own_dtype
from jupyter_hybridize.knowledge.families.operand import Operand
from jupyter_hybridize.knowledge.families.operation import Operation, needs_rank, of_shape
from jupyter_hybridize.knowledge.families.registration import family
from jupyter_hybridize.knowledge.families.shapes import broadcast, inserted, plus, position, reshaped, times


@family("reshape")
def reshape(operation: Operation) -> AbstractValue:
    """Give another shape; one entry may be -1."""
    wanted = sizes(operation, operation.get("shape"))
    if operation.is_traced and _is_number(operation.get("shape")):
        operation.host.effect(
            EffectKind.NEEDS_VALUE,
            operation.text,
            detail="a shape must be a list in a graph",
            reason=operation.call.name,
        )

    def rule(x: Operand) -> AbstractValue:
        shape = UNKNOWN_SHAPE if wanted is None else reshaped(x.shape, wanted)
        if shape is None:
            operation.raises("the sizes do not match")
        return of_shape(own_dtype(operation, x), shape)

    return operation.each(rule, operation.at(0))


def _is_number(item: AbstractValue) -> bool:
    atom = item.only()
    return isinstance(atom, Scalar) or (isinstance(atom, Tensor | Array) and atom.shape == SCALAR_SHAPE)


@family("transpose")
def transpose(operation: Operation) -> AbstractValue:
    """Permute dimensions, or reverse their order."""
    perm = operation.get("perm")

    def rule(x: Operand) -> AbstractValue:
        return of_shape(own_dtype(operation, x), _permuted(operation, x.shape, perm))

    return operation.each(rule, operation.at(0))


def _permuted(operation: Operation, shape: Shape, perm: AbstractValue) -> Shape | None:
    if is_none(perm):
        return shape if shape.dims is None else Shape(shape.dims[::-1])
    order = sizes(operation, perm)
    if is_none(perm) is None or order is None:
        return Shape((None,) * shape.rank) if shape.rank is not None and is_none(perm) is False else UNKNOWN_SHAPE
    if shape.dims is None:
        return Shape((None,) * len(order))
    if len(order) != len(shape.dims):
        return None
    return Shape(tuple(None if axis is None else shape.dims[axis] for axis in order if _fits(axis, len(order))))


def _fits(axis: int | None, rank: int) -> bool:
    return axis is None or position(axis, rank) is not None


@family("matrix-transpose")
def matrix_transpose(operation: Operation) -> AbstractValue:
    """Swap the last two dimensions."""

    def rule(x: Operand) -> AbstractValue:
        if x.shape.dims is None:
            return of_shape(x.dtype, UNKNOWN_SHAPE)
        return of_shape(x.dtype, Shape((*x.shape.dims[:-2], *x.shape.dims[-2:][::-1])) if x.shape.dims[1:] else None)

    return operation.each(rule, operation.at(0))


@family("expand-dims")
def expand_dims(operation: Operation) -> AbstractValue:
    """Insert a dimension of size 1."""
    axis = integer(operation.get("axis"))

    def rule(x: Operand) -> AbstractValue:
        if axis is None:
            shape: Shape | None = UNKNOWN_SHAPE if x.shape.rank is None else Shape((None,) * (x.shape.rank + 1))
        else:
            shape = inserted(x.shape, axis, 1)
        if shape is None:
            operation.raises("the axis is out of bounds")
        return of_shape(own_dtype(operation, x), shape)

    return operation.each(rule, operation.at(0))


@family("squeeze")
def squeeze(operation: Operation) -> AbstractValue:
    """Drop dimensions of size 1."""
    axis = operation.get("axis")

    def rule(x: Operand) -> AbstractValue:
        shape = _squeezed(operation, x.shape, axis)
        if shape is None:
            operation.raises("only a dimension of size 1 can be squeezed")
        return of_shape(x.dtype, shape)

    return operation.each(rule, operation.at(0))


def _squeezed(operation: Operation, shape: Shape, axis: AbstractValue) -> Shape | None:
    if shape.dims is None or is_none(axis) is None:
        return UNKNOWN_SHAPE
    axes = () if is_none(axis) else integers(operation, axis)
    if axes is None:
        return UNKNOWN_SHAPE
    if not axes:
        return UNKNOWN_SHAPE if None in shape.dims else Shape(tuple(dim for dim in shape.dims if dim != 1))
    gone = {position(each, len(shape.dims)) for each in axes}
    if any(index is None or shape.dims[index] not in (1, None) for index in gone):
        return None
    return Shape(tuple(dim for index, dim in enumerate(shape.dims) if index not in gone))


@family("tile")
def tile(operation: Operation) -> AbstractValue:
    """Repeat along each dimension."""
    counts = sizes(operation, operation.get("multiples"))

    def rule(x: Operand) -> AbstractValue:
        return of_shape(own_dtype(operation, x), _tiled(x.shape, counts))

    return operation.each(rule, operation.at(0))


def _tiled(shape: Shape, counts: Sizes) -> Shape | None:
    if shape.dims is None or counts is None:
        rank = shape.rank if counts is None else len(counts)
        return UNKNOWN_SHAPE if rank is None else Shape((None,) * rank)
    if len(shape.dims) != len(counts):
        return None
    return Shape(tuple(None if None in pair else times(*pair) for pair in zip(shape.dims, counts, strict=True)))


@family("broadcast-to")
def broadcast_to(operation: Operation) -> AbstractValue:
    """Broadcast to a shape."""
    wanted = sizes(operation, operation.get("shape"))
    shape = UNKNOWN_SHAPE if wanted is None else Shape(tuple(None if dim == -1 else dim for dim in wanted))

    def rule(x: Operand) -> AbstractValue:
        if broadcast([x.shape, shape]) is None:
            operation.raises("the shapes do not broadcast")
            return BOTTOM
        return of_shape(own_dtype(operation, x), shape)

    return operation.each(rule, operation.at(0))


@family("pad")
def pad(operation: Operation) -> AbstractValue:
    """Add elements before and after each dimension."""
    rows = operation.host.items(operation.get("paddings"))
    pairs = None if rows is None else [sizes(operation, row) for row in rows]

    def rule(x: Operand) -> AbstractValue:
        return of_shape(own_dtype(operation, x), _padded(x.shape, pairs))

    return operation.each(rule, operation.at(0))


def _padded(shape: Shape, pairs: list[Sizes] | None) -> Shape | None:
    if shape.dims is None or pairs is None:
        rank = shape.rank if pairs is None else len(pairs)
        return UNKNOWN_SHAPE if rank is None else Shape((None,) * rank)
    if len(shape.dims) != len(pairs):
        return None
    return Shape(tuple(_longer(dim, pair) for dim, pair in zip(shape.dims, pairs, strict=True)))


def _longer(dim: Dimension, pair: Sizes) -> Dimension:
    return None if pair is None or len(pair) != 2 else plus(dim, *pair)


@family("repeat")
def repeat(operation: Operation) -> AbstractValue:
    """Repeat the elements along one dimension; only the other dimensions' sizes are told."""
    axis = operation.get("axis")

    def rule(x: Operand) -> AbstractValue:
        dtype = own_dtype(operation, x)
        needs_rank(operation, x)
        if is_none(axis):
            return of_shape(dtype, Shape.of(None))
        known = integer(axis)
        index = None if known is None or x.shape.rank is None else position(known, x.shape.rank)
        if index is None or x.shape.dims is None:
            return of_shape(dtype, UNKNOWN_SHAPE)
        return of_shape(dtype, Shape((*x.shape.dims[:index], None, *x.shape.dims[index + 1 :])))

    return operation.each(rule, operation.at(0))
