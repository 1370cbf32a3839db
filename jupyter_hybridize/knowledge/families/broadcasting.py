"""Families of ops whose operands broadcast against each other."""

from __future__ import annotations

from collections.abc import Callable

from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import BOTTOM, AbstractValue, Tensor, array, join_all, tensor
from jupyter_hybridize.knowledge.families.arguments import is_none
from jupyter_hybridize.knowledge.families.dtypes import DIFFERENT, quotient, unify
from jupyter_hybridize.knowledge.families.operand import Kind, Operand
from jupyter_hybridize.knowledge.families.operation import Operation, of_shape
from jupyter_hybridize.knowledge.families.registration import family
from jupyter_hybridize.knowledge.families.shapes import broadcast, merge

_Result = Callable[[str | None], str | None]


def _same(dtype: str | None) -> str | None:
    return dtype


def _bool(_: str | None) -> str | None:
    return "bool"


def _complex(dtype: str | None) -> str | None:
    return {"float32": "complex64", "float64": "complex128"}.get(dtype or "")


def _binary(operation: Operation, result: _Result, *, first_decides: bool = False) -> AbstractValue:
    def rule(*operands: Operand) -> AbstractValue:
        dtype = unify(operation, operands, first_decides=first_decides)
        shape = broadcast([each.shape for each in operands])
        if shape is None:
            operation.raises("the shapes do not broadcast")
        return BOTTOM if dtype == DIFFERENT else of_shape(result(dtype), shape)

    return operation.each(rule, operation.at(0), operation.at(1))


@family("binary")
def binary(operation: Operation) -> AbstractValue:
    """Broadcast two tensors of one dtype."""
    return _binary(operation, _same)


@family("binary-first")
def binary_first(operation: Operation) -> AbstractValue:
    """Broadcast two tensors; the first one's dtype decides, eagerly too (``tf.add``)."""
    return _binary(operation, _same, first_decides=True)


@family("comparison", "logical")
def comparison(operation: Operation) -> AbstractValue:
    """Broadcast two tensors of one dtype and give bools."""
    return _binary(operation, _bool)


@family("division")
def division(operation: Operation) -> AbstractValue:
    """Broadcast two tensors; integers give floats."""
    return _binary(operation, quotient, first_decides=True)


@family("reflected-division")
def reflected_division(operation: Operation) -> AbstractValue:
    """Divide as Python's operator does: a number or an array gives way to the tensor on either side."""

    def rule(left: Operand, right: Operand) -> AbstractValue:
        if Kind.TENSOR not in (left.kind, right.kind):
            return tensor().join(array())
        pair = (left, right) if left.kind is Kind.TENSOR else (right, left)
        dtype = unify(operation, pair, first_decides=True)
        shape = broadcast([left.shape, right.shape])
        if shape is None:
            operation.raises("the shapes do not broadcast")
        return BOTTOM if dtype == DIFFERENT else of_shape(quotient(dtype), shape)

    return operation.each(rule, operation.at(0), operation.at(1))


@family("quotient-or-zero")
def quotient_or_zero(operation: Operation) -> AbstractValue:
    """Divide floats, giving 0 for a division by 0."""

    def rule(left: Operand, right: Operand) -> AbstractValue:
        pair = (right, left) if right.kind is Kind.TENSOR and left.kind is not Kind.TENSOR else (left, right)
        dtype = unify(operation, pair, first_decides=True)
        return BOTTOM if dtype == DIFFERENT else of_shape(quotient(dtype), broadcast([left.shape, right.shape]))

    return operation.each(rule, operation.at(0), operation.at(1))


@family("scaling")
def scaling(operation: Operation) -> AbstractValue:
    """Multiply a tensor by a number, which gives way to the tensor's dtype."""

    def rule(factor: Operand, x: Operand) -> AbstractValue:
        dtype = unify(operation, (x, factor), first_decides=True)
        return BOTTOM if dtype == DIFFERENT else of_shape(dtype, broadcast([factor.shape, x.shape]))

    return operation.each(rule, operation.at(0), operation.at(1))


@family("complex")
def complex_of(operation: Operation) -> AbstractValue:
    """Make complex numbers of two floating tensors."""
    return _binary(operation, _complex)


@family("where")
def where(operation: Operation) -> AbstractValue:
    """Choose between two tensors, or list the indices of what is true."""
    absent = {is_none(operation.get("x")), is_none(operation.get("y"))}
    if False in absent:
        return _choose(operation)
    indices = operation.each(lambda x: tensor("int64", Shape.of(None, x.shape.rank)), operation.at(0))
    return indices.join(_choose(operation)) if None in absent else indices


def _choose(operation: Operation) -> AbstractValue:
    """Choose between the elements of two tensors."""

    def rule(condition: Operand, *chosen: Operand) -> AbstractValue:
        dtype = unify(operation, chosen)
        shape = broadcast([condition.shape, *(each.shape for each in chosen)])
        if shape is None:
            operation.raises("the shapes do not broadcast")
        return BOTTOM if dtype == DIFFERENT else of_shape(dtype, shape)

    return operation.each(rule, operation.at(0), operation.get("x"), operation.get("y"))


@family("add-n")
def add_n(operation: Operation) -> AbstractValue:
    """Add tensors of one dtype and shape."""
    items = operation.host.items(operation.at(0))
    if operation.at(0).has(Tensor):  # it stands for the list of its parts, and Python goes through them
        items = (operation.host.iterate(operation.at(0)),)
    if items is None:
        items = (operation.host.iterate(operation.at(0), by_python=False),)
    if not items:
        return join_all(())

    def rule(*operands: Operand) -> AbstractValue:
        dtype = unify(operation, operands)
        shape = merge([each.shape for each in operands])
        return BOTTOM if dtype == DIFFERENT else of_shape(dtype, shape)

    return operation.each(rule, *items)
