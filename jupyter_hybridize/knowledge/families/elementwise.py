"""Families of ops that treat each element of one tensor by itself, or keep its shape."""

from __future__ import annotations

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.shape import SCALAR_SHAPE, Shape
from jupyter_hybridize.domain.value import BOTTOM, AbstractValue, tensor
from jupyter_hybridize.knowledge.families.arguments import asked_dtype
from jupyter_hybridize.knowledge.families.dtypes import DIFFERENT, real, unify
from jupyter_hybridize.knowledge.families.operand import Operand
from jupyter_hybridize.knowledge.families.operation import Operation
from jupyter_hybridize.knowledge.families.registration import family


@family("elementwise")
def elementwise(operation: Operation) -> AbstractValue:
    """Keep dtype and shape of the first argument."""
    return operation.each(lambda x: tensor(x.dtype, x.shape), operation.at(0))


@family("elementwise-float")
def floating(operation: Operation) -> AbstractValue:
    """Keep dtype and shape; integers and strings are refused, eagerly too."""

    def rule(x: Operand) -> AbstractValue:
        if x.dtype is None or dtypes.is_floating(x.dtype) or x.dtype in dtypes.COMPLEX:
            return tensor(x.dtype, x.shape)
        operation.raises(f"takes no {x.dtype}")
        return BOTTOM

    return operation.each(rule, operation.at(0))


@family("elementwise-real")
def real_part(operation: Operation) -> AbstractValue:
    """Keep the shape; a complex dtype becomes its real part's."""
    return operation.each(lambda x: tensor(real(x.dtype), x.shape), operation.at(0))


@family("predicate", "string-predicate")
def predicate(operation: Operation) -> AbstractValue:
    """Give a bool an element."""
    return operation.each(lambda x: tensor("bool", x.shape), operation.at(0))


@family("elementwise-string")
def of_string(operation: Operation) -> AbstractValue:
    """Give a string an element."""
    return operation.each(lambda x: tensor("string", x.shape), operation.at(0))


@family("leaky")
def leaky(operation: Operation) -> AbstractValue:
    """Keep dtype and shape; integers become float32 (``tf.nn.leaky_relu``)."""
    return operation.each(
        lambda x: tensor("float32" if dtypes.is_integer(x.dtype) else x.dtype, x.shape), operation.at(0)
    )


@family("float32-like")
def float32_like(operation: Operation) -> AbstractValue:
    """Give a float32 an element."""
    return operation.each(lambda x: tensor("float32", x.shape), operation.at(0))


@family("elementwise-int32", "string-script")
def of_int32(operation: Operation) -> AbstractValue:
    """Give an int32 an element."""
    return operation.each(lambda x: tensor("int32", x.shape), operation.at(0))


@family("elementwise-int64")
def of_int64(operation: Operation) -> AbstractValue:
    """Give an int64 an element."""
    return operation.each(lambda x: tensor("int64", x.shape), operation.at(0))


@family("unknown-shape")
def unknown_shape(operation: Operation) -> AbstractValue:
    """Keep the dtype of the first argument and say nothing of the shape."""
    return operation.each(lambda x: tensor(x.dtype), operation.at(0))


@family("clip")
def clip(operation: Operation) -> AbstractValue:
    """Keep dtype and shape of the first argument; the bounds must agree with its dtype."""

    def rule(*operands: Operand) -> AbstractValue:
        dtype = unify(operation, operands, first_decides=True)
        shape = operands[0].shape
        if any(each.shape != SCALAR_SHAPE for each in operands[1:]):
            shape = shape if shape.is_static and not operation.is_traced else Shape(None)
        return BOTTOM if dtype == DIFFERENT else tensor(dtype, shape)

    return operation.each(rule, *(operation.at(index) for index in range(3)))


@family("cast")
def cast(operation: Operation) -> AbstractValue:
    """Keep the shape and give it the dtype that is asked for."""
    dtype = asked_dtype(operation, "dtype", None)
    return operation.each(lambda x: tensor(dtype, x.shape), operation.at(0))


@family("to-number")
def to_number(operation: Operation) -> AbstractValue:
    """Parse strings: ``tf.strings.to_number``."""
    dtype = asked_dtype(operation, "out_type", "float32")
    return operation.each(lambda x: tensor(dtype, x.shape), operation.at(0))
