"""Families that make tensors of shapes and numbers."""

from __future__ import annotations

import math

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.shape import SCALAR_SHAPE, UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import BOTTOM, AbstractValue, tensor
from jupyter_hybridize.knowledge.families.arguments import Sizes, asked_dtype, integer, is_none, sizes
from jupyter_hybridize.knowledge.families.conversion import own_dtype
from jupyter_hybridize.knowledge.families.operand import Kind, Operand, operands
from jupyter_hybridize.knowledge.families.operation import Operation
from jupyter_hybridize.knowledge.families.registration import family

_RANGE_ORDER = ("int32", "int64", "float16", "float32", "float64")


def asked_shape(operation: Operation, *names: str) -> Shape:
    """Return the shape that an argument asks for."""
    item = operation.get(*names)
    if item.is_unknown:
        operation.note_unknown()
    return from_sizes(sizes(operation, item))


def from_sizes(found: Sizes) -> Shape:
    """Return the shape with these sizes; -1 stands for an unknown one."""
    return Shape(None if found is None else tuple(None if dim is None or dim < 0 else dim for dim in found))


@family("filled")
def filled(operation: Operation) -> AbstractValue:
    """Make a tensor of zeros or ones."""
    return tensor(asked_dtype(operation, "dtype", "float32"), asked_shape(operation, "shape"))


@family("fill")
def fill(operation: Operation) -> AbstractValue:
    """Make a tensor full of one value."""
    shape = asked_shape(operation, "dims")
    return operation.each(lambda x: tensor(own_dtype(operation, x), shape), operation.get("value"))


@family("like")
def like(operation: Operation) -> AbstractValue:
    """Make a tensor of another one's shape."""

    def rule(x: Operand) -> AbstractValue:
        return tensor(asked_dtype(operation, "dtype", own_dtype(operation, x)), x.shape)

    return operation.each(rule, operation.at(0))


@family("eye")
def eye(operation: Operation) -> AbstractValue:
    """Make identity matrices."""
    columns = operation.get("num_columns")
    rows = integer(operation.get("num_rows"))
    width = rows if is_none(columns) else integer(columns)
    batch = operation.get("batch_shape")
    dtype = asked_dtype(operation, "dtype", "float32")
    if is_none(batch):
        return tensor(dtype, Shape.of(rows, width))
    before = asked_shape(operation, "batch_shape")
    return tensor(dtype, Shape(None if before.dims is None else (*before.dims, rows, width)))


@family("range")
def number_range(operation: Operation) -> AbstractValue:
    """Make a sequence of numbers. Source: ``tf.range`` takes the widest dtype of its bounds on 2.21."""
    names = [name for name in ("start", "limit", "delta") if not is_none(operation.get(name))]
    bounds = [operation.get(name) for name in names]

    if not bounds:
        operation.raises("needs a limit")
        return BOTTOM

    def rule(*found: Operand) -> AbstractValue:
        widest = max((each.dtype for each in found), key=lambda dtype: _order(dtype))
        dtype = None if any(each.dtype not in _RANGE_ORDER for each in found) else widest
        if any(each.kind is Kind.UNKNOWN for each in found):
            dtype = None
        return tensor(asked_dtype(operation, "dtype", dtype), Shape.of(_length(bounds)))

    return operation.each(rule, *bounds)


def _order(dtype: str | None) -> int:
    return _RANGE_ORDER.index(dtype) if dtype in _RANGE_ORDER else len(_RANGE_ORDER)


def _length(bounds: list[AbstractValue]) -> int | None:
    known = [integer(bound) for bound in bounds]
    if None in known or len(known) > 3:
        return None
    numbers = [number for number in known if number is not None]
    start, limit, delta = (0, *numbers, 1) if len(numbers) == 1 else (*numbers, 1) if len(numbers) == 2 else numbers
    return max(0, math.ceil((limit - start) / delta)) if delta else None


@family("linspace")
def linspace(operation: Operation) -> AbstractValue:
    """Make evenly spaced numbers."""
    count, axis = integer(operation.get("num")), integer(operation.constant("axis", 0))

    def rule(start: Operand, stop: Operand) -> AbstractValue:
        dtype = "float64" if dtypes.is_integer(start.dtype) else start.dtype
        if start.shape == SCALAR_SHAPE and stop.shape == SCALAR_SHAPE and axis == 0:
            return tensor(dtype, Shape.of(count))
        return tensor(dtype)

    return operation.each(rule, operation.get("start"), operation.get("stop"))


@family("sequence-mask")
def sequence_mask(operation: Operation) -> AbstractValue:
    """Make a mask of the first elements of each row."""
    longest = operation.get("maxlen")
    width = None if is_none(longest) else integer(longest)
    dtype = asked_dtype(operation, "dtype", "bool")

    def rule(x: Operand) -> AbstractValue:
        return tensor(dtype, UNKNOWN_SHAPE if x.shape.dims is None else Shape((*x.shape.dims, width)))

    return operation.each(rule, operation.at(0))


@family("random")
def random(operation: Operation) -> AbstractValue:
    """Draw numbers of a shape; an op, so that each run draws anew."""
    for name in ("mean", "stddev", "minval", "maxval", "seed"):
        if operation.get(name).is_unknown:
            operation.note_unknown()
    return tensor(asked_dtype(operation, "dtype", "float32"), asked_shape(operation, "shape"))


@family("random-like")
def random_like(operation: Operation) -> AbstractValue:
    """Draw numbers whose parameters are tensors: only the dtype is told."""
    names = ("alpha", "lam", "probs", "counts")
    given = next((operation.get(name) for name in names if not operation.get(name).is_bottom), BOTTOM)
    for each in operands(operation.host, given):
        if each.kind is Kind.UNKNOWN:
            operation.note_unknown()
    return tensor(asked_dtype(operation, "dtype", "float32"))


@family("random-int64")
def categorical(operation: Operation) -> AbstractValue:
    """Draw class numbers for each row of logits."""
    count, dtype = integer(operation.get("num_samples")), asked_dtype(operation, "dtype", "int64")

    def rule(x: Operand) -> AbstractValue:
        return tensor(dtype, Shape.of(x.shape.dims[0] if x.shape.dims else None, count))

    return operation.each(rule, operation.at(0))


@family("confusion-matrix")
def confusion_matrix(operation: Operation) -> AbstractValue:
    """Count label pairs in a square matrix."""
    count = operation.get("num_classes")
    width = None if is_none(count) else integer(count)
    return tensor(asked_dtype(operation, "dtype", "int32"), Shape.of(width, width))
