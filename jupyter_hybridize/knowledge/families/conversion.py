"""Families that make a tensor of a Python or NumPy value."""

from __future__ import annotations

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import SCALAR_SHAPE, UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import BOTTOM, AbstractValue, tensor
from jupyter_hybridize.knowledge.families.arguments import asked_dtype, is_none, sizes
from jupyter_hybridize.knowledge.families.operand import Kind, Operand
from jupyter_hybridize.knowledge.families.operation import Operation, of_shape
from jupyter_hybridize.knowledge.families.registration import family
from jupyter_hybridize.knowledge.families.shapes import merge


@family("constant")
def constant(operation: Operation) -> AbstractValue:
    """Make a constant: ``tf.constant``, which takes a tensor eagerly and refuses it while tracing."""
    shape = _asked_shape(operation)

    def rule(x: Operand) -> AbstractValue:
        if x.kind in (Kind.TENSOR, Kind.UNKNOWN) and operation.is_traced:
            answer = Answer.NO if x.kind is Kind.TENSOR else Answer.UNKNOWN
            operation.host.effect(
                EffectKind.NEEDS_VALUE, operation.text, answer=answer, reason=operation.call.name,
                detail="takes no tensor in a graph",
            )  # fmt: skip
        return tensor(_dtype(operation, x), x.shape if shape is None else shape)

    return operation.each(rule, operation.at(0))


def _asked_shape(operation: Operation) -> Shape | None:
    asked = operation.get("shape")
    if is_none(asked):
        return None
    return Shape(sizes(operation, asked))


@family("convert")
def convert(operation: Operation) -> AbstractValue:
    """Convert to a tensor: ``tf.convert_to_tensor``, which never changes a tensor's dtype."""

    def rule(x: Operand) -> AbstractValue:
        dtype = _dtype(operation, x)
        if x.kind is Kind.TENSOR and None not in (x.dtype, dtype) and x.dtype != dtype:
            operation.raises(f"{x.dtype} is not {dtype}")
            return BOTTOM
        return tensor(dtype, x.shape)

    return operation.each(rule, operation.at(0))


def _dtype(operation: Operation, x: Operand) -> str | None:
    asked = operation.get("dtype")
    if x.is_numpy_list and operation.is_traced:
        operation.mixes("a list of NumPy values", Answer.UNKNOWN)
    if is_none(asked):
        hint = operation.get("dtype_hint")
        return own_dtype(operation, x) if is_none(hint) or x.kind is Kind.TENSOR else None
    return asked_dtype(operation, "dtype", None) if is_none(asked) is False else None


def own_dtype(operation: Operation, x: Operand) -> str | None:
    """Return the dtype that *x* gets without a partner."""
    # ``tf.constant([np.float64(1)])`` is float64 eagerly and float32 in a graph; a list of arrays a graph refuses.
    if x.is_numpy_list and operation.is_traced:
        operation.mixes("a list of NumPy values", Answer.UNKNOWN)
    return None if x.is_numpy_list else x.dtype


@family("timestamp")
def timestamp(operation: Operation) -> AbstractValue:
    """Give the time, read when the op runs."""
    return tensor("float64", SCALAR_SHAPE)


@family("shape-of")
def shape_of(operation: Operation) -> AbstractValue:
    """Give the shape as a tensor."""
    dtype = asked_dtype(operation, "out_type", "int32")

    def rule(x: Operand) -> AbstractValue:
        return tensor(dtype, Shape.of(x.shape.rank))

    return operation.each(rule, operation.at(0))


@family("count-of")
def count_of(operation: Operation) -> AbstractValue:
    """Give one number: the size."""
    dtype = asked_dtype(operation, "out_type", "int32")
    return operation.each(lambda _: tensor(dtype, SCALAR_SHAPE), operation.at(0))


@family("rank-of")
def rank_of(operation: Operation) -> AbstractValue:
    """Give the number of dimensions."""
    return operation.each(lambda _: tensor("int32", SCALAR_SHAPE), operation.at(0))


@family("shape-n")
def shape_n(operation: Operation) -> AbstractValue:
    """Give the shape of each tensor of a list."""
    return operation.host.new_list(None, tensor(asked_dtype(operation, "out_type", "int32"), Shape.of(None)))


@family("ensure-shape")
def ensure_shape(operation: Operation) -> AbstractValue:
    """Keep dtype and give the shape that is asked for."""
    wanted = sizes(operation, operation.get("shape"))
    shape = UNKNOWN_SHAPE if wanted is None else Shape(tuple(None if dim == -1 else dim for dim in wanted))
    return operation.each(lambda x: of_shape(x.dtype, merge([x.shape, shape])), operation.at(0))
