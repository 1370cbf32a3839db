"""Families of products: matrices, tensors, Einstein's sums."""

from __future__ import annotations

from collections.abc import Iterable

from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Dimension, Shape
from jupyter_hybridize.domain.value import BOTTOM, AbstractValue
from jupyter_hybridize.knowledge.families.arguments import Sizes, asked_dtype, flag, integer, sizes
from jupyter_hybridize.knowledge.families.dtypes import DIFFERENT, unify
from jupyter_hybridize.knowledge.families.operand import Operand
from jupyter_hybridize.knowledge.families.operation import Operation, of_shape
from jupyter_hybridize.knowledge.families.registration import family
from jupyter_hybridize.knowledge.families.shapes import broadcast, position


@family("matmul")
def matmul(operation: Operation) -> AbstractValue:
    """Multiply matrices, broadcasting what stands before them."""
    flips = [_flips(operation, "transpose_a", "adjoint_a"), _flips(operation, "transpose_b", "adjoint_b")]

    def rule(*operands: Operand) -> AbstractValue:
        dtype = unify(operation, operands, first_decides=True)
        if dtype == DIFFERENT:
            return BOTTOM
        shape = _matmul(*(_flipped(each.shape, flip) for each, flip in zip(operands, flips, strict=True)))
        if shape is None:
            operation.raises("the shapes do not fit")
        return of_shape(asked_dtype(operation, "output_type", dtype), shape)

    return operation.each(rule, operation.at(0), operation.at(1))


def _flips(operation: Operation, *names: str) -> bool | None:
    flags = [flag(operation, name) for name in names]
    return None if None in flags else any(flags)


def _flipped(shape: Shape, flip: bool | None) -> Shape:
    if shape.dims is None or (not flip and flip is not None) or len(shape.dims) < 2:
        return shape
    *batch, rows, columns = shape.dims
    return Shape((*batch, None, None)) if flip is None else Shape((*batch, columns, rows))


def _matmul(left: Shape, right: Shape) -> Shape | None:
    if left.dims is None or right.dims is None:
        return UNKNOWN_SHAPE
    if len(left.dims) < 2 or len(right.dims) < 2 or _differ(left.dims[-1], right.dims[-2]):
        return None
    batch = broadcast([Shape(left.dims[:-2]), Shape(right.dims[:-2])])
    return None if batch is None or batch.dims is None else Shape((*batch.dims, left.dims[-2], right.dims[-1]))


def _differ(left: Dimension, right: Dimension) -> bool:
    return None not in (left, right) and left != right


@family("matvec")
def matvec(operation: Operation) -> AbstractValue:
    """Multiply a matrix by a vector."""
    flip = _flips(operation, "transpose_a", "adjoint_a")

    def rule(matrix: Operand, vector: Operand) -> AbstractValue:
        dtype = unify(operation, (matrix, vector), first_decides=True)
        if dtype == DIFFERENT:
            return BOTTOM
        if vector.shape.dims is None:
            return of_shape(dtype, UNKNOWN_SHAPE)
        column = Shape((*vector.shape.dims, 1))
        product = _matmul(_flipped(matrix.shape, flip), column)
        return of_shape(dtype, product if product is None or product.dims is None else Shape(product.dims[:-1]))

    return operation.each(rule, operation.at(0), operation.at(1))


@family("tensordot")
def tensordot(operation: Operation) -> AbstractValue:
    """Contract two tensors along axes."""
    left_axes, right_axes = _tensordot_axes(operation)

    def rule(left: Operand, right: Operand) -> AbstractValue:
        dtype = unify(operation, (left, right), first_decides=True)
        if dtype == DIFFERENT:
            return BOTTOM
        return of_shape(dtype, _tensordot(left.shape, right.shape, left_axes, right_axes))

    return operation.each(rule, operation.at(0), operation.at(1))


def _tensordot_axes(operation: Operation) -> tuple[Sizes, Sizes]:
    axes = operation.get("axes")
    count = integer(axes)
    if count is not None:
        return tuple(range(-count, 0)), tuple(range(count))
    pair = operation.host.items(axes)
    if pair is None or len(pair) != 2:
        return None, None
    return sizes(operation, pair[0]), sizes(operation, pair[1])


def _tensordot(left: Shape, right: Shape, left_axes: Sizes, right_axes: Sizes) -> Shape | None:
    kept = [_kept(left, left_axes), _kept(right, right_axes)]
    if None in kept:
        return UNKNOWN_SHAPE
    return Shape(tuple(dim for dims in kept for dim in dims or ()))


def _kept(shape: Shape, axes: Sizes) -> list[Dimension] | None:
    if shape.dims is None or axes is None or None in axes:
        return None
    gone = {position(axis, len(shape.dims)) for axis in axes if axis is not None}
    return None if None in gone else [dim for index, dim in enumerate(shape.dims) if index not in gone]


@family("einsum")
def einsum(operation: Operation) -> AbstractValue:
    """Contract any number of tensors as an equation says."""
    equation = operation.at(0).constant()
    inputs = operation.call.arguments.positional[1:]

    def rule(*operands: Operand) -> AbstractValue:
        dtype = unify(operation, operands)
        if dtype == DIFFERENT:
            return BOTTOM
        shape = _einsum(equation, [each.shape for each in operands]) if isinstance(equation, str) else UNKNOWN_SHAPE
        return of_shape(dtype, shape)

    return operation.each(rule, *inputs) if inputs else operation.unknown()


def _einsum(equation: str, shapes: list[Shape]) -> Shape | None:
    inputs, arrow, output = equation.replace(" ", "").partition("->")
    terms = inputs.split(",")
    if "." in equation or len(terms) != len(shapes):
        return UNKNOWN_SHAPE
    known: dict[str, Dimension] = {}
    for term, shape in zip(terms, shapes, strict=True):
        if shape.dims is not None and len(shape.dims) != len(term):
            return None
        _note(known, term, shape.dims or (None,) * len(term))
    letters = "".join(terms)
    wanted = output if arrow else "".join(sorted(letter for letter in set(letters) if letters.count(letter) == 1))
    return Shape(tuple(known.get(letter) for letter in wanted))


def _note(known: dict[str, Dimension], term: str, dims: Iterable[Dimension]) -> None:
    for letter, dim in zip(term, dims, strict=True):
        if known.get(letter) in (None, 1):
            known[letter] = known.get(letter) if dim is None and letter in known else dim
