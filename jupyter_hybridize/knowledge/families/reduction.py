"""Families that reduce dimensions away."""

from __future__ import annotations

from jupyter_hybridize.domain.shape import SCALAR_SHAPE, UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import BOTTOM, AbstractValue, constant, tensor, tuple_of
from jupyter_hybridize.knowledge.families.arguments import asked_dtype, flag, integer, integers, is_none
from jupyter_hybridize.knowledge.families.conversion import own_dtype
from jupyter_hybridize.knowledge.families.dtypes import DIFFERENT, real, unify
from jupyter_hybridize.knowledge.families.operand import Operand
from jupyter_hybridize.knowledge.families.operation import Operation, of_shape
from jupyter_hybridize.knowledge.families.registration import family
from jupyter_hybridize.knowledge.families.shapes import merge, reduced, replaced


def _shape(operation: Operation, shape: Shape, axis: AbstractValue, keep: bool | None) -> Shape | None:
    """Return the shape after reducing *axis* (not given or None: all of them)."""
    if keep is None or is_none(axis) is None:
        return UNKNOWN_SHAPE
    if is_none(axis):
        return Shape((1,) * shape.rank) if keep and shape.rank is not None else UNKNOWN_SHAPE if keep else SCALAR_SHAPE
    axes = integers(operation, axis)
    if axes is None:
        return Shape((None,) * shape.rank) if keep and shape.rank is not None else UNKNOWN_SHAPE
    found = reduced(shape, axes, keep=keep)
    if found is None:
        operation.raises("the axis is out of bounds")
    return found


def _reduce(operation: Operation, dtype: str | None = None, *, is_real: bool = False) -> AbstractValue:
    keep = flag(operation, "keepdims")

    def rule(x: Operand) -> AbstractValue:
        own = real(own_dtype(operation, x)) if is_real else own_dtype(operation, x)
        return of_shape(dtype or own, _shape(operation, x.shape, operation.get("axis", "axes"), keep))

    return operation.each(rule, operation.at(0))


@family("reduction")
def reduction(operation: Operation) -> AbstractValue:
    """Reduce dimensions and keep the dtype."""
    return _reduce(operation)


@family("reduction-bool")
def reduction_bool(operation: Operation) -> AbstractValue:
    """Reduce dimensions of bools."""
    return _reduce(operation, "bool")


@family("reduction-real")
def reduction_real(operation: Operation) -> AbstractValue:
    """Reduce dimensions; complex numbers give real ones."""
    return _reduce(operation, is_real=True)


@family("count-nonzero")
def count_nonzero(operation: Operation) -> AbstractValue:
    """Count along dimensions."""
    keep, dtype = flag(operation, "keepdims"), asked_dtype(operation, "dtype", "int64")
    return operation.each(
        lambda x: of_shape(dtype, _shape(operation, x.shape, operation.get("axis"), keep)), operation.at(0)
    )


@family("argmax")
def argmax(operation: Operation) -> AbstractValue:
    """Give the index along one dimension, the first one if none is named."""
    dtype = asked_dtype(operation, "output_type", "int64")
    axis = operation.get("axis")
    chosen = constant(0) if is_none(axis) else axis
    return operation.each(lambda x: of_shape(dtype, _one_axis(operation, x.shape, chosen)), operation.at(0))


def _one_axis(operation: Operation, shape: Shape, axis: AbstractValue) -> Shape | None:
    known = integer(axis)
    if known is None:
        return UNKNOWN_SHAPE if shape.rank is None else Shape((None,) * max(0, shape.rank - 1))
    return reduced(shape, (known,), keep=False)


@family("moments")
def moments(operation: Operation) -> AbstractValue:
    """Give mean and variance."""
    each = _reduce(operation)
    return BOTTOM if each.is_bottom else tuple_of(each, each)


@family("to-scalar")
def to_scalar(operation: Operation) -> AbstractValue:
    """Reduce everything to one number of the same dtype."""
    return operation.each(lambda x: tensor(x.dtype, SCALAR_SHAPE), operation.at(0))


@family("zero-fraction")
def zero_fraction(operation: Operation) -> AbstractValue:
    """Give the share of zeros as one float."""
    return operation.each(lambda _: tensor("float32", SCALAR_SHAPE), operation.at(0))


@family("per-matrix")
def per_matrix(operation: Operation) -> AbstractValue:
    """Drop the last two dimensions."""
    return operation.each(lambda x: of_shape(x.dtype, _without_matrix(x.shape)), operation.at(0))


def _without_matrix(shape: Shape) -> Shape | None:
    if shape.rank is None:
        return UNKNOWN_SHAPE
    return None if shape.rank < 2 else reduced(shape, (-1, -2), keep=False)


@family("softmax-loss")
def softmax_loss(operation: Operation) -> AbstractValue:
    """Give one loss an example: ``tf.nn.softmax_cross_entropy_with_logits``."""
    axis = operation.constant("axis", -1)

    def rule(logits: Operand, labels: Operand) -> AbstractValue:
        return of_shape(logits.dtype, _one_axis(operation, logits.shape, axis))

    return operation.each(rule, operation.get("logits"), operation.get("labels"))


@family("sparse-softmax-loss")
def sparse_softmax_loss(operation: Operation) -> AbstractValue:
    """Give one loss an example, of labels that are class numbers."""

    def rule(logits: Operand, labels: Operand) -> AbstractValue:
        shape = _labelled(logits.shape, labels.shape)
        if shape is None:
            operation.raises("the shapes of labels and logits do not fit")
        return of_shape(logits.dtype, shape)

    return operation.each(rule, operation.get("logits"), operation.get("labels"))


def _labelled(logits: Shape, labels: Shape) -> Shape | None:
    merged = merge([labels, UNKNOWN_SHAPE if logits.dims is None else Shape(logits.dims[:-1])])
    return None if logits.dims == () or merged is None else merged.opened() if merged != labels else merged


@family("sigmoid-loss")
def sigmoid_loss(operation: Operation) -> AbstractValue:
    """Give a loss an element: ``tf.nn.sigmoid_cross_entropy_with_logits``."""

    def rule(logits: Operand, labels: Operand) -> AbstractValue:
        dtype = unify(operation, (logits, labels), first_decides=True)
        return BOTTOM if dtype == DIFFERENT else tensor(dtype, logits.shape)

    return operation.each(rule, operation.get("logits"), operation.get("labels"))


@family("top-k")
def top_k(operation: Operation) -> AbstractValue:
    """Give the largest elements along the last dimension, and their indices."""
    count, indices = integer(operation.constant("k", 1)), asked_dtype(operation, "index_type", "int32")

    def rule(x: Operand) -> AbstractValue:
        shape = replaced(x.shape, -1, count)
        return BOTTOM if shape is None else tuple_of(tensor(x.dtype, shape), tensor(indices, shape))

    return operation.each(rule, operation.at(0))


@family("in-top-k")
def in_top_k(operation: Operation) -> AbstractValue:
    """Tell for each example whether its target is among the largest predictions."""
    return operation.each(lambda _: tensor("bool", Shape.of(None)), operation.get("targets"))
