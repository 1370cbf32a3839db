"""Families that pick elements by index or condition."""

from __future__ import annotations

from jupyter_hybridize.domain.dtype import is_integer
from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Dimension, Shape
from jupyter_hybridize.domain.value import BOTTOM, AbstractValue, constant, tensor, tuple_of
from jupyter_hybridize.knowledge.families.arguments import Sizes, asked_dtype, integer, is_none, sizes
from jupyter_hybridize.knowledge.families.operand import Kind, Operand
from jupyter_hybridize.knowledge.families.operation import Operation, needs_rank, of_shape
from jupyter_hybridize.knowledge.families.registration import family
from jupyter_hybridize.knowledge.families.shapes import position


@family("gather")
def gather(operation: Operation) -> AbstractValue:
    """Pick slices along one dimension."""
    axis, batch = operation.get("axis"), integer(operation.constant("batch_dims", 0))
    chosen = constant(batch) if is_none(axis) else axis

    def rule(params: Operand, indices: Operand) -> AbstractValue:
        return of_shape(params.dtype, _gathered(params.shape, indices.shape, integer(chosen), batch))

    return operation.each(rule, operation.get("params"), operation.get("indices"))


def _gathered(params: Shape, indices: Shape, axis: int | None, batch: int | None) -> Shape | None:
    if params.dims is None or indices.dims is None or axis is None or batch is None or batch < 0:
        return UNKNOWN_SHAPE
    index = position(axis, len(params.dims))
    if index is None:
        return None
    if batch:
        kept = len(params.dims) + len(indices.dims) - 1 - batch
        return Shape((None,) * kept) if kept >= 0 else None
    return Shape((*params.dims[:index], *indices.dims, *params.dims[index + 1 :]))


@family("embedding-lookup")
def embedding_lookup(operation: Operation) -> AbstractValue:
    """Pick rows of a table."""

    def rule(params: Operand, indices: Operand) -> AbstractValue:
        return of_shape(params.dtype, _gathered(params.shape, indices.shape, 0, 0))

    return operation.each(rule, operation.get("params"), operation.get("ids"))


@family("gather-nd")
def gather_nd(operation: Operation) -> AbstractValue:
    """Pick slices by index vectors."""
    batch = integer(operation.constant("batch_dims", 0))

    def rule(params: Operand, indices: Operand) -> AbstractValue:
        return of_shape(params.dtype, _gathered_nd(params.shape, indices.shape) if batch == 0 else UNKNOWN_SHAPE)

    return operation.each(rule, operation.get("params"), operation.get("indices"))


def _gathered_nd(params: Shape, indices: Shape) -> Shape | None:
    if params.dims is None or not indices.dims or indices.dims[-1] is None:
        return UNKNOWN_SHAPE
    depth = indices.dims[-1]
    return None if depth > len(params.dims) else Shape((*indices.dims[:-1], *params.dims[depth:]))


@family("boolean-mask")
def boolean_mask(operation: Operation) -> AbstractValue:
    """Keep the elements a mask names."""
    first = integer(operation.constant("axis", 0)) if not is_none(operation.get("axis")) else 0

    def rule(x: Operand, mask: Operand) -> AbstractValue:
        needs_rank(operation, mask)
        if x.shape.dims is None or mask.shape.rank is None or first is None:
            return of_shape(x.dtype, UNKNOWN_SHAPE)
        start = position(first, len(x.shape.dims))
        if start is None or mask.shape.rank == 0:
            return BOTTOM
        return tensor(x.dtype, Shape((*x.shape.dims[:start], None, *x.shape.dims[start + mask.shape.rank :])))

    return operation.each(rule, operation.at(0), operation.at(1))


@family("slice")
def cut(operation: Operation) -> AbstractValue:
    """Cut a block out: ``tf.slice``."""
    wanted, begin = sizes(operation, operation.get("size")), sizes(operation, operation.get("begin"))

    def rule(x: Operand) -> AbstractValue:
        return of_shape(x.dtype, _cut(x.shape, begin, wanted))

    return operation.each(rule, operation.at(0))


def _cut(shape: Shape, begin: Sizes, wanted: Sizes) -> Shape | None:
    if wanted is None:
        return shape.opened()
    if shape.dims is not None and len(shape.dims) != len(wanted):
        return None
    if shape.dims is None or begin is None or len(begin) != len(wanted):
        return Shape(tuple(None if size == -1 else size for size in wanted))
    return Shape(tuple(_rest(*each) for each in zip(shape.dims, begin, wanted, strict=True)))


def _rest(dim: Dimension, start: int | None, size: int | None) -> Dimension:
    if size != -1:
        return size
    return None if dim is None or start is None else dim - start


@family("one-hot")
def one_hot(operation: Operation) -> AbstractValue:
    """Add a dimension that is hot at one place."""
    depth, axis = integer(operation.get("depth")), operation.get("axis")
    place = -1 if is_none(axis) else integer(axis)
    dtype = asked_dtype(operation, "dtype", "float32") if _plain(operation) else asked_dtype(operation, "dtype", None)

    def rule(x: Operand) -> AbstractValue:
        if x.kind is Kind.TENSOR and x.dtype is not None and not is_integer(x.dtype):
            operation.mixes(f"{x.dtype} where integers belong")  # an array is converted, but a trace makes it a tensor
        if x.shape.dims is None:
            return tensor(dtype)
        rank = len(x.shape.dims)
        index = None if place is None else rank if place == -1 else position(place, rank + 1)
        if index is None:
            return tensor(dtype, Shape((None,) * (rank + 1)))
        return tensor(dtype, Shape((*x.shape.dims[:index], depth, *x.shape.dims[index:])))

    return operation.each(rule, operation.at(0))


def _plain(operation: Operation) -> bool:
    return is_none(operation.get("on_value")) is True and is_none(operation.get("off_value")) is True


@family("unique")
def unique(operation: Operation) -> AbstractValue:
    """Give the distinct elements, and where each stood."""
    dtype = asked_dtype(operation, "out_idx", "int32")

    def rule(x: Operand) -> AbstractValue:
        return tuple_of(tensor(x.dtype, Shape.of(None)), tensor(dtype, x.shape))

    return operation.each(rule, operation.at(0))


@family("scatter-update")
def scatter_update(operation: Operation) -> AbstractValue:
    """Keep the tensor with some elements changed."""
    return operation.each(lambda x: tensor(x.dtype, x.shape), operation.at(0))


@family("scatter-nd")
def scatter_nd(operation: Operation) -> AbstractValue:
    """Write updates into zeros of a given shape."""
    shape = Shape(sizes(operation, operation.get("shape")))
    return operation.each(lambda x: tensor(x.dtype, shape), operation.get("updates"))


@family("searchsorted")
def searchsorted(operation: Operation) -> AbstractValue:
    """Give the place of each value in a sorted sequence."""
    dtype = asked_dtype(operation, "out_type", "int32")
    return operation.each(lambda x: tensor(dtype, x.shape), operation.get("values"))


@family("segment")
def segment(operation: Operation) -> AbstractValue:
    """Reduce segments along the first dimension, whose number is not known."""

    def rule(x: Operand) -> AbstractValue:
        return of_shape(x.dtype, UNKNOWN_SHAPE if not x.shape.dims else Shape((None, *x.shape.dims[1:])))

    return operation.each(rule, operation.at(0))


@family("unsorted-segment")
def unsorted_segment(operation: Operation) -> AbstractValue:
    """Reduce segments of any order, as many as are asked for."""
    count = integer(operation.at(2))

    def rule(x: Operand, ids: Operand) -> AbstractValue:
        if x.shape.dims is None or ids.shape.rank is None:
            return of_shape(x.dtype, UNKNOWN_SHAPE)
        return of_shape(x.dtype, Shape((count, *x.shape.dims[ids.shape.rank :])))

    return operation.each(rule, operation.at(0), operation.at(1))
